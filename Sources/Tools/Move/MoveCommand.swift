internal import Build
internal import Content
internal import Diagnostics
internal import Disk
internal import Foundation
internal import Site

/// Gives an entry another id: its files move, everything that names it or links to it follows, and its old address
/// leads to it.
public struct MoveCommand: Sendable {
    public var content: String
    /// An address or file of the entry, such as `communities/a` or `content/roles/b.md`.
    public var old: String
    /// The same with another last part.
    public var new: String
    public var isDryRun = false
    /// Called before each file that is written or removed, with its path; for tests.
    var beforeEach: (@Sendable (String) throws -> Void)?

    public init(content: String, old: String, new: String) {
        self.content = content
        self.old = old
        self.new = new
    }

    /// - Throws: `BuildError` when there is no such entry, the new name is taken or of no use, or a file cannot be
    ///   written:
    ///   then all files are as they were.
    public func run() async throws -> EditOutcome {
        let reader = try ContentReader(at: content)
        let source = ContentSource(reader)
        let options = Pipeline.Options.withDrafts(jobs: ProcessInfo.processInfo.activeProcessorCount)
        let before = await Pipeline.read(source, options)
        let move = try Move(
            from: place(old, isThere: true), to: place(new, isThere: false), in: before.site)
        var files: [String: [UInt8]] = [:]
        for path in source.documents { files[path] = try source.read(path).get() }
        let changed = move.apply(to: files, languages: before.site.languages)
        let moved = (source.documents + source.assets).filter { move.path($0) != $0 }
        if let taken = moved.map(move.path).first(where: { source.documents.contains($0) || source.assets.contains($0) }
        ) {
            throw BuildError("`\(taken)` is there already; nothing was changed.")
        }

        var after = Dictionary(uniqueKeysWithValues: source.assets.map { (move.path($0), [UInt8]()) })
        for (path, bytes) in files { after[move.path(path)] = changed[path] ?? bytes }
        let known = before.problems.map { problem in
            var problem = problem
            problem.path = move.path(problem.path)
            return problem
        }
        let problems = await Pipeline.read(ContentSource(after), options).problems.new(since: known)
        guard problems.isEmpty else { return .refused(problems) { [after] in after[$0] } }

        let edited = changed.keys.filter { move.path($0) == $0 }.sorted()
        let report =
            moved.map { "\(isDryRun ? "Would move" : "Moved") \($0) to \(move.path($0))." }
            + edited.map { "\(isDryRun ? "Would change" : "Changed") \($0)." }
        if !isDryRun { try write(changed, moved: moved, edited: edited, files: files, move, reader) }
        return .done(report.joined(separator: "\n"))
    }

    /// Below `content/`, without `.md` and slashes at its ends.
    ///
    /// - Parameter isThere: it may be written as its file is called.
    private func place(_ text: String, isThere: Bool) -> String {
        var parts = Place.stem(ofPage: ContentPath.below(content, text)).split(separator: "/").map(String.init)
        let kept = isThere ? parts.endIndex : parts.endIndex - 1
        for index in parts.indices where index < kept { parts[index] = Place.address(of: parts[index]) }
        return parts.joined(separator: "/")
    }

    private func write(
        _ changed: [String: [UInt8]], moved: [String], edited: [String], files: [String: [UInt8]], _ move: Move,
        _ reader: ContentReader
    ) throws {
        var write = JointWrite(reader: reader)
        for path in moved {
            write.made[move.path(path)] = (changed[path] ?? files[path]).map { .bytes($0) } ?? .copy(of: path)
            write.known[path] = files[path]
        }
        for path in edited { write.changed[path] = (before: files[path]!, after: changed[path]!) }
        write.removed = moved
        if let beforeEach { write.beforeEach = beforeEach }
        try write.run()
    }
}
