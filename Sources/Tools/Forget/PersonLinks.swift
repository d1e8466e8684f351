internal import Content
internal import Diagnostics
internal import Markdown
internal import Site

/// Links to a person's page, in the body of another.
struct PersonLinks {
    let id: String
    let languages: [String]

    /// What every address of their page holds.
    var address: [UInt8] { Array("people/\(id)".utf8) }

    /// Whether `[[id]]` can only mean the person.
    let isOnlyOne: Bool

    /// Replaces a link that showed the title of the page that it led to, so that a sentence is not cut silently.
    static let gap = "…"

    func leads(_ link: Link, from path: String) -> Bool {
        let target = LinkPath(link.destination)
        if link.kind == .wiki { return target.path == "people/\(id)" || (isOnlyOne && target.path == id) }
        guard let found = target.resolved(from: path) else { return false }
        var parts = found.split(separator: "/")
        if parts.count > 2, languages.contains(String(parts[0])) { parts.removeFirst() }
        guard parts.count >= 2, parts[0] == "people" else { return false }
        if parts.last!.hasSuffix(".md") {
            var name = parts.removeLast().dropLast(3)
            if let dot = name.lastIndex(of: "."), languages.contains(String(name[name.index(after: dot)...])) {
                name = name[..<dot]
            }
            if name != "index" { parts.append(name) }
        }
        return parts.count == 2 && parts[1] == id
    }

    /// - Returns: what turns the link into its text; `nil` where it is written in another form.
    static func edits(for link: Link, in bytes: [UInt8]) -> [Replacement]? {
        switch link.kind {
        case .wiki: wiki(link.range, bytes)
        case .link: inline(link.range, bytes) ?? html(link.range, bytes)
        case .image: nil
        }
    }

    /// `[[people/a]]`, `[[people/a|text]]`, and `\|` in a table.
    private static func wiki(_ range: ByteRange, _ bytes: [UInt8]) -> [Replacement]? {
        guard range.upperBound <= bytes.count else { return nil }
        let near = max(0, range.lowerBound - 8)..<min(bytes.count, range.upperBound + 1_000)
        let bracket = UInt8(ascii: "[")
        var start = range.lowerBound
        while start > near.lowerBound, bytes[start] != bracket || bytes[start - 1] != bracket { start -= 1 }
        guard start > near.lowerBound else { return nil }
        var end = start + 1
        while end + 1 < near.upperBound, bytes[end] != UInt8(ascii: "]") || bytes[end + 1] != UInt8(ascii: "]") {
            end += 1
        }
        guard end + 1 < near.upperBound else { return nil }
        let close = Replacement(range: end..<end + 2, text: "")
        guard let bar = bytes[start..<end].firstIndex(of: UInt8(ascii: "|")) else {
            return [Replacement(range: start - 1..<end + 2, text: gap)]
        }
        return [Replacement(range: start - 1..<bar + 1, text: ""), close]
    }

    /// `[text](path "title")`.
    private static func inline(_ range: ByteRange, _ bytes: [UInt8]) -> [Replacement]? {
        guard range.upperBound < bytes.count, range.lowerBound > 2 else { return nil }
        var open = range.lowerBound - 1
        while open > 0, [32, 10, 13, 9, UInt8(ascii: "<")].contains(bytes[open]) { open -= 1 }
        guard bytes[open] == UInt8(ascii: "("), open > 1, bytes[open - 1] == UInt8(ascii: "]"),
            let start = bracket(before: open - 1, bytes), let end = parenthesis(behind: range.upperBound, bytes)
        else { return nil }
        return [Replacement(range: start..<start + 1, text: ""), Replacement(range: open - 1..<end + 1, text: "")]
    }

    /// The bracket that opens the text of a link; no text is longer than some thousand bytes.
    private static func bracket(before close: Int, _ bytes: [UInt8]) -> Int? {
        var depth = 1
        var index = close - 1
        while index >= max(0, close - 4_000) {
            let isEscaped = index > 0 && bytes[index - 1] == UInt8(ascii: "\\")
            if bytes[index] == UInt8(ascii: "]"), !isEscaped { depth += 1 }
            if bytes[index] == UInt8(ascii: "["), !isEscaped { depth -= 1 }
            if depth == 0 { return index }
            index -= 1
        }
        return nil
    }

    /// The parenthesis that closes a link, perhaps after a title.
    private static func parenthesis(behind start: Int, _ bytes: [UInt8]) -> Int? {
        var index = start
        var quote: UInt8?
        while index < min(bytes.count, start + 1_000) {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ")") {
                return index
            } else if byte > 32, byte != UInt8(ascii: ">") {
                return nil
            }
            index += 1
        }
        return nil
    }
}

extension PersonLinks {
    /// `<a href="path">text</a>`: its tags go. One that is an anchor too, which links may lead to, only loses its
    /// address.
    private static func html(_ range: ByteRange, _ bytes: [UInt8]) -> [Replacement]? {
        guard let tag = tag(around: range, bytes) else { return nil }
        if let address = addressInNamed(tag, range, bytes) { return [Replacement(range: address, text: "")] }
        let opening = Replacement(range: tag, text: "")
        return [opening] + (endTag(behind: tag.upperBound, bytes).map { [Replacement(range: $0, text: "")] } ?? [])
    }

    /// The tag `<a …>` in which an address is written.
    private static func tag(around range: ByteRange, _ bytes: [UInt8]) -> ByteRange? {
        guard range.upperBound <= bytes.count, !range.isEmpty else { return nil }
        let reach = max(0, range.lowerBound - 1_000)...range.lowerBound
        guard let start = reach.reversed().first(where: { bytes[$0] == UInt8(ascii: "<") }), isLink(start + 1, bytes)
        else { return nil }
        var quote: UInt8?
        for index in start..<min(bytes.count, range.upperBound + 1_000) {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index + 1 >= range.upperBound ? start..<index + 1 : nil
            }
        }
        return nil
    }

    /// The attribute `href="…"` with the space before it, in a tag that has a `name` or `id` too.
    private static func addressInNamed(_ tag: ByteRange, _ range: ByteRange, _ bytes: [UInt8]) -> ByteRange? {
        let text = String(decoding: bytes[tag], as: UTF8.self).lowercased()
        guard text.contains(" name=") || text.contains(" id="), range.lowerBound > tag.lowerBound else { return nil }
        let isQuoted = "\"'".utf8.contains(bytes[range.lowerBound - 1])
        let end = range.upperBound + (isQuoted ? 1 : 0)
        var start = range.lowerBound
        while start > tag.lowerBound, bytes[start] > 0x20 { start -= 1 }
        let attribute = String(decoding: bytes[start..<range.lowerBound], as: UTF8.self).lowercased()
        return attribute.dropFirst().hasPrefix("href=") && end < tag.upperBound ? start..<end : nil
    }

    /// `</a>`, if no other link begins before it.
    private static func endTag(behind start: Int, _ bytes: [UInt8]) -> ByteRange? {
        for index in start..<min(bytes.count, start + 4_000) where bytes[index] == UInt8(ascii: "<") {
            if isLink(index + 1, bytes) { return nil }
            guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/"), isLink(index + 2, bytes) else {
                continue
            }
            return bytes[index...].firstIndex(of: UInt8(ascii: ">")).map { index..<$0 + 1 }
        }
        return nil
    }

    /// Whether the name of a tag that begins here is `a`.
    private static func isLink(_ start: Int, _ bytes: [UInt8]) -> Bool {
        guard start + 1 < bytes.count, bytes[start] | 0x20 == UInt8(ascii: "a") else { return false }
        return bytes[start + 1] <= 0x20 || bytes[start + 1] == UInt8(ascii: ">")
    }
}
