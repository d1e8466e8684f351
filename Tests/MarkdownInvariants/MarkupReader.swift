/// Reads HTML as strictly as markup is written: tags nest, attributes are quoted, and elements are where they may be.
struct MarkupReader {
    private let html: [UInt8]
    private let linksNest: Bool
    private var i = 0
    private var open: [String] = []
    /// Values of `id`, in order.
    private(set) var ids: [String] = []

    init(_ html: [UInt8], linksNest: Bool) {
        self.html = html
        self.linksNest = linksNest
    }

    private static let void: Set<String> = ["br", "hr", "img", "input", "wbr", "source"]
    private static let inline: Set<String> = [
        "a", "em", "strong", "del", "code", "sup", "br", "img", "input", "abbr", "b", "bdi", "bdo", "cite", "dfn", "i",
        "ins", "kbd", "mark", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small", "source", "span", "sub", "time",
        "u", "var", "wbr",
    ]
    private static let children = [
        "ul": ["li"], "ol": ["li"], "table": ["caption", "thead", "tbody", "tfoot"], "thead": ["tr"], "tbody": ["tr"],
        "tfoot": ["tr"], "dl": ["dt", "dd"], "picture": ["source", "img"], "tr": ["th", "td"],
    ]
    private static let parents = [
        "li": ["ul", "ol"], "tr": ["thead", "tbody", "tfoot"], "th": ["tr"], "td": ["tr"], "figcaption": ["figure"],
        "dt": ["dl"], "dd": ["dl"], "caption": ["table"], "summary": ["details"], "rt": ["ruby"], "rp": ["ruby"],
    ]
    private static let schemes = ["http:", "https:", "mailto:", "tel:", "ftp:"]

    /// The first thing that is not as it should be; `nil` if there is none.
    mutating func fault() -> String? {
        while i < html.count {
            if html[i] == UInt8(ascii: "<") {
                if let fault = tag() { return fault }
            } else {
                if html[i] == UInt8(ascii: ">") { return "a bare >" }
                i += 1
            }
        }
        return open.isEmpty ? nil : "<\(open.last!)> is not closed"
    }

    private mutating func tag() -> String? {
        i += 1
        let isClosing = take(UInt8(ascii: "/"))
        let name = word()
        if name.isEmpty { return "a bare <" }
        if isClosing {
            guard take(UInt8(ascii: ">")) else { return "</\(name) is odd" }
            guard open.popLast() == name else { return "</\(name)> closes something else" }
            return nil
        }
        if let fault = misplaced(name) { return fault }
        while take(UInt8(ascii: " ")) {
            if take(UInt8(ascii: "/")) { break }
            if let fault = attribute() { return fault }
        }
        guard take(UInt8(ascii: ">")) else { return "<\(name) is odd" }
        if !Self.void.contains(name) { open.append(name) }
        return nil
    }

    private func misplaced(_ name: String) -> String? {
        if let last = open.last, let allowed = Self.children[last], !allowed.contains(name) {
            return "<\(name)> in <\(last)>"
        }
        if let allowed = Self.parents[name], !allowed.contains(open.last ?? "") {
            return "<\(name)> in \(open.last ?? "nothing")"
        }
        let isHeading = name.count == 2 && name.first == "h" && name != "hr"
        // A summary may hold one heading.
        if !Self.inline.contains(name), !(isHeading && open.last == "summary"),
            open.contains(where: { $0 == "p" || $0 == "summary" || $0.count == 2 && $0.first == "h" && $0 != "hr" })
        {
            return "<\(name)> in a paragraph"
        }
        if name == "a", !linksNest, open.contains("a") { return "a link in a link" }
        return nil
    }

    private mutating func attribute() -> String? {
        let name = word()
        guard !name.isEmpty, take(UInt8(ascii: "=")), take(UInt8(ascii: "\"")) else {
            return "an odd attribute \(name)"
        }
        let start = i
        while i < html.count, html[i] != UInt8(ascii: "\"") {
            if html[i] == UInt8(ascii: "<") { return "< in an attribute" }
            i += 1
        }
        let value = String(decoding: html[start..<min(i, html.count)], as: UTF8.self)
        i += 1
        if name == "id" { ids.append(value) }
        let isURL = name == "href" || name == "src"
        if isURL, let scheme = value.firstIndex(of: ":"), value.first?.isLetter == true,
            value[..<scheme].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }),
            !Self.schemes.contains(value[...scheme].lowercased())
        {
            return "an address \(value)"
        }
        return nil
    }

    private mutating func word() -> String {
        let start = i
        while i < html.count,
            html[i] == UInt8(ascii: "-") || html[i] >= 0x30 && html[i] <= 0x39
                || html[i] | 0x20 >= 0x61 && html[i] | 0x20 <= 0x7A
        { i += 1 }
        return String(decoding: html[start..<i], as: UTF8.self)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard i < html.count, html[i] == byte else { return false }
        i += 1
        return true
    }
}
