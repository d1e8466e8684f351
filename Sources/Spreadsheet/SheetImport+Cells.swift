internal import Content
internal import Diagnostics
internal import Site
internal import Text

/// What cells hold, as programs write it.
extension SheetImport {
    /// `nil` for one that is empty, or says that it is.
    func cell(_ row: Int, _ column: Int) -> String? {
        let cells = sheet.rows[row]
        guard cells.indices.contains(column), !cells[column].isEmpty else { return nil }
        return isEmpty(cells[column], column) || Self.errors.contains(cells[column]) ? nil : cells[column]
    }

    private func isEmpty(_ text: String, _ column: Int) -> Bool {
        // A community may be called None.
        if Self.empties.contains(text) { return true }
        let isName = columns[column]?.name == "name" || columns[column]?.name == "id"
        guard !isName, text.utf8.count <= 80 else { return false }
        return Self.wordsForNothing.contains(text.lowercased()) || options.cells.isNothing(text)
    }

    /// What R, pandas and databases write where there is nothing.
    private static let empties: Set = ["NA", "N/A", "#N/A", "NaN", "NULL", "null"]
    /// What people write there.
    private static let wordsForNothing: Set = [
        "n/a", "na", "n.a.", "nan", "nil", "none", "null", "-", "--", "–", "—", "?", "??", "…", "...", ".", "tbc",
        "tbd",
        "to be confirmed", "to be decided", "to be determined", "unknown", "not known", "not applicable", "not yet",
    ]
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
        var dates: [String: [PartialDate]] = [:]
        for row in sheet.rows.indices {
            for (column, text) in sheet.rows[row].enumerated() where columns[column] != nil {
                if isEmpty(text, column) { empty[text, default: 0] += 1 }
                if Self.errors.contains(text) {
                    report(
                        SheetRules.value, sheet.range(row: row, column: column),
                        "\(label(ofRow: row)), column \(sheet.header[column]): `\(text)` says that a formula went "
                            + "wrong, so the cell counts as empty.")
                }
                if case .terms(let kind) = columns[column]!.way {
                    for item in Self.lines(of: text) where !item.contains(where: { SheetList.separators.contains($0) })
                    {
                        alone[kind, default: []].insert(ID.from(item))
                    }
                }
                if columns[column]!.way == .organisation {
                    for item in Self.lines(of: text) { rowsOfOrganisations[ID.from(item), default: []].insert(row) }
                }
                guard columns[column]!.isDate else { continue }
                if let date = PartialDate(text) { dates[columns[column]!.name, default: []].append(date) }
                if let order = SheetDate(text, options.cells.months)?.shownOrder { orders.insert(order) }
            }
        }
        for fact in given where fact.column.way == .organisation {
            for item in Sheet.items(fact.text) { rowsOfOrganisations[ID.from(item)] = Set(sheet.rows.indices) }
        }
        columnsOfDays = Set(
            dates.filter { _, days in days.allSatisfy { $0.day != nil } && days.count { $0.day == 1 } > 1 }.keys)
        dateOrder = options.dates ?? (orders.count == 1 ? orders.first : nil)
    }

    /// A cell as content has it; `nil`, reported, where it could mean two things.
    mutating func read(_ fact: Fact, _ row: Int, _ known: (item: Item, entry: Community)?) -> String? {
        if fact.text.utf8.count > Self.maximumCell {
            report(
                SheetRules.row, range(row, fact.column.name),
                "\(label(ofRow: row)), column \(fact.column.name): the cell has \(fact.text.count) characters, which "
                    + "is too long for a fact of a community.",
                help: "Shorten it. A long text goes into the file of the community, below its facts.")
            return nil
        }
        if fact.column.isDate { return date(fact.text, fact.column, row, known) }
        let (folding, alone) = (folding, alone)
        let items: [String]?
        switch fact.column.way {
        case .terms(let kind):
            items = list(fact, row) { folding.isKnown($0, kind) || alone[kind]?.contains(ID.from($0)) ?? false }
        case .organisation:
            items = offices(fact)
        case .platforms:
            items = Self.lines(of: fact.text).flatMap { line in
                line.split { ",/|".contains($0) }.map { Sheet.trimmed(String($0)) }
            }
        case .list:
            items = plainList(fact)
        case .count: return count(fact, row)
        case .choice: return choice(fact.text, fact.column)
        case .text where fact.column.key == "name" || fact.column.key == "welcome":
            return fact.text.split { $0.isWhitespace }.joined(separator: " ")
        case .channels, .connections, .channelNames:
            let groups = Self.lines(of: fact.text)
            if groups.count > Self.maximumGroups {
                report(
                    SheetRules.row, range(row, fact.column.name),
                    "\(label(ofRow: row)), column \(fact.column.name): more than \(Self.maximumGroups) items in a cell."
                )
                return nil
            }
            items = groups
        default: return fact.text
        }
        return items.map { Sheet.cell($0.uniqued()) }
    }

    /// Names of offices hold commas.
    private func offices(_ fact: Fact) -> [String] {
        let separator = options.separators[fact.column.name]
        return Self.lines(of: fact.text).flatMap { text -> [String] in
            let reading = SheetList.reading(of: text, separator: separator) { folding.known($0, .organisation) != nil }
            if case .items(let items) = reading { return items }
            return [text]
        }
    }

    /// The items of a list that are no terms: texts, or addresses.
    private mutating func plainList(_ fact: Fact) -> [String] {
        let separator = options.separators[fact.column.name] ?? ""
        let isAddress = ["join", "source"].contains(fact.column.name)
        let whole = isAddress ? SheetList.addressItems(fact.text) : Sheet.items(fact.text)
        let parts = whole.flatMap { text in
            SheetList.addresses(text)
                ?? SheetList.lines(text).flatMap { separator.isEmpty ? [$0] : SheetList.parts($0, at: separator) }
        }
        return isAddress ? parts.map { wholeAddress($0) } : parts
    }

    /// How many bytes a fact may have; a spreadsheet program lets a cell have half as many.
    private static let maximumCell = 64 << 10
    /// How many channels or connections a cell may hold; each is written into the file by itself.
    private static let maximumGroups = 100

    /// The value that a word of the site's languages names, such as the interface shows it.
    private mutating func choice(_ text: String, _ column: SheetColumn) -> String {
        guard !isChoice(text, column), let value = options.cells.value(text, column: column.name) else { return text }
        taken[text] = value
        return value
    }

    /// `www.example.gov` with the scheme that a link needs.
    private mutating func wholeAddress(_ text: String) -> String {
        guard text.lowercased().hasPrefix("www."), !text.contains(" ") else { return text }
        taken[text] = "https://" + text
        return "https://" + text
    }

    /// Items and lines. SharePoint separates choices with `;#`, with numbers between those that it looks up; some
    /// keyboards have a semicolon of their own.
    private static func lines(of text: String) -> [String] {
        if text.contains(";#") {
            return text.split(separator: ";#").map { Sheet.trimmed(String($0)) }.filter {
                $0.contains { !$0.isNumber && $0 != ";" && $0 != "#" }
            }
        }
        let plain = text.replacing("；", with: ";").replacing("؛", with: ";")
        return Sheet.items(plain).flatMap(SheetList.lines)
    }

    private mutating func list(_ fact: Fact, _ row: Int, isKnown: (String) -> Bool) -> [String]? {
        let separator = options.separators[fact.column.name]
        var items: [String] = []
        for text in Self.lines(of: fact.text) {
            guard case .items(let found) = SheetList.reading(of: text, separator: separator, isKnown: isKnown) else {
                openLists[fact.column.name, default: []].append((row, text))
                return nil
            }
            items += found
        }
        return items
    }

    /// Asks once for each column, since one answer is for all of its cells.
    mutating func reportOpenLists() {
        for (name, cells) in openLists.sorted(by: { $0.key < $1.key }) {
            let (first, others) = (cells[0], cells.count - 1)
            // One answer separates all cells of the column.
            let signs = SheetList.separators.filter { sign in
                SheetList.likely.contains { $0.contains(sign) } && cells.contains { $0.text.contains(sign) }
            }
            let shown = first.text.count > 80 ? first.text.prefix(80) + "…" : first.text
            let more = others == 0 ? "" : " So could \(others) more cell\(others == 1 ? "" : "s") of the column."
            report(
                SheetRules.row, range(first.row, name),
                "\(label(ofRow: first.row)), column \(name): `\(shown)` could be one value or several, since not all "
                    + "of its parts are known.\(more)",
                help: Help(
                    "If they are several: --split \(name)=\(ShellWord.quoted(String(signs))). If each is one: --split "
                        + "\(name)="))
        }
    }

    /// A date as content has it: the file's own, where the cell may mean it; `nil`, reported, where it could be two.
    mutating func date(
        _ text: String, _ column: SheetColumn, _ row: Int, _ known: (item: Item, entry: Community)?
    )
        -> String?
    {
        let plain = PartialDate(text).flatMap { $0.minute == nil ? $0 : nil }
        if let plain, !columnsOfDays.contains(column.name) || plain.day != 1 { return text }
        let own = known.map { SheetExport.cell(column, $0.item, $0.entry, site) }
        let rest = String(text.dropFirst(nearly(text)))
        guard let date = SheetDate(rest, options.cells.months) else {
            let (year, isNoted) = self.year(text, column, row)
            if isNoted { return nil }
            // A file may know more of the same year.
            if let year, let own, own.hasPrefix(year) { return own }
            return year ?? text
        }
        if let own {
            if let value = PartialDate(own), date.mayMean(value) {
                if plain != nil, own != text { madeDays.append(text) }
                return own
            }
        }
        if let one = date.date(dateOrder) {
            if rest != text { taken[text] = one.isoDate }
            return one.isoDate
        }
        if let order = dateOrder {
            report(
                SheetRules.row, range(row, column.name),
                "\(label(ofRow: row)), column \(column.name): `\(text)` is not a date with the \(order.unit) "
                    + "first.",
                help: "Write it as 2026-03-12 in the sheet.")
            return nil
        }
        let readings = DateOrder.allCases.compactMap { order in date.readings[order].map { (order, $0.isoDate) } }
        let dates = readings.map(\.1).joined(separator: " or ")
        report(
            SheetRules.row, range(row, column.name),
            "\(label(ofRow: row)), column \(column.name): `\(text)` could be \(dates), and no other date of the sheet "
                + "says which.",
            help: Help(
                "Say it: " + readings.map { "--dates \($0.0.rawValue)" }.joined(separator: ", or ")))
        return nil
    }
}
