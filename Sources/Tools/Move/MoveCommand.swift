internal import Build
internal import Content
internal import Diagnostics
internal import Disk
internal import Foundation
internal import Site
internal import Text

/// Gives an entry another id, or a page another folder: its files move, everything that names it or links to it
/// follows, and its old address leads to it.
public struct MoveCommand: Sendable {
    public var content: String
    /// An address or file of the entry, such as `communities/a` or `content/roles/b.md`.
    public var old: String
    /// The same with another last part; of wiki pages, chapters and plain pages in another folder too.
    public var new: String
    public var isDryRun = false
    /// Called before each file that is written or removed, with its path; for tests.
    var beforeEach: (@Sendable (String) throws -> Void)?

    public init(content: String, old: String, new: String) {
        self.content = content
        self.old = old
        self.new = new
    }

    /// - Throws: `BuildError` when there is no such entry, the new name is taken or not valid, or a file cannot be
    ///   written; then no file is changed.
    public func run() async throws -> EditOutcome {
        let reader = try ContentReader(at: content)
        let source = ContentSource(reader)
        let options = Pipeline.Options.withDrafts(jobs: ProcessInfo.processInfo.activeProcessorCount)
        let before = await Pipeline.read(source, options)
        let move = try Move(
            from: stem(of: old, isThere: true), to: stem(of: new, isThere: false), in: before.site)
        var files: [String: [UInt8]] = [:]
        for path in source.documents { files[path] = try source.read(path).get() }
        let moved = (source.documents + source.assets).filter { move.path($0) != $0 }
        if let taken = moved.map(move.path).first(where: { source.documents.contains($0) || source.assets.contains($0) }
        ) {
            throw BuildError("`\(taken)` is there already; nothing was changed.")
        }

        let trial = MoveTrial(move: move, files: files, assets: source.assets, before: before.site, options: options)
        let (changed, result) = await trial.run()
        let added = Self.added(to: before.problems, in: result.reading.problems, move)
        let problems = added.filter { !$0.isUnder(SiteRules.orphanPage) }
        guard problems.isEmpty else { return .refused(problems) { [result] in result.files[$0] } }
        try trial.refuseStrays(of: result)

        let edited = changed.keys.filter { move.path($0) == $0 }.sorted()
        var report =
            moved.map { "\(isDryRun ? "Would move" : "Moved") \($0) to \(move.path($0))." }
            + edited.map { "\(isDryRun ? "Would change" : "Changed") \($0)." }
        report += added.filter { $0.isUnder(SiteRules.orphanPage) }.map {
            "No page, menu or list leads to \($0.path) then: link to it from another page."
        }
        report += left(RemainingNames(move, in: result.reading.site), in: result.files)
        if !isDryRun {
            try write(changed, moved: moved, edited: edited, files: files, move, reader)
            if let kept = EmptyFolders.remove(reader.absolutePath(of: move.oldFiles)) {
                report.append("\(move.oldFiles)/ stays, because it holds \(Printable.line(kept)).")
            }
        }
        return .done(report.joined(separator: "\n"))
    }

    /// Problems that were not there before. One that only has other words now is not new: its hint may name what moved.
    private static func added(to before: [Diagnostic], in problems: [Diagnostic], _ move: Move) -> [Diagnostic] {
        let known = before.map { problem in
            var problem = problem
            problem.path = move.path(problem.path)
            return problem
        }
        let now = Set(problems.map(\.signature))
        var reworded: [String: Int] = [:]
        for problem in known where !now.contains(problem.signature) {
            reworded["\(problem.path)\n\(problem.code)", default: 0] += 1
        }
        return problems.new(since: known).filter { problem in
            let key = "\(problem.path)\n\(problem.code)"
            guard let count = reworded[key], count > 0 else { return true }
            reworded[key] = count - 1
            return false
        }
    }

    /// The most lines that a report lists.
    private static let most = 20

    /// The lines that still say the old name, for a person to look at.
    private func left(_ names: RemainingNames, in files: [String: [UInt8]]) -> [String] {
        var lines: [String] = []
        if let name = names.name {
            lines.append(
                "Its name stays \(Printable.line(name.text)): if it has a new name, change it in \(name.path).")
        }
        let found = names.find(in: files)
        lines += found.prefix(Self.most).map { "\($0.path):\($0.line) still says \(Printable.line($0.text))." }
        if found.count > Self.most { lines.append("\(found.count - Self.most) more lines say it.") }
        return lines
    }

    /// Below `content/`, without `.md` and slashes at its ends.
    ///
    /// - Parameter isThere: it exists, so it may be written with the name of its file.
    private func stem(of text: String, isThere: Bool) -> String {
        var parts = EntryPath.stem(ofPage: ContentPath.below(content, text)).split(separator: "/").map(String.init)
        let kept = isThere ? parts.endIndex : parts.endIndex - 1
        for index in parts.indices where index < kept { parts[index] = EntryPath.address(of: parts[index]) }
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
