internal import Diagnostics
internal import Text

/// Where the headings of a sheet are, and which of its rows are communities: people put titles above the headings, and
/// sums, notes and the headings again among the rows.
struct SheetLayout {
    /// With the row of the headings as its header.
    let sheet: Sheet
    private(set) var problems: [Diagnostic] = []
    /// Rows that are not communities.
    private var leftOut: Set<Int> = []
    /// Rows that may be a heading or a note among the others, since they have a single cell where most have more.
    private(set) var doubtful: Set<Int> = []
    /// By column: how many numbers are above the row that is looked at, and what they add up to.
    private var sums: [Int: (count: Int, sum: Int)] = [:]
    /// Whether most rows have several cells.
    private var isWide = false

    /// In how many rows the headings are looked for.
    private static let sample = 20

    /// - Parameter map: as in `SheetImport.Options`.
    init(_ sheet: Sheet, map: [String: String], names: HeadingNames) {
        let header = Self.headerRow(of: sheet, map, names)
        self.sheet = sheet.headed(by: header)
        let above = sheet.all[..<header].flatMap(\.self).filter { !$0.isEmpty }
        if !above.isEmpty {
            report(
                SheetRules.unknownColumn, sheet.range(ofHeader: 0),
                "Row \(header + 1) has the headings, so the rows above it are left out: "
                    + "“\(above.joined(separator: "”, “"))”.")
        }
        reportCellsWithoutHeading()
        let counts = self.sheet.rows.map { $0.count { !$0.isEmpty } }.filter { $0 > 0 }
        isWide = counts.count { $0 > 1 } * 2 > counts.count
        for row in self.sheet.rows.indices where !self.sheet.rows[row].isEmpty {
            look(at: row)
            if isLeftOut(row) { continue }
            for (column, text) in self.sheet.rows[row].enumerated() {
                guard let number = Self.number(text), number < 1 << 40 else { continue }
                sums[column, default: (0, 0)].count += 1
                sums[column]!.sum += number
            }
        }
    }

    func isLeftOut(_ row: Int) -> Bool { leftOut.contains(row) }

    /// The row in which the most cells name facts, of several the first, if it says which community a row is. Where
    /// none does, the first row that is not a title: a title has a single cell.
    private static func headerRow(of sheet: Sheet, _ map: [String: String], _ headings: HeadingNames) -> Int {
        let first = sheet.headerRow
        let looked = first..<min(first + sample, sheet.all.count)
        let mapped = Set(map.values.map(Sheet.oneLine))
        var best = (row: first, count: 0)
        for row in looked {
            let cells = sheet.all[row].filter { !$0.isEmpty }.map(Sheet.oneLine)
            let names = Set(cells.compactMap { headings.column($0)?.name })
            let count = names.count + cells.count { mapped.contains($0) && headings.column($0) == nil }
            let says = names.contains("name") || names.contains("id") || cells.contains { mapped.contains($0) }
            // One word alone may be a title, and a cell of a list may be called like a fact.
            if says, count > best.count, row == first || count > 1 { best = (row, count) }
        }
        if best.count > 0 { return best.row }
        let widths = looked.map { row in sheet.all[row].count { !$0.isEmpty } }
        let widest = widths.max() ?? 0
        return widest > 2 ? zip(looked, widths).first { $1 * 2 > widest }?.0 ?? first : first
    }

    private mutating func reportCellsWithoutHeading() {
        for column in sheet.header.indices where sheet.header[column].isEmpty {
            let rows = sheet.rows.indices.filter {
                sheet.rows[$0].indices.contains(column) && !sheet.rows[$0][column].isEmpty
            }
            guard let row = rows.first else { continue }
            let others = rows.count == 1 ? "" : ", and \(rows.count - 1) more"
            report(
                SheetRules.unknownColumn, sheet.range(row: row, column: column),
                "Column \(Sheet.letters(ofColumn: column)) has no heading, so what it says is left out: "
                    + "“\(sheet.rows[row][column])” in row \(sheet.number(ofRow: row))\(others).",
                help: "Give the column a heading, or delete it.")
        }
    }

    private mutating func look(at row: Int) {
        let cells = sheet.rows[row].filter { !$0.isEmpty }
        if sheet.rows[row].map(Sheet.oneLine) == sheet.header {
            leave(row, "has the headings again")
        } else if let word = cells.first(where: { !Self.isNumber($0) }),
            cells.allSatisfy({ $0 == word || Self.isNumber($0) }),
            Self.isTotal(word) || Self.beginsWithTotal(word) && addsUp(row)
        {
            leave(row, "(“\(word)”) adds up other rows")
        } else if cells.count == 1, isWide || isBelowTheRest(row) {
            doubtful.insert(row)
        }
    }

    /// Whether an empty row separates it, and others of a single cell, from rows of several.
    private func isBelowTheRest(_ row: Int) -> Bool {
        let above = sheet.rows[..<row].reversed().prefix { $0.count { !$0.isEmpty } == 1 }.count
        let gap = row - above - 1
        return gap > 0 && sheet.rows[gap].isEmpty && sheet.rows[gap - 1].count { !$0.isEmpty } > 1
    }

    private mutating func leave(_ row: Int, _ reason: String) {
        leftOut.insert(row)
        report(
            SheetRules.total, sheet.range(row: row, column: nil),
            "Row \(sheet.number(ofRow: row)) \(reason), so it is left out.")
    }

    /// What people write beside a sum, in the languages of sheets that were seen.
    private static let totals: Set = [
        "total", "totals", "grand total", "subtotal", "sum", "average", "count", "totaux", "somme", "moyenne", "gesamt",
        "summe", "insgesamt", "totale", "suma", "totaal", "summa", "totalt", "yhteensä", "cyfanswm", "المجموع", "合計",
        "小計", "合计", "total general", "total général", "итого", "celkem", "razem",
    ]

    private static func isTotal(_ text: String) -> Bool { totals.contains(text.lowercased().trimmingSigns) }

    /// Whether a number of the row is the sum of those above it.
    private func addsUp(_ row: Int) -> Bool {
        sheet.rows[row].enumerated().contains { column, text in
            sums[column].map { $0.count > 1 && $0.sum == Self.number(text) } ?? false
        }
    }

    private static func number(_ text: String) -> Int? { Int(SheetImport.digits(text)) }

    /// `Total members`, `Sum of all`; `Total Rewards` may be a community.
    private static func beginsWithTotal(_ text: String) -> Bool {
        text.split(separator: " ").first.map { isTotal(String($0)) } ?? false
    }

    private static func isNumber(_ text: String) -> Bool {
        text.contains(where: \.isNumber) && text.allSatisfy { $0.isNumber || $0.isWhitespace || ".,%+-–".contains($0) }
    }

    private mutating func report(_ rule: Rule, _ range: ByteRange, _ message: String, help: Help? = nil) {
        problems.append(rule.at(range, in: sheet.path, message, help: help))
    }
}

extension String {
    /// `Total (43):` is `Total`.
    fileprivate var trimmingSigns: String {
        String(prefix { $0.isLetter || $0 == " " }.withoutBlankEnds)
    }
}
