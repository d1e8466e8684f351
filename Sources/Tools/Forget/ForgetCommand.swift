internal import Build
internal import Content
internal import Diagnostics
internal import Disk
internal import Foundation
internal import Site
internal import Text

/// Shows every mention of a person in the content and, on request, removes those that can be removed without cutting a
/// sentence.
public struct ForgetCommand: Sendable {
    public var content: String
    /// The id of a file under `people/`, its path, or a name as it is written.
    public var person: String
    /// Whether to remove, or only to show.
    public var removes = false
    /// With `removes`: the changes as differences, and nothing is written.
    public var isDryRun = false

    public struct Outcome: Sendable {
        public var edit: EditOutcome
        /// How many places somebody has to decide about.
        public var left: Int
    }

    public init(content: String, person: String) { (self.content, self.person) = (content, person) }

    /// - Throws: `BuildError` when the content cannot be read, the name is nobody's or two people's, or a file cannot
    ///   be written: then all files are unchanged.
    public func run() async throws -> Outcome {
        let reader = try ContentReader(at: content)
        let source = ContentSource(reader)
        let options = Pipeline.Options.withDrafts(jobs: ProcessInfo.processInfo.activeProcessorCount)
        let before = await Pipeline.read(source, options)
        var files: [String: [UInt8]] = [:]
        for path in source.documents { files[path] = try? source.read(path).get() }
        let name = ContentPath.below(content, person)
        let forgotten = try ForgottenPerson(name, in: files, languages: before.site.languages)
        let plan = Forgetting(
            forgotten, in: files, unread: source.documents.count - files.count, source, before.site)

        let isRefused = !plan.blocked.isEmpty
        if removes, !isRefused {
            let problems = await problems(after: plan, files, source, before.problems, options)
            guard problems.isEmpty else {
                let source: @Sendable (String) -> [UInt8]? = { [changed = plan.changed, files] in
                    changed[$0] ?? files[$0]
                }
                return Outcome(edit: .refused(problems, source: source), left: plan.left.count)
            }
            if isDryRun { return Outcome(edit: .done(differences(plan, files)), left: plan.left.count) }
            try write(plan, files, reader)
        }
        let report = ForgetReport(
            forgetting: plan, files: files, isDone: removes && !isRefused, prefix: ContentPath.prefix(of: content),
            history: ForgetHistory(of: forgotten, Git(folder: reader.root)))
        let remark = removes && isRefused ? "Nothing was changed.\n" : ""
        return Outcome(edit: .done(remark + report.text), left: plan.left.count + plan.blocked.count)
    }

    /// Errors that there would be.
    private func problems(
        after plan: Forgetting, _ files: [String: [UInt8]], _ source: ContentSource, _ known: [Diagnostic],
        _ options: Pipeline.Options
    ) async -> [Diagnostic] {
        var after = Dictionary(uniqueKeysWithValues: source.assets.map { ($0, [UInt8]()) })
        for (path, bytes) in files { after[path] = plan.changed[path] ?? bytes }
        for path in plan.deleted { after[path] = nil }
        return await Pipeline.read(ContentSource(after), options).problems.new(since: known).filter {
            $0.severity == .error
        }
    }

    private func differences(_ plan: Forgetting, _ files: [String: [UInt8]]) -> String {
        let prefix = ContentPath.prefix(of: content)
        let changes = plan.changed.sorted { $0.key < $1.key }.map {
            UnifiedDiff.text(prefix + $0.key, before: files[$0.key], after: $0.value)
        }
        return changes.joined() + plan.deleted.map { "Would remove \(prefix)\($0).\n" }.joined()
    }

    private func write(_ plan: Forgetting, _ files: [String: [UInt8]], _ reader: ContentReader) throws {
        let changed = plan.changed.reduce(into: [:]) { $0[$1.key] = (before: files[$1.key] ?? [], after: $1.value) }
        let known = plan.deleted.reduce(into: [:]) { $0[$1] = files[$1] }
        try JointWrite(reader: reader, changed: changed, removed: plan.deleted, known: known).run()
    }
}
