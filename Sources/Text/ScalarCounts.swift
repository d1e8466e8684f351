/// How many Unicode scalars precede a byte, and at which byte a scalar starts, without going through the whole line
/// each time: one line may hold a whole file, and tens of thousands of positions.
public struct ScalarCounts: Sendable {
    /// Bytes from one stored count to the next.
    private static let block = 256

    private let bytes: [UInt8]
    private let range: Range<Int>
    /// Scalars that start before each block.
    private let before: [Int]

    /// - Parameter range: the bytes in question, in UTF-8.
    public init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        self.range = range
        var before = [0]
        before.reserveCapacity(range.count / Self.block + 1)
        for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.block) {
            before.append(before.last! + Self.count(bytes, start..<min(start + Self.block, range.upperBound)))
        }
        self.before = before
    }

    private static func count(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        bytes[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }

    /// Scalars that start in the range before an offset within it.
    public func count(before offset: Int) -> Int {
        let offset = min(max(offset, range.lowerBound), range.upperBound)
        let index = (offset - range.lowerBound) / Self.block
        return before[index] + Self.count(bytes, (range.lowerBound + index * Self.block)..<offset)
    }

    /// The offset of scalar number `index` (from 0) of the range; the end of the range when it has no such scalar.
    public func offset(ofScalar index: Int) -> Int {
        let block = max(before.partitioningIndex { $0 > index } - 1, 0)
        var left = index - before[block]
        var offset = range.lowerBound + block * Self.block
        while offset < range.upperBound {
            if bytes[offset] & 0xC0 != 0x80 {
                if left <= 0 { return offset }
                left -= 1
            }
            offset += 1
        }
        return range.upperBound
    }
}
