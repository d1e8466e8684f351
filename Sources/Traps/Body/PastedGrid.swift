/// A table drawn with lines, of `+---+` and `|` or of box characters, as databases, terminals and other markup write
/// it.
enum PastedGrid {
    private enum Kind {
        /// A line between rows, of `=` or not.
        case rule(isDouble: Bool)
        case row([String])
    }

    static func find(in lines: [PastedText.Line]) -> PastedText.Finding? {
        var start = 0
        while start < lines.count {
            var kinds: [Kind] = []
            while start + kinds.count < lines.count, let kind = kind(of: lines[start + kinds.count].text) {
                kinds.append(kind)
            }
            if let table = rows(of: kinds).map({ PastedTable(rows: $0).written }) {
                return PastedText.Finding(
                    rule: PastedRules.table,
                    range: lines[start].range.lowerBound..<lines[start + kinds.count - 1].range.upperBound,
                    message: "A table drawn with lines is shown as running text.", advice: table.advice,
                    fixed: table.lines)
            }
            start += kinds.count + 1
        }
        return nil
    }

    /// `nil` for a line of any other text.
    private static func kind(of text: Substring) -> Kind? {
        let text = text.withoutBlankEnds
        guard text.unicodeScalars.contains(where: { "+|".unicodeScalars.contains($0) || isBox($0) }) else { return nil }
        if let isDouble = rule(text) { return .rule(isDouble: isDouble) }
        let isRow = text.contains(where: isBar) && text.unicodeScalars.allSatisfy { !isBox($0) || isBar(Character($0)) }
        return isRow ? .row(cells(of: text)) : nil
    }

    /// Whether a line between rows is of `=`; `nil` when it is not such a line.
    private static func rule(_ text: Substring) -> Bool? {
        var strokes = 0
        var crossings = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "-", "=", "─", "━", "═": strokes += 1
            case "+": crossings += 1
            case "|", ":", " ": break
            case _ where isBox(scalar): crossings += 1
            default: return nil
            }
        }
        return strokes > 1 && crossings > 0 ? text.contains("=") : nil
    }

    /// U+2500 to U+257F.
    private static func isBox(_ scalar: Unicode.Scalar) -> Bool { (0x2500...0x257F).contains(scalar.value) }

    private static func isBar(_ sign: Character) -> Bool { "|│┃║".contains(sign) }

    /// A `|` with a backslash before it is part of its cell, and so is one in a row drawn with box characters.
    private static func cells(of text: Substring) -> [String] {
        let bars = text.contains { $0 != "|" && isBar($0) } ? "│┃║" : "|"
        var cells: [String] = []
        var start = text.startIndex
        var isEscaped = false
        for i in text.indices {
            if !isEscaped, bars.contains(text[i]) {
                cells.append(PastedTable.cell(text[start..<i]))
                start = text.index(after: i)
            }
            isEscaped = text[i] == "\\" && !isEscaped
        }
        if start < text.endIndex { cells.append(PastedTable.cell(text[start...])) }
        return text.first.map(bars.contains) == true ? Array(cells.dropFirst()) : cells
    }

    /// The rows between the lines; `nil` when there is no line, or no table between the lines.
    private static func rows(of kinds: [Kind]) -> [[String]]? {
        var groups: [[[String]]] = [[]]
        var isJoined = false
        for kind in kinds {
            switch kind {
            case .row(let cells): groups[groups.count - 1].append(cells)
            case .rule(let isDouble):
                isJoined = isJoined || isDouble
                if !groups[groups.count - 1].isEmpty { groups.append([]) }
            }
        }
        groups.removeAll(where: \.isEmpty)
        // What is drawn is a table only if its columns agree.
        guard let columns = groups.first?[0].count, columns > 1, groups.joined().allSatisfy({ $0.count == columns }),
            isRuled(kinds)
        else { return nil }
        // With lines between all rows, the text between two of them is one row; a single line only sets off the
        // heads.
        if isJoined || groups.count > 2 { return groups.map(joined) }
        return groups.count == 2 ? [joined(groups[0])] + groups[1] : groups[0]
    }

    private static func isRuled(_ kinds: [Kind]) -> Bool {
        kinds.contains { if case .rule = $0 { true } else { false } }
    }

    /// The lines of one row, cell by cell.
    private static func joined(_ lines: [[String]]) -> [String] {
        let columns = lines.reduce(0) { max($0, $1.count) }
        return (0..<columns).map { column in
            lines.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }.joined(separator: " ")
        }
    }
}
