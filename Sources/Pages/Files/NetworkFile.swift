internal import Content
internal import Network
internal import Site
internal import Text

/// `data/network.json`: the map for other programs.
struct NetworkFile {
    private let shared: SiteRenderer
    private let page: PlannedPage
    private var site: SiteGraph {
        _read { yield shared.site }
    }

    init(_ shared: SiteRenderer, _ page: PlannedPage) {
        self.shared = shared
        self.page = page
    }

    /// `{"width", "height", "nodes", "edges", "suggestions"}`. Places and radii are in pixels of a picture so wide and
    /// high; `from` and `to` are ids; reasons are sentences in the default language, without markup.
    func render() -> [UInt8] {
        let map = shared.map
        let layout = map.drawing().layout
        let scope = shared.scope(of: page)
        func id(_ node: Int) -> String { site[map.network.nodes[node]].id }
        var out = Array("{\"width\":\(Int(NetworkLayout.width)),\"height\":\(Int(layout.height)),\n\"nodes\":".utf8)
        let nodes: [JSON] = zip(map.network.nodes, layout.circles).map { node, circle in
            let relations = site[relationsOf: node]
            func ids(_ items: [ItemID]) -> JSON { .texts(items.map { site[$0].id }) }
            var stage: String?
            if case .community(let community) = site[node].entry { stage = community.stage?.value.rawValue }
            return .object([
                ("id", .text(site[node].id)), ("name", .text(site[node].title(in: site.defaultLanguage).text)),
                ("url", .text(shared.href(site[node].route))), ("x", .decimal(MapPaths.number(circle.x))),
                ("y", .decimal(MapPaths.number(circle.y))), ("r", .decimal(MapPaths.number(circle.r))),
                ("government", ids(relations.governments)), ("roles", ids(relations.roles)),
                ("topics", ids(relations.topics)), ("stage", .text(stage)),
                ("members", MapScript.members(of: node, site).map(JSON.number)),
            ])
        }
        JSON.appendLines(nodes, to: &out)
        out += ",\"edges\":".utf8
        let edges = map.network.edges.map { edge in
            JSON.object([
                ("from", .text(id(edge.from))), ("to", .text(id(edge.to))), ("kind", .text(edge.kind.name)),
                ("weight", Self.hundredths(edge.weight)), ("declared", .flag(edge.isDeclared)),
                ("reasons", .texts(scope.reasons(edge))),
            ])
        }
        JSON.appendLines(edges, to: &out)
        out += ",\"suggestions\":".utf8
        let suggestions = map.suggestions.all.prefix(Self.suggestionsListed).map { one in
            JSON.object([
                ("from", .text(id(one.from))), ("to", .text(id(one.to))), ("score", Self.hundredths(one.score)),
                ("reasons", .texts(scope.reasons(one))),
            ])
        }
        JSON.appendLines(suggestions, to: &out)
        return out + "}\n".utf8
    }

    /// The rest is on nobody's page either.
    private static let suggestionsListed = 5_000

    private static func hundredths(_ value: Double) -> JSON {
        let whole = Int((value * 100).rounded())
        return .decimal("\(whole / 100).\(whole % 100 / 10)\(whole % 10)")
    }
}

extension CommunityNetwork.Edge.Kind {
    /// As `data/network.json` calls it.
    var name: String {
        switch self {
        case .declared(let kind): kind.rawValue
        case .successor: "successor"
        case .sharedMembers: "shared-members"
        case .sharedEvents: "shared-events"
        }
    }
}
