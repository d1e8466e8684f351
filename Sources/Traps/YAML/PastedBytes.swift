internal import Diagnostics

/// A quick look for bytes that may be one of the characters a `PastedLine` reports, so that most front matter is not
/// taken apart at all. It may find too much, never too little.
enum PastedBytes {
    /// The first such byte at or after an offset; `nil` when there is none in the range.
    static func next(in bytes: [UInt8], range: ByteRange, from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            (max(start, range.lowerBound)..<max(start, range.upperBound)).first {
                bytes[$0] >= 0xC2 && isSuspicious(Look(bytes: bytes, range: range, position: $0))
            }
        }
    }

    private struct Look {
        let bytes: UnsafeBufferPointer<UInt8>
        let range: ByteRange
        let position: Int

        /// 0 outside the range.
        func byte(_ offset: Int) -> UInt8 { range.contains(position + offset) ? bytes[position + offset] : 0 }

        /// There are only spaces between this and the start of a line, a marker, a key or an item.
        var isAtStart: Bool {
            var i = position - 1
            while i >= range.lowerBound, bytes[i] == UInt8(ascii: " ") { i -= 1 }
            guard i >= range.lowerBound else { return true }
            return [
                0x09, 0x0A, 0x0D, UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "["), UInt8(ascii: "{"),
                UInt8(ascii: ","),
            ].contains(bytes[i]) || bytes[i] >= 0x80
        }
    }

    private static func isSuspicious(_ look: Look) -> Bool {
        let (second, third) = (look.byte(1), look.byte(2))
        switch look.byte(0) {
        // In a language of Europe these are the letters.
        case 0xC3...0xE0: return false
        case 0xC2: return latin(second, look)
        case 0xE1: return second == 0x9A && third == 0x80
        case 0xE2: return punctuation(second, third, look)
        case 0xE3: return second == 0x80 && third == 0x80
        case 0xEA: return second == 0x9E && third == 0x89
        // Word's bullets, the byte-order mark, and colons of several widths.
        case 0xEF: return second <= 0x83 || second == 0xBB || second == 0xB9 || second == 0xBC && third == 0x9A
        default: return false
        }
    }

    private static func latin(_ second: UInt8, _ look: Look) -> Bool {
        switch second {
        // A non-breaking space between two letters or signs of ASCII is at no end of anything.
        case 0xA0:
            look.isAtStart || !(0x21...0x7E).contains(look.byte(2)) || look.byte(2) == UInt8(ascii: ":")
                || look.byte(-1) == UInt8(ascii: " ")
        case 0xAD: true
        case 0xAB, 0xBB, 0xB7: look.isAtStart
        default: false
        }
    }

    private static func punctuation(_ second: UInt8, _ third: UInt8, _ look: Look) -> Bool {
        switch (second, third) {
        // The apostrophe, the dots of an ellipsis, and signs such as €.
        case (0x80, 0x99), (0x80, 0xA6), (0x80, 0xA8...0xA9), (0x80, 0x8C...0x8F), (0x82, _), (0x84, _): false
        // Spaces and what nobody sees.
        case (0x80, 0x80...0x8B), (0x80, 0xAF), (0x81, 0x9F...0xA0): true
        default: look.isAtStart || (second, third) == (0x88, 0xB6)
        }
    }
}
