internal import Build
public import Content
internal import Disk
internal import Site
internal import Text

/// How the skills of communities are written.
public enum SkillsFormat: String, CaseIterable, Sendable { case table, markdown, json, csv }

/// What the command `skills` does: says which skills communities need, and who could teach them. It writes nothing.
public struct SkillsCommand: Sendable {
    public var content: String
    /// A second, private folder, whose files replace those with the same path.
    public var overlay: String?
    /// `nil` for today.
    public var asOf: CivilDay?
    /// Shows only what these communities need; all where it is empty.
    public var ids: [String] = []
    public var format = SkillsFormat.table
    public var jobs = 1

    public init(content: String) { self.content = content }

    public struct Outcome: Sendable {
        public let report: [UInt8]
        /// For people, whatever the format of the report.
        public let messages: [String]
        /// What is wrong with files of the private folder, as text.
        public let problems: String
    }

    /// - Throws: `BuildError` when a folder cannot be read, or an id is not that of a community.
    public func run() async throws -> Outcome {
        let handbook = try await OverlaidHandbook(content: content, overlay: overlay, on: asOf, jobs: jobs)
        let site = handbook.site
        for id in ids where !site.communities.contains(where: { site[$0].id == id }) {
            let hint = NearestMatch.hint(id, among: site.communities.map { site[$0].id })
            throw BuildError("There is no community `\(Printable.line(id))` in \(content).\(hint)")
        }
        let report = SkillsReport(site, of: ids)
        return Outcome(
            report: report.bytes(as: format), messages: handbook.messages, problems: handbook.report)
    }
}
