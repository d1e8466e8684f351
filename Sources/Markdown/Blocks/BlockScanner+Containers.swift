/// Containers and tables that begin.
extension BlockScanner {
    mutating func openQuote(_ cursor: inout LineCursor) {
        containers.append(Container(kind: .quote))
        cursor.takeQuoteMark()
    }

    /// - Parameter marker: the length of `-` or `12.`.
    mutating func openItem(_ cursor: inout LineCursor, marker: Int) {
        let indent = cursor.indent + marker
        cursor.takeText(marker)
        // One to four columns of space follow the marker; if there are more, or nothing but space, one counts.
        let space = cursor.isBlank || cursor.indent > 4 ? min(cursor.indent, 1) : cursor.indent
        cursor.take(columns: space)
        containers.append(Container(kind: .item(indent: indent + max(space, 1))))
    }

    mutating func openFootnote(
        _ cursor: inout LineCursor, _ pending: inout Pending, _ label: FootnoteLabel, width: Int, length: Int
    ) {
        write(&pending, upTo: cursor.text)
        output.putSeparator()
        let start = cursor.text
        containers.append(Container(kind: .footnote))
        cursor.takeText(length)
        pending.cursor = cursor
        putContainers(containers.count)
        output.beginFootnote(label, start..<start + width)
    }

    mutating func open(_ note: IndentedNote, _ cursor: LineCursor, _ pending: Pending) {
        var pending = pending
        write(&pending, upTo: cursor.text)
        output.putSeparator()
        containers.append(Container(kind: .note(indent: cursor.indent + 4)))
        putContainers(containers.count)
        output.beginNote(note, of: bytes)
        leaf = .none
    }

    /// If the line is a delimiter row and the one before has as many cells, they begin a table.
    mutating func beginTable(_ cursor: LineCursor) -> Bool {
        guard let header = lastLine, let table = Table(delimiters: bytes, cursor.text..<cursor.line.upperBound),
            let row = TableRow(bytes, header.text), row.cells.count == table.alignments.count
        else { return false }
        output.goBack(to: header.start)
        if header.isBare { putContainers(containers.count) }
        output.add(table)
        putCells(row, row: 0)
        leaf = .table
        return true
    }

    /// Writes a row of the open table; `false` if the line is not a row.
    mutating func putRow(_ cursor: LineCursor) -> Bool {
        guard let row = TableRow(bytes, cursor.text..<cursor.line.upperBound), let table = output.tables.last else {
            return false
        }
        let cells = min(row.cells.count, table.alignments.count)
        output.addRow(cells: cells)
        putContainers(containers.count)
        putCells(row, row: table.rowCount + 1)
        return true
    }

    /// The containers before the first cell are written. Cells without a column in the table are left out.
    private mutating func putCells(_ cells: TableRow, row: Int) {
        let table = output.tables.count - 1
        let count = min(cells.cells.count, output.tables[table].alignments.count)
        if cells.cells.count > count, cells.cells[count...].contains(where: { !$0.isEmpty }) {
            output.leaveOut(cells.cells[count].lowerBound..<cells.cells[cells.cells.count - 1].upperBound)
        }
        for column in 0..<count {
            if column > 0 { putContainers(containers.count) }
            output.putCell(
                TableCell(table: table, row: row, column: column, isLast: column == count - 1), cells.cells[column],
                of: bytes)
        }
    }
}
