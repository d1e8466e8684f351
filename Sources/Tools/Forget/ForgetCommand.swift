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
    /// Called before each file that is written or removed, with its path; for tests.
    var beforeEach: (@Sendable (String) throws -> Void)?

    public struct Outcome: Sendable {
        public var edit: EditOutcome
        /// How many mentions somebody has to decide about.
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
        let leftovers = JointWrite.leftovers(in: reader)
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
        let remark = removes && isRefused ? "Nothing was changed.\n" : Self.text(of: leftovers, isDone: removes)
        let report = ForgetReport(
            forgetting: plan, files: files, isDone: removes && !isRefused, prefix: ContentPath.prefix(of: content),
            history: ForgetHistory(of: forgotten, Git(folder: reader.root)))
        return Outcome(edit: .done(remark + report.text), left: plan.left.count + plan.blocked.count)
    }

    private static func text(of leftovers: [String], isDone: Bool) -> String {
        guard let first = leftovers.first else { return "" }
        let folders = leftovers.count == 1 ? "`\(first)`" : "`\(first)` and \(leftovers.count - 1) more like it"
        return "An earlier run was ended before it was done, and left \(folders) with what it removed. "
            + (isDone ? "That is gone now too.\n" : "With --remove, that goes too.\n")
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
        var write = JointWrite(reader: reader)
        for (path, bytes) in plan.changed { write.changed[path] = (before: files[path] ?? [], after: bytes) }
        // Their own files last: another run finds the rest by them.
        write.removed = plan.deleted.filter { files[$0] == nil } + plan.person.files
        for path in plan.person.files { write.known[path] = files[path] }
        if let beforeEach { write.beforeEach = beforeEach }
        try write.run()
        for folder in JointWrite.leftovers(in: reader) {
            do { try FileManager.default.removeItem(atPath: reader.absolutePath(of: folder)) } catch {
                throw BuildError("cannot remove `\(folder)`: \(error.localizedDescription)")
            }
        }
    }
}
