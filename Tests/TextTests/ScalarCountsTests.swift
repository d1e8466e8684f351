import Testing

@testable import Text

@Suite struct ScalarCountsTests {
    @Test func `it counts like a walk through the bytes, at every offset`() {
        let text = "\n" + String(repeating: "aé€😀", count: 150) + "z"
        let bytes = Array("skipped é".utf8) + Array(text.utf8) + Array("é too".utf8)
        let range = 10..<(10 + text.utf8.count)
        let counts = ScalarCounts(bytes, in: range)
        var expected = 0
        for offset in range {
            #expect(counts.count(before: offset) == expected)
            if bytes[offset] & 0xC0 != 0x80 {
                #expect(counts.offset(ofScalar: expected) == offset)
                expected += 1
            }
        }
        #expect(expected == text.unicodeScalars.count)
        #expect(counts.count(before: range.upperBound + 9) == expected)
        #expect(counts.offset(ofScalar: expected) == range.upperBound)
        #expect(counts.offset(ofScalar: expected + 999) == range.upperBound)
        #expect(counts.count(before: 0) == 0)
    }

    @Test(arguments: [0, 1, 255, 256, 257, 512]) func `lengths around a block are no exception`(length: Int) {
        let bytes = [UInt8](repeating: 0x61, count: length)
        let counts = ScalarCounts(bytes, in: 0..<length)
        for offset in 0...length {
            #expect(counts.count(before: offset) == offset)
            #expect(counts.offset(ofScalar: offset) == offset)
        }
    }
}
