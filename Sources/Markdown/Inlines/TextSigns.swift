/// Which signs a text holds that may mean more than themselves.
struct TextSigns: OptionSet {
    let rawValue: UInt8

    static let bracket = TextSigns(rawValue: 1)
    static let tilde = TextSigns(rawValue: 2)
    static let address = TextSigns(rawValue: 4)
    /// One that sets nothing off.
    static let star = TextSigns(rawValue: 8)
    static let brace = TextSigns(rawValue: 16)
    /// Two in a row.
    static let equals = TextSigns(rawValue: 32)
    /// `](`, of a link whose address cannot be read.
    static let destination = TextSigns(rawValue: 64)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var found: UInt8 = 0
        for i in text.indices {
            let byte = text[i]
            // `*`, `:` and `=`, `@`, `[`, `]` and `w`, `{` and `~`: a bit each, so that any other byte costs a shift.
            let mask: UInt64 = byte < 64 ? 1 << 58 | 1 << 42 | 1 << 61 : byte < 128 ? 0x4880_0000_2800_0001 : 0
            guard mask >> UInt64(byte & 63) & 1 == 1 else { continue }
            switch byte {
            case UInt8(ascii: "["): found |= 1
            case UInt8(ascii: "~"): found |= 2
            case UInt8(ascii: "*"): found |= 8
            case UInt8(ascii: "{"): found |= 16
            case UInt8(ascii: "="): if i + 1 < text.count, text[i + 1] == byte { found |= 32 }
            case UInt8(ascii: "@"): found |= 4
            case UInt8(ascii: "]"): if i + 1 < text.count, text[i + 1] == UInt8(ascii: "(") { found |= 64 }
            default:
                if i + 1 < text.count, text[i + 1] == (byte == UInt8(ascii: ":") ? UInt8(ascii: "/") : byte) {
                    found |= 4
                }
            }
        }
        rawValue = found
    }
}
