internal import Text

/// Comments of other programs, which would be published as text: `%% … %%` of Obsidian, `{# … #}` of Jinja,
/// `{% comment %}` of Liquid, `{/* … */}` of MDX and Hugo, `{>> … <<}` and `{-- … --}` of CriticMarkup, `{{! … }}` of
/// Handlebars, `{::comment}` of kramdown, `<%# … %>` of ERB, `{{< comment >}}` of Hugo.
///
/// They are looked for in the text between code and markup, so that one may begin in a paragraph and end in another.
struct ForeignComments {
    /// The signs that begin and end one. A sign `{/` is followed by an asterisk, which may have become emphasis.
    private static let signs: [(open: StaticString, close: StaticString)] = [
        ("%%", "%%"), ("{#", "#}"), ("{% comment", "endcomment"), ("{%- comment", "endcomment"), ("{/", "/}"),
        ("{>>", "<<}"), ("{--", "--}"),
        ("{{!", "}}"), ("{::comment", "{:/"), ("<%#", "%>"), ("{{< comment", "/comment"), ("{{% comment", "/comment"),
    ]
    /// By sign, the value from the caller for the text in which one began.
    private var opened: [Int: Int] = [:]

    /// Whether a sign that begins one is at an offset.
    static func begins(in bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
        guard i + 1 < bytes.count, "#%/>-{:<".utf8.contains(bytes[i + 1]) else { return false }
        return signs.contains { bytes.has($0.open, at: i) }
    }

    /// Whether a sign can begin with a byte, or end with it.
    private static func isOfSign(_ byte: UInt8, begins: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "%"), UInt8(ascii: "{"), UInt8(ascii: "<"): true
        case UInt8(ascii: "#"), UInt8(ascii: "e"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "}"): !begins
        default: false
        }
    }

    /// Takes a text node.
    ///
    /// - Parameter line: the line it is on.
    /// - Returns: the line on which the comment began that ends here, and its sign; `nil` if none ends.
    mutating func read(_ text: UnsafeBufferPointer<UInt8>, line: Int) -> (line: Int, sign: String)? {
        for i in text.indices where Self.isOfSign(text[i], begins: opened.isEmpty) {
            for (index, sign) in Self.signs.enumerated() {
                if let began = opened[index] {
                    if text.has(sign.close, at: i), Self.ends(text, at: i, index) {
                        return (began, index == 4 ? "{/*" : "\(sign.open)")
                    }
                } else if text.has(sign.open, at: i), Self.begins(text, at: i, index) {
                    opened[index] = line
                    break
                }
            }
        }
        return nil
    }

    /// `50%%` is a number and `%%%` is not a sign.
    private static func begins(_ text: UnsafeBufferPointer<UInt8>, at i: Int, _ sign: Int) -> Bool {
        let after = i + 2 < text.count ? text[i + 2] : 0
        switch sign {
        case 0: return (i == 0 || text[i - 1] <= 32 || "([".utf8.contains(text[i - 1])) && after != UInt8(ascii: "%")
        case 1: return after <= 32
        // `{{< comment-form >}}` is something else.
        case 10, 11: return i + 11 >= text.count || !(text[i + 11].isLetter || "-_".utf8.contains(text[i + 11]))
        case 4: return after == 0 || after == UInt8(ascii: "*")
        default: return true
        }
    }

    /// `%%i` is a variable, not an end.
    private static func ends(_ text: UnsafeBufferPointer<UInt8>, at i: Int, _ sign: Int) -> Bool {
        switch sign {
        case 0: i + 2 >= text.count || !(text[i + 2].isLetter || text[i + 2].isDigit || text[i + 2] >= 0x80)
        case 4: i == 0 || text[i - 1] == UInt8(ascii: "*")
        default: true
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    func has(_ sign: StaticString, at i: Int) -> Bool {
        let count = sign.utf8CodeUnitCount
        return i + count <= self.count && (0..<count).allSatisfy { self[i + $0] == sign.utf8Start[$0] }
    }
}
