internal import Content

/// Who has a calendar to subscribe to, and which events each calendar holds.
///
/// A community that has had an event keeps its calendar when all are over: people may have subscribed to it.
package struct CalendarOwners: Sendable {
    /// All events of the site, but for made-up ones beside real communities.
    package let all: [ItemID]
    private let events: [ItemID: [ItemID]]

    /// None.
    init() { (all, events) = ([], [:]) }

    /// In steps for each event and its hosts.
    init(_ site: SiteGraph) {
        all = site.real(site.all(.event), beside: Set(site.communities))
        var events: [ItemID: Set<ItemID>] = [:]
        for event in site.all(.event) {
            for host in Set(site.hosts(of: event)) where site[host].kind == .community {
                events[host, default: []].insert(event)
            }
        }
        for (host, own) in events {
            let relations = site[relationsOf: host]
            // Anyone who follows a union follows its nations.
            for term in site.withParents(relations.roles + relations.topics + relations.governments, atMost: 1000) {
                events[term, default: []].formUnion(own)
            }
        }
        self.events = events.mapValues { $0.sorted() }
    }

    /// The communities, roles, topics and governments that have a calendar, in order.
    package var items: [ItemID] { events.keys.sorted() }

    package func has(_ owner: ItemID) -> Bool { events[owner] != nil }

    /// - Parameter owner: one of `items`; `nil` for the whole site.
    package func events(of owner: ItemID?) -> [ItemID] { owner.map { events[$0] ?? [] } ?? all }
}
