/// GitHub's list of tags that are not let through (GitHub Flavored Markdown 0.29, 6.11).
enum TagFilter {
    /// - Parameter tag: what follows a `<`.
    static func stops(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let tag = tag.first == UInt8(ascii: "/") ? tag.dropFirst() : tag
        let name = tag.prefix(10).prefix(while: \.isLetter)
        guard names.contains(String(decoding: name, as: UTF8.self).lowercased()) else { return false }
        guard let end = tag.dropFirst(name.count).first else { return true }
        return end == UInt8(ascii: ">") || end == UInt8(ascii: "/") || end.isWhitespace
    }

    private static let names: Set<String> = [
        "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
    ]
}
