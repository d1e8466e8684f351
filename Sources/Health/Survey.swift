internal import Content
internal import Diagnostics
internal import Network
internal import Site

/// What is known of all communities together, found once.
struct Survey {
    let site: SiteGraph
    let thresholds: HealthThresholds
    /// By community: its own and those of its events; in the order of the site.
    let writeups: [ItemID: [ItemID]]
    /// Where each person is steward now: the position in each member list.
    let stewarded: [Reference: [(community: ItemID, path: String, range: ByteRange)]]
    private(set) var welcomesAreUsual = false
    private(set) var chartersAreUsual = false
    /// Communities that go on, and are not made up beside real ones.
    private let open: Set<ItemID>
    private let network: CommunityNetwork
    private let suggestions: Suggestions

    init(of site: SiteGraph) {
        self.site = site
        thresholds = HealthThresholds(site.settings.health?.value)
        network = CommunityNetwork(site)
        suggestions = Suggestions(network, site)
        var writeups: [ItemID: [ItemID]] = [:]
        for id in site.all(.writeup) {
            for host in site.hosts(ofWriteup: id) { writeups[host, default: []].append(id) }
        }
        self.writeups = writeups
        var stewarded: [Reference: [(community: ItemID, path: String, range: ByteRange)]] = [:]
        let open = Set(site.real(site.communities).filter { CommunityFacts.isOpen($0, in: site) })
        for id in site.all(.members) {
            guard case .members(let list) = site[id].entry, let community = site[id].community, open.contains(community)
            else { continue }
            for (member, person) in zip(list.members.items(), site[relationsOf: id].people)
            where member.value.part?.value == .steward && member.value.isCurrent(on: site.today) {
                stewarded[person, default: []].append((community, site[id].path, member.range))
            }
        }
        self.stewarded = stewarded
        self.open = open
        welcomesAreUsual = isUsual {
            if case .community(let entry) = site[$0].entry { entry.welcome != nil } else { false }
        }
        chartersAreUsual = isUsual { site.parts(of: $0).contains { site[$0].kind == .charter } }
    }

    /// Whether a handbook has the habit to state something, so that it is missing where it is absent: in a larger one
    /// a quarter of the communities do.
    ///
    /// - Parameter isStated: whether a community states it.
    private func isUsual(_ isStated: (ItemID) -> Bool) -> Bool {
        open.count < 5 || open.count(where: isStated) * 4 >= open.count
    }

    /// How many other communities a community is connected with, and which are like it that it is not connected with,
    /// in other governments; the nearest first.
    func neighbours(of community: ItemID) -> (connected: Int, alikeElsewhere: [ItemID]) {
        guard let node = network.index[community] else { return (0, []) }
        let alike = suggestions.ofNode[node].map { suggestions.all[$0] }.filter(\.reasons.isAcrossGovernments)
        return (network.neighbours(of: node).count, alike.map { network.nodes[$0.other(than: node)] })
    }
}
