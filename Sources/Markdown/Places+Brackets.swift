import Diagnostics

/// Wiki links in the source: cmark's tree has `[[x]]` and `\[[x]]` as the same text.
extension Places {
    /// The wiki links of a text node, each with where its target is written.
    mutating func wikiLinks(in node: Node) -> [(link: WikiLink, range: ByteRange)] {
        let literal = node.literal
        if let written = brackets(in: node) {
            let links = WikiLink.all(in: literal, isReal: written.map(\.isReal))
            return links.map { ($0, target(of: $0, from: written[$0.bracket].offset)) }
        }
        return WikiLink.all(in: literal, isReal: nil).compactMap { link in
            unescaped(literal[link.range]).map { (link, target(of: link, from: $0)) }
        }
    }

    private mutating func target(of link: WikiLink, from start: Int) -> ByteRange {
        cursor = start + 1
        let reach = start + 2..<start + 2 + 2 * link.range.count
        return source.find(link.target.utf8, in: reach) ?? start..<start + 2
    }

    /// Every square bracket that a text node shows, in order: its offset in the file, and whether it is written as
    /// such. `nil` when the node is not where cmark has it.
    private mutating func brackets(in node: Node) -> [(offset: Int, isReal: Bool)]? {
        let literal = node.literal
        let start = offset(node.startLine, node.startColumn)
        let end = min(offset(node.endLine, node.endColumn) + 1, source.bytes.count)
        guard start < end, mayBegin(node, at: start) else { return nil }
        let found = brackets(in: start..<end)
        return found.count == literal.count { Self.isBracket($0) } ? found : nil
    }

    private func brackets(in range: ByteRange) -> [(offset: Int, isReal: Bool)] {
        var found: [(offset: Int, isReal: Bool)] = []
        var i = range.lowerBound
        while i < range.upperBound {
            switch source.bytes[i] {
            case UInt8(ascii: "\\"):
                if Self.isBracket(source.byte(i + 1)) { found.append((i, false)) }
                // Before a letter a backslash stands for itself, and skipping the letter does no harm.
                i += 1
            case UInt8(ascii: "&"): if isBracketEntity(i) { found.append((i, false)) }
            case let byte: if Self.isBracket(byte) { found.append((i, true)) }
            }
            i += 1
        }
        return found
    }

    private static func isBracket(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
    }

    /// `&lsqb;`, `&lbrack;`, `&rsqb;`, `&rbrack;`, or a number for 91 or 93.
    private func isBracketEntity(_ start: Int) -> Bool {
        let end = min(start + 12, source.bytes.count)
        let name = source.bytes[start + 1..<end].prefix { $0 != UInt8(ascii: ";") }
        guard name.endIndex < end else { return false }
        let text = String(decoding: name, as: UTF8.self).lowercased()
        if text.hasPrefix("#x") { return [0x5B, 0x5D].contains(Int(text.dropFirst(2), radix: 16)) }
        if text.hasPrefix("#") { return [91, 93].contains(Int(text.dropFirst())) }
        return ["lsqb", "lbrack", "rsqb", "rbrack"].contains(String(decoding: name, as: UTF8.self))
    }

    /// The next place of a text in the block without a backslash before it.
    private mutating func unescaped(_ text: some Collection<UInt8>) -> Int? {
        guard let found = searchInBlock(text), source.byte(found.lowerBound - 1) != UInt8(ascii: "\\") else { return nil }
        return found.lowerBound
    }
}
