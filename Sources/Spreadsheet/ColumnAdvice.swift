internal import Content
internal import Site
internal import Text

/// Which facts a column could be whose heading names none: by the words of its heading, and by what its cells hold.
struct ColumnAdvice {
    private let sheet: Sheet
    private let names: HeadingNames
    /// Columns that the sheet has already.
    private let taken: Set<String>
    private let isTerm: (String, TermKind) -> Bool

    /// How many cells are looked at, and how many facts are named.
    private static let sample = 50, named = 2
    /// Words for somebody who looks after a community.
    private static let persons: Set = [
        "lead", "leads", "leader", "chair", "coordinator", "steward", "facilitator", "organiser", "contact", "owner",
    ]
    /// From how many characters on a text is not a name.
    private static let long = 60
    /// Facts in words, those that a longer text is likelier to be first.
    private static let texts = ["summary", "eligibility", "meets"]
    private static let choices = ["stage", "membership", "scope"]

    init(_ sheet: Sheet, names: HeadingNames, taken: Set<String>, isTerm: @escaping (String, TermKind) -> Bool) {
        (self.sheet, self.names, self.taken, self.isTerm) = (sheet, names, taken, isTerm)
    }

    /// Names of columns for which something speaks, the likeliest first; empty where nothing does: words that could be
    /// any fact are no reason to name one.
    func facts(of column: Int) -> [String] {
        let cells = cells(of: column)
        if cells.isEmpty { return [] }
        let (possible, likely) = facts(of: cells)
        // What a heading says counts where the cells can be that.
        let said = facts(in: sheet.header[column]).filter(possible.contains)
        return Array((said + likely).uniqued().filter { !taken.contains($0) }.prefix(Self.named))
    }

    /// Whether a column may have the names of the communities, if no heading says which one has: short texts, one for
    /// each row.
    func mayBeNames(_ column: Int) -> Bool {
        let cells = cells(of: column)
        let filled = sheet.rows.lazy.filter { !$0.isEmpty }.prefix(Self.sample).count
        return !cells.isEmpty && cells.count == filled && Set(cells).count == cells.count
            && facts(of: cells).possible.contains("name")
    }

    /// Whether a column may say what the communities are for: texts of several words.
    func mayBeSummaries(_ column: Int) -> Bool {
        let cells = cells(of: column)
        return cells.count { $0.contains(" ") } * 2 > cells.count && facts(of: cells).possible.contains("summary")
    }

    /// Of the first rows, those that are not empty.
    private func cells(of column: Int) -> [String] {
        Array(
            sheet.rows.lazy.compactMap { $0.indices.contains(column) ? $0[column] : nil }.filter { !$0.isEmpty }
                .prefix(Self.sample))
    }

    /// What cells can be, and which of that they most likely are.
    private func facts(of cells: [String]) -> (possible: [String], likely: [String]) {
        func all(_ isSuch: (String) -> Bool) -> Bool { cells.allSatisfy(isSuch) }
        func same(_ facts: [String]) -> (possible: [String], likely: [String]) { (facts, facts) }
        if all({ SheetImport.digits($0).allSatisfy(\.isNumber) }) {
            return same(
                all { (1800...2100).contains(Int($0) ?? 0) } ? ["founded", "member_count"] : ["member_count"])
        }
        if all({ SheetDate($0) != nil || PartialDate($0) != nil }) { return same(["as_of", "founded", "stage_since"]) }
        if all({ $0.hasPrefix("https://") || $0.hasPrefix("http://") }) { return same(["join", "source", "channel"]) }
        if all({ $0.contains("@") && !$0.contains(" ") }) { return same(["welcome.contact", "join"]) }
        for kind in [TermKind.government, .role, .topic, .organisation] {
            let known = cells.count { cell in Self.items(cell).contains { isTerm($0, kind) } }
            guard known > 0, known * 2 >= cells.count else { continue }
            return same(
                names.columns.filter {
                    $0.way == .terms(kind) || $0.way == .organisation && kind == .organisation
                }.map(\.name))
        }
        if cells.contains(where: { $0.count > Self.long }) { return (Self.texts, []) }
        if Self.areFew(cells) {
            return (
                Self.choices,
                Self.choices.filter { name in cells.allSatisfy { SheetImport.isChoice($0, ofColumn: name) } }
            )
        }
        return (
            ["name"] + Self.texts + [
                "welcome.name", "organisation", "roles", "topics", "also_known_as", "sponsor", "join",
            ], []
        )
    }

    /// Whether cells repeat a few words, as choices do.
    private static func areFew(_ cells: [String]) -> Bool { cells.count >= 6 && Set(cells).count * 3 <= cells.count }

    private static func items(_ cell: String) -> [String] {
        Sheet.items(cell).flatMap { [$0] + $0.split { ",/|\n".contains($0) }.map { Sheet.trimmed(String($0)) } }
    }

    /// Facts that a heading has as a word: `Name of the community` has `name`.
    private func facts(in heading: String) -> [String] {
        let words = heading.lowercased().split { !$0.isLetter && $0 != "_" }.map(String.init)
        let person = words.contains { Self.persons.contains($0) } ? ["welcome.name", "welcome.contact"] : []
        let named = words.compactMap { names.column($0)?.name }
        // `Contact` alone heads people.
        return (words.count == 1 ? person + named : named + person).uniqued()
    }
}
