internal import Diagnostics
internal import Text

/// Images: the site's own become slots, those of other hosts become links, so that no other host learns who reads.
extension Renderer {
    /// Writes the whole image; its child nodes are its alternative text.
    mutating func image(_ node: Node, _ walk: inout Walk) {
        var alternative: [UInt8] = []
        PlainText.append(node, to: &alternative, html: options.dialect != .handbook)
        walk.skip(past: node)
        if options.dialect != .handbook { return plainImage(node, alternative) }
        findForeignComments(node, in: alternative)
        let url = String(node.url)
        if url.isEmpty {
            reportEmpty(node, url)
            appendText(alternative)
        } else if !URLPolicy.isAllowed(url) {
            reportForbidden(node, url)
            appendText(alternative)
        } else if URLPolicy.isExternal(url) {
            remoteImage(node, url, alternative)
        } else {
            slottedImage(node, url, alternative)
        }
    }

    private mutating func slottedImage(_ node: Node, _ url: String, _ alternative: [UInt8]) {
        let escaped = Self.escaped(alternative)
        let attributes = imageAttributes(escaped, title: titleAttribute(node))
        appendSlot(.image(link: rendered.links.count, attributes: attributes, text: escaped))
        addImage(node, url, alternative)
    }

    /// The image that a paragraph consists of, or a note's first after its marker, if it has a title: that becomes its
    /// caption.
    func figure(in paragraph: Node) -> Node? {
        guard options.dialect == .handbook, let image = paragraph.lastChild, image.kind == .image, !image.title.isEmpty,
            image.previous == nil || image.previous == skippedBreak
        else { return nil }
        let url = String(image.url)
        return !url.isEmpty && URLPolicy.isImageAllowed(url) ? image : nil
    }

    mutating func appendFigure(_ image: Node) {
        breakLine()
        let title = Array(image.title)
        var alternative: [UInt8] = []
        PlainText.append(image, to: &alternative, html: false)
        findForeignComments(image, in: alternative + [UInt8(ascii: " ")] + title)
        let escaped = Self.escaped(alternative)
        appendSlot(
            .figure(
                link: rendered.links.count, attributes: imageAttributes(escaped, title: []), text: escaped,
                caption: Self.escaped(title)))
        addImage(image, String(image.url), alternative)
        plain.append(UInt8(ascii: "\n"))
        plain.append(contentsOf: title)
        plain.append(UInt8(ascii: "\n"))
    }

    private func imageAttributes(_ alternative: [UInt8], title: [UInt8]) -> [UInt8] {
        var attributes: [UInt8] = []
        attributes.append(" alt=\"")
        attributes.append(contentsOf: alternative)
        attributes.append("\"")
        attributes.append(contentsOf: title)
        attributes.append(" loading=\"lazy\"")
        return attributes
    }

    private mutating func addImage(_ node: Node, _ url: String, _ alternative: [UInt8]) {
        let range = ranges.destination(of: node)
        let text = String(decoding: alternative, as: UTF8.self).trimmed
        if text.isEmpty {
            reportMissingAlternative(
                at: range, url, help: "Say in the brackets what it shows: `![…](\(url.shortened))`.")
        }
        rendered.links.append(Link(destination: url, kind: .image, range: range, text: text))
        plain.append(contentsOf: alternative)
    }

    mutating func reportMissingAlternative(at range: ByteRange, _ url: String, help: Help) {
        report(
            MarkdownRules.missingAlt, range, "The image `\(url.shortened)` has no alternative text.", help: help)
    }

    mutating func reportRemote(at range: ByteRange, _ url: String) {
        report(
            MarkdownRules.remoteImage, range,
            "`\(url.shortened)` is an image on another host, which becomes a link.",
            help: "Copy it beside this file, if its licence allows, and link to the copy.")
    }

    private mutating func remoteImage(_ node: Node, _ url: String, _ alternative: [UInt8]) {
        reportRemote(at: ranges.destination(of: node), url)
        let isBlank = !alternative.contains { $0 > 0x20 }
        // A link cannot contain another link.
        let address = URLPolicy.absolute(url)
        if openLinks.isEmpty { appendExternalLink(node, to: address) }
        appendText(isBlank ? Array(address.utf8) : alternative)
        if openLinks.isEmpty { html.append("</a>") }
    }

    private mutating func plainImage(_ node: Node, _ alternative: [UInt8]) {
        html.append("<img src=\"")
        if isWritten(node) { HTMLEscape.appendURL(node.url, to: &html) }
        html.append("\" alt=\"")
        html.append(contentsOf: Self.escaped(alternative))
        html.append("\"")
        html.append(contentsOf: titleAttribute(node))
        html.append(" />")
        plain.append(contentsOf: alternative)
    }

    private mutating func appendText(_ text: [UInt8]) {
        html.append(contentsOf: Self.escaped(text))
        plain.append(contentsOf: text)
    }

    /// As cmark escapes text.
    private static func escaped(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        text.withUnsafeBufferPointer { HTMLEscape.appendLiteral($0, to: &out) }
        return out
    }
}
