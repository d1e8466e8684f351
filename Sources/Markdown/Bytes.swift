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
