internal import Content
internal import Site

/// Finds which communities belong together, and what their group is called.
enum Clusters {
    static func of(_ network: CommunityNetwork, _ ties: [Embedding.Tie], _ site: SiteGraph) -> [NetworkLayout.Cluster] {
        let groups = Graph.groups(network.nodes.count, ties.map { ($0.a, $0.b, $0.weight) })
        var members = Array(repeating: [Int](), count: (groups.max() ?? -1) + 1)
        for (node, group) in groups.enumerated() { members[group].append(node) }
        let terms = network.nodes.map { id -> (subjects: Set<ItemID>, governments: Set<ItemID>) in
            let relations = site[relationsOf: id]
            return (Set((relations.topics + relations.roles).prefix(40)), Set(relations.governments.prefix(40)))
        }
        var holders: [ItemID: Int] = [:]
        for (subjects, governments) in terms {
            for term in subjects.union(governments) { holders[term, default: 0] += 1 }
        }
        let large = members.filter { $0.count >= 3 }.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
        var taken: Set<ItemID> = []
        return large.map { nodes in
            let subject =
                best(nodes.map { terms[$0].subjects }, holders, taken, network.nodes.count)
                ?? best(nodes.map { terms[$0].governments }, holders, taken, network.nodes.count)
            if let subject { taken.insert(subject) }
            return NetworkLayout.Cluster(nodes: nodes, term: subject)
        }
    }

    /// The term that most of a group and few others have: of those that at least three in five have, and three of them,
    /// the one whose share within, times the share of all its holders that is within, is highest. What nearly all
    /// communities have says nothing.
    private static func best(_ group: [Set<ItemID>], _ holders: [ItemID: Int], _ taken: Set<ItemID>, _ all: Int)
        -> ItemID?
    {
        var counts: [ItemID: Int] = [:]
        for terms in group { for term in terms { counts[term, default: 0] += 1 } }
        let known = counts.filter { term, count in
            count >= 3 && 5 * count >= 3 * group.count && 5 * holders[term]! <= 2 * all && !taken.contains(term)
        }
        return known.max { a, b in
            let scores = [a, b].map { Double($0.value) * Double($0.value) / Double(group.count * holders[$0.key]!) }
            return (scores[0], b.key) < (scores[1], a.key)
        }?.key
    }
}
