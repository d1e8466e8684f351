internal import Content
internal import Site

/// Which feeds a site has, and which entries each holds; none without a `base_url`, which a feed needs.
struct Feeds: Sendable {
    enum Subject: Sendable {
        /// Of a community or term, or of the whole site.
        case writeups(of: ItemID?)
        case newCommunities
        /// Those still to come, the last added first.
        case newEvents
    }

    /// What git knows of the files.
    let history: ContentHistory
    /// By the route of the section that it is below.
    let ofSections: [String: Subject]
    /// The latest first; none that is made up beside real communities.
    private let writeups: [ItemID]
    private let communities: [ItemID]
    private let events: [ItemID]
    private let owned: [ItemID: [ItemID]]

    /// How many entries a feed holds.
    private static let limit = 50

    init(_ site: SiteGraph, _ derived: Derived, _ history: ContentHistory) {
        self.history = history
        guard site.baseURL != nil else {
            (writeups, communities, events, owned, ofSections) = ([], [], [], [:], [:])
            return
        }
        let all = Set(site.communities)
        func latest(_ ids: [ItemID]) -> [ItemID] { Array(site.real(ids, beside: all).prefix(Self.limit)) }
        func newest(_ ids: [ItemID]) -> [ItemID] {
            let dated = ids.compactMap { id in history.dayAdded(id, in: site).map { (day: $0, id: id) } }
            return latest(dated.sorted { ($1.day, $0.id) < ($0.day, $1.id) }.map(\.id))
        }
        writeups = latest(derived.writeups)
        communities = newest(
            site.communities.filter {
                if case .community(let entry) = site[$0].entry { !entry.hasEnded(on: site.today) } else { false }
            })
        let coming = derived.upcoming + derived.habits.filter { !derived.resting.contains($0) }
        // One date of a series is not a new event.
        events = newest(coming.filter { site[$0].occurrence == nil })
        // A feed stays when all that was in it is over.
        func isKnown(_ id: ItemID) -> Bool { history.dayAdded(id, in: site) != nil }
        var ofSections: [String: Subject] = [:]
        if site.communities.contains(where: isKnown) { ofSections["communities/"] = .newCommunities }
        if site.all(.event).contains(where: isKnown) { ofSections["events/"] = .newEvents }
        self.ofSections = ofSections
        owned = Self.owned(site, derived)
    }

    /// Write-ups by communities, and by the roles, topics and governments that these are for.
    private static func owned(_ site: SiteGraph, _ derived: Derived) -> [ItemID: [ItemID]] {
        var owned: [ItemID: [ItemID]] = [:]
        for writeup in derived.writeups {
            let hosts = site.hosts(ofWriteup: writeup).filter { site[$0].kind == .community }.sorted()
            let terms = hosts.flatMap { host -> [ItemID] in
                let relations = site[relationsOf: host]
                return relations.roles + relations.topics + relations.governments
            }
            // Anyone who follows a union follows its nations, as with calendars.
            let all = site.withParents(terms + site[relationsOf: writeup].topics, atMost: 1000)
            for owner in Set(hosts + all) where owned[owner, default: []].count < limit {
                owned[owner, default: []].append(writeup)
            }
        }
        return owned
    }

    /// Communities and terms that have a feed; in order.
    var owners: [ItemID] { owned.keys.sorted() }

    func has(_ owner: ItemID) -> Bool { owned[owner] != nil }

    func entries(of subject: Subject) -> [ItemID] {
        switch subject {
        case .writeups(let owner): owner.map { owned[$0] ?? [] } ?? writeups
        case .newCommunities: communities
        case .newEvents: events
        }
    }
}

extension ContentHistory {
    /// The day on which an entry was added to the site: as it says itself, else that of its file.
    func dayAdded(_ id: ItemID, in site: SiteGraph) -> CivilDay? {
        let item = site[id]
        let stated: PartialDate? =
            switch item.entry {
            case .community(let community): community.added?.value
            case .event(let event): event.added?.value
            default: nil
            }
        guard let day = stated?.firstDay ?? item.files.first.flatMap({ added[$0] }) else { return nil }
        // Before `publish_on`, its own or its community's, nobody could see it.
        let published = [item.common, item.community.map { site[$0].common }].compactMap {
            $0?.publishOn?.value.firstDay
        }
        return published.reduce(day, max)
    }

    /// The day on which the text of an entry was last changed, in a language.
    func dayChanged(_ item: Item, in language: String) -> CivilDay? {
        if item.files.isEmpty { return nil }
        return changed[item.translationPaths[language] ?? item.path]
    }
}
