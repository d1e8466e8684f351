internal import Diagnostics
internal import Text

/// HTML in the text. If the options allow everything it is written unchanged; otherwise it becomes tokens, of which
/// `HTMLTree` writes what a text may have. Comments are left out silently.
extension Renderer {
    mutating func htmlBlock(_ node: Node) {
        if options.unsafeHTML {
            breakLine()
            appendRaw(node.literal)
            breakLine()
        } else if options.dialect != .commonMark {
            breakLine()
            endLineOfPlain()
            readBlock(node)
            endLineOfPlain()
        }
    }

    mutating func inlineHTML(_ node: Node, _ walk: inout Walk) {
        if options.unsafeHTML { return appendRaw(node.literal) }
        guard options.dialect != .commonMark, !node.literal.starts(with: "<!--".utf8) else { return }
        var tokenizer = HTMLTokenizer(node.literal)
        guard let (piece, _) = tokenizer.next(&entities) else { return }
        add(piece, node.literal, ranges.html(node), isInline: true)
        guard case .start(let tag) = piece, LeftOutElements.withContent.contains(tag.name) else { return }
        if let end = scriptEnd(node, tag.name) { walk.skip(past: end) }
    }

    /// The end tag of a script or style in the same line of inlines.
    private func scriptEnd(_ node: Node, _ name: String) -> Node? {
        var sibling = node.next
        // Far more than anybody writes; the bound keeps many unclosed ones cheap.
        for _ in 0..<200 {
            guard let node = sibling else { return nil }
            if node.kind == .inlineHTML, RawHTML.isEndTag(node.literal, of: name) { return node }
            sibling = node.next
        }
        return nil
    }

    // MARK: Tokens

    private mutating func readBlock(_ node: Node) {
        let literal = node.literal
        var tokenizer = HTMLTokenizer(literal)
        var finder = ranges.finder(of: node)
        while let (piece, range) = tokenizer.next(&entities) {
            if case .text(let text) = piece {
                addText(text)
            } else {
                add(
                    piece, UnsafeBufferPointer(rebasing: literal[range]), ranges.find(range, literal, &finder),
                    isInline: false)
            }
            if case .start(let tag) = piece, LeftOutElements.withContent.contains(tag.name) {
                tokenizer.skip(pastEndOf: tag.name)
            }
        }
    }

    private mutating func add(
        _ piece: HTMLTokenizer.Piece, _ literal: UnsafeBufferPointer<UInt8>, _ range: ByteRange, isInline: Bool
    ) {
        switch piece {
        case .comment: return
        case .text(let text): addText(text)
        case .other(let name): addToken(.leftOut(name), range)
        case .start(let tag), .end(let tag):
            findHidden(piece, tag, range)
            var isEnd = false
            if case .end = piece { isEnd = true }
            let element = HTMLElement.named(tag.name)
            if element == nil, LeftOutElements.withContent.contains(tag.name) {
                if !isEnd { addToken(.leftOut("<\(tag.written)>"), range) }
            } else if element == nil, !LeftOutElements.has(tag.name), tag.attributes.allSatisfy({ $0.value.isEmpty }) {
                plain.append(contentsOf: literal)
                addToken(.word(Array(literal)), range)
            } else {
                separateWords(element, isInline: isInline)
                addToken(isEnd ? .end(tag) : .start(tag), range)
                if !isEnd, element == .img, let text = tag["alt"] { plain.append(contentsOf: text.trimmed.utf8) }
                if isEnd { separateWords(element, isInline: isInline) }
            }
        }
    }

    private mutating func addText(_ text: [UInt8]) {
        addToken(.text(text), 0..<0)
        // Lines of the plain text are blocks.
        for byte in text {
            if !byte.isWhitespace {
                plain.append(byte)
            } else if let last = plain.last, !last.isWhitespace {
                plain.append(UInt8(ascii: " "))
            }
        }
    }

    mutating func addToken(_ content: HTMLToken.Content, _ range: ByteRange) {
        tokens.append(
            HTMLToken(
                content: content, offset: html.count, slots: rendered.markup.slots.count, plain: plain.count,
                range: range))
    }

    /// Words on both sides of a block or line break are separate.
    private mutating func separateWords(_ element: HTMLElement?, isInline: Bool) {
        guard let element, element.isBlock || element == .br else { return }
        if element.isHeading || !isInline && element != .br && element != .td && element != .th {
            endLineOfPlain()
        } else if let last = plain.last, !last.isWhitespace {
            plain.append(UInt8(ascii: " "))
        }
    }

    private mutating func endLineOfPlain() {
        while plain.last == UInt8(ascii: " ") { plain.removeLast() }
        if let last = plain.last, last != UInt8(ascii: "\n") { plain.append(UInt8(ascii: "\n")) }
    }

    /// The tag of a heading grew by this number of bytes.
    mutating func moveTokens(from offset: Int, by count: Int) {
        var index = tokens.count
        while index > 0, tokens[index - 1].offset >= offset {
            index -= 1
            tokens[index].offset += count
        }
    }

    // MARK: HTML as written

    /// As GitHub does, tags that change how the rest of a page is read are shown instead ("Disallowed Raw HTML"). On a
    /// page of the site comments are left out: anybody can read a page's source.
    private mutating func appendRaw(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard options.dialect != .commonMark else { return html.append(contentsOf: bytes) }
        var written = 0
        var mayHoldComments = options.dialect == .handbook
        for i in bytes.indices where bytes[i] == UInt8(ascii: "<") && i >= written {
            if TagFilter.stops(bytes[(i + 1)...]) {
                html.append(contentsOf: bytes[written..<i])
                html.append("&lt;")
                written = i + 1
            } else if mayHoldComments, bytes[i...].starts(with: "<!--".utf8) {
                guard let end = RawHTML.endOfComment(bytes[i...]) else {
                    mayHoldComments = false
                    continue
                }
                html.append(contentsOf: bytes[written..<i])
                written = end
            }
        }
        html.append(contentsOf: bytes[written...])
    }
}
