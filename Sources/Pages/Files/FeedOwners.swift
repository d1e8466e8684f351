internal import Content
internal import Site

/// Whose write-ups there are feeds of, and which each holds: communities, and the roles, topics and governments that
/// they are for. None without a `base_url`, which a feed needs.
struct FeedOwners: Sendable {
    /// Of the whole site, the latest first; none that is made up beside real communities.
    let all: [ItemID]
    private let owned: [ItemID: [ItemID]]

    /// How many a feed holds.
    static let limit = 50

    init(_ site: SiteGraph, _ derived: Derived) {
        guard site.baseURL != nil else {
            (all, owned) = ([], [:])
            return
        }
        all = Array(site.real(derived.writeups, beside: Set(site.communities)).prefix(Self.limit))
        var owned: [ItemID: [ItemID]] = [:]
        for writeup in derived.writeups {
            let hosts = site.hosts(ofWriteup: writeup).filter { site[$0].kind == .community }.sorted()
            let terms = hosts.flatMap { host -> [ItemID] in
                let relations = site[relationsOf: host]
                return relations.roles + relations.topics + relations.governments
            }
            // Who follows a union follows its nations, as with calendars.
            let all = site.withParents(terms + site[relationsOf: writeup].topics, atMost: 1000)
            for owner in Set(hosts + all) where owned[owner, default: []].count < Self.limit {
                owned[owner, default: []].append(writeup)
            }
        }
        self.owned = owned
    }

    /// In order.
    var items: [ItemID] { owned.keys.sorted() }

    func has(_ owner: ItemID) -> Bool { owned[owner] != nil }

    /// - Parameter owner: one of `items`; `nil` for the whole site.
    func writeups(of owner: ItemID?) -> [ItemID] { owner.map { owned[$0] ?? [] } ?? all }
}
