/// The seven kinds of HTML block of CommonMark: how each begins and ends, in the version that libcmark reads.
enum HTMLBlock: Int {
    case raw = 1
    case comment, instruction, declaration, characterData, element, tag

    typealias Text = Slice<UnsafeBufferPointer<UInt8>>

    /// - Parameter interrupts: a paragraph is open, which a lone tag does not end, not even a lazy one.
    static func start(_ text: Text, interrupts: Bool) -> HTMLBlock? {
        guard text.first == UInt8(ascii: "<"), text.count > 1 else { return nil }
        if text.starts(with: "<!--".utf8) { return .comment }
        if text.starts(with: "<?".utf8) { return .instruction }
        if text.starts(with: "<![CDATA[".utf8) { return .characterData }
        if text.starts(with: "<!".utf8) { return text.dropFirst(2).first.map(mayDeclare) == true ? .declaration : nil }
        let isClosing = text[text.startIndex + 1] == UInt8(ascii: "/")
        let name = text.dropFirst(isClosing ? 2 : 1).prefix { $0.isLetter || $0.isDigit }
        let after = text[name.endIndex...]
        let word = name.count <= 10 ? String(decoding: name, as: UTF8.self).lowercased() : ""
        if !isClosing, rawElements.contains(word), endsName(after) { return .raw }
        if elements.contains(word), endsName(after) || after.starts(with: "/>".utf8) { return .element }
        return !interrupts && HTMLTag.isAlone(text) ? .tag : nil
    }

    /// Whether the block ends with this line. Elements and tags end before a blank line instead.
    func ends(with line: Text) -> Bool {
        switch self {
        case .raw: Self.rawElements.contains { Self.contains(line, "</" + $0 + ">") }
        case .comment: Self.contains(line, "-->")
        case .instruction: Self.contains(line, "?>")
        case .declaration: line.contains(UInt8(ascii: ">"))
        case .characterData: Self.contains(line, "]]>")
        case .element, .tag: false
        }
    }

    var endsAtBlankLine: Bool { self == .element || self == .tag }

    /// libcmark accepts lower-case letters from 0.31 on.
    private static func mayDeclare(_ byte: UInt8) -> Bool {
        byte.isLetter && (byte < UInt8(ascii: "a") || Tree.isLibraryOf031)
    }

    private static let rawElements: Set<String> = ["script", "pre", "style", "textarea"]
    private static let elements: Set<String> = [
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
        "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "frame",
        "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li",
        "link",
        "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section",
        Tree.isLibraryOf031 ? "search" : "source", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title",
        "tr", "track", "ul",
    ]

    private static func endsName(_ rest: Text) -> Bool {
        guard let byte = rest.first else { return true }
        return byte.isSpaceOrTab || byte == UInt8(ascii: ">")
    }

    /// `part` is in lower case; letter case does not matter.
    private static func contains(_ line: Text, _ part: String) -> Bool {
        let part = Array(part.utf8)
        var i = line.startIndex
        while i + part.count <= line.endIndex {
            if line[i] == part[0],
                line[i..<i + part.count].elementsEqual(part, by: { $0.isLetter ? $0 | 0x20 == $1 : $0 == $1 })
            {
                return true
            }
            i += 1
        }
        return false
    }

}

/// A complete opening or closing tag.
struct HTMLTag {
    private var rest: HTMLBlock.Text

    /// Whether a line is one tag and nothing else.
    static func isAlone(_ line: HTMLBlock.Text) -> Bool {
        var tag = HTMLTag(rest: line.dropFirst())
        return tag.skip() && tag.rest.allSatisfy(\.isSpaceOrTab)
    }

    /// Moves past the tag; `false` if this is not one.
    private mutating func skip() -> Bool {
        let isClosing = take("/")
        guard rest.first.map(\.isLetter) == true else { return false }
        drop { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
        if !isClosing {
            while skipAttribute() {}
        }
        drop(\.isSpaceOrTab)
        if !isClosing { _ = take("/") }
        return take(">")
    }

    private mutating func skipAttribute() -> Bool {
        let before = rest
        drop(\.isSpaceOrTab)
        guard rest.startIndex > before.startIndex, let first = rest.first,
            first.isLetter || first == UInt8(ascii: "_") || first == UInt8(ascii: ":")
        else {
            rest = before
            return false
        }
        drop { $0.isLetter || $0.isDigit || "_.:-".utf8.contains($0) }
        let afterName = rest
        drop(\.isSpaceOrTab)
        if !take("=") {
            rest = afterName
            return true
        }
        drop(\.isSpaceOrTab)
        return skipValue()
    }

    private mutating func skipValue() -> Bool {
        for quote: Character in ["\"", "'"] where take(quote) {
            drop { $0 != quote.asciiValue }
            return take(quote)
        }
        let start = rest.startIndex
        drop { !$0.isSpaceOrTab && !"\"'=<>`".utf8.contains($0) }
        return rest.startIndex > start
    }

    private mutating func drop(_ isDropped: (UInt8) -> Bool) { rest = rest.drop(while: isDropped) }

    private mutating func take(_ character: Character) -> Bool {
        guard rest.first == character.asciiValue else { return false }
        rest = rest.dropFirst()
        return true
    }
}
