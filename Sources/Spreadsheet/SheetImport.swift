public import Content
public import Diagnostics
public import Site
internal import Text

/// What a sheet changes in the files of a handbook. Nothing is written here.
///
/// A row is a community. A cell becomes the value of a key, an empty cell changes nothing; whatever else a file says
/// stays as it is. Whether values are right is for the checks of the site to say, once the changed files are in it.
public struct SheetImport: Sendable {
    public struct Change: Sendable {
        /// Below `content/`.
        public let path: String
        /// `nil` for a new file.
        public let before: [UInt8]?
        public let after: [UInt8]
        /// Index into the sheet's rows.
        public let row: Int
    }

    public struct Term: Sendable {
        public let kind: TermKind
        /// A new file; its row is the first that has the term.
        public let change: Change
        /// All rows that have it.
        public let rows: [Int]
    }

    /// At most one a row, in the order of the rows.
    public private(set) var changes: [Change] = []
    /// Files of terms that the sheet brings, whose name would be lost with an id alone.
    public private(set) var terms: [Term] = []
    /// Rows that say what their files say already.
    public private(set) var unchanged = 0
    /// Rows of which nothing is changed because of an error.
    public private(set) var rowsLeftOut = 0
    /// Of the sheet.
    public private(set) var problems: [Diagnostic] = []
    /// Ids of communities whose summary was made from other facts.
    var madeSummaries: [String] = []
    /// How spellings became terms.
    var folding: TermFolding

    /// The headings of the sheet: the fact that each is read as, and which it could be where it names none.
    public private(set) var headings: [(text: String, fact: String?, fits: [String])] = []

    let sheet: Sheet
    let site: SiteGraph
    let options: Options
    /// By index, for the columns of the sheet that are used.
    private(set) var columns: [Int: SheetColumn] = [:]
    /// As `ColumnMatch.sources` has them.
    private var sources: [(column: SheetColumn, indices: [Int])] = []
    /// What all rows say that do not say otherwise.
    private(set) var given: [Fact] = []
    /// Communities by what they are called.
    private(set) var idsByName: [String: String] = [:]
    /// Names that several communities have, with their ids.
    private(set) var idsOfShared: [String: [String]] = [:]
    /// Ids of the rows by their names.
    private(set) var idsOfRows: [String: String] = [:]
    var rowsByID: [String: Int] = [:]
    /// Words after addresses, with how often.
    var leftOut: [String: Int] = [:]
    /// What other programs write into an empty cell, with how often.
    var empty: [String: Int] = [:]
    /// Texts that were taken for a number or an address, with that.
    var taken: [String: String] = [:]
    /// In which order dates are that could be read in two; `nil` where nothing says it.
    var dateOrder: DateOrder?
    /// Names of columns in which a program seems to have made days of all months and years: pandas does where it reads
    /// dates.
    var columnsOfDays: Set<String> = []
    /// Such days, which count as the month or year of the file.
    var madeDays: [String] = []
    /// Ids of terms that are the only item of a cell.
    var alone: [TermKind: Set<String>] = [:]
    /// The rows that name an organisation, by its id.
    var rowsOfOrganisations: [String: Set<Int>] = [:]
    /// Organisations that stay a text, because one row alone names them.
    var plainOrganisations: [String] = []
    /// Cells that could be one item or several, by the name of their column.
    var openLists: [String: [(row: Int, text: String)]] = [:]
    /// Cells that are a number or a year but for a word.
    var unknownWords: [UnknownWord: [(row: Int, text: String)]] = [:]

    public struct Options: Sendable {
        /// Name of a column → heading in the sheet, or nothing to leave that column out.
        public var map: [String: String]
        /// Whether facts of a file that are newer than those of the sheet are replaced too.
        public var replacesNewer: Bool
        /// In which order dates are that could be read in two; `nil` for that of the sheet's other dates.
        public var dates: DateOrder?
        /// Name of a column → what separates the items of its lists beside a semicolon, or nothing where nothing else
        /// does.
        public var separators: [String: String] = [:]
        /// Name of a column → what its empty cells say.
        public var set: [String: String] = [:]
        /// Words that head a column in the languages of the site → its name.
        public var words: [String: String] = [:]
        /// Words that cells hold in the languages of the site.
        public var cells = CellWords()
        /// Platforms of channels that are known by their id.
        public var platforms: Set<String> = []
        /// Paths of the files in the handbook, below `content/`.
        public var paths: Set<String>
        public var read: @Sendable (String) -> [UInt8]?

        public init(
            map: [String: String] = [:], replacesNewer: Bool = false, dates: DateOrder? = nil, paths: Set<String>,
            read: @escaping @Sendable (String) -> [UInt8]?
        ) {
            self.map = map
            self.replacesNewer = replacesNewer
            self.dates = dates
            self.paths = paths
            self.read = read
        }
    }

    public init(_ sheet: Sheet, into site: SiteGraph, _ options: Options) {
        let languages = [site.defaultLanguage] + site.languages.filter { $0 != site.defaultLanguage }
        let names = HeadingNames(languages: languages, words: options.words)
        let layout = SheetLayout(sheet, map: options.map, names: names)
        let sheet = layout.sheet
        self.sheet = sheet
        self.site = site
        self.options = options
        folding = TermFolding(site)
        noteNames()
        let known = folding
        let match = ColumnMatch(sheet, map: options.map, names: names) { known.known($0, $1) != nil }
        headings = sheet.header.enumerated().filter { !$0.element.isEmpty }.map { index, heading in
            (heading, match.columns[index]?.name, match.fits[index] ?? [])
        }
        (columns, problems) = (match.columns, layout.problems + match.problems)
        sources = match.sources
        problems += names.unknown(options.separators.keys, of: "--split", in: sheet)
        problems += names.unknown(options.set.keys, of: "--set", in: sheet)
        given = names.columns.compactMap { column in
            options.set[column.name].flatMap { $0.isEmpty ? nil : (column, Sheet.trimmed($0)) }
        }
        reportCountingIDs()
        readCells()
        guard !problems.contains(where: { $0.severity == .error }) else { return }
        noteNamesOfRows()
        for row in sheet.rows.indices where !sheet.rows[row].isEmpty && !layout.isLeftOut(row) {
            let done = changes.count + unchanged
            if layout.doubtful.contains(row), isDoubtful(row) { reportDoubt(row) } else { add(row) }
            if changes.count + unchanged == done { rowsLeftOut += 1 }
        }
        reportOpenLists()
        reportUnknownWords()
        terms = newTerms
    }

    private mutating func noteNames() {
        for id in site.communities {
            for name in Set(site[id].common.names.map(Self.folded)) {
                if let other = idsByName[name] {
                    idsOfShared[name, default: [other]].append(site[id].id)
                } else {
                    idsByName[name] = site[id].id
                }
            }
        }
    }

    private mutating func noteNamesOfRows() {
        let idColumn = columns.first { $0.value.way == .id }?.key
        for row in sheet.rows.indices {
            guard let name = nameCell(row) else { continue }
            idsOfRows[Self.folded(name)] = idColumn.flatMap { cell(row, $0) } ?? ID.from(name)
        }
    }

    private var newTerms: [Term] {
        let changed = Set(changes.map(\.row))
        return TermKind.allCases.flatMap { kind -> [Term] in
            (folding.new[kind] ?? [:]).sorted { $0.key < $1.key }.compactMap { id, term in
                let path = "\(kind.folder)/\(id).md"
                let rows = term.rows.filter(changed.contains)
                guard let first = rows.first, folding.needsFile(id, kind), !options.paths.contains(path) else {
                    return nil
                }
                let text = "---\nname: \(FrontMatterValue.written(term.name))\n---\n"
                return Term(
                    kind: kind, change: Change(path: path, before: nil, after: Array(text.utf8), row: first), rows: rows
                )
            }
        }
    }

    /// A name as people compare it: capitals, accents and runs of spaces do not matter, signs do.
    static func folded(_ name: String) -> String {
        var out = ""
        for scalar in name.unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
            if !scalar.properties.isWhitespace {
                out += scalar == "\u{2019}" ? "'" : PlainLetters.folded(scalar)
            } else if out.last != " ", !out.isEmpty {
                out.append(" ")
            }
        }
        return out
    }

    mutating func report(_ rule: Rule, _ range: ByteRange, _ message: String, help: Help? = nil) {
        problems.append(rule.at(range, in: sheet.path, message, help: help))
    }

    // MARK: Rows

    typealias Fact = (column: SheetColumn, text: String)

    /// What a row says. Columns of one list are one fact.
    private func facts(of row: Int) -> [Fact] {
        var facts: [Fact] = sources.compactMap { column, indices in
            let cells = indices.compactMap { cell(row, $0) }
            guard cells.count > 1 else { return cells.first.map { (column, $0) } }
            return (column, Sheet.cell(cells.flatMap(Sheet.items).uniqued()))
        }
        for fact in given where !facts.contains(where: { $0.column == fact.column }) { facts.append(fact) }
        return facts
    }

    /// Without the platforms of which the row's channels say more.
    private func withoutRepeatedPlatforms(_ facts: [Fact]) -> [Fact] {
        var facts = facts
        let channels = facts.first { $0.column.way == .channels }.map { Sheet.items($0.text) } ?? []
        let told = Set(channels.map { SheetItem.channel($0)[0].text })
        if !told.isEmpty, let index = facts.firstIndex(where: { $0.column.way == .platforms }) {
            facts[index].text = Sheet.cell(Sheet.items(facts[index].text).filter { !told.contains(ID.from($0)) })
            if facts[index].text.isEmpty { facts.remove(at: index) }
        }
        return facts
    }

    private mutating func add(_ row: Int) {
        let cells = sheet.rows[row]
        var facts = facts(of: row)
        if cells.dropFirst(sheet.header.count).contains(where: { !$0.isEmpty }) {
            report(
                SheetRules.row, sheet.range(row: row, column: nil),
                "\(label(ofRow: row)) has \(cells.count) cells, and the header has \(sheet.header.count).",
                help: "Put a text with a comma in it in quotation marks.")
            return
        }
        func fact(_ name: String) -> String? { facts.first { $0.column.name == name }?.text }
        let hasID = fact("id") != nil
        guard let id = id(of: row, fact("id"), name: fact("name")) else { return }
        let paths = Self.paths(of: id)
        let path = paths.first(where: options.paths.contains) ?? paths[0]
        let before = options.paths.contains(path) ? options.read(path) : nil
        if before == nil, fact("name") == nil {
            report(
                SheetRules.row, sheet.range(row: row, column: nil),
                "\(label(ofRow: row)): there is no community `\(id)` yet, and a new one needs a `name`.")
            return
        }
        let known = before == nil ? nil : community(id)
        guard let wholeFacts = wholeFacts(facts, row, known) else { return }
        facts = wholeFacts
        let day = Self.day(fact("as_of"), fact("verified"), fact("member_count_as_of"))
        if let known {
            // A community that is found by another of its names keeps its main name.
            if !hasID, let name = fact("name"), has(known.item, name) {
                facts.removeAll { $0.column.name == "name" }
            }
            dropWhatStays(&facts, known, row, day)
            reportDates(besides: facts, known.entry, row)
        }
        change(path, from: before, by: facts, known, id, row)
    }

    private mutating func change(
        _ path: String, from before: [UInt8]?, by facts: [Fact], _ known: (item: Item, entry: Community)?, _ id: String,
        _ row: Int
    ) {
        do {
            let after: [UInt8]
            if let before {
                after = try changed(before, path, facts, row, known)
            } else {
                after = try newFile(path, facts, id, row)
            }
            if after == before {
                unchanged += 1
            } else {
                changes.append(Change(path: path, before: before, after: after, row: row))
            }
        } catch {
            report(error, row, path)
        }
    }

    /// The facts as content has them; `nil`, reported, where one could mean two things.
    private mutating func wholeFacts(_ facts: [Fact], _ row: Int, _ known: (item: Item, entry: Community)?) -> [Fact]? {
        // All are read, so that all questions are asked at once.
        var texts: [String?] = []
        for fact in facts { texts.append(read(fact, row, known)) }
        guard texts.allSatisfy({ $0 != nil }) else { return nil }
        let read = zip(facts, texts).map { Fact($0.column, $1 ?? "") }
        return joinChannels(read, row).map(withoutRepeatedPlatforms)?.filter {
            $0.column.way != .id && !$0.text.isEmpty
        }
    }

    private mutating func changed(
        _ before: [UInt8], _ path: String, _ facts: [Fact], _ row: Int, _ known: (item: Item, entry: Community)?
    ) throws(FrontMatterEdit.Failure) -> [UInt8] {
        if facts.isEmpty { return before }
        var edit = try FrontMatterEdit(
            SourceFile(path: path, bytes: before), order: Self.keys,
            language: known?.item.language ?? site.defaultLanguage)
        for (column, text) in facts { try set(column, text, ofRow: row, besides: known, in: &edit) }
        return edit.bytes
    }

    private static let keys = SheetColumn.all.map(\.key)

    private mutating func newFile(_ path: String, _ facts: [Fact], _ id: String, _ row: Int)
        throws(FrontMatterEdit.Failure) -> [UInt8]
    {
        var (values, others): ([(key: String, value: FrontMatterValue)], [Fact]) = ([], [])
        for (column, text) in facts {
            if column.language == nil, let value = value(of: column, text, ofRow: row) {
                values.append((column.key, value))
            } else {
                others.append((column, text))
            }
        }
        if !values.contains(where: { $0.key == "summary" }) {
            let isTold = others.contains { $0.column.key == "summary" }
            if !isTold { values.append(("summary", .text(madeSummary(facts, id)))) }
        }
        var edit = try FrontMatterEdit(new: values, path: path, order: Self.keys, language: site.defaultLanguage)
        for (column, text) in others { try set(column, text, ofRow: row, besides: nil, in: &edit) }
        return edit.bytes
    }

    private mutating func report(_ failure: FrontMatterEdit.Failure, _ row: Int, _ path: String) {
        switch failure {
        case .unreadable:
            report(
                SheetRules.row, sheet.range(row: row, column: nil),
                "\(label(ofRow: row)): the front matter of `\(path)` cannot be read, so the file is left as it is.",
                help: "Fix the file (`folkmoot check` says how), then import again.")
        case .notChanged(let key):
            report(
                SheetRules.row, range(row, key),
                "\(label(ofRow: row)): `\(key)` is in `\(path)` in a form, or with comments, that would not "
                    + "survive the change, so the file is left as it is.",
                help: "Write the new value into the file by hand, or empty the cell; then import again.")
        }
    }

    func label(ofRow row: Int) -> String { "Row \(sheet.number(ofRow: row))" }

    func range(_ row: Int, _ name: String) -> ByteRange {
        sheet.range(row: row, column: columns.first { $0.value.name == name }?.key)
    }
}
