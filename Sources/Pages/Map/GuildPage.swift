internal import Content
internal import Network
internal import Site
internal import Theme

/// A role or a topic: its communities by government, when they meet next, who is there to greet, what they share, and
/// where there is nobody yet: `pages/guild.mustache`.
struct GuildPage: EntryModel, SectionedModel {
    private static let greetingsShown = 20
    private static let gapsShown = 6

    let head: PageHead
    let term: ItemID
    private let kind: TermKind
    /// By title.
    private let communities: [ItemID]
    /// Without those that are made up, if any is not.
    let real: Set<ItemID>
    /// Their coming events, the first to start first.
    let upcoming: [ItemID]
    /// Of them, those that have not ended.
    private let atWork: [ItemID]
    private let ofGovernment: [ItemID: [ItemID]]
    /// Governments that have none, the nearest first.
    private let withoutOne: [ItemID]
    private let skills: SkillMap?
    /// Facts by their names.
    private let known: [String: Fact]

    init(_ term: ItemID, _ kind: TermKind, _ scope: PageScope) {
        let site = scope.site
        head = PageHead(term: term, scope)
        self.term = term
        self.kind = kind
        let communities = scope.byTitle(site.mentions[term.index].filter { site[$0].kind == .community })
        self.communities = communities
        known = scope.facts(ofTerm: term, kind)
        atWork = communities.filter { id in
            if case .community(let entry) = site[id].entry { !entry.hasEnded(on: site.today) } else { false }
        }
        ofGovernment = Dictionary(
            grouping: communities.flatMap { id in site[relationsOf: id].governments.map { ($0, id) } }, by: \.0
        ).mapValues { $0.map(\.1) }
        withoutOne = scope.shared.coverage.governments(without: ofGovernment.keys)
        let real = Set(site.real(communities))
        self.real = real
        skills = SkillMap(of: atWork.filter(real.contains), scope)
        let events = Set(real.flatMap { scope.derived.meetings[$0]?.upcoming ?? [] })
        upcoming = site.real(scope.derived.upcoming.filter(events.contains), beside: real)
    }

    static let slots = SlotTable<GuildPage>(
        "pages/guild", "A role or a topic, with its communities across governments.", including: [.entry, .sections]
    ) {
        Slot.rows("guild_groups", "its communities by government") { $0.groups }
        Slot.rows("next_events", "when they meet next") { page in
            page.upcoming.prefix(listed).map { page.scope.row($0) }
        }
        Slot.text("next_events_as_of", "the day as of which they are right, in words") { $0.scope.asOf }
        Slot.text("next_events_left", "how many more events there are, in words") { $0.left($0.upcoming) }
        Slot.text("events_url", "the list of all events") { $0.scope.url(section: "events/") }
        Slot.rows("greetings", "who welcomes newcomers") { page in
            page.communities.lazy.compactMap(page.greeting).prefix(greetingsShown).map { $0 }
        }
        Slot.object("skills", "which skills its communities have, and which they need") { $0.skills }
        Slot.rows("guild_gaps", "the nearest governments that have none") { page in
            page.withoutOne.prefix(gapsShown).map(page.gap)
        }
        Slot.text("guild_gaps_left", "how many more have none, in words") { page in
            page.scope.more(page.withoutOne.count - gapsShown)
        }
        Slot.text("coverage_url", "the page that says who has what") { $0.scope.url(section: "map/coverage/") }
        Slot.text("see_map_url", "the map with only these") { $0.mapURL }
    }

    static let facts = SlotTable<GuildPage>("facts of a role or topic") { EntryPage.ofTerm { $0.known } }

    var hasDates: Bool { !upcoming.isEmpty }
    var hasSkills: Bool { skills != nil }

    var calendar: CalendarLink? { scope.calendar(of: term) }

    private var mapURL: String? {
        communities.isEmpty
            ? nil
            : scope.mapURL("\(kind == .role ? "role" : "topic")=\(scope.site[term].id)")
    }

    private var groups: [GovernmentGroup] {
        let groups = scope.byTitle(ofGovernment.keys).map {
            group("g.\(scope.site[$0].id)", scope.link(to: $0), ofGovernment[$0]!)
        }
        let homeless = communities.filter { scope.site[relationsOf: $0].governments.isEmpty }
        return homeless.isEmpty
            ? groups : groups + [group("g.", scope.plain(scope.strings["legend_none"]), homeless)]
    }

    private func group(_ anchor: String, _ heading: PageLink, _ communities: [ItemID]) -> GovernmentGroup {
        GovernmentGroup(anchor: anchor, heading: heading, rows: communities.map { scope.row($0) })
    }

    /// Who is at the door of a community that is at work.
    private func greeting(_ id: ItemID) -> Greeting? {
        guard case .community(let entry) = scope.site[id].entry, !entry.hasEnded(on: scope.site.today),
            let welcome = scope.welcome(entry, scope.site[id])
        else { return nil }
        return Greeting(community: scope.link(to: id), welcome: welcome)
    }

    /// A government that has none, with the nearest that there is.
    private func gap(_ government: ItemID) -> Gap {
        let nearest = scope.shared.coverage.nearest(to: government, among: atWork, scope.site)
        return Gap(
            anchor: "g.\(scope.site[government].id)", government: scope.link(to: government),
            nearest: nearest.map { scope.link(to: $0) },
            addURL: scope.addURL(.community, [("government", scope.site[government].id)]))
    }
}

/// A government with its communities.
private struct GovernmentGroup: TemplateModel {
    let anchor: String
    let heading: PageLink
    let rows: [EntryRow]

    static let slots = SlotTable<GovernmentGroup>("government group", "A government with its communities.") {
        Slot.text("anchor", "for `id`") { $0.anchor }
        Slot.object("heading", "the government") { $0.heading }
        Slot.list("rows", "at least one") { $0.rows }
    }
}

/// A government that has no community for a role or topic.
private struct Gap: TemplateModel {
    let anchor: String
    let government: PageLink
    let nearest: PageLink?
    let addURL: String

    static let slots = SlotTable<Gap>("gap", "A government that has no community for a role or topic.") {
        Slot.text("anchor", "for `id`") { $0.anchor }
        Slot.object("government", "which") { $0.government }
        Slot.object("nearest", "the nearest community there is") { $0.nearest }
        Slot.text("add_url", "where one can be added") { $0.addURL }
    }
}

/// Who welcomes newcomers to a community.
private struct Greeting: TemplateModel {
    let community: PageLink
    let welcome: WelcomeLine

    static let slots = SlotTable<Greeting>("greeting", "Who welcomes newcomers to a community.") {
        Slot.object("community", "which") { $0.community }
        Slot.object("welcome", "who") { $0.welcome }
    }
}
