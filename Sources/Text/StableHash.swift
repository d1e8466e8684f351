/// A number made from bytes that is the same in every run and on every machine (FNV-1a, 64 bits); not cryptographic.
public enum StableHash {
    /// Sixteen hexadecimal digits.
    public static func digits(of bytes: some Sequence<UInt8>) -> String {
        let hex = String(of(bytes), radix: 16)
        return String(repeating: "0", count: 16 - hex.count) + hex
    }

    public static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
