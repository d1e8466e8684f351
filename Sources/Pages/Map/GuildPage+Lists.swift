internal import Content
internal import Site
internal import Theme

/// What the communities of a role or topic wrote and share, and what the handbook says of them.
///
/// Each list has its first few, and how many more there are. What is made up is in none where a community is real.
extension GuildPage {
    static let listed = 6

    var sections: [EntrySection?] {
        let people = scope.site.real(scope.byTitle(mentions(.person)), beside: real)
        return [
            section("writeups", "section_newest_writeups", writeups, all: "writeups/"),
            section("resources", "section_resources", resources, all: "resources/"),
            section("chapters", "section_handbook_title", chapters, all: "handbook/"),
            scope.section("people", "section_people", people.map { scope.row($0) }),
        ]
    }

    private func section(_ anchor: String, _ heading: String, _ items: [ItemID], all route: String) -> EntrySection? {
        let items = scope.site.real(items, beside: real)
        return scope.section(
            anchor, heading, items.prefix(Self.listed).map { scope.row($0) },
            more: left(items).map { scope.plain($0, url: scope.url(section: route)) })
    }

    func left(_ items: [ItemID]) -> String? {
        scope.more(items.count - Self.listed)
    }

    private func mentions(_ kind: Kind) -> [ItemID] {
        scope.site.mentions[term.index].filter { scope.site[$0].kind == kind }
    }

    /// Those that name it, and those of its communities; the latest first.
    private var writeups: [ItemID] {
        let own = real.flatMap { scope.derived.meetings[$0]?.writeups ?? [] }
        return Derived.latestFirst(Set(own + mentions(.writeup)), scope.site)
    }

    /// Those that name it, then those of its communities that name nothing else.
    private var resources: [ItemID] {
        let named = mentions(.resource)
        let others = real.flatMap { scope.site.parts(of: $0) }.filter { id in
            guard case .resource(let entry) = scope.site[id].entry else { return false }
            return scope.site[term].kind == .role ? entry.roles == nil : entry.topics == nil
        }
        return scope.byTitle(named) + scope.byTitle(Set(others).subtracting(named))
    }

    /// Chapters whose texts lead to it or to one of its communities, in the order in which they are read.
    private var chapters: [ItemID] {
        let pages = ([term] + real).flatMap { scope.site.backlinks[$0.index] }
        return Derived.readingOrder(Set(pages.filter { scope.site[$0].kind == .chapter }), scope.site)
    }
}
