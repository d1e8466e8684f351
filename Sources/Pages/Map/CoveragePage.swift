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
        Slot.list("tables", of: .coverageTable, "by role, and by topic") {
            [TermKind.role, .topic].compactMap($0.table)
        }
        Slot.text("map_url", "the map") { $0.scope.url(section: "map/") }
    }

    private func table(_ kind: TermKind) -> Context? {
        let terms = scope.site.all(kind.kind)
        let most = terms.sorted { (model.total($1), $0) < (model.total($0), $1) }
        let rows = scope.byTitle(most.prefix(Self.rowsShown))
        let governments = scope.byTitle(model.governments.prefix(Self.columnsShown))
        guard !rows.isEmpty, !governments.isEmpty else { return nil }
        let left = terms.count - rows.count + model.governments.count - governments.count
        return [
            "heading": .text(scope.strings["coverage_\(kind.rawValue)"]), "anchor": .text(kind.folder),
            "label": .text(scope.strings["coverage_\(kind.rawValue)_column"]),
            "columns": .list(governments.map { scope.link(to: $0) }),
            "rows": .list(rows.map { row($0, governments) }),
            "left": .text(left == 0 ? nil : scope.strings.count("and_more", left)),
            "all_url": .text(scope.url(section: kind.folder + "/")),
        ]
    }

    private func row(_ term: ItemID, _ governments: [ItemID]) -> Context {
        let name = scope.title(of: term)
        let address = scope.url(of: term)
        return [
            "link": .text(
                PageScope.linkHTML(name.text, attributes: scope.attributes(language: name.language), url: address)),
            "cells": .list(governments.map { cell(term, $0, name.text, address) }),
        ]
    }

    private func cell(_ term: ItemID, _ government: ItemID, _ name: String, _ address: String) -> Context {
        let count = model.count(term, government)
        let anchor = "#s.g.\(scope.site[government].id)"
        let label = scope.strings.joined([
            count == 0 ? scope.strings["coverage_none"] : scope.strings.count("communities_count", count), name,
            scope.title(of: government).text,
        ])
        // A language may say one or two without a figure; the name holds what is seen, so that it can be spoken.
        let isSaid = count == 0 || label.contains(String(count))
        return [
            "url": .text(address + anchor), "count": .text(count == 0 ? nil : String(count)),
            "label": .text(isSaid ? label : "\(count), \(label)"), "depth": .text(String(min(count, 4))),
        ]
    }
}
