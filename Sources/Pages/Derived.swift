internal import Calendar
internal import Content
internal import Network
internal import Site
internal import Text

/// Lists that pages need, computed once: no template and no page scans the site.
struct Derived: Sendable {
    /// Upcoming events and those that are on, sorted by the instant at which they start.
    let upcoming: [ItemID]
    /// Coming events that will not take place; they stay among `upcoming`, so that nobody turns up.
    let cancelled: Set<ItemID>
    /// For upcoming events that repeat, the dates before the next one on which they do not happen; in order.
    let daysOff: [ItemID: [PartialDate]]
    /// Events that are over, the latest first.
    let past: [ItemID]
    /// Events that repeat without a first date, and those whose day cannot be determined.
    let habits: [ItemID]
    /// The latest first.
    let writeups: [ItemID]
    /// Handbook chapters in reading order: by `order`, then by path.
    let chapters: [ItemID]
    /// By community: what takes place in it, or is hosted by it elsewhere.
    let meetings: [ItemID: Meetings]
    /// Write-ups of each event.
    let writeupsOfEvent: [ItemID: [ItemID]]
    /// Communities of each person as far as `list_members` allows, with the part that the person plays.
    let communitiesOfPerson: [ItemID: [(community: ItemID, member: Member)]]
    /// Addresses of the pages for managers, by community.
    let managers: [ItemID: String]
    /// When each of the coming events is on, or starts the next time.
    let occurrences: [ItemID: Occurrence]
    /// Coming events of a community that takes a rest or has ended by then.
    let resting: Set<ItemID>
    /// Which skills communities have and need, as far as that is published.
    let skills: SkillSurvey
    /// By language: the rank of each item among all by title.
    let titleRanks: [String: [Int]]

    /// - Parameter alphabets: by language, of all languages of the site.
    init(_ site: SiteGraph, alphabets: [String: Alphabet]) {
        var events = EventLists()
        for id in site.all(.event) {
            guard case .event(let event) = site[id].entry else { continue }
            events.add(id, event, in: site)
        }
        upcoming = events.upcoming.sorted { ($0.start, $0.event) < ($1.start, $1.event) }.map(\.event)
        past = events.past.sorted { ($1.start, $0.event) < ($0.start, $1.event) }.map(\.event)
        habits = events.habits
        (cancelled, resting) = (events.cancelled, events.resting)
        (daysOff, occurrences) = (events.daysOff, events.occurrences)
        titleRanks = Dictionary(uniqueKeysWithValues: alphabets.map { ($0, site.titleRanks(in: $0, by: $1)) })
        writeups = Self.latestFirst(site.all(.writeup), site)
        chapters = Self.readingOrder(site.all(.chapter), site)
        writeupsOfEvent = Dictionary(grouping: writeups.filter { site[relationsOf: $0].event != nil }) {
            site[relationsOf: $0].event!
        }
        managers = ManagerRoutes.routes(in: site)
        skills = SkillSurvey(site, isPublic: true)
        meetings = Self.meetings(site, upcoming: upcoming, habits: habits, past: past, writeups: writeups)
        communitiesOfPerson = Self.communitiesOfPerson(site)
    }

    /// Those of one community, each list in the order of the list of all.
    struct Meetings: Sendable {
        var upcoming: [ItemID] = []
        var habits: [ItemID] = []
        var past: [ItemID] = []
        /// Its own, and those of the events.
        var writeups: [ItemID] = []
    }

    private static func meetings(
        _ site: SiteGraph, upcoming: [ItemID], habits: [ItemID], past: [ItemID], writeups: [ItemID]
    )
        -> [ItemID: Meetings]
    {
        var meetings: [ItemID: Meetings] = [:]
        for (events, list) in [(upcoming, \Meetings.upcoming), (habits, \.habits), (past, \.past)] {
            for event in events {
                for host in Set(site.hosts(of: event)) {
                    meetings[host, default: Meetings()][keyPath: list].append(event)
                }
            }
        }
        for writeup in writeups {
            for host in site.hosts(ofWriteup: writeup) { meetings[host, default: Meetings()].writeups.append(writeup) }
        }
        return meetings
    }

    /// Write-ups, the latest first.
    static func latestFirst(_ writeups: some Sequence<ItemID>, _ site: SiteGraph) -> [ItemID] {
        let dated = writeups.map { id -> (PartialDate, ItemID) in
            if case .writeup(let writeup) = site[id].entry, let date = writeup.date?.value { return (date, id) }
            return (PartialDate(year: 1), id)
        }
        return dated.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.1)
    }

    /// Chapters by `order`, then by path.
    static func readingOrder(_ chapters: some Sequence<ItemID>, _ site: SiteGraph) -> [ItemID] {
        chapters.sorted { a, b in
            let orders = [a, b].map { site[$0].common.order?.value ?? .max }
            return orders[0] == orders[1]
                ? NaturalOrder.precedes(site[a].route, site[b].route) : orders[0] < orders[1]
        }
    }

    private static func communitiesOfPerson(_ site: SiteGraph) -> [ItemID: [(community: ItemID, member: Member)]] {
        var found: [ItemID: [(community: ItemID, member: Member)]] = [:]
        let listing = MemberPrivacy(site)
        for list in site.all(.members) {
            guard case .members(let members) = site[list].entry, let community = site[list].community else { continue }
            for (member, person) in zip(members.members.items(), site[relationsOf: list].people)
            where listing.names(member.value) {
                if let id = person.item { found[id, default: []].append((community, member.value)) }
            }
        }
        return found
    }
}
