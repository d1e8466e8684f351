internal import Diagnostics
internal import Text

/// A picture for some screens, within `<picture>`.
struct PictureSource {
    let url: String
    let attributes: [UInt8]
    let range: ByteRange
}

/// Links and pictures of HTML: by the same rules as those of Markdown.
extension HTMLTree {
    mutating func startLink(_ tag: WrittenTag, _ token: HTMLToken) {
        let attributes = attributes(of: tag, .a, token)
        guard let href = tag["href"] else {
            openNames += 1
            return putAnchors(attributes.anchors)
        }
        guard openLinks == 0, depth < Self.maximalDepth else {
            report("link in link", token.range, "A link cannot be inside another link, so this is only its text.")
            endsToPass[.a, default: 0] += 1
            return putAnchors(attributes.anchors)
        }
        makeRoomForText()
        putAnchors(attributes.anchors)
        if !openLink(href.trimmed, attributes.withClasses, token) { endsToPass[.a, default: 0] += 1 }
    }

    /// Returns whether it is a link.
    private mutating func openLink(_ url: String, _ attributes: [UInt8], _ token: HTMLToken) -> Bool {
        let range = range(of: url, in: token.range)
        if isHandbook, url.isEmpty {
            renderer.reportEmpty(at: token.range, url: "")
            return false
        }
        guard URLPolicy.isAllowed(url) else {
            if isHandbook { renderer.reportForbidden(at: range, url) }
            return false
        }
        guard isHandbook, !URLPolicy.isExternal(url) else {
            let address = isHandbook ? URLPolicy.absolute(url) : url
            if isHandbook { renderer.listExternal(address, at: range) }
            open(.a, .html, range: token.range) { tree in
                tree.out.append("<a href=\"")
                HTMLEscape.appendURL(address, to: &tree.out)
                tree.out.append("\"")
                tree.out.append(contentsOf: attributes)
                tree.out.append(tree.isHandbook ? " rel=\"noopener\">" : ">")
            }
            return true
        }
        let link = renderer.rendered.links.count
        renderer.rendered.links.append(Link(destination: url, kind: .link, range: range, text: ""))
        open(.a, .html, range: token.range) { $0.append(.open(link: link, attributes: attributes)) }
        frames[frames.count - 1].link = link
        frames[frames.count - 1].plain = token.plain
        return true
    }

    mutating func nameLink(_ link: Int, _ frame: Frame, _ plain: Int) {
        renderer.rendered.links[link].text = words(frame.plain..<plain)
    }

    /// Plain text of the page.
    func words(_ range: Range<Int>) -> String {
        let end = min(max(range.upperBound, range.lowerBound), renderer.plain.count)
        return String(decoding: renderer.plain[min(range.lowerBound, end)..<end], as: UTF8.self).trimmed
    }

    /// Where an address is written in a tag; the tag, if the address is written with entities.
    private func range(of url: String, in range: ByteRange) -> ByteRange {
        let text = Array(url.utf8)
        guard let first = text.first, range.upperBound <= renderer.file.count else { return range }
        var tries = 16
        var i = range.lowerBound
        while i + text.count <= range.upperBound, tries > 0 {
            if renderer.file[i] == first {
                if renderer.file[i..<i + text.count].elementsEqual(text) { return i..<i + text.count }
                tries -= 1
            }
            i += 1
        }
        return range
    }

    // MARK: Pictures

    mutating func source(_ tag: WrittenTag, _ token: HTMLToken) {
        guard let count = sources?.count, count < 20, isHandbook else { return }
        let attributes = attributes(of: tag, .source, token)
        let url = (tag["srcset"] ?? "").trimmed.prefix { $0 != " " && $0 != "\n" && $0 != "\t" }
        let address = String(url.last == "," ? url.dropLast() : url)
        guard !address.isEmpty, URLPolicy.isImageAllowed(address) else {
            return report(
                "source", token.range, "`<source>` does not name a picture of this site, so it is left out.",
                help: "The picture in `<img>` is shown instead.")
        }
        let range = range(of: address, in: token.range)
        sources?.append(PictureSource(url: address, attributes: attributes.bytes, range: range))
    }

    mutating func image(_ tag: WrittenTag, _ token: HTMLToken) {
        let attributes = attributes(of: tag, .img, token)
        let alternative = (tag["alt"] ?? "").trimmed
        let url = (tag["src"] ?? "").trimmed
        let sources = sources ?? []
        self.sources = nil
        makeRoomForText()
        putAnchors(attributes.anchors)
        hasVisible = true
        if !isHandbook { return plainImage(url, alternative, attributes) }
        let range = range(of: url, in: token.range)
        if url.isEmpty {
            renderer.reportEmpty(at: token.range, url: "")
            HTMLEscape.append(alternative, to: &out)
        } else if !URLPolicy.isAllowed(url) {
            renderer.reportForbidden(at: range, url)
            HTMLEscape.append(alternative, to: &out)
        } else if URLPolicy.isExternal(url) {
            remoteImage(url, alternative, range)
        } else {
            if alternative.isEmpty {
                renderer.reportMissingAlternative(
                    at: range, url, help: "Say in `alt=\"…\"` what it shows.")
            }
            append(picture(url, alternative, attributes, sources, range))
        }
    }

    private mutating func picture(
        _ url: String, _ alternative: String, _ attributes: HTMLAttributes, _ sources: [PictureSource],
        _ range: ByteRange
    ) -> Markup.Slot.Part {
        var links: [Markup.Picture.Source] = []
        for source in sources {
            links.append(.init(link: renderer.rendered.links.count, attributes: source.attributes))
            renderer.rendered.links.append(
                Link(destination: source.url, kind: .image, range: source.range, text: alternative))
        }
        var text: [UInt8] = []
        HTMLEscape.append(alternative, to: &text)
        let written = Array(" alt=\"".utf8) + text + Array("\"".utf8) + attributes.withClasses
        let link = renderer.rendered.links.count
        renderer.rendered.links.append(Link(destination: url, kind: .image, range: range, text: alternative))
        return .picture(
            Markup.Picture(
                link: link, sources: links, attributes: written + Array(" loading=\"lazy\"".utf8), text: text,
                width: attributes.width, height: attributes.height))
    }

    private mutating func remoteImage(_ url: String, _ alternative: String, _ range: ByteRange) {
        renderer.reportRemote(at: range, url)
        let address = URLPolicy.absolute(url)
        let isLink = openLinks == 0
        if isLink {
            renderer.listExternal(address, at: range)
            out.append("<a href=\"")
            HTMLEscape.appendURL(address, to: &out)
            out.append("\" rel=\"noopener\">")
        }
        HTMLEscape.append(alternative.isEmpty ? address : alternative, to: &out)
        if isLink { out.append("</a>") }
    }

    private mutating func plainImage(_ url: String, _ alternative: String, _ attributes: HTMLAttributes) {
        out.append("<img src=\"")
        if URLPolicy.isAllowed(url) { HTMLEscape.appendURL(url, to: &out) }
        out.append("\" alt=\"")
        HTMLEscape.append(alternative, to: &out)
        out.append("\"")
        out.append(contentsOf: attributes.withClasses)
        out.append(" />")
    }
}
