internal import Content
internal import Site
internal import Theme

/// The home page, with or without a text from the content: `pages/home.mustache`.
struct HomePage: EntryModel, SectionedModel {
    let head: PageHead
    /// What is made up is shown only if all communities are made up.
    private let communities: [ItemID]

    init(head: PageHead) {
        self.head = head
        communities = head.scope.site.real(head.scope.site.communities)
    }

    static let slots = SlotTable<HomePage>("pages/home", "The home page.", including: [.entry, .sections]) {
        Slot.text("map_url", "the map") { $0.scope.url(section: "map/") }
        Slot.text("communities_url", "the list of communities") { $0.scope.url(section: "communities/") }
        Slot.text("events_url", "the list of events") { $0.scope.url(section: "events/") }
        Slot.text("search_url", "where a search leads") { $0.scope.url(section: "search/") }
        Slot.object("teaser", "the map without names") { MapTeaser($0.scope) }
        Slot.list("browse", "by government, role, topic") { $0.browse }
        Slot.text("add_url", "where a community is added") { $0.scope.addURL(.community) }
    }

    private static let shown = 3
    /// Governments in which a gap is news.
    private static let largest = 12
    /// Older entries are not news.
    private static let daysOfNews = 2 * 366

    private func shown(_ ids: [ItemID]) -> [ItemID] {
        guard let first = communities.first, !scope.site.isExample(scope.site[first]) else { return ids }
        return ids.filter { !scope.site.isExample(scope.site[$0]) }
    }

    private var upcoming: ArraySlice<ItemID> { shown(scope.derived.upcoming).prefix(Self.shown) }

    var hasDates: Bool { !upcoming.isEmpty }

    var sections: [EntrySection?] {
        // A young handbook shows what it has.
        let few = communities.count <= 6 ? scope.byTitle(communities).map { scope.row($0) } : []
        let writeups = shown(scope.derived.writeups).prefix(Self.shown).filter(isNew).map { scope.row($0) }
        return [
            scope.section("communities", "section_communities", few),
            scope.comingUp(
                "events", upcoming, more: scope.plain(scope.strings["all_events"], url: scope.url(section: "events/"))),
            scope.section(
                "writeups", "section_newest_writeups", writeups,
                more: scope.plain(scope.strings["all_writeups"], url: scope.url(section: "writeups/"))),
            upcoming.isEmpty && few.isEmpty ? confirmed : nil,
            writeups.isEmpty && few.isEmpty ? worthMaking : nil,
            upcoming.isEmpty && few.isEmpty ? gaps : nil,
        ]
    }

    private func isNew(_ writeup: ItemID) -> Bool {
        guard case .writeup(let entry) = scope.site[writeup].entry, let date = entry.date?.value else { return false }
        return date.lastDay + Self.daysOfNews >= scope.site.today
    }

    /// The communities whose facts were true most recently.
    private var confirmed: EntrySection? {
        let dated = communities.compactMap { id -> (id: ItemID, day: CivilDay)? in
            guard case .community(let entry) = scope.site[id].entry, !entry.hasEnded(on: scope.site.today),
                let date = [entry.common.verified?.value, entry.common.asOf?.value].compactMap({ $0 }).max(by: {
                    $0.firstDay < $1.firstDay
                })
            else { return nil }
            return (id, date.firstDay)
        }
        let newest = dated.sorted { ($1.day, $0.id) < ($0.day, $1.id) }.prefix(Self.shown)
        return scope.section(
            "confirmed", "section_confirmed", newest.map { scope.row($0.id) },
            more: scope.plain(scope.strings["all_communities"], url: scope.url(section: "communities/")))
    }

    /// Communities that are alike and not connected, the best pairs first; each community once.
    private var worthMaking: EntrySection? {
        let network = scope.shared.map.network
        var rows: [EntryRow] = []
        var seen: Set<Int> = []
        for one in scope.shared.map.suggestions.all where rows.count < Self.shown {
            guard !seen.contains(one.from), !seen.contains(one.to) else { continue }
            seen.formUnion([one.from, one.to])
            let pair = [one.from, one.to].map { scope.link(to: network.nodes[$0]).html }
            var row = EntryRow(link: scope.strings.joined(pair))
            row.reason = scope.reason(one)
            rows.append(row)
        }
        return scope.section(
            "worth-making", "section_map_suggestions_title", rows,
            more: scope.plain(scope.strings["suggest_all"], url: scope.url(section: "map/suggestions/")))
    }

    /// Professions that many have a community for, each with the government of the most communities that has none;
    /// each government once.
    private var gaps: EntrySection? {
        let coverage = scope.shared.coverage
        let roles = scope.site.all(.role).filter { coverage.total($0) > 1 }.sorted {
            (coverage.total($1), $0) < (coverage.total($0), $1)
        }
        let governments = scope.site.real(coverage.unions).prefix(Self.largest)
        var rows: [EntryRow] = []
        var seen: Set<ItemID> = []
        for role in roles where rows.count < Self.shown {
            let without = governments.first { !seen.contains($0) && coverage.communities(role, $0).isEmpty }
            guard let without else { continue }
            seen.insert(without)
            let name = [scope.link(to: role), scope.link(to: without)].map(\.html)
            rows.append(EntryRow(link: name.joined(separator: scope.strings["list_separator"])))
        }
        return scope.section(
            "gaps", "guild_gaps", rows,
            more: scope.plain(scope.strings["coverage_all"], url: scope.url(section: "map/coverage/")))
    }

    /// Ways into the communities, with the terms that most of them name.
    private var browse: [BrowseLine] {
        var counts: [ItemID: Int] = [:]
        for community in communities {
            let relations = scope.site[relationsOf: community]
            for term in relations.governments + relations.roles + relations.topics { counts[term, default: 0] += 1 }
        }
        return [TermKind.government, .role, .topic].compactMap { kind in
            let terms = counts.filter { scope.site[$0.key].kind == kind.kind }.sorted {
                ($1.value, $0.key) < ($0.value, $1.key)
            }.prefix(12).map(\.key)
            guard !terms.isEmpty else { return nil }
            return BrowseLine(
                heading: scope.strings["browse_\(kind.rawValue)"], url: scope.url(section: kind.folder + "/"),
                links: scope.byTitle(terms).map { scope.link(to: $0) })
        }
    }
}

private struct BrowseLine: TemplateModel {
    let heading: String
    let url: String
    let links: [PageLink]

    static let slots = SlotTable<BrowseLine>("browse", "Terms of one kind to browse by.") {
        Slot.text("heading", "its words") { $0.heading }
        Slot.text("url", "the page of all of them") { $0.url }
        Slot.list("links", "the first twelve") { $0.links }
    }
}
