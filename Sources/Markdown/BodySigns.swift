internal import Text

/// The signs in a body that most bodies lack: their meaning is searched for only where they occur. One pass over the
/// bytes, since each pass costs about a hundredth of all the work on a text.
struct BodySigns: OptionSet {
    let rawValue: UInt8

    /// `!!!` or `???`, which may begin a note.
    static let note = BodySigns(rawValue: 1)
    /// `[^`.
    static let footnote = BodySigns(rawValue: 2)
    /// `<!--`, which may have no end.
    static let comment = BodySigns(rawValue: 4)
    /// Of another program: `ForeignComments`.
    static let foreignComment = BodySigns(rawValue: 8)
    /// `DoubtfulComment`.
    static let doubtfulComment = BodySigns(rawValue: 16)
    /// `&#`, which can express any character.
    static let numericEntity = BodySigns(rawValue: 32)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ bytes: [UInt8], from start: Int) {
        self = bytes.withUnsafeBufferPointer { bytes in
            var found: BodySigns = []
            bytes.eachOffset(from: start, skipping: Self.hasNone) { i in
                found.formUnion(Self.signs(bytes, at: i, from: start))
            }
            return found
        }
    }

    @inline(__always)
    private static func hasNone(_ bytes: EightBytes) -> Bool {
        let matches =
            bytes.matches(of: UInt8(ascii: "<"), or: UInt8(ascii: "|")) | bytes.matches(of: UInt8(ascii: "{"))
            | bytes.matches(of: UInt8(ascii: "%")) | bytes.matches(of: UInt8(ascii: "&"))
            | bytes.matches(of: UInt8(ascii: "!")) | bytes.matches(of: UInt8(ascii: "?"))
            | bytes.matches(of: UInt8(ascii: "^"))
        return matches == 0
    }

    @inline(__always)
    private static func signs(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int, from start: Int) -> BodySigns {
        let next = i + 1 < bytes.count ? bytes[i + 1] : 0
        let previous = i > start ? bytes[i - 1] : UInt8(ascii: "\n")
        switch bytes[i] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
            let isNote = next == bytes[i] && (previous.isWhitespace || previous == UInt8(ascii: ">"))
            return isNote && i + 3 < bytes.count && bytes[i + 2] == next && mayFollowNote(bytes[i + 3]) ? .note : []
        case UInt8(ascii: "^"): return previous == UInt8(ascii: "[") ? .footnote : []
        case UInt8(ascii: "&"): return next == UInt8(ascii: "#") ? .numericEntity : []
        case UInt8(ascii: "|"): return next == UInt8(ascii: "|") ? .doubtfulComment : []
        case UInt8(ascii: "%"), UInt8(ascii: "{"), UInt8(ascii: "<"): return comments(bytes, at: i, previous)
        default: return []
        }
    }

    /// A space, a type or title, or `+`. No word ends with the marks of a note.
    private static func mayFollowNote(_ byte: UInt8) -> Bool {
        byte.isSpaceOrTab || byte.isLetter || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "\"") || byte >= 0x80
    }

    private static func comments(
        _ bytes: UnsafeBufferPointer<UInt8>, at i: Int, _ previous: UInt8
    ) -> BodySigns {
        if bytes.has("% ", at: i) {
            return previous == UInt8(ascii: "\n") || previous == UInt8(ascii: " ") ? .doubtfulComment : []
        }
        if bytes.has("<!--", at: i) { return .comment }
        return ForeignComments.begins(in: bytes, at: i) ? .foreignComment : []
    }
}
