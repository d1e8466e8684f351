/// Addresses in running text, by the rules of GitHub's extension (GitHub Flavored Markdown 0.29, 6.9).
struct Autolink {
    /// In the literal.
    let range: Range<Int>
    /// The start of the address before the text: `http://`, `mailto:`, or nothing.
    let prefix: StaticString

    typealias Text = UnsafeBufferPointer<UInt8>

    /// The addresses of a literal in order. Linear: no byte belongs to many attempts of one kind.
    ///
    /// - Parameter begins: whether `www.` may be at the start of the literal.
    static func all(in text: Text, begins: Bool) -> [Autolink] {
        var links: [Autolink] = []
        var free = 0
        // Up to here is an invalid domain: nothing that begins in it is valid.
        var barren = 0
        var i = 0
        while i < text.count {
            let link: Autolink? =
                switch text[i] {
                case UInt8(ascii: "w"): i < barren ? nil : www(text, i, begins: begins, &barren)
                case UInt8(ascii: ":"): url(text, i, from: free)
                case UInt8(ascii: "@"): email(text, i, from: free)
                default: nil
                }
            if let link, link.range.lowerBound >= free {
                links.append(link)
                free = link.range.upperBound
                i = free
            } else {
                i += 1
            }
        }
        return links
    }

    private static func www(_ text: Text, _ start: Int, begins: Bool, _ barren: inout Int) -> Autolink? {
        guard text[start...].starts(with: "www.".utf8) else { return nil }
        let before: UInt8? = start > 0 ? text[start - 1] : nil
        guard before.map({ $0.isWhitespace || "*_~(".utf8.contains($0) }) ?? begins else { return nil }
        guard let end = domain(text, start, dots: 1) else {
            barren = text[start...].firstIndex { !isInDomain($0) } ?? text.count
            return nil
        }
        return trimmed(text, start..<end).map { Autolink(range: $0, prefix: "http://") }
    }

    private static func url(_ text: Text, _ colon: Int, from free: Int) -> Autolink? {
        guard text[colon...].starts(with: "://".utf8), colon + 3 < text.count else { return nil }
        var start = colon
        while start > free, text[start - 1].isLetter, colon - start < 6 { start -= 1 }
        guard ["http", "https", "ftp"].contains(String(decoding: text[start..<colon], as: UTF8.self).lowercased()),
            let end = domain(text, colon + 3, dots: 0)
        else { return nil }
        return trimmed(text, start..<end).map { Autolink(range: $0, prefix: "") }
    }

    private static func email(_ text: Text, _ at: Int, from free: Int) -> Autolink? {
        var start = at
        while start > free, isWord(text[start - 1]) || ".+-_".utf8.contains(text[start - 1]) { start -= 1 }
        var end = at + 1
        var hasDot = false
        while end < text.count {
            if text[end] == UInt8(ascii: "."), end + 1 < text.count, isWord(text[end + 1]) {
                hasDot = true
            } else if !isWord(text[end]), text[end] != UInt8(ascii: "-"), text[end] != UInt8(ascii: "_") {
                break
            }
            end += 1
        }
        let isOther = end < text.count && text[end] == UInt8(ascii: "@")
        guard start < at, hasDot, !isOther, text[end - 1].isLetter else { return nil }
        let scheme = "mailto:".utf8
        if start - free >= scheme.count, text[(start - scheme.count)..<start].elementsEqual(scheme) {
            return Autolink(range: start - scheme.count..<end, prefix: "")
        }
        return Autolink(range: start..<end, prefix: "mailto:")
    }

    /// Where an address ends that has a valid domain at `start`: at white space or `<`.
    private static func domain(_ text: Text, _ start: Int, dots: Int) -> Int? {
        var end = start
        var count = 0
        // Underscores are not allowed in the last two parts.
        var underscores = (0, 0)
        while end < text.count {
            switch text[end] {
            case UInt8(ascii: "."):
                underscores = (underscores.1, 0)
                count += 1
            case UInt8(ascii: "_"): underscores.1 += 1
            case let byte where isInDomain(byte): break
            default:
                return isValid() ? rest(text, end) : nil
            }
            end += 1
        }
        func isValid() -> Bool { end > start && isWordOrOther(text[start]) && count >= dots && underscores == (0, 0) }
        return isValid() ? end : nil
    }

    private static func isInDomain(_ byte: UInt8) -> Bool {
        isWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
            || byte >= 0x80
    }

    private static func rest(_ text: Text, _ start: Int) -> Int {
        text[start...].firstIndex { $0.isWhitespace || $0 == UInt8(ascii: "<") } ?? text.count
    }

    /// Without what ends a sentence rather than an address: marks, an entity, surplus closing parentheses.
    private static func trimmed(_ text: Text, _ range: Range<Int>) -> Range<Int>? {
        var end = range.upperBound
        // Closing brackets minus opening ones: round, square.
        var excess = (0, 0)
        for byte in text[range] {
            switch byte {
            case UInt8(ascii: ")"): excess.0 += 1
            case UInt8(ascii: "("): excess.0 -= 1
            case UInt8(ascii: "]"): excess.1 += 1
            case UInt8(ascii: "["): excess.1 -= 1
            default: break
            }
        }
        trim: while end > range.lowerBound {
            switch text[end - 1] {
            case let byte where "?!.,:*_~'\"".utf8.contains(byte): end -= 1
            case UInt8(ascii: ")"):
                guard excess.0 > 0 else { break trim }
                excess.0 -= 1
                end -= 1
            case UInt8(ascii: "]"):
                guard excess.1 > 0 else { break trim }
                excess.1 -= 1
                end -= 1
            case UInt8(ascii: ";"):
                let name = text[range.lowerBound..<end - 1].lastIndex { !isWord($0) }
                if let name, name < end - 2, text[name] == UInt8(ascii: "&") { end = name } else { end -= 1 }
            default: break trim
            }
        }
        return end > range.lowerBound ? range.lowerBound..<end : nil
    }

    private static func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit }
    private static func isWordOrOther(_ byte: UInt8) -> Bool { isWord(byte) || byte >= 0x80 }
}
