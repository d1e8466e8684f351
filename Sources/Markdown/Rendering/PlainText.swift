internal import Text

/// The words of a node without markup.
enum PlainText {
    /// Appends the text and code below `node`; breaks become spaces.
    ///
    /// - Parameter html: inline HTML counts as text, as it does for cmark in alternative texts.
    static func append(_ node: Node, to out: inout [UInt8], html: Bool) {
        var walk = Walk(node)
        while let (node, isEntering) = walk.next() {
            guard isEntering else { continue }
            switch node.kind {
            case .text, .codeSpan: out.append(contentsOf: node.literal)
            case .inlineHTML: if html { out.append(contentsOf: node.literal) }
            case .softBreak, .lineBreak: out.append(UInt8(ascii: " "))
            default: break
            }
        }
    }

    /// At most `limit` characters, cut at a word and then ended with `…`; without white space around.
    static func beginning(_ text: ArraySlice<UInt8>, limit: Int) -> String {
        // Four bytes are the most a scalar takes; a character of many scalars may come out shorter.
        let head = String(decoding: text.prefix(limit * 4 + 4), as: UTF8.self).trimmed
        guard let cut = head.index(head.startIndex, offsetBy: limit, limitedBy: head.endIndex), cut < head.endIndex
        else { return head }
        let space = head[..<cut].lastIndex(of: " ") ?? cut
        return String(head[..<space]).trimmed + "…"
    }
}

extension String {
    /// Without ASCII white space at its ends.
    var trimmed: String {
        guard utf8.first?.isWhitespace == true || utf8.last?.isWhitespace == true else { return self }
        guard let first = utf8.firstIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...utf8.lastIndex { !$0.isWhitespace }!])
    }
}
