internal import Text

/// The signs in a text that may mean more than themselves.
struct TextSigns: OptionSet {
    let rawValue: UInt8

    static let bracket = TextSigns(rawValue: 1)
    static let tilde = TextSigns(rawValue: 2)
    static let address = TextSigns(rawValue: 4)
    /// A star without effect.
    static let star = TextSigns(rawValue: 8)
    static let brace = TextSigns(rawValue: 16)
    /// Two in a row.
    static let equals = TextSigns(rawValue: 32)
    /// `](`, of a link whose address cannot be read.
    static let destination = TextSigns(rawValue: 64)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var found: UInt8 = 0
        text.eachOffset(skipping: Self.hasNone) { i in found |= Self.sign(text, at: i) }
        rawValue = found
    }

    @inline(__always)
    private static func sign(_ text: UnsafeBufferPointer<UInt8>, at i: Int) -> UInt8 {
        let byte = text[i]
        // `*`, `:` and `=`, `@`, `[`, `]` and `w`, `{` and `~`: a bit each, so that any other byte costs a shift.
        let mask: UInt64 = byte < 64 ? 1 << 58 | 1 << 42 | 1 << 61 : byte < 128 ? 0x4880_0000_2800_0001 : 0
        guard mask >> UInt64(byte & 63) & 1 == 1 else { return 0 }
        let next = i + 1 < text.count ? text[i + 1] : 0
        return switch byte {
        case UInt8(ascii: "["): 1
        case UInt8(ascii: "~"): 2
        case UInt8(ascii: "*"): 8
        case UInt8(ascii: "{"): 16
        case UInt8(ascii: "="): next == byte ? 32 : 0
        case UInt8(ascii: "@"): 4
        case UInt8(ascii: "]"): next == UInt8(ascii: "(") ? 64 : 0
        case UInt8(ascii: ":"): next == UInt8(ascii: "/") ? 4 : 0
        default: next == byte ? 4 : 0
        }
    }

    @inline(__always)
    private static func hasNone(_ bytes: EightBytes) -> Bool {
        let matches =
            bytes.matches(of: UInt8(ascii: "*"), or: UInt8(ascii: ":"))
            | bytes.matches(of: UInt8(ascii: "="), or: UInt8(ascii: "]"))
            | bytes.matches(of: UInt8(ascii: "["), or: UInt8(ascii: "{"))
            | bytes.matches(of: UInt8(ascii: "@")) | bytes.matches(of: UInt8(ascii: "w"))
            | bytes.matches(of: UInt8(ascii: "~"))
        return matches == 0
    }
}
