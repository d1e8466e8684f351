/// HTML that is final but for its slots: the places where something depends on the rest of the site, or on the
/// language of the page.
///
/// Nothing of a link is in `html`: a broken one leaves no trace but its text.
public struct Markup: Sendable, Equatable {
    public var html: [UInt8]
    /// In order of `offset`. Links do not nest: an `open` is followed by its own `close`.
    public var slots: [Slot]
    /// How often each footnote is referred to, by its number less one.
    public var references: [Int] = []

    public init(html: [UInt8] = [], slots: [Slot] = []) {
        self.html = html
        self.slots = slots
    }

    public struct Slot: Sendable, Equatable {
        /// Numbers of links are indices into `Rendered.links`. Attributes stand behind `href` or `src`, each with a space
        /// before it; they and texts are escaped.
        public enum Part: Sendable, Equatable {
            case open(link: Int, attributes: [UInt8])
            case close
            /// `text` stands in for an image that is broken.
            case image(link: Int, attributes: [UInt8], text: [UInt8])
            /// An image with a caption; stands for a paragraph.
            case figure(link: Int, attributes: [UInt8], text: [UInt8], caption: [UInt8])
            /// The text of a wiki link that was written without any; `text` stands in for one that is broken.
            case label(text: [UInt8])
            case phrase(Phrase)
            /// The links from a footnote, by its number, back to the text.
            case backlinks(Int)
        }

        /// In `html`: the slot's bytes go before the byte at this offset.
        public var offset: Int
        public var part: Part
    }

    /// What became of a link.
    public enum Target: Sendable, Equatable {
        /// `href` is written with what HTML and URLs do not allow escaped; percent escapes stay. `label` is plain
        /// text, for a wiki link that was written without any. `size` is that of an image, where it is known; the
        /// place of an image then has it before the image is there.
        case to(String, label: String? = nil, size: ImageSize? = nil)
        /// The link is broken: only its text stays, and of an image its alternative text.
        case text
    }

    /// Appends the HTML to `out`, asking once for every link or image, in order, what it became.
    ///
    /// - Parameters:
    ///   - words: a phrase as plain text.
    ///   - resolve: takes an index into `Rendered.links`.
    public func append(to out: inout [UInt8], words: (Phrase) -> String = \.english, resolve: (Int) -> Target) {
        var written = 0
        // An image may stand between a link's `open` and its `close`.
        var around = Target.text
        for slot in slots {
            out.append(contentsOf: html[written..<slot.offset])
            written = slot.offset
            switch slot.part {
            case .open(let link, let attributes):
                around = resolve(link)
                if case .to(let href, _, _) = around { Self.appendTag("<a href=\"", href, attributes, to: &out) }
            case .close:
                if case .to = around { out.append("</a>") }
            case .image(let link, let attributes, let text):
                if case .to(let source, _, let size) = resolve(link) {
                    Self.appendTag("<img src=\"", source, attributes, size, to: &out)
                } else {
                    out.append(contentsOf: text)
                }
            case .label(let text):
                if case .to(_, let label?, _) = around { HTMLEscape.append(label, to: &out) } else { out.append(contentsOf: text) }
            case .figure(let link, let attributes, let text, let caption):
                if case .to(let source, _, let size) = resolve(link) {
                    out.append("<figure>\n")
                    Self.appendTag("<img src=\"", source, attributes, size, to: &out)
                    out.append("\n<figcaption>")
                    out.append(contentsOf: caption)
                    out.append("</figcaption>\n</figure>\n")
                } else {
                    out.append("<p>")
                    out.append(contentsOf: text)
                    out.append("</p>\n")
                }
            case .phrase(let phrase): HTMLEscape.append(words(phrase), to: &out)
            case .backlinks(let number): appendBacklinks(number, words, to: &out)
            }
        }
        out.append(contentsOf: html[written...])
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

    /// A link to every reference, numbered from the second on.
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
            if k > 1 { out.append(contentsOf: "<sup>\(k)</sup>".utf8) }
            out.append("</a>")
        }
    }
}
