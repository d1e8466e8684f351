internal import Content
internal import Network
internal import Site
internal import Theme

/// Governments against roles and against topics: how many communities each pair has, and where there is none; and
/// against skills, how many communities could teach each: `pages/coverage.mustache`.
struct CoveragePage: PageModel {
    /// With more, the page would be of no use; what is left out is counted.
    private static let rowsShown = 80
    private static let columnsShown = 40

    let head: PageHead
    private var model: CoverageModel { scope.shared.coverage }

    static let slots = SlotTable<CoveragePage>(
        "pages/coverage", "Governments against roles, topics and skills.", including: [.head]
    ) {
        Slot.list("tables", "by role, by topic, and who could teach which skill") {
            [TermKind.role, .topic, .skill].compactMap($0.table)
        }
        Slot.text("map_url", "the map") { $0.scope.url(section: "map/") }
    }

    private func table(_ kind: TermKind) -> CoverageTable? {
        let terms = scope.site.all(kind.kind)
        let most = terms.filter { model.total($0) > 0 }.sorted { (model.total($1), $0) < (model.total($0), $1) }
        let shown = most.prefix(Self.rowsShown)
        let covered = model.unions.filter { union in shown.contains { !model.communities($0, union).isEmpty } }
        let rows = scope.byTitle(shown)
        let columns = Array(covered.prefix(Self.columnsShown))
        guard !rows.isEmpty, !columns.isEmpty else { return nil }
        let left = most.count - rows.count + covered.count - columns.count
        let label = scope.strings["coverage_\(kind.rawValue)_column"]
        return CoverageTable(
            heading: scope.strings["coverage_\(kind.rawValue)"], anchor: kind.folder, label: label,
            columns: columns.map { scope.link(to: $0) }, rows: rows.map { row($0, columns) },
            without: without(
                kind, terms.filter { model.total($0) == 0 }, model.unions.filter { !covered.contains($0) }),
            left: scope.more(left),
            allURL: scope.url(section: kind.folder + "/"))
    }

    /// What has no row or column, by name. That a government has nobody who could teach a skill says nothing about it.
    private func without(_ kind: TermKind, _ terms: [ItemID], _ governments: [ItemID]) -> [CoverageTable.Without] {
        let label = scope.strings["coverage_\(kind.rawValue)_column"]
        let wanted = terms.filter { scope.derived.skills[scope.site[$0].id]?.isWanted ?? false }
        let parts =
            kind == .skill
            ? [without(label, wanted, "coverage_untaught")]
            : [
                without(label, terms, "coverage_without"),
                without(scope.strings["label_government"], governments, "coverage_without"),
            ]
        return parts.compactMap { $0 }
    }

    private func without(_ label: String, _ terms: [ItemID], _ count: String) -> CoverageTable.Without? {
        guard !terms.isEmpty else { return nil }
        let shown = scope.byTitle(terms).prefix(Self.rowsShown)
        let left = terms.count - shown.count
        return .init(
            label: label, count: scope.strings.count(count, terms.count),
            terms: shown.map { scope.link(to: $0) }, left: scope.more(left))
    }

    private func row(_ term: ItemID, _ columns: [ItemID]) -> CoverageTable.Row {
        let name = scope.title(of: term)
        let address = scope.url(of: term)
        return .init(
            link: PageScope.linkHTML(name.text, attributes: scope.attributes(language: name.language), url: address),
            cells: columns.map { cell(term, $0, name.text, address) })
    }

    private func cell(_ term: ItemID, _ union: ItemID, _ name: String, _ address: String) -> CoverageTable.Cell {
        let communities = model.communities(term, union)
        guard !communities.isEmpty else { return .init(url: nil, count: 0, label: "") }
        let label = scope.strings.joined([
            scope.strings.count("communities_count", communities.count), name, scope.title(of: union).text,
        ])
        // A language may say one or two without a figure; the name holds what is seen, so that it can be spoken.
        let isSaid = label.contains(String(communities.count))
        let anchor =
            scope.site[term].kind == .skill
            ? "teachers" : "g.\(scope.site[government(of: communities, in: union)].id)"
        return .init(
            url: address + "#s.\(anchor)", count: communities.count,
            label: isSaid ? label : "\(communities.count), \(label)")
    }

    /// Where a page lists communities of a union: the union itself, or the first of those within it.
    private func government(of communities: [ItemID], in union: ItemID) -> ItemID {
        let governments = communities.flatMap { scope.site[relationsOf: $0].governments }.filter {
            model.union(of: $0) == union
        }
        return governments.contains(union) ? union : scope.byTitle(Set(governments)).first ?? union
    }
}

/// Governments against roles, topics or skills.
private struct CoverageTable: TemplateModel {
    let heading: String
    let anchor: String
    let label: String
    let columns: [PageLink]
    let rows: [Row]
    let without: [Without]
    let left: String?
    let allURL: String

    static let slots = SlotTable<CoverageTable>(
        "coverage table", "Governments against roles, topics or skills."
    ) {
        Slot.text("heading", "its words") { $0.heading }
        Slot.text("anchor", "for `id`") { $0.anchor }
        Slot.text("label", "what the rows are") { $0.label }
        Slot.list("columns", "governments, each with those within it") { $0.columns }
        Slot.list("rows", "roles, topics or skills") { $0.rows }
        Slot.list("without", "what has no row or column") { $0.without }
        Slot.text("left", "how much is left out, in words") { $0.left }
        Slot.text("all_url", "where all are listed") { $0.allURL }
    }

    /// What has no row or column.
    struct Without: TemplateModel {
        let label: String
        let count: String
        let terms: [PageLink]
        let left: String?

        static let slots = SlotTable<Without>("coverage gaps", "What has no row or column.") {
            Slot.text("label", "what they are") { $0.label }
            Slot.text("count", "how many, in words") { $0.count }
            Slot.list("terms", "which") { $0.terms }
            Slot.text("left", "how many more there are, in words") { $0.left }
        }
    }

    /// A role, topic or skill.
    struct Row: TemplateModel {
        let link: String
        let cells: [Cell]

        static let slots = SlotTable<Row>("coverage row", "A role, topic or skill.") {
            Slot.html("link", "its title as a finished link") { $0.link }
            Slot.list("cells", "one a government") { $0.cells }
        }
    }

    /// How many communities a government has for it.
    struct Cell: TemplateModel {
        let url: String?
        let count: Int
        let label: String

        static let slots = SlotTable<Cell>(
            "coverage cell", "How many communities a government has for it, or with somebody who could teach it."
        ) {
            Slot.text("url", "where they are listed; absent for none") { $0.url }
            Slot.text("count", "how many; absent for none") { $0.count == 0 ? nil : String($0.count) }
            Slot.text("label", "the same in words") { $0.label }
            Slot.text("depth", "0 to 4, for the colour") { String(min($0.count, 4)) }
        }
    }
}
