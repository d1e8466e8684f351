import Diagnostics

/// Text, breaks, code spans and wiki links.
extension Renderer {
    mutating func text(_ node: Node) {
        let literal = node.literal
        if !options.commonMarkOnly, openLinks.isEmpty, WikiLink.mayBe(in: literal) { return wikiText(node) }
        HTMLEscape.appendLiteral(literal, to: &html)
        plain.append(contentsOf: literal)
    }

    mutating func softBreak() {
        html.append(UInt8(ascii: "\n"))
        plain.append(UInt8(ascii: " "))
    }

    mutating func lineBreak() {
        html.append("<br />\n")
        plain.append(UInt8(ascii: " "))
    }

    mutating func codeSpan(_ node: Node) {
        html.append("<code>")
        HTMLEscape.appendLiteral(node.literal, to: &html)
        html.append("</code>")
        plain.append(contentsOf: node.literal)
    }

    private mutating func wikiText(_ node: Node) {
        let literal = node.literal
        var written = 0
        for (link, range) in places.wikiLinks(in: node) {
            appendText(literal[written..<link.range.lowerBound])
            wikiLink(link, range)
            written = link.range.upperBound
        }
        appendText(literal[written...])
    }

    private mutating func wikiLink(_ link: WikiLink, _ range: ByteRange) {
        let index = rendered.links.count
        rendered.links.append(Link(destination: link.target, kind: .wiki, range: range, text: link.label ?? ""))
        appendSlot(.open, index)
        if let label = link.label {
            HTMLEscape.append(label, to: &html)
        } else {
            var label: [UInt8] = []
            HTMLEscape.append(link.visible, to: &label)
            appendSlot(.label, index, text: label)
        }
        appendSlot(.close, index)
        plain.append(contentsOf: link.visible.utf8)
    }

    private mutating func appendText(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
        HTMLEscape.appendLiteral(UnsafeBufferPointer(rebasing: text), to: &html)
        plain.append(contentsOf: text)
    }

    mutating func appendSlot(
        _ part: Markup.Slot.Part, _ link: Int, attributes: [UInt8] = [], text: [UInt8] = []
    ) {
        rendered.markup.slots.append(
            Markup.Slot(offset: html.count, link: link, part: part, attributes: attributes, text: text))
    }
}
