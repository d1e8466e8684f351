internal import Build
public import Content
internal import Disk
internal import Health
internal import Site
internal import Text
internal import Theme

/// What the command `report` does: drafts what a community did in a year, as Markdown for its steward to finish.
public struct ReportCommand: Sendable {
    public var content: String
    public var id: String
    public var year: Int
    /// `nil` for today.
    public var asOf: CivilDay?
    /// `nil` for the language of the entry.
    public var language: String?
    public var jobs = 1

    public init(content: String, id: String, year: Int) { (self.content, self.id, self.year) = (content, id, year) }

    /// - Returns: the report.
    /// - Throws: `BuildError` when the content cannot be read, or has no such community, language or year.
    public func run() async throws -> String {
        var options = Pipeline.Options()
        (options.asOf, options.jobs, options.looksAtPictures) = (asOf, jobs, false)
        let site = await Pipeline.read(ContentSource(try ContentReader(at: content)), options).site
        guard let community = site.communities.first(where: { site[$0].id == id }) else {
            let hint = NearestMatch.hint(id, among: site.communities.map { site[$0].id })
            throw BuildError("There is no community `\(Printable.line(id))` in \(content).\(hint)")
        }
        guard year <= site.today.date.year else {
            throw BuildError("\(year) is still to come; today is \(site.today.date.isoDate).")
        }
        if let language, !site.languages.contains(language) {
            throw BuildError(
                "`\(Printable.line(language))` is not a language of \(content). Its languages are "
                    + "\(site.languages.joined(separator: ", ")).")
        }
        let own = site[community].language
        let chosen = language ?? (site.languages.contains(own) ? own : site.defaultLanguage)
        let words = try ThemeFolder.theme(of: site, content: content).strings(
            chosen, first: site.defaultLanguage)
        return YearReportText(YearReport(of: community, year, in: site), site, words).text
    }
}
