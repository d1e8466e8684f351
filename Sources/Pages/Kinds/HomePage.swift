internal import Content
internal import Site
internal import Theme

/// The home page, with or without a text from the content: `pages/home.mustache`.
struct HomePage: EntryModel, SectionedModel {
    let head: PageHead

    static let slots = SlotTable<HomePage>("pages/home", "The home page.", including: [.entry, .sections]) {
        Slot.text("map_url", "the map") { $0.scope.url(section: "map/") }
        Slot.text("communities_url", "the list of communities") { $0.scope.url(section: "communities/") }
        Slot.text("events_url", "the list of events") { $0.scope.url(section: "events/") }
        Slot.text("search_url", "where a search leads") { $0.scope.url(section: "search/") }
        Slot.object("teaser", "the map without names") { MapTeaser($0.scope) }
        Slot.list("browse", "by government, role, topic") { $0.browse }
        Slot.text("add_url", "where a community is added") { $0.scope.addURL(.community) }
    }

    var facts: [Fact?] { [] }

    var sections: [EntrySection?] {
        // A young handbook shows what it has.
        let communities = scope.site.communities
        let few = communities.count <= 6 ? scope.byTitle(communities).map { scope.row($0) } : []
        return [
            scope.section("communities", "section_communities", few),
            scope.section(
                "events", "section_upcoming", scope.derived.upcoming.prefix(3).map { scope.row($0) },
                more: scope.plain(scope.strings["all_events"], url: scope.url(section: "events/"))),
            scope.section(
                "writeups", "section_newest_writeups", scope.derived.writeups.prefix(3).map { scope.row($0) },
                more: scope.plain(scope.strings["all_writeups"], url: scope.url(section: "writeups/"))),
        ]
    }

    /// Ways into the communities, with the terms that most of them name.
    private var browse: [BrowseLine] {
        var counts: [ItemID: Int] = [:]
        for community in scope.site.communities {
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
