internal import Content
internal import Site
internal import Theme

/// A role or a topic: beside its communities what they do and wrote, and what the handbook says of them:
/// `pages/guild.mustache`.
///
/// Each list has its first few, and how many more there are. What is made up is in none where a community is real.
struct RolePage: EntryModel, SectionedModel {
    private static let shown = 6

    let head: PageHead
    private let guild: GuildPage
    private let term: ItemID
    /// Without those that are made up, if any is not.
    private let communities: Set<ItemID>
    /// Coming events, the first to start first.
    private let upcoming: [ItemID]

    init(_ term: ItemID, _ kind: TermKind, _ scope: PageScope) {
        let site = scope.site
        let guild = GuildPage(term, kind, scope)
        head = guild.head
        self.guild = guild
        self.term = term
        communities = Set(site.real(site.mentions[term.index].filter { site[$0].kind == .community }))
        let events = Set(communities.flatMap { scope.derived.meetings[$0]?.upcoming ?? [] })
        upcoming = Self.shown(
            events.sorted {
                (scope.derived.occurrences[$0]?.instants.lowerBound ?? .max, $0)
                    < (scope.derived.occurrences[$1]?.instants.lowerBound ?? .max, $1)
            }, beside: communities, site)
    }

    private static func shown(_ items: [ItemID], beside communities: Set<ItemID>, _ site: SiteGraph) -> [ItemID] {
        let real = items.filter { !site.isExample(site[$0]) }
        return real.isEmpty && communities.allSatisfy { site.isExample(site[$0]) } ? items : real
    }

    /// Of two slots with one name the first is filled.
    static let slots = SlotTable<RolePage>(
        "pages/guild", "A role or a topic, with its communities across governments.",
        including: [.sections, events, GuildPage.slots.of { $0.guild }])

    private static let events = SlotTable<RolePage>("events", "When its communities meet next.") {
        Slot.rows("next_events", "the next few") { page in page.upcoming.prefix(shown).map { page.scope.row($0) } }
        Slot.text("next_events_left", "how many more there are, in words") { $0.left($0.upcoming) }
        Slot.text("events_url", "the list of all events") { $0.scope.url(section: "events/") }
    }

    var facts: [Fact?] { guild.facts }

    var sections: [EntrySection?] {
        let people = Self.shown(scope.byTitle(mentions(.person)), beside: communities, scope.site)
        return [
            section("writeups", "section_newest_writeups", writeups, all: "writeups/"),
            section("resources", "section_resources", resources, all: "resources/"),
            section("chapters", "section_handbook_title", chapters, all: "handbook/"),
            scope.section("people", "section_people", people.map { scope.row($0) }),
        ]
    }

    private func section(_ anchor: String, _ heading: String, _ items: [ItemID], all route: String) -> EntrySection? {
        let items = Self.shown(items, beside: communities, scope.site)
        return scope.section(
            anchor, heading, items.prefix(Self.shown).map { scope.row($0) },
            more: left(items).map { scope.plain($0, url: scope.url(section: route)) })
    }

    private func left(_ items: [ItemID]) -> String? {
        items.count > Self.shown ? scope.strings.count("and_more", items.count - Self.shown) : nil
    }

    // MARK: What there is

    private func mentions(_ kind: Kind) -> [ItemID] {
        scope.site.mentions[term.index].filter { scope.site[$0].kind == kind }
    }

    /// Those that name it, and those of its communities; the latest first.
    private var writeups: [ItemID] {
        let own = communities.flatMap { scope.derived.meetings[$0]?.writeups ?? [] }
        return Derived.latestFirst(Set(own + mentions(.writeup)), scope.site)
    }

    /// Those that name it, then those of its communities that name nothing else.
    private var resources: [ItemID] {
        let named = mentions(.resource)
        let others = communities.flatMap { scope.site.parts(of: $0) }.filter { id in
            guard case .resource(let entry) = scope.site[id].entry else { return false }
            return scope.site[term].kind == .role ? entry.roles == nil : entry.topics == nil
        }
        return scope.byTitle(named) + scope.byTitle(Set(others).subtracting(named))
    }

    /// Chapters whose texts lead to it or to one of its communities, in the order in which they are read.
    private var chapters: [ItemID] {
        let pages = ([term] + communities).flatMap { scope.site.backlinks[$0.index] }
        return Derived.readingOrder(Set(pages.filter { scope.site[$0].kind == .chapter }), scope.site)
    }
}
