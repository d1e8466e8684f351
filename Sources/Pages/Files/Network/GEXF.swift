internal import Text

/// `data/network.gexf`, for Gephi and Gephi Lite (GEXF 1.3).
///
/// The namespace of 1.3 has no `www`. Every edge has an id; its kind is a fact and not `kind=`, which networkx drops,
/// and none is `mutual`, which networkx doubles.
enum GEXF {
    private static let nodes = NetworkAttribute<ExportedNetwork.Node>.ofNodes
    private static let edges = NetworkAttribute<ExportedNetwork.Edge>.ofEdges

    static func bytes(of network: ExportedNetwork) -> [UInt8] {
        var out: [UInt8] = []
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        out.append("<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n")
        out.append("<graph defaultedgetype=\"undirected\" mode=\"static\">\n")
        append(class: "node", nodes, to: &out)
        append(class: "edge", edges, to: &out)
        out.append("<nodes>\n")
        for node in network.nodes { append(node, to: &out) }
        out.append("</nodes>\n<edges>\n")
        for (number, edge) in network.edges.enumerated() { append(edge, number, to: &out) }
        out.append("</edges>\n</graph>\n</gexf>\n")
        return out
    }

    private static func append<Element>(
        class owner: String, _ attributes: [NetworkAttribute<Element>], to out: inout [UInt8]
    ) {
        out += "<attributes class=\"\(owner)\" mode=\"static\">\n".utf8
        for one in attributes {
            out += "<attribute id=\"\(one.name)\" title=\"\(one.name)\" type=\"\(one.type.rawValue)\"/>\n".utf8
        }
        out.append("</attributes>\n")
    }

    private static func append(_ node: ExportedNetwork.Node, to out: inout [UInt8]) {
        append("<node id=\"", node.id, to: &out)
        append("\" label=\"", node.name, to: &out)
        out.append("\">")
        append(nodes, of: node, to: &out)
        out += "<viz:size value=\"\(node.size)\"/><viz:position x=\"\(node.x)\" y=\"\(node.y)\" z=\"0.0\"/>".utf8
        out.append("</node>\n")
    }

    private static func append(_ edge: ExportedNetwork.Edge, _ number: Int, to out: inout [UInt8]) {
        out += "<edge id=\"\(number)".utf8
        append("\" source=\"", edge.from, to: &out)
        append("\" target=\"", edge.to, to: &out)
        append("\" weight=\"", edge.weight, to: &out)
        if !edge.label.isEmpty { append("\" label=\"", edge.label, to: &out) }
        out.append("\">")
        append(edges, of: edge, to: &out)
        out.append("</edge>\n")
    }

    private static func append<Element>(
        _ attributes: [NetworkAttribute<Element>], of element: Element, to out: inout [UInt8]
    ) {
        out.append("<attvalues>")
        for one in attributes {
            guard let text = one.text(element) else { continue }
            append("<attvalue for=\"", one.name, to: &out)
            append("\" value=\"", text, to: &out)
            out.append("\"/>")
        }
        out.append("</attvalues>")
    }

    private static func append(_ before: StaticString, _ text: String, to out: inout [UInt8]) {
        out.append(before)
        HTMLEscape.append(text, to: &out)
    }
}
