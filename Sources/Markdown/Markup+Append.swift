internal import Pictures
internal import Text

extension Markup {
    /// Appends the HTML to `out`, resolving every link or image once, in order.
    ///
    /// - Parameters:
    ///   - words: a phrase as plain text.
    ///   - resolve: takes an index into `Rendered.links`.
    public func append(to out: inout [UInt8], words: (Phrase) -> String = \.english, resolve: (Int) -> Target) {
        var written = 0
        // An image may be between a link's `open` and its `close`.
        var around = Target.text
        for slot in slots {
            out.append(contentsOf: html[written..<slot.offset])
            written = slot.offset
            switch slot.part {
            case .open(let link, let attributes):
                around = resolve(link)
                if case .to(let href, _, _, _) = around { Self.appendTag("<a href=\"", href, attributes, to: &out) }
            case .close:
                if case .to = around { out.append("</a>") }
            case .image(let link, let attributes, let text):
                if case .to(let source, _, _, let size) = resolve(link) {
                    Self.appendTag("<img src=\"", source, attributes, size, to: &out)
                } else {
                    out.append(contentsOf: text)
                }
            case .picture(let picture): Self.append(picture, to: &out, resolve: resolve)
            case .label(let text):
                if case .to(_, let label?, let attributes, _) = around {
                    Self.appendLabel(label, attributes, to: &out)
                } else {
                    out.append(contentsOf: text)
                }
            case .figure(let link, let attributes, let text, let caption):
                Self.appendFigure(resolve(link), attributes, text, caption, to: &out)
            case .phrase(let phrase): HTMLEscape.append(words(phrase), to: &out)
            case .backlinks(let number): appendBacklinks(number, words, to: &out)
            }
        }
        out.append(contentsOf: html[written...])
    }

    private static func append(_ picture: Picture, to out: inout [UInt8], resolve: (Int) -> Target) {
        let sources = picture.sources.map { ($0.attributes, resolve($0.link)) }
        guard case .to(let source, _, _, let size) = resolve(picture.link) else {
            return out.append(contentsOf: picture.text)
        }
        if !sources.isEmpty { out.append("<picture>") }
        for case (let attributes, .to(let address, _, _, _)) in sources {
            appendTag("<source srcset=\"", address, attributes, to: &out)
        }
        appendTag("<img src=\"", source, picture.attributes, picture.size(of: size), to: &out)
        if !sources.isEmpty { out.append("</picture>") }
    }

    private static func appendLabel(_ label: String, _ attributes: String?, to out: inout [UInt8]) {
        guard let attributes else { return HTMLEscape.append(label, to: &out) }
        out.append(contentsOf: "<span\(attributes)>".utf8)
        HTMLEscape.append(label, to: &out)
        out.append("</span>")
    }

    private static func appendFigure(
        _ target: Target, _ attributes: [UInt8], _ text: [UInt8], _ caption: [UInt8], to out: inout [UInt8]
    ) {
        guard case .to(let source, _, _, let size) = target else {
            out.append("<p>")
            out.append(contentsOf: text)
            return out.append("</p>\n")
        }
        out.append("<figure>\n")
        appendTag("<img src=\"", source, attributes, size, to: &out)
        out.append("\n<figcaption>")
        out.append(contentsOf: caption)
        out.append("</figcaption>\n</figure>\n")
    }

    private static func appendTag(
        _ opening: StaticString, _ url: String, _ attributes: [UInt8], _ size: ImageSize? = nil, to out: inout [UInt8]
    ) {
        out.append(opening)
        HTMLEscape.appendURL(url, to: &out)
        out.append("\"")
        out.append(contentsOf: attributes)
        if let size { out.append(contentsOf: " width=\"\(size.width)\" height=\"\(size.height)\"".utf8) }
        out.append(">")
    }

    /// A link to every reference; numbered if there are several.
    private func appendBacklinks(_ number: Int, _ words: (Phrase) -> String, to out: inout [UInt8]) {
        let count = references[number - 1]
        for k in 1...max(count, 1) {
            let name = words(count > 1 ? .backToReference(k, footnote: number) : .backToText(footnote: number))
            out.append(" <a class=\"footnote-back\" href=\"#")
            out.append(contentsOf: Footnotes.referenceID(number, k).utf8)
            out.append("\" role=\"doc-backlink\" aria-label=\"")
            HTMLEscape.append(name, to: &out)
            // U+FE0E keeps the arrow from turning into a coloured picture.
            out.append("\">↩\u{FE0E}")
            if count > 1 { out.append(contentsOf: "<sup>\(k)</sup>".utf8) }
            out.append("</a>")
        }
    }
}

extension Markup.Picture {
    /// The attributes for the size of a file: both numbers or none, so that the page reserves the space.
    fileprivate func size(of file: ImageSize?) -> ImageSize? {
        switch (width, height, file) {
        case (let width?, let height?, _): ImageSize(width, height)
        case (let width?, nil, let file?) where file.width > 0:
            ImageSize(width, max(width * file.height / file.width, 1))
        case (nil, let height?, let file?) where file.height > 0:
            ImageSize(max(height * file.width / file.height, 1), height)
        default: file
        }
    }
}
