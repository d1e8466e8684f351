internal import Content
internal import Diagnostics
internal import Site

/// What cells hold, as programs write it.
extension SheetImport {
    /// `nil` for one that is empty, or says that it is.
    func cell(_ row: Int, _ column: Int) -> String? {
        let cells = sheet.rows[row]
        guard cells.indices.contains(column), !cells[column].isEmpty else { return nil }
        return Self.empties.contains(cells[column]) || Self.errors.contains(cells[column]) ? nil : cells[column]
    }

    /// What R, pandas and databases write where there is nothing.
    private static let empties: Set = ["NA", "N/A", "#N/A", "NaN", "NULL", "null"]
    /// What spreadsheet programs write where a formula went wrong.
    private static let errors: Set = ["#VALUE!", "#REF!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"]

    /// Finds what holds for the whole sheet: cells that are empty by another name, those in which a formula went wrong,
    /// and in which order its dates are.
    mutating func readCells() {
        if sheet.isLegacy {
            report(
                SheetRules.encoding, 0..<0, "This is not UTF-8 text, so it was read as Windows-1252.",
                help: "Look at letters with accents. If they are wrong, save the sheet as “CSV UTF-8”.")
        }
        var orders: Set<DateOrder> = []
        for row in sheet.rows.indices {
            for (column, text) in sheet.rows[row].enumerated() where columns[column] != nil {
                if Self.empties.contains(text) { empty[text, default: 0] += 1 }
                if Self.errors.contains(text) {
                    report(
                        SheetRules.value, sheet.range(row: row, column: column),
                        "\(label(ofRow: row)), column \(sheet.header[column]): `\(text)` says that a formula went "
                            + "wrong, so the cell counts as empty.")
                }
                if columns[column]!.isDate, let order = SheetDate(text)?.shownOrder { orders.insert(order) }
            }
        }
        dateOrder = options.dates ?? (orders.count == 1 ? orders.first : nil)
    }

    /// A date as content has it: the file's own, where the cell may mean it; `nil`, reported, where it could be two.
    mutating func date(
        _ text: String, _ column: SheetColumn, _ row: Int, _ known: (item: Item, entry: Community)?
    )
        -> String?
    {
        if let plain = PartialDate(text), plain.minute == nil { return text }
        guard let date = SheetDate(text) else { return text }
        if let known {
            let own = SheetExport.cell(column, known.item, known.entry, site)
            if let value = PartialDate(own), date.mayMean(value) { return own }
        }
        if let one = date.date(dateOrder) { return one.isoDate }
        let both = [date.dayFirst, date.monthFirst].compactMap { $0?.isoDate }.joined(separator: " or ")
        report(
            SheetRules.row, range(row, column.name),
            "\(label(ofRow: row)), column \(column.name): `\(text)` could be \(both), and no other date of the "
                + "sheet says which.",
            help: "Say it: --dates day-first, or --dates month-first")
        return nil
    }
}
