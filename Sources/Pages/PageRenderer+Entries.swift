internal import Content
internal import Site
internal import Theme

extension PageRenderer {
    // MARK: Resources

    func addResource(_ entry: Resource, _ id: ItemID, to context: inout Context) {
        let item = scope.site[id]
        let relations = scope.site[relationsOf: id]
        context.set(
            "action",
            .object(
                entry.url.map {
                    [
                        "url": .text($0.value),
                        "text": .text(scope.strings.format("open_resource", ["host": scope.host(of: $0.value)])),
                    ]
                }))
        set(
            [
                scope.fact("label_community", item.community.map { [$0] } ?? []),
                scope.fact("label_topics", relations.topics),
                scope.fact("label_roles", relations.roles),
                scope.fact("label_owner", owner(entry, item)),
                scope.fact("label_licence", entry.licence?.value),
                scope.fact("label_reviewed", entry.reviewed),
            ], to: &context)
    }

    // MARK: People

    func addPerson(_ entry: Person, _ id: ItemID, to context: inout Context) {
        let relations = scope.site[relationsOf: id]
        set(
            [
                scope.fact("label_person_roles", relations.roles),
                scope.fact("label_organisation", relations.organisation.map { [$0] } ?? []),
                scope.fact("label_government", relations.governments),
                scope.fact("label_links", entry.links.items().compactMap { titledLink($0.value, scope.site[id]) }),
            ], to: &context)
        let communities = (scope.derived.communitiesOfPerson[id] ?? []).map { community, member in
            let part = MemberPrivacy(scope.site).part(of: member)
            let title = part == .alumni ? nil : member.title.flatMap { scope.text($0.value)?.text }
            return scope.row(
                community,
                note: title
                    ?? (member.part == nil && part != .alumni ? nil : scope.strings.label("part", part.rawValue)))
        }
        // Credits are public by themselves; being on a member list is not.
        let mentions = scope.site.mentions[id.index].filter { [.event, .writeup].contains(scope.site[$0].kind) }
        set(
            sections: [
                scope.section("communities", "section_communities", communities),
                scope.section("mentions", "section_contributions", mentions.map { scope.row($0) }),
            ], to: &context)
    }

    /// A person or community by id, else a text.
    private func owner(_ entry: Resource, _ item: Item) -> [Context] {
        guard let owner = item.text(entry.owner, in: scope.language) else { return [] }
        let routes = ["people/\(owner.text)/", "communities/\(owner.text)/"]
        if let id = routes.lazy.compactMap({ scope.site.routes[$0] }).first { return [scope.link(to: id)] }
        return [scope.plain(owner.text, in: owner.language)]
    }

    private func titledLink(_ link: TitledLink, _ item: Item) -> Context? {
        guard let url = link.url?.value else { return nil }
        let title = item.text(link.title, in: scope.language)
        return scope.plain(title?.text ?? scope.host(of: url), in: title?.language, url: url)
    }

    // MARK: Terms

    func addTerm(_ kind: TermKind, _ id: ItemID, to context: inout Context) {
        let item = scope.site[id]
        let children = scope.site.mentions[id.index].filter {
            scope.site[$0].kind == kind.kind && scope.site[relationsOf: $0].parent == id
        }
        set(
            [
                scope.fact("label_parent", scope.site[relationsOf: id].parent.map { [$0] } ?? []),
                scope.fact(
                    "label_also_known_as",
                    item.common.alsoKnownAs.items().map { scope.plain($0.value, in: item.language) }),
                scope.fact("label_children", children),
            ], to: &context)
        if kind == .role || kind == .topic { return GuildPage(scope, id).add(to: &context) }
        let mentions = scope.site.mentions[id.index]
        func rows(_ kinds: [Kind]) -> [Context] {
            scope.byTitle(mentions.filter { kinds.contains(scope.site[$0].kind) }).map { scope.row($0) }
        }
        let people = mentions.filter { scope.site[$0].kind == .person && !(kind == .skill) }
        set(
            sections: [
                scope.section("communities", "section_communities", rows([.community])),
                scope.section("events", "section_events", rows([.event])),
                scope.section("writeups", "section_writeups", rows([.writeup])),
                scope.section("resources", "section_resources", rows([.resource])),
                scope.section("people", "section_people", people.map { scope.row($0) }),
            ], to: &context)
    }

    // MARK: Handbook

    /// The chapters in the same folder, and those before and after this one in reading order.
    func addChapters(around id: ItemID, to context: inout Context) {
        guard let place = scope.derived.chapters.firstIndex(of: id) else { return }
        context.set("chapters", .section(neighbours(of: place)))
        let previous = place > 0 ? scope.derived.chapters[place - 1] : nil
        let next = place + 1 < scope.derived.chapters.count ? scope.derived.chapters[place + 1] : nil
        guard previous != nil || next != nil else { return }
        context.set(
            "chapter_nav",
            .object([
                "previous": .object(previous.map { scope.link(to: $0) }),
                "next": .object(next.map { scope.link(to: $0) }),
            ]))
    }

    /// At most the forty in reach, so that a handbook of thousands does not list them all on each page.
    private func neighbours(of place: Int) -> [Context] {
        let reach = scope.derived.chapters[max(0, place - 20)..<min(scope.derived.chapters.count, place + 20)]
        func folder(_ id: ItemID) -> ArraySlice<Substring> { scope.site[id].route.split(separator: "/").dropLast() }
        let own = folder(scope.derived.chapters[place])
        return reach.filter { folder($0) == own }.map { id in
            var context = scope.link(to: id)
            context.set("current", .flag(id == scope.derived.chapters[place]))
            return context
        }
    }
}
