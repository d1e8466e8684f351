package import Diagnostics
internal import Text

/// A table whose line of hyphens is missing, does not have as many cells as the first line, is above it, or is made of
/// other characters. All of it is then shown as running text.
package enum BrokenTable {
    /// Lines that one help shows, and cells of a row.
    private static let mostLines = 50, mostCells = 100

    /// - Parameters:
    ///   - range: of the lines in the file, from the first byte of their text on.
    ///   - isHeading: cmark takes the first two lines for a heading, so only the third can show that they are not.
    package static func find(in bytes: [UInt8], lines range: ByteRange, isHeading: Bool = false) -> TrapFinding? {
        let lines = PastedText.lines(of: range, in: bytes)
        guard let index = lines.firstIndex(where: { isHyphens($0.text) }) else {
            return isHeading ? nil : withoutHyphens(lines, bytes)
        }
        if index == 0 { return headless(lines, bytes) }
        let header = cells(of: lines[index - 1].text)
        guard lines[index - 1].text.contains("|"), header.count > 1 || lines[index - 1].text.hasPrefix("|"),
            header.count <= mostCells
        else { return nil }
        let rows = lines[(index + 1)...].prefix { $0.text.contains("|") }.map { cells(of: $0.text).count }
        if isHeading, rows.first != header.count { return nil }
        let hyphens = cells(of: lines[index].text)
        if hyphens.count == header.count, hyphens.allSatisfy(isAlignment) { return nil }
        return (rows.max() ?? 0) <= header.count
            ? wrongHyphens(lines[index], hyphens, header.count, bytes)
            : shortHeader(lines[index - 1], hyphens.count, header.count, bytes)
    }

    private static func wrongHyphens(
        _ line: PastedText.Line, _ hyphens: [Substring], _ columns: Int, _ bytes: [UInt8]
    ) -> TrapFinding {
        let fixed = row(hyphens, columns)
        let what =
            hyphens.count == columns
            ? "This line below the first one of a table is not made of hyphens"
            : "The line of hyphens has \(cells(hyphens.count)), and the one above has \(cells(columns))"
        return TrapFinding(
            range: line.range, message: what + ", so this is not a table: it is shown as running text.",
            help: .paste(
                TypedLine.prefix(of: line.range.lowerBound, in: bytes) + fixed,
                replacement: Replacement(range: line.range, text: fixed)))
    }

    private static func shortHeader(
        _ line: PastedText.Line, _ hyphens: Int, _ columns: Int, _ bytes: [UInt8]
    ) -> TrapFinding {
        TrapFinding(
            range: line.range,
            message: "The first line of the table has \(cells(columns)), and those below have more, so this is not "
                + "a table: it is shown as running text.",
            help: Help(
                "Write a name for each column here, with `|` between them, and `---` for each in the line below."))
    }

    private static func withoutHyphens(_ lines: [PastedText.Line], _ bytes: [UInt8]) -> TrapFinding? {
        let isRow = lines.map { line in
            let text = line.text.withoutBlankEnds
            return text.count > 1 && text.hasPrefix("|") && text.hasSuffix("|") && !text.hasSuffix("\\|")
        }
        guard lines.count > 1, isRow.allSatisfy(\.self) else { return nil }
        let columns = cells(of: lines[0].text).count
        guard columns > 1, columns <= mostCells, lines.allSatisfy({ cells(of: $0.text).count == columns }) else {
            return nil
        }
        let prefix = PastedText.prefix(before: lines[0].range.lowerBound, in: bytes)
        let hyphens = prefix.next + row([], columns)
        let end = lines[0].range.upperBound
        let lineEnd = bytes[end] == 0x0D ? (bytes[end + 1] == 0x0A ? "\r\n" : "\r") : "\n"
        return TrapFinding(
            range: lines[0].range.lowerBound..<lines[lines.count - 1].range.upperBound,
            message: "There is no line of hyphens below the first line, so this is not a table: it is shown as "
                + "running text.",
            help: Help(
                "Add the line of hyphens, so that the table begins like this:",
                paste: "\(prefix.first)\(lines[0].text.withoutBlankEnds)\n\(hyphens)",
                replacement: Replacement(range: end..<end, text: lineEnd + hyphens)))
    }

    /// The line of hyphens comes first: an empty line separates it from the names of the columns, or there are no
    /// names.
    private static func headless(_ lines: [PastedText.Line], _ bytes: [UInt8]) -> TrapFinding? {
        let hyphens = cells(of: lines[0].text)
        guard lines.count > 1, lines[0].text.contains("|"), lines[1].text.contains("|"), hyphens.allSatisfy(isAlignment)
        else { return nil }
        let start = lines[0].range.lowerBound
        if let header = rowAbove(start, bytes), cells(of: header.text).count == hyphens.count {
            return TrapFinding(
                range: lines[0].range,
                message: "There is an empty line above the line of hyphens, so this is not a table: it is shown as "
                    + "running text.",
                help: Help(
                    "Remove the empty line:", paste: "\(header.text)\n\(lines[0].text)",
                    replacement: Replacement(range: header.end..<start, text: "")))
        }
        let columns = cells(of: lines[1].text).count
        guard columns <= mostCells else { return nil }
        return TrapFinding(
            range: lines[0].range,
            message: "There are no column names above the line of hyphens, so this is not a table: it is shown as "
                + "running text.",
            help: Help(
                "Write them, or put the first row there:",
                paste: PastedText.prefix(before: start, in: bytes).first
                    + "\(lines[1].text)\n\(PastedText.prefix(before: start, in: bytes).next)\(row(hyphens, columns))"))
    }

    /// The line above the line that begins at `start`, with one empty line between, and where the empty line begins.
    private static func rowAbove(_ start: Int, _ bytes: [UInt8]) -> (text: Substring, end: Int)? {
        func lineStart(_ end: Int) -> Int { (bytes[..<end].lastIndex(of: 0x0A) ?? -1) + 1 }
        guard start > 1, bytes[start - 1] == 0x0A else { return nil }
        let blank = lineStart(start - 1)
        guard blank > 0, bytes[blank..<start].allSatisfy({ $0 <= 0x20 }) else { return nil }
        let text = Substring(decoding: bytes[lineStart(blank - 1)..<blank - 1], as: UTF8.self).withoutBlankEnds
        return text.hasPrefix("|") ? (text, blank) : nil
    }

    // MARK: Rows

    /// A line of hyphens, with the colons of the cells that there are.
    private static func row(_ written: [Substring], _ columns: Int) -> String {
        let cells = (0..<columns).map { column in
            guard column < written.count else { return "---" }
            let cell = written[column]
            return (cell.hasPrefix(":") ? ":" : "") + "---" + (cell.count > 1 && cell.hasSuffix(":") ? ":" : "")
        }
        return "| " + cells.joined(separator: " | ") + " |"
    }

    /// Bars without a backslash before them separate cells; those at the ends of a line do not.
    private static func cells(of line: Substring) -> [Substring] {
        let text = line.withoutBlankEnds
        var cells: [Substring] = []
        var start = text.startIndex
        var isEscaped = false
        for i in text.utf8.indices {
            let byte = text.utf8[i]
            if byte == UInt8(ascii: "|"), !isEscaped {
                if i > text.startIndex { cells.append(text[start..<i].withoutBlankEnds) }
                start = text.utf8.index(after: i)
            }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        if start < text.endIndex { cells.append(text[start...].withoutBlankEnds) }
        return cells
    }

    /// Hyphens, or what a word processor or another program writes in their place.
    private static func isHyphens(_ text: Substring) -> Bool {
        var hasStroke = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "-", "=", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}": hasStroke = true
            case "|", ":", " ", "\t": break
            default: return false
            }
        }
        return hasStroke
    }

    private static func isAlignment(_ cell: Substring) -> Bool {
        let dashes = cell.drop { $0 == ":" }.prefix { $0 == "-" }
        return !dashes.isEmpty && cell.utf8.count - dashes.utf8.count <= 2
            && cell.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
    }

    private static func cells(_ count: Int) -> String { "\(count) cell\(count == 1 ? "" : "s")" }
}
