internal import Diagnostics

/// A wiki link of a text node, and where it is written.
struct PlacedWikiLink {
    let link: WikiLink
    /// `!` comes before it.
    let isEmbedding: Bool
    /// Of the target in the file.
    let target: ByteRange
    /// Its whole range in the text that was parsed, with its `!`; `nil` if it is not written in these bytes.
    let whole: ByteRange?

    /// In the node's literal, with its `!`.
    var range: Range<Int> { link.range.lowerBound - (isEmbedding ? 1 : 0)..<link.range.upperBound }
}

/// Signs in the source: cmark's tree has `[[x]]` and `\[[x]]` as the same text.
extension SourceRanges {
    /// The wiki links of a text node.
    mutating func wikiLinks(in node: Node) -> [PlacedWikiLink] {
        let literal = node.literal
        if let written = brackets(in: node) {
            return WikiLink.all(in: literal, isReal: written.map(\.isReal)).map {
                locate($0, at: written[$0.bracket].offset, literal)
            }
        }
        return WikiLink.all(in: literal, isReal: nil).compactMap { link in
            unescaped(literal[link.range]).map { locate(link, at: $0, literal) }
        }
    }

    private mutating func locate(_ link: WikiLink, at start: Int, _ literal: UnsafeBufferPointer<UInt8>)
        -> PlacedWikiLink
    {
        cursor = start + 1
        let reach = start + 2..<start + 2 + 2 * link.range.count
        let target = source.find(link.target.utf8, in: reach) ?? start..<start + 2
        let first = link.range.lowerBound
        let isEmbedding =
            first > 0 && literal[first - 1] == UInt8(ascii: "!") && source.has("!".utf8, at: start - 1)
            && !source.has("\\".utf8, at: start - 2)
            && (first == 1 || !(literal[first - 2].isLetter || literal[first - 2].isDigit))
        let whole = start..<start + link.range.count
        let isVerbatim = source.has(literal[link.range], at: start)
        return PlacedWikiLink(
            link: link, isEmbedding: isEmbedding, target: file(target),
            whole: isVerbatim ? whole.lowerBound - (isEmbedding ? 1 : 0)..<whole.upperBound : nil)
    }

    /// Where each `]` of a text node is written in the source, by its offset in the node's literal. Those with a
    /// backslash before them are excluded; empty if the node is not where cmark has it.
    mutating func closingBrackets(in node: Node) -> [Int: Int] {
        guard let written = brackets(in: node) else { return [:] }
        let literal = node.literal
        let offsets = literal.indices.lazy.filter { Self.isBracket(literal[$0]) }
        return Dictionary(
            zip(offsets, written).filter { $1.isReal }.map { ($0, $1.offset) }, uniquingKeysWith: { a, _ in a })
    }

    /// References to footnotes in a text node, each with its range; with its line if that is not known.
    mutating func footnoteReferences(in node: Node) -> [(reference: FootnoteReference, range: ByteRange)] {
        let written = brackets(in: node)
        // `[\^a]` shows a bracket and `^` and is not a reference.
        let isReal = written?.map { $0.isReal && !source.has("\\^".utf8, at: $0.offset + 1) }
        let line = source.line(node.startLine)
        return FootnoteReference.all(in: node.literal, isReal: isReal).map { reference in
            let start = written.map { $0[reference.bracket].offset }
            return (reference, file(start.map { $0..<$0 + reference.range.count } ?? line))
        }
    }

    /// For every `~` of a text node, whether it was written as such; `nil` when the node is not where cmark has it.
    mutating func tildes(in node: Node) -> [Bool]? {
        marks(Self.isTilde, in: node)?.map(\.isReal)
    }

    /// Where a text node begins with this very text, and not with a backslash or an entity; `nil` if it does not.
    mutating func beginning(_ text: StaticString, of node: Node) -> ByteRange? {
        let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        let start = offset(node.startLine, node.startColumn)
        return source.has(bytes, at: start) ? file(start..<start + bytes.count) : nil
    }

    private mutating func brackets(in node: Node) -> [Mark]? { marks(Self.isBracket, in: node) }

    /// A sign in the file: where it is, and whether it is written as such, without a backslash or entity.
    private typealias Mark = (offset: Int, isReal: Bool)

    /// Every such sign that a text node shows, in order. `nil` when the node is not where cmark has it.
    private mutating func marks(_ isMark: (UInt8) -> Bool, in node: Node) -> [Mark]? {
        let literal = node.literal
        let start = offset(node.startLine, node.startColumn)
        let end = min(offset(node.endLine, node.endColumn) + 1, source.bytes.count)
        guard start < end, mayBegin(node, at: start) else { return nil }
        let found = marks(isMark, in: start..<end)
        return found.count == literal.count { isMark($0) } ? found : nil
    }

    private func marks(_ isMark: (UInt8) -> Bool, in range: ByteRange) -> [Mark] {
        var found: [Mark] = []
        var i = range.lowerBound
        while i < range.upperBound {
            switch source.bytes[i] {
            case UInt8(ascii: "\\"):
                if isMark(source.byte(i + 1)) { found.append((i, false)) }
                // Before a letter a backslash stands for itself, and skipping the letter does no harm.
                i += 1
            case UInt8(ascii: "&"): if entity(i).map(isMark) == true { found.append((i, false)) }
            case let byte: if isMark(byte) { found.append((i, true)) }
            }
            i += 1
        }
        return found
    }

    private static func isBracket(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
    }

    private static func isTilde(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "~") }

    /// The ASCII sign that an entity at an offset stands for, if it is a bracket by name or any by number.
    private func entity(_ start: Int) -> UInt8? {
        let end = min(start + 12, source.bytes.count)
        let name = source.bytes[start + 1..<end].prefix { $0 != UInt8(ascii: ";") }
        guard name.endIndex < end else { return nil }
        let text = String(decoding: name, as: UTF8.self)
        if text.hasPrefix("#") {
            let isHex = text.dropFirst().first.map { $0 == "x" || $0 == "X" } ?? false
            return (isHex ? Int(text.dropFirst(2), radix: 16) : Int(text.dropFirst())).flatMap { UInt8(exactly: $0) }
        }
        switch text {
        case "lsqb", "lbrack": return UInt8(ascii: "[")
        case "rsqb", "rbrack": return UInt8(ascii: "]")
        default: return nil
        }
    }

    /// The next offset of a text in the block without a backslash before it.
    private mutating func unescaped(_ text: some Collection<UInt8>) -> Int? {
        guard let found = searchInBlock(text), source.byte(found.lowerBound - 1) != UInt8(ascii: "\\") else {
            return nil
        }
        return found.lowerBound
    }
}
