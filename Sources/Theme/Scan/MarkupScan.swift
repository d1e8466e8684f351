internal import Diagnostics
internal import Text

/// The start tags of a template or of an SVG picture with their attributes, in one pass over the bytes.
struct MarkupScan {
    struct Attribute {
        /// In small letters.
        let name: String
        /// Without its quotes.
        let value: ByteRange
        var isQuoted = false
    }

    struct Element {
        /// In small letters.
        let name: String
        let range: ByteRange
        let attributes: [Attribute]
        /// Of a script or style: what is in it. A script of type `text/html` is markup that scripts show later.
        var text: ByteRange?

        subscript(attribute: String) -> ByteRange? { attributes.first { $0.name == attribute }?.value }
    }

    private(set) var elements: [Element] = []
    /// What was read: tags of a template are blank in it, so that ranges are those of the file.
    let bytes: [UInt8]
    private var next = 0

    /// In place of each byte of a tag of a template.
    private static let blank: UInt8 = 1
    /// Of one element; those that come after them are left out.
    private static let mostAttributes = 100

    /// - Parameter isTemplate: whether `{{…}}` are tags of a template.
    init(_ bytes: [UInt8], isTemplate: Bool) {
        self.bytes = isTemplate ? Self.blanked(bytes) : bytes
        while next < self.bytes.count { step() }
    }

    private static func blanked(_ template: [UInt8]) -> [UInt8] {
        var out = template
        let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
        var i = 0
        while i + 1 < out.count {
            guard out[i] == open, out[i + 1] == open else {
                i += 1
                continue
            }
            let isTriple = i + 2 < out.count && out[i + 2] == open
            let start = i
            i += 2
            while i < out.count, out[i] != close || i + 1 == out.count || out[i + 1] != close { i += 1 }
            i = min(i + 2, out.count)
            if isTriple, i < out.count, out[i] == close { i += 1 }
            for index in start..<i { out[index] = blank }
        }
        return out
    }

    func text(_ range: ByteRange) -> String { String(decoding: bytes[range], as: UTF8.self) }

    // MARK: Reading

    private mutating func step() {
        guard bytes[next] == UInt8(ascii: "<") else {
            next += 1
            return
        }
        if bytes[next...].starts(with: "<!--".utf8) {
            skipComment()
        } else if next + 1 < bytes.count, bytes[next + 1].isLetter || bytes[next + 1] == Self.blank {
            readTag()
        } else {
            next += 1
        }
    }

    /// To the signs that end a comment, which begin no tag. For a browser, `<!-->` and `<!--->` are whole comments, and
    /// `--!>` ends one.
    private mutating func skipComment() {
        next += 4
        func isHere(_ text: String) -> Bool { bytes[next...].starts(with: text.utf8) }
        if isHere(">") || isHere("->") { return }
        while next < bytes.count {
            if bytes[next] == UInt8(ascii: "-"), isHere("-->") || isHere("--!>") { return }
            next += 1
        }
    }

    private mutating func readTag() {
        let start = next
        next += 1
        let name = self.name()
        var attributes: [Attribute] = []
        while next < bytes.count, bytes[next] != UInt8(ascii: ">") {
            guard let attribute = readAttribute() else {
                next += 1
                continue
            }
            if attributes.count < Self.mostAttributes { attributes.append(attribute) }
        }
        next = min(next + 1, bytes.count)
        var element = Element(name: name, range: start..<next, attributes: attributes)
        let isMarkup = element["type"].map(text) == "text/html"
        if name == "style" || name == "script" && !isMarkup { element.text = readRawText(of: name) }
        elements.append(element)
    }

    /// Up to the end tag.
    private mutating func readRawText(of name: String) -> ByteRange {
        let start = next
        while next < bytes.count {
            if bytes[next] == UInt8(ascii: "<"), next + 1 < bytes.count, bytes[next + 1] == UInt8(ascii: "/"),
                bytes[(next + 2)...].prefix(name.utf8.count).elementsEqual(name.utf8, by: { $0 | 0x20 == $1 })
            {
                break
            }
            next += 1
        }
        return start..<next
    }

    /// A name and its value; `nil` at a byte that begins no attribute.
    private mutating func readAttribute() -> Attribute? {
        let first = next
        while next < bytes.count, Self.isInAttributeName(bytes[next]) { next += 1 }
        if next == first { return nil }
        let name = String(decoding: bytes[first..<next].filter { $0 != Self.blank }, as: UTF8.self).lowercased()
        skipSpace()
        guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else {
            return Attribute(name: name, value: next..<next)
        }
        next += 1
        skipSpace()
        guard next < bytes.count else { return nil }
        let quote = bytes[next]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            next += 1
            let start = next
            while next < bytes.count, bytes[next] != quote { next += 1 }
            let value = start..<next
            next = min(next + 1, bytes.count)
            return Attribute(name: name, value: value, isQuoted: true)
        }
        let start = next
        while next < bytes.count, !bytes[next].isWhitespace, bytes[next] != UInt8(ascii: ">") { next += 1 }
        return Attribute(name: name, value: start..<next)
    }

    private mutating func skipSpace() { while next < bytes.count, bytes[next].isWhitespace { next += 1 } }

    private mutating func name() -> String {
        let start = next
        while next < bytes.count, Self.isName(bytes[next]) { next += 1 }
        return String(decoding: bytes[start..<next], as: UTF8.self).lowercased()
    }

    private static func isInAttributeName(_ byte: UInt8) -> Bool { !byte.isWhitespace && !"/>=".utf8.contains(byte) }

    private static func isName(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte >= 0x80 || "-_:.".utf8.contains(byte)
    }
}
