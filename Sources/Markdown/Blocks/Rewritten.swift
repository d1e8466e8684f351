internal import Diagnostics
internal import Text

/// A text in which cmark, which knows CommonMark only, finds what a table or footnote holds.
///
/// - Every cell of a table is a heading of level 1 on a line of its own: `# cell #`. A heading needs no blank line
///   before or after it, ends no list, takes any text except a line end, and sees the definitions of the whole page.
/// - A footnote is a quote: its lines begin with `> ` instead of four columns. An empty heading before it keeps it from
///   joining another quote.
/// - A note whose body is indented (`IndentedNote`) is a quote in the same way, and its title a heading in it.
///
/// All other lines stay as they are, so the offset of any byte in the file is known.
struct Rewritten {
    private(set) var bytes: [UInt8] = []
    private(set) var tables: [Table] = []
    private(set) var footnotes: [Footnote] = []
    /// By line, from 1: headings that stand for something else.
    private(set) var headings: [Int: Heading] = [:]
    /// By the line, from 1, on which its quote begins: index into `footnotes`.
    private(set) var quotes: [Int: Int] = [:]

    /// By the line, from 1, on which its quote begins.
    private(set) var notes: [Int: IndentedNote] = [:]

    /// Lines of the file that would begin a note if its text followed.
    private(set) var notesWithoutText: [ByteRange] = []

    /// Cells in the file without a column, a row at a time.
    private(set) var cellsLeftOut: [(range: ByteRange, columns: Int)] = []

    enum Heading {
        case cell(TableCell)
        /// The title of a note.
        case note(IndentedNote)
        /// Comes before a footnote or note.
        case separator
    }

    struct Footnote {
        let label: FootnoteLabel
        /// Of `[^label]` in the file.
        let range: ByteRange
    }

    /// The line that is being written, from 1.
    private var line = 1
    private var pieces: [Piece] = []
    /// The maximum size of this text, in bytes.
    private let limit: Int
    /// Bytes of the file.
    private let end: Int
    /// Cells that rows lack and that are written anyway.
    private var missingCells = 0

    private struct Piece {
        /// In `bytes`.
        let start: Int
        /// The same offset in the file.
        let source: Int
    }

    /// - Parameter range: of the body in the file.
    init(_ range: ByteRange) {
        // Marks of cells and quotes take less than the text itself, unless the text is malicious.
        limit = MarkdownLimits.growth * range.count + 65_536
        end = range.upperBound
        bytes.reserveCapacity(range.count + range.count / 2)
    }

    /// Far larger than its text: quotes around wide tables, or thousands of rows that lack hundreds of cells.
    var isTooLarge: Bool { bytes.count + 10 * missingCells > limit }

    /// The range in the file of a range of `bytes`.
    func source(_ range: ByteRange) -> ByteRange {
        let start = source(range.lowerBound)
        // The end is that of the last byte: the bytes after it may come from elsewhere.
        let last = range.isEmpty ? start : min(source(range.upperBound - 1) + 1, end)
        return start..<max(start, last)
    }

    private func source(_ offset: Int) -> Int {
        let next = pieces.partitioningIndex { $0.start > offset }
        guard next > 0 else { return pieces.first?.source ?? 0 }
        let piece = pieces[next - 1]
        // Inserted marks count as the byte that follows them.
        return min(piece.source + offset - piece.start, next < pieces.count ? pieces[next].source : end)
    }
}

extension Rewritten {
    /// Where a line began, for removing it.
    struct Mark {
        fileprivate let count: Int
        fileprivate let pieces: Int
        fileprivate let line: Int
    }

    var mark: Mark { Mark(count: bytes.count, pieces: pieces.count, line: line) }

    /// Removes what was written since.
    mutating func goBack(to mark: Mark) {
        bytes.removeLast(bytes.count - mark.count)
        pieces.removeLast(pieces.count - mark.pieces)
        line = mark.line
    }

    /// Writes bytes of the file.
    mutating func copy(_ range: ByteRange, of source: UnsafeBufferPointer<UInt8>) {
        if let last = pieces.last, bytes.count - last.start == range.lowerBound - last.source {
            // Continues the last piece.
        } else {
            pieces.append(Piece(start: bytes.count, source: range.lowerBound))
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[range]))
    }

    mutating func put(_ text: StaticString) { bytes.append(text) }

    mutating func put(spaces count: Int) { bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count)) }

    /// Counts a line whose end was written.
    mutating func endLine() { line += 1 }

    mutating func add(_ table: Table) { tables.append(table) }

    mutating func leaveOut(_ cells: ByteRange) {
        cellsLeftOut.append((cells, tables[tables.count - 1].alignments.count))
    }

    /// - Parameter cells: how many are written.
    mutating func addRow(cells: Int) {
        let table = tables.count - 1
        tables[table].rowCount += 1
        missingCells += tables[table].alignments.count - cells
    }

    /// Writes a cell as a line, after the marks for the containers around it. `\|` becomes `|`.
    mutating func putCell(_ cell: TableCell, _ range: ByteRange, of source: UnsafeBufferPointer<UInt8>) {
        headings[line] = .cell(cell)
        put("# ")
        var start = range.lowerBound
        for i in range
        where source[i] == UInt8(ascii: "\\") && i + 1 < range.upperBound && source[i + 1] == UInt8(ascii: "|") {
            copy(start..<i, of: source)
            start = i + 1
        }
        copy(start..<range.upperBound, of: source)
        put(" #\n")
        line += 1
    }

    mutating func putSeparator() {
        headings[line] = .separator
        put("# #\n")
        line += 1
    }

    /// Writes the title of a note whose quote begins on this line.
    mutating func beginNote(_ note: IndentedNote, of source: UnsafeBufferPointer<UInt8>) {
        notes[line] = note
        headings[line] = .note(note)
        put("# ")
        if let title = note.title { copy(title, of: source) }
        put(" #\n")
        line += 1
    }

    mutating func noteLacksText(_ line: ByteRange) { notesWithoutText.append(line) }

    /// The quote of a footnote begins on this line.
    mutating func beginFootnote(_ label: FootnoteLabel, _ range: ByteRange) {
        quotes[line] = footnotes.count
        footnotes.append(Footnote(label: label, range: range))
    }
}
