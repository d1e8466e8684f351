internal import Diagnostics
internal import Text

/// Links: those to other hosts are final, those within the site are slots, and the rest is only its text.
extension Renderer {
    mutating func enterLink(_ node: Node) {
        openLinks.append(options.dialect == .handbook ? link(node) : plainLink(node))
    }

    mutating func leaveLink() {
        switch openLinks.popLast() {
        case .final: html.append("</a>")
        case .slot(let link, let plainStart):
            rendered.links[link].text = String(decoding: plain[plainStart...], as: UTF8.self).trimmed
            appendSlot(.close)
        case .text, nil: break
        }
    }

    private mutating func link(_ node: Node) -> OpenLink {
        // HTML forbids a link in a link; the outer one stays.
        guard openLinks.isEmpty else { return .text }
        let url = String(node.url)
        guard !url.isEmpty, node.hasVisibleContent else {
            reportEmpty(node, url)
            return .text
        }
        guard URLPolicy.isAllowed(url) else {
            reportForbidden(node, url)
            return .text
        }
        guard URLPolicy.isExternal(url) else { return slottedLink(node, url) }
        appendExternalLink(node, to: URLPolicy.absolute(url))
        return .final
    }

    private mutating func slottedLink(_ node: Node, _ url: String) -> OpenLink {
        let index = rendered.links.count
        rendered.links.append(
            Link(destination: url, kind: .link, range: ranges.destination(of: node), text: ""))
        appendSlot(.open(link: index, attributes: titleAttribute(node)))
        return .slot(link: index, plainStart: plain.count)
    }

    /// `noopener`: the other page gets no reference to the one that opened it.
    mutating func appendExternalLink(_ node: Node, to address: String) {
        if options.listsExternalLinks { listExternal(address, at: ranges.destination(of: node)) }
        html.append("<a href=\"")
        HTMLEscape.appendURL(address, to: &html)
        html.append("\"")
        html.append(contentsOf: titleAttribute(node))
        html.append(" rel=\"noopener\">")
    }

    mutating func listExternal(_ address: String, at range: ByteRange) {
        guard options.listsExternalLinks else { return }
        rendered.externalLinks.append(Link(destination: address, kind: .link, range: range, text: ""))
    }

    /// As it is written.
    private mutating func plainLink(_ node: Node) -> OpenLink {
        html.append("<a href=\"")
        if isWritten(node) { HTMLEscape.appendURL(node.url, to: &html) }
        html.append("\"")
        html.append(contentsOf: titleAttribute(node))
        html.append(">")
        return .final
    }

    /// Whether dialects without a site write the destination of a link or image.
    func isWritten(_ node: Node) -> Bool {
        options.unsafeHTML || URLPolicy.isAllowed(String(node.url))
    }

    /// ` title="…"`, or nothing.
    func titleAttribute(_ node: Node) -> [UInt8] {
        let title = node.title
        guard !title.isEmpty else { return [] }
        var out: [UInt8] = []
        out.append(" title=\"")
        HTMLEscape.appendLiteral(title, to: &out)
        out.append("\"")
        return out
    }

    mutating func reportEmpty(_ node: Node, _ url: String) {
        reportEmpty(at: ranges.destination(of: node), url: url)
    }

    /// - Parameter url: of a link without text; `nil` if it is not known.
    mutating func reportEmpty(at range: ByteRange, url: String?) {
        let link = url.map { "The link to `\($0.shortened)`" } ?? "The link"
        report(
            MarkdownRules.emptyLink, range, url == "" ? "The link has no destination." : "\(link) has no text.",
            help: "Write `[text](destination)`.")
    }

    mutating func reportForbidden(_ node: Node, _ url: String) {
        reportForbidden(at: ranges.destination(of: node), url)
    }

    mutating func reportForbidden(at range: ByteRange, _ url: String) {
        report(
            MarkdownRules.forbiddenURL, range,
            "`\(url.shortened)` is not an address that a link may have: only https, http, mailto, tel and paths are "
                + "allowed.",
            help: "Only the text is published.")
    }
}

extension Node {
    /// A link's text shows something.
    fileprivate var hasVisibleContent: Bool {
        if let first = firstChild, first.kind == .text, first.literal.contains(where: { $0 > 0x20 }) { return true }
        var walk = Walk(self)
        while let (node, isEntering) = walk.next() {
            guard isEntering else { continue }
            if node.kind == .image { return true }
            if node.kind == .text || node.kind == .codeSpan, node.literal.contains(where: { $0 > 0x20 }) { return true }
        }
        return false
    }
}

extension String {
    /// Short enough for a message.
    var shortened: String { utf8.count <= 80 ? self : prefix(60) + "…" }
}
