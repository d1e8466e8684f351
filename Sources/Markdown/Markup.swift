public import Pictures

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

    public var isEmpty: Bool { html.isEmpty && slots.isEmpty }

    public struct Slot: Sendable, Equatable {
        /// Numbers of links are indices into `Rendered.links`. Attributes stand behind `href` or `src`, each with a
        /// space before it; they and texts are escaped.
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

    /// An image of HTML, with its sizes and what some screens show instead.
    public struct Picture: Sendable, Equatable {
        public struct Source: Sendable, Equatable {
            public var link: Int
            public var attributes: [UInt8]
        }

        public var link: Int
        public var sources: [Source]
        public var attributes: [UInt8]
        /// In the place of an image that is broken.
        public var text: [UInt8]
        /// As they are written, in pixels; where one is missing, it follows from the size of the file.
        public var width: Int?
        public var height: Int?
    }

    /// What became of a link.
    public enum Target: Sendable, Equatable {
        /// `href` is written with what HTML and URLs do not allow escaped; percent escapes stay. `label` is plain
        /// text, for a wiki link that was written without any; `labelAttributes` say what language it is in, ready to
        /// stand in a tag, where that is not the text's. `size` is that of an image, where it is known; the
        /// place of an image then has it before the image is there.
        case to(String, label: String? = nil, labelAttributes: String? = nil, size: ImageSize? = nil)
        /// The link is broken: only its text stays, and of an image its alternative text.
        case text
    }
}
