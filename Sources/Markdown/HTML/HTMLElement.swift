/// The elements that a text may have: those that GitHub allows, without those that only change looks or run code.
enum HTMLElement: String, CaseIterable {
    case a, abbr, b, bdi, bdo, blockquote, br, caption, cite, code, dd, del, details, dfn, div, dl, dt, em, figcaption
    case figure, h1, h2, h3, h4, h5, h6, hr, i, img, ins, kbd, li, mark, ol, p, picture, pre, q, rp, rt, ruby, s, samp
    case small, source, span, strong, sub, summary, sup, table, tbody, td, tfoot, th, thead, time, tr, u, ul
    case variable = "var"
    case wbr
    // Only Markdown makes these.
    case input, section

    /// What may be in an element.
    enum Content {
        /// Text and what is part of a line.
        case phrasing
        /// The content of the element around it, if that is blocks.
        case transparent
        /// Blocks and text.
        case flow
        /// Only certain elements: rows in tables, items in lists.
        case parts
        case nothing
    }

    /// By a name in lower case; obsolete elements map to their replacements.
    static func named(_ name: String) -> HTMLElement? { byName[name] }

    private static let byName: [String: HTMLElement] = {
        var names: [String: HTMLElement] = [:]
        for element in allCases where element != .input && element != .section { names[element.rawValue] = element }
        names["center"] = .div
        names["strike"] = .s
        names["tt"] = .code
        names["acronym"] = .abbr
        return names
    }()

    /// An element that Markdown made, by its name in bytes: this runs for each tag of a page.
    static func named(_ name: ArraySlice<UInt8>) -> HTMLElement? { byCode[code(name)] }

    private static let byCode = Dictionary(
        uniqueKeysWithValues: allCases.map { (code(Array($0.rawValue.utf8)[...]), $0) })

    /// Up to eight bytes as they are; the few longer names differ from all others, too.
    private static func code(_ name: ArraySlice<UInt8>) -> UInt64 {
        name.reduce(0) { $0 << 8 ^ $0 >> 56 ^ UInt64($1) }
    }

    var content: Content {
        switch self {
        case .br, .hr, .img, .wbr, .source, .input: .nothing
        case .a, .ins, .del: .transparent
        case .ul, .ol, .dl, .table, .thead, .tbody, .tfoot, .tr: .parts
        case .div, .blockquote, .li, .dd, .dt, .td, .th, .details, .figure, .figcaption, .caption, .section: .flow
        default: .phrasing
        }
    }

    /// It cannot be in a line of text.
    var isBlock: Bool {
        switch self {
        case .p, .pre, .hr, .summary: true
        case .figure, .figcaption, .details, .div, .blockquote, .li, .dd, .dt, .td, .th, .caption, .section: true
        default: content == .parts || isHeading
        }
    }

    var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }

    /// Whether its end is clear without a tag, so that nobody has to write one.
    var mayStayOpen: Bool {
        switch self {
        case .p, .li, .dd, .dt, .td, .th, .tr, .thead, .tbody, .tfoot, .rt, .rp: true
        default: false
        }
    }

    /// Parts of tables, which end all that is open in their cells.
    var isTablePart: Bool {
        switch self {
        case .caption, .td, .th, .tr, .thead, .tbody, .tfoot, .table: true
        default: false
        }
    }

    /// The direct parents of this part.
    var holders: [HTMLElement] {
        switch self {
        case .li: [.ul, .ol]
        case .dt, .dd: [.dl]
        case .td, .th: [.tr, .thead, .tbody, .tfoot, .table]
        case .tr: [.thead, .tbody, .tfoot, .table]
        case .thead, .tbody, .tfoot, .caption: [.table]
        case .figcaption: [.figure]
        case .summary: [.details]
        case .rt, .rp: [.ruby]
        default: []
        }
    }

    /// The part that is made if something else is directly in this.
    var impliedPart: HTMLElement? {
        switch self {
        case .ul, .ol: .li
        case .dl: .dd
        case .table: .tbody
        case .thead, .tbody, .tfoot: .tr
        case .tr: .td
        default: nil
        }
    }
}

/// Names of HTML that are not accepted. Any other name is not HTML but a word between `<` and `>`.
enum LeftOutElements {
    /// Their content is not text.
    static let withContent: Set<String> = ["script", "style"]

    static func has(_ name: String) -> Bool { withContent.contains(name) || names.contains(name) || name.contains(":") }

    private static let names: Set<String> = [
        "address", "applet", "area", "article", "aside", "audio", "base", "basefont", "bgsound", "big", "blink", "body",
        "button", "canvas", "col", "colgroup", "command", "data", "datalist", "dialog", "dir", "embed", "fieldset",
        "font", "footer", "form", "frame", "frameset", "head", "header", "hgroup", "html", "iframe", "image", "input",
        "isindex", "keygen", "label", "legend", "link", "listing", "main", "map", "marquee", "math", "menu", "menuitem",
        "meta", "meter", "nav", "nobr", "noembed", "noframes", "noscript", "object", "optgroup", "option", "output",
        "param", "plaintext", "progress", "rb", "rtc", "search", "section", "select", "slot", "svg", "template",
        "textarea", "title", "track", "video", "xmp",
        // Parts of drawings and formulas.
        "animate", "circle", "defs", "desc", "ellipse", "foreignobject", "g", "line", "mglyph", "mi", "mn", "mo",
        "mrow",
        "ms", "mtext", "path", "polygon", "polyline", "rect", "set", "text", "use",
    ]
}
