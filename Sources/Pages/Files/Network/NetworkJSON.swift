internal import Text

/// `data/network.json`.
enum NetworkJSON {
    /// `{"width", "height", "directed", "multigraph", "nodes", "edges", "suggestions"}`. Positions and radii are in
    /// pixels of a picture so wide and high; `from` and `to` are ids; reasons are in the words of the default language.
    /// `directed` and `multigraph` say how networkx is to read it; an edge says for itself whether its kind has a
    /// direction.
    static func bytes(of network: ExportedNetwork) -> [UInt8] {
        var out = Array("{\"width\":\(network.width),\"height\":\(network.height),".utf8)
        out.append("\"directed\":false,\"multigraph\":true,\n\"nodes\":")
        JSON.appendLines(network.nodes.map(object), to: &out)
        out += ",\"edges\":".utf8
        JSON.appendLines(network.edges.filter { !$0.isSuggestion }.map(object), to: &out)
        out += ",\"suggestions\":".utf8
        JSON.appendLines(network.edges.filter(\.isSuggestion).map(suggestion), to: &out)
        return out + "}\n".utf8
    }

    private static func object(_ node: ExportedNetwork.Node) -> JSON {
        func ids(_ terms: [ExportedNetwork.Term]) -> JSON { .texts(terms.map(\.id)) }
        return .object([
            ("id", .text(node.id)), ("name", .text(node.name)), ("url", .text(node.route)), ("x", .decimal(node.x)),
            ("y", .decimal(node.y)), ("r", .decimal(node.size)), ("government", ids(node.governments)),
            ("roles", ids(node.roles)), ("topics", ids(node.topics)), ("stage", .text(node.stage)),
            ("scope", .text(node.scope)), ("members", node.members.map(JSON.number)),
        ])
    }

    private static func object(_ edge: ExportedNetwork.Edge) -> JSON {
        .object([
            ("from", .text(edge.from)), ("to", .text(edge.to)), ("kind", .text(edge.kind)),
            ("weight", .decimal(edge.weight)), ("directed", .flag(edge.isDirected)),
            ("declared", .flag(edge.isDeclared)), ("reasons", .texts(edge.reasons)),
        ])
    }

    private static func suggestion(_ edge: ExportedNetwork.Edge) -> JSON {
        .object([
            ("from", .text(edge.from)), ("to", .text(edge.to)), ("score", .decimal(edge.weight)),
            ("reasons", .texts(edge.reasons)),
        ])
    }
}
