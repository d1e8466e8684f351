public import Content
public import Diagnostics
public import Site

/// What a sheet changes in the files of a handbook. Nothing is written here.
///
/// A row is a community. A cell becomes the value of a key, an empty cell changes nothing; whatever else a file says stays
/// as it is. Whether values are right is for the checks of the site to say, once the changed files are in it.
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

    /// At most one a row, in the order of the rows.
    public private(set) var changes: [Change] = []
    /// Rows that say what their files say already.
    public private(set) var unchanged = 0
    /// Of the sheet.
    public private(set) var problems: [Diagnostic] = []
    /// Ids of communities whose summary was made from other facts.
    public private(set) var madeSummaries: [String] = []
    /// How spellings became terms.
    private(set) var folding: TermFolding

    private let sheet: Sheet
    private let site: Site
    private let vocabulary: Vocabulary
    private let options: Options
    /// By index, for the columns of the sheet that are used.
    private var columns: [Int: SheetColumn] = [:]
    /// Communities by what they are called.
    private var idsByName: [String: String] = [:]
    private var rowsByID: [String: Int] = [:]
    /// Words behind addresses, with how often.
    private var leftOut: [String: Int] = [:]

    public struct Options: Sendable {
        /// Name of a column → heading in the sheet.
        public var map: [String: String]
        /// Whether facts of a file that are newer than those of the sheet are replaced too.
        public var replacesNewer: Bool
        /// Paths of the files in the handbook, below `content/`.
        public var paths: Set<String>
        public var read: @Sendable (String) -> [UInt8]?

        public init(map: [String: String] = [:], replacesNewer: Bool = false, paths: Set<String>, read: @escaping @Sendable (String) -> [UInt8]?) {
            self.map = map
            self.replacesNewer = replacesNewer
            self.paths = paths
            self.read = read
        }
    }

    public init(_ sheet: Sheet, into site: Site, _ options: Options) {
        self.sheet = sheet
        self.site = site
        self.options = options
        vocabulary = Vocabulary(items: site.items)
        folding = TermFolding(site)
        for id in site.communities {
            for name in names(of: site[id]) where idsByName[Self.folded(name)] == nil { idsByName[Self.folded(name)] = site[id].id }
        }
        matchColumns()
        guard !problems.contains(where: { $0.severity == .error }) else { return }
        for row in sheet.rows.indices where sheet.rows[row].contains(where: { !$0.isEmpty }) { add(row) }
    }

    private func names(of item: Item) -> [String] {
        (item.common.title.map { [$0.value.original] + $0.value.translations.values.sorted() } ?? []) + item.common.alsoKnownAs.items().map(\.value)
    }

    /// A name as people compare it: capitals, accents and runs of spaces do not matter, signs do.
    private static func folded(_ name: String) -> String {
        var out = ""
        for scalar in name.lowercased().unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
            let plain = ID.unaccented(scalar)
            if !scalar.properties.isWhitespace { out.unicodeScalars.append(plain == "-" ? scalar : plain) } else if out.last != " ", !out.isEmpty { out.append(" ") }
        }
        return out
    }

    // MARK: Columns

    private mutating func matchColumns() {
        for (name, heading) in options.map.sorted(by: { $0.key < $1.key }) {
            guard let column = SheetColumn.all.first(where: { $0.name == name }) else {
                report(SheetRules.unknownColumn, 0..<0, "`--map \(name)=…` names no fact.\(NearestMatch.hint(name, among: SheetColumn.all.map(\.name)))", help: "Facts: \(SheetColumn.all.map(\.name).joined(separator: ", ")).", severity: .error)
                continue
            }
            guard let index = sheet.header.firstIndex(of: heading) else {
                report(SheetRules.unknownColumn, 0..<0, "The sheet has no column `\(heading)`, which `--map \(name)=\(heading)` asks for.\(NearestMatch.hint(heading, among: sheet.header))", severity: .error)
                continue
            }
            columns[index] = column
        }
        for (index, heading) in sheet.header.enumerated() where columns[index] == nil && !heading.isEmpty {
            guard let column = SheetColumn.named(heading) else {
                let hint = NearestMatch.of(heading, among: SheetColumn.all.map(\.name))
                report(SheetRules.unknownColumn, sheet.range(ofHeader: index), "The column `\(heading)` is no fact of a community, so it is left out.\(hint.map { " Did you mean `\($0)`?" } ?? "")", help: "To use it all the same: --map \(hint ?? "name")=\(Self.quoted(heading))")
                continue
            }
            if options.map[column.name] != nil { continue }
            if let other = columns.first(where: { $0.value == column }) {
                report(SheetRules.unknownColumn, sheet.range(ofHeader: index), "The columns `\(sheet.header[other.key])` and `\(heading)` are both `\(column.name)`; the first counts.", help: heading == sheet.header[other.key] ? "Delete or rename one of them." : "To use the second: --map \(column.name)=\(Self.quoted(heading))")
                continue
            }
            columns[index] = column
        }
        if !columns.values.contains(where: { $0.name == "name" || $0.name == "id" }) {
            report(SheetRules.unknownColumn, sheet.range(row: -1, column: nil), "No column is called `name` or `id`, so nobody can tell which community a row is.", help: "If the first row is a title, delete it: the first row must name the columns. Otherwise say which column has the names: --map name=\(Self.quoted(sheet.header.first { !$0.isEmpty } ?? "Column"))", severity: .error)
        }
    }

    private mutating func report(_ rule: Rule, _ range: ByteRange, _ message: String, help: String? = nil, severity: Severity? = nil) {
        var problem = rule.at(range, in: sheet.path, message, help: help)
        if let severity { problem.severity = severity }
        problems.append(problem)
    }

    /// As a shell takes it for one word.
    private static func quoted(_ word: String) -> String { "'" + word.replacing("'", with: "'\\''") + "'" }

    // MARK: Rows

    private mutating func add(_ row: Int) {
        let cells = sheet.rows[row]
        var facts: [(column: SheetColumn, text: String)] = columns.sorted { $0.key < $1.key }.compactMap { index, column in
            cells.indices.contains(index) && !cells[index].isEmpty ? (column, cells[index]) : nil
        }
        let given = sheet.cellCount(row: row)
        if given > sheet.header.count, cells.count > sheet.header.count, cells[sheet.header.count...].contains(where: { !$0.isEmpty }) {
            report(SheetRules.row, sheet.range(row: row, column: nil), "\(Self.name(ofRow: row)) has \(given) cells, and the header has \(sheet.header.count).", help: "A text with a comma in it stands in quotation marks.", severity: .error)
            return
        }
        func fact(_ name: String) -> String? { facts.first { $0.column.name == name }?.text }
        guard let id = id(of: row, fact("id"), name: fact("name")) else { return }
        let paths = ["communities/\(id).md", "communities/\(id)/index.md"]
        let path = paths.first(where: options.paths.contains) ?? paths[0]
        let before = options.paths.contains(path) ? options.read(path) : nil
        if before == nil, fact("name") == nil {
            report(SheetRules.row, sheet.range(row: row, column: nil), "\(Self.name(ofRow: row)): there is no community `\(id)` yet, and a new one needs a `name`.", severity: .error)
            return
        }
        facts.removeAll { $0.column.way == .id }
        do {
            let start = before ?? Array("---\nname: \(FrontMatterValue.written(fact("name") ?? id))\n---\n".utf8)
            var edit = try FrontMatterEdit(SourceFile(path: path, bytes: start), order: SheetColumn.all.map(\.key), language: site.defaultLanguage)
            if before != nil { dropEqual(&facts, id, row) }
            if before != nil, !options.replacesNewer { dropOlder(&facts, id, row, Self.day(fact("as_of"), fact("verified"), fact("member_count_as_of"))) }
            for (column, text) in facts { try set(column, text, besides: platforms(of: id), in: &edit) }
            if before == nil, fact("summary") == nil { try addSummary(facts, id, &edit) }
            if edit.bytes == before { unchanged += 1 } else { changes.append(Change(path: path, before: before, after: edit.bytes, row: row)) }
        } catch {
switch error {
            case .unreadable:
                report(SheetRules.row, sheet.range(row: row, column: nil), "\(Self.name(ofRow: row)): the front matter of `\(path)` cannot be read, so the file is left as it is.", help: "Mend the file (`folkmoot check` says how), then import again.", severity: .error)
            case .notChanged(let key):
                report(SheetRules.row, range(row, key), "\(Self.name(ofRow: row)): `\(key)` stands in `\(path)` in a form, or with comments, that would not survive the change, so the file is left as it is.", help: "Write the new value into the file by hand, or empty the cell; then import again.", severity: .error)
            }
        }
    }

    /// As spreadsheet programs count: the header is row 1.
    static func name(ofRow row: Int) -> String { "Row \(row + 2)" }

    /// The id that a row states, that of the community of its name, or one made from the name.
    private mutating func id(of row: Int, _ stated: String?, name: String?) -> String? {
        let id: String
        if let stated {
            guard ID.isValid(stated), stated.utf8.count <= 100, stated != "index", !stated.hasPrefix("-") else {
                report(SheetRules.row, range(row, "id"), "\(Self.name(ofRow: row)), column id: `\(stated)` is no id: it takes lower-case letters, digits and hyphens.", help: "Write `\(ID.from(stated))`, or leave the cell empty.", severity: .error)
                return nil
            }
            id = stated
        } else if let name {
            id = idsByName[Self.folded(name)] ?? ID.from(name)
            guard idsByName[Self.folded(name)] != nil || !isTaken(id) else {
                report(SheetRules.row, range(row, "name"), "\(Self.name(ofRow: row)), column name: `\(name)` would be `\(id)`, and there is another community of that id\(site.routes["communities/\(id)/"].map { ", “\(site[$0].title(in: site.defaultLanguage).text)”" } ?? "").", help: "Say which it is in a column `id`: `\(id)` if it is that one, or an id of its own.", severity: .error)
                return nil
            }
        } else {
            report(SheetRules.row, sheet.range(row: row, column: nil), "\(Self.name(ofRow: row)) has neither an `id` nor a `name`, so nobody can tell which community it is.", severity: .error)
            return nil
        }
        if let other = rowsByID[id] {
            report(SheetRules.row, sheet.range(row: row, column: nil), "\(Self.name(ofRow: row)) is `\(id)`, as \(Self.name(ofRow: other).lowercased()) is already.", help: "Keep one of them; or give them ids of their own in a column `id`.", severity: .error)
            return nil
        }
        rowsByID[id] = row
        return id
    }

    /// Whether an id has a file, or may have none.
    private func isTaken(_ id: String) -> Bool { id == "index" || ["communities/\(id).md", "communities/\(id)/index.md"].contains(where: options.paths.contains) }

    /// Facts that the entry has already, however they are written there; and texts of an entry in another language.
    private mutating func dropEqual(_ facts: inout [(column: SheetColumn, text: String)], _ id: String, _ row: Int) {
        guard let item = site.routes["communities/\(id)/"].map({ site[$0] }), case .community(let community) = item.entry else { return }
        facts.removeAll { !differs($0.column, $0.text, item, community) }
        guard item.language != site.defaultLanguage, facts.contains(where: { Self.prose.contains($0.column.name) }) else { return }
        facts.removeAll { Self.prose.contains($0.column.name) }
        report(SheetRules.language, sheet.range(row: row, column: nil), "\(Self.name(ofRow: row)): `\(item.path)` is written in `\(item.language)`, so its texts stay as they are.", help: "A sheet holds texts in `\(site.defaultLanguage)`. Change those of this entry by hand.")
    }

    private static let prose: Set = ["name", "summary", "eligibility", "meets", "sponsor"]

    private func range(_ row: Int, _ name: String) -> ByteRange { sheet.range(row: row, column: columns.first { $0.value.name == name }?.key) }

    /// Facts that the file has from a later day stay.
    private mutating func dropOlder(_ facts: inout [(column: SheetColumn, text: String)], _ id: String, _ row: Int, _ day: CivilDay?) {
        guard let day, let item = site.routes["communities/\(id)/"].map({ site[$0] }), case .community(let community) = item.entry else { return }
        let dates = [item.common.asOf?.value, item.common.verified?.value, community.memberCount?.value.asOf?.value].compactMap { $0 }
        guard let newest = dates.max(by: { $0.lastDay < $1.lastDay }), newest.lastDay > day, facts.contains(where: { differs($0.column, $0.text, item, community) }) else { return }
        report(
            SheetRules.older, sheet.range(row: row, column: nil), "\(Self.name(ofRow: row)): the facts in `content/\(item.path)` are from \(newest.isoDate), later than those of the row, so they stay.",
            help: "To replace them all the same: --replace-newer")
        facts = []
    }

    private func differs(_ column: SheetColumn, _ text: String, _ item: Item, _ community: Community) -> Bool {
        let cell = SheetExport.cell(column, item, community, site)
        if Sheet.trimmed(cell) == text { return false }
        switch column.way {
        case .list(isOrdered: false), .terms, .platforms: return Set(Sheet.items(cell)) != Set(Sheet.items(text))
        case .list: return Sheet.items(cell) != Sheet.items(text)
        default: return true
        }
    }

    /// The last day of the latest date; `nil` when none can be read.
    private static func day(_ texts: String?...) -> CivilDay? { texts.compactMap { $0.flatMap { PartialDate($0) }?.lastDay }.max() }

    private func platforms(of id: String) -> [String] {
        guard let item = site.routes["communities/\(id)/"], case .community(let community) = site[item].entry else { return [] }
        return community.channels.items().compactMap { $0.value.platform?.value }
    }

    // MARK: Values

    /// - Parameter platforms: of the channels that the entry has.
    private mutating func set(_ column: SheetColumn, _ text: String, besides platforms: [String], in edit: inout FrontMatterEdit) throws(FrontMatterEdit.Failure) {
        switch column.way {
        case .id: break
        case .text: try edit.set(column.name, .text(text))
        case .choice:
            let id = ID.from(text)
            try edit.set(column.name, .text(Self.choices[column.name]?.contains(id) ?? false ? id : text))
        case .list(let isOrdered):
            let items = Sheet.items(text).map { column.name == "source" ? address(in: $0) : $0 }
            try edit.set(column.name, Self.value(items), isOrdered: isOrdered)
        case .terms(let kind):
            var ids: [String] = []
            for item in Sheet.items(text) {
                let id = folding.id(of: item, kind)
                if !ids.contains(id) { ids.append(id) }
            }
            try edit.set(column.name, kind == .government ? Self.value(ids) : .list(ids))
        case .organisation:
            let known = vocabulary.route(text, .organisation)
            try edit.set(column.name, .text(known == nil ? text : folding.id(of: text, .organisation)))
        case .community: try edit.set(column.name, .text(idsByName[Self.folded(text)] ?? text))
        case .part(let group, let key): try edit.set(key, of: group, to: text)
        case .count: try edit.set("count", of: "member_count", to: Self.digits(text))
        case .platforms:
            let known = Set(platforms.map(ID.from))
            for item in Sheet.items(text) where !known.contains(ID.from(item)) { try edit.add([.init("platform", ID.from(item))], to: "channels") }
        }
    }

    private static let choices = [
        "scope": Scope.allCases.map(\.rawValue), "stage": Stage.allCases.map(\.rawValue) + Array(Stage.synonyms.keys), "membership": Membership.allCases.map(\.rawValue),
    ]

    /// `https://example.gov/list` of `https://example.gov/list (CC0, July 2020)`: what is said about an address is no part of it.
    private mutating func address(in text: String) -> String {
        guard text.hasPrefix("https://") || text.hasPrefix("http://"), let end = text.firstIndex(of: " ") else { return text }
        leftOut[String(text[end...].drop { ": ".contains($0) }), default: 0] += 1
        return String(text[..<end].reversed().drop { ":,".contains($0) }.reversed())
    }

    /// A single item is written as a text.
    private static func value(_ items: [String]) -> FrontMatterValue { items.count == 1 ? .text(items[0]) : .list(items) }

    /// `1,351` and `1 351` without what parts the thousands; anything else as it is.
    private static func digits(_ text: String) -> String {
        let bare = text.filter { !",. \u{A0}\u{202F}".contains($0) }
        let isGrouped = text.wholeMatch(of: #/[0-9]{1,3}([,. \u{A0}\u{202F}][0-9]{3})+/#) != nil
        return isGrouped ? bare : text
    }

    private mutating func addSummary(_ facts: [(column: SheetColumn, text: String)], _ id: String, _ edit: inout FrontMatterEdit) throws(FrontMatterEdit.Failure) {
        func text(_ name: String) -> String? { facts.first { $0.column.name == name }?.text }
        var summary = MadeSummary(name: text("name") ?? id)
        summary.roles = Sheet.items(text("roles") ?? "").map { folding.id(of: $0, .role, counts: false) }
        summary.topics = Sheet.items(text("topics") ?? "").map { folding.id(of: $0, .topic, counts: false) }
        summary.governments = Sheet.items(text("government") ?? "").map { folding.id(of: $0, .government, counts: false) }
        summary.organisation = text("organisation").map { vocabulary.route($0, .organisation) == nil ? $0 : folding.id(of: $0, .organisation, counts: false) }
        summary.isForPublicSector = text("membership").map(ID.from) == Membership.publicSector.rawValue
        try edit.set("summary", .text(summary.text { kind, id in
            site.routes["\(kind.folder)/\(id)/"].map { site[$0].title(in: site.defaultLanguage).text } ?? id.replacing("-", with: " ")
        }))
        madeSummaries.append(id)
    }

    // MARK: Problems of the changed files

    /// Problems that the checks find in changed files, where the sheet says what is wrong; others stay where they are.
    ///
    /// - Parameter found: in the handbook with the changes.
    public func places(of found: [Diagnostic]) -> [Diagnostic] {
        let byPath = Dictionary(uniqueKeysWithValues: changes.map { ($0.path, $0) })
        return found.map { problem in
            guard let change = byPath[problem.path] else { return problem }
            var problem = problem
            let edit = try? FrontMatterEdit(SourceFile(path: change.path, bytes: change.after), order: [], language: "")
            let keys = edit?.keys(at: problem.range.lowerBound) ?? []
            let column = columns.filter { $0.value.key == keys.first }.max { a, _ in !Self.isPart(a.value, keys) }
            problem.message = "\(Self.name(ofRow: change.row))\(column.map { ", column \(sheet.header[$0.key])" } ?? ""): \(problem.message)"
            problem.path = sheet.path
            problem.range = sheet.range(row: change.row, column: column?.key)
            return problem
        }
    }

    /// That the file of a change cannot be written.
    public func problem(with change: Change, _ reason: String) -> Diagnostic {
        SheetRules.row.at(sheet.range(row: change.row, column: nil), in: sheet.path, "\(Self.name(ofRow: change.row)): \(reason)")
    }

    private static func isPart(_ column: SheetColumn, _ keys: [String]) -> Bool {
        if case .part(_, let key) = column.way { keys.last == key } else { keys.last == "count" || keys.count == 1 }
    }

    // MARK: Report

    /// What was understood, in lines for a person.
    public var report: [String] {
        var lines: [String] = []
        for kind in TermKind.allCases {
            let folded = (folding.folded[kind] ?? [:]).sorted { $0.key < $1.key }
            if !folded.isEmpty { lines.append("Understood as known \(kind.folder): " + folded.map { "\($0.key) → \($0.value.id)" }.joined(separator: ", ")) }
            let new = (folding.new[kind] ?? [:]).keys.sorted()
            if !new.isEmpty { lines.append("New \(kind.folder), which have no file yet: " + new.joined(separator: ", ")) }
        }
        if !leftOut.isEmpty { lines.append("Words behind the addresses of sources, which are not kept: " + leftOut.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value)×)" }.joined(separator: ", ")) }
        if !madeSummaries.isEmpty {
            lines.append("The sheet has no summary for \(madeSummaries.count == 1 ? "a new community" : "\(madeSummaries.count) new communities"), so one was made from the other facts; better write your own: " + madeSummaries.joined(separator: ", "))
        }
        return lines
    }
}
