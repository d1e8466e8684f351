/// A table as spreadsheets and the tables of word processors paste it: a line for each row, with tabs between the
/// cells.
enum PastedTabs {
    static func find(in lines: [PastedText.Line]) -> PastedText.Finding? {
        let records = records(lines)
        var start = 0
        while start < records.count {
            var end = start
            while end < records.count, isRow(records[end].text) { end += 1 }
            let run = records[start..<end]
            if let (rows, takesTabs) = rows(of: Array(run)) {
                let table = PastedTable(rows: rows).written
                return PastedText.Finding(
                    rule: PastedRules.table, range: run[start].range.lowerBound..<run[end - 1].range.upperBound,
                    message:
                        "A table with tabs between its cells, as a spreadsheet pastes it, is shown as running "
                        + "text.",
                    advice: table.advice, fixed: table.lines, takesTabs: takesTabs && start == 0)
            }
            start = end + 1
        }
        return nil
    }

    /// No `|` starts the line: then it is a table already.
    private static func isRow(_ text: Substring) -> Bool {
        text.contains("\t") && !text.hasPrefix("|") && !text.withoutBlankEnds.isEmpty
    }

    /// `nil` when the tabs mean something else.
    private static func rows(of lines: [PastedText.Line]) -> (rows: [[String]], takesTabs: Bool)? {
        guard lines.count(where: { $0.text.withoutBlankEnds.contains("\t") }) > 1 else { return nil }
        let rows = lines.map { $0.text.split(separator: "\t", omittingEmptySubsequences: false).map(cell) }
        if rows.areEqual { return (rows.withoutEmptyColumns, false) }
        // Tabs before the text may be empty cells, as above the names of rows.
        let indented = zip(lines, rows).map { line, row in
            line.tabs > row.count ? row : Array(repeating: "", count: line.tabs) + row
        }
        if indented.areEqual { return (indented.withoutEmptyColumns, true) }
        // Several tabs line up a text that somebody typed.
        let aligned = rows.map { $0.filter { !$0.isEmpty } }
        if aligned.areEqual { return (aligned, false) }
        // An editor may have cut off the tabs of empty cells at the end of a row.
        let columns = rows.reduce(0) { max($0, $1.count) }
        return rows.count { $0.count == columns } > 1 ? (rows.withoutEmptyColumns, false) : nil
    }

    private static func cell(_ text: Substring) -> String {
        let isQuoted = text.contains("\n") && text.hasPrefix("\"") && text.hasSuffix("\"")
        return PastedTable.cell(isQuoted ? text.dropFirst().dropLast().replacing("\"\"", with: "\"")[...] : text)
    }

    /// A cell of several lines is in quotes, with those within it doubled; its lines are joined.
    private static func records(_ lines: [PastedText.Line]) -> [PastedText.Line] {
        var records: [PastedText.Line] = []
        var isOpen = false
        for line in lines {
            let hasOddQuotes = line.text.utf8.count { $0 == UInt8(ascii: "\"") } % 2 == 1
            if isOpen {
                records[records.count - 1].text += "\n" + line.text
                records[records.count - 1].range = records[records.count - 1].range.lowerBound..<line.range.upperBound
                isOpen = !hasOddQuotes
            } else {
                records.append(line)
                isOpen = hasOddQuotes && (line.text.hasPrefix("\"") || line.text.contains("\t\""))
            }
        }
        return isOpen ? lines : records
    }
}

extension [[String]] {
    fileprivate var areEqual: Bool { allSatisfy { $0.count == self[0].count } }

    /// Without the empty columns at the end.
    fileprivate var withoutEmptyColumns: [[String]] {
        let width = reduce(0) { widest, row in Swift.max(widest, (row.lastIndex { !$0.isEmpty } ?? -1) + 1) }
        return map { [String]($0.prefix(width)) }
    }
}
