/// Where the lines of a text start, so that a byte offset can be shown as line and column.
///
/// Lines end at `\n`, `\r\n` or a lone `\r`. Made only for files that have something to report.
public struct LineIndex: Sendable {
    private let bytes: [UInt8]
    /// Offset of the first byte of each line; never empty.
    private let starts: [Int]

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        var i = 0
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "\n") || (bytes[i] == UInt8(ascii: "\r") && !(i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: "\n"))) {
                starts.append(i + 1)
            }
            i += 1
        }
        self.starts = starts
    }

    public var count: Int { starts.count }

    /// Line and column of a byte offset, both from 1. Columns count Unicode scalars, as editors do. Offsets past the
    /// end are taken as the end.
    public func position(of offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(offset, 0), bytes.count)
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        // A byte-order mark takes no column.
        var start = starts[low]
        if low == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, offset) }
        let scalars = bytes[start..<max(offset, start)].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return (low + 1, scalars + 1)
    }

    /// The text of a line (from 1), without its end.
    public func text(ofLine line: Int) -> String {
        guard line >= 1, line <= starts.count else { return "" }
        var start = starts[line - 1]
        if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        var end = line < starts.count ? starts[line] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return String(decoding: bytes[min(start, end)..<end], as: UTF8.self)
    }

    /// Offset of the first byte of a line (from 1); the end of the text for lines past the last.
    public func start(ofLine line: Int) -> Int {
        line <= starts.count ? starts[max(line, 1) - 1] : bytes.count
    }
}
