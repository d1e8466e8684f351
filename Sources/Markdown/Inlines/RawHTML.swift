/// Facts about a piece of HTML that do not need a browser's parser.
enum RawHTML {
    /// Nothing but complete comments and white space.
    static func isOnlyComments(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var rest = bytes[...]
        while true {
            rest = rest.drop { $0.isWhitespace }
            guard !rest.isEmpty else { return true }
            guard rest.starts(with: "<!--".utf8), let end = endOfComment(rest) else { return false }
            rest = rest[end...]
        }
    }

    /// Just after `-->`. A comment may be as short as `<!-->`.
    static func endOfComment(_ comment: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var i = comment.startIndex + 4
        while i < comment.endIndex {
            if comment[i] == UInt8(ascii: ">"), comment[i - 1] == UInt8(ascii: "-"), comment[i - 2] == UInt8(ascii: "-")
            {
                return i + 1
            }
            i += 1
        }
        return nil
    }

    /// Whether a tag is `</name>`, for a name in lower case.
    static func isEndTag(_ tag: UnsafeBufferPointer<UInt8>, of name: String) -> Bool {
        guard tag.starts(with: "</".utf8) else { return false }
        let rest = tag[2...].prefix { $0.isLetter }
        return rest.lazy.map { $0 | 0x20 }.elementsEqual(name.utf8)
    }
}
