/// A fact of a node or an edge as files of XML declare it: its name, its type, and its text; `nil` where there is none,
/// because some programs stumble over an empty one.
struct NetworkAttribute<Element: Sendable>: Sendable {
    let name: String
    let type: Kind
    let text: @Sendable (Element) -> String?

    /// The names that GraphML and GEXF share.
    enum Kind: String { case string, long, double, boolean }

    init(_ name: String, _ type: Kind = .string, _ text: @escaping @Sendable (Element) -> String?) {
        self.name = name
        self.type = type
        self.text = text
    }
}

extension NetworkAttribute<ExportedNetwork.Node> {
    /// Beside id, name, position and size, for which each format has ways of its own.
    static let ofNodes: [Self] = [
        .init("kind") { _ in "community" },
        .init("governments") { ExportedNetwork.Node.joined($0.governments) },
        .init("roles") { ExportedNetwork.Node.joined($0.roles) },
        .init("topics") { ExportedNetwork.Node.joined($0.topics) },
        .init("stage") { $0.stage }, .init("scope") { $0.scope },
        .init("members", .long) { $0.members.map(String.init) },
        .init("url") { $0.url },
    ]
}

extension NetworkAttribute<ExportedNetwork.Edge> {
    /// Beside both ends, weight and reasons. networkx refuses a file that mixes edges with and without a direction, and
    /// readers of one without forget which end came first: so both are ordinary facts.
    static let ofEdges: [Self] = [
        .init("kind") { $0.kind },
        .init("directed", .boolean) { $0.isDirected ? "true" : "false" },
        .init("stated_by") { $0.isDeclared ? $0.from : nil },
    ]
}
