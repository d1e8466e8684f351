internal import Content
internal import Site

/// Edges that nobody states: the same people are members of both communities, or both host the same events.
enum SharedEdges {
    /// A member of more communities than this ties none together: a system account, or somebody who supports them all.
    private static let limit = 50

    private struct Pair: Hashable, Comparable {
        var a: Int, b: Int
        static func < (one: Pair, other: Pair) -> Bool { (one.a, one.b) < (other.a, other.b) }
    }

    /// - Returns: edges by pair, members before events; and how many people and events are shared by too many to count.
    static func of(_ site: SiteGraph, _ index: [ItemID: Int]) -> (edges: [CommunityNetwork.Edge], tooCommon: Int) {
        var tooCommon = 0
        /// Calls `add` with each pair of a few nodes and with what sharing counts between them.
        func share(_ nodes: Set<Int>, _ add: (Pair, Double) -> Void) {
            guard nodes.count > 1 else { return }
            guard nodes.count <= limit else {
                tooCommon += 1
                return
            }
            let sorted = nodes.sorted()
            let weight = 1 / Double(nodes.count - 1)
            for (i, a) in sorted.enumerated() { for b in sorted[(i + 1)...] { add(Pair(a: a, b: b), weight) } }
        }
        var people: [Pair: (count: Int, weight: Double)] = [:]
        let communitiesOf = communitiesOfPeople(site, index)
        // In one order, because sums of fractions depend on it.
        for nodes in communitiesOf {
            share(nodes) {
                people[$0, default: (0, 0)].count += 1
                people[$0]!.weight += $1
            }
        }
        var events: [Pair: (ids: [ItemID], weight: Double)] = [:]
        for id in site.all(.event) {
            share(Set(site.hosts(of: id).compactMap { index[$0] })) {
                events[$0, default: ([], 0)].ids.append(id)
                events[$0]!.weight += $1
            }
        }
        let edges =
            people.sorted { $0.key < $1.key }.map {
                CommunityNetwork.Edge(
                    from: $0.key.a, to: $0.key.b, kind: .sharedMembers($0.value.count), weight: $0.value.weight)
            }
            + events.sorted { $0.key < $1.key }.map {
                CommunityNetwork.Edge(
                    from: $0.key.a, to: $0.key.b, kind: .sharedEvents($0.value.ids), weight: $0.value.weight)
            }
        return (edges, tooCommon)
    }

    /// The communities of each person who is a member today; former members do not tie two together.
    private static func communitiesOfPeople(_ site: SiteGraph, _ index: [ItemID: Int]) -> [Set<Int>] {
        // By what the lists say: somebody who has no page, and is named nowhere, connects communities too.
        var numbers: [Mention: Int] = [:]
        var found: [Set<Int>] = []
        for list in site.all(.members) {
            guard case .members(let members) = site[list].entry, let community = site[list].community,
                let node = index[community]
            else { continue }
            for member in members.members.items() where member.value.isCurrent(on: site.today) {
                guard let person = member.value.person?.value else { continue }
                if let number = numbers[person] {
                    found[number].insert(node)
                } else {
                    numbers[person] = found.count
                    found.append([node])
                }
            }
        }
        return found
    }
}
