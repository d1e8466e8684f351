internal import Text

/// `data/network.graphml`, which networkx, igraph, Gephi, Cytoscape and yEd read (GraphML 1.0).
///
/// What they ask for: a key has a name for its id, since Gephi takes ids such as `d3` for labels; it is for nodes or
/// for edges, since igraph passes over keys for all; fractions are all of one type; the radius is `size`, because `r`
/// would be red; and edges have no ids.
enum GraphML {
    private typealias OfNode = NetworkAttribute<ExportedNetwork.Node>
    private typealias OfEdge = NetworkAttribute<ExportedNetwork.Edge>

    private static let nodes: [OfNode] =
        [OfNode("label") { $0.name }] + OfNode.ofNodes + [
            OfNode("x", .double) { $0.x }, OfNode("y", .double) { $0.y }, OfNode("size", .double) { $0.size },
        ]
    private static let edges: [OfEdge] =
        OfEdge.ofEdges + [
            OfEdge("weight", .double) { $0.weight }, OfEdge("label") { $0.label.isEmpty ? nil : $0.label },
        ]

    /// Ids are of the whole file, and nodes have some of these names too.
    private static func edgeKey(_ name: String) -> String { "edge_\(name)" }

    static func bytes(of network: ExportedNetwork) -> [UInt8] {
        var out: [UInt8] = []
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        out.append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
        for one in nodes { append(key: one.name, for: "node", one.name, one.type.rawValue, to: &out) }
        for one in edges { append(key: edgeKey(one.name), for: "edge", one.name, one.type.rawValue, to: &out) }
        out.append("<graph edgedefault=\"undirected\">\n")
        for node in network.nodes {
            out.append("<node id=\"")
            HTMLEscape.append(node.id, to: &out)
            out.append("\">")
            for one in nodes { append(one.text(node), key: one.name, to: &out) }
            out.append("</node>\n")
        }
        let keys = edges.map { ($0, edgeKey($0.name)) }
        for edge in network.edges {
            out.append("<edge source=\"")
            HTMLEscape.append(edge.from, to: &out)
            out.append("\" target=\"")
            HTMLEscape.append(edge.to, to: &out)
            out.append("\">")
            for (one, key) in keys { append(one.text(edge), key: key, to: &out) }
            out.append("</edge>\n")
        }
        out.append("</graph>\n</graphml>\n")
        return out
    }

    private static func append(key: String, for owner: String, _ name: String, _ type: String, to out: inout [UInt8]) {
        out += "<key id=\"\(key)\" for=\"\(owner)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n".utf8
    }

    private static func append(_ text: String?, key: String, to out: inout [UInt8]) {
        guard let text else { return }
        out.append("<data key=\"")
        out += key.utf8
        out.append("\">")
        HTMLEscape.append(text, to: &out)
        out.append("</data>")
    }
}
