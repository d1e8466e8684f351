internal import Diagnostics
internal import Text

/// The bytes of a file by line, counted from where the body begins. Lines are found when the first is requested: most
/// bodies need no positions.
struct Source {
    let bytes: [UInt8]
    /// Where the body begins.
    let start: Int
    /// Offsets in the file of the body's lines; empty until needed.
    private var starts: [Int] = []

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        self.start = start
    }

    /// Offset of the first byte of a line (from 1); of the nearest line there is for another number.
    mutating func lineStart(_ line: Int) -> Int {
        if starts.isEmpty { findLines() }
        return starts[min(max(line, 1), starts.count) - 1]
    }

    /// A line (from 1) without its end.
    mutating func line(_ line: Int) -> ByteRange {
        let first = lineStart(line)
        var last = line >= 1 && line < starts.count ? starts[line] : bytes.count
        while last > first, bytes[last - 1] == 0x0A || bytes[last - 1] == 0x0D { last -= 1 }
        return first..<last
    }

    /// The byte at an offset; 0 outside the body.
    func byte(_ offset: Int) -> UInt8 {
        offset >= start && offset < bytes.count ? bytes[offset] : 0
    }

    func has(_ text: some Collection<UInt8>, at offset: Int) -> Bool {
        offset >= start && offset <= bytes.count && bytes[offset...].starts(with: text)
    }

    /// Where `text` is first within a range; `nil` for an empty text. Linear: for a long text, its beginning is
    /// searched for, and only some ranges are compared with all of it.
    func find(_ text: some Collection<UInt8>, in range: ByteRange) -> ByteRange? {
        let beginning = Array(text.prefix(32))
        guard let first = beginning.first else { return nil }
        let count = text.count
        let end = min(range.upperBound, bytes.count)
        var tries = 16
        var i = max(range.lowerBound, start)
        while i + count <= end, tries > 0 {
            if bytes[i] == first, has(beginning, at: i) {
                if count == beginning.count || has(text, at: i) { return i..<i + count }
                tries -= 1
            }
            i += 1
        }
        return nil
    }

    private mutating func findLines() {
        starts = [start]
        bytes.withUnsafeBufferPointer { bytes in
            for (line, next) in Lines(bytes, from: start) where next > line.upperBound { starts.append(next) }
        }
    }
}
