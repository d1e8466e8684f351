internal import Text

/// Where the lines of a text start, so that a byte offset can be shown as line and column.
///
/// Lines end at `\n`, `\r\n` or a lone `\r`. Made only for files that have something to report.
public struct LineIndex: Sendable {
    private let bytes: [UInt8]
    /// Offset of the first byte of each line; never empty.
    private let starts: [Int]
    private let scalars: ScalarCounts

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        var i = 0
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "\n")
                || (bytes[i] == UInt8(ascii: "\r") && !(i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: "\n")))
            {
                starts.append(i + 1)
            }
            i += 1
        }
        self.starts = starts
        scalars = ScalarCounts(bytes, in: 0..<bytes.count)
    }

    public var count: Int { starts.count }

    /// Line and column of a byte offset, both from 1. Columns count Unicode scalars, as editors do. Offsets past the
    /// end count as the end.
    public func position(of offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(offset, 0), bytes.count)
        let line = starts.partitioningIndex { $0 > offset }
        let start = textRange(ofLine: line).lowerBound
        return (line, scalars.count(before: max(offset, start)) - scalars.count(before: start) + 1)
    }

    /// Line and column of a byte offset, both from 1. Columns count bytes, including a byte-order mark.
    func bytePosition(of offset: Int) -> (line: Int, column: Int) {
        let line = position(of: offset).line
        return (line, min(max(offset, 0), bytes.count) - starts[line - 1] + 1)
    }

    /// The text of a line (from 1), without its end.
    public func text(ofLine line: Int) -> String {
        String(decoding: bytes[textRange(ofLine: line)], as: UTF8.self)
    }

    /// The bytes of a line (from 1), without its end and without a byte-order mark, which takes no column.
    func textRange(ofLine line: Int) -> ByteRange {
        guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
        var start = starts[line - 1]
        if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        var end = line < starts.count ? starts[line] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return min(start, end)..<end
    }

    /// A part of a line (from 1) that shows one of its columns.
    struct Excerpt {
        var text: String
        /// Column of the first scalar of the text, from 1.
        var firstColumn: Int
        var isCutAtEnd: Bool
    }

    /// At most `limit` scalars of a line; of a long one, those around the column.
    func excerpt(ofLine line: Int, around column: Int, limit: Int) -> Excerpt {
        let whole = textRange(ofLine: line)
        let first = column > limit - 20 ? column - limit / 2 : 1
        let before = scalars.count(before: whole.lowerBound)
        let start = min(scalars.offset(ofScalar: before + first - 1), whole.upperBound)
        let end = min(scalars.offset(ofScalar: before + first - 1 + limit), whole.upperBound)
        return Excerpt(
            text: String(decoding: bytes[start..<end], as: UTF8.self), firstColumn: first,
            isCutAtEnd: end < whole.upperBound)
    }

    /// Offset of the first byte of a line (from 1); the end of the text for lines past the last.
    public func start(ofLine line: Int) -> Int {
        line <= starts.count ? starts[max(line, 1) - 1] : bytes.count
    }
}
