public import Diagnostics

/// What one body of Markdown became.
public struct Rendered: Sendable {
    public var markup: Markup
    /// The headings that have an id, in order; without `title`. Empty in pure CommonMark.
    public var outline: [Heading]
    /// Links, images and wiki links that the code that renders the page resolves, in order of the text. Links to other
    /// hosts are final and not among them.
    public var links: [Link]
    /// Links to other hosts, and images of other hosts, which are shown as links; only if `Markdown.Options` requests
    /// them.
    public var externalLinks: [Link] = []
    /// Words without markup, for search: soft breaks are spaces, blocks end in a line end.
    public var plainText: String
    /// The text of the first top-level paragraph that has any, cut at a word to about 300 characters and then ended
    /// with `…`. Empty if there is none.
    public var firstParagraph: String
    /// The level-1 heading that opened the body and was left out of markup and outline: the page's own template shows
    /// it, with its `id`. `nil` when the body opens differently, or when the file has its own title and the body has
    /// further level-1 headings.
    public var title: Heading?
    /// Names given with `id` or `name` in HTML, and the ids that they have on the page; empty for its top.
    public var anchors: [String: String] = [:]
    /// Names given with `id` or `name` in HTML that was left out, in order: a link to one of them leads nowhere.
    public var anchorsLost: [String]
    /// Addresses with spaces, which became text: the linker, which knows the files, suggests what to write instead.
    public var spacedAddresses: [SpacedAddress] = []
    /// The text holds a comment that would be published; that was reported.
    public var isWithheld = false
    /// As they were found; the code that reports them sorts.
    public var diagnostics: [Diagnostic]

    public init(
        markup: Markup = Markup(), outline: [Heading] = [], links: [Link] = [], plainText: String = "",
        firstParagraph: String = "", title: Heading? = nil, anchorsLost: [String] = [],
        diagnostics: [Diagnostic] = []
    ) {
        self.markup = markup
        self.outline = outline
        self.links = links
        self.plainText = plainText
        self.firstParagraph = firstParagraph
        self.title = title
        self.anchorsLost = anchorsLost
        self.diagnostics = diagnostics
    }
}

public struct Heading: Sendable, Equatable {
    /// 1 to 6, as published: after any moving down.
    public var level: Int
    /// The fragment that leads here, without `#`; unique in the body.
    public var id: String
    public var text: String
    /// The heading's lines in the file, underline included.
    public var range: ByteRange

    public init(level: Int, id: String, text: String, range: ByteRange) {
        self.level = level
        self.id = id
        self.text = text
        self.range = range
    }
}

public struct Link: Sendable, Equatable {
    public enum Kind: Sendable {
        case link, image, wiki
    }

    /// As written, without backslashes and entities; percent escapes are untouched. `agenda#timing` for a wiki link.
    public var destination: String
    public var kind: Kind
    /// Where the destination is in the file; the link, or at worst its line, if it cannot be located.
    public var range: ByteRange
    /// The link's text or the image's alternative text, without markup. Empty for a wiki link that is to show the
    /// title of its target.
    public var text: String
    /// A wiki link with `!` before it, which another program replaces with a page or file.
    public var isEmbedding = false
    /// The whole of a wiki link in the file, with its `!`; `nil` if it is not written in these bytes.
    public var whole: ByteRange?

    public init(destination: String, kind: Kind, range: ByteRange, text: String) {
        self.destination = destination
        self.kind = kind
        self.range = range
        self.text = text
    }
}
