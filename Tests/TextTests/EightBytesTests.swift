import Testing

@testable import Text

/// Signs are found wherever they are, and nothing else is taken for one.
struct EightBytesTests {
    @Test func aByteIsFoundAtEachOffset() {
        for length in 0...40 {
            for offset in 0...length {
                var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
                if offset < length { bytes[offset] = UInt8(ascii: "\n") }
                #expect(bytes.withUnsafeBufferPointer { $0.first(UInt8(ascii: "\n"), in: 0..<length) } == offset)
            }
        }
    }

    @Test func eachByteIsEscapedAtEachOffset() {
        let escapes: [UInt8: String] = [0x22: "&quot;", 0x26: "&amp;", 0x27: "&#39;", 0x3C: "&lt;", 0x3E: "&gt;"]
        for byte in UInt8(0)..<0x80 {
            for offset in 0..<17 {
                var text = [UInt8](repeating: UInt8(ascii: "a"), count: 17)
                text[offset] = byte
                let wanted =
                    text[..<offset] + (escapes[byte].map { Array($0.utf8) } ?? [byte]) + text[(offset + 1)...]
                var out: [UInt8] = []
                HTMLEscape.append(text, to: &out)
                #expect(out == Array(wanted))
            }
        }
    }

    @Test func addressesAreEscapedAtEachOffset() {
        for offset in 0..<17 {
            for (sign, escaped) in ["&": "&amp;", "'": "&#x27;", " ": "%20", "é": "%C3%A9", "%": "%", "~": "~"] {
                let before = String(repeating: "a", count: offset)
                var out: [UInt8] = []
                HTMLEscape.appendURL(before + sign + "b", to: &out)
                #expect(String(decoding: out, as: UTF8.self) == before + escaped + "b")
            }
        }
    }
}
