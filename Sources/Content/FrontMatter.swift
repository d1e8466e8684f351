internal import Diagnostics

/// A file cut in two: front matter between lines of `---`, and the body below.
struct FrontMatter {
    /// The YAML without its fences; `nil` when the file has none.
    var yaml: ByteRange?
    /// Offset of the body's first byte.
    var bodyStart: Int

    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    struct Unclosed: Error {
        var problem: Diagnostic
    }

    static func split(_ file: SourceFile) -> Result<FrontMatter, Unclosed> {
        let bytes = file.bytes
        let start = bytes.starts(with: byteOrderMark) ? 3 : 0
        guard isFence(bytes, at: start) else {
            if let problem = linesAbove(file, from: start) ?? misspeltFence(file, from: start) {
                return .failure(Unclosed(problem: problem))
            }
            return .success(FrontMatter(yaml: nil, bodyStart: start))
        }
        let yamlStart = nextLine(bytes, after: start)
        var line = yamlStart
        while line < bytes.count {
            if isFence(bytes, at: line) {
                return .success(FrontMatter(yaml: yamlStart..<line, bodyStart: nextLine(bytes, after: line)))
            }
            line = nextLine(bytes, after: line)
        }
        return .failure(Unclosed(problem: unclosed(file, from: yamlStart, start)))
    }

    /// Where a line looks as if it were meant to end it, that is the line to mend.
    private static func unclosed(_ file: SourceFile, from yamlStart: Int, _ start: Int) -> Diagnostic {
        var line = yamlStart
        while line < file.bytes.count {
            let text = lineText(file.bytes, at: line)
            let words = text.split(whereSeparator: \.isWhitespace)
            if words.count == 1, text.hasPrefix(words[0]), words[0].allSatisfy({ "-—–_=".contains($0) }) {
                return ContentRules.unclosedFrontMatter.at(
                    line..<(line + words[0].utf8.count), in: file.path,
                    "Front matter ends with a line of exactly three hyphens, which this is not.",
                    help: Help(
                        "Write three hyphens in its place:", paste: "---",
                        replacement: Replacement(range: line..<(line + words[0].utf8.count), text: "---")))
            }
            line = nextLine(file.bytes, after: line)
        }
        return ContentRules.unclosedFrontMatter.at(
            start..<(start + 3), in: file.path, "The front matter that starts here never ends.",
            help: Help(
                "Put a line of three hyphens below the last line that starts with a key and a colon:", paste: "---"))
    }

    /// What was copied along above front matter: an empty line, a file's path, the head of an e-mail, its sign of a
    /// quotation.
    ///
    /// Text may hold lines of three hyphens too. Only lines that are keys from the first to the second of them are
    /// front matter.
    private static func linesAbove(_ file: SourceFile, from start: Int) -> Diagnostic? {
        var fence = start
        var number = 0
        while number < mostLinesAbove, fence < file.bytes.count, !isFence(file.bytes, at: fence) {
            let text = lineText(file.bytes, at: fence)
            // A page that shows what front matter looks like.
            if ["```", "~~~", "# "].contains(where: { text.hasPrefix($0) }) { return nil }
            if number == 0, text.filter({ $0 != " " }).hasPrefix(">---") {
                return ContentRules.unclosedFrontMatter.at(
                    fence..<(fence + 1), in: file.path,
                    "This file is quoted as in an e-mail: its lines start with `>`.",
                    help: "Remove `>` and the space behind it from the start of each line.")
            }
            fence = nextLine(file.bytes, after: fence)
            number += 1
        }
        guard number > 0, fence < file.bytes.count, isFence(file.bytes, at: fence) else { return nil }
        var line = nextLine(file.bytes, after: fence)
        guard startsLikeKey(lineText(file.bytes, at: line)) || lineText(file.bytes, at: line).hasPrefix("#content/")
        else { return nil }
        while line < file.bytes.count, !isFence(file.bytes, at: line) {
            let text = lineText(file.bytes, at: line)
            guard
                text.contains(":") || text.hasPrefix(" ") || text.hasPrefix("-") || text.hasPrefix("#")
                    || text.allSatisfy(\.isWhitespace)
            else { return nil }
            line = nextLine(file.bytes, after: line)
        }
        guard line < file.bytes.count else { return nil }
        let isEmpty = file.bytes[start..<fence].allSatisfy { $0 <= 32 }
        return ContentRules.unclosedFrontMatter.at(
            start..<max(start + 1, nextLine(file.bytes, after: start) - 1), in: file.path,
            "Front matter is the first thing in a file, and "
                + "\(isEmpty ? "an empty line stands" : number == 1 ? "this line stands" : "\(number) lines stand") "
                + "above it.",
            help: isEmpty
                ? "Remove what is above the first line of three hyphens."
                : "Remove what is above the first line of three hyphens, or move it below the second.")
    }

    private static let mostLinesAbove = 30

    /// Three hyphens and nothing but spaces behind them.
    private static func isFence(_ bytes: [UInt8], at start: Int) -> Bool {
        guard start + 3 <= bytes.count, bytes[start] == 45, bytes[start + 1] == 45, bytes[start + 2] == 45 else {
            return false
        }
        var i = start + 3
        while i < bytes.count, bytes[i] == 32 || bytes[i] == 9 || bytes[i] == 13 { i += 1 }
        return i == bytes.count || bytes[i] == 10
    }

    /// A first line that was meant to be three hyphens (a dash, two hyphens, a space before them, or nothing at all)
    /// above a line such as `name: …`. A file that starts with text is a page without front matter.
    private static func misspeltFence(_ file: SourceFile, from start: Int) -> Diagnostic? {
        var line = start
        for _ in 0..<2 {
            let end = nextLine(file.bytes, after: line)
            let text = String(decoding: file.bytes[line..<end], as: UTF8.self)
            let isMark = text.allSatisfy { $0.isWhitespace || "-—–_*=".contains($0) }
            if startsLikeKey(text) || (isMark && startsLikeKey(lineText(file.bytes, at: end))) {
                let shown = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
                return ContentRules.unclosedFrontMatter.at(
                    line..<max(line + 1, line + shown.utf8.count), in: file.path,
                    "Front matter starts with a line of exactly three hyphens, on the first line of the file.",
                    help: Help(
                        isMark
                            ? "Write three hyphens in its place:"
                            : "Put this line above the first key, and the same below the last:", paste: "---"))
            }
            guard isMark else { return nil }
            line = end
        }
        return nil
    }

    private static func lineText(_ bytes: [UInt8], at start: Int) -> String {
        String(decoding: bytes[start..<nextLine(bytes, after: start)], as: UTF8.self)
    }

    /// `name: …` or `title:`: the keys with which nearly every entry starts.
    private static func startsLikeKey(_ line: String) -> Bool {
        ["name:", "title:", "summary:", "members:", "topics:", "purpose:", "agreed:"].contains { line.hasPrefix($0) }
    }

    private static func nextLine(_ bytes: [UInt8], after start: Int) -> Int {
        var i = start
        while i < bytes.count, bytes[i] != 10 { i += 1 }
        return min(i + 1, bytes.count)
    }
}
