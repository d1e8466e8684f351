internal import Network
internal import Site

/// What the colours of the map say: the government of a community or, where all have the same, its profession or topic.
/// Of these the seven with the most communities, those of the terms within them included, have a colour of their own;
/// the rest share one.
struct MapColours: Sendable {
    enum Facet: Sendable, CaseIterable {
        case government, role, topic
    }

    private static let limit = 7
    let facet: Facet
    /// In the order of their colours.
    let named: [ItemID]
    let hasOthers: Bool
    let hasNone: Bool
    private let index: [ItemID: Int]

    init(_ network: CommunityNetwork, _ site: SiteGraph) {
        // One colour distinguishes nothing.
        let facet = Facet.allCases.first { facet in
            Set(network.nodes.map { Self.term(of: $0, facet, site) }).count > 1
        }
        self.facet = facet ?? .government
        var counts: [ItemID: Int] = [:]
        var hasNone = false
        for id in network.nodes {
            if let term = Self.term(of: id, self.facet, site) {
                counts[term, default: 0] += 1
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
        guard let term = Self.term(of: community, facet, site) else { return "none" }
        return index[term].map { "g\($0)" } ?? "g-more"
    }

    /// The first that a community names, or the one that this is a part of.
    private static func term(of community: ItemID, _ facet: Facet, _ site: SiteGraph) -> ItemID? {
        let relations = site[relationsOf: community]
        let terms =
            switch facet {
            case .government: relations.governments
            case .role: relations.roles
            case .topic: relations.topics
            }
        return terms.first.map(site.outermost)
    }
}
