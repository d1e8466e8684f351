internal import Diagnostics

/// HTML in the text: left out and reported unless the options allow it; comments are left out silently.
extension Renderer {
    mutating func htmlBlock(_ node: Node) {
        let literal = RawHTML(bytes: node.literal)
        if options.unsafeHTML {
            breakLine()
            appendRaw(literal.bytes)
            breakLine()
        } else if options.dialect != .commonMark, !literal.isOnlyComments {
            rendered.anchorsLost += literal.anchors
            if let tag = literal.hidingTag, options.dialect == .handbook, node.next.map({ $0.kind != .html }) ?? false {
                return reportHidden(tag, node.startLine)
            }
            report(
                MarkdownRules.rawHTML, places.range(of: node),
                "\(Self.name(literal)) begins a block of HTML, which is left out with all it holds.",
                help: Self.instead(literal))
        }
    }

    mutating func inlineHTML(_ node: Node) {
        let literal = RawHTML(bytes: node.literal)
        if options.unsafeHTML {
            appendRaw(literal.bytes)
        } else if options.dialect != .commonMark, !literal.bytes.starts(with: "<!--".utf8) {
            rendered.anchorsLost += literal.anchors
            if let tag = literal.hidingTag, options.dialect == .handbook, node.next.map({ !isEnd($0) }) ?? false {
                lastHTML = (node.startLine, rendered.diagnostics.count)
                reportHidden(tag, node.startLine)
            } else {
                reportInline(node, literal)
            }
        }
    }

    /// Whether a node is the tag that ends an element.
    private func isEnd(_ node: Node) -> Bool { node.kind == .inlineHTML && node.literal.starts(with: "</".utf8) }

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

    /// One report for all tags of a line: `<b>` and its `</b>` are one thing to mend.
    private mutating func reportInline(_ node: Node, _ literal: RawHTML) {
        let range = places.html(node)
        if let last = lastHTML, last.line == node.startLine {
            let start = rendered.diagnostics[last.diagnostic].range.lowerBound
            rendered.diagnostics[last.diagnostic].range = start..<max(start, range.upperBound)
        } else {
            lastHTML = (node.startLine, rendered.diagnostics.count)
            report(
                MarkdownRules.rawHTML, range, "\(Self.name(literal)) is HTML, which is left out; its text stays.",
                help: Self.instead(literal))
        }
    }

    private static func name(_ literal: RawHTML) -> String {
        literal.tagName.map { "`<\($0)>`" } ?? "This"
    }

    /// What Markdown has for the commonest tags.
    private static func instead(_ literal: RawHTML) -> Help? {
        switch literal.tagName {
        case "b", "strong": "Write `**text**`."
        case "i", "em": "Write `*text*`."
        case "br": "End the line with a backslash."
        case "a": "Write `[text](destination)`; headings have anchors of their own."
        case "img": "Write `![what it shows](path)`."
        case "code", "pre", "kbd": "Write the text between backticks."
        case "p", "div", "span": "Leave the tags out; a blank line divides paragraphs."
        case "h1", "h2", "h3", "h4", "h5", "h6": "Write `## Heading`."
        case "ul", "ol", "li": "Begin each line of the list with `- ` or `1. `."
        case "hr": "Write `---` between blank lines."
        default: nil
        }
    }
}
