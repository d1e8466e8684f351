internal import Text

/// A tag as it is written: names in lower case, values without entities.
struct WrittenTag {
    let name: String
    /// As it is written, for messages and for a word that is not a tag.
    let written: String
    /// The first of each name.
    var attributes: [(name: String, value: String)] = []

    /// More attributes of one tag are skipped.
    static let attributeLimit = 50

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
}

/// Reads HTML in one pass: all but whole tags is text.
struct HTMLTokenizer {
    enum Piece {
        /// Without entities.
        case text([UInt8])
        case start(WrittenTag)
        case end(WrittenTag)
        case comment
        /// Something else that no page may have, by its name for messages.
        case other(String)
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var i = 0
    /// From here on no tag ends.
    private var isTextOnly = false
    /// There may be a `?>`.
    private var endsInstructions = true

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The next piece and where it is; `nil` at the end.
    mutating func next(_ entities: inout HTMLEntities) -> (piece: Piece, range: Range<Int>)? {
        guard i < bytes.count else { return nil }
        let start = i
        if bytes[i] == UInt8(ascii: "<"), !isTextOnly {
            if let piece = markup(&entities) { return (piece, start..<i) }
            i = start + 1
        }
        i = isTextOnly ? bytes.count : bytes.first(UInt8(ascii: "<"), in: i..<bytes.count)
        return (.text(entities.decoded(bytes[start..<i])), start..<i)
    }

    /// Skips the content of a script or style, up to its end tag or to the end of the text.
    mutating func skip(pastEndOf name: String) {
        while i < bytes.count {
            i = bytes.first(UInt8(ascii: "<"), in: i..<bytes.count)
            guard i + 1 < bytes.count else {
                i = bytes.count
                return
            }
            let rest = bytes[(i + 1)...]
            if rest.first == UInt8(ascii: "/"),
                rest.dropFirst().prefix(name.utf8.count).lazy.map({ $0 | 0x20 }).elementsEqual(name.utf8)
            {
                i = min(bytes.first(UInt8(ascii: ">"), in: i..<bytes.count) + 1, bytes.count)
                return
            }
            i += 1
        }
    }

    private mutating func markup(_ entities: inout HTMLEntities) -> Piece? {
        guard i + 1 < bytes.count else { return nil }
        switch bytes[i + 1] {
        case UInt8(ascii: "!"): return declaration()
        case UInt8(ascii: "?"):
            pass(by: endsInstructions ? "?>" : ">", or: ">")
            return .other("<?…?>")
        case UInt8(ascii: "/"):
            guard i + 2 < bytes.count, bytes[i + 2].isLetter else {
                pass(by: ">", or: ">")
                return .comment
            }
            return tag(from: i + 2, &entities).map { .end($0) }
        case let byte where byte.isLetter: return tag(from: i + 1, &entities).map { .start($0) }
        default: return nil
        }
    }

    private mutating func declaration() -> Piece {
        let rest = bytes[i...]
        if rest.starts(with: "<!--".utf8) {
            guard let end = RawHTML.endOfComment(rest) else {
                i = bytes.count
                return .other("<!--")
            }
            i = end
            return .comment
        }
        if rest.starts(with: "<![CDATA[".utf8) {
            pass(by: "]]>", or: "]]>")
            return .other("<![CDATA[…]]>")
        }
        pass(by: ">", or: ">")
        return .other("<!…>")
    }

    /// Moves past the next `end`; past `other` if there is none, or to the end of the text.
    private mutating func pass(by end: StaticString, or other: StaticString) {
        for sign in [end, other] {
            let last = sign.utf8Start[sign.utf8CodeUnitCount - 1]
            var at = i
            while true {
                at = bytes.first(last, in: at..<bytes.count)
                guard at < bytes.count else {
                    endsInstructions = false
                    break
                }
                at += 1
                let start = at - sign.utf8CodeUnitCount
                let text = UnsafeBufferPointer(start: sign.utf8Start, count: at - start)
                if start > i, bytes[start..<at].elementsEqual(text) {
                    i = at
                    return
                }
            }
        }
        i = bytes.count
    }

    /// `nil` if the tag does not end; then no later tag does.
    private mutating func tag(from start: Int, _ entities: inout HTMLEntities) -> WrittenTag? {
        i = start
        let name = word { Self.endsName($0) }
        var tag = WrittenTag(name: name.prefix(60).lowercased(), written: String(name.prefix(60)))
        while true {
            skip { $0.isWhitespace || $0 == UInt8(ascii: "/") }
            guard i < bytes.count else { break }
            if bytes[i] == UInt8(ascii: ">") {
                i += 1
                return tag
            }
            guard let attribute = attribute(&entities) else { break }
            if tag.attributes.count < WrittenTag.attributeLimit, tag[attribute.name] == nil {
                tag.attributes.append(attribute)
            }
        }
        isTextOnly = true
        return nil
    }

    private mutating func attribute(_ entities: inout HTMLEntities) -> (name: String, value: String)? {
        let start = i
        // The first byte is part of the name, whatever it is.
        i += 1
        skip { !Self.endsName($0) && $0 != UInt8(ascii: "=") }
        let name = String(decoding: bytes[start..<min(i, start + 60)], as: UTF8.self).lowercased()
        skip(\.isWhitespace)
        guard i < bytes.count, bytes[i] == UInt8(ascii: "=") else { return (name, "") }
        i += 1
        skip(\.isWhitespace)
        guard i < bytes.count else { return nil }
        let quote = bytes[i]
        let value: Range<Int>
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let from = i + 1
            i = bytes.first(quote, in: from..<bytes.count)
            guard i < bytes.count else { return nil }
            value = from..<i
            i += 1
        } else {
            let from = i
            skip { !$0.isWhitespace && $0 != UInt8(ascii: ">") }
            value = from..<i
        }
        return (name, String(decoding: entities.decoded(bytes[value]), as: UTF8.self))
    }

    private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
        while i < bytes.count, isSkipped(bytes[i]) { i += 1 }
    }

    private mutating func word(_ isEnd: (UInt8) -> Bool) -> String {
        let start = i
        while i < bytes.count, !isEnd(bytes[i]) { i += 1 }
        return String(decoding: bytes[start..<i], as: UTF8.self)
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte.isWhitespace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }
}
