internal import Build
internal import Content
internal import Diagnostics

/// Makes the replacements that problems offer as safe, in memory, and looks at the result.
///
/// A pass makes replacements that do not overlap and reads the handbook again. A file that is not better afterwards, or
/// whose other facts changed, stays as it was before the pass.
struct Fixes {
    /// One replacement that was made.
    struct Fixed {
        let path: String
        /// From 1, in the file as it was after its pass.
        let line: Int
        let code: String
        /// The line as it became.
        let text: String
    }

    private static let mostPasses = 8

    private let source: ContentSource
    private let options: Pipeline.Options
    /// Files that a fix did not improve, which are left alone from then on.
    private var given: Set<String> = []
    private(set) var changed: [String: [UInt8]] = [:]
    private(set) var made: [Fixed] = []

    init(_ source: ContentSource, _ options: Pipeline.Options) { (self.source, self.options) = (source, options) }

    mutating func run() async {
        var reading = await Pipeline.read(source, options)
        for _ in 0..<Self.mostPasses {
            let tries = tries(for: reading.problems)
            if tries.isEmpty { return }
            let tried = tries.mapValues(\.after)
            let after = await Pipeline.read(source.with(changed.merging(tried) { $1 }), options)
            let problems = Dictionary(grouping: after.problems, by: \.path)
            for (path, attempt) in tries.sorted(by: { $0.key < $1.key }) {
                guard attempt.isBetter(leaving: problems[path] ?? []) else {
                    given.insert(path)
                    continue
                }
                changed[path] = attempt.after
                made += attempt.fixed
            }
            reading = given.isDisjoint(with: tries.keys) ? after : await Pipeline.read(source.with(changed), options)
        }
    }

    /// What can be tried now, by path. Only pages: `site.yaml` says how all of them are read.
    private func tries(for problems: [Diagnostic]) -> [String: FixAttempt] {
        let byPath = Dictionary(grouping: problems, by: \.path)
        return byPath.reduce(into: [:]) { tries, file in
            guard file.key.hasSuffix(".md"), !given.contains(file.key),
                file.value.contains(where: { $0.help?.replacement != nil }),
                let bytes = changed[file.key] ?? (try? source.read(file.key).get())
            else { return }
            tries[file.key] = FixAttempt(file.value, in: SourceFile(path: file.key, bytes: bytes))
        }
    }
}
