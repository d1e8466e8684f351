/// Text of Windows-1252, in which Excel saves a sheet as “CSV” in western countries.
enum LegacyText {
    /// What the bytes from 0x80 to 0x9F mean (WHATWG Encoding); 0 for those that mean nothing.
    private static let signs: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    /// - Returns: the same in UTF-8; `nil` where a byte means nothing, or the text cannot be read.
    static func utf8(of bytes: [UInt8]) -> [UInt8]? {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            let sign = (0x80...0x9F).contains(byte) ? signs[Int(byte) - 0x80] : UInt16(byte)
            // Text in UTF-16 is half zeros.
            guard sign != 0, let scalar = Unicode.Scalar(sign) else { return nil }
            out += Array(String(scalar).utf8)
        }
        return out
    }
}
