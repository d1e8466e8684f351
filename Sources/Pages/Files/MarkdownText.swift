internal import Text

/// The HTML of a page of this program as CommonMark, with tables as GitHub has them.
///
/// It reads what the templates and `Markdown` write: elements that are closed, attributes in double quotes. It knows no
/// more than the page says, so nothing that the page holds back is in it. Nesting is a stack of its own, never recursion.
struct MarkdownText {
    private(set) var text = ""
    /// The paragraph that is being read.
    private var line = ""
    /// Quotes and items of lists around it, the outermost first.
    private var around: [Container] = []
    /// Elements whose text is left out, with those within them that have the same name.
    private var skipped: (name: Substring, depth: Int)?
    private var isCode = false
    /// Where the piece of code within a paragraph begins.
    private var code: String.Index?
    private var links: [(start: String.Index, url: String)] = []
    private var rows: [[String]]?
    private var hasTerm = false

    private struct Container {
        let prefix: String
        /// Before its first line, in the place of `prefix`.
        var marker: String
        /// Of a list: how many items it has had; `nil` for one without numbers.
        var count: Int?
    }

    /// Parts of a page that are for people who look at it.
    private static let skippedElements: Set<Substring> = [
        "script", "style", "svg", "nav", "form", "button", "noscript", "template",
    ]
    private static let skippedClasses: Set<Substring> = [
        "page-foot", "outline", "anchor", "subscribe", "screen-only", "paper-only", "footnote-back", "map", "missing",
    ]
    private static let void: Set<Substring> = ["br", "hr", "img", "input", "link", "meta", "wbr"]
    private static let blocks: Set<Substring> = [
        "p", "div", "section", "header", "footer", "figure", "figcaption", "details", "summary", "aside", "article",
    ]

    /// - Parameter html: of the main part of a page.
    init(_ html: String) {
        var rest = html[...]
        while let open = rest.firstIndex(of: "<") {
            add(rest[..<open])
            guard let close = rest[open...].firstIndex(of: ">") else { break }
            tag(rest[rest.index(after: open)..<close])
            rest = rest[rest.index(after: close)...]
        }
        endBlock()
    }

    // MARK: Tags

    private mutating func tag(_ tag: Substring) {
        let isEnd = tag.first == "/"
        let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
        if let (skippedName, depth) = skipped {
            if name == skippedName {
                let left = depth + (isEnd ? -1 : 1)
                skipped = left == 0 ? nil : (skippedName, left)
            }
            return
        }
        if isEnd { return end(name) }
        let classes = Self.attribute("class", of: tag).split(separator: " ")
        let isSkipped = Self.skippedElements.contains(name) || classes.contains(where: Self.skippedClasses.contains)
        if isSkipped, !Self.void.contains(name) {
            skipped = (name, 1)
            return
        }
        begin(name, tag)
    }

    private mutating func begin(_ name: Substring, _ tag: Substring) {
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6":
            endBlock()
            line = String(repeating: "#", count: Int(name.dropFirst())!) + " "
        case "ul", "ol":
            endBlock()
            around.append(Container(prefix: "", marker: "", count: name == "ol" ? 0 : nil))
        case "li":
            endBlock()
            if let list = around.indices.last { around[list].count? += 1 }
            let marker = around.last?.count.map { "\($0). " } ?? "- "
            around.append(Container(prefix: String(repeating: " ", count: marker.count), marker: marker))
        case "blockquote":
            endBlock()
            around.append(Container(prefix: "> ", marker: "> "))
        case "dt":
            endBlock()
            line = "- **"
            hasTerm = true
        case "dd": line += hasTerm ? " " : "; "
        case "pre":
            endBlock()
            isCode = true
        case "table":
            endBlock()
            rows = []
        case "tr": rows?.append([])
        case "strong", "b": line += isCode ? "" : "**"
        case "em", "i": line += isCode ? "" : "*"
        case "code": if !isCode { code = line.endIndex }
        case "br": line += isCode ? "\n" : " "
        case "hr":
            endBlock()
            line = "---"
            endBlock()
        case "img":
            let alt = Self.attribute("alt", of: tag)
            if !alt.isEmpty {
                line += "![\(Self.escaped(Self.decoded(alt)))](\(Self.decoded(Self.attribute("src", of: tag))))"
            }
        case "a": links.append((line.endIndex, Self.decoded(Self.attribute("href", of: tag))))
        case "td", "th": line = ""
        default: if Self.blocks.contains(name) { if rows == nil { endBlock() } else { line += " " } }
        }
    }

    private mutating func end(_ name: Substring) {
        switch name {
        case "ul", "ol", "li", "blockquote":
            endBlock()
            if !around.isEmpty { around.removeLast() }
            if name != "li", around.isEmpty { endList() }
        case "dt":
            line += ":**"
        case "dd": hasTerm = false
        case "dl":
            endBlock()
            endList()
        case "pre": endCode()
        case "td", "th":
            if let row = rows?.indices.last { rows?[row].append(Self.oneLine(line).replacing("|", with: "\\|")) }
            line = ""
        case "table": endTable()
        case "strong", "b": line += isCode ? "" : "**"
        case "em", "i": line += isCode ? "" : "*"
        case "code": endInlineCode()
        case "a": endLink()
        case "h1", "h2", "h3", "h4", "h5", "h6": endBlock()
        default: if Self.blocks.contains(name), rows == nil { endBlock() }
        }
    }

    // MARK: Text

    private mutating func add(_ text: Substring) {
        if skipped != nil || text.isEmpty { return }
        let plain = Self.decoded(text)
        line += isCode || code != nil ? plain : Self.escaped(plain)
    }

    private mutating func endInlineCode() {
        guard let start = code, start <= line.endIndex else { return }
        code = nil
        let text = String(line[start...])
        let fence = text.contains("`") ? "``" : "`"
        line = line[..<start] + fence + text + fence
    }

    private mutating func endLink() {
        guard let (start, url) = links.popLast(), start <= line.endIndex else { return }
        // The form is for people.
        if url.contains("/add/#") {
            line = String(line[..<start])
            return
        }
        let words = Self.oneLine(String(line[start...]))
        guard !words.isEmpty, !url.isEmpty else { return }
        let space = line[start...].first.map { $0.isWhitespace } ?? false ? " " : ""
        line = line[..<start] + space + "[\(words)](\(url.replacing(" ", with: "%20").replacing(")", with: "%29")))"
    }

    /// Writes the paragraph that was read, if there is one.
    private mutating func endBlock() {
        let words = Self.oneLine(line)
        line = ""
        links = []
        code = nil
        hasTerm = false
        if words.isEmpty || words.allSatisfy({ "#*-:` ".contains($0) }) && words != "---" { return }
        write([words], isItem: words.hasPrefix("- **"))
    }

    private mutating func endCode() {
        isCode = false
        let code = line.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        line = ""
        var fence = "```"
        while code.contains(where: { $0.contains(fence) }) { fence += "`" }
        write([fence] + (code.last == "" ? Array(code.dropLast()) : code) + [fence])
    }

    private mutating func endTable() {
        let table = (rows ?? []).filter { !$0.isEmpty }
        rows = nil
        guard let width = table.map(\.count).max(), width > 0 else { return }
        let lines = table.map { row in
            "| " + (row + Array(repeating: "", count: width - row.count)).joined(separator: " | ") + " |"
        }
        write([lines[0], "|" + String(repeating: " --- |", count: width)] + lines.dropFirst())
    }

    /// - Parameter isItem: whether no empty line parts it from an item before it.
    private mutating func write(_ lines: [String], isItem: Bool = false) {
        let isNew = around.contains { !$0.marker.isEmpty && $0.marker != $0.prefix }
        if !text.isEmpty, !(isNew || isItem) || !isInList { text += "\n" }
        isInList = isNew || isItem || !around.isEmpty && isInList
        for line in lines {
            var start = ""
            for index in around.indices {
                start += around[index].marker
                around[index].marker = around[index].prefix
            }
            text += (start + line).trimmingEnd + "\n"
        }
    }

    /// Whether what was written last is an item of a list.
    private var isInList = false

    private mutating func endList() { isInList = false }

    private static func oneLine(_ text: String) -> String { text.split { $0.isWhitespace }.joined(separator: " ") }

    private static func escaped(_ text: String) -> String {
        var out = ""
        for sign in text {
            if "\\`*_[]<>".contains(sign) { out += "\\" }
            out.append(sign)
        }
        return out
    }

    private static func attribute(_ name: String, of tag: Substring) -> Substring {
        guard let start = tag.firstRange(of: " \(name)=\"")?.upperBound else { return "" }
        return tag[start...].prefix { $0 != "\"" }
    }

    /// With the references that the templates write as the signs that they mean.
    private static func decoded(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&#160;", with: " ").replacing("&nbsp;", with: " ")
            .replacing("&amp;", with: "&")
    }
}

extension String {
    fileprivate var trimmingEnd: Substring {
        var end = endIndex
        while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
        return self[..<end]
    }
}
