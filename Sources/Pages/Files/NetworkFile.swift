internal import Content
internal import Network
internal import Site

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
        out += DataFiles.lines(
            zip(map.network.nodes, layout.circles).map { node, circle in
                let relations = site[relationsOf: node]
                var object = JSONObject()
                object.add("id", site[node].id)
                object.add("name", site[node].title(in: site.defaultLanguage).text)
                object.add("url", shared.href(site[node].route))
                object.add(number: "x", MapPaths.number(circle.x))
                object.add(number: "y", MapPaths.number(circle.y))
                object.add(number: "r", MapPaths.number(circle.r))
                object.add("government", relations.governments.map { site[$0].id })
                object.add("roles", relations.roles.map { site[$0].id })
                object.add("topics", relations.topics.map { site[$0].id })
                if case .community(let community) = site[node].entry {
                    object.add("stage", community.stage?.value.rawValue)
                }
                object.add("members", MapScript.members(of: node, site))
                return object.bytes
            })
        out += ",\"edges\":".utf8
        out += DataFiles.lines(
            map.network.edges.map { edge in
                var object = JSONObject()
                object.add("from", id(edge.from))
                object.add("to", id(edge.to))
                object.add("kind", edge.kind.name)
                object.add(number: "weight", Self.hundredths(edge.weight))
                object.add(number: "declared", edge.isDeclared ? "true" : "false")
                object.add("reasons", scope.reasons(edge))
                return object.bytes
            })
        out += ",\"suggestions\":".utf8
        out += DataFiles.lines(
            map.suggestions.all.prefix(Self.suggestionsListed).map { one in
                var object = JSONObject()
                object.add("from", id(one.from))
                object.add("to", id(one.to))
                object.add(number: "score", Self.hundredths(one.score))
                object.add("reasons", scope.reasons(one))
                return object.bytes
            })
        return out + "}\n".utf8
    }

    /// The rest is on nobody's page either.
    private static let suggestionsListed = 5_000

    private static func hundredths(_ value: Double) -> String {
        let whole = Int((value * 100).rounded())
        return "\(whole / 100).\(whole % 100 / 10)\(whole % 10)"
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
