internal import Diagnostics

/// A heading, an item or a task whose sign has no space after it, so its line is text: `##Agenda`, `-bread`,
/// `1.Bread`, `[x]Bread`.
package enum MissingSpace {
    /// A line of a paragraph, and what is around it.
    package struct LineContext {
        /// Where the text of the line begins in the file.
        let start: Int
        let beginsParagraph: Bool
        /// It is a paragraph of the page, and not of a list or quote.
        let isAlone: Bool
        /// The first sign of the list that the line continues, or that is above it.
        let list: UInt8?
        /// A quote may name its author after a hyphen.
        let isInQuote: Bool

        package init(_ start: Int, beginsParagraph: Bool, isAlone: Bool, list: UInt8?, isInQuote: Bool) {
            (self.start, self.beginsParagraph, self.isAlone) = (start, beginsParagraph, isAlone)
            (self.list, self.isInQuote) = (list, isInQuote)
        }
    }

    /// - Returns: what is wrong with the line, and with those below it that are like it; and where they end.
    package static func find(in bytes: [UInt8], with context: LineContext) -> (finding: TrapFinding?, end: Int) {
        switch bytes[context.start] {
        case UInt8(ascii: "#"): return (heading(bytes, context), context.start)
        case UInt8(ascii: "["): return (task(bytes, context.start), context.start)
        default:
            let list = MissingSpaceList(bytes, context)
            return (list.finding, list.end)
        }
    }

    private static func heading(_ bytes: [UInt8], _ context: LineContext) -> TrapFinding? {
        var text = TypedLine(bytes, from: context.start).text
        let start = text.prefix { bytes[$0] == UInt8(ascii: "#") }.endIndex
        let count = start - text.lowerBound
        guard count <= 6, start < text.upperBound, let first = TypedLine.beginning(bytes, at: start) else { return nil }
        let range = text
        text = start..<text.upperBound
        // Signs that end a heading need a space, too.
        let kept =
            text.reversed().drop { bytes[$0] == 0x20 || bytes[$0] == 0x09 }
            .drop { bytes[$0] == UInt8(ascii: "#") }.first.map { $0 + 1 } ?? start
        let isSure = count > 1
        if !isSure {
            // `#agile` is a tag, and `#agile #lean` are two.
            let words = bytes[text].split(separator: 0x20)
            guard context.isAlone, first != .digit, words.count > 1, words[1].first != UInt8(ascii: "#"),
                let last = bytes[text].last, !".,;:".utf8.contains(last)
            else { return nil }
        }
        let marks = String(repeating: "#", count: count)
        let fixed = "\(marks) \(String(decoding: bytes[start..<kept], as: UTF8.self))"
        return TrapFinding(
            range: range,
            message: "No space follows `\(marks)`, so this line is not a heading: it is shown as written.",
            help: help(TypedLine.prefix(of: context.start, in: bytes) + fixed, isSure: isSure, range, fixed))
    }

    /// `[x]text`, `[]` and `[ x ]` at the beginning of an item.
    private static func task(_ bytes: [UInt8], _ start: Int) -> TrapFinding? {
        let line = TypedLine(bytes, from: start).text
        guard let close = bytes[line.prefix(5)].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        let inner = bytes[start + 1..<close].filter { $0 != 0x20 }
        guard inner.isEmpty || inner.count == 1 && inner[0] | 0x20 == UInt8(ascii: "x") else { return nil }
        let box = inner.isEmpty ? "[ ]" : "[x]"
        let next = close + 1 < line.upperBound ? bytes[close + 1] : 0
        let follows = TypedLine.beginning(bytes, at: close + 1)
        let hasSpace = next == 0x20 || next == 0x09
        guard hasSpace ? close - start != 2 : follows != nil && next != UInt8(ascii: "(") && next != UInt8(ascii: "["),
            close + 1 < line.upperBound
        else { return nil }
        let written = String(decoding: bytes[start...close], as: UTF8.self)
        let rest = String(decoding: bytes[close + 1..<line.upperBound], as: UTF8.self)
        return TrapFinding(
            range: start..<close + 1,
            message: hasSpace
                ? "`\(written)` is not a checkbox of a task, which is `[ ]` or `[x]`: it is shown as written."
                : "No space follows `\(written)`, so this item is not a task: it is shown as written.",
            help: .paste(
                TypedLine.prefix(of: start, in: bytes) + box + (hasSpace ? "" : " ") + rest,
                replacement: Replacement(range: start..<close + 1, text: box + (hasSpace ? "" : " "))))
    }

    /// - Parameters:
    ///   - lines: to paste.
    ///   - range: the bytes that become `fixed`.
    static func help(_ lines: String, isSure: Bool, _ range: ByteRange, _ fixed: String) -> Help {
        if isSure { return .paste(lines, replacement: Replacement(range: range, text: fixed)) }
        let sign = fixed.utf8.first.map { (0x30...0x39).contains($0) } == true ? "the character after the number" : "it"
        return Help("If it is for readers, put a backslash before \(sign). If it is not, write:", paste: lines)
    }
}
