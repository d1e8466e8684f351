/// Eight bytes of a text, looked at together in one register.
@usableFromInline package struct EightBytes {
    @usableFromInline let word: UInt64

    /// - Parameter i: at least eight bytes follow from there on.
    @inlinable @inline(__always)
    package init(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) {
        word = UInt64(
            littleEndian: UnsafeRawPointer(bytes.baseAddress! + i).loadUnaligned(as: UInt64.self))
    }

    /// Where one of two bytes is: bit 7 of each byte that equals one of them. The lowest set bit marks the first; bits
    /// above it may be wrong. If the two differ in more than one bit, bytes that have some of those bits count as well.
    @inlinable @inline(__always)
    package func matches(of byte: UInt8, or other: UInt8) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let bits = UInt64(byte ^ other) &* ones
        let rest = (word | bits) ^ (UInt64(byte | other) &* ones)
        return (rest &- ones) & ~rest & 0x8080_8080_8080_8080
    }

    @inlinable @inline(__always)
    package func matches(of byte: UInt8) -> UInt64 { matches(of: byte, or: byte) }
}

extension UnsafeBufferPointer<UInt8> {
    /// Calls `body` with each offset from `start` on, except in runs of eight bytes for which `isPlain` says that they
    /// hold nothing of interest.
    @inlinable @inline(__always)
    package func eachOffset(from start: Int = 0, skipping isPlain: (EightBytes) -> Bool, _ body: (Int) -> Void) {
        var i = start
        while i < count {
            if i + 8 <= count, isPlain(EightBytes(self, at: i)) {
                i += 8
            } else {
                body(i)
                i += 1
            }
        }
    }
}
