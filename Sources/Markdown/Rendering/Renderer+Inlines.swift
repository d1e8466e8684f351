internal import Text

/// Breaks and code spans.
extension Renderer {
    mutating func softBreak(_ node: Node) {
        if node == skippedBreak || endsTitle(node) { return }
        html.append(UInt8(ascii: "\n"))
        plain.append(UInt8(ascii: " "))
    }

    mutating func lineBreak(_ node: Node) {
        if node == skippedBreak || endsTitle(node) { return }
        html.append("<br />\n")
        plain.append(UInt8(ascii: " "))
    }

    mutating func codeSpan(_ node: Node) {
        html.append("<code>")
        HTMLEscape.appendLiteral(node.literal, to: &html)
        html.append("</code>")
        plain.append(contentsOf: node.literal)
    }
}
