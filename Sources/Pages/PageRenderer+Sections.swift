internal import Content
internal import Site
internal import Text
internal import Theme

extension PageRenderer {
    /// A page that the program makes: a list, or the map.
    func sectionParts(_ route: String, _ introduction: ItemID?) -> Parts {
        let own = route.isEmpty ? (text: scope.siteTitle, lead: scope.siteSummary) : scope.sectionTitle(route)
        var context: Context = ["t": .strings(scope.strings)]
        let item = introduction.map { scope.site[$0] }
        let isTranslated = item.map { $0.isWritten(in: scope.language) } ?? true
        let title =
            item?.common.title != nil && isTranslated ? item!.title(in: scope.language) : (own.text, scope.language)
        context.set("notices", .list(item.map(scope.notices(onAll:)) ?? []))
        let lead = item?.text(item?.common.summary, in: scope.language)
        context.set("title", .text(title.0))
        context.set("title_attributes", .text(scope.attributes(language: title.1)))
        context.set("lead", .text(lead?.text ?? (introduction == nil ? own.lead : nil)))
        context.set("lead_attributes", .text(scope.attributes(language: lead?.language)))
        context.set("breadcrumbs", route.isEmpty ? .none : .section(breadcrumbs(of: route)))
        let body = item?.bodies[item!.bodyLanguage(for: scope.language)]
        context.set("body", body.map { $0.markup.isEmpty ? .none : .text(Frame.mark("body")) } ?? .none)
        context.set("body_attributes", .text(scope.attributes(language: item?.bodyLanguage(for: scope.language))))
        let template = addSection(route, to: &context)
        return Parts(
            template: template, title: route.isEmpty ? scope.siteTitle : title.0,
            description: lead?.text ?? own.lead ?? scope.siteSummary, section: route,
            context: context, item: item, itemID: introduction)
    }

    /// - Returns: the template that shows the section.
    private func addSection(_ route: String, to context: inout Context) -> String {
        switch route {
        case "":
            addHome(to: &context)
            return "pages/home"
        case "map/":
            MapPage(scope).add(to: &context)
            return "pages/map"
        case "map/coverage/":
            Coverage(scope).add(to: &context)
            return "pages/coverage"
        case "map/suggestions/":
            addSuggestions(to: &context)
            return "pages/suggestions"
        case "search/":
            SearchPage(scope).add(to: &context)
            return "pages/search"
        case "add/":
            AddPage(scope).add(to: &context)
            return "pages/add"
        case "communities/":
            context.set("filter", .flag(true))
            context.set(
                "browse_links",
                .section(
                    [TermKind.government, .role, .topic].map {
                        [
                            "text": .text(scope.strings["browse_\($0.rawValue)"]),
                            "url": .text(scope.url(section: $0.folder + "/")),
                        ]
                    }))
            context.set("groups", .list(letters(scope.site.communities, foundBy: .ownAndTerms)))
        case "events/": addEvents(to: &context)
        case "writeups/":
            context.set(
                "sections",
                .list(
                    [scope.section("all", "section_writeups", scope.derived.writeups.map { scope.row($0) })].compactMap
                    { $0 }))
        case "resources/": addLetters(scope.site.all(.resource), to: &context)
        case "people/": addLetters(scope.site.all(.person), to: &context)
        case "handbook/": context.set("chapter_rows", .section(scope.derived.chapters.map { scope.row($0) }))
        default:
            if let kind = TermKind.allCases.first(where: { $0.folder + "/" == route }) { addTerms(kind, to: &context) }
        }
        if ["sections", "groups", "chapter_rows", "term_rows"].allSatisfy({ context.isEmpty($0) }) {
            context.set("empty", .object(invitation(to: route)))
        }
        return "pages/list"
    }

    private func breadcrumbs(of route: String) -> [Context] {
        let above = route.split(separator: "/").dropLast().map {
            scope.plain(scope.sectionTitle("\($0)/").text, url: scope.url(section: "\($0)/"))
        }
        return [scope.plain(scope.strings["home"], url: scope.url(section: ""))] + above
    }

    /// A list of more than a screen can be narrowed.
    private func addLetters(_ ids: [ItemID], to context: inout Context) {
        context.set("filter", .flag(ids.count > 12))
        context.set("groups", .list(letters(ids)))
    }

    /// Entries by the first letter of their title, in the alphabet of the page's language.
    private func letters(_ ids: [ItemID], foundBy names: PageScope.NamesToFind = .own) -> [Context] {
        var groups: [(letter: AlphabetHeading, rows: [Context])] = []
        for id in scope.byTitle(ids) {
            let letter = scope.strings.alphabet.heading(of: scope.title(of: id).text)
            if groups.last?.letter != letter { groups.append((letter, [])) }
            groups[groups.count - 1].rows.append(scope.row(id, foundBy: names))
        }
        return groups.map {
            ["heading": .text($0.letter.text), "anchor": .text($0.letter.anchor), "rows": .list($0.rows)]
        }
    }

    private func addEvents(to context: inout Context) {
        context.set(
            "sections",
            .list(
                [
                    scope.section("upcoming", "section_upcoming", scope.derived.upcoming.map { scope.row($0.event) }),
                    scope.section("habits", "section_habits", scope.derived.habits.map { scope.row($0) }),
                    scope.section("past", "section_past", scope.derived.past.map { scope.row($0) }),
                ].compactMap { $0 }))
    }

    /// Each term with the communities that name it.
    private func addTerms(_ kind: TermKind, to context: inout Context) {
        let terms = scope.byTitle(scope.site.all(kind.kind)).map { id -> Context in
            let communities = scope.byTitle(scope.site.mentions[id.index].filter { scope.site[$0].kind == .community })
            let title = scope.title(of: id)
            return [
                "link": .text(
                    PageScope.linkHTML(
                        title.text, attributes: scope.attributes(language: title.language), url: scope.url(of: id))),
                "count": .text(kind == .skill ? nil : scope.strings.count("communities_count", communities.count)),
                "communities": .section(communities.map { scope.link(to: $0) }),
            ]
        }
        context.set("term_rows", .section(terms))
    }

    // MARK: Home

    func addHome(to context: inout Context) {
        context.set("map_url", .text(scope.url(section: "map/")))
        context.set("communities_url", .text(scope.url(section: "communities/")))
        context.set("events_url", .text(scope.url(section: "events/")))
        context.set("search_url", .text(scope.url(section: "search/")))
        MapPicture(scope).addTeaser(to: &context)
        context.set("browse", .list(browse()))
        // A young handbook shows what it has.
        let few = scope.site.communities.count <= 6 ? scope.byTitle(scope.site.communities).map { scope.row($0) } : []
        set(
            sections: [
                scope.section("communities", "section_communities", few),
                scope.section(
                    "events", "section_upcoming", scope.derived.upcoming.prefix(3).map { scope.row($0.event) },
                    more: scope.plain(scope.strings["all_events"], url: scope.url(section: "events/"))),
                scope.section(
                    "writeups", "section_newest_writeups", scope.derived.writeups.prefix(3).map { scope.row($0) },
                    more: scope.plain(scope.strings["all_writeups"], url: scope.url(section: "writeups/"))),
            ], to: &context)
        context.set("add_url", .text(scope.addURL(.community)))
    }

    /// Ways into the communities, with the terms that most of them name.
    private func browse() -> [Context] {
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
            return [
                "heading": .text(scope.strings["browse_\(kind.rawValue)"]),
                "url": .text(scope.url(section: kind.folder + "/")),
                "links": .list(scope.byTitle(terms).map { scope.link(to: $0) }),
            ]
        }
    }

    /// What stands where a list has nothing in it yet: what will be here, and how to begin it.
    private func invitation(to route: String) -> Context {
        let name = String(route.dropLast())
        let text = scope.strings["empty_\(name)"]
        let kind = AddForm.all.first { $0.folder == name }?.kind
        return [
            "text": .text(text.isEmpty ? scope.strings["list_empty"] : text),
            "url": .text(kind.map { scope.addURL($0) } ?? scope.newFileURL(in: name)),
            "contact": .object(scope.site.settings.contact.map { scope.contact($0.value) }),
        ]
    }

}
