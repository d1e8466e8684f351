/// Attributes after their owner: `{#id .class key="value"}` as Pandoc, Docusaurus and Python-Markdown write them, or
/// `{: .class }` as kramdown does.
struct AttributeList {
    /// From `{` to `}` in the text.
    private(set) var range = 0..<0
    /// The first `#id`, without its sign.
    private(set) var id: String?
    /// `key=value` by its name in lower case, without quotation marks.
    private(set) var values: [String: String] = [:]

    /// It is Pandoc's sign of a heading without a number, `{-}`, and nothing else.
    private(set) var isBare = true

    /// Bytes of a list.
    private static let longest = 300
    /// Bytes of an id.
    private static let longestID = 100

    /// The list that begins at a `{` in the text; `nil` for braces around anything else.
    init?(_ text: UnsafeBufferPointer<UInt8>, at start: Int) {
        let limit = min(text.count, start + Self.longest)
        guard start < limit, text[start] == UInt8(ascii: "{") else { return nil }
        var i = start + 1
        if i < limit, text[i] == UInt8(ascii: ":") { i += 1 }
        var isEmpty = true
        while i < limit {
            if text[i].isSpaceOrTab {
                i += 1
            } else if text[i] == UInt8(ascii: "}") {
                guard !isEmpty else { return nil }
                range = start..<i + 1
                return
            } else {
                guard let end = take(text, from: i, before: limit) else { return nil }
                i = end
                isEmpty = false
            }
        }
        return nil
    }

    /// The list at the end of a text, ignoring spaces.
    init?(atEndOf text: UnsafeBufferPointer<UInt8>) {
        var end = text.count
        while end > 0, text[end - 1].isSpaceOrTab { end -= 1 }
        guard end > 2, text[end - 1] == UInt8(ascii: "}"),
            let start = text[max(0, end - Self.longest)..<end].lastIndex(of: UInt8(ascii: "{")),
            let list = AttributeList(text, at: start), list.range.upperBound == end
        else { return nil }
        self = list
    }

    /// One attribute.
    ///
    /// - Returns: where it ends; `nil` if it is not one.
    private mutating func take(_ text: UnsafeBufferPointer<UInt8>, from start: Int, before limit: Int) -> Int? {
        var end = start
        while end < limit, !text[end].isSpaceOrTab, !"}={".utf8.contains(text[end]) { end += 1 }
        guard end < limit else { return nil }
        let word = text[start..<end]
        if text[end] == UInt8(ascii: "=") {
            guard let first = word.first, first.isLetter || first >= 0x80 else { return nil }
            isBare = false
            guard let value = Self.value(text, from: end + 1, before: limit) else { return nil }
            let written = String(decoding: text[end + 1..<value], as: UTF8.self)
            values[String(decoding: word, as: UTF8.self).lowercased()] = written.filter { !"\"'".contains($0) }
            return value
        }
        switch word.first {
        case UInt8(ascii: "#"):
            let name = String(decoding: word.dropFirst(), as: UTF8.self)
            guard Self.isID(name) else { return nil }
            id = id ?? name
            isBare = false
        case UInt8(ascii: "."):
            guard word.count > 1, word.dropFirst().first?.isDigit == false else { return nil }
            isBare = false
        default: guard word.count == 1, word.first == UInt8(ascii: "-") else { return nil }
        }
        return end
    }

    /// - Returns: the end of a value, in quotation marks or not.
    private static func value(_ text: UnsafeBufferPointer<UInt8>, from start: Int, before limit: Int) -> Int? {
        guard start < limit else { return nil }
        let mark = text[start]
        if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
            return text[start + 1..<limit].firstIndex(of: mark).map { $0 + 1 }
        }
        var end = start
        while end < limit, !text[end].isSpaceOrTab, text[end] != UInt8(ascii: "}") { end += 1 }
        return end > start ? end : nil
    }

    /// Letters and digits of any alphabet, and signs that an address can hold as they are.
    private static func isID(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= longestID
            && name.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
                    .nonspacingMark, .spacingMark, .decimalNumber:
                    true
                default: "-_.:".unicodeScalars.contains(scalar)
                }
            }
    }
}
