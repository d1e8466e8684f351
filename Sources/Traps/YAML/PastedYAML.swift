package import Diagnostics

/// Finds what a word processor left in YAML: spaces, hyphens, colons and quotes that only look like those of the
/// keyboard, and characters that nobody sees.
///
/// Runs before the parser, which would stumble somewhere below, or silently make a key or a list into text.
package struct PastedYAML {
    private let source: YAMLSource
    private var findings: [Finding] = []
    /// Bytes that are to be read as spaces, so that what looks right is read as it looks.
    private var blanks: [ByteRange] = []
    /// The column of the key or hyphen that what follows may belong to.
    private var owner = -1
    /// It has a value already, so that lines further to the right go on with it.
    private var hasValue = false

    private struct Finding {
        let line: Int
        let problem: PastedLine.Problem
        let range: ByteRange
        let fixed: String
    }

    /// - Returns: the problems, and the text to parse: with spaces for whatever is in their place at the ends of keys
    ///   and values. All ranges stay as they are.
    package static func check(_ source: YAMLSource) -> (problems: [Diagnostic], text: YAMLSource) {
        var next = PastedBytes.next(in: source.bytes, range: source.range, from: source.range.lowerBound)
        guard next != nil else { return ([], source) }
        var check = PastedYAML(source: source)
        for number in 1...source.lineStarts.count {
            guard let offset = next else { break }
            let line = source.line(number)
            let isSuspicious = offset < line.upperBound
            check.read(number, line, isSuspicious: isSuspicious)
            if isSuspicious { next = PastedBytes.next(in: source.bytes, range: source.range, from: line.upperBound) }
        }
        return (check.diagnostics, check.blanks.isEmpty ? source : source.blanking(check.blanks))
    }

    private init(source: YAMLSource) { self.source = source }

    private mutating func read(_ number: Int, _ range: ByteRange, isSuspicious: Bool) {
        let spaces = source.bytes[range].prefix { $0 == UInt8(ascii: " ") }.count
        let isMore = hasValue && spaces > owner
        guard isSuspicious || !isMore else { return }
        let text = source.text(range)
        if isMore {
            if let problem = PastedLine.invisible(in: text[...]) {
                note(problem, on: number, range, text, fixed: text.withoutInvisible)
            }
            return
        }
        let line = PastedLine(text[...])
        let isComment = line.value.hasPrefix("#") && line.isText && line.indent.firstOdd == nil
        guard !isComment else { return }
        if isSuspicious { judge(line, number, range, text, isIndented: spaces > owner) }
        follow(line, text)
    }

    private mutating func judge(_ line: PastedLine, _ number: Int, _ range: ByteRange, _ text: String, isIndented: Bool)
    {
        let fault = line.fault(isIndented: isIndented)
        if let problem = fault ?? line.slip { note(problem, on: number, range, text, fixed: line.fixed) }
        if fault == nil { blanks += line.blanks.map { text.bytes(of: $0, from: range.lowerBound) } }
    }

    /// Remembers whose value the lines below may be.
    private mutating func follow(_ line: PastedLine, _ text: String) {
        if line.isEmpty { return }
        if let start = line.key?.startIndex ?? line.markers.last?.startIndex {
            owner = text.unicodeScalars.distance(from: text.startIndex, to: start)
        }
        hasValue = !line.value.isEmpty && !line.value.hasPrefix("#")
    }

    private mutating func note(
        _ problem: PastedLine.Problem, on line: Int, _ range: ByteRange, _ text: String, fixed: String
    ) {
        findings.append(
            Finding(
                line: line, problem: problem, range: text.bytes(of: problem.range, from: range.lowerBound), fixed: fixed
            ))
    }
}

extension PastedYAML {
    /// Lines that one help shows, and characters of one of them.
    private static let limits = (lines: 30, characters: 1000)

    /// One for each run of lines with the same problem.
    private var diagnostics: [Diagnostic] {
        var problems: [Diagnostic] = []
        var rest = findings[...]
        while let first = rest.first {
            let run = rest.enumerated().prefix { $1.line == first.line + $0 && $1.problem.group == first.problem.group }
                .map(\.element)
            rest = rest.dropFirst(run.count)
            problems.append(
                first.problem.rule.at(
                    first.range, in: source.path, first.problem.message,
                    help: help(run)))
        }
        return problems
    }

    private func help(_ run: [Finding]) -> Help {
        var help = Self.help(run.map(\.fixed), run[0].problem.rule)
        // Only what is shown as a whole is written.
        guard help.paste != nil, run.count <= Self.limits.lines else { return help }
        let text = run.enumerated().map { number, finding in
            let end = source.line(finding.line).upperBound
            let next = number + 1 < run.count ? source.line(finding.line + 1).lowerBound : end
            return finding.fixed + source.text(end..<next)
        }
        let range = source.line(run[0].line).lowerBound..<source.line(run[run.count - 1].line).upperBound
        help.replacement = Replacement(range: range, text: text.joined())
        return help
    }

    private static func help(_ lines: [String], _ rule: Rule) -> Help {
        if lines.allSatisfy(\.isEmpty) {
            return lines.count == 1
                ? "Delete the line, or empty it." : "Delete these \(lines.count) lines, or empty them."
        }
        guard lines.allSatisfy({ $0.utf8.count <= limits.characters }) else {
            return "Delete it, or type that part of the line again."
        }
        let shown = lines.prefix(limits.lines)
        var lead =
            lines.count == 1
            ? "Paste this line in place of yours" : "Paste these \(shown.count) lines in place of yours"
        if rule == YAMLRules.curlyQuotes {
            lead += "; quotes that readers are to see go inside the straight ones"
        }
        if shown.count < lines.count {
            lead += ", and change the \(lines.count - shown.count) lines below them in the same way"
        }
        return Help("\(lead):", paste: shown.joined(separator: "\n"))
    }
}

extension String {
    /// The range of a part of the text in the file, when the text starts at `start`.
    fileprivate func bytes(of part: Range<Index>, from start: Int) -> ByteRange {
        let lower = start + utf8.distance(from: startIndex, to: part.lowerBound)
        return lower..<lower + utf8.distance(from: part.lowerBound, to: part.upperBound)
    }
}
