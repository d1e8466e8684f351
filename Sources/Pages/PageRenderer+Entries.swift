internal import Content
internal import Site
internal import Theme

extension PageRenderer {
    // MARK: Resources

    func addResource(_ entry: Resource, _ id: ItemID, to context: inout Context) {
        let item = site[id]
        let relations = site[relationsOf: id]
        context.set(
            "action",
            .object(
                entry.url.map {
                    [
                        "url": .text($0.value),
                        "text": .text(strings.format("open_resource", ["host": host(of: $0.value)])),
                    ]
                }))
        set(
            [
                fact("label_community", item.community.map { [$0] } ?? []),
                fact("label_topics", relations.topics),
                fact("label_roles", relations.roles),
                fact("label_owner", owner(entry, item)),
                fact("label_licence", entry.licence?.value),
                fact("label_reviewed", entry.reviewed),
            ], to: &context)
    }

    // MARK: People

    func addPerson(_ entry: Person, _ id: ItemID, to context: inout Context) {
        let relations = site[relationsOf: id]
        set(
            [
                fact("label_person_roles", relations.roles),
                fact("label_organisation", relations.organisation.map { [$0] } ?? []),
                fact("label_government", relations.governments),
                fact("label_links", entry.links.items().compactMap { titledLink($0.value, site[id]) }),
            ], to: &context)
        let communities = (derived.communitiesOfPerson[id] ?? []).map { community, member in
            let part = MemberPrivacy(site).part(of: member)
            let title = part == .alumni ? nil : member.title.flatMap { text($0.value)?.text }
            return row(
                community,
                note: title ?? (member.part == nil && part != .alumni ? nil : strings.label("part", part.rawValue)))
        }
        // Credits are public by themselves; being on a member list is not.
        let mentions = site.mentions[id.index].filter { [.event, .writeup].contains(site[$0].kind) }
        set(
            sections: [
                section("communities", "section_communities", communities),
                section("mentions", "section_contributions", mentions.map { row($0) }),
            ], to: &context)
    }

    /// A person or community by id, else a text.
    private func owner(_ entry: Resource, _ item: Item) -> [Context] {
        guard let owner = item.text(entry.owner, in: language) else { return [] }
        let routes = ["people/\(owner.text)/", "communities/\(owner.text)/"]
        if let id = routes.lazy.compactMap({ site.routes[$0] }).first { return [link(to: id)] }
        return [plain(owner.text, in: owner.language)]
    }

    private func titledLink(_ link: TitledLink, _ item: Item) -> Context? {
        guard let url = link.url?.value else { return nil }
        let title = item.text(link.title, in: language)
        return plain(title?.text ?? host(of: url), in: title?.language, url: url)
    }

    // MARK: Terms

    func addTerm(_ kind: TermKind, _ id: ItemID, to context: inout Context) {
        let item = site[id]
        let children = site.mentions[id.index].filter {
            site[$0].kind == kind.kind && site[relationsOf: $0].parent == id
        }
        set(
            [
                fact("label_parent", site[relationsOf: id].parent.map { [$0] } ?? []),
                fact("label_also_known_as", item.common.alsoKnownAs.items().map { plain($0.value, in: item.language) }),
                fact("label_children", children),
            ], to: &context)
        if kind == .role || kind == .topic { return GuildPage(self, id).add(to: &context) }
        let mentions = site.mentions[id.index]
        func rows(_ kinds: [Kind]) -> [Context] {
            byTitle(mentions.filter { kinds.contains(site[$0].kind) }).map { row($0) }
        }
        let people = mentions.filter { site[$0].kind == .person && !(kind == .skill) }
        set(
            sections: [
                section("communities", "section_communities", rows([.community])),
                section("events", "section_events", rows([.event])),
                section("writeups", "section_writeups", rows([.writeup])),
                section("resources", "section_resources", rows([.resource])),
                section("people", "section_people", people.map { row($0) }),
            ], to: &context)
    }

    /// The items by title, A to Z in this page's language.
    func byTitle(_ items: some Sequence<ItemID>) -> [ItemID] {
        let ranks = derived.titleRanks[language]!
        return items.map { (ranks[$0.index], $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    // MARK: Handbook

    /// The chapters in the same folder, and those before and after this one in reading order.
    func addChapters(around id: ItemID, to context: inout Context) {
        guard let place = derived.chapters.firstIndex(of: id) else { return }
        context.set("chapters", .section(neighbours(of: place)))
        let previous = place > 0 ? derived.chapters[place - 1] : nil
        let next = place + 1 < derived.chapters.count ? derived.chapters[place + 1] : nil
        guard previous != nil || next != nil else { return }
        context.set(
            "chapter_nav",
            .object(["previous": .object(previous.map { link(to: $0) }), "next": .object(next.map { link(to: $0) })]))
    }

    /// At most the forty in reach, so that a handbook of thousands does not list them all on each page.
    private func neighbours(of place: Int) -> [Context] {
        let reach = derived.chapters[max(0, place - 20)..<min(derived.chapters.count, place + 20)]
        func folder(_ id: ItemID) -> ArraySlice<Substring> { site[id].route.split(separator: "/").dropLast() }
        let own = folder(derived.chapters[place])
        return reach.filter { folder($0) == own }.map { id in
            var context = link(to: id)
            context.set("current", .flag(id == derived.chapters[place]))
            return context
        }
    }
}
