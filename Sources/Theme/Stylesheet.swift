/// Styles as they are published: comments and indentation stay in the theme's files.
enum Stylesheet {
    /// Without comments, empty lines, spaces at the beginning of lines and before `{`, and spaces and line ends after
    /// `{`, `}` and `;`. Strings stay as they are; a comment that does not end is kept.
    static func compact(_ css: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(css.count)
        var quote: UInt8?
        var next = 0
        var mayBeComment = true
        // A space after an escaped sign is not dropped.
        var isEscaped = false
        while next < css.count {
            let byte = css[next]
            if quote == nil, mayBeComment, isStartOfComment(in: css, at: next) {
                if let end = endOfComment(in: css, at: next) {
                    next = end
                    continue
                }
                // Nor does any that begins after it.
                mayBeComment = false
            }
            let last = isEscaped ? 0 : out.last ?? newline
            isEscaped = false
            let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
            let isDropped =
                quote == nil && (isSpace || byte == newline) && (last == newline || Self.ends.contains(last))
            if quote == nil, byte == UInt8(ascii: "{"), last == UInt8(ascii: " ") { out.removeLast() }
            if !isDropped { out.append(byte) }
            if byte == UInt8(ascii: "\\"), next + 1 < css.count {
                out.append(css[next + 1])
                next += 1
                isEscaped = true
            } else if byte == quote || (quote != nil && byte == newline) {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
            next += 1
        }
        return out
    }

    private static let newline = UInt8(ascii: "\n")
    private static let ends: Set = [UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";")]

    private static func isStartOfComment(in css: [UInt8], at start: Int) -> Bool {
        css[start] == UInt8(ascii: "/") && start + 1 < css.count && css[start + 1] == UInt8(ascii: "*")
    }

    /// The offset after the comment that begins at one; `nil` where it does not end.
    static func endOfComment(in css: [UInt8], at start: Int) -> Int? {
        var end = start + 2
        while end + 1 < css.count {
            if css[end] == UInt8(ascii: "*"), css[end + 1] == UInt8(ascii: "/") { return end + 2 }
            end += 1
        }
        return nil
    }
}
