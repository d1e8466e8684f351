/// Which lines a picture has. Those that are stated are all drawn; of those that were worked out, in a network of many,
/// the strongest of each community.
package struct MapEdges: Sendable {
    /// Pairs of indexes into `CommunityNetwork.nodes`, each once.
    let declared: [(Int, Int)]
    let shared: [(Int, Int)]
    /// How many of `CommunityNetwork.edges` are not drawn.
    package let leftOut: Int
    /// The best few suggestions of each community: all of them would be a thicket. The best first.
    package let suggested: [Suggestions.Suggestion]
    /// Whether there are so few lines that only likeness shows a structure.
    package let isSparse: Bool

    private static let ofEach = 4
    private static let suggestionsOfEach = 2
    private static let suggestionsDrawn = 400

    package init(_ network: CommunityNetwork, _ suggestions: Suggestions) {
        var seen: Set<SIMD2<Int>> = []
        func isNew(_ edge: CommunityNetwork.Edge) -> Bool { seen.insert(edge.pair).inserted }
        let stated = network.edges.filter { $0.isDeclared && isNew($0) }
        let numbers = network.edges.indices.filter { !network.edges[$0].isDeclared }
        let drawn =
            numbers.count > 2 * network.nodes.count ? network.strongest(Self.ofEach) { !$0.isDeclared } : Set(numbers)
        declared = stated.map { ($0.from, $0.to) }
        shared = numbers.filter { drawn.contains($0) && isNew(network.edges[$0]) }.map {
            (network.edges[$0].from, network.edges[$0].to)
        }
        leftOut = numbers.count - drawn.count
        isSparse = declared.count + shared.count < network.nodes.count
        suggested = Set(suggestions.ofNode.flatMap { $0.prefix(Self.suggestionsOfEach) }).sorted().prefix(
            Self.suggestionsDrawn
        ).map { suggestions.all[$0] }
    }
}
