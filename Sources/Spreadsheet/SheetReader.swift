internal import Diagnostics

/// Reads the cells of a sheet (RFC 4180), in one pass over its bytes.
///
/// A cell is bare, and then holds no quotation mark; or it is in quotation marks as a whole, and each one within it is
/// written twice. Blanks around it are ignored. Everything else is a fault: a cell that is misread moves all that
/// follow it. Rows end at `\n`, `\r\n` or a lone `\r`; other signs that break lines are text.
struct SheetReader {
    struct Cell {
        /// As `Sheet.trimmed` leaves it.
        let text: String
        /// From one separator to the next, with quotation marks and blanks.
        let range: ByteRange
    }

    enum Fault: Error {
        /// A quotation mark that nothing closes.
        case openQuote(Int)
        /// A quotation mark in a cell that does not begin with one.
        case quoteWithin(Int)
        /// Text after the quotation mark that closes a cell.
        case behindQuote(Int)
        /// A sign that joins the separator, quotation mark or blank before it, as a joiner or an accent does.
        case joined(Int)
        /// A row with more cells than a sheet may have; its first byte.
        case tooWide(Int)
    }

    private static let quote = UInt8(ascii: "\"")

    private let bytes: [UInt8]
    private let delimiter: UInt8
    private let maximumColumns: Int
    /// The next byte to read.
    private var at: Int

    /// - Parameter start: after a byte-order mark.
    init(_ bytes: [UInt8], from start: Int, maximumColumns: Int) {
        self.bytes = bytes
        self.maximumColumns = maximumColumns
        (delimiter, at) = Self.stated(bytes[start...]) ?? (Self.delimiter(of: bytes[start...]), start)
    }

    /// `sep=;` in a line of its own, which tells Excel the separator: that, and where the sheet begins.
    private static func stated(_ bytes: ArraySlice<UInt8>) -> (delimiter: UInt8, start: Int)? {
        guard bytes.starts(with: "sep=".utf8), let sign = bytes.dropFirst(4).first, [44, 59, 9, 124].contains(sign),
            let end = bytes.dropFirst(5).first, end == 10 || end == 13
        else { return nil }
        let isPair = end == 13 && bytes.dropFirst(6).first == 10
        return (sign, bytes.startIndex + (isPair ? 7 : 6))
    }

    /// The next row; `nil` at the end. A last line of blanks without a line end is not a row.
    mutating func row() throws(Fault) -> [Cell]? {
        guard at < bytes.count else { return nil }
        let start = at
        var cells = [try cell()]
        while at < bytes.count, bytes[at] == delimiter {
            if cells.count == maximumColumns { throw .tooWide(start) }
            at += 1
            cells.append(try cell())
        }
        if at == bytes.count { return cells.count == 1 && cells[0].text.isEmpty ? nil : cells }
        at += bytes[at] == 13 && at + 1 < bytes.count && bytes[at + 1] == 10 ? 2 : 1
        return cells
    }

    private mutating func cell() throws(Fault) -> Cell {
        let start = at
        try skipBlanks()
        skip { $0 != Self.quote }
        let before = text(bytes[start..<at])
        guard at < bytes.count, bytes[at] == Self.quote else { return Cell(text: before, range: start..<at) }
        if !before.isEmpty { throw .quoteWithin(at) }
        let quoted = try quotedText()
        let end = at
        try skipBlanks()
        let behind = at
        skip { _ in true }
        if !text(bytes[end..<at]).isEmpty { throw .behindQuote(behind) }
        return Cell(text: quoted, range: start..<at)
    }

    /// From a quotation mark to just after the one that closes it.
    private mutating func quotedText() throws(Fault) -> String {
        let open = at
        at += 1
        try refuseJoined()
        var inner: [UInt8] = []
        while at < bytes.count {
            if bytes[at] == Self.quote {
                at += 1
                guard at < bytes.count, bytes[at] == Self.quote else { return text(inner[...]) }
            }
            inner.append(bytes[at])
            at += 1
        }
        throw .openQuote(open)
    }

    /// To the end of the cell, or the first byte that is not wanted.
    private mutating func skip(while isWanted: (UInt8) -> Bool) {
        while at < bytes.count, bytes[at] != delimiter, bytes[at] != 10, bytes[at] != 13, isWanted(bytes[at]) {
            at += 1
        }
    }

    private mutating func skipBlanks() throws(Fault) {
        skip { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        try refuseJoined()
    }

    /// People see the two as one sign, so nobody can know what it is part of.
    private func refuseJoined() throws(Fault) {
        guard at > 0, at < bytes.count, bytes[at] >= 0x80, bytes[at - 1] < 0x80 else { return }
        let end = bytes[(at + 1)...].firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.count
        if String(decoding: bytes[(at - 1)..<end], as: UTF8.self).count == 1 { throw .joined(at) }
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String { Sheet.trimmed(String(decoding: bytes, as: UTF8.self)) }

    /// How many rows are looked at to find the separator.
    private static let sample = 20

    /// That of the separators which gives the most rows as many cells as the first one; of equals the one that the
    /// first row has most of. Spreadsheet programs write semicolons where a comma is part of numbers, and a heading may
    /// have commas in it.
    private static func delimiter(of bytes: ArraySlice<UInt8>) -> UInt8 {
        let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), 9, UInt8(ascii: "|")]
        let none = separators.map { _ in 0 }
        var rows = [none]
        var isQuoted = false
        for byte in bytes {
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 10 || byte == 13 {
                if rows.count == sample { break }
                rows.append(none)
            } else if let index = separators.firstIndex(of: byte) {
                rows[rows.count - 1][index] += 1
            }
        }
        // Lines of nothing, such as the second half of \r\n, say nothing.
        let others = rows.dropFirst().filter { $0 != none }
        func worth(_ index: Int) -> (Int, Int) {
            let count = rows[0][index]
            return count == 0 ? (0, 0) : (1 + others.count { $0[index] == count }, count)
        }
        return separators[separators.indices.max { worth($0) < worth($1) }!]
    }
}
