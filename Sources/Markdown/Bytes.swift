/// What a byte of text is, by ASCII alone.
extension UInt8 {
    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// What CommonMark counts as space within a line.
    var isSpaceOrTab: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    /// White space, line ends included.
    var isWhitespace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether one byte comes right before another somewhere.
    func holds(_ first: UInt8, _ second: UInt8) -> Bool {
        var last: UInt8 = 0
        for byte in self {
            if byte == second, last == first { return true }
            last = byte
        }
        return false
    }
}
