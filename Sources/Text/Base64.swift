/// Bytes as text (RFC 4648, section 4).
package enum Base64 {
    private static let values: [UInt8] = {
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        var values = [UInt8](repeating: 0, count: 256)
        for (value, letter) in alphabet.utf8.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    /// - Parameter text: what an encoder wrote; nothing in it is checked.
    package static func bytes(of text: Substring) -> [UInt8] {
        var bytes: [UInt8] = []
        var (bits, count) = (0, 0)
        for letter in text.utf8 where letter != UInt8(ascii: "=") {
            bits = (bits << 6 | Int(values[Int(letter)])) & 0xFFFF
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        return bytes
    }
}
