internal import Content
internal import Network
internal import Site
internal import Theme

/// The page of a role or topic: its communities by government, when they meet next, whom to greet, what they share, and
/// where there is nobody yet.
struct GuildPage {
    private let scope: PageScope
    private let term: ItemID

    private static let eventsShown = 10
    private static let greetingsShown = 20

    init(_ scope: PageScope, _ term: ItemID) {
        self.scope = scope
        self.term = term
    }

    func add(to context: inout Context) {
        let site = scope.site
        let mentions = site.mentions[term.index]
        let communities = scope.byTitle(mentions.filter { site[$0].kind == .community })
        let ofGovernment = Dictionary(
            grouping: communities.flatMap { id in site[relationsOf: id].governments.map { ($0, id) } }, by: \.0
        ).mapValues { $0.map(\.1) }
        let homeless = communities.filter { site[relationsOf: $0].governments.isEmpty }
        let governments = scope.byTitle(ofGovernment.keys)
        var groups = governments.map {
            group("g.\(site[$0].id)", heading: .object(scope.link(to: $0)), ofGovernment[$0]!)
        }
        if !homeless.isEmpty {
            groups.append(group("g.", heading: .object(scope.plain(scope.strings["legend_none"])), homeless))
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
                    : scope.url(section: "map/") + "?\(site[term].kind == .role ? "role" : "topic")=\(site[term].id)"))
        func rows(_ kind: Kind) -> [Context] {
            scope.byTitle(mentions.filter { site[$0].kind == kind }).map { scope.row($0) }
        }
        context.set(
            "sections",
            .list(
                [
                    scope.section("resources", "section_resources", rows(.resource)),
                    scope.section("writeups", "section_writeups", rows(.writeup)),
                    scope.section("people", "section_people", rows(.person)),
                ].compactMap { $0 }))
    }

    private func group(_ anchor: String, heading: ContextValue, _ communities: [ItemID]) -> Context {
        ["anchor": .text(anchor), "heading": heading, "rows": .list(communities.map { scope.row($0) })]
    }

    /// In the order of time, those of all its communities.
    private func nextEvents(of communities: [ItemID]) -> [Context] {
        let own = Set(communities.flatMap { scope.derived.meetings[$0]?.upcoming ?? [] })
        return scope.derived.upcoming.lazy.filter { own.contains($0.event) }.prefix(Self.eventsShown).map {
            scope.row($0.event)
        }
    }

    /// Who is at the door of a community that is at work.
    private func greeting(_ id: ItemID) -> Context? {
        guard case .community(let entry) = scope.site[id].entry, !entry.hasEnded(on: scope.site.today),
            let welcome = scope.welcome(entry, scope.site[id])
        else { return nil }
        return ["community": .object(scope.link(to: id)), "welcome": .object(welcome)]
    }

    /// Governments that have none, each with the nearest that there is.
    private func gaps(without known: Set<ItemID>, _ communities: [ItemID]) -> [Context] {
        let coverage = scope.shared.coverage
        let open = communities.filter { id in
            if case .community(let entry) = scope.site[id].entry {
                !entry.hasEnded(on: scope.site.today)
            } else {
                false
            }
        }
        return scope.byTitle(coverage.governments.filter { !known.contains($0) }).map { government in
            let nearest = coverage.nearest(to: government, among: open, scope.site)
            return [
                "anchor": .text("g.\(scope.site[government].id)"), "government": .object(scope.link(to: government)),
                "nearest": .object(nearest.map { scope.link(to: $0) }),
                "add_url": .text(scope.addURL(.community, [("government", scope.site[government].id)])),
            ]
        }
    }
}
