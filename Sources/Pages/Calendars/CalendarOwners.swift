internal import Content
internal import Site

/// Whose calendars there are to subscribe to, and which events each holds.
///
/// Whoever has had an event keeps a calendar when all are over: what somebody subscribed to must not go away.
struct CalendarOwners: Sendable {
    /// All events of the site, but for made-up ones beside real communities.
    let all: [ItemID]
    private let events: [ItemID: [ItemID]]

    init(_ site: SiteGraph, _ meetings: [ItemID: Derived.Meetings]) {
        all = site.real(site.all(.event), beside: Set(site.communities))
        var events: [ItemID: Set<ItemID>] = [:]
        for (host, meetings) in meetings {
            let own = Set(meetings.upcoming + meetings.habits + meetings.past)
            guard case .community = site[host].entry else { continue }
            events[host] = own
            let relations = site[relationsOf: host]
            // Who follows a union follows its nations.
            for term in site.withParents(relations.roles + relations.topics + relations.governments, atMost: 1000) {
                events[term, default: []].formUnion(own)
            }
        }
        self.events = events.mapValues { $0.sorted() }
    }

    /// Those that have a calendar, in order.
    var items: [ItemID] { events.keys.sorted() }

    func has(_ owner: ItemID) -> Bool { events[owner] != nil }

    /// - Parameter owner: a community, role, topic or government; `nil` for the whole site.
    func events(of owner: ItemID?) -> [ItemID] { owner.map { events[$0] ?? [] } ?? all }
}
