/// Rows of a sheet that other programs read: bytes, cell by cell.
package enum SheetRow {
    package enum Cell {
        /// What people wrote; no program takes it for a formula.
        case text(String)
        /// What the program worked out, as it is written.
        case number(String)
    }

    /// Without it spreadsheet programs garble what is not English.
    package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Appends a row with the end that RFC 4180 asks for.
    package static func append(_ cells: [Cell], to out: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            switch cell {
            case .text(let text): out += SheetExport.quoted(Sheet.guarded(text)).utf8
            case .number(let number): out += number.utf8
            }
        }
        out += [13, 10]
    }
}
