internal import Content
internal import Diagnostics
internal import Site

/// What a row says that its file does not say already, or says better.
extension SheetImport {
    /// Facts that the entry has already, however they are written there; texts of an entry in another language; and all
    /// of them where those of the file are from a later day.
    mutating func dropWhatStays(
        _ facts: inout [Fact], _ known: (item: Item, entry: Community), _ row: Int, _ day: CivilDay?
    ) {
        let (item, entry) = known
        facts.removeAll { !differs($0.column, $0.text, item, entry) }
        keepTexts(of: item, &facts, row)
        let dates = [item.common.asOf?.value, item.common.verified?.value, entry.memberCount?.value.asOf?.value]
            .compactMap { $0 }
        guard !options.replacesNewer, !facts.isEmpty, let day,
            let newest = dates.max(by: { $0.firstDay < $1.firstDay }),
            // A year or month that the day of the row is in is not later.
            newest.firstDay > day
        else { return }
        report(
            SheetRules.older, sheet.range(row: row, column: nil),
            "\(label(ofRow: row)): the facts in `\(item.path)` are from \(newest.isoDate), later than "
                + "those of the row, so they stay.",
            help: "To replace them anyway: --replace-newer")
        facts = []
    }

    /// A number or a stage that is new beside a date that is not.
    mutating func reportDates(besides facts: [Fact], _ entry: Community, _ row: Int) {
        let dates = [
            ("member_count", "member_count_as_of", entry.memberCount?.value.asOf?.value),
            ("stage", "stage_since", entry.stageSince?.value),
        ]
        for (name, dateName, date) in dates {
            guard let date, facts.contains(where: { $0.column.name == name }),
                !facts.contains(where: { $0.column.name == dateName })
            else { continue }
            report(
                SheetRules.value, range(row, name),
                "\(label(ofRow: row)), column \(name): the value is new, and its date in the file stays "
                    + "\(date.isoDate).",
                help: Help(
                    "Add a column `\(dateName)`, or say it for all rows: --set \(dateName)=\(site.today.date.isoDate)"))
        }
    }

    /// Texts of another language than the entry, or of a translation in a file of its own, stay as they are.
    mutating func keepTexts(of item: Item, _ facts: inout [Fact], _ row: Int) {
        for language in Set(facts.map { $0.column.language }) {
            let isOf = { (fact: Fact) in fact.column.isProse && fact.column.language == language }
            let code = language ?? site.defaultLanguage
            let file = item.translationPaths[code]
            guard facts.contains(where: isOf), file != nil || (language == nil && item.language != code) else {
                continue
            }
            facts.removeAll(where: isOf)
            report(
                SheetRules.language, sheet.range(row: row, column: nil),
                file.map { "\(label(ofRow: row)): the texts in `\(code)` are in `\($0)`, so they stay as they are." }
                    ?? "\(label(ofRow: row)): `\(item.path)` is written in `\(item.language)`, so its texts stay as "
                    + "they are.",
                help: Help(
                    file == nil
                        ? "Columns without a language hold texts in `\(code)`. Name those of this entry with its "
                            + "language, such as summary.\(item.language)."
                        : "Change them by hand."))
        }
    }

    func differs(_ column: SheetColumn, _ text: String, _ item: Item, _ community: Community) -> Bool {
        let cell = SheetExport.cell(column, item, community, site)
        if Sheet.trimmed(cell) == text { return false }
        switch column.way {
        case .list(isOrdered: false), .terms, .platforms, .channels, .connections:
            return Set(Sheet.items(cell)) != Set(Sheet.items(text))
        case .list: return Sheet.items(cell) != Sheet.items(text)
        case .count: return Self.digits(cell) != Self.digits(text)
        default: return true
        }
    }

    /// The last day of the latest date; `nil` when none can be read.
    static func day(_ texts: String?...) -> CivilDay? {
        texts.compactMap { $0.flatMap { PartialDate($0) }?.lastDay }.max()
    }
}
