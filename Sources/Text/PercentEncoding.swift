/// Text within an address (RFC 3986, 2.1).
package enum PercentEncoding {
    /// All but unreserved characters and `/` escaped, so that the text can be a path, a relative reference or the value
    /// of a query: `ä b.md` → `%C3%A4%20b.md`.
    package static func path(_ text: String) -> String {
        var out: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                out.append(byte)
            default: append(byte, to: &out)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// `%` and two digits.
    static func append(_ byte: UInt8, to out: inout [UInt8]) {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
        out.append(UInt8(ascii: "%"))
        out.append(digit(byte >> 4))
        out.append(digit(byte & 15))
    }
}
