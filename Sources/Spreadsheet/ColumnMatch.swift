internal import Content
internal import Diagnostics
internal import Text

/// Which columns of a sheet are which facts: by `--map` where it names one, else by their headings.
struct ColumnMatch {
    /// By index, for the columns that are used.
    private(set) var columns: [Int: SheetColumn] = [:]
    private(set) var problems: [Diagnostic] = []
    /// Columns that name no fact, and were not left out on purpose.
    private(set) var unknown: [Int] = []
    /// Of these: which facts they could be.
    private(set) var fits: [Int: [String]] = [:]
    private let sheet: Sheet
    private let names: HeadingNames

    /// - Parameters:
    ///   - map: name of a column → heading in the sheet, or nothing to leave that column out.
    ///   - isTerm: whether a text is the name of a known term.
    init(_ sheet: Sheet, map: [String: String], names: HeadingNames, isTerm: @escaping (String, TermKind) -> Bool) {
        (self.sheet, self.names) = (sheet, names)
        problems = names.unknown(map.keys, of: "--map", in: sheet)
        for (name, heading) in map.sorted(by: { $0.key < $1.key }) where !heading.isEmpty {
            if let column = names.named(name) { use(heading, as: column) }
        }
        for (index, heading) in sheet.header.enumerated() where columns[index] == nil && !heading.isEmpty {
            if let column = names.column(heading), !mayNamePeople(index, column) {
                if map[column.name] == nil { match(index, column) }
            } else {
                unknown.append(index)
            }
        }
        reportUnknown(map, isTerm)
        if map["name"] == nil, let index = columnOfRespondents { reportRespondents(index) }
        if !columns.values.contains(where: { Self.deciding.contains($0.name) }) {
            report(
                sheet.range(row: -1, column: nil),
                "No column is called `name` or `id`, so nobody can tell which community a row is.",
                help: Help("Say which column has the names: --map name=\(ShellWord.quoted(likelyName))"),
                severity: .error)
        }
    }

    /// What `--map` or a mapping says.
    private mutating func use(_ heading: String, as column: SheetColumn) {
        let heading = Sheet.oneLine(heading)
        guard let index = sheet.header.firstIndex(of: heading) else {
            return report(
                0..<0,
                "The sheet has no column `\(heading)`, which `--map \(column.name)=\(heading)` asks "
                    + "for.\(NearestMatch.hint(heading, among: sheet.header))",
                severity: .error)
        }
        if let other = columns[index] {
            return report(
                sheet.range(ofHeader: index),
                "The column `\(heading)` cannot be both `\(other.name)` and `\(column.name)`, as --map or the mapping "
                    + "says.",
                help: Help("Leave one of them out: --map \(other.name)="), severity: .error)
        }
        columns[index] = column
    }

    /// Whether `Contact` is the heading of people's names, which are not published unasked, and not of addresses.
    private func mayNamePeople(_ index: Int, _ column: SheetColumn) -> Bool {
        guard column.key == "join", sheet.header[index].lowercased() == "contact" else { return false }
        return !holds(in: index) { $0.contains("@") || $0.contains("://") || $0.lowercased().hasPrefix("www.") }
    }

    /// A heading that names a fact. Of two for one fact the first counts, unless it is a list; of two that could say
    /// which community a row is neither does.
    private mutating func match(_ index: Int, _ column: SheetColumn) {
        let heading = sheet.header[index]
        guard let other = columns.first(where: { $0.value == column }),
            !column.isList || heading == sheet.header[other.key]
        else {
            columns[index] = column
            return
        }
        let first = sheet.header[other.key]
        let option = "--map \(column.name)=\(ShellWord.quoted(heading))"
        if Self.deciding.contains(column.name) {
            report(
                sheet.range(ofHeader: index),
                "The columns `\(first)` and `\(heading)` could both be the `\(column.name)` that says which community "
                    + "a row is.",
                help: Help(heading == first ? "Delete or rename one of them." : "Say which it is: \(option)"),
                severity: .error)
        } else {
            report(
                sheet.range(ofHeader: index),
                "The columns `\(first)` and `\(heading)` are both `\(column.name)`; the first counts.",
                help: Help(heading == first ? "Delete or rename one of them." : "To use the second: \(option)"))
        }
    }

    /// Where each fact is in a row, in the order of `HeadingNames.columns`; of several columns, that with its own name
    /// first.
    var sources: [(column: SheetColumn, indices: [Int])] {
        names.columns.compactMap { column in
            let indices = columns.filter { $0.value == column }.keys.sorted()
            let isNamed = { names.isName(sheet.header[$0]) }
            return indices.isEmpty ? nil : (column, indices.filter(isNamed) + indices.filter { !isNamed($0) })
        }
    }

    /// What says which community a row is: a wrong guess would write into another one.
    private static let deciding: Set = ["id", "name"]

    // MARK: Headings that name no fact

    private mutating func reportUnknown(_ map: [String: String], _ isTerm: @escaping (String, TermKind) -> Bool) {
        var taken = Set(columns.values.map(\.name)).union(map.keys)
        if map["name"] == nil, columnOfRespondents != nil { taken.remove("name") }
        let advice = ColumnAdvice(sheet, names: names, taken: taken, isTerm: isTerm)
        var hints: [Int: String] = [:]
        for index in unknown {
            let heading = sheet.header[index]
            hints[index] = NearestMatch.of(heading, among: names.columns.map(\.name))
            // A heading that is there twice cannot be named by --map.
            fits[index] = isSecond(index) ? [] : hints[index].map { [$0] } ?? advice.facts(of: index)
        }
        guess("name", taken, where: advice.mayBeNames)
        guess("summary", taken, where: advice.mayBeSummaries)
        for index in unknown {
            let heading = sheet.header[index]
            let facts = fits[index] ?? []
            report(
                sheet.range(ofHeader: index),
                "The column `\(heading)` is not a fact of a community, so it is left "
                    + "out.\(hints[index].map { " Did you mean `\($0)`?" } ?? "")",
                help: facts.isEmpty
                    ? (isSecond(index) ? "Rename one of the columns of this name." : nil)
                    : Help(
                        "To use it: "
                            + facts.map { "--map \($0)=\(ShellWord.quoted(heading))" }.joined(separator: ", or ")))
        }
    }

    /// Whether another column before it has the same heading.
    private func isSecond(_ index: Int) -> Bool { sheet.header.firstIndex(of: sheet.header[index]) != index }

    /// Notes a fact that every community has for the first column that may be it and nothing else, unless another one
    /// is that fact.
    private mutating func guess(_ fact: String, _ taken: Set<String>, where mayBe: (Int) -> Bool) {
        if taken.contains(fact) || fits.values.contains(where: { $0.contains(fact) }) { return }
        if let index = unknown.first(where: { fits[$0] == [] && !isSecond($0) && mayBe($0) }) { fits[index] = [fact] }
    }

    // MARK: Answers to a form

    /// The column of those who answered, in a sheet of Microsoft Forms: after a number, when the answer was begun and
    /// sent, and from which address. The headings are in the language of the person who saved it.
    private var columnOfRespondents: Int? {
        guard let index = columns.first(where: { $0.value.name == "name" })?.key, index == 4,
            (1...2).allSatisfy({ holds(in: $0) { $0.contains(":") && $0.contains(where: \.isNumber) } }),
            holds(in: 3, { $0.contains("@") || $0.lowercased() == "anonymous" })
        else { return nil }
        return index
    }

    /// Whether a column has cells with something in them, and all are such.
    private func holds(in column: Int, _ isSuch: (String) -> Bool) -> Bool {
        let cells = sheet.rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }.filter { !$0.isEmpty }
        return !cells.isEmpty && cells.allSatisfy(isSuch)
    }

    /// The heading of the column that is likeliest to have the names of communities.
    private var likelyName: String {
        let likely =
            unknown.first { fits[$0]?.first == "name" } ?? unknown.first { fits[$0]?.contains("name") ?? false }
        return likely.map { sheet.header[$0] } ?? sheet.header.first { !$0.isEmpty } ?? "Column"
    }

    private mutating func reportRespondents(_ index: Int) {
        let questions = sheet.header.dropFirst(index + 1).filter { !$0.isEmpty }
        let likely = questions.first { $0.lowercased().contains("name") } ?? questions.first ?? "Question"
        report(
            sheet.range(ofHeader: index),
            "The column `\(sheet.header[index])` has the people who answered a form, not the names of communities.",
            help: Help("Say which question asked for the name: --map name=\(ShellWord.quoted(likely))"),
            severity: .error)
    }

    private mutating func report(
        _ range: ByteRange, _ message: String, help: Help? = nil, severity: Severity = .warning
    ) {
        var problem = SheetRules.unknownColumn.at(range, in: sheet.path, message, help: help)
        problem.severity = severity
        problems.append(problem)
    }
}

extension HeadingNames {
    /// Names that are those of no column, in the words of an option.
    func unknown(_ names: some Collection<String>, of option: String, in sheet: Sheet) -> [Diagnostic] {
        let facts = columns.map(\.name)
        return names.sorted().filter { !facts.contains($0) }.map { name in
            var problem = SheetRules.unknownColumn.at(
                0..<0, in: sheet.path,
                "`\(option) \(name)=…` does not name a fact.\(NearestMatch.hint(name, among: facts))",
                help: Help("Facts: \(facts.joined(separator: ", "))."))
            problem.severity = .error
            return problem
        }
    }
}
