import Diagnostics

/// Follows CommonMark's blocks line by line, as far as it takes to tell where tables and footnotes are, and writes the
/// text anew without them (`Rewritten`).
///
/// The first of the two phases of CommonMark's "parsing strategy", with GitHub's rules for tables and footnotes, and
/// without a tree: containers that are open, and the one leaf.
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
            /// Lines that belong to the item are indented by so many columns.
            case item(indent: Int)
            case footnote
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
        /// Before its text in the output; before its line if that is lazy.
        let start: Rewritten.Mark
        /// It lacks the marks of containers.
        let isLazy: Bool
    }

    /// The text from `start` on with its tables and footnotes rewritten; `nil` where there are none.
    static func rewrite(_ bytes: [UInt8], from start: Int) -> Rewritten? {
        bytes.withUnsafeBufferPointer { bytes in
            guard mayHoldAny(bytes, from: start) else { return nil }
            var scanner = BlockScanner(bytes: bytes, output: Rewritten(start..<bytes.count))
            scanner.run(from: start)
            return scanner.output.tables.isEmpty && scanner.output.footnotes.isEmpty ? nil : scanner.output
        }
    }

    /// Whether a line looks like a delimiter row, or a `[^` stands somewhere: most texts have neither.
    private static func mayHoldAny(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        var line = start
        while line < bytes.count {
            var i = line
            var hasDash = false
            var hasMark = false
            while i < bytes.count, Table.mayStand(bytes[i]) || bytes[i] == UInt8(ascii: ">") {
                hasDash = hasDash || bytes[i] == UInt8(ascii: "-")
                hasMark = hasMark || bytes[i] == UInt8(ascii: "|") || bytes[i] == UInt8(ascii: ":")
                i += 1
            }
            let isEnd = i == bytes.count || bytes[i] == UInt8(ascii: "\n") || bytes[i] == UInt8(ascii: "\r")
            if isEnd, hasDash, hasMark { return true }
            while i < bytes.count, bytes[i] != UInt8(ascii: "\n"), bytes[i] != UInt8(ascii: "\r") {
                if bytes[i] == UInt8(ascii: "["), i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "^") { return true }
                i += 1
            }
            line = i + 1
        }
        return false
    }

    private mutating func run(from start: Int) {
        var i = start
        while i < bytes.count, !output.isTooLarge {
            var end = i
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
            var next = min(end + 1, bytes.count)
            if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\r"), bytes[end + 1] == UInt8(ascii: "\n") { next += 1 }
            scan(line: i..<end, next: next)
            i = next
        }
    }
}
