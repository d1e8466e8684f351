internal import Diagnostics
internal import Text

/// Ids that a writer gives to headings: `## Fees {#fees}`.
extension Renderer {
    /// An id as it is written, and where.
    struct WrittenID {
        let name: String
        let range: ByteRange
    }

    /// Removes the attributes after a heading from what was written of it.
    ///
    /// - Returns: the id among them; `nil` if there is none, and then all stays as it is.
    mutating func takeID(_ heading: Node) -> WrittenID? {
        guard plain.last == UInt8(ascii: "}"), let last = heading.lastChild, last.kind == .text else { return nil }
        let literal = last.literal
        guard let list = AttributeList(atEndOf: literal), let id = list.id else { return nil }
        let signs = UnsafeBufferPointer(rebasing: literal[list.range])
        // A backslash or an entity says that it is for readers.
        guard let range = ranges.searchInBlock(signs), ranges.source.byte(range.lowerBound - 1) != UInt8(ascii: "\\")
        else { return nil }
        let start = Self.startOfAttributes(literal, list.range.lowerBound)
        var escaped: [UInt8] = []
        HTMLEscape.appendLiteral(UnsafeBufferPointer(rebasing: literal[start...]), to: &escaped)
        guard html.count - escaped.count >= headingStart.html, html.suffix(escaped.count).elementsEqual(escaped) else {
            return nil
        }
        html.removeLast(escaped.count)
        plain.removeLast(literal.count - start)
        return WrittenID(name: id, range: ranges.file(range))
    }

    /// Spaces before attributes are removed with them, and so are the `##` that end a heading in some programs.
    private static func startOfAttributes(_ text: UnsafeBufferPointer<UInt8>, _ attributes: Int) -> Int {
        func spaces(before end: Int) -> Int {
            var start = end
            while start > 0, text[start - 1].isSpaceOrTab { start -= 1 }
            return start
        }
        let end = spaces(before: attributes)
        var marks = end
        while marks > 0, text[marks - 1] == UInt8(ascii: "#") { marks -= 1 }
        return marks < end && marks > 0 && text[marks - 1].isSpaceOrTab ? spaces(before: marks) : end
    }

    /// The id of a heading: the given one, or one made from its text.
    mutating func headingID(_ written: WrittenID?, _ text: String) -> String {
        guard let written else { return slugs.id(for: text) }
        // A dot would make the id of something that the page itself owns, and a script of the theme looks for ids that
        // begin with the program's name.
        var id = String(written.name.map { $0 == "." ? "-" : $0 })
        if id.lowercased().hasPrefix("folkmoot") { id = "a-" + id }
        if slugs.take(id) {
            if id != written.name { rendered.anchors[written.name] = id }
            return id
        }
        let other = slugs.id(for: id)
        report(
            MarkdownRules.headingID, written.range,
            "Another heading has the id `\(written.name.shortened)` already; this one has `\(other.shortened)`.",
            help: "Give each heading an id of its own, and change the links to it.")
        return other
    }
}
