internal import Content
internal import Network
internal import Site
internal import Theme

/// The page of a role or topic: its communities by government, when they meet next, whom to greet, what they share, and
/// where there is nobody yet.
struct GuildPage {
    private let page: PageRenderer
    private let term: ItemID

    private static let eventsShown = 10
    private static let greetingsShown = 20

    init(_ page: PageRenderer, _ term: ItemID) {
        self.page = page
        self.term = term
    }

    func add(to context: inout Context) {
        let site = page.site
        let mentions = site.mentions[term.index]
        let communities = page.byTitle(mentions.filter { site[$0].kind == .community })
        let ofGovernment = Dictionary(
            grouping: communities.flatMap { id in site[relationsOf: id].governments.map { ($0, id) } }, by: \.0
        ).mapValues { $0.map(\.1) }
        let homeless = communities.filter { site[relationsOf: $0].governments.isEmpty }
        let governments = page.byTitle(ofGovernment.keys)
        var groups = governments.map {
            group("g.\(site[$0].id)", heading: .object(page.link(to: $0)), ofGovernment[$0]!)
        }
        if !homeless.isEmpty {
            groups.append(group("g.", heading: .object(page.plain(page.strings["legend_none"])), homeless))
        }
        context.set("guild_groups", .section(groups))
        context.set("next_events", .section(nextEvents(of: communities)))
        context.set("greetings", .section(communities.lazy.compactMap(greeting).prefix(Self.greetingsShown).map { $0 }))
        context.set("guild_gaps", .section(gaps(without: Set(governments), communities)))
        context.set(
            "see_map_url",
            .text(
                communities.isEmpty
                    ? nil
                    : page.url(section: "map/") + "?\(site[term].kind == .role ? "role" : "topic")=\(site[term].id)"))
        func rows(_ kind: Kind) -> [Context] {
            page.byTitle(mentions.filter { site[$0].kind == kind }).map { page.row($0) }
        }
        page.set(
            sections: [
                page.section("resources", "section_resources", rows(.resource)),
                page.section("writeups", "section_writeups", rows(.writeup)),
                page.section("people", "section_people", rows(.person)),
            ], to: &context)
    }

    private func group(_ anchor: String, heading: ContextValue, _ communities: [ItemID]) -> Context {
        ["anchor": .text(anchor), "heading": heading, "rows": .list(communities.map { page.row($0) })]
    }

    /// In the order of time, those of all its communities.
    private func nextEvents(of communities: [ItemID]) -> [Context] {
        let own = Set(communities.flatMap { page.derived.meetings[$0]?.upcoming ?? [] })
        return page.derived.upcoming.lazy.filter { own.contains($0.event) }.prefix(Self.eventsShown).map {
            page.row($0.event)
        }
    }

    /// Who is at the door of a community that is at work.
    private func greeting(_ id: ItemID) -> Context? {
        guard case .community(let entry) = page.site[id].entry, !entry.hasEnded(on: page.site.today),
            let welcome = page.welcome(entry, page.site[id])
        else { return nil }
        return ["community": .object(page.link(to: id)), "welcome": .object(welcome)]
    }

    /// Governments that have none, each with the nearest that there is.
    private func gaps(without known: Set<ItemID>, _ communities: [ItemID]) -> [Context] {
        let coverage = page.shared.coverage
        let open = communities.filter { id in
            if case .community(let entry) = page.site[id].entry { !entry.hasEnded(on: page.site.today) } else { false }
        }
        return page.byTitle(coverage.governments.filter { !known.contains($0) }).map { government in
            let nearest = coverage.nearest(to: government, among: open, page.site)
            return [
                "anchor": .text("g.\(page.site[government].id)"), "government": .object(page.link(to: government)),
                "nearest": .object(nearest.map { page.link(to: $0) }),
                "add_url": .text(page.addURL(.community, [("government", page.site[government].id)])),
            ]
        }
    }
}
