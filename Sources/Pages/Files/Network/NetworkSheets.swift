internal import Spreadsheet

/// `data/nodes.csv` and `data/edges.csv`, with the headings that Gephi looks for.
enum NetworkSheets {
    static func nodes(of network: ExportedNetwork) -> [UInt8] {
        var out = SheetRow.byteOrderMark
        let names = [
            "Id", "Label", "Kind", "Governments", "Roles", "Topics", "Stage", "Scope", "Members", "Url", "X", "Y",
            "Size",
        ]
        SheetRow.append(names.map { .text($0) }, to: &out)
        for node in network.nodes {
            func names(_ terms: [ExportedNetwork.Term]) -> SheetRow.Cell {
                .text(ExportedNetwork.Node.joined(terms) ?? "")
            }
            SheetRow.append(
                [
                    .text(node.id), .text(node.name), .text("community"), names(node.governments), names(node.roles),
                    names(node.topics), .text(node.stage ?? ""), .text(node.scope ?? ""),
                    .number(node.members.map(String.init) ?? ""), .text(node.url), .number(node.x), .number(node.y),
                    .number(node.size),
                ], to: &out)
        }
        return out
    }

    static func edges(of network: ExportedNetwork) -> [UInt8] {
        var out = SheetRow.byteOrderMark
        SheetRow.append(["Source", "Target", "Type", "Weight", "Kind", "Label"].map { .text($0) }, to: &out)
        for edge in network.edges {
            SheetRow.append(
                [
                    .text(edge.from), .text(edge.to), .text(edge.isDirected ? "Directed" : "Undirected"),
                    .number(edge.weight), .text(edge.kind), .text(edge.label),
                ], to: &out)
        }
        return out
    }
}
