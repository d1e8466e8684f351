internal import Diagnostics
internal import Text

/// Follows CommonMark's blocks line by line, as far as it takes to tell where tables and footnotes are, and rewrites
/// the text without them (`Rewritten`).
///
/// The first of the two phases of CommonMark's "parsing strategy", with GitHub's rules for tables and footnotes, and
/// without a tree: only the open containers and the one leaf.
struct BlockScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var output: Rewritten
    var containers: [Container] = []
    var leaf = Leaf.none
    /// The last line of the open paragraph: it becomes the header if the next line is a delimiter row.
    var lastLine: ParagraphLine?

    struct Container {
        enum Kind: Equatable {
            case quote
            /// Lines that belong to the item are indented by this number of columns.
            case item(indent: Int)
            case footnote
            /// Lines that belong to the note are indented by this number of columns.
            case note(indent: Int)

            /// Its lines are written as those of a quote.
            var isRewritten: Bool {
                switch self {
                case .footnote, .note: true
                case .quote, .item: false
                }
            }

            var isNote: Bool { if case .note = self { true } else { false } }
        }

        let kind: Kind
        /// An item that began with a blank line and has nothing yet ends at the next.
        var hasContent = false
    }

    enum Leaf: Equatable {
        case none, paragraph, indentedCode
        case fence(mark: UInt8, length: Int)
        case html(HTMLBlock)
        case table
    }

    struct ParagraphLine {
        /// In the file, without indentation and end.
        let text: ByteRange
        /// Before its text in the output; before its line if it is bare.
        let start: Rewritten.Mark
        /// The text before its own cannot come before a cell.
        let isBare: Bool
    }

    /// The text from `start` on with its tables and footnotes rewritten; `nil` if there are none.
    static func rewrite(_ bytes: [UInt8], from start: Int, _ signs: BodySigns) -> Rewritten? {
        bytes.withUnsafeBufferPointer { bytes in
            guard !signs.isDisjoint(with: [.note, .footnote]) || mayHoldTable(bytes, from: start) else { return nil }
            var scanner = BlockScanner(bytes: bytes, output: Rewritten(start..<bytes.count))
            scanner.run(from: start)
            let output = scanner.output
            let isUntouched = output.tables.isEmpty && output.footnotes.isEmpty && output.notes.isEmpty
            return isUntouched && output.notesWithoutText.isEmpty ? nil : output
        }
    }

    /// Whether a line looks like a delimiter row.
    private static func mayHoldTable(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        Lines(bytes, from: start).contains { mayBeDelimiterRow(bytes, $0.line) }
    }

    /// Marks of quotes may precede it.
    private static func mayBeDelimiterRow(_ bytes: UnsafeBufferPointer<UInt8>, _ line: ByteRange) -> Bool {
        var hasDash = false
        var hasMark = false
        for byte in bytes[line] {
            guard Table.mayStand(byte) || byte == UInt8(ascii: ">") else { return false }
            hasDash = hasDash || byte == UInt8(ascii: "-")
            hasMark = hasMark || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ":")
        }
        return hasDash && hasMark
    }

    private mutating func run(from start: Int) {
        for (line, next) in Lines(bytes, from: start) where !output.isTooLarge { scan(line: line, next: next) }
    }
}
