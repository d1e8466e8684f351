public import Diagnostics
internal import SwiftCSV
internal import Text

/// Spreadsheet: rows of a sheet ↔ facts of communities.
///
/// Reads comma-separated values (RFC 4180), says what has to change in which file, and writes a site's communities as
/// rows. Pure: whoever has files on a disk reads and writes them. It must not know how pages look.
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
    /// As they are written.
    public let header: [String]
    /// Without the header; each with as many cells as it has, and without white space around them.
    public let rows: [[String]]
    /// Of every row, the header first, and every cell; empty when the rows are not those that were read.
    private let places: [[ByteRange]]

    /// - Throws: `Failure` when this is no such sheet.
    public init(_ bytes: [UInt8], path: String) throws(Failure) {
        self.path = path
        self.bytes = bytes
        if bytes.count > Self.maximumSize {
            throw Failure(description: "`\(path)` is larger than \(Self.maximumSize >> 20) MiB: is it the right file?")
        }
        if bytes.starts(with: [0x50, 0x4B]) {
            throw Failure(
                description: "`\(path)` is a workbook. Save the sheet as “CSV UTF-8” in your spreadsheet program.")
        }
        if let bad = UTF8Check.firstInvalidByte(in: bytes) {
            throw Failure(
                description:
                    "`\(path)`, line \(LineIndex(bytes).position(of: bad).line): this is not UTF-8 text. Save the "
                    + "sheet as “CSV UTF-8” in your spreadsheet program."
            )
        }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let places = CellPlaces(bytes, from: start)
        func line(_ offset: Int) -> Int { LineIndex(bytes).position(of: offset).line }
        if let open = places.openQuote {
            throw Failure(
                description:
                    "`\(path)`, line \(line(open)): the quotation mark that opens here is never closed, so that all "
                    + "below would be one cell."
            )
        }
        if let wide = places.rows.first(where: { $0.count > Self.maximumColumns }) {
            throw Failure(
                description: "`\(path)`, line \(line(wide[0].lowerBound)): more than \(Self.maximumColumns) columns.")
        }
        let filled = places.rows.count { row in row.contains { !$0.isEmpty } }
        if filled > Self.maximumRows + 1 {
            throw Failure(description: "`\(path)` has more than \(Self.maximumRows) rows.")
        }
        let all: [[String]]
        do {
            let csv = try CSV<Enumerated>(
                string: String(decoding: bytes[start...], as: UTF8.self),
                delimiter: .character(Character(UnicodeScalar(places.delimiter))), loadColumns: false)
            all = [csv.header] + csv.rows
        } catch {
            throw Failure(
                description:
                    "`\(path)` cannot be read as a sheet. A quotation mark within a cell is written twice, and the "
                    + "cell stands in quotation marks: \"the \"\"first\"\" meeting\"."
            )
        }
        guard let header = all.first, header.contains(where: { !$0.isEmpty }) else {
            throw Failure(description: "`\(path)` is empty: its first row names the columns.")
        }
        self.header = header.map(Self.trimmed)
        rows = all.dropFirst().map { $0.map { Self.unguarded(Self.trimmed($0)) } }
        self.places = places.rows.count == all.count ? places.rows : []
        for (row, cells) in zip(places.rows, all) where places.rows.count == all.count {
            for (place, cell) in zip(row, cells) where Self.trimmed(Self.written(bytes[place])) != Self.trimmed(cell) {
                throw Failure(
                    description:
                        "`\(path)`, line \(line(place.lowerBound)): a sign that nobody sees stands beside a "
                        + "separator or a quotation mark here. Type the cell again."
                )
            }
        }
    }

    /// Where a cell stands; all of its row when `column` is `nil`. Rows count from 0, without the header.
    public func range(row: Int, column: Int?) -> ByteRange {
        guard places.indices.contains(row + 1), let first = places[row + 1].first, let last = places[row + 1].last
        else { return 0..<0 }
        guard let column, places[row + 1].indices.contains(column) else { return first.lowerBound..<last.upperBound }
        return places[row + 1][column]
    }

    public func range(ofHeader column: Int) -> ByteRange { range(row: -1, column: column) }

    /// What the bytes of a cell say.
    private static func written(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
        let bare = String(
            String.UnicodeScalarView(
                text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed()))
        guard bare.utf8.first == UInt8(ascii: "\""), bare.utf8.last == UInt8(ascii: "\""), bare.utf8.count > 1 else {
            return bare
        }
        let inner = String(decoding: bare.utf8.dropFirst().dropLast(), as: UTF8.self)
        return inner.replacing("\"\"", with: "\"")
    }

    /// How many cells a row has in the file; rows count from 0, without the header.
    func cellCount(row: Int) -> Int { places.indices.contains(row + 1) ? places[row + 1].count : rows[row].count }

    /// Without white space around it; its lines end in one way, and what drives terminals is gone.
    static func trimmed(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 9 || $0 == 10 }
        return bareEnds(isPlain ? text : cleaned(text))
    }

    private static func cleaned(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        for scalar in lines.unicodeScalars
        where scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control { out.append(scalar) }
        return String(out)
    }

    private static func bareEnds(_ text: String) -> String {
        func isBlank(_ character: Character) -> Bool {
            character.isWhitespace || character.unicodeScalars.allSatisfy { InvisibleCharacter($0) != nil }
        }
        return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
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
        cell.replacing("\\;", with: "\u{1}").split(separator: ";").map {
            trimmed(String($0).replacing("\u{1}", with: ";"))
        }.filter { !$0.isEmpty }
    }

    static func cell(_ items: [String]) -> String {
        items.map { $0.replacing(";", with: "\\;") }.joined(separator: "; ")
    }
}

/// Where the cells of a sheet stand. What they say is read elsewhere.
struct CellPlaces {
    let delimiter: UInt8
    private(set) var rows: [[ByteRange]] = []
    /// Where a quotation mark stands that nothing closes.
    private(set) var openQuote: Int?

    init(_ bytes: [UInt8], from start: Int) {
        delimiter = Self.delimiter(of: bytes[start...])
        var row: [ByteRange] = []
        var cell = start
        var isQuoted = false
        var quote = start
        var i = start
        func isEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }
        while i < bytes.count {
            let byte = bytes[i]
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
                if isQuoted { quote = i }
            } else if !isQuoted, byte == delimiter {
                row.append(cell..<i)
                cell = i + 1
            } else if !isQuoted, isEnd(byte) {
                rows.append(row + [cell..<i])
                row = []
                if byte == 13, i + 1 < bytes.count, bytes[i + 1] == 10 { i += 1 }
                cell = i + 1
            }
            i += 1
        }
        if cell < bytes.count || !row.isEmpty { rows.append(row + [cell..<bytes.count]) }
        if isQuoted { openQuote = quote }
    }

    /// That of the separators which the first line has most of; spreadsheet programs write semicolons where a comma is
    /// part of numbers.
    private static func delimiter(of bytes: ArraySlice<UInt8>) -> UInt8 {
        var isQuoted = false
        let line = bytes.prefix { $0 != 10 && $0 != 13 }.filter { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return !isQuoted
        }
        let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        return separators.max { a, b in line.count { $0 == a } < line.count { $0 == b } }!
    }
}
