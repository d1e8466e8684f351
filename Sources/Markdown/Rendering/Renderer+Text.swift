import Diagnostics

/// Text nodes: what stands in them that is no plain text to the dialect.
extension Renderer {
    /// A part of a text node that becomes something else than text.
    struct Piece {
        /// In the node's literal.
        let range: Range<Int>
        let content: Content

        enum Content {
            case wiki(WikiLink, ByteRange)
            case footnote(FootnoteLabel)
            case address(Autolink)
            case strike(isOpening: Bool)
            /// Was written already.
            case nothing
        }
    }

    mutating func text(_ node: Node) {
        let literal = node.literal
        let signs = options.dialect == .commonMark ? [] : TextSigns(literal)
        guard !signs.isEmpty || node == skipped?.node else { return appendText(literal[...]) }
        var written = 0
        for piece in pieces(node, literal, signs) where piece.range.lowerBound >= written {
            appendText(literal[written..<piece.range.lowerBound])
            append(piece, literal)
            written = piece.range.upperBound
        }
        appendText(literal[written...])
    }

    private mutating func append(_ piece: Piece, _ literal: UnsafeBufferPointer<UInt8>) {
        switch piece.content {
        case .wiki(let link, let range): wikiLink(link, range)
        case .footnote(let label): footnoteReference(label)
        case .address(let link): autolink(link, literal[link.range])
        case .strike(let isOpening): html.append(isOpening ? "<del>" : "</del>")
        case .nothing: break
        }
    }

    /// In order. Where two overlap, the later is passed over.
    private mutating func pieces(_ node: Node, _ literal: UnsafeBufferPointer<UInt8>, _ signs: TextSigns) -> [Piece] {
        var found: [Piece] = []
        if let skipped, skipped.node == node { found.append(Piece(range: 0..<skipped.count, content: .nothing)) }
        if signs.contains(.tilde) {
            found += strikes(node).map { Piece(range: $0.range, content: .strike(isOpening: $0.isOpening)) }
        }
        found += links[node] ?? linkPieces(node, literal, signs)
        if found.count > 1 { found.sort { $0.range.lowerBound < $1.range.lowerBound } }
        return found
    }

    /// Wiki links, references to footnotes, and addresses.
    private mutating func linkPieces(_ node: Node, _ literal: UnsafeBufferPointer<UInt8>, _ signs: TextSigns) -> [Piece] {
        guard openLinks.isEmpty else { return [] }
        var found: [Piece] = []
        if signs.contains(.bracket) { found = brackets(node, literal) }
        let addresses = addresses(node, literal, signs).map { Piece(range: $0.range, content: .address($0)) }
        if found.isEmpty { return addresses }
        // One that stands in another is part of it.
        found = (found + addresses).sorted { $0.range.lowerBound < $1.range.lowerBound }
        var end = 0
        return found.filter { piece in
            defer { end = max(end, piece.range.lowerBound >= end ? piece.range.upperBound : end) }
            return piece.range.lowerBound >= end
        }
    }

    private mutating func brackets(_ node: Node, _ literal: UnsafeBufferPointer<UInt8>) -> [Piece] {
        var found: [Piece] = []
        if options.dialect == .handbook, WikiLink.mayBe(in: literal) {
            found = places.wikiLinks(in: node).map { Piece(range: $0.link.range, content: .wiki($0.link, $0.range)) }
        }
        if FootnoteReference.mayBe(in: literal) {
            for reference in places.footnoteReferences(in: node) {
                if footnotes.isDefined(reference.label) {
                    found.append(Piece(range: reference.range, content: .footnote(reference.label)))
                } else {
                    reportUndefined(reference.label, node)
                }
            }
        }
        return found
    }

    private func addresses(_ node: Node, _ literal: UnsafeBufferPointer<UInt8>, _ signs: TextSigns) -> [Autolink] {
        guard signs.contains(.address) else { return [] }
        let links = Autolink.all(in: literal, begins: node.mayBeginAddress)
        // In the handbook as anywhere: an address that no link may have stays text.
        return options.dialect == .gitHub ? links : links.filter { !literal[$0.range].starts(with: "ftp".utf8) && !literal[$0.range].starts(with: "FTP".utf8) }
    }

    private mutating func autolink(_ link: Autolink, _ text: Slice<UnsafeBufferPointer<UInt8>>) {
        html.append("<a href=\"")
        html.append(link.prefix)
        HTMLEscape.appendURL(UnsafeBufferPointer(rebasing: text), to: &html)
        html.append("\" rel=\"noopener\">")
        appendText(text)
        html.append("</a>")
    }

    private mutating func wikiLink(_ link: WikiLink, _ range: ByteRange) {
        let index = rendered.links.count
        rendered.links.append(Link(destination: link.target, kind: .wiki, range: range, text: link.label ?? ""))
        appendSlot(.open(link: index, attributes: []))
        if let label = link.label {
            HTMLEscape.append(label, to: &html)
        } else {
            var label: [UInt8] = []
            HTMLEscape.append(link.visible, to: &label)
            appendSlot(.label(text: label))
        }
        appendSlot(.close)
        plain.append(contentsOf: link.visible.utf8)
    }

    private mutating func appendText(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
        HTMLEscape.appendLiteral(UnsafeBufferPointer(rebasing: text), to: &html)
        plain.append(contentsOf: text)
    }

    mutating func appendSlot(_ part: Markup.Slot.Part) {
        rendered.markup.slots.append(Markup.Slot(offset: html.count, part: part))
    }
}

extension Renderer {
    /// A block begins: what was found in the last is of no use.
    mutating func forgetStrikes() {
        guard !struckParents.isEmpty else { return }
        struckParents.removeAll()
        strikes.removeAll()
        links.removeAll()
    }

    /// The marks of struck text in a node. All those of its siblings are found at once.
    private mutating func strikes(_ node: Node) -> [Strikethrough.Mark] {
        guard let parent = node.parent else { return [] }
        if struckParents.insert(parent).inserted {
            var runs: [Strikethrough.Run] = []
            var child = parent.firstChild
            while let node = child {
                if node.kind == .text { runs += strikeRuns(node) }
                child = node.next
            }
            strikes.merge(Strikethrough.pairs(runs)) { $1 }
        }
        return strikes[node] ?? []
    }

    /// The runs of one or two `~` in a text node that may open or close.
    private mutating func strikeRuns(_ node: Node) -> [Strikethrough.Run] {
        let literal = node.literal
        let signs = TextSigns(literal)
        guard signs.contains(.tilde) else { return [] }
        let links = linkPieces(node, literal, signs)
        self.links[node] = links
        let isReal = places.tildes(in: node)
        var runs: [Strikethrough.Run] = []
        var link = 0
        var tilde = 0
        var i = 0
        while i < literal.count {
            guard literal[i] == UInt8(ascii: "~") else { i += 1; continue }
            var end = i
            // One with a backslash is no part of a run.
            while end < literal.count, literal[end] == UInt8(ascii: "~"), isReal?[tilde + end - i] ?? true { end += 1 }
            while link < links.count, links[link].range.upperBound <= i { link += 1 }
            let isInLink = link < links.count && links[link].range.lowerBound < end
            if end - i == 1 || end - i == 2, !isInLink {
                let flanks = Strikethrough.flanks(before: node.scalar(before: i, in: literal), after: node.scalar(at: end, in: literal))
                runs.append(Strikethrough.Run(node: node, range: i..<end, canOpen: flanks.canOpen, canClose: flanks.canClose))
            }
            let next = max(end, i + 1)
            tilde += next - i
            i = next
        }
        return runs
    }
}

extension Node {
    /// The character before a place in this text node; before its first, that of the source as far as it matters.
    fileprivate func scalar(before offset: Int, in literal: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar {
        guard offset > 0 else { return Self.edge(previous, within: parent) }
        var start = offset - 1
        while start > 0, literal[start] & 0xC0 == 0x80, offset - start < 4 { start -= 1 }
        return String(decoding: literal[start..<offset], as: UTF8.self).unicodeScalars.first ?? " "
    }

    fileprivate func scalar(at offset: Int, in literal: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar {
        guard offset < literal.count else { return Self.edge(next, within: parent) }
        return String(decoding: literal[offset..<min(offset + 4, literal.count)], as: UTF8.self).unicodeScalars.first ?? " "
    }

    /// Beside a break or the edge of a block stands a line end; beside anything else a mark.
    private static func edge(_ sibling: Node?, within parent: Node?) -> Unicode.Scalar {
        switch (sibling ?? parent)?.kind {
        case .softBreak, .lineBreak, .paragraph, .heading: "\n"
        default: "*"
        }
    }

    /// Whether `www.` may stand at the start of this text node.
    fileprivate var mayBeginAddress: Bool {
        switch previous?.kind {
        case nil, .softBreak, .lineBreak, .emphasis, .strong: true
        default: false
        }
    }
}

/// Which signs a text holds that may mean more than themselves.
struct TextSigns: OptionSet {
    let rawValue: UInt8

    static let bracket = TextSigns(rawValue: 1)
    static let tilde = TextSigns(rawValue: 2)
    static let address = TextSigns(rawValue: 4)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var found: UInt8 = 0
        for i in text.indices {
            let byte = text[i]
            // `:` and `@`, `[` and `w` and `~`: a bit each, so that any other byte costs a shift.
            let mask: UInt64 = byte < 64 ? 1 << 58 : byte < 128 ? 0x4080_0000_0800_0001 : 0
            guard mask >> UInt64(byte & 63) & 1 == 1 else { continue }
            switch byte {
            case UInt8(ascii: "["): found |= 1
            case UInt8(ascii: "~"): found |= 2
            case UInt8(ascii: "@"): found |= 4
            default: if i + 1 < text.count, text[i + 1] == (byte == UInt8(ascii: ":") ? UInt8(ascii: "/") : byte) { found |= 4 }
            }
        }
        rawValue = found
    }
}
