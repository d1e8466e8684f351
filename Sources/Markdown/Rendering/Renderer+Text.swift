internal import Diagnostics
internal import Text

/// Text nodes: the parts of them that are not plain text in the dialect.
extension Renderer {
    /// A part of a text node that becomes something other than text.
    struct Piece {
        /// In the node's literal.
        let range: Range<Int>
        let content: Content

        enum Content {
            case wiki(PlacedWikiLink)
            case footnote(FootnoteLabel)
            case address(Autolink)
            case strike(isOpening: Bool)
            /// Already written.
            case nothing
        }
    }

    mutating func text(_ node: Node) {
        let literal = node.literal
        if !bodySigns.isDisjoint(with: [.comment, .foreignComment]) { findForeignComments(node, literal) }
        if bodySigns.contains(.doubtfulComment) { findDoubtfulComments(node, literal) }
        if literal.count > 2, literal[0] == UInt8(ascii: "{"), literal[1] == UInt8(ascii: "%"), hint(node, literal) {
            return
        }
        if options.dialect == .handbook, Self.mayBeSlip(literal) { findSlip(node, literal) }
        let signs = options.dialect == .commonMark ? [] : TextSigns(literal)
        if signs.contains(.star) { findBrokenEmphasis(node) }
        if signs.contains(.brace) { findBraces(node, literal) }
        if signs.contains(.equals) { findMarked(literal) }
        guard !signs.isEmpty || node == skipped?.node else { return appendText(literal[...]) }
        var written = 0
        let pieces = pieces(node, literal, signs)
        if options.dialect == .handbook { findSpacedAddresses(node, literal, signs, pieces) }
        for piece in pieces where piece.range.lowerBound >= written {
            appendText(literal[written..<piece.range.lowerBound])
            append(piece, literal)
            written = piece.range.upperBound
        }
        appendText(literal[written...])
    }

    private mutating func append(_ piece: Piece, _ literal: UnsafeBufferPointer<UInt8>) {
        switch piece.content {
        case .wiki(let link): wikiLink(link)
        case .footnote(let label): footnoteReference(label)
        case .address(let link): autolink(link, literal[link.range])
        case .strike(let isOpening): html.append(isOpening ? "<del>" : "</del>")
        case .nothing: break
        }
    }

    /// In order. If two overlap, the later is skipped.
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
    mutating func linkPieces(_ node: Node, _ literal: UnsafeBufferPointer<UInt8>, _ signs: TextSigns) -> [Piece] {
        guard openLinks.isEmpty else { return [] }
        var found: [Piece] = []
        if signs.contains(.bracket) { found = brackets(node, literal) }
        let addresses = addresses(node, literal, signs).map { Piece(range: $0.range, content: .address($0)) }
        if found.isEmpty { return addresses }
        // One inside another is part of it.
        found = (found + addresses).sorted { $0.range.lowerBound < $1.range.lowerBound }
        var end = 0
        return found.filter { piece in
            defer { end = max(end, piece.range.lowerBound >= end ? piece.range.upperBound : end) }
            return piece.range.lowerBound >= end
        }
    }

    private mutating func brackets(_ node: Node, _ literal: UnsafeBufferPointer<UInt8>) -> [Piece] {
        var found: [Piece] = []
        if options.dialect == .handbook, literal.holds(UInt8(ascii: "["), UInt8(ascii: "[")) {
            found = ranges.wikiLinks(in: node).map { Piece(range: $0.range, content: .wiki($0)) }
            reportCut(node, behind: found.last?.range.upperBound ?? 0)
        }
        if literal.holds(UInt8(ascii: "^"), UInt8(ascii: "[")) { findInlineFootnote(literal) }
        if literal.holds(UInt8(ascii: "["), UInt8(ascii: "^")) {
            for (reference, range) in ranges.footnoteReferences(in: node) {
                if footnotes.isDefined(reference.label) {
                    found.append(Piece(range: reference.range, content: .footnote(reference.label)))
                } else {
                    reportUndefined(reference.label, range)
                }
            }
        }
        return found
    }

    /// A wiki link is on one line; one that continues on the next would be shown with its brackets.
    private mutating func reportCut(_ node: Node, behind end: Int) {
        let literal = node.literal
        guard node.next?.kind == .softBreak,
            let start = literal.indices.dropFirst(end).last(where: {
                literal[$0] == UInt8(ascii: "[") && $0 > end && literal[$0 - 1] == UInt8(ascii: "[")
            }),
            !literal[start...].contains(UInt8(ascii: "]")), let below = node.next?.next, below.kind == .text,
            below.literal.holds(UInt8(ascii: "]"), UInt8(ascii: "]"))
        else { return }
        let shown = String(decoding: literal[(start - 1)...].prefix(60), as: UTF8.self)
        report(
            MarkdownRules.cutLink, ranges.firstLine(of: node),
            "The link `\(shown)` continues on the next line, so it is not a link.",
            help: "Write it on one line, from `[[` to `]]`.")
    }

    private func addresses(_ node: Node, _ literal: UnsafeBufferPointer<UInt8>, _ signs: TextSigns) -> [Autolink] {
        guard signs.contains(.address) else { return [] }
        let links = Autolink.all(in: literal, begins: node.mayBeginAddress)
        // In the handbook as elsewhere: an address that no link may have stays text.
        return options.dialect == .gitHub
            ? links
            : links.filter {
                !literal[$0.range].starts(with: "ftp".utf8) && !literal[$0.range].starts(with: "FTP".utf8)
            }
    }

    private mutating func autolink(_ link: Autolink, _ text: Slice<UnsafeBufferPointer<UInt8>>) {
        html.append("<a href=\"")
        html.append(link.prefix)
        HTMLEscape.appendURL(UnsafeBufferPointer(rebasing: text), to: &html)
        // In print, it needs no address after it.
        html.append("\" class=\"address\" rel=\"noopener\">")
        appendText(text)
        html.append("</a>")
    }

    private mutating func wikiLink(_ placed: PlacedWikiLink) {
        let link = placed.link
        let index = rendered.links.count
        var entry = Link(destination: link.target, kind: .wiki, range: placed.target, text: link.label ?? "")
        entry.isEmbedding = placed.isEmbedding
        entry.whole = placed.whole.flatMap { verbatim($0) }
        rendered.links.append(entry)
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

extension Node {
    /// Whether `www.` may be at the start of this text node.
    fileprivate var mayBeginAddress: Bool {
        switch previous?.kind {
        case nil, .softBreak, .lineBreak, .emphasis, .strong: true
        default: false
        }
    }
}
