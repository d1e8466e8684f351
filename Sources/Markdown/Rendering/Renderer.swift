internal import Diagnostics
internal import Text
internal import Traps

/// Turns cmark's tree into bytes, one event of a walk at a time: never recursive, so no text is too deep for it.
///
/// Lines break where cmark's own HTML renderer breaks them; `Renderer+….swift` hold what each kind of node becomes.
struct Renderer {
    let path: String
    let options: MarkdownRenderer.Options
    /// The text that was parsed, if that is not the file's own text.
    let rewritten: Rewritten?
    let file: [UInt8]
    var ranges: SourceRanges
    var html: [UInt8] = []
    /// `Rendered.plainText` so far.
    var plain: [UInt8] = []
    var rendered = Rendered()

    // Headings
    var slugs = Slug.Series()
    var titleNode: Node?
    /// The lengths of `html`, `plain` and the slots when the heading around this point began; in `html`, after its
    /// level.
    var headingStart = (html: 0, plain: 0, slots: 0)
    /// Offsets in `html` of the digits of heading tags.
    var levelDigits: [Int] = []

    // Inlines
    /// The links around this point, and how each is to be closed. More than one only if an autolink is in a link's
    /// text.
    var openLinks: [OpenLink] = []
    /// The lengths of `html` and `plain` when the paragraph around this point began.
    var paragraphStart = (html: 0, plain: 0)
    /// The HTML in the text.
    var tokens: [HTMLToken] = []
    /// Where the top-level blocks begin.
    var topBlocks: [TopBlock] = []
    var entities = HTMLEntities()
    /// The tag around this point that hides text.
    var hidden: HidingTag?

    /// The text node whose first bytes are written in another form, and the break that goes with it.
    var skipped: (node: Node, count: Int)?
    var skippedBreak: Node?
    /// Containers of inlines that were searched for struck text, and what was found.
    var struckParents: Set<Node> = []
    var strikes: [Node: [Strikethrough.Mark]] = [:]
    /// The links in the text nodes that were searched for it.
    var links: [Node: [Piece]] = [:]
    /// How many more are checked.
    var spacedAddressesLeft = Renderer.mostSpacedAddresses

    // Extensions
    var footnotes: Footnotes
    var openNotes: [OpenNote] = []
    var noteTitle: NoteTitle?
    /// A task whose box is not written yet: whether it is done.
    var task: Bool?
    /// The length of `plain` when the table began whose header is open, and the slot of its name.
    var tableStart: (plain: Int, slot: Int)?

    /// How much was written before a top-level block.
    struct TopBlock {
        let html: Int
        let slots: Int
        let tokens: Int
        let digits: Int

        func isBefore(_ html: Int, _ slots: Int, _ tokens: Int) -> Bool {
            self.html < html || self.slots < slots || self.tokens < tokens
        }
    }

    /// How a link ends.
    enum OpenLink {
        /// Its tag was written.
        case final
        /// It opened with a slot.
        case slot(link: Int, plainStart: Int)
        /// Only its text is written.
        case text
    }

    /// The signs in the body that the dialect knows. `&#1;` writes characters that the source may not contain; without
    /// such an entity there is no control character to look for.
    let bodySigns: BodySigns

    /// The line in which a sign of doubtful text was last checked.
    var doubtfulLine: Int?
    var foreignComments = ForeignComments()
    /// The line last searched for a comment that does not end, and whether there is one: a line may have many texts.
    var commentLine: (line: Int, isOpen: Bool)?

    /// The text before it in the file needs no more messages about slips.
    var slipsEnd = 0
    /// How many slips of each kind were found.
    var slipCounts: [String: Int] = [:]
    var slipRests: [String: SlipRest] = [:]
    /// The paragraphs that were checked for a table and for definitions, and the line for stars.
    var tableParagraph: Node?
    var definitionParagraph: Node?
    /// Signs of other programs that were reported for the page.
    var toldSigns: Set<String> = []
    var starsLine = 0

    /// Something in the body may have been pasted from another program.
    let mayHoldPasted: Bool

    init(
        source: Source, rewritten: Rewritten?, signs: BodySigns, file: [UInt8], path: String,
        options: MarkdownRenderer.Options
    ) {
        mayHoldPasted = options.dialect != .commonMark && PastedText.mayBe(in: source.bytes, from: source.start)
        bodySigns = options.dialect == .handbook ? signs : signs.intersection(.numericEntity)
        self.file = file
        ranges = SourceRanges(source: source, rewritten: rewritten)
        self.rewritten = rewritten
        footnotes = Footnotes(rewritten)
        self.path = path
        self.options = options
        // Tags take about a quarter more than marks do.
        let size = source.bytes.count - source.start
        html.reserveCapacity(size + size / 4 + 64)
        plain.reserveCapacity(size)
    }

    mutating func run(_ document: Node) {
        findTitle(document)
        run(below: document)
        appendFootnotes()
    }

    /// Writes the content of a document or quote.
    mutating func run(below container: Node) {
        var walk = Walk(container)
        var top = container.kind == .document ? container.firstChild : nil
        while let (node, isEntering) = walk.next() {
            if node == container { continue }
            if isEntering {
                if node == top { beginTopBlock(node, &top) }
                enter(node, &walk)
            } else {
                leave(node)
            }
        }
    }

    private mutating func beginTopBlock(_ node: Node, _ next: inout Node?) {
        next = node.next
        // A table is many headings here.
        if rewrittenHeading(node) == nil { topBlocks.append(endOfBlocks) }
    }

    var endOfBlocks: TopBlock {
        TopBlock(
            html: html.count, slots: rendered.markup.slots.count, tokens: tokens.count, digits: levelDigits.count)
    }

    mutating func finish() -> Rendered {
        endHidden()
        if !tokens.isEmpty { self = HTMLTree.merged(self) }
        settleHeadingLevels()
        if bodySigns.contains(.numericEntity) {
            ControlBytes.blank(&html)
            ControlBytes.blank(&plain)
        }
        rendered.markup.html = html
        rendered.plainText = String(decoding: plain, as: UTF8.self)
        reportUnused()
        reportCellsLeftOut()
        reportNotesWithoutText()
        reportSlipRests()
        leaveOutCovered()
        return rendered
    }

    private mutating func enter(_ node: Node, _ walk: inout Walk) {
        switch node.kind {
        case .text: text(node)
        case .softBreak: softBreak(node)
        case .lineBreak: lineBreak(node)
        case .codeSpan: codeSpan(node)
        case .inlineHTML: inlineHTML(node, &walk)
        case .emphasis: html.append("<em>")
        case .strong: html.append("<strong>")
        case .link: enterLink(node)
        case .image: image(node, &walk)
        case .paragraph: enterParagraph(node, &walk)
        case .heading: enterHeading(node)
        case .quote: enterQuote(node, &walk)
        case .list: enterList(node)
        case .item: enterItem(node)
        case .code: codeBlock(node)
        case .html: htmlBlock(node)
        case .thematicBreak: thematicBreak()
        case .document, .custom: break
        }
    }

    private mutating func leave(_ node: Node) {
        switch node.kind {
        case .emphasis: html.append("</em>")
        case .strong: html.append("</strong>")
        case .link: leaveLink()
        case .paragraph: leaveParagraph(node)
        case .heading: leaveHeading(node)
        case .quote: leaveQuote(node)
        case .list: html.append(node.isOrdered ? "</ol>\n" : "</ul>\n")
        case .item: html.append("</li>\n")
        default: break
        }
    }

    /// Begins a line unless one has just begun.
    mutating func breakLine() {
        if let last = html.last, last != UInt8(ascii: "\n") { html.append(UInt8(ascii: "\n")) }
    }

    mutating func report(_ rule: Rule, _ range: ByteRange, _ message: String, help: Help? = nil) {
        rendered.diagnostics.append(rule.at(range, in: path, message, help: help))
    }
}
