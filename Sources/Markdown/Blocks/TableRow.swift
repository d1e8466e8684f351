internal import Diagnostics

/// A line of a table by GitHub's rules (spec of GitHub Flavored Markdown 0.29, 4.10): cells between `|`, those at the
/// ends optional; `\|` is part of a cell, in code too.
struct TableRow {
    /// Where each cell is in the file, without the spaces around it. Empty cells have empty ranges.
    private(set) var cells: [ByteRange] = []

    /// `nil` if the line has no cell: it is blank or a single `|`.
    ///
    /// - Parameter range: a line without its indentation and end.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1].isSpaceOrTab { end -= 1 }
        var start = range.lowerBound
        if start < end, bytes[start] == UInt8(ascii: "|") { start += 1 }
        var i = start
        while i < end {
            if bytes[i] == UInt8(ascii: "|"), bytes[i - (i > range.lowerBound ? 1 : 0)] != UInt8(ascii: "\\") {
                cells.append(Self.trimmed(bytes, start..<i))
                start = i + 1
            }
            i += 1
        }
        if start < end { cells.append(Self.trimmed(bytes, start..<end)) }
        if cells.isEmpty { return nil }
    }

    private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) -> ByteRange {
        var range = range
        while let first = range.first, bytes[first].isSpaceOrTab { range = first + 1..<range.upperBound }
        while let last = range.last, bytes[last].isSpaceOrTab { range = range.lowerBound..<last }
        return range
    }
}

/// The columns of a table and how many rows it has.
struct Table {
    enum Alignment: String {
        case left, center, right
    }

    /// One for each column.
    let alignments: [Alignment?]
    /// Of the body; the header is row 0.
    var rowCount = 0

    /// From a delimiter row such as `| --- | :-: |`; `nil` if the line is not one.
    init?(delimiters bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) {
        guard bytes[range].contains(UInt8(ascii: "-")), bytes[range].allSatisfy(Self.mayStand),
            let row = TableRow(bytes, range)
        else { return nil }
        var found: [Alignment?] = []
        for cell in row.cells {
            let dashes = bytes[cell].drop { $0 == UInt8(ascii: ":") }.prefix { $0 == UInt8(ascii: "-") }
            let before = dashes.startIndex - cell.lowerBound
            let after = cell.upperBound - dashes.endIndex
            guard !dashes.isEmpty, before <= 1, after <= 1, after == 0 || bytes[dashes.endIndex] == UInt8(ascii: ":")
            else { return nil }
            found.append(before == 1 ? (after == 1 ? .center : .left) : after == 1 ? .right : nil)
        }
        alignments = found
    }

    static func mayStand(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte.isSpaceOrTab
    }
}

/// A cell of a table: its text is a line of its own in the rewritten text.
struct TableCell {
    /// Index into `Rewritten.tables`.
    let table: Int
    /// 0 for the header.
    let row: Int
    let column: Int
    /// No cell of its row is written after it.
    let isLast: Bool
}
