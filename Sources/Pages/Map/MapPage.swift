internal import Content
internal import Network
internal import Site
internal import Theme

/// The page of the map: the picture, what it can be filtered by, and the same communities as a table.
struct MapPage {
    /// Of so many rows a browser does well to make only those in sight.
    private static let long = 250

    private let scope: PageScope
    private let map: MapModel

    init(_ scope: PageScope) {
        self.scope = scope
        map = scope.shared.map
    }

    func add(to context: inout Context) {
        let strings = scope.strings
        MapPicture(scope).add(to: &context)
        addScript(to: &context)
        context.set(
            "suggestions_url", .text(map.suggestions.all.isEmpty ? nil : scope.url(section: "map/suggestions/")))
        context.set("coverage_url", .text(scope.url(section: "map/coverage/")))
        context.set("embed_url", .text(scope.url(section: "map/embed/")))
        context.set("csv_url", .text(scope.root + "data/communities.csv"))
        context.set("json_url", .text(scope.root + "data/network.json"))
        context.set(
            "counts",
            .text(
                strings.joined([
                    strings.count("communities_count", map.network.nodes.count),
                    strings.count("connections_count", Set(map.network.edges.map(\.pair)).count),
                ])))
        let facets = CommunityFacets.Name.allCases.compactMap(facet)
        context.set("facets", .list(facets.filter { isMain($0.name) }.map(\.context)))
        context.set("more_facets", .section(facets.filter { !isMain($0.name) }.map(\.context)))
        // A column that is empty for nearly all tells nothing.
        context.set("has_governments", .flag(map.facets.contains { $0.values[.government] != nil }))
        context.set("has_roles", .flag(map.facets.contains { $0.values[.role] != nil }))
        context.set("has_stages", .flag(10 * map.facets.count { $0.values[.stage] != nil } >= map.facets.count))
        context.set("is_long", .flag(map.network.nodes.count > Self.long))
        context.set("table_rows", .list(map.network.nodes.indices.map(tableRow)))
    }

    /// What the picture's script needs.
    func addScript(to context: inout Context) {
        context.set("network_url", .text(scope.root + map.script.route))
        context.set("names_url", .text(scope.root + SiteSearch.names(scope.language)))
        context.set("shown_text", .text(scope.strings.count("map_shown", map.network.nodes.count)))
    }

    // MARK: Filters

    private func isMain(_ name: CommunityFacets.Name) -> Bool { [.government, .role, .topic].contains(name) }

    private func facet(_ name: CommunityFacets.Name) -> (name: CommunityFacets.Name, context: Context)? {
        var counts: [String: Int] = [:]
        for facets in map.facets { for value in facets.values[name] ?? [] { counts[value, default: 0] += 1 } }
        guard !counts.isEmpty else { return nil }
        let options = options(name, counts).map { value, text -> Context in
            [
                "value": .text(value), "text": .text(text), "count": .text(String(counts[value]!)),
                "attributes": .text(attributes(of: value, name)),
                "url": .text(folder(name).flatMap { scope.site.routes["\($0)\(value)/"] }.map { scope.url(of: $0) }),
            ]
        }
        return (
            name,
            [
                "name": .text(name.rawValue), "label": .text(scope.strings["map_by_\(name.rawValue)"]),
                "options": .list(options), "is_flag": .flag(name == .event),
            ]
        )
    }

    /// What a term is called may be in another language than the page; what people want and offer is in the site's own.
    private func attributes(of value: String, _ name: CommunityFacets.Name) -> String? {
        if let id = folder(name).flatMap({ scope.site.routes["\($0)\(value)/"] }) {
            return scope.attributes(language: scope.title(of: id).language)
        }
        return name == .wants || name == .offers ? scope.attributes(language: scope.site.defaultLanguage) : nil
    }

    private func folder(_ name: CommunityFacets.Name) -> String? {
        switch name {
        case .government: "governments/"
        case .role: "roles/"
        case .topic: "topics/"
        default: nil
        }
    }

    /// Values with what they are called, in the order of a list.
    private func options(_ name: CommunityFacets.Name, _ counts: [String: Int]) -> [(value: String, text: String)] {
        let strings = scope.strings
        switch name {
        case .government, .role, .topic:
            let items = counts.keys.compactMap { scope.site.routes["\(folder(name)!)\($0)/"] }
            return scope.byTitle(items).map { (scope.site[$0].id, scope.title(of: $0).text) }
        case .stage:
            return
                (Stage.allCases.map(\.rawValue).filter { counts[$0] != nil }.map { ($0, strings.label("stage", $0)) })
                + (counts["closed"] == nil ? [] : [("closed", strings["stage_closed"])])
        case .membership:
            return Membership.allCases.map(\.rawValue).filter { counts[$0] != nil }.map {
                ($0, strings.label("membership", $0))
            }
        case .language: return counts.keys.sorted().map { ($0, scope.shared.strings[$0]?["language_name"] ?? $0) }
        case .event: return [("yes", strings["map_by_event"])]
        case .wants, .offers: return counts.keys.map { ($0, scope.word($0)) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        }
    }

    // MARK: Table

    private func tableRow(_ index: Int) -> Context {
        let id = map.network.nodes[index]
        let item = scope.site[id]
        guard case .community(let community) = item.entry else { return [:] }
        let title = scope.title(of: id)
        let summary = item.text(item.common.summary, in: scope.language)
        let relations = scope.site[relationsOf: id]
        let neighbours = map.network.neighbours(of: index)
        return [
            "other_names": .text(scope.organisationNames(id)),
            "id": .text(item.id), "url": .text(scope.url(of: id)), "name": .text(title.text),
            "attributes": .text(scope.attributes(language: title.language)),
            "summary": .text(summary?.text), "summary_attributes": .text(scope.attributes(language: summary?.language)),
            "governments": .list(links(to: relations.governments)),
            "roles": .list(links(to: relations.roles)),
            "stage": .text(scope.stage(of: id)),
            "members": .text(community.memberCount?.value.count.map { scope.strings.grouped($0.value) }),
            "connections": .list(neighbours.prefix(5).map { scope.link(to: map.network.nodes[$0]) }),
            "more": neighbours.count > 5 ? .text(scope.strings.count("and_more", neighbours.count - 5)) : .none,
        ]
    }

    /// Of many the first few; the page of the community has all.
    private func links(to ids: [ItemID]) -> [Context] { ids.prefix(6).map { scope.link(to: $0) } }
}

extension PageScope {
    /// What a community is found by where no table stands below the picture.
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
