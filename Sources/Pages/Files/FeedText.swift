internal import Text

/// The HTML of a text as readers of feeds can show it, in one pass over its bytes.
enum FeedText {
    /// - Parameters:
    ///   - html: as `PageScope.appendBody` writes it: attributes hold no `>`, and texts no `"`.
    ///   - address: of the page that the text is from.
    static func of(_ html: [UInt8], from address: String) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(html.count)
        var rest = html[...]
        while let next = rest.firstIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "#") }) {
            out.append(contentsOf: rest[..<next])
            rest = rest[next...]
            if rest.first == UInt8(ascii: "#") {
                // Footnotes, and the way back from them.
                if out.suffix(6).elementsEqual("href=\"".utf8) { HTMLEscape.append(address, to: &out) }
            } else if let (tag, end) = replacement(at: rest) {
                out.append(contentsOf: tag.utf8)
                rest = html[end...]
                continue
            } else if let end = endOfAnchor(rest) {
                if out.last == UInt8(ascii: " ") { out.removeLast() }
                rest = html[end...]
                continue
            }
            out.append(rest.removeFirst())
        }
        out.append(contentsOf: rest)
        return out
    }

    /// Readers do not open what is closed, and leave out what opens it.
    private static func replacement(at rest: ArraySlice<UInt8>) -> (tag: String, end: Int)? {
        for (tag, other) in replacements where rest.starts(with: tag.utf8) {
            return rest.firstIndex(of: UInt8(ascii: ">")).map { (other, $0 + 1) }
        }
        return nil
    }

    private static let replacements = [
        ("<details", "<div>"), ("</details", "</div>"), ("<summary", "<p>"), ("</summary", "</p>"),
    ]

    /// Where a sign beside a heading ends that leads to itself.
    private static func endOfAnchor(_ rest: ArraySlice<UInt8>) -> Int? {
        guard rest.starts(with: "<a class=\"anchor\"".utf8), let open = rest.firstIndex(of: UInt8(ascii: ">")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: "<")), rest[close...].starts(with: "</a>".utf8)
        else { return nil }
        return close + 4
    }
}
