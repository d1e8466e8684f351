internal import Diagnostics

/// Lines of three hyphens around front matter that are missing, misspelt or misplaced.
package enum FenceTrap {
    /// - Returns: why a file that does not start with front matter was meant to; `nil` for a page without any.
    package static func opening(_ lines: FrontMatterLines, from start: Int) -> TrapFinding? {
        linesAbove(lines, from: start) ?? misspelt(lines, from: start) ?? remark(lines, from: start)
            ?? oldLineEnds(lines, from: start)
    }

    /// Where a line looks as if it were meant to end it, that is the line to fix.
    package static func closing(_ lines: FrontMatterLines, opened start: Int, from yamlStart: Int) -> TrapFinding {
        var line = yamlStart
        while line < lines.bytes.count {
            let text = lines.text(at: line)
            let words = text.split(whereSeparator: \.isWhitespace)
            if words.count == 1, text.hasPrefix(words[0]), words[0].allSatisfy({ "-—–_=".contains($0) }) {
                return TrapFinding(
                    range: line..<(line + words[0].utf8.count),
                    message: "Front matter ends with a line of exactly three hyphens, but this line is different.",
                    help: Help(
                        "Write three hyphens in its place:", paste: "---",
                        replacement: Replacement(range: line..<(line + words[0].utf8.count), text: "---")))
            }
            line = lines.next(after: line)
        }
        return TrapFinding(
            range: start..<(start + 3),
            message: "The lines such as `name: …` that start here, the front matter, never end.",
            help: Help(
                "Put a line of three hyphens below the last of them:", paste: "---",
                replacement: missingEnd(lines, from: yamlStart)))
    }

    /// The end of front matter where only one line can be meant: below lines that are keys and what belongs to them,
    /// above an empty line with text below it that is neither, or at the end of the file.
    private static func missingEnd(_ lines: FrontMatterLines, from yamlStart: Int) -> Replacement? {
        var line = yamlStart
        guard isKey(lines.text(at: line)) else { return nil }
        while line < lines.bytes.count, isKey(lines.text(at: line)) || isBelowKey(lines.text(at: line)) {
            line = lines.next(after: line)
        }
        let end = line
        var isFirst = true
        while line < lines.bytes.count {
            let text = lines.text(at: line)
            if line == end, !text.allSatisfy(\.isWhitespace) { return nil }
            if isKey(text) || isFirst && isBelowKey(text) { return nil }
            isFirst = isFirst && text.allSatisfy(\.isWhitespace)
            line = lines.next(after: line)
        }
        let lineEnd = lines.text(at: yamlStart).contains("\r\n") ? "\r\n" : "\n"
        let isEnded = lines.bytes[end - 1] == 10
        return Replacement(range: end..<end, text: (isEnded ? "" : lineEnd) + "---" + lineEnd)
    }

    /// `kind: guide` or `topics:`.
    private static func isKey(_ line: String) -> Bool {
        let name = line.prefix { ("a"..."z").contains($0) || $0 == "_" }
        let rest = line[name.endIndex...]
        return !name.isEmpty && rest.first == ":" && (rest.dropFirst().first?.isWhitespace ?? true)
    }

    /// An item, or a line further in than its key.
    private static func isBelowKey(_ line: String) -> Bool {
        line.hasPrefix("- ") || line.hasPrefix(" ") && !line.allSatisfy(\.isWhitespace)
    }

    private static let mostLinesAbove = 30

    /// What was copied along above front matter: an empty line, a file's path, the head of an e-mail, its sign of a
    /// quotation.
    ///
    /// Text may hold lines of three hyphens too. Only lines that are keys from the first to the second of them are
    /// front matter.
    private static func linesAbove(_ lines: FrontMatterLines, from start: Int) -> TrapFinding? {
        var fence = start
        var number = 0
        var isBelowHeading = false
        while number < mostLinesAbove, fence < lines.bytes.count, !lines.isFence(at: fence) {
            let text = lines.text(at: fence)
            // A page that shows what front matter looks like.
            if ["```", "~~~"].contains(where: { text.hasPrefix($0) }) { return nil }
            isBelowHeading = isBelowHeading || text.hasPrefix("# ")
            if number == 0, text.filter({ $0 != " " }).hasPrefix(">---") {
                return TrapFinding(
                    range: fence..<(fence + 1),
                    message: "This file is quoted as in an e-mail: its lines start with `>`.",
                    help: "Remove `>` and the space after it from the start of each line.")
            }
            fence = lines.next(after: fence)
            number += 1
        }
        guard number > 0, fence < lines.bytes.count, lines.isFence(at: fence) else { return nil }
        let line = lines.next(after: fence)
        guard
            !isBelowHeading && areKeys(lines, from: line)
                || HeldBackKeys.stand(in: lines, from: line, byName: isBelowHeading)
        else { return nil }
        let isEmpty = lines.bytes[start..<fence].allSatisfy { $0 <= 32 }
        return TrapFinding(
            range: start..<max(start + 1, lines.next(after: start) - 1),
            message: "Front matter is the first thing in a file, and "
                + "\(isEmpty ? "an empty line is" : number == 1 ? "this line is" : "\(number) lines are") "
                + "above it.",
            help: isEmpty
                ? "Remove what is above the first line of three hyphens."
                : "Remove what is above the first line of three hyphens, or move it below the second.")
    }

    /// Whether lines up to the next line of three hyphens are keys, the first being one that most entries have.
    private static func areKeys(_ lines: FrontMatterLines, from start: Int) -> Bool {
        var line = start
        guard startsLikeKey(lines.text(at: line)) || lines.text(at: line).hasPrefix("#content/") else { return false }
        while line < lines.bytes.count, !lines.isFence(at: line) {
            let text = lines.text(at: line)
            guard
                text.contains(":") || text.hasPrefix(" ") || text.hasPrefix("-") || text.hasPrefix("#")
                    || text.allSatisfy(\.isWhitespace)
            else { return false }
            line = lines.next(after: line)
        }
        return line < lines.bytes.count
    }

    /// A first line that was meant to be three hyphens (a dash, two hyphens, a space before them, or nothing at all)
    /// above a line such as `name: …`. A file that starts with text is a page without front matter.
    private static func misspelt(_ lines: FrontMatterLines, from start: Int) -> TrapFinding? {
        var line = start
        for _ in 0..<2 {
            let end = lines.next(after: line)
            let text = String(decoding: lines.bytes[line..<end], as: UTF8.self)
            let signs = FrontMatterLines.visible(text)
            let isMark = signs.allSatisfy { "-—–_*=".contains($0) }
            let isAbove =
                isMark
                && (startsLikeKey(lines.text(at: end)) || !signs.isEmpty && HeldBackKeys.stand(in: lines, from: end))
            if startsLikeKey(text) || isAbove {
                let shown = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
                return TrapFinding(
                    range: line..<max(line + 1, line + shown.utf8.count),
                    message: "Front matter starts with a line of exactly three hyphens, on the first line of the file.",
                    help: Help(
                        isMark
                            ? "Write three hyphens in its place:"
                            : "Put this line above the first key, and the same below the last:", paste: "---",
                        replacement: isMark && line == start && isClosed(lines, below: end)
                            ? Replacement(range: line..<line + shown.utf8.count, text: "---") : nil))
            }
            guard isMark else { return nil }
            line = end
        }
        return nil
    }

    /// A remark after the hyphens, as YAML allows (`--- # about the page`), or the first key.
    private static func remark(_ lines: FrontMatterLines, from start: Int) -> TrapFinding? {
        let shown = lines.text(at: start).split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        let rest = shown.dropFirst(3).drop { $0.isWhitespace }
        let isRemark = rest.first.map { "#!&".contains($0) } ?? false
        guard shown.hasPrefix("---"), isRemark || isKey(rest.lowercased() + "\n") else { return nil }
        var line = lines.next(after: start)
        while line < lines.bytes.count, lines.text(at: line).first.map({ $0 == "#" || $0.isWhitespace }) ?? true {
            line = lines.next(after: line)
        }
        guard line < lines.bytes.count, isKey(lines.text(at: line).lowercased().filter { !"\"'".contains($0) })
        else { return nil }
        let range = start..<start + shown.utf8.count
        let lineEnd = lines.text(at: start).contains("\r\n") ? "\r\n" : "\n"
        return TrapFinding(
            range: range, message: "Front matter starts with a line of exactly three hyphens, and nothing after them.",
            help: Help(
                "Write three hyphens in its place:", paste: isRemark ? "---" : "---\n" + rest,
                replacement: isClosed(lines, below: line)
                    ? Replacement(range: range, text: isRemark ? "---" : "---" + lineEnd + rest) : nil))
    }

    /// Lines that end as on old Macs, so that the whole file is a single line.
    private static func oldLineEnds(_ lines: FrontMatterLines, from start: Int) -> TrapFinding? {
        let mark = Array("---\r".utf8)
        guard lines.bytes[start...].starts(with: mark), start + 4 < lines.bytes.count, lines.bytes[start + 4] != 10
        else { return nil }
        return TrapFinding(
            range: start..<start + 3,
            message: "The lines of this file end with the character CR alone, as on old Macs, so its front matter is "
                + "not found.",
            help: "Save the file with the line ends LF, which editors also call Unix.")
    }

    private static func isClosed(_ lines: FrontMatterLines, below start: Int) -> Bool {
        var line = start
        while line < lines.bytes.count, !lines.isFence(at: line) { line = lines.next(after: line) }
        return line < lines.bytes.count
    }

    /// `name: …` or `title:`: the keys with which nearly every entry starts.
    private static func startsLikeKey(_ line: String) -> Bool {
        [
            "name:", "title:", "summary:", "members:", "topics:", "purpose:", "agreed:", "draft:", "publish_on:",
            "expires_on:", "published:",
        ].contains { line.hasPrefix($0) }
    }
}
