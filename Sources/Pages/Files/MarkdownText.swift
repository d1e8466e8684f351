internal import Text

/// The HTML of a page of this program as CommonMark, with tables as GitHub has them.
///
/// It reads what the templates and `Markdown` write: elements that are closed, attributes in double quotes. It knows no
/// more than the page says, so nothing that the page holds back is in it. It works on bytes, because an accent after a
/// character makes another `Character` of it, and keeps its own stack for nesting.
struct MarkdownText {
    private(set) var bytes: [UInt8] = []
    /// The paragraph that is being read.
    private var line: [UInt8] = []
    /// Whether it begins with a sign of Markdown on purpose.
    private var isMarked = false
    /// Quotes and items of lists around it, the outermost first.
    private var around: [Container] = []
    /// The element whose text is left out, with how many of that name are open.
    private var skipped: (name: String, depth: Int)?
    private var isCode = false
    /// Where the piece of code within a paragraph begins, and how many are open.
    private var code: (start: Int, depth: Int)?
    private var links: [(start: Int, url: [UInt8])] = []
    private var rows: [[[UInt8]]]?
    private var hasTerm = false
    /// Whether what was written last is an item of a list.
    private var isInList = false

    private struct Container {
        let prefix: String
        /// Before its first line, in the place of `prefix`.
        var marker: String
        /// Of a list: the number of its last item; `nil` for one without numbers.
        var count: Int?
    }

    /// Parts of a page that are for people who look at it.
    private static let skippedElements: Set = [
        "script", "style", "svg", "nav", "form", "button", "noscript", "template",
    ]
    private static let skippedClasses: Set<Substring> = [
        "page-foot", "outline", "anchor", "subscribe", "screen-only", "paper-only", "footnote-back", "map", "missing",
    ]
    private static let void: Set = ["br", "hr", "img", "input", "link", "meta", "wbr"]
    private static let blocks: Set = [
        "p", "div", "section", "header", "footer", "figure", "figcaption", "details", "summary", "aside", "article",
    ]
    private static let open = UInt8(ascii: "<"), close = UInt8(ascii: ">")

    /// - Parameter html: of the main part of a page.
    init(_ html: some Collection<UInt8>) {
        var rest = Array(html)[...]
        while let start = rest.firstIndex(of: Self.open) {
            add(rest[..<start])
            guard let end = rest[start...].firstIndex(of: Self.close) else { break }
            tag(rest[(start + 1)..<end])
            rest = rest[(end + 1)...]
        }
        endBlock()
    }

    /// A text on one line, in which nothing is a sign of Markdown.
    static func escaped(_ text: String) -> String {
        String(decoding: oneLine(escaped(Array(text.utf8)[...])), as: UTF8.self)
    }

    // MARK: Tags

    private mutating func tag(_ tag: ArraySlice<UInt8>) {
        let isEnd = tag.first == UInt8(ascii: "/")
        let letters = tag.dropFirst(isEnd ? 1 : 0).prefix { (97...122).contains($0) || (48...57).contains($0) }
        let name = String(decoding: letters, as: UTF8.self)
        if let (skippedName, depth) = skipped {
            if name == skippedName {
                let left = depth + (isEnd ? -1 : 1)
                skipped = left == 0 ? nil : (skippedName, left)
            }
            return
        }
        if isEnd { return end(name) }
        let classes = String(decoding: Self.attribute("class", of: tag), as: UTF8.self).split(separator: " ")
        let isSkipped = Self.skippedElements.contains(name) || classes.contains(where: Self.skippedClasses.contains)
        if isSkipped, !Self.void.contains(name) {
            skipped = (name, 1)
        } else {
            begin(name, tag)
        }
    }

    private mutating func begin(_ name: String, _ tag: ArraySlice<UInt8>) {
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6":
            beginMarked(String(repeating: "#", count: Int(name.dropFirst())!) + " ")
        case "ul", "ol":
            endBlock()
            let first = Int(String(decoding: Self.attribute("start", of: tag), as: UTF8.self)) ?? 1
            around.append(Container(prefix: "", marker: "", count: name == "ol" ? max(first, 1) - 1 : nil))
        case "li":
            endBlock()
            if let list = around.indices.last { around[list].count? += 1 }
            let marker = around.last?.count.map { "\($0). " } ?? "- "
            around.append(Container(prefix: String(repeating: " ", count: marker.utf8.count), marker: marker))
        case "blockquote":
            endBlock()
            around.append(Container(prefix: "> ", marker: "> "))
        case "dt":
            beginMarked("- **")
            hasTerm = true
        case "dd": line += (hasTerm ? " " : "; ").utf8
        case "pre":
            endBlock()
            isCode = true
        case "table":
            endBlock()
            rows = []
        case "tr": rows?.append([])
        case "strong", "b": mark("**")
        case "em", "i": mark("*")
        case "code":
            if !isCode { code = code.map { ($0.start, $0.depth + 1) } ?? (line.count, 1) }
        case "br": line.append(isCode ? 10 : 32)
        case "hr":
            beginMarked("---")
            endBlock()
        case "img":
            let alt = Self.decoded(Self.attribute("alt", of: tag))
            if !alt.isEmpty {
                line += Array("![".utf8) + Self.escaped(alt[...]) + Array("](".utf8)
                line += Self.address(Self.decoded(Self.attribute("src", of: tag))) + Array(")".utf8)
            }
        case "a": links.append((line.count, Self.decoded(Self.attribute("href", of: tag))))
        case "td", "th": line = []
        default:
            guard Self.blocks.contains(name) else { return }
            if rows == nil { endBlock() } else { line.append(32) }
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "ul", "ol", "li", "blockquote":
            endBlock()
            if !around.isEmpty { around.removeLast() }
            if name != "li", around.isEmpty { isInList = false }
        case "dt": line += ":**".utf8
        case "dd": hasTerm = false
        case "dl":
            endBlock()
            isInList = false
        case "pre": endCode()
        case "td", "th":
            let cell = Self.oneLine(line).flatMap { $0 == UInt8(ascii: "|") ? [UInt8(ascii: "\\"), $0] : [$0] }
            if let row = rows?.indices.last { rows?[row].append(cell) }
            (line, links, code) = ([], [], nil)
        case "table": endTable()
        case "strong", "b": mark("**")
        case "em", "i": mark("*")
        case "code": endInlineCode()
        case "a": endLink()
        case "h1", "h2", "h3", "h4", "h5", "h6": endBlock()
        default: if Self.blocks.contains(name), rows == nil { endBlock() }
        }
    }

    // MARK: Text

    private mutating func add(_ text: ArraySlice<UInt8>) {
        if skipped != nil || text.isEmpty { return }
        let plain = Self.decoded(text)
        line += isCode || code != nil ? plain : Self.escaped(plain[...])
    }

    private mutating func mark(_ sign: String) {
        if !isCode, code == nil { line += sign.utf8 }
    }

    private mutating func beginMarked(_ mark: String) {
        endBlock()
        line = Array(mark.utf8)
        isMarked = true
    }

    private mutating func endInlineCode() {
        guard let (start, depth) = code else { return }
        code = depth > 1 ? (start, depth - 1) : nil
        guard depth == 1, start <= line.count else { return }
        let text = Self.oneLine(Array(line[start...]))
        let tick = UInt8(ascii: "`")
        let fence = Self.fence(around: text, atLeast: 1)
        let hasTick = text.first == tick || text.last == tick
        line = line[..<start] + fence + (hasTick ? [32] : []) + text + (hasTick ? [32] : []) + fence
    }

    private mutating func endLink() {
        guard let (start, url) = links.popLast(), start <= line.count else { return }
        // The form is for people; its address may end in the name of a file.
        if ["/add/#", "/add/index.html#"].contains(where: { url.firstRange(of: $0.utf8) != nil }) {
            line.removeLast(line.count - start)
            return
        }
        let words = Self.oneLine(Array(line[start...]))
        guard !words.isEmpty, !url.isEmpty else { return }
        let space: [UInt8] = line[start...].first == 32 ? [32] : []
        line = line[..<start] + space + Array("[".utf8) + words + Array("](".utf8) + Self.address(url) + Array(")".utf8)
    }

    /// Writes the paragraph that was read, if there is one.
    private mutating func endBlock() {
        var words = Self.oneLine(line)
        let isItem = isMarked && words.starts(with: "- **".utf8)
        let isRule = isMarked && words.elementsEqual("---".utf8)
        let isEmpty = isMarked && words.allSatisfy { "#*-: ".utf8.contains($0) } && !isRule
        if !isMarked { words = Self.withoutMark(words) }
        (line, links, code, hasTerm, isMarked) = ([], [], nil, false, false)
        if !words.isEmpty, !isEmpty { write([words], isItem: isItem) }
    }

    private mutating func endCode() {
        isCode = false
        var code = line.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
        let fence = Self.fence(around: line, atLeast: 3)
        line = []
        if code.last == [] { code.removeLast() }
        write([fence] + code + [fence])
    }

    private mutating func endTable() {
        let table = (rows ?? []).filter { !$0.isEmpty }
        rows = nil
        guard let width = table.map(\.count).max(), width > 0 else { return }
        let bar = Array(" | ".utf8)
        let lines = table.map { row -> [UInt8] in
            let cells = row + Array(repeating: [], count: width - row.count)
            return Array("| ".utf8) + Array(cells.joined(separator: bar)) + Array(" |".utf8)
        }
        write([lines[0], Array(("|" + String(repeating: " --- |", count: width)).utf8)] + lines.dropFirst())
    }

    /// - Parameter isItem: whether no empty line separates it from an item before it.
    private mutating func write(_ lines: [[UInt8]], isItem: Bool = false) {
        let isNew = around.contains { !$0.marker.isEmpty && $0.marker != $0.prefix }
        if !bytes.isEmpty, !(isNew || isItem) || !isInList { bytes.append(10) }
        isInList = isNew || isItem || !around.isEmpty && isInList
        for line in lines {
            for index in around.indices {
                bytes += around[index].marker.utf8
                around[index].marker = around[index].prefix
            }
            bytes += line
            while bytes.last == 32 { bytes.removeLast() }
            bytes.append(10)
        }
    }

    // MARK: Bytes

    private static func oneLine(_ text: [UInt8]) -> [UInt8] {
        Array(text.split { $0 == 32 || (9...13).contains($0) }.joined(separator: [32]))
    }

    /// A paragraph that no reader takes for a heading, an item, a rule or a block of code because of how it begins.
    private static func withoutMark(_ words: [UInt8]) -> [UInt8] {
        guard let first = words.first else { return words }
        if "#-+=~|".utf8.contains(first) { return [UInt8(ascii: "\\")] + words }
        let digits = words.prefix { (48...57).contains($0) }.count
        guard digits > 0, digits < words.count, ".)".utf8.contains(words[digits]) else { return words }
        return words[..<digits] + [UInt8(ascii: "\\")] + words[digits...]
    }

    /// More backticks than any run in a text has.
    private static func fence(around text: [UInt8], atLeast least: Int) -> [UInt8] {
        var (longest, run) = (0, 0)
        for byte in text {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        return Array(repeating: UInt8(ascii: "`"), count: max(least, longest + 1))
    }

    private static func escaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        text.flatMap { "\\`*_[]<>".utf8.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] }
    }

    /// An address that ends where the link does.
    private static func address(_ url: [UInt8]) -> [UInt8] {
        url.flatMap { byte -> [UInt8] in
            byte > 32 && !"()<>[]\\`\"|".utf8.contains(byte)
                ? [byte] : Array(("%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)).utf8)
        }
    }

    private static func attribute(_ name: String, of tag: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let start = tag.firstRange(of: Array(" \(name)=\"".utf8))?.upperBound else { return [] }
        return tag[start...].prefix { $0 != UInt8(ascii: "\"") }
    }

    private static let references: [(name: [UInt8], sign: [UInt8])] = [
        ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#160;", " "), ("&nbsp;", " "),
        ("&amp;", "&"),
    ].map { (Array($0.utf8), Array($1.utf8)) }

    /// With the references that the templates write as the signs that they mean.
    private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        var rest = text
        while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
            out += rest[..<start]
            let found = references.first { rest[start...].starts(with: $0.name) }
            out += found?.sign ?? [UInt8(ascii: "&")]
            rest = rest[(start + (found?.name.count ?? 1))...]
        }
        return out + rest
    }
}
