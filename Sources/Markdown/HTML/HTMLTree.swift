internal import Diagnostics
internal import Text

/// Inserts the HTML of a text into the bytes that Markdown became, so that nesting is valid: a browser reads exactly
/// this tree from the result.
///
/// One pass over bytes, slots and tokens with a stack of open elements. Elements of Markdown do not move: a tag of
/// the text ends none of them except a paragraph. Elements that the text leaves open end with the block around them.
/// Blocks without HTML in or around them are copied.
struct HTMLTree {
    var renderer: Renderer
    var out: [UInt8] = []
    var slots: [Markup.Slot] = []
    /// The first one is the page.
    var frames: [Frame] = [Frame(.section, .markdown, flow: 0)]
    /// Anchors, which are inserted when all are known.
    var pending: [Pending] = []

    /// In `out`: the digits of each heading's tags.
    var digits: [Int] = []
    var outline: [Heading] = []
    /// Headings that Markdown made, so far.
    var markdownHeadings = 0
    /// Something that readers see was written.
    var hasVisible = false
    /// Level-1 headings of the whole text.
    let topHeadings: Int
    /// Plain text up to here belongs to the title, which is removed.
    var titleEnd = 0

    /// A paragraph of Markdown was ended by a block within it.
    var isSplit = false
    var openLinks = 0
    /// Links that are only anchors, and whose end tags have not come yet.
    var openNames = 0
    /// Elements of HTML that are open.
    var depth = 0
    /// By name: how many elements were left out, or ended before their end tags, which then end nothing.
    var endsToPass: [HTMLElement: Int] = [:]
    /// What was reported: each kind once a page.
    var reported: Set<String> = []
    /// The sources of the picture around this point.
    var sources: [PictureSource]?

    /// No browser reads deeper than 512 elements; Markdown has up to 400 of its own.
    static let maximalDepth = 60

    enum Origin {
        case markdown, html
        /// Made because its content needs it.
        case implied
        /// `{% hint %}`.
        case hint
    }

    struct Frame {
        let element: HTMLElement
        /// The element whose end tag ends it.
        var name: HTMLElement
        let origin: Origin
        /// Index of the nearest frame, this or one around it, that holds blocks or parts.
        let flow: Int
        /// Between that one and the content of this is an element of Markdown that no block ends.
        var isFixed = false
        /// The same for a heading, summary or the like of HTML.
        var isHolding = false
        /// Its tags are written.
        var isWritten = true
        /// Where its tag begins and ends in `out`, and the slots up to there.
        var start = 0
        var inner = 0
        var slots = 0
        var innerSlots = 0
        /// In the plain text of the page.
        var plain = 0
        /// Index of the link, where it opened with a slot.
        var link: Int?
        /// A part that must be unique or first was there.
        var hasPart = false
        var hasCaption = false
        /// Rows of a table, or a group of them.
        var hasRows = false
        var isTitle = false
        /// Ends with the block of Markdown in it.
        var isEnding = false
        /// Index of the pending name of a heading.
        var heading = 0
        /// The range of its tag in the file.
        var range: ByteRange = 0..<0

        init(_ element: HTMLElement, _ origin: Origin, flow: Int) {
            self.element = element
            name = element
            self.origin = origin
            self.flow = flow
        }
    }

    struct Pending {
        var offset: Int
        /// Slots before it.
        let slots: Int
        var id: String
        var form: Form

        enum Form {
            /// An attribute of the tag that is open.
            case attribute
            /// An empty element of its own.
            case element
            /// An attribute, of a heading that is in the outline.
            case heading
        }
    }

    init(_ renderer: Renderer) {
        self.renderer = renderer
        let ofMarkdown = stride(from: 0, to: renderer.levelDigits.count, by: 2).count { index in
            renderer.html[renderer.levelDigits[index]] == UInt8(ascii: "1")
        }
        topHeadings =
            ofMarkdown
            + renderer.tokens.count { token in
                if case .start(let tag) = token.content { tag.name == "h1" } else { false }
            }
        out.reserveCapacity(renderer.html.count + renderer.html.count / 2)
    }

    /// The renderer with the HTML in its place.
    static func merged(_ renderer: Renderer) -> Renderer {
        var tree = HTMLTree(renderer)
        tree.run()
        return tree.renderer
    }

    var isHandbook: Bool { renderer.options.dialect == .handbook }
    var top: Frame { frames[frames.count - 1] }

    private mutating func run() {
        let html = renderer.html
        let before = renderer.rendered.markup.slots
        let tokens = renderer.tokens
        var (i, slot, token, block) = (0, 0, 0, 0)
        while true {
            if let end = endOfMarkdown(i, slot, token, &block) {
                copy(from: renderer.topBlocks[block], to: end)
                (i, slot) = (end.html, end.slots)
            }
            let nextToken = token < tokens.count ? tokens[token].offset : Int.max
            let nextSlot = slot < before.count ? before[slot].offset : Int.max
            let limit = min(nextToken, nextSlot, html.count)
            if i < limit {
                if html[i] == UInt8(ascii: "<") {
                    i = markdownTag(html, at: i, before, &slot)
                } else {
                    let end = html[i..<limit].firstIndex(of: UInt8(ascii: "<")) ?? limit
                    text(html[i..<end])
                    i = end
                }
            } else if token < tokens.count, nextToken < nextSlot || nextToken == nextSlot && tokens[token].slots <= slot
            {
                take(tokens[token])
                token += 1
            } else if slot < before.count {
                take(before[slot])
                slot += 1
            } else {
                break
            }
        }
        while frames.count > 1 { end() }
        finish()
    }

    /// The end of the blocks that begin here and hold no HTML; `nil` if there are none. The first visible text may be
    /// the title, so nothing is copied before it.
    ///
    /// - Parameter block: index of a block that does not begin after this point; then of the one that begins here.
    private func endOfMarkdown(_ i: Int, _ slot: Int, _ token: Int, _ block: inout Int) -> Renderer.TopBlock? {
        guard frames.count == 1, hasVisible else { return nil }
        let count = renderer.topBlocks.count
        while block < count, renderer.topBlocks[block].isBefore(i, slot, token) { block += 1 }
        guard block < count else { return nil }
        let start = renderer.topBlocks[block]
        guard start.html == i, start.slots == slot, start.tokens == token else { return nil }
        var next = block
        while next < count, renderer.topBlocks[next].tokens == token { next += 1 }
        if next == count, renderer.tokens.count == token { return i < renderer.html.count ? renderer.endOfBlocks : nil }
        return next - 1 > block ? renderer.topBlocks[next - 1] : nil
    }

    private mutating func finish() {
        settle()
        renderer.html = out
        renderer.rendered.markup.slots = slots
        renderer.levelDigits = digits
        renderer.rendered.outline = outline
        if titleEnd > 0 { renderer.plain.removeFirst(titleEnd) }
    }

    // MARK: What is written

    /// Text that is escaped.
    mutating func text(_ bytes: ArraySlice<UInt8>) {
        var bytes = bytes
        if !bytes.allSatisfy(\.isWhitespace) {
            let around = frames.count
            makeRoomForText()
            if frames.count > around { bytes = bytes.drop(while: \.isWhitespace) }
            hasVisible = true
        }
        if top.element == .pre, out.count == top.inner, slots.count == top.innerSlots {
            // A browser skips a line end at the start of a block of code.
            bytes = bytes.drop { $0 == UInt8(ascii: "\n") }
        }
        out.append(contentsOf: bytes)
    }

    mutating func append(_ part: Markup.Slot.Part) {
        slots.append(Markup.Slot(offset: out.count, part: part))
    }

    private mutating func take(_ slot: Markup.Slot) {
        switch slot.part {
        case .open(let link, let attributes):
            makeRoomForText()
            if openLinks > 0 { return open(.a, .markdown, isWritten: false) { _ in } }
            open(.a, .markdown) { $0.append(.open(link: link, attributes: attributes)) }
            frames[frames.count - 1].link = link
        case .close: closeMarkdown(.a)
        case .label(let text) where !top.isWritten:
            out.append(contentsOf: text)
        case .figure:
            _ = makeRoomForBlock(force: true)
            append(slot.part)
            hasVisible = true
        case .backlinks:
            // They are links, so they cannot be in one that was left open.
            while openLinks > 0 || top.origin != .markdown { end() }
            append(slot.part)
        default:
            makeRoomForText()
            append(slot.part)
            hasVisible = true
        }
    }

    // MARK: Elements

    /// - Parameter tag: writes the tag, or the slot in its place.
    mutating func open(
        _ element: HTMLElement, _ origin: Origin, isWritten: Bool = true, range: ByteRange = 0..<0,
        _ tag: (inout HTMLTree) -> Void
    ) {
        let around = top
        let holdsBlocks: Bool
        switch element.content {
        case .flow, .parts: holdsBlocks = true
        case .transparent: holdsBlocks = around.flow == frames.count - 1 && around.element.content != .parts
        case .phrasing, .nothing: holdsBlocks = false
        }
        var frame = Frame(element, origin, flow: holdsBlocks && isWritten ? frames.count : around.flow)
        if frame.flow != frames.count {
            let isMarkdownLine = origin == .markdown && element != .p
            frame.isFixed = around.isFixed && around.flow == frame.flow || isMarkdownLine
            frame.isHolding =
                around.isHolding && around.flow == frame.flow || element.isHeading || element == .summary
        }
        (frame.isWritten, frame.range) = (isWritten, range)
        (frame.start, frame.slots) = (out.count, slots.count)
        tag(&self)
        (frame.inner, frame.innerSlots) = (out.count, slots.count)
        if origin != .markdown { depth += 1 }
        if element == .a, isWritten { openLinks += 1 }
        if frames.count > 1 {
            frames[frames.count - 1].hasPart = true
            if element != .caption { frames[frames.count - 1].hasRows = true }
        }
        frames.append(frame)
    }

    /// An element of HTML without attributes.
    mutating func open(_ element: HTMLElement) {
        open(element, .implied) { $0.writeTag(element) }
    }

    mutating func writeTag(_ element: HTMLElement, _ attributes: [UInt8] = []) {
        out.append("<")
        out.append(contentsOf: element.rawValue.utf8)
        out.append(contentsOf: attributes)
        out.append(">")
    }

    /// Ends the element that was opened last.
    mutating func close(plain: Int? = nil) {
        let frame = frames.removeLast()
        if frame.origin != .markdown { depth -= 1 }
        guard frame.isWritten else { return }
        if frame.element == .a { openLinks -= 1 }
        if frame.element.vanishesEmpty, isEmpty(frame) {
            takeBack(frame)
            if frame.element == .a, frame.origin == .html { renderer.reportEmpty(at: frame.range, url: nil) }
            return
        }
        if frame.element.isHeading, frame.origin == .html {
            return closeHeading(frame, plain: plain ?? renderer.plain.count)
        }
        if let link = frame.link {
            if frame.origin == .html { nameLink(link, frame, plain ?? renderer.plain.count) }
            append(.close)
        } else {
            if frame.element.isHeading { digits.append(out.count + 3) }
            out.append("</")
            out.append(contentsOf: frame.element.rawValue.utf8)
            out.append(">")
        }
        if frame.element == .table, frame.origin == .html, isHandbook { out.append("</div>") }
        if frame.element == .pre, frame.origin == .html, isHandbook { out.append("\n") }
    }

    func isEmpty(_ frame: Frame) -> Bool {
        slots.count == frame.innerSlots && out[min(frame.inner, out.count)...].allSatisfy(\.isWhitespace)
    }

    /// Removes an element that contains nothing but anchors.
    mutating func takeBack(_ frame: Frame) {
        out.removeLast(out.count - frame.start)
        slots.removeLast(slots.count - frame.slots)
        var index = pending.count
        while index > 0, pending[index - 1].offset > frame.start || pending[index - 1].slots > frame.slots {
            index -= 1
            pending[index] = Pending(
                offset: frame.start, slots: frame.slots, id: pending[index].id, form: .element)
        }
    }

    // MARK: Room

    /// Text or inline content is about to be written.
    mutating func makeRoomForText() {
        switch top.element.content {
        case .parts where top.origin != .markdown: openParts()
        case .phrasing, .nothing: return
        default: break
        }
        if top.element == .details { withoutSummary() }
        if isSplit && top.flow == frames.count - 1 || top.origin == .hint { open(.p) }
    }

    /// A block is about to be written. Elements that cannot contain one end.
    ///
    /// - Parameter force: headings and the like of HTML end too; those of Markdown never hold a block.
    /// - Returns: whether there is room now.
    mutating func makeRoomForBlock(force: Bool) -> Bool {
        if top.flow < frames.count - 1 {
            if top.isFixed || top.isHolding && !force { return false }
            let flow = top.flow
            while frames.count - 1 > flow { end() }
        }
        if top.element == .details { withoutSummary() }
        if top.origin != .markdown { openParts() }
        return true
    }

    private mutating func openParts() {
        while let part = top.element.impliedPart, top.origin != .markdown { open(part) }
    }

    /// Ends the element that was opened last, whose own end tag comes later or never.
    mutating func end() {
        let frame = top
        if frame.origin == .markdown, frame.element == .p { isSplit = true }
        if frame.origin == .html, !frame.element.mayStayOpen, frame.isWritten {
            endsToPass[frame.name, default: 0] += 1
            reportEnd(frame)
        } else if frame.origin == .hint {
            reportHint(frame)
        }
        close()
    }

    /// A folding element needs a line that stays visible. Without one it is an ordinary part of the page.
    private mutating func withoutSummary() {
        let last = frames.count - 1
        guard frames[last].origin == .html, !frames[last].hasPart else { return }
        report(
            "details without summary", frames[last].range,
            "`<details>` does not begin with `<summary>`, so it does not fold.",
            help: "Write `<summary>`, the words that stay visible and `</summary>` right below it.")
        let frame = frames.removeLast()
        depth -= 1
        out.removeLast(out.count - frame.start)
        while let last = pending.last, last.offset > frame.start { pending.removeLast() }
        open(.div, .html, range: frame.range) { $0.writeTag(.div) }
        frames[frames.count - 1].name = .details
    }
}

extension HTMLElement {
    /// Whether it is dropped without content.
    fileprivate var vanishesEmpty: Bool {
        switch self {
        case .p, .tr, .thead, .tbody, .tfoot, .caption, .a, .figcaption, .ul, .ol, .dl, .table: true
        default: false
        }
    }
}
