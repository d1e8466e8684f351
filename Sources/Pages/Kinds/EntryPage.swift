internal import Content
internal import Site
internal import Theme

/// A person, a term, or a page of any other kind: `pages/entry.mustache`.
struct EntryPage: EntryModel, SectionedModel {
    let head: PageHead
    /// By their names.
    private let known: [String: Fact]
    let sections: [EntrySection?]
    private(set) var hasDates = false
    private(set) var calendar: CalendarLink?

    static let slots = SlotTable<EntryPage>(
        "pages/entry", "A person, a term, or a page of any other kind.", including: [.entry, .sections])

    static let facts = SlotTable<EntryPage>("facts of a person or a term") {
        Slot.fact("roles", "professions") { $0.known["roles"] }
        Slot.fact("organisation", "where somebody works") { $0.known["organisation"] }
        Slot.fact("government", "where somebody works") { $0.known["government"] }
        Slot.fact("links", "pages elsewhere") { $0.known["links"] }
        ofTerm { $0.known }
    }

    /// What is known of a term.
    static func ofTerm<Page>(_ known: @escaping @Sendable (Page) -> [String: Fact]) -> [Slot<Page>] {
        [
            .fact("parent", "the term above it") { known($0)["parent"] },
            .fact("also_known_as", "other names") { known($0)["also_known_as"] },
            .fact("children", "the terms below it") { known($0)["children"] },
        ]
    }

    /// A page about which nothing but its text is known.
    init(_ id: ItemID, _ scope: PageScope) {
        head = PageHead(id, scope)
        known = [:]
        sections = []
    }
}

// MARK: People

extension EntryPage {
    init(person id: ItemID, _ entry: Person, _ scope: PageScope) {
        let relations = scope.site[relationsOf: id]
        head = PageHead(id, scope)
        known = [
            "roles": scope.fact("label_person_roles", relations.roles),
            "organisation": scope.fact("label_organisation", relations.organisations),
            "government": scope.fact("label_government", relations.governments),
            "links": scope.fact(
                "label_links", entry.links.items().compactMap { Self.titledLink($0.value, scope.site[id], scope) }),
        ].compactMapValues { $0 }
        // Credits are public by themselves; being on a member list is not.
        let mentions = scope.site.mentions[id.index].filter { [.event, .writeup].contains(scope.site[$0].kind) }
        hasDates = mentions.contains { scope.site[$0].kind == .event }
        sections = [
            scope.section("communities", "section_communities", Self.communities(of: id, scope)),
            scope.section("mentions", "section_contributions", mentions.map { scope.row($0) }),
        ]
    }

    private static func communities(of id: ItemID, _ scope: PageScope) -> [EntryRow] {
        (scope.derived.communitiesOfPerson[id] ?? []).map { community, member in
            let part = MemberPrivacy(scope.site).part(of: member)
            let title = part == .alumni ? nil : member.title.flatMap { scope.text($0.value)?.text }
            let isSaid = member.part != nil || part == .alumni
            let note = title ?? (isSaid ? scope.strings.label("part", part.rawValue) : nil)
            let words = [note, scope.term(of: member)].compactMap { $0 }
            return scope.row(community, note: words.isEmpty ? nil : words.joined(separator: ", "))
        }
    }

    private static func titledLink(_ link: TitledLink, _ item: Item, _ scope: PageScope) -> PageLink? {
        guard let url = link.url?.value else { return nil }
        let title = item.text(link.title, in: scope.language)
        return scope.plain(title?.text ?? scope.host(of: url), in: title?.language, url: url)
    }
}

// MARK: Terms

extension EntryPage {
    init(term id: ItemID, _ kind: TermKind, _ scope: PageScope) {
        let mentions = scope.site.mentions[id.index]
        func rows(_ kind: Kind) -> [EntryRow] {
            scope.byTitle(mentions.filter { scope.site[$0].kind == kind }).map { scope.row($0) }
        }
        let people = mentions.filter { scope.site[$0].kind == .person && kind != .skill }
        head = PageHead(term: id, scope)
        calendar = scope.calendar(of: id)
        hasDates = mentions.contains { scope.site[$0].kind == .event }
        known = scope.facts(ofTerm: id, kind)
        let own = kind == .skill ? scope.sections(ofSkill: id) : []
        sections =
            own + [
                scope.section("communities", "section_communities", rows(.community)),
                scope.section("events", "section_events", rows(.event)),
                scope.section("writeups", "section_writeups", rows(.writeup)),
                scope.section("resources", "section_resources", rows(.resource)),
                scope.section("people", "section_people", people.map { scope.row($0) }),
            ]
    }
}

extension PageHead {
    /// The page of a term, which says so where nothing names the term.
    init(term id: ItemID, _ scope: PageScope) {
        let isUnused = scope.site.mentions[id.index].isEmpty
        self.init(id, scope, notice: isUnused ? Notice(text: scope.strings["term_unused"]) : nil)
    }
}

extension PageScope {
    /// By their names.
    func facts(ofTerm id: ItemID, _ kind: TermKind) -> [String: Fact] {
        let item = site[id]
        let children = site.mentions[id.index].filter {
            site[$0].kind == kind.kind && site[relationsOf: $0].parent == id
        }
        return [
            "parent": fact("label_parent", site[relationsOf: id].parent.map { [$0] } ?? []),
            "also_known_as": fact(
                "label_also_known_as", item.common.alsoKnownAs.items().map { plain($0.value, in: item.language) }),
            "children": fact("label_children", children),
        ].compactMapValues { $0 }
    }
}
