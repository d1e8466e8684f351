internal import Text

/// Blocks whose markup does not depend on anything outside them.
extension Renderer {
    /// Characters of `Rendered.firstParagraph`.
    private static let excerptLength = 300

    mutating func enterParagraph(_ node: Node, _ walk: inout Walk) {
        ranges.enter(node)
        let isTitle = noteTitle != nil
        if !isTitle, let image = figure(in: node) {
            appendFigure(image)
            return walk.skip(past: node)
        }
        if !node.isInTightList, !isTitle {
            breakLine()
            html.append("<p>")
        }
        paragraphStart = (html.count, plain.count)
        forgetStrikes()
        if mayHoldPasted { findPasted(node) }
        appendTask()
    }

    mutating func leaveParagraph(_ node: Node) {
        if noteTitle != nil { return endTitle() }
        if !node.isInTightList { closeParagraph() }
        if rendered.firstParagraph.isEmpty, node.parent?.kind == .document {
            if bodySigns.contains(.numericEntity) { ControlBytes.blank(&plain, from: paragraphStart.plain) }
            rendered.firstParagraph = PlainText.beginning(plain[paragraphStart.plain...], limit: Self.excerptLength)
        }
        plain.append(UInt8(ascii: "\n"))
    }

    /// A paragraph whose content was all left out does not leave an empty one.
    private mutating func closeParagraph() {
        let isEmpty =
            html.count == paragraphStart.html && rendered.markup.slots.last?.offset != html.count
            && tokens.last?.offset != html.count
        if isEmpty && options.dialect == .handbook {
            html.removeLast(3)
        } else {
            html.append("</p>\n")
        }
    }

    mutating func enterList(_ node: Node) {
        breakLine()
        if !node.isOrdered {
            html.append("<ul>\n")
        } else if node.listStart == 1 {
            html.append("<ol>\n")
        } else {
            html.append("<ol start=\"")
            html.append(contentsOf: String(node.listStart).utf8)
            html.append("\">\n")
        }
    }

    mutating func thematicBreak() {
        breakLine()
        html.append("<hr />\n")
    }

    /// The first word after the fence names the language.
    mutating func codeBlock(_ node: Node) {
        breakLine()
        let info = node.fenceInfo
        if info.first == UInt8(ascii: "{") { findDirective(node, String(info)) }
        if options.dialect == .handbook {
            // People without a pointing device scroll long lines by keyboard, so it takes the focus and has a name.
            html.append("<pre tabindex=\"0\" role=\"group\" aria-label=\"")
            appendSlot(.phrase(.code))
            html.append("\">")
        } else {
            html.append("<pre>")
        }
        if info.isEmpty {
            html.append("<code>")
        } else {
            let end = info.firstIndex(where: \.isWhitespace) ?? info.endIndex
            html.append("<code class=\"language-")
            HTMLEscape.appendLiteral(UnsafeBufferPointer(rebasing: info[..<end]), to: &html)
            html.append("\">")
        }
        HTMLEscape.appendLiteral(node.literal, to: &html)
        html.append("</code></pre>\n")
        plain.append(contentsOf: node.literal)
    }
}

extension Node {
    /// The paragraph of an item whose list has no blank lines between its items.
    fileprivate var isInTightList: Bool {
        guard let list = parent?.parent, list.kind == .list else { return false }
        return list.isTight
    }
}
