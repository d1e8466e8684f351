public import Site
public import Content

/// Network: which communities are connected, by what, and where each stands in a picture.
///
/// Pure functions of a Site. It must not know how the map looks, or tell who the shared people are: evidence is a
/// number, never a name.
///
///     let network = Network(site)
///     network.edges.filter { $0.from == id || $0.to == id }
public struct Network: Sendable {
    /// In the order of `Site.communities`.
    public let nodes: [ItemID]
    /// Each pair and kind once, sorted; `from` and `to` are indexes into `nodes`.
    public let edges: [Edge]
    /// Indexes into `edges` of each node's, in the order of `nodes`.
    public let edgesOfNode: [[Int]]
    /// The place of each community in `nodes`.
    public let index: [ItemID: Int]
    /// One for each node, within the unit square.
    public let positions: [Point]

    public struct Edge: Sendable, Hashable {
        public enum Kind: Sendable, Hashable {
            /// Stated in an entry; `from` states it.
            case declared(ConnectionKind)
            /// `to` took over from `from`.
            case successor
            /// So many people are members of both.
            case sharedMembers(Int)
        }

        public var from: Int
        public var to: Int
        public var kind: Kind

        /// How strongly the two are drawn together.
        var weight: Double {
            switch kind {
            case .declared, .successor: 1
            case .sharedMembers(let count): min(1, 0.15 * Double(count))
            }
        }
    }

    public struct Point: Sendable, Equatable {
        public var x: Double
        public var y: Double
    }

    public init(_ site: Site) {
        let nodes = site.communities
        self.nodes = nodes
        let index = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
        self.index = index
        let edges = Self.declared(site, nodes, index) + Self.sharedMembers(site, index)
        self.edges = edges
        var edgesOfNode: [[Int]] = nodes.map { _ in [] }
        for (number, edge) in edges.enumerated() {
            edgesOfNode[edge.from].append(number)
            edgesOfNode[edge.to].append(number)
        }
        self.edgesOfNode = edgesOfNode
        positions = ForceLayout.positions(
            seeds: nodes.map { site[$0].id }, edges: edges.map { ($0.from, $0.to, $0.weight) })
    }

    private static func declared(_ site: Site, _ nodes: [ItemID], _ index: [ItemID: Int]) -> [Edge] {
        var edges: [Edge] = []
        var seen: Set<Edge> = []
        for (from, id) in nodes.enumerated() {
            let relations = site[relationsOf: id]
            for connection in relations.connections {
                guard let to = connection.to.item.flatMap({ index[$0] }), to != from else { continue }
                let edge = Edge(from: from, to: to, kind: .declared(connection.kind))
                if seen.insert(edge).inserted { edges.append(edge) }
            }
            if let to = relations.successor?.item.flatMap({ index[$0] }), to != from {
                edges.append(Edge(from: from, to: to, kind: .successor))
            }
        }
        return edges
    }

    /// People who are now in both communities; former members do not tie two together.
    private static func sharedMembers(_ site: Site, _ index: [ItemID: Int]) -> [Edge] {
        var communitiesOf: [Reference: Set<Int>] = [:]
        for list in site.all(.members) {
            guard case .members(let members) = site[list].entry, let community = site[list].community, let node = index[community] else { continue }
            for (member, person) in zip(members.members.items(), site[relationsOf: list].people) where member.value.isCurrent(on: site.today) {
                communitiesOf[person, default: []].insert(node)
            }
        }
        var counts: [[Int]: Int] = [:]
        for nodes in communitiesOf.values where nodes.count > 1 && nodes.count <= 50 {
            let sorted = nodes.sorted()
            for (i, a) in sorted.enumerated() { for b in sorted[(i + 1)...] { counts[[a, b], default: 0] += 1 } }
        }
        return counts.sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }
            .map { Edge(from: $0.key[0], to: $0.key[1], kind: .sharedMembers($0.value)) }
    }
}
