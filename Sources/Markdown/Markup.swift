public import Pictures

/// HTML that is final except for its slots: the gaps that depend on the rest of the site, or on the language of the
/// page.
///
/// Nothing of a link is in `html`: a broken one leaves no trace but its text.
public struct Markup: Sendable, Equatable {
    public var html: [UInt8]
    /// In order of `offset`. Links do not nest: an `open` is followed by its own `close`.
    public var slots: [Slot]
    /// How often each footnote is referred to, by its number minus one.
    public var references: [Int] = []

    public init(html: [UInt8] = [], slots: [Slot] = []) {
        self.html = html
        self.slots = slots
    }

    public var isEmpty: Bool { html.isEmpty && slots.isEmpty }

    public struct Slot: Sendable, Equatable {
        /// Numbers of links are indices into `Rendered.links`. Attributes follow `href` or `src`, each with a space
        /// before it; they and texts are escaped.
        public enum Part: Sendable, Equatable {
            case open(link: Int, attributes: [UInt8])
            case close
            /// `text` stands in for an image that is broken.
            case image(link: Int, attributes: [UInt8], text: [UInt8])
            /// An image that HTML puts there.
            case picture(Picture)
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

    /// An image of HTML, with its sizes and the alternatives for some screens.
    public struct Picture: Sendable, Equatable {
        public struct Source: Sendable, Equatable {
            public var link: Int
            public var attributes: [UInt8]
        }

        public var link: Int
        public var sources: [Source]
        public var attributes: [UInt8]
        /// Shown instead of an image that is broken.
        public var text: [UInt8]
        /// As written, in pixels; if one is missing, it follows from the size of the file.
        public var width: Int?
        public var height: Int?
    }

    /// What became of a link.
    public enum Target: Sendable, Equatable {
        /// `href` is written with everything escaped that HTML and URLs do not allow; percent escapes stay. `label` is
        /// plain text, for a wiki link that was written without any; `labelAttributes`, ready for a tag, state its
        /// language if that differs from the text's. `size` is that of an image, if known; the page then reserves the
        /// space before the image is loaded.
        case to(String, label: String? = nil, labelAttributes: String? = nil, size: ImageSize? = nil)
        /// The link is broken: only its text stays, or the alternative text of an image.
        case text
    }
}
