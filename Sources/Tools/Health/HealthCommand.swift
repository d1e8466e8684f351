internal import Build
public import Content
internal import Disk
internal import Health
internal import Site
internal import Theme

/// What the command `health` does: says which communities may need a hand, and with what.
public struct HealthCommand: Sendable {
    public var content: String
    /// A second, private folder, whose files replace those with the same path.
    public var overlay: String?
    /// The day for which it is read; `nil` for today.
    public var asOf: CivilDay?
    /// Only these communities, in full; all where it is empty.
    public var ids: [String] = []
    /// A branch, tag or commit to compare with.
    public var changedSince: String?
    public var format = HealthFormat.table
    /// A folder for the same as a small private site; `nil` for a report, which is written nowhere.
    public var output: String?
    public var jobs = 1

    public init(content: String) { self.content = content }

    public struct Outcome: Sendable {
        /// Empty where a site was written.
        public var report: [UInt8] = []
        /// For people, whatever the format of the report.
        public var messages: [String] = []
        /// What is wrong with files of the overlay, as text.
        public var problems = ""
    }

    /// - Throws: `BuildError` when a folder cannot be read or written, git does not know the revision, or an id is of
    ///   no community.
    public func run() async throws -> Outcome {
        let handbook = try await OverlaidHandbook(content: content, overlay: overlay, on: asOf, jobs: jobs)
        var outcome = Outcome()
        (outcome.messages, outcome.problems) = (handbook.messages, handbook.report)
        let positions = EvidencePositions(
            content: ContentPath.prefix(of: content), overlay: handbook.overlay,
            read: { try? handbook.source.read($0).get() }, hidden: handbook.hidden)
        let site = handbook.site
        var document = HealthDocument(
            site, ids, positions, format.hasMails || output != nil ? try words(of: site) : [:])
        try document.expect(ids, in: content)
        if let changedSince {
            let revision = try ContentRevision(changedSince, root: handbook.reader.root)
            let then = await handbook.site(
                of: revision.source(beside: handbook.published),
                on: revision.day.map { min($0, site.today) } ?? site.today, jobs: jobs)
            document.compare(with: HealthDocument(then, ids, positions))
        }
        guard let output else {
            outcome.report = document.bytes(as: format)
            return outcome
        }
        let target = HealthSite(output: output, content: content, overlay: overlay, jobs: jobs)
        outcome.messages.append(try await target.write(document, of: site, hidden: handbook.hidden))
        return outcome
    }

    private func words(of site: SiteGraph) throws -> [String: Strings] {
        let theme = try ThemeFolder.theme(of: site, content: content)
        return Dictionary(
            uniqueKeysWithValues: try site.languages.map { ($0, try theme.strings($0, first: site.defaultLanguage)) })
    }
}
