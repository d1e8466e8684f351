internal import Diagnostics
internal import Text

/// Limits on the work that one body causes. cmark takes quadratic time on some texts; this keeps any file to seconds.
struct MarkdownLimits {
    /// Bytes of one body.
    var size = 2 << 20
    /// Columns before the last `>` or list marker that opens a line: no quote or list nests deeper than that, and for
    /// every blank line cmark visits every list around it.
    var depth = 200
    /// `[` between two blank lines or bullets. cmark 0.30 takes quadratic time for `![[]()`, repeated. A body of
    /// nothing but such paragraphs, as large as `size` allows, then takes a second.
    var brackets = 5_000

    /// How many times as large as a body the text with its tables and footnotes rewritten may be; 64 KiB more for small
    /// ones. A cell that a row lacks counts as ten bytes.
    static let growth = 8
    /// How deep footnotes may nest.
    static let footnoteDepth = 8
    /// How deep notes with indented bodies may nest.
    static let noteDepth = 16
    /// Bytes of a footnote's name.
    static let footnoteLabel = 1_000

    static let standard = MarkdownLimits()
    static let none = MarkdownLimits(size: .max, depth: .max, brackets: .max)

    /// Why the body is not read at all, or `nil`. One pass over the bytes.
    func problem(in bytes: [UInt8], from start: Int, path: String) -> Diagnostic? {
        if bytes.count - start > size {
            return MarkdownRules.tooLarge.at(
                start..<start, in: path, "The text has \(bytes.count - start) bytes; at most \(size) are published.",
                help: "Divide it into several pages.")
        }
        let deep = bytes.withUnsafeBufferPointer { bytes in
            Lines(bytes, from: start).lazy.map { ContainerPrefix(of: bytes, at: $0.line.lowerBound) }.first {
                $0.columns > depth
            }
        }
        return deep.map {
            tooDeep($0.start..<$0.end, path, "Quotes or lists are nested \(depth) columns deep or more here.")
        }
    }

    /// Why cmark does not get the rewritten text, or `nil`. A cell of a table counts as a paragraph.
    func problem(parsing text: Source, _ rewritten: Rewritten?, path: String) -> Diagnostic? {
        if let rewritten, rewritten.isTooLarge, size != .max {
            let end = rewritten.source(rewritten.bytes.count..<rewritten.bytes.count)
            return tooDeep(
                end, path, "Up to here there are thousands of nested tables or footnotes, or of missing cells.")
        }
        let line = text.bytes.withUnsafeBufferPointer { firstOfTooManyBrackets(in: $0, from: text.start) }
        return line.map {
            tooDeep(rewritten?.source($0) ?? $0, path, "There are more than \(brackets) `[` in one paragraph here.")
        }
    }

    private func firstOfTooManyBrackets(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> ByteRange? {
        // Few bodies contain that many, so usually this count is enough.
        guard bytes.count - start > brackets, bytes[start...].count(where: { $0 == UInt8(ascii: "[") }) > brackets
        else { return nil }
        var open = 0
        for (line, _) in Lines(bytes, from: start) {
            let prefix = ContainerPrefix(of: bytes, at: line.lowerBound)
            if prefix.startsBlock || prefix.isHeading { open = 0 }
            open += bytes[min(prefix.end, line.upperBound)..<line.upperBound].count { $0 == UInt8(ascii: "[") }
            if open > brackets { return line }
            if prefix.isHeading { open = 0 }
        }
        return nil
    }

    private func tooDeep(_ range: ByteRange, _ path: String, _ message: String) -> Diagnostic {
        MarkdownRules.tooDeep.at(
            range, in: path, message + " The text is not published.",
            help: "Divide it with blank lines, or use fewer levels.")
    }
}

/// The spaces, `>` and list markers that open a line.
private struct ContainerPrefix {
    let start: Int
    /// Before and including the last marker; 0 without one. A tab counts as four.
    var columns = 0
    /// The range of the last marker and the spaces after it, or of the spaces without one.
    var end: Int
    /// The line is blank, or a bullet indented by less than a code block starts it: either ends a paragraph.
    var startsBlock = false
    /// A heading of one line, which is a block of its own.
    var isHeading = false

    init(of bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
        self.start = start
        end = start
        var column = 0
        scan: while end < bytes.count {
            switch bytes[end] {
            case UInt8(ascii: " "): column += 1
            case UInt8(ascii: "\t"): column += 4
            case UInt8(ascii: ">"):
                column += 1
                columns = column
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
                guard Self.isSpace(bytes, end + 1) else { break scan }
                if columns == 0, column < 4, !Self.isSpace(bytes, end + 2) { startsBlock = true }
                column += 1
                columns = column
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard let width = Self.orderedMarker(bytes, end) else { break scan }
                column += width
                columns = column
                end += width - 1
            case UInt8(ascii: "#"):
                // Further in, it may be continued text.
                isHeading =
                    column - columns < 4 && (columns == 0 || bytes[end - 1] == UInt8(ascii: " "))
                    && Self.isSpace(bytes, end + 1)
                break scan
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                startsBlock = true
                break scan
            default: break scan
            }
            end += 1
        }
    }

    /// The length of `12.` or `12)` if a space follows.
    private static func orderedMarker(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var i = start
        while i < bytes.count, i < start + 9, bytes[i].isDigit { i += 1 }
        guard i < bytes.count, bytes[i] == UInt8(ascii: ".") || bytes[i] == UInt8(ascii: ")") else { return nil }
        return isSpace(bytes, i + 1) ? i + 1 - start : nil
    }

    private static func isSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        i >= bytes.count || bytes[i].isWhitespace
    }
}
