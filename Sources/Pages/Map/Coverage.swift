internal import Content
internal import Network
internal import Site
internal import Theme

/// Governments against roles and against topics: how many communities each pair has, and where there is none.
struct Coverage {
    private let scope: PageScope
    private let model: CoverageModel

    /// Of more the page would be of no use; what is left out is counted.
    private static let rowsShown = 80
    private static let columnsShown = 40

    init(_ scope: PageScope) {
        self.scope = scope
        model = scope.shared.coverage
    }

    func add(to context: inout Context) {
        context.set("tables", .list([TermKind.role, .topic].compactMap(table)))
        context.set("map_url", .text(scope.url(section: "map/")))
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

/// How many communities each government has for each role and topic; in no language, made once a site.
struct CoverageModel: Sendable {
    /// With the communities that are at work; those with the most first.
    let governments: [ItemID]
    private let counts: [Cell: [ItemID]]
    private let totals: [ItemID: Int]

    private struct Cell: Hashable {
        var term: ItemID, government: ItemID
    }

    init(_ site: SiteGraph) {
        var counts: [Cell: [ItemID]] = [:]
        var totals: [ItemID: Int] = [:]
        var sizes: [ItemID: Int] = [:]
        for id in site.communities {
            guard case .community(let community) = site[id].entry, !community.hasEnded(on: site.today) else { continue }
            let relations = site[relationsOf: id]
            for government in relations.governments.prefix(40) { sizes[government, default: 0] += 1 }
            for term in (relations.roles + relations.topics).prefix(80) {
                totals[term, default: 0] += 1
                for government in relations.governments.prefix(40) {
                    counts[Cell(term: term, government: government), default: []].append(id)
                }
            }
        }
        self.counts = counts
        self.totals = totals
        governments = site.all(.government).sorted { (sizes[$1] ?? 0, $0) < (sizes[$0] ?? 0, $1) }
    }

    func count(_ term: ItemID, _ government: ItemID) -> Int { communities(term, government).count }
    func total(_ term: ItemID) -> Int { totals[term] ?? 0 }

    /// In the order of `SiteGraph.communities`.
    func communities(_ term: ItemID, _ government: ItemID) -> [ItemID] {
        counts[Cell(term: term, government: government)] ?? []
    }

    /// Whom to write to where a government has no community for a role or topic: one of the same union, then one that
    /// reaches over borders, then one that is open, then the largest.
    func nearest(to government: ItemID, among communities: [ItemID], _ site: SiteGraph) -> ItemID? {
        let parent = site[relationsOf: government].parent
        func rank(_ id: ItemID) -> (Int, Int) {
            guard case .community(let community) = site[id].entry else { return (0, 0) }
            let governments = site[relationsOf: id].governments
            let isRelated = governments.contains {
                $0 == parent || site[relationsOf: $0].parent == government
                    || (parent != nil && site[relationsOf: $0].parent == parent)
            }
            let reaches = [.international, .severalGovernments].contains(community.scope?.value)
            return (
                (isRelated ? 4 : 0) + (reaches ? 2 : 0) + (community.membership?.value == .open ? 1 : 0),
                community.memberCount?.value.count?.value ?? 0
            )
        }
        return communities.map { ($0, rank($0)) }.max { ($0.1.0, $0.1.1, $1.0) < ($1.1.0, $1.1.1, $0.0) }?.0
    }
}
