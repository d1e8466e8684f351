internal import Diagnostics
internal import Text

/// The tags of one template in the order of the file, with their ranges: the part of Mustache that themes use.
struct TemplateTags: Sendable {
    struct Tag: Sendable {
        enum Kind: Sendable { case variable, unescaped, section, inverted, partial, close, comment }

        let kind: Kind
        /// Without its transforms: `rows` of `first(rows)`.
        let name: String
        /// The outermost first, as written.
        let transforms: [String]
        /// From the first brace to the last.
        let range: ByteRange
        /// For a section: the index of the tag that closes it.
        var end = 0

        /// As between the braces.
        var written: String {
            transforms.map { $0 + "(" }.joined() + name + String(repeating: ")", count: transforms.count)
        }
    }

    /// Empty when the template cannot be read.
    private(set) var tags: [Tag] = []
    /// At most one: what follows the first would follow from it.
    private(set) var problem: Diagnostic?

    let path: String
    let bytes: [UInt8]
    /// Indexes of the sections that are open, the innermost last.
    private var open: [Int] = []

    init(_ path: String, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        var offset = 0
        while problem == nil, let start = find("{{", from: offset) { offset = readTag(at: start) }
        if problem == nil, let section = open.last {
            fail(
                tags[section].range,
                "`\(source(tags[section].range))` is never closed: `{{/\(tags[section].written)}}` is missing.")
        }
        if problem != nil { tags = [] }
    }

    /// - Returns: where the text after the tag starts.
    private mutating func readTag(at start: Int) -> Int {
        guard let close = find("}}", from: start + 2) else {
            fail(start..<min(start + 20, endOfLine(from: start)), "This tag is never closed: `}}` is missing.")
            return bytes.count
        }
        let sign = bytes[start + 2]
        if sign == UInt8(ascii: "!") {
            tags.append(Tag(kind: .comment, name: "", transforms: [], range: start..<close + 2))
            return close + 2
        }
        var end = close + 2
        if sign == UInt8(ascii: "{") {
            guard bytes[start...].count > close + 2 - start, bytes[close + 2] == UInt8(ascii: "}") else {
                fail(start..<end, "A tag that begins with `{{{` ends with `}}}`.")
                return end
            }
            end += 1
        } else if close + 2 < bytes.count, bytes[close + 2] == UInt8(ascii: "}") {
            fail(start..<close + 3, "A tag that begins with `{{` ends with `}}`: there is a brace too many.")
            return end
        }
        if "<$=".utf8.contains(sign) {
            fail(start..<end, "Tags that start with `{{\(Character(Unicode.Scalar(sign)))` are not used here.")
            return end
        }
        // Transforms of transforms are read by recursion.
        if close - start > Self.limit + 2 {
            fail(start..<end, "A tag has more than \(Self.limit) characters.")
            return end
        }
        let kind = Self.kinds[sign]
        let inner = String(
            decoding: bytes[(start + (kind == nil ? 2 : 3))..<max(close, start + (kind == nil ? 2 : 3))], as: UTF8.self)
        if let tag = tag(kind ?? .variable, inner, start..<end) { add(tag) }
        return end
    }

    /// How long a tag may be between its braces, in bytes.
    private static let limit = 200
    private static let kinds: [UInt8: Tag.Kind] = [
        UInt8(ascii: "#"): .section, UInt8(ascii: "^"): .inverted, UInt8(ascii: "/"): .close,
        UInt8(ascii: ">"): .partial,
        UInt8(ascii: "{"): .unescaped, UInt8(ascii: "&"): .unescaped,
    ]

    private mutating func tag(_ kind: Tag.Kind, _ inner: String, _ range: ByteRange) -> Tag? {
        let text = inner.unicodeScalars.drop(while: Self.isWhitespace)
        let name = Substring(text.prefix { !Self.isWhitespace($0) })
        if kind == .partial, name.hasPrefix("*") {
            fail(range, "`{{>\(name)}}` is not used here: a partial is named as it is.")
            return nil
        }
        let mayHave = (kind == .partial ? "._-/" : "._-()").utf8
        let isName =
            !name.isEmpty && text[name.endIndex...].allSatisfy(Self.isWhitespace)
            && name.utf8.allSatisfy { $0.isLetter || $0.isDigit || mayHave.contains($0) }
        guard isName, let (name, transforms) = kind == .partial ? (String(name), []) : Self.transforms(in: name) else {
            fail(
                range,
                "`\(source(range))` holds no name: a tag is `{{name}}`, `{{{html}}}`, `{{#section}}`, `{{^absent}}`, "
                    + "`{{/section}}`, `{{> partial}}` or `{{! remark }}`."
            )
            return nil
        }
        return Tag(kind: kind, name: name, transforms: transforms, range: range)
    }

    private static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
    }

    /// `a(b(c))` → `c`, [`a`, `b`].
    private static func transforms(in text: Substring) -> (String, [String])? {
        guard text.utf8.contains(where: { "()".utf8.contains($0) }) else { return (String(text), []) }
        var parts = text.split(separator: "(", omittingEmptySubsequences: false).map(String.init)
        let last = parts.removeLast()
        let name = last.prefix { $0 != ")" }
        let isClosed = last.dropFirst(name.count) == String(repeating: ")", count: parts.count)
        guard isClosed, parts.allSatisfy({ !$0.isEmpty && !$0.contains(")") }), !(parts.isEmpty && name.isEmpty) else {
            return nil
        }
        return (String(name), parts)
    }

    private mutating func add(_ tag: Tag) {
        if tag.kind == .close {
            guard let section = open.popLast() else {
                return fail(tag.range, "`\(source(tag.range))` closes nothing: no section is open.")
            }
            guard tags[section].written == tag.written else {
                return fail(
                    tag.range,
                    "`\(source(tag.range))` cannot close `\(source(tags[section].range))`, which is open here: write "
                        + "`{{/\(tags[section].written)}}` first."
                )
            }
            tags[section].end = tags.count
        } else if tag.kind == .section || tag.kind == .inverted {
            open.append(tags.count)
        }
        tags.append(tag)
    }

    private mutating func fail(_ range: ByteRange, _ message: String) {
        problem = problem ?? ThemeRules.syntax.at(range, in: path, message)
    }

    private func source(_ range: ByteRange) -> String { String(decoding: bytes[range].prefix(60), as: UTF8.self) }

    private func endOfLine(from start: Int) -> Int { bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count }

    /// Where the next two equal braces are.
    private func find(_ braces: StaticString, from start: Int) -> Int? {
        let brace = braces.utf8Start.pointee
        var offset = start
        while offset + 1 < bytes.count {
            if bytes[offset] == brace, bytes[offset + 1] == brace { return offset }
            offset += 1
        }
        return nil
    }
}
