internal import Content
internal import Network
internal import Site
internal import Theme

/// The network map: the picture, what it can be filtered by, and the same communities as a table:
/// `pages/map.mustache`.
struct MapPage: PageModel {
    /// From this many rows on, a browser should create only those in sight.
    private static let long = 500

    let head: PageHead
    private let map: MapModel
    private let facets: [Facet]

    init(_ head: PageHead) {
        self.head = head
        map = head.scope.shared.map
        facets = CommunityFacets.Name.allCases.compactMap { [map] in Self.facet($0, map, head.scope) }
    }

    static let slots = SlotTable<MapPage>(
        "pages/map", "The network map.", including: [.head, MapPicture.slots.of { MapPicture($0.scope, in: .page) }]
    ) {
        Slot.text("counts", "how much there is, in words") { $0.counts }
        Slot.list("facets", "what communities are filtered by") { $0.facets(areMain: true) }
        Slot.rows("more_facets", "by what else") { $0.facets(areMain: false) }
        Slot.list("table_rows", "the same as a table") { $0.map.network.nodes.indices.compactMap($0.tableRow) }
        // A column that is empty for nearly all is of no use.
        Slot.flag("has_governments", "whether the table has a column of them") { $0.hasColumn(.government) }
        Slot.flag("has_roles", "whether it has one of roles") { $0.hasColumn(.role) }
        Slot.flag("has_stages", "whether it has one of stages") { page in
            10 * page.map.facets.count { $0.values[.stage] != nil } >= page.map.facets.count
        }
        Slot.flag("is_long", "whether it is so long that the browser may leave out rows that are not in sight") {
            $0.map.network.nodes.count > long
        }
        Slot.text("suggestions_url", "the page of suggested connections") {
            $0.map.suggestions.all.isEmpty ? nil : $0.scope.url(section: "map/suggestions/")
        }
        Slot.text("coverage_url", "the page that says where there are none") {
            $0.scope.url(section: "map/coverage/")
        }
        Slot.text("embed_url", "the map for a frame") { $0.scope.url(section: "map/embed/") }
        Slot.text("csv_url", "the communities as a sheet") { $0.scope.root + "data/communities.csv" }
        Slot.text("json_url", "the network as data") { $0.scope.root + NetworkFormat.json.path }
        Slot.text("graphml_url", "the network for programs such as networkx, igraph and Cytoscape") {
            $0.scope.root + NetworkFormat.graphml.path
        }
        Slot.text("gexf_url", "the network for Gephi") { $0.scope.root + NetworkFormat.gexf.path }
        Slot.text("nodes_url", "the communities of the network as a sheet") {
            $0.scope.root + NetworkFormat.nodes.path
        }
        Slot.text("edges_url", "its connections as a sheet") { $0.scope.root + NetworkFormat.edges.path }
    }

    private var counts: String {
        scope.strings.joined([
            scope.strings.count("communities_count", map.network.nodes.count),
            scope.strings.count("connections_count", Set(map.network.edges.map(\.pair)).count),
        ])
    }

    private func hasColumn(_ name: CommunityFacets.Name) -> Bool { map.facets.contains { $0.values[name] != nil } }

    // MARK: Filters

    /// The view of coverage compares by the values of the main ones, so these are there even where they are hidden.
    private func facets(areMain isMain: Bool) -> [Facet] {
        facets.filter { facet in
            let isOneOfMain = [.government, .role, .topic].contains(facet.name)
            return isOneOfMain == isMain && (isMain || !facet.isHidden)
        }
    }

    private static func facet(_ name: CommunityFacets.Name, _ map: MapModel, _ scope: PageScope) -> Facet? {
        var counts: [String: Int] = [:]
        for facets in map.facets { for value in facets.values[name] ?? [] { counts[value, default: 0] += 1 } }
        guard !counts.isEmpty else { return nil }
        let options = options(name, counts, scope).map { value, text in
            Facet.Option(
                value: value, text: text, attributes: attributes(of: value, name, scope),
                count: String(counts[value]!),
                url: folder(name).flatMap { scope.site.routes["\($0)\(value)/"] }.map { scope.url(of: $0) })
        }
        return Facet(
            name: name, label: scope.strings["map_by_\(name.rawValue)"], options: options,
            isHidden: isHidden(name, counts, of: map.facets.count))
    }

    /// Whether there is nothing to choose: all have the same value, or no second government is named.
    private static func isHidden(_ name: CommunityFacets.Name, _ counts: [String: Int], of communities: Int) -> Bool {
        counts.count == 1 && (name == .government || counts.values.first == communities)
    }

    /// What a term is called may be in another language than the page; what people want and offer is in the site's own.
    private static func attributes(of value: String, _ name: CommunityFacets.Name, _ scope: PageScope) -> String? {
        if let id = folder(name).flatMap({ scope.site.routes["\($0)\(value)/"] }) {
            return scope.attributes(language: scope.title(of: id).language)
        }
        return name == .wants || name == .offers ? scope.attributes(language: scope.site.defaultLanguage) : nil
    }

    private static func folder(_ name: CommunityFacets.Name) -> String? {
        switch name {
        case .government: "governments/"
        case .role: "roles/"
        case .topic: "topics/"
        default: nil
        }
    }

    /// Values with what they are called, in the order of a list.
    private static func options(_ name: CommunityFacets.Name, _ counts: [String: Int], _ scope: PageScope) -> [(
        value: String, text: String
    )] {
        let strings = scope.strings
        switch name {
        case .government, .role, .topic:
            let items = counts.keys.compactMap { scope.site.routes["\(folder(name)!)\($0)/"] }
            return scope.byTitle(items).map { (scope.site[$0].id, scope.title(of: $0).text) }
        case .stage:
            return
                (Stage.allCases.map(\.rawValue).filter { counts[$0] != nil }.map { ($0, strings.label("stage", $0)) })
                + ["paused", "closed"].filter { counts[$0] != nil }.map { ($0, strings["stage_\($0)"]) }
        case .membership:
            return Membership.allCases.map(\.rawValue).filter { counts[$0] != nil }.map {
                ($0, strings.label("membership", $0))
            }
        case .language: return counts.keys.sorted().map { ($0, scope.shared.strings[$0]?.ownName ?? $0) }
        case .event: return [("yes", strings["map_by_event"])]
        case .wants, .offers: return counts.keys.map { ($0, scope.word($0)) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        }
    }

    // MARK: Table

    private func tableRow(_ index: Int) -> MapRow? {
        let id = map.network.nodes[index]
        let item = scope.site[id]
        guard case .community(let community) = item.entry else { return nil }
        let title = scope.title(of: id)
        let summary = item.text(item.common.summary, in: scope.language)
        let relations = scope.site[relationsOf: id]
        let neighbours = map.network.neighbours(of: index)
        return MapRow(
            id: item.id, url: scope.url(of: id), name: title.text,
            attributes: scope.attributes(language: title.language), otherNames: scope.organisationNames(id),
            summary: summary?.text, summaryAttributes: scope.attributes(language: summary?.language),
            governments: links(to: relations.governments), roles: links(to: relations.roles),
            stage: scope.stage(of: id),
            members: community.memberCount?.value.count.map { scope.strings.grouped($0.value) },
            connections: neighbours.prefix(5).map { scope.link(to: map.network.nodes[$0]) },
            more: scope.more(neighbours.count - 5))
    }

    /// Of many the first few; the page of the community has all.
    private func links(to ids: [ItemID]) -> [PageLink] { ids.prefix(6).map { scope.link(to: $0) } }
}

/// Something that communities are filtered by.
private struct Facet: TemplateModel {
    let name: CommunityFacets.Name
    let label: String
    let options: [Option]
    let isHidden: Bool

    static let slots = SlotTable<Facet>("facet", "Something that communities are filtered by.") {
        Slot.text("name", "as in the address") { $0.name.rawValue }
        Slot.text("label", "in words") { $0.label }
        Slot.list("options", "its values") { $0.options }
        Slot.flag("is_flag", "whether it is one yes or no") { $0.name == .event }
        Slot.flag("is_hidden", "whether there is nothing to choose") { $0.isHidden }
    }

    struct Option: TemplateModel {
        let value: String
        let text: String
        let attributes: String?
        let count: String
        let url: String?

        static let slots = SlotTable<Option>("option", "A value of a filter.") {
            Slot.text("value", "as in the address") { $0.value }
            Slot.text("text", "in words") { $0.text }
            Slot.html("attributes", "`lang` and `dir`, for the tag around it") { $0.attributes }
            Slot.text("count", "how many communities have it") { $0.count }
            Slot.text("url", "its page") { $0.url }
        }
    }
}

/// A community in the table below the map.
private struct MapRow: TemplateModel {
    let id: String
    let url: String
    let name: String
    let attributes: String?
    let otherNames: String?
    let summary: String?
    let summaryAttributes: String?
    let governments: [PageLink]
    let roles: [PageLink]
    let stage: String?
    let members: String?
    let connections: [PageLink]
    let more: String?

    static let slots = SlotTable<MapRow>("map row", "A community in the table below the map.") {
        Slot.text("id", "its id") { $0.id }
        Slot.text("url", "its page") { $0.url }
        Slot.text("name", "its title") { $0.name }
        Slot.html("attributes", "`lang` and `dir` where it is not the page's language, for the tag around it") {
            $0.attributes
        }
        Slot.text(
            "other_names",
            "of its organisation, by which the filter finds it too; other names are in the small file of the search"
        ) { $0.otherNames }
        Slot.text("summary", "a sentence about it") { $0.summary }
        Slot.html("summary_attributes", "`lang` and `dir`, for the tag around the sentence") { $0.summaryAttributes }
        Slot.list("governments", "may be empty") { $0.governments }
        Slot.list("roles", "may be empty") { $0.roles }
        Slot.text("stage", "in words") { $0.stage }
        Slot.text("members", "how many") { $0.members }
        Slot.list("connections", "the nearest five") { $0.connections }
        Slot.text("more", "how many more, in words") { $0.more }
    }
}

extension PageScope {
    /// What a community is found by if there is no table below the picture.
    func wordsToFind(_ id: ItemID) -> String {
        let item = site[id]
        let relations = site[relationsOf: id]
        let terms =
            (relations.governments.prefix(6) + relations.roles.prefix(6)).map { title(of: $0).text } + [
                stage(of: id) ?? ""
            ]
        return
            ([
                title(of: id).text, item.text(item.common.summary, in: language)?.text ?? "",
                organisationNames(id) ?? "",
            ] + terms).filter { !$0.isEmpty }.joined(separator: " ")
    }
}
