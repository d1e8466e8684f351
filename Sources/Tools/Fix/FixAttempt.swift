internal import Content
internal import Diagnostics
internal import Site

/// The replacements of one file that can be made at once.
struct FixAttempt {
    private let before: SourceFile
    private let problems: [Diagnostic]
    /// Of `before`.
    private let ranges: [ByteRange]
    let after: [UInt8]
    let fixed: [Fixes.Fixed]

    /// - Parameter problems: all of the file. Of replacements that overlap or touch, the first is made.
    /// - Returns: `nil` when there is none to make.
    init?(_ problems: [Diagnostic], in file: SourceFile) {
        var bytes: [UInt8] = []
        var end = 0
        var made: [(problem: Diagnostic, offset: Int)] = []
        var ranges: [ByteRange] = []
        let ordered = problems.compactMap { problem in problem.help?.replacement.map { (problem, $0) } }.sorted {
            ($0.1.range.lowerBound, $0.1.range.upperBound) < ($1.1.range.lowerBound, $1.1.range.upperBound)
        }
        for (problem, replacement) in ordered {
            let range = replacement.range
            guard range.lowerBound > end || ranges.isEmpty, range.lowerBound >= 0, range.upperBound <= file.bytes.count
            else { continue }
            bytes += file.bytes[end..<range.lowerBound]
            made.append((problem, bytes.count))
            bytes += replacement.text.utf8
            end = range.upperBound
            ranges.append(range)
        }
        bytes += file.bytes[end...]
        guard !ranges.isEmpty, bytes != file.bytes else { return nil }
        let lines = LineIndex(bytes)
        fixed = made.map { problem, offset in
            let line = lines.position(of: offset).line
            return Fixes.Fixed(path: file.path, line: line, code: problem.code, text: lines.text(ofLine: line))
        }
        (before, self.problems, self.ranges, after) = (file, problems, ranges, bytes)
    }

    /// Fewer errors are better, whatever else comes to light. Ignores orphan pages, which depend on other files.
    private static func weight(_ problems: [Diagnostic]) -> (errors: Int, all: Int) {
        let problems = problems.filter { !$0.isUnder(SiteRules.orphanPage) }
        return (problems.count { $0.severity == .error }, problems.count)
    }

    /// Whether the file has fewer problems and says the same as before where nothing was replaced.
    ///
    /// For a file that could not be read, reading further counts: the lines below were not looked at before.
    ///
    /// - Parameter found: the file's problems afterwards.
    func isBetter(leaving found: [Diagnostic]) -> Bool {
        let file = SourceFile(path: before.path, bytes: after)
        if let isSame = FrontMatterEdit.saysTheSame(before, file, besides: ranges) {
            let (was, now) = (Self.weight(problems), Self.weight(found))
            return isSame && now < was
        }
        guard let next = found.filter({ $0.severity == .error }).map(\.range.lowerBound).min() else { return true }
        let first = problems.filter { $0.severity == .error }.map(\.range.lowerBound).min() ?? 0
        // An error above may be one of the facts that can be read.
        return next > first || next == first && Self.weight(found) < Self.weight(problems)
            || FrontMatterEdit.saysTheSame(file, file, besides: []) != nil
    }
}
