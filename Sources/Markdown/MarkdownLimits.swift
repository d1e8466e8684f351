import Diagnostics

/// How much one body may ask of the parser. cmark takes quadratic time on some texts; this keeps any file to seconds.
struct MarkdownLimits {
    /// Bytes of one body.
    var size = 2 << 20
    /// Columns before the last `>` or list marker that opens a line: no quote or list nests deeper than that, and for
    /// every blank line cmark visits every list around it.
    var depth = 200
    /// `[` between two blank lines or bullets. cmark 0.30 takes quadratic time for `![[]()`, repeated. A body of
    /// nothing but such paragraphs, as large as `size` allows, then takes it a second.
    var brackets = 5_000

    static let standard = MarkdownLimits()
    static let none = MarkdownLimits(size: .max, depth: .max, brackets: .max)

    /// Why a text is not parsed whose tables and footnotes are far larger than it seems, or `nil`.
    func problem(in text: Rewritten, path: String) -> Diagnostic? {
        text.isTooLarge && self.size != .max ? tooDeep(
            text.source(text.bytes.count..<text.bytes.count), path, "The tables or footnotes up to here are nested, or lack cells, by the thousand.") : nil
    }

    /// Why the body is not parsed, or `nil`. One pass over the bytes.
    func problem(in bytes: [UInt8], from start: Int, path: String) -> Diagnostic? {
        if bytes.count - start > size {
            return MarkdownRules.tooLarge.at(
                start..<start, in: path, "The text has \(bytes.count - start) bytes; at most \(size) are published.",
                help: "Divide it into several pages.")
        }
        return bytes.withUnsafeBufferPointer { firstTooDeep(in: $0, from: start, path: path) }
    }

    private func firstTooDeep(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, path: String) -> Diagnostic? {
        var line = start
        var open = 0
        while line < bytes.count {
            let prefix = ContainerPrefix(of: bytes, at: line)
            if prefix.columns > depth {
                return tooDeep(line..<prefix.end, path, "Quotes or lists nest \(depth) columns deep or more here.")
            }
            if prefix.startsBlock { open = 0 }
            var end = prefix.end
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") {
                if bytes[end] == UInt8(ascii: "[") { open += 1 }
                end += 1
            }
            if open > brackets {
                return tooDeep(line..<end, path, "More than \(brackets) `[` stand in one paragraph here.")
            }
            line = end + 1
        }
        return nil
    }

    private func tooDeep(_ range: ByteRange, _ path: String, _ message: String) -> Diagnostic {
        MarkdownRules.tooDeep.at(
            range, in: path, message + " The text is not published.", help: "Divide it by blank lines, or nest less.")
    }
}

/// The spaces, `>` and list markers that open a line.
private struct ContainerPrefix {
    /// Before and with the last marker; 0 without one. A tab counts as four.
    var columns = 0
    /// Of the last marker and the spaces after it, or of the spaces without one.
    var end: Int
    /// The line is blank, or a bullet indented by less than a code block starts it: either ends a paragraph.
    var startsBlock = false

    init(of bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
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
        while i < bytes.count, i < start + 9, bytes[i] >= 0x30, bytes[i] <= 0x39 { i += 1 }
        guard i < bytes.count, bytes[i] == UInt8(ascii: ".") || bytes[i] == UInt8(ascii: ")") else { return nil }
        return isSpace(bytes, i + 1) ? i + 1 - start : nil
    }

    private static func isSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        i >= bytes.count || bytes[i] == 0x20 || (bytes[i] >= 0x09 && bytes[i] <= 0x0D)
    }
}
