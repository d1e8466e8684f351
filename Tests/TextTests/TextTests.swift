import Foundation
import Testing

@testable import Text

@Suite struct UTF8CheckTests {
    @Test(arguments: [
        "", "plain", "é€😀", "\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}", "\u{FEFF}bom",
        "a\0b",
    ])
    func `well formed text passes`(text: String) {
        #expect(UTF8Check.firstInvalidByte(in: Array(text.utf8)) == nil)
    }

    /// Every class of table 3-7: what may not start a sequence, and what may not follow.
    @Test(
        arguments: [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xC2, 0xC2], [0xDF, 0x7F],
            [0xE0, 0x9F, 0x80], [0xE0, 0xA0], [0xE0, 0xA0, 0x41], [0xE1, 0x80], [0xE2, 0x82, 0xC0], [0xED, 0xA0, 0x80],
            [0xED, 0xBF, 0xBF],
            [0xEF, 0xBF], [0xF0, 0x8F, 0x80, 0x80], [0xF0, 0x90, 0x80], [0xF1, 0x80, 0x80, 0x7F],
            [0xF3, 0x80, 0xC0, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF4, 0x8F], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE],
            [0xFF],
        ] as [[UInt8]])
    func `each malformed sequence is found at its first byte`(bytes: [UInt8]) {
        #expect(UTF8Check.firstInvalidByte(in: bytes) == 0)
        #expect(UTF8Check.firstInvalidByte(in: Array("é".utf8) + bytes) == 2)
        #expect(UTF8Check.firstInvalidByte(in: Array("é".utf8) + bytes + Array("xyz".utf8)) == 2)
    }

    @Test func `it agrees with the standard library on every pair and triple`() {
        let interesting: [UInt8] = [
            0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1,
            0xF4, 0xF5, 0xFF,
        ]
        for a in interesting {
            for b in interesting {
                for c in interesting {
                    let bytes = [a, b, c, 0x80]
                    #expect(
                        (UTF8Check.firstInvalidByte(in: bytes) == nil)
                            == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
                }
            }
        }
    }
}

@Suite struct JSONTextTests {
    @Test func `quotes, backslashes and controls are escaped`() {
        #expect(JSONText.quoted("a\"b\\c\n\t\r\u{0}\u{1F}\u{7F}é😀/") == #""a\"b\\c\n\t\u000d\u0000\u001f\u007fé😀/""#)
    }

    @Test func `a script element cannot be closed from within`() {
        #expect(JSONText.quoted("</script>&") == #""\u003c/script\u003e\u0026""#)
    }

    @Test func `every ASCII character comes back as it was`() throws {
        let text = String(String.UnicodeScalarView((0..<0x100).map { Unicode.Scalar(UInt8($0)) }))
        let read = try JSONSerialization.jsonObject(with: Data("[\(JSONText.quoted(text))]".utf8)) as? [String]
        #expect(read == [text])
    }

    @Test func `appending keeps what was there`() {
        var out = Array("x".utf8)
        JSONText.append("", to: &out)
        #expect(out == Array("x\"\"".utf8))
    }
}
