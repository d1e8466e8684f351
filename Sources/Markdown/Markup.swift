/// HTML that is final but for its slots: the places where a link, an image or a label depends on the rest of the site.
///
/// Nothing of a link is in `html`: a broken one leaves no trace but its text.
public struct Markup: Sendable, Equatable {
    public var html: [UInt8]
    /// In order of `offset`. Links do not nest: an `open` is followed by its own `close`.
    public var slots: [Slot]

    public init(html: [UInt8] = [], slots: [Slot] = []) {
        self.html = html
        self.slots = slots
    }

    public struct Slot: Sendable, Equatable {
        public enum Part: Sendable {
            case open, close, image
            /// The text of a wiki link that was written without any.
            case label
        }

        /// In `html`: the slot's bytes go before the byte at this offset.
        public var offset: Int
        /// Index into `Rendered.links`.
        public var link: Int
        public var part: Part
        /// Attributes after `href` or `src`, each with a space before it; escaped.
        public var attributes: [UInt8] = []
        /// What stands in for a label that is not given or an image that is broken; escaped.
        public var text: [UInt8] = []
    }

    /// What became of a link.
    public enum Target: Sendable, Equatable {
        /// `href` is written with what HTML and URLs do not allow escaped; percent escapes stay. `label` is plain
        /// text, for a wiki link that was written without any.
        case to(String, label: String? = nil)
        /// The link is broken: only its text stays, and of an image its alternative text.
        case text
    }

    /// Appends the HTML to `out`, asking once for every link or image, in order, what it became.
    ///
    /// - Parameter resolve: takes an index into `Rendered.links`.
    public func append(to out: inout [UInt8], resolve: (Int) -> Target) {
        var written = 0
        // An image may stand between a link's `open` and its `close`.
        var around = Target.text
        for slot in slots {
            out.append(contentsOf: html[written..<slot.offset])
            written = slot.offset
            if slot.part == .open { around = resolve(slot.link) }
            slot.append(slot.part == .image ? resolve(slot.link) : around, to: &out)
        }
        out.append(contentsOf: html[written...])
    }
}

extension Markup.Slot {
    fileprivate func append(_ target: Markup.Target, to out: inout [UInt8]) {
        switch (part, target) {
        case (.open, .to(let href, _)): appendTag("<a href=\"", href, to: &out)
        case (.close, .to): out.append("</a>")
        case (.image, .to(let source, _)): appendTag("<img src=\"", source, to: &out)
        case (.label, .to(_, let label?)): HTMLEscape.append(label, to: &out)
        case (.label, _), (.image, .text): out.append(contentsOf: text)
        case (.open, .text), (.close, .text): break
        }
    }

    private func appendTag(_ opening: StaticString, _ url: String, to out: inout [UInt8]) {
        out.append(opening)
        HTMLEscape.appendURL(url, to: &out)
        out.append("\"")
        out.append(contentsOf: attributes)
        out.append(">")
    }
}
