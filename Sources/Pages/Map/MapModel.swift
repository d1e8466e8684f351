internal import Content
internal import Network
internal import Site
internal import Text
internal import Theme

/// What all pages know of the network, in no language; made once per site.
struct MapModel: Sendable {
    let network: CommunityNetwork
    let suggestions: Suggestions
    let edges: MapEdges
    /// The most work of all, and a handbook that is only checked has no picture.
    let drawing: Once<MapDrawing, Never>
    let colours: MapColours
    /// In the order of `CommunityNetwork.nodes`.
    let facets: [CommunityFacets]
    /// The same for the map's script.
    let script: ThemeAssets.Asset

    init(_ site: SiteGraph, upcoming: (ItemID) -> Bool) {
        network = CommunityNetwork(site)
        suggestions = Suggestions(network, site)
        edges = MapEdges(network, suggestions)
        drawing = Once { [network, suggestions, edges] in
            let layout = NetworkLayout(network, suggestions, site)
            return MapDrawing(layout, edges, GovernmentLayout(network, suggestions, layout, site))
        }
        colours = MapColours(network, site)
        facets = network.nodes.map { CommunityFacets($0, site, hasUpcoming: upcoming($0)) }
        script = MapScript.asset(network, edges, facets, site)
    }
}

/// Where the communities of the map are, and its lines and shapes.
struct MapDrawing: Sendable {
    let layout: NetworkLayout
    let paths: MapPaths
    /// The arrangement by government; `nil` where there are not two.
    let byGovernment: GovernmentLayout?

    init(_ layout: NetworkLayout, _ edges: MapEdges, _ byGovernment: GovernmentLayout?) {
        self.layout = layout
        self.byGovernment = byGovernment
        paths = MapPaths(layout, edges)
    }
}

/// By what communities can be filtered, as ids, in the names that addresses use.
struct CommunityFacets: Sendable {
    enum Name: String, CaseIterable, Sendable {
        case government, role, topic, stage, membership, language, event, wants, offers
    }

    /// Of a few values at most, each once.
    let values: [Name: [String]]

    private static let limit = 40

    init(_ id: ItemID, _ site: SiteGraph, hasUpcoming: Bool) {
        guard case .community(let community) = site[id].entry else {
            values = [:]
            return
        }
        let relations = site[relationsOf: id]
        /// With those above them: anyone who asks for a subject means its parts too.
        func ids(_ terms: [ItemID]) -> [String] {
            site.withParents(Array(terms.prefix(Self.limit)), atMost: 2 * Self.limit).map { site[$0].id }
        }
        func support(_ list: Located<[Located<String>]>?) -> [String] {
            list.items().prefix(Self.limit).map { ID.from($0.value) }.reduce(into: []) {
                if !$0.contains($1) { $0.append($1) }
            }
        }
        var languages = [site[id].language]
        for part in site.parts(of: id) {
            guard case .event(let event) = site[part].entry else { continue }
            for language in event.languages.items().map(\.value)
            where !languages.contains(language) && languages.count < Self.limit { languages.append(language) }
        }
        values = [
            .government: relations.governments.prefix(Self.limit).map { site[$0].id }, .role: ids(relations.roles),
            .topic: ids(relations.topics),
            .stage: community.state(on: site.today).map { [$0] } ?? [],
            .membership: community.membership.map { [$0.value.rawValue] } ?? [],
            .language: languages, .event: hasUpcoming ? ["yes"] : [],
            .wants: support(community.wants), .offers: support(community.offers),
        ].filter { !$0.value.isEmpty }
    }
}

/// The network as a script that the map loads, because from a disk browsers let pages read no other file.
enum MapScript {
    /// `folkmootNetwork = {"nodes": [{"id", facets …}], "edges": [[from, to, is stated]], "suggestions": [[from,
    /// to]]}`; numbers are indexes into `nodes`.
    static func asset(_ network: CommunityNetwork, _ edges: MapEdges, _ facets: [CommunityFacets], _ site: SiteGraph)
        -> ThemeAssets.Asset
    {
        var out = Array("window.folkmootNetwork={\"nodes\":[\n".utf8)
        for (index, node) in network.nodes.enumerated() {
            let values = CommunityFacets.Name.allCases.map { name in
                (name.rawValue, facets[index].values[name].map(JSON.texts))
            }
            let members = members(of: node, site).map(JSON.number)
            JSON.object([("id", .text(site[node].id))] + values + [("members", members)]).append(to: &out)
            out += index + 1 < network.nodes.count ? ",\n".utf8 : "\n".utf8
        }
        out += "],\"edges\":[".utf8
        var seen: Set<SIMD2<Int>> = []
        // Of a network of very many, the strongest of each community: every reader of the map loads them.
        let numbers = network.edges.count <= limit ? Array(network.edges.indices) : network.strongest(ofEach).sorted()
        let pairs = numbers.map { network.edges[$0] }.filter { seen.insert($0.pair).inserted }
        out += pairs.map { "[\($0.from),\($0.to),\($0.isDeclared ? 1 : 0)]" }.joined(separator: ",").utf8
        out += "],\"suggestions\":[".utf8
        out += edges.suggested.map { "[\($0.from),\($0.to)]" }.joined(separator: ",").utf8
        return ThemeAssets.Asset("network", "js", out + Array("]};\n".utf8))
    }

    private static let limit = 20_000
    private static let ofEach = 8

    static func members(of id: ItemID, _ site: SiteGraph) -> Int? {
        if case .community(let community) = site[id].entry { community.memberCount?.value.count?.value } else { nil }
    }
}
