internal import Diagnostics
internal import Text

/// Which columns of a sheet are which facts: by `--map` where it names one, else by their headings.
struct ColumnMatch {
    /// By index, for the columns that are used.
    private(set) var columns: [Int: SheetColumn] = [:]
    private(set) var problems: [Diagnostic] = []
    private let sheet: Sheet

    /// - Parameter map: name of a column → heading in the sheet, or nothing to leave that column out.
    init(_ sheet: Sheet, map: [String: String]) {
        self.sheet = sheet
        problems = Self.unknown(map.keys, of: "--map", in: sheet)
        for (name, heading) in map.sorted(by: { $0.key < $1.key }) {
            guard let column = SheetColumn.all.first(where: { $0.name == name }) else { continue }
            if heading.isEmpty { continue }
            guard let index = sheet.header.firstIndex(of: heading) else {
                report(
                    0..<0,
                    "The sheet has no column `\(heading)`, which `--map \(name)=\(heading)` asks "
                        + "for.\(NearestMatch.hint(heading, among: sheet.header))",
                    severity: .error)
                continue
            }
            columns[index] = column
        }
        for (index, heading) in sheet.header.enumerated() where columns[index] == nil && !heading.isEmpty {
            guard let column = SheetColumn.named(heading) else {
                let hint = NearestMatch.of(heading, among: SheetColumn.all.map(\.name))
                report(
                    sheet.range(ofHeader: index),
                    "The column `\(heading)` is no fact of a community, so it is left "
                        + "out.\(hint.map { " Did you mean `\($0)`?" } ?? "")",
                    help: "To use it all the same: --map \(hint ?? "name")=\(ShellWord.quoted(heading))")
                continue
            }
            if map[column.name] != nil { continue }
            if let other = columns.first(where: { $0.value == column }),
                !column.isList || heading == sheet.header[other.key]
            {
                if Self.deciding.contains(column.name) {
                    report(
                        sheet.range(ofHeader: index),
                        "The columns `\(sheet.header[other.key])` and `\(heading)` could both be the `\(column.name)` "
                            + "that says which community a row is.",
                        help: heading == sheet.header[other.key]
                            ? "Delete or rename one of them."
                            : "Say which it is: --map \(column.name)=\(ShellWord.quoted(heading))",
                        severity: .error)
                    continue
                }
                report(
                    sheet.range(ofHeader: index),
                    "The columns `\(sheet.header[other.key])` and `\(heading)` are both `\(column.name)`; the first "
                        + "counts.",
                    help: heading == sheet.header[other.key]
                        ? "Delete or rename one of them."
                        : "To use the second: --map \(column.name)=\(ShellWord.quoted(heading))")
                continue
            }
            columns[index] = column
        }
        if map["name"] == nil, let index = columnOfRespondents { reportRespondents(index) }
        if !columns.values.contains(where: { Self.deciding.contains($0.name) }) {
            report(
                sheet.range(row: -1, column: nil),
                "No column is called `name` or `id`, so nobody can tell which community a row is.",
                help:
                    Help(
                        "If the first row is a title, delete it: the first row must name the columns. Otherwise say "
                            + "which column has the names: --map "
                            + "name=\(ShellWord.quoted(sheet.header.first { !$0.isEmpty } ?? "Column"))"),
                severity: .error)
        }
    }

    /// Names that are those of no column, in the words of an option.
    static func unknown(_ names: some Collection<String>, of option: String, in sheet: Sheet) -> [Diagnostic] {
        let facts = SheetColumn.all.map(\.name)
        return names.sorted().filter { !facts.contains($0) }.map { name in
            var problem = SheetRules.unknownColumn.at(
                0..<0, in: sheet.path,
                "`\(option) \(name)=…` names no fact.\(NearestMatch.hint(name, among: facts))",
                help: Help("Facts: \(facts.joined(separator: ", "))."))
            problem.severity = .error
            return problem
        }
    }

    /// Where each fact is in a row, in the order of `SheetColumn.all`; of several columns, that with its own name
    /// first.
    var sources: [(column: SheetColumn, indices: [Int])] {
        SheetColumn.all.compactMap { column in
            let indices = columns.filter { $0.value == column }.keys.sorted()
            let isNamed = { SheetColumn.isName(sheet.header[$0]) }
            return indices.isEmpty ? nil : (column, indices.filter(isNamed) + indices.filter { !isNamed($0) })
        }
    }

    /// What says which community a row is: a wrong guess would write into another one.
    private static let deciding: Set = ["id", "name"]

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
