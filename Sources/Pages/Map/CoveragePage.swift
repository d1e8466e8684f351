internal import Content
internal import Network
internal import Site
internal import Theme

/// Governments against roles and against topics: how many communities each pair has, and where there is none:
/// `pages/coverage.mustache`.
struct CoveragePage: PageModel {
    /// Of more the page would be of no use; what is left out is counted.
    private static let rowsShown = 80
    private static let columnsShown = 40

    let head: PageHead
    private var model: CoverageModel { scope.shared.coverage }

    static let slots = SlotTable<CoveragePage>(
        "pages/coverage", "Governments against roles and topics.", including: [.head]
    ) {
        Slot.list("tables", "by role, and by topic") {
            [TermKind.role, .topic].compactMap($0.table)
        }
        Slot.text("map_url", "the map") { $0.scope.url(section: "map/") }
    }

    private func table(_ kind: TermKind) -> CoverageTable? {
        let terms = scope.site.all(kind.kind)
        let most = terms.sorted { (model.total($1), $0) < (model.total($0), $1) }
        let rows = scope.byTitle(most.prefix(Self.rowsShown))
        let governments = scope.byTitle(model.governments.prefix(Self.columnsShown))
        guard !rows.isEmpty, !governments.isEmpty else { return nil }
        let left = terms.count - rows.count + model.governments.count - governments.count
        return CoverageTable(
            heading: scope.strings["coverage_\(kind.rawValue)"], anchor: kind.folder,
            label: scope.strings["coverage_\(kind.rawValue)_column"], columns: governments.map { scope.link(to: $0) },
            rows: rows.map { row($0, governments) }, left: left == 0 ? nil : scope.strings.count("and_more", left),
            allURL: scope.url(section: kind.folder + "/"))
    }

    private func row(_ term: ItemID, _ governments: [ItemID]) -> CoverageTable.Row {
        let name = scope.title(of: term)
        let address = scope.url(of: term)
        return .init(
            link: PageScope.linkHTML(name.text, attributes: scope.attributes(language: name.language), url: address),
            cells: governments.map { cell(term, $0, name.text, address) })
    }

    private func cell(_ term: ItemID, _ government: ItemID, _ name: String, _ address: String) -> CoverageTable.Cell {
        let count = model.count(term, government)
        let anchor = "#s.g.\(scope.site[government].id)"
        let label = scope.strings.joined([
            count == 0 ? scope.strings["coverage_none"] : scope.strings.count("communities_count", count), name,
            scope.title(of: government).text,
        ])
        // A language may say one or two without a figure; the name holds what is seen, so that it can be spoken.
        let isSaid = count == 0 || label.contains(String(count))
        return .init(url: address + anchor, count: count, label: isSaid ? label : "\(count), \(label)")
    }
}

/// Governments against roles, or against topics.
private struct CoverageTable: TemplateModel {
    let heading: String
    let anchor: String
    let label: String
    let columns: [PageLink]
    let rows: [Row]
    let left: String?
    let allURL: String

    static let slots = SlotTable<CoverageTable>(
        "coverage table", "Governments against roles, or against topics."
    ) {
        Slot.text("heading", "its words") { $0.heading }
        Slot.text("anchor", "for `id`") { $0.anchor }
        Slot.text("label", "what the rows are") { $0.label }
        Slot.list("columns", "governments") { $0.columns }
        Slot.list("rows", "roles or topics") { $0.rows }
        Slot.text("left", "how much is left out, in words") { $0.left }
        Slot.text("all_url", "where all are listed") { $0.allURL }
    }

    /// A role or topic.
    struct Row: TemplateModel {
        let link: String
        let cells: [Cell]

        static let slots = SlotTable<Row>("coverage row", "A role or topic.") {
            Slot.html("link", "its title as a finished link") { $0.link }
            Slot.list("cells", "one a government") { $0.cells }
        }
    }

    /// How many communities a government has for it.
    struct Cell: TemplateModel {
        let url: String
        let count: Int
        let label: String

        static let slots = SlotTable<Cell>("coverage cell", "How many communities a government has for it.") {
            Slot.text("url", "where they are listed, or what to do where there are none") { $0.url }
            Slot.text("count", "how many; absent for none") { $0.count == 0 ? nil : String($0.count) }
            Slot.text("label", "the same in words") { $0.label }
            Slot.text("depth", "0 to 4, for the colour") { String(min($0.count, 4)) }
        }
    }
}
