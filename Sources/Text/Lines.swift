/// The lines of a text from some offset on, as cmark ends them: at LF, CR LF or a lone CR.
package struct Lines: Sequence, IteratorProtocol {
    @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
    @usableFromInline let end: Int
    @usableFromInline var start: Int
    /// The next LF and the next CR from `start` on, or the end: each is searched for only when passed.
    @usableFromInline var feed = -1
    @usableFromInline var carriage = -1

    @inlinable package init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        self.init(bytes, in: start..<bytes.count)
    }

    @inlinable package init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        self.bytes = bytes
        start = range.lowerBound
        end = range.upperBound
    }

    /// A line without its end, and where the next begins. No line follows the last end.
    @inlinable @inline(__always)
    package mutating func next() -> (line: Range<Int>, next: Int)? {
        guard start < end else { return nil }
        if feed < start { feed = bytes.first(UInt8(ascii: "\n"), in: start..<end) }
        if carriage < start { carriage = bytes.first(UInt8(ascii: "\r"), in: start..<end) }
        let i = Swift.min(feed, carriage)
        let next = Swift.min(i + 1 == feed ? i + 2 : i + 1, end)
        defer { start = next }
        return (start..<i, next)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first offset of a byte in a range, or the range's end: eight bytes at a time.
    @inlinable @inline(__always)
    package func first(_ byte: UInt8, in range: Range<Int>) -> Int {
        var i = range.lowerBound
        while i + 8 <= range.upperBound {
            let matches = EightBytes(self, at: i).matches(of: byte)
            if matches != 0 { return i + matches.trailingZeroBitCount / 8 }
            i += 8
        }
        while i < range.upperBound, self[i] != byte { i += 1 }
        return i
    }
}
