/// The files that hold the network for other programs.
package enum NetworkFormat: String, CaseIterable, Sendable {
    case json, graphml, gexf
    /// Two sheets, which belong together.
    case nodes, edges

    /// Below the site's root.
    package var path: String {
        switch self {
        case .json, .graphml, .gexf: "data/network.\(rawValue)"
        case .nodes, .edges: "data/\(rawValue).csv"
        }
    }

    /// The bytes of the file.
    func bytes(of network: ExportedNetwork) -> [UInt8] {
        switch self {
        case .json: NetworkJSON.bytes(of: network)
        case .graphml: GraphML.bytes(of: network)
        case .gexf: GEXF.bytes(of: network)
        case .nodes: NetworkSheets.nodes(of: network)
        case .edges: NetworkSheets.edges(of: network)
        }
    }
}
