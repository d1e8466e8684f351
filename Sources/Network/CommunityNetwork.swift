public import Content
public import Site

/// Network: which communities are connected, by what and how strongly; who is alike; where each is in a picture.
///
/// Pure functions of a Site. It must not know how pages look, or reveal who the shared people are: evidence is a number
/// or a published event, never a name.
///
///     let network = CommunityNetwork(site)
///     let suggestions = Suggestions(network, site)
///     let layout = NetworkLayout(network, suggestions, site)
public struct CommunityNetwork: Sendable {
    /// In the order of `SiteGraph.communities`.
    public let nodes: [ItemID]
    /// Each pair and kind once; those that are stated first, then by `from` and `to`, which are indexes into `nodes`.
    public let edges: [Edge]
    /// Indexes into `edges` of each node's, ascending; in the order of `nodes`.
    public let edgesOfNode: [[Int]]
    /// The index of each community in `nodes`.
    public let index: [ItemID: Int]
    /// People who are in too many communities, and events with too many hosts, to connect any of them.
    public let tooCommon: Int

    public struct Edge: Sendable, Hashable {
        public enum Kind: Sendable, Hashable {
            /// Stated in an entry; `from` states it.
            case declared(ConnectionKind)
            /// `to` took over from `from`.
            case successor
            /// So many people are members of both.
            case sharedMembers(Int)
            /// Both host these, which are published; in the order of `SiteGraph.items`.
            case sharedEvents([ItemID])
        }

        public let from: Int
        public let to: Int
        public let kind: Kind
        /// 1 for what an entry states. Somebody in both, or an event of both, counts the less the more other
        /// communities it is shared with (fractional counting; Newman, 2001).
        public let weight: Double

        /// Whether an entry states it.
        public var isDeclared: Bool {
            switch kind {
            case .declared, .successor: true
            case .sharedMembers, .sharedEvents: false
            }
        }

        /// Both ends, the lower first, whichever states it.
        public var pair: SIMD2<Int> { SIMD2(min(from, to), max(from, to)) }

        /// The end that is not `node`.
        public func other(than node: Int) -> Int { from == node ? to : from }
    }

    public init(_ site: SiteGraph) {
        let nodes = site.real(site.communities)
        self.nodes = nodes
        let index = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
        self.index = index
        let (shared, tooCommon) = SharedEdges.of(site, index)
        self.tooCommon = tooCommon
        let edges = Self.declared(site, nodes, index) + shared
        self.edges = edges
        var edgesOfNode: [[Int]] = nodes.map { _ in [] }
        for (number, edge) in edges.enumerated() {
            edgesOfNode[edge.from].append(number)
            edgesOfNode[edge.to].append(number)
        }
        self.edgesOfNode = edgesOfNode
    }

    /// Indexes into `edges`: of each node's, among those that are wanted, the strongest few.
    public func strongest(_ limit: Int, where isWanted: (Edge) -> Bool = { _ in true }) -> Set<Int> {
        Set(
            edgesOfNode.flatMap { own in
                own.filter { isWanted(edges[$0]) }.sorted { (edges[$1].weight, $0) < (edges[$0].weight, $1) }.prefix(
                    limit)
            })
    }

    /// Those that a node is connected with, the most strongly connected first, then in the order of `nodes`.
    public func neighbours(of node: Int) -> [Int] {
        var weights: [Int: Double] = [:]
        // What somebody stated comes before what was worked out.
        for number in edgesOfNode[node] {
            weights[edges[number].other(than: node), default: 0] +=
                edges[number].weight + (edges[number].isDeclared ? 1000 : 0)
        }
        return weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    private static func declared(_ site: SiteGraph, _ nodes: [ItemID], _ index: [ItemID: Int]) -> [Edge] {
        var edges: [Edge] = []
        var seen: Set<Edge> = []
        for (from, id) in nodes.enumerated() {
            let relations = site[relationsOf: id]
            for connection in relations.connections {
                guard let to = connection.to.item.flatMap({ index[$0] }), to != from else { continue }
                let edge = Edge(from: from, to: to, kind: .declared(connection.kind), weight: 1)
                if seen.insert(edge).inserted { edges.append(edge) }
            }
            if let to = relations.successor?.item.flatMap({ index[$0] }), to != from {
                edges.append(Edge(from: from, to: to, kind: .successor, weight: 1))
            }
        }
        return edges
    }
}
