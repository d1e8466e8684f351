/// What can be said about a piece of HTML without parsing it as a browser does.
struct RawHTML {
    let bytes: UnsafeBufferPointer<UInt8>

    /// Nothing but complete comments and white space.
    var isOnlyComments: Bool {
        var rest = bytes[...]
        while true {
            rest = rest.drop { $0.isWhitespace }
            guard !rest.isEmpty else { return true }
            guard rest.starts(with: "<!--".utf8), let end = Self.endOfComment(rest) else { return false }
            rest = rest[end...]
        }
    }

    /// The first tag's name in lower case; `nil` if no tag is there.
    var tagName: String? {
        var rest = bytes[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(open + 1)...]
            if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
            let name = rest.prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
            if let first = name.first, first.isLetter {
                return String(decoding: name.prefix(40), as: UTF8.self).lowercased()
            }
        }
        return nil
    }

    /// The values of `id` and `name` attributes, in order.
    var anchors: [String] {
        var found: [String] = []
        var i = 0
        while let open = bytes[i...].firstIndex(of: UInt8(ascii: "<")) {
            i = open + 1
            guard i < bytes.count, bytes[i].isLetter else { continue }
            while i < bytes.count, !Self.endsName(bytes[i]) { i += 1 }
            while let attribute = attribute(&i) {
                if attribute.name == "id" || attribute.name == "name", !attribute.value.isEmpty {
                    found.append(attribute.value)
                }
            }
        }
        return found
    }

    /// The first opening tag that hides in a browser what stands between it and its end, as it is written: `<span
    /// hidden>`. `nil` where there is none, or its end is here too.
    var hidingTag: String? {
        var i = 0
        var lastEnds: [String: Int]?
        while let open = bytes[i...].firstIndex(of: UInt8(ascii: "<")) {
            if bytes[open...].starts(with: "<!--".utf8) {
                guard let end = Self.endOfComment(bytes[open...]) else { return nil }
                i = end
                continue
            }
            i = open + 1
            guard i < bytes.count, bytes[i].isLetter else { continue }
            let name = text(&i) { !Self.endsName($0) }.lowercased()
            var isHiding = Self.hidingNames.contains(name)
            while let attribute = attribute(&i) { isHiding = isHiding || Self.hides(attribute.name, attribute.value) }
            guard isHiding, !Self.emptyNames.contains(name), i == 0 || bytes[i - 1] != UInt8(ascii: "/") else {
                continue
            }
            let ends = lastEnds ?? endTags()
            lastEnds = ends
            if ends[name] ?? 0 < i {
                return String(decoding: bytes[open..<min(i + 1, bytes.count)].prefix(60), as: UTF8.self)
            }
        }
        return nil
    }

    /// Where the last `</name` of each name stands.
    private func endTags() -> [String: Int] {
        var found: [String: Int] = [:]
        var i = 0
        while let open = bytes[i...].firstIndex(of: UInt8(ascii: "<")) {
            i = open + 1
            guard i < bytes.count, bytes[i] == UInt8(ascii: "/") else { continue }
            i += 1
            found[text(&i) { !Self.endsName($0) }.lowercased()] = open
        }
        return found
    }

    /// Elements whose text no browser shows, or that were made for comments.
    private static let hidingNames: Set = ["comment", "template"]
    /// Elements that hold nothing.
    private static let emptyNames: Set = ["img", "input", "br", "hr", "meta", "link", "source", "track", "wbr", "col"]

    private static func hides(_ attribute: String, _ value: String) -> Bool {
        switch attribute {
        case "hidden": return true
        case "style":
            let style = value.lowercased().filter { !$0.isWhitespace }
            return style.contains("display:none") || style.contains("visibility:hidden")
        default: return false
        }
    }

    /// The attribute at or after `i`, which moves behind it; `nil` at the end of the tag.
    private func attribute(_ i: inout Int) -> (name: String, value: String)? {
        skip(&i) { $0.isWhitespace || $0 == UInt8(ascii: "/") }
        guard i < bytes.count, bytes[i] != UInt8(ascii: ">") else { return nil }
        let name = text(&i) { !Self.endsName($0) && $0 != UInt8(ascii: "=") }
        skip(&i, \.isWhitespace)
        guard i < bytes.count, bytes[i] == UInt8(ascii: "=") else {
            if name.isEmpty { i += 1 }
            return (name.lowercased(), "")
        }
        i += 1
        skip(&i, \.isWhitespace)
        guard i < bytes.count else { return nil }
        let quote = bytes[i]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return (name.lowercased(), text(&i) { !$0.isWhitespace && $0 != UInt8(ascii: ">") })
        }
        i += 1
        let value = text(&i) { $0 != quote }
        i = min(i + 1, bytes.count)
        return (name.lowercased(), value)
    }

    private func skip(_ i: inout Int, _ isSkipped: (UInt8) -> Bool) {
        while i < bytes.count, isSkipped(bytes[i]) { i += 1 }
    }

    private func text(_ i: inout Int, _ isPart: (UInt8) -> Bool) -> String {
        let start = i
        skip(&i, isPart)
        return String(decoding: bytes[start..<i], as: UTF8.self)
    }
}

extension RawHTML {
    /// Just after `-->`. A comment may be as short as `<!-->`.
    static func endOfComment(_ comment: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var i = comment.startIndex + 4
        while i < comment.endIndex {
            if comment[i] == UInt8(ascii: ">"), comment[i - 1] == UInt8(ascii: "-"), comment[i - 2] == UInt8(ascii: "-")
            {
                return i + 1
            }
            i += 1
        }
        return nil
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte.isWhitespace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }
}
