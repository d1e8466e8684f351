package import Diagnostics

extension YAMLTrap {
    /// A bracket or brace that nothing closes. The scanner notices that on a line below, where nothing is wrong.
    ///
    /// - Parameters:
    ///   - opened: where what the scanner was reading began.
    ///   - number: the line on which it noticed.
    static func leftOpen(_ opened: YAMLComplaint.Mark, noticedOn number: Int, in source: YAMLSource) -> Diagnostic? {
        let start = source.offset(line: opened.line, column: opened.column)
        guard opened.line < number, start < source.range.upperBound, openings.contains(source.bytes[start]),
            !isClosed(start, in: source)
        else { return nil }
        let column = source.text(source.line(opened.line)).prefix { $0 == " " || $0 == "-" }.utf8.count
        let nextKey = (opened.line + 1...number).first { startsKey(onLine: $0, upTo: column, in: source) }
        return nextKey == nil ? nil : commentInBrackets(onLine: opened.line, in: source) ?? unclosed(start, in: source)
    }

    private static let openings = [UInt8(ascii: "["), UInt8(ascii: "{")]

    /// Whether what opens at `start` is closed anywhere below. Text in quotes and comments do not count.
    private static func isClosed(_ start: Int, in source: YAMLSource) -> Bool {
        let bytes = source.bytes
        var depth = 0
        var quote: UInt8?
        // The last byte that is not white space: quotes begin a value, and an apostrophe is within a word.
        var before = bytes[start]
        var i = start
        while i < source.range.upperBound {
            let byte = bytes[i]
            if let open = quote {
                let isEscape = byte == UInt8(ascii: "\\") && open == UInt8(ascii: "\"")
                let isTwice =
                    byte == open && open == UInt8(ascii: "'") && i + 1 < source.range.upperBound
                    && bytes[i + 1] == open
                if isEscape || isTwice { i += 1 } else if byte == open { quote = nil }
            } else {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "'"):
                    if "[{,:".utf8.contains(before) { quote = byte }
                case UInt8(ascii: "#") where bytes[i - 1] <= 32:
                    i = source.line(source.lineNumber(of: i)).upperBound
                    continue
                case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
                case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
                default: break
                }
                if depth == 0 { return true }
            }
            if byte > 32 { before = byte }
            i += 1
        }
        return false
    }

    /// Whether a line starts with a key, or with an item of a list, no further to the right than `column`.
    private static func startsKey(onLine number: Int, upTo column: Int, in source: YAMLSource) -> Bool {
        let text = source.text(source.line(number))
        let words = text.drop { $0 == " " }
        guard text.utf8.count - words.utf8.count <= column else { return false }
        if words.hasPrefix("- ") { return true }
        let key = words.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        let rest = words[key.endIndex...]
        return !key.isEmpty && (rest == ":" || rest.hasPrefix(": "))
    }
}
