public import Diagnostics
internal import Text
internal import Traps

/// Spreadsheet: rows of a sheet ↔ facts of communities.
///
/// Reads comma-separated values (RFC 4180), says what has to change in which file, and writes a site's communities as
/// rows. Pure: the caller reads and writes files on a disk. It must not know how pages look.
///
///     let sheet = try Sheet(bytes, path: "communities.csv")
///     let plan = SheetImport(sheet, into: site, options)
///
/// One sheet: a header, then rows with a cell for each of its columns.
public struct Sheet: Sendable {
    /// What a sheet may hold; far above what a map of communities needs.
    private static let maximumSize = 8 << 20, maximumRows = 20_000, maximumColumns = 200

    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    /// As the user named it.
    public let path: String
    public let bytes: [UInt8]
    /// The headings, each in one line: the cells of the first row, unless another row names the columns (`headed`).
    public private(set) var header: [String]
    /// Below the header; each with as many cells as it has, without white space around them. A row of nothing but empty
    /// cells has none.
    public private(set) var rows: [[String]]
    /// How many rows are above the header.
    private(set) var headerRow: Int
    /// Whether it was read as Windows-1252, because it is not UTF-8.
    let isLegacy: Bool
    /// Every row from the first one on.
    let all: [[String]]
    /// Of every row and every cell.
    private let ranges: [[ByteRange]]

    /// - Throws: `Failure` when this is not such a sheet.
    public init(_ bytes: [UInt8], path: String) throws(Failure) {
        self.path = path
        if bytes.count > Self.maximumSize {
            throw Failure(description: "`\(path)` is larger than \(Self.maximumSize >> 20) MiB: is it the right file?")
        }
        if let workbook = Workbook(bytes) { throw Failure(description: "`\(path)` \(workbook.advice)") }
        let bad = UTF8Check.firstInvalidByte(in: bytes)
        isLegacy = bad != nil
        guard let bytes = bad == nil ? bytes : LegacyText.utf8(of: bytes) else {
            throw Failure(
                description:
                    "`\(path)`, line \(LineIndex(bytes).position(of: bad!).line): this is not UTF-8 text. Save the "
                    + "sheet as “CSV UTF-8” in your spreadsheet program."
            )
        }
        self.bytes = bytes
        let cells: [[SheetReader.Cell]]
        do throws(SheetReader.Fault) { cells = try Self.cells(of: bytes) } catch {
            throw Failure(description: Self.message(of: error, in: bytes, path: path))
        }
        let filled = cells.count { !$0.isEmpty }
        if filled == 0 { throw Failure(description: "`\(path)` is empty: its first row names the columns.") }
        if filled > Self.maximumRows + 1 {
            throw Failure(description: "`\(path)` has more than \(Self.maximumRows) rows.")
        }
        all = cells.map { $0.map { Self.unguarded($0.text) } }
        ranges = cells.map { $0.map(\.range) }
        headerRow = cells.firstIndex { !$0.isEmpty } ?? 0
        header = all[headerRow].map(Self.oneLine)
        rows = Array(all[(headerRow + 1)...])
    }

    /// The same with another row as its header; what is above it does not count as rows.
    func headed(by row: Int) -> Sheet {
        var sheet = self
        sheet.headerRow = row
        sheet.header = all[row].map(Self.oneLine)
        sheet.rows = Array(all[(row + 1)...])
        return sheet
    }

    /// All rows, or one more than there may be. Those without any text have no cells: there may be millions of them.
    private static func cells(of bytes: [UInt8]) throws(SheetReader.Fault) -> [[SheetReader.Cell]] {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var reader = SheetReader(bytes, from: start, maximumColumns: maximumColumns)
        var rows: [[SheetReader.Cell]] = []
        var filled = 0
        while filled <= maximumRows + 1, let row = try reader.row() {
            let isEmpty = row.allSatisfy(\.text.isEmpty)
            rows.append(isEmpty ? [] : row)
            if !isEmpty { filled += 1 }
        }
        return rows
    }

    private static func message(of fault: SheetReader.Fault, in bytes: [UInt8], path: String) -> String {
        let lines = LineIndex(bytes)
        func line(_ offset: Int) -> String { "`\(path)`, line \(lines.position(of: offset).line)" }
        func unreadable(_ offset: Int, _ reason: String) -> String {
            "\(line(offset)), column \(lines.position(of: offset).column): this cannot be read as a sheet, because "
                + "\(reason). Put a cell that holds a quotation mark in quotation marks, and write the one within it "
                + "twice: \"the \"\"first\"\" meeting\"."
        }
        return switch fault {
        case .openQuote(let offset):
            "\(line(offset)): the quotation mark that opens here is never closed, so that all below would be one cell."
        case .quoteWithin(let offset):
            unreadable(offset, "a quotation mark is within a cell that does not begin with one")
        case .behindQuote(let offset):
            unreadable(offset, "the quotation mark before this closes the cell, and the cell goes on")
        case .joined(let offset):
            "\(line(offset)): there is an invisible character beside a separator or a quotation mark. Type the "
                + "cell again."
        case .tooWide(let offset): "\(line(offset)): more than \(maximumColumns) columns."
        }
    }

    /// Where a cell is; all of its row when `column` is `nil`. Rows count from 0, without the header.
    public func range(row: Int, column: Int?) -> ByteRange {
        let row = row + headerRow + 1
        guard ranges.indices.contains(row), let first = ranges[row].first, let last = ranges[row].last
        else { return 0..<0 }
        guard let column, ranges[row].indices.contains(column) else { return first.lowerBound..<last.upperBound }
        return ranges[row][column]
    }

    public func range(ofHeader column: Int) -> ByteRange { range(row: -1, column: column) }

    /// As spreadsheet programs count rows, from 1; the header is -1.
    func number(ofRow row: Int) -> Int { headerRow + row + 2 }

    /// As spreadsheet programs name columns: A to Z, then AA.
    static func letters(ofColumn column: Int) -> String {
        var (letters, rest) = ("", column)
        repeat {
            letters = String(Unicode.Scalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }

    /// Without white space around it; its lines end in one way, and terminal control characters are removed.
    static func trimmed(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 9 || $0 == 10 }
        return String((isPlain ? text : cleaned(text))[...].withoutBlankEnds)
    }

    /// With a space for each run of white space: people break the lines of a heading.
    static func oneLine(_ text: String) -> String { text.split { $0.isWhitespace }.joined(separator: " ") }

    private static func cleaned(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        for scalar in lines.unicodeScalars
        where scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control { out.append(scalar) }
        return String(out)
    }

    // MARK: Formulas

    /// Signs with which spreadsheet programs begin to compute (OWASP, CSV injection).
    private static let starts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]

    /// A cell that no program takes for a formula.
    static func guarded(_ text: String) -> String {
        text.unicodeScalars.first.map { starts.contains($0) || $0 == "'" } ?? false ? "'" + text : text
    }

    private static func unguarded(_ text: String) -> String {
        guard text.first == "'", let second = text.unicodeScalars.dropFirst().first,
            starts.contains(second) || second == "'"
        else { return text }
        return String(text.dropFirst())
    }

    // MARK: Lists

    /// `a; b`: items without white space around them. A semicolon that is part of an item is written `\;`.
    static func items(_ cell: String) -> [String] {
        if !cell.utf8.contains(UInt8(ascii: ";")) {
            let item = trimmed(cell)
            return item.isEmpty ? [] : [item]
        }
        var items: [[UInt8]] = [[]]
        for byte in cell.utf8 {
            if byte != UInt8(ascii: ";") {
                items[items.count - 1].append(byte)
            } else if items[items.count - 1].last == UInt8(ascii: "\\") {
                items[items.count - 1][items[items.count - 1].count - 1] = byte
            } else {
                items.append([])
            }
        }
        return items.map { trimmed(String(decoding: $0, as: UTF8.self)) }.filter { !$0.isEmpty }
    }

    static func cell(_ items: [String]) -> String {
        items.map { $0.utf8.contains(UInt8(ascii: ";")) ? $0.replacing(";", with: "\\;") : $0 }.joined(separator: "; ")
    }
}
