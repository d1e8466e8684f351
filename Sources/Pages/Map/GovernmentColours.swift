internal import Network
internal import Site

/// Governments by colour: the seven with the most communities, those of the governments within them included, have one
/// of their own; the rest share one, and say so.
struct GovernmentColours: Sendable {
    private static let limit = 7
    /// In the order of their colours.
    let named: [ItemID]
    let hasOthers: Bool
    let hasNone: Bool
    private let index: [ItemID: Int]

    init(_ network: CommunityNetwork, _ site: SiteGraph) {
        var counts: [ItemID: Int] = [:]
        var hasNone = false
        for id in network.nodes {
            if let government = Self.outermost(of: id, site) {
                counts[government, default: 0] += 1
            } else {
                hasNone = true
            }
        }
        self.hasNone = hasNone
        // By id among those that count, so that a colour stays when numbers change a little.
        let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key).prefix(Self.limit)
        named = most.sorted()
        hasOthers = counts.count > most.count
        index = Dictionary(uniqueKeysWithValues: named.enumerated().map { ($1, $0) })
    }

    /// The class that has its colour.
    func name(of community: ItemID, _ site: SiteGraph) -> String {
        guard let government = Self.outermost(of: community, site) else { return "none" }
        return index[government].map { "g\($0)" } ?? "g-more"
    }

    /// The first government that a community names, or the one that this is a part of.
    private static func outermost(of community: ItemID, _ site: SiteGraph) -> ItemID? {
        site[relationsOf: community].governments.first.map(site.outermost)
    }
}
