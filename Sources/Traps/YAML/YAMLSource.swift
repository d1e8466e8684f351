package import Diagnostics
internal import Text

/// The YAML part of a file, and the way from Yams' marks back to bytes.
package struct YAMLSource {
    package let bytes: [UInt8]
    package let range: ByteRange
    package let path: String
    package let string: String
    /// Offset in the file of each line of the YAML part.
    package let lineStarts: [Int]
    private let scalars: ScalarCounts

    package init(bytes: [UInt8], range: ByteRange, path: String) {
        self.bytes = bytes
        self.range = range
        self.path = path
        string = String(decoding: bytes[range], as: UTF8.self)
        var starts = [range.lowerBound]
        for i in range where Self.isBreak(bytes, endingAt: i, before: range.upperBound) { starts.append(i + 1) }
        lineStarts = starts
        scalars = ScalarCounts(bytes, in: range)
    }

    /// Whether a line ends with this byte, as libyaml counts lines: at LF, CRLF, a lone CR, NEL, LS and PS.
    package static func isBreak(_ bytes: [UInt8], endingAt i: Int, before end: Int) -> Bool {
        switch bytes[i] {
        case 0x0A: true
        case 0x0D: i + 1 >= end || bytes[i + 1] != 0x0A
        case 0x85: i > 0 && bytes[i - 1] == 0xC2
        case 0xA8, 0xA9: i > 1 && bytes[i - 1] == 0x80 && bytes[i - 2] == 0xE2
        default: false
        }
    }

    /// Offset of a position that Yams names: line from 1, column from 1 in Unicode scalars.
    package func offset(line: Int, column: Int) -> Int {
        guard line >= 1, line <= lineStarts.count else { return range.upperBound }
        return scalars.offset(ofScalar: scalars.count(before: lineStarts[line - 1]) + max(column - 1, 0))
    }

    /// The bytes of a line (from 1) without its end.
    package func line(_ number: Int) -> ByteRange {
        guard number >= 1, number <= lineStarts.count else { return range.upperBound..<range.upperBound }
        let start = lineStarts[number - 1]
        guard number < lineStarts.count else { return start..<max(start, range.upperBound) }
        var end = lineStarts[number]
        switch bytes[end - 1] {
        case 0x85: end -= 2
        case 0xA8, 0xA9: end -= 3
        default: end -= end - 2 >= start && bytes[end - 1] == 0x0A && bytes[end - 2] == 0x0D ? 2 : 1
        }
        return start..<max(start, end)
    }

    package func lineNumber(of offset: Int) -> Int {
        max(lineStarts.partitioningIndex { $0 > offset }, 1)
    }

    /// The same text with spaces for some of its bytes.
    package func blanking(_ ranges: [ByteRange]) -> YAMLSource {
        var bytes = bytes
        for i in ranges.joined() { bytes[i] = UInt8(ascii: " ") }
        return YAMLSource(bytes: bytes, range: range, path: path)
    }

    package func text(_ range: ByteRange) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Where a scalar that starts at `start` ends, on its first line.
    package func scalarRange(from start: Int, text: String, quoted: Bool) -> ByteRange {
        let line = line(lineNumber(of: start))
        guard start < line.upperBound else { return start..<start }
        if !quoted {
            let end = start + text.utf8.count
            if end <= line.upperBound, bytes[start..<end].elementsEqual(text.utf8) { return start..<end }
            return start..<line.upperBound
        }
        let quote = bytes[start]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return start..<line.upperBound }
        var i = start + 1
        while i < line.upperBound {
            if bytes[i] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                i += 2
                continue
            }
            if bytes[i] == quote {
                // Between single quotes, two of them are one.
                guard quote == UInt8(ascii: "'"), i + 1 < line.upperBound, bytes[i + 1] == quote else { break }
                i += 1
            }
            i += 1
        }
        return start..<min(i + 1, line.upperBound)
    }
}
