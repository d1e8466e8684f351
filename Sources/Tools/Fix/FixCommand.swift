public import Build
internal import Content
internal import Disk
internal import Text

/// What `check --fix` does before it checks: gives files the ids that they need, and makes the changes that are beyond
/// doubt.
public struct FixCommand: Sendable {
    public var content: String
    public var options: Pipeline.Options
    /// Show the changes as a difference, and write nothing.
    public var isDryRun = false
    /// Called before each file that is renamed, or in which a link follows, with its path; for tests.
    var beforeEach: (@Sendable (String) throws -> Void)?

    public init(content: String, options: Pipeline.Options) { (self.content, self.options) = (content, options) }

    /// - Returns: lines for a person, each ended: what became of each problem, or the changes as a difference.
    /// - Throws: `BuildError` when the content cannot be read, or a file cannot be written or changed meanwhile.
    public func run() async throws -> String {
        var reader = try ContentReader(at: content)
        var source = ContentSource(reader)
        let prefix = ContentPath.prefix(of: content)
        let renames = try await IDRenames(source, jobs: options.jobs)
        var out = renames.report(prefix, isDryRun: isDryRun)
        if !isDryRun, !renames.moves.isEmpty {
            try renames.write(with: reader, beforeEach: beforeEach ?? { _ in })
            reader = try ContentReader(at: content)
            source = ContentSource(reader)
        }
        var fixes = Fixes(source, options)
        await fixes.run()
        let made = Dictionary(grouping: fixes.made, by: \.path)
        for (path, bytes) in fixes.changed.sorted(by: { $0.key < $1.key }) where reader.canHold(path) {
            let before = try source.read(path).get()
            if isDryRun {
                let diff = UnifiedDiff.text(prefix + path, before: before, after: bytes)
                // A tab is what is fixed in some lines, and does nothing to a terminal.
                out += diff.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                    line.split(separator: "\t", omittingEmptySubsequences: false).map { Printable.line(String($0)) }
                        .joined(separator: "\t")
                }.joined(separator: "\n")
                continue
            }
            try ContentFile.write(bytes, over: before, at: reader.absolutePath(of: path))
            for fixed in made[path] ?? [] {
                out += "\(Printable.line(prefix + path)):\(fixed.line): \(fixed.code): \(Printable.line(fixed.text))\n"
            }
        }
        return out
    }
}
