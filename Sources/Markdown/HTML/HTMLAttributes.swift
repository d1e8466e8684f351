internal import Text

/// The attributes of a tag that are kept, as bytes to write into it, each with a space before it.
///
/// Attributes that only change looks become a class of the theme, because the page's policy forbids inline styles, or
/// are left out.
struct HTMLAttributes {
    private(set) var bytes: [UInt8] = []
    private(set) var classes: [String] = []
    /// Names of the attributes left out, for messages.
    private(set) var leftOut: [String] = []
    /// Names that links may lead to.
    private(set) var anchors: [String] = []
    /// Of a picture, in pixels.
    private(set) var width: Int?
    private(set) var height: Int?

    init(_ tag: WrittenTag, of element: HTMLElement) {
        if tag.name == "center" { classes.append("align-center") }
        for (name, value) in tag.attributes where !Self.isWithoutEffect(name) { take(name, value, element) }
    }

    /// With the classes, for an element that has no other.
    var withClasses: [UInt8] {
        classes.isEmpty ? bytes : bytes + Array(" class=\"\(classes.joined(separator: " "))\"".utf8)
    }

    /// Readers do not miss it: the site opens no windows and fetches nothing else.
    private static func isWithoutEffect(_ name: String) -> Bool {
        switch name {
        case "rel", "target", "loading", "decoding", "fetchpriority", "referrerpolicy", "crossorigin", "markdown",
            "border", "cellpadding", "cellspacing", "xmlns", "/":
            true
        default: name.hasPrefix("data-")
        }
    }

    private mutating func take(_ name: String, _ value: String, _ element: HTMLElement) {
        switch name {
        case "href" where element == .a, "src" where element == .img, "alt" where element == .img: break
        case "srcset" where element == .source: break
        case "media" where element == .source, "type" where element == .source:
            keep(name, value, if: value.utf8.allSatisfy(Self.isPlain))
        case "id": anchor(value)
        case "name" where element == .a: anchor(value)
        case "title": keep(name, value, if: true)
        case "lang": keep(name, value, if: Self.isLanguage(value))
        case "dir": keep(name, value.lowercased(), if: ["ltr", "rtl", "auto"].contains(value.lowercased()))
        case "align": align(value.lowercased(), element)
        case "width", "height": size(name, value, element)
        case "open" where element == .details, "reversed" where element == .ol: keep(name, "", if: true)
        case "start" where element == .ol, "value" where element == .li: number(name, value, within: -9_999...999_999)
        case "type" where element == .ol: keep(name, value, if: ["1", "a", "A", "i", "I"].contains(value))
        case "colspan" where element == .td || element == .th: number(name, value, within: 1...100)
        case "rowspan" where element == .td || element == .th: number(name, value, within: 1...1_000)
        case "scope" where element == .th:
            keep(name, value.lowercased(), if: ["row", "col", "rowgroup", "colgroup"].contains(value.lowercased()))
        case "datetime" where [.time, .del, .ins].contains(element): keep(name, value, if: Self.isDay(value))
        case "cite" where [.blockquote, .q, .del, .ins].contains(element):
            keep(
                name, value,
                if: (value.hasPrefix("https://") || value.hasPrefix("http://")) && URLPolicy.isAllowed(value)
                    && value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}[]%".utf8.contains($0) })
        default: leftOut.append(name)
        }
    }

    private mutating func keep(_ name: String, _ value: String, if isRight: Bool) {
        guard isRight else { return leftOut.append(name) }
        bytes.append(contentsOf: " \(name)=\"".utf8)
        HTMLEscape.append(value, to: &bytes)
        bytes.append("\"")
    }

    private mutating func number(_ name: String, _ value: String, within range: ClosedRange<Int>) {
        let number = Int(value.trimmed)
        keep(name, number.map { String($0) } ?? "", if: number.map(range.contains) ?? false)
    }

    private mutating func anchor(_ value: String) {
        let isName = !value.isEmpty && value.utf8.count <= 200 && !value.utf8.contains { $0 <= 0x20 || $0 == 0x7F }
        if isName { anchors.append(value) } else { leftOut.append("id") }
    }

    private mutating func align(_ value: String, _ element: HTMLElement) {
        switch value {
        case "left", "center", "right": classes.append("align-\(value)")
        case "middle": classes.append("align-center")
        case "justify", "top", "bottom": break
        default: leftOut.append("align")
        }
    }

    /// Pixels are kept for pictures; a percentage of the space is a class, in steps of ten.
    private mutating func size(_ name: String, _ value: String, _ element: HTMLElement) {
        let value = value.trimmed
        if value.hasSuffix("%"), let percent = Double(value.dropLast()), percent > 0 {
            // A height in percent refers to the picture itself.
            guard name == "width", element == .img || element == .td || element == .th else { return }
            classes.append("width-\(min(max(Int((percent / 10).rounded()), 1), 10) * 10)")
            return
        }
        guard element == .img else { return }
        let number = Int(value.hasSuffix("px") ? String(value.dropLast(2)).trimmed : value)
        guard let number, (1...10_000).contains(number) else {
            if value != "auto" { leftOut.append(name) }
            return
        }
        if name == "width" { width = number } else { height = number }
    }

    /// Letters, digits and signs of media queries and media types.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || " ():-.,/+".utf8.contains(byte)
    }

    private static func isLanguage(_ value: String) -> Bool {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false)
        return (2...3).contains(parts[0].utf8.count) && parts[0].utf8.allSatisfy(\.isLetter)
            && parts.count <= 5
            && parts.dropFirst().allSatisfy {
                (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy { $0.isLetter || $0.isDigit }
            }
    }

    /// `2026-11-24`, perhaps with a time.
    private static func isDay(_ value: String) -> Bool {
        let bytes = Array(value.utf8)
        guard bytes.count == 10 || bytes.count == 16 || bytes.count == 17 && bytes[16] == UInt8(ascii: "Z") else {
            return false
        }
        let pattern = Array("0000-00-00T00:00Z".utf8).prefix(bytes.count)
        return zip(bytes, pattern).allSatisfy { $1 == UInt8(ascii: "0") ? $0.isDigit : $0 == $1 }
    }
}
