internal import Diagnostics

/// Tables, whose cells are headings to cmark.
extension Renderer {
    /// What a heading stands for, if anything.
    func rewrittenHeading(_ node: Node) -> Rewritten.Heading? {
        guard let rewritten, node.kind == .heading else { return nil }
        return rewritten.headings[node.startLine]
    }

    mutating func enterCell(_ cell: TableCell, _ node: Node) {
        guard let table = rewritten?.tables[cell.table] else { return }
        ranges.enter(node)
        if cell.column == 0 {
            if cell.row == 0 { openTable(table) }
            if cell.row == 1 { html.append("<tbody>\n") }
            html.append("<tr>\n")
        }
        openCell(table, row: cell.row, column: cell.column)
    }

    mutating func leaveCell(_ cell: TableCell) {
        guard let table = rewritten?.tables[cell.table] else { return }
        html.append(cell.row == 0 ? "</th>\n" : "</td>\n")
        plain.append(cell.isLast ? UInt8(ascii: "\n") : UInt8(ascii: " "))
        guard cell.isLast else { return }
        for column in (cell.column + 1)..<max(cell.column + 1, table.alignments.count) {
            openCell(table, row: cell.row, column: column)
            html.append("</td>\n")
        }
        html.append("</tr>\n")
        if cell.row == 0 { closeHeader() }
        if cell.row == table.rowCount { closeTable(hasBody: cell.row > 0) }
    }

    mutating func reportCellsLeftOut() {
        for cells in rewritten?.cellsLeftOut ?? [] {
            report(
                MarkdownRules.tableRow, cells.range,
                "The table has \(cells.columns) column\(cells.columns == 1 ? "" : "s"), so this is left out.",
                help:
                    Help(
                        "A bar that is part of a cell, in code too, is written `\\|`; otherwise add a column to the "
                            + "first two lines.")
            )
        }
    }

    private mutating func openTable(_ table: Table) {
        breakLine()
        if options.dialect == .handbook {
            // People without a pointing device scroll it by keyboard, so it takes the focus and has a name.
            html.append("<div class=\"table-wide\" role=\"group\" tabindex=\"0\" aria-label=\"")
            appendSlot(.phrase(.table(columns: "")))
            html.append("\">\n")
        }
        html.append("<table>\n<thead>\n")
        tableStart = (plain.count, rendered.markup.slots.count - 1)
    }

    /// The header's words name the table.
    private mutating func closeHeader() {
        html.append("</thead>\n")
        guard options.dialect == .handbook, let (start, slot) = tableStart else { return }
        let words = PlainText.beginning(plain[start...], limit: 80)
        rendered.markup.slots[slot].part = .phrase(.table(columns: words))
        tableStart = nil
    }

    private mutating func closeTable(hasBody: Bool) {
        if hasBody { html.append("</tbody>\n") }
        html.append("</table>\n")
        if options.dialect == .handbook { html.append("</div>\n") }
    }

    private mutating func openCell(_ table: Table, row: Int, column: Int) {
        html.append(row == 0 ? "<th scope=\"col\"" : "<td")
        if let alignment = table.alignments[column] {
            html.append(" class=\"align-")
            html.append(contentsOf: alignment.rawValue.utf8)
            html.append("\"")
        }
        html.append(">")
    }
}
