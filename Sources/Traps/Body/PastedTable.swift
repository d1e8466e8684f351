/// Rows of cells, written as Markdown writes a table.
struct PastedTable {
    /// The first row holds the heads of the columns.
    let rows: [[String]]

    /// What one help shows.
    private static let limits = (lines: 50, columns: 50, bytes: 8_000)

    /// The table or as much of it as a person can read, and what to do with it.
    var written: (advice: String, lines: [String]) {
        var lines: [String] = []
        var size = 0
        for row in shownRows {
            size += row.utf8.count
            guard size <= Self.limits.bytes else { break }
            lines.append(row)
        }
        guard lines.count > 2 else {
            return (
                "Write each row on a line of its own, with | between its cells, and below the first row a line | --- "
                    + "| --- | with --- for each column.",
                []
            )
        }
        let done = lines.count - 1
        let advice =
            done == rows.count
            ? "Paste this in its place, with an empty line above and below:"
            : "Paste this in place of its first \(done) rows, with an empty line above, and write the other "
                + "\(rows.count - done) in the same way:"
        return (advice, lines)
    }

    private var shownRows: [String] {
        let columns = rows.reduce(0) { max($0, $1.count) }
        guard columns <= Self.limits.columns else { return [] }
        var lines = rows.prefix(Self.limits.lines - 1).map {
            Self.line($0 + Array(repeating: "", count: columns - $0.count))
        }
        lines.insert(Self.line(Array(repeating: "---", count: columns)), at: 1)
        return lines
    }

    private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    /// A cell on one line, with what would end it escaped.
    static func cell(_ text: Substring) -> String {
        var cell = ""
        var isEscaped = false
        for sign in text.withoutBlankEnds {
            if sign == "|", !isEscaped { cell += "\\" }
            isEscaped = sign == "\\" && !isEscaped
            cell.append(sign == "\t" || sign == "\n" ? " " : sign)
        }
        return cell
    }
}
