internal import Content
internal import Site
internal import Text
internal import Theme

extension PageRenderer {
    /// A page that the program makes: a list, or the map.
    func sectionParts(_ route: String, _ introduction: ItemID?) -> Parts {
        let own = route.isEmpty ? (text: siteTitle, lead: siteSummary) : sectionTitle(route)
        var context: Context = ["t": .strings(strings)]
        let item = introduction.map { site[$0] }
        let isTranslated = item.map { $0.isWritten(in: language) } ?? true
        let title = item?.common.title != nil && isTranslated ? item!.title(in: language) : (own.text, language)
        context.set("notices", .list(item.map(notices(onAll:)) ?? []))
        let lead = item?.text(item?.common.summary, in: language)
        context.set("title", .text(title.0))
        context.set("title_attributes", .text(attributes(language: title.1)))
        context.set("lead", .text(lead?.text ?? (introduction == nil ? own.lead : nil)))
        context.set("lead_attributes", .text(attributes(language: lead?.language)))
        context.set("breadcrumbs", route.isEmpty ? .none : .section(breadcrumbs(of: route)))
        let body = item?.bodies[item!.bodyLanguage(for: language)]
        context.set("body", body.map { $0.markup.isEmpty ? .none : .text(Frame.mark("body")) } ?? .none)
        context.set("body_attributes", .text(attributes(language: item?.bodyLanguage(for: language))))
        let template = addSection(route, to: &context)
        return Parts(
            template: template, title: route.isEmpty ? siteTitle : title.0,
            description: lead?.text ?? own.lead ?? siteSummary, section: route,
            context: context, item: item, itemID: introduction)
    }

    /// - Returns: the template that shows the section.
    private func addSection(_ route: String, to context: inout Context) -> String {
        switch route {
        case "":
            addHome(to: &context)
            return "pages/home"
        case "map/":
            MapPage(self).add(to: &context)
            return "pages/map"
        case "map/coverage/":
            Coverage(self).add(to: &context)
            return "pages/coverage"
        case "map/suggestions/":
            addSuggestions(to: &context)
            return "pages/suggestions"
        case "search/":
            SearchPage(self).add(to: &context)
            return "pages/search"
        case "add/":
            AddPage(self).add(to: &context)
            return "pages/add"
        case "communities/":
            context.set("filter", .flag(true))
            context.set(
                "browse_links",
                .section(
                    [TermKind.government, .role, .topic].map {
                        ["text": .text(strings["browse_\($0.rawValue)"]), "url": .text(url(section: $0.folder + "/"))]
                    }))
            context.set("groups", .list(letters(site.communities)))
        case "events/": addEvents(to: &context)
        case "writeups/":
            context.set(
                "sections",
                .list([section("all", "section_writeups", derived.writeups.map { row($0) })].compactMap { $0 }))
        case "resources/": addLetters(site.all(.resource), to: &context)
        case "people/": addLetters(site.all(.person), to: &context)
        case "handbook/": context.set("chapter_rows", .section(derived.chapters.map { row($0) }))
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
            plain(sectionTitle("\($0)/").text, url: url(section: "\($0)/"))
        }
        return [plain(strings["home"], url: url(section: ""))] + above
    }

    func sectionTitle(_ route: String) -> (text: String, lead: String?) { strings.section(route) }

    /// A list of more than a screen can be narrowed.
    private func addLetters(_ ids: [ItemID], to context: inout Context) {
        context.set("filter", .flag(ids.count > 12))
        context.set("groups", .list(letters(ids)))
    }

    /// Entries by the first letter of their title, in the alphabet of the page's language.
    private func letters(_ ids: [ItemID]) -> [Context] {
        var groups: [(letter: AlphabetHeading, rows: [Context])] = []
        for id in byTitle(ids) {
            let letter = strings.alphabet.heading(of: title(of: id).text)
            if groups.last?.letter != letter { groups.append((letter, [])) }
            groups[groups.count - 1].rows.append(row(id))
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
                    section("upcoming", "section_upcoming", derived.upcoming.map { row($0.event) }),
                    section("habits", "section_habits", derived.habits.map { row($0) }),
                    section("past", "section_past", derived.past.map { row($0) }),
                ].compactMap { $0 }))
    }

    /// Each term with the communities that name it.
    private func addTerms(_ kind: TermKind, to context: inout Context) {
        let terms = byTitle(site.all(kind.kind)).map { id -> Context in
            let communities = byTitle(site.mentions[id.index].filter { site[$0].kind == .community })
            let title = self.title(of: id)
            return [
                "link": .text(
                    Self.linkHTML(title.text, attributes: attributes(language: title.language), url: url(of: id))),
                "count": .text(kind == .skill ? nil : strings.count("communities_count", communities.count)),
                "communities": .section(communities.map { link(to: $0) }),
            ]
        }
        context.set("term_rows", .section(terms))
    }

    // MARK: Home

    func addHome(to context: inout Context) {
        context.set("map_url", .text(url(section: "map/")))
        context.set("communities_url", .text(url(section: "communities/")))
        context.set("events_url", .text(url(section: "events/")))
        context.set("search_url", .text(url(section: "search/")))
        MapPicture(self).addTeaser(to: &context)
        context.set("browse", .list(browse()))
        // A young handbook shows what it has.
        let few = site.communities.count <= 6 ? byTitle(site.communities).map { row($0) } : []
        set(
            sections: [
                section("communities", "section_communities", few),
                section(
                    "events", "section_upcoming", derived.upcoming.prefix(3).map { row($0.event) },
                    more: plain(strings["all_events"], url: url(section: "events/"))),
                section(
                    "writeups", "section_newest_writeups", derived.writeups.prefix(3).map { row($0) },
                    more: plain(strings["all_writeups"], url: url(section: "writeups/"))),
            ], to: &context)
        context.set("add_url", .text(addURL(.community)))
    }

    /// How many communities there are, and in how many governments.
    func counts() -> String {
        // What is made up is not counted, unless all is.
        func count(_ ids: [ItemID]) -> Int {
            let real = ids.count { !site.isExample(site[$0]) }
            return real == 0 ? ids.count : real
        }
        let governments = count(site.all(.government))
        return strings.joined(
            [
                strings.count("communities_count", count(site.communities)),
                governments == 0 ? nil : strings.count("governments_count", governments),
            ].compactMap { $0 })
    }

    /// Ways into the communities, with the terms that most of them name.
    private func browse() -> [Context] {
        var counts: [ItemID: Int] = [:]
        for community in site.communities {
            let relations = site[relationsOf: community]
            for term in relations.governments + relations.roles + relations.topics { counts[term, default: 0] += 1 }
        }
        return [TermKind.government, .role, .topic].compactMap { kind in
            let terms = counts.filter { site[$0.key].kind == kind.kind }.sorted {
                ($1.value, $0.key) < ($0.value, $1.key)
            }.prefix(12).map(\.key)
            guard !terms.isEmpty else { return nil }
            return [
                "heading": .text(strings["browse_\(kind.rawValue)"]), "url": .text(url(section: kind.folder + "/")),
                "links": .list(byTitle(terms).map { link(to: $0) }),
            ]
        }
    }

    /// What stands where a list has nothing in it yet: what will be here, and how to begin it.
    private func invitation(to route: String) -> Context {
        let name = String(route.dropLast())
        let text = strings["empty_\(name)"]
        let kind = AddForm.all.first { $0.folder == name }?.kind
        return [
            "text": .text(text.isEmpty ? strings["list_empty"] : text),
            "url": .text(kind.map { addURL($0) } ?? newFileURL(in: name)),
            "contact": .object(site.settings.contact.map { contact($0.value) }),
        ]
    }

    /// Where a file is added to a folder of the content, when the repository is known, with its first lines filled in
    /// where that can be asked for.
    func newFileURL(in folder: String) -> String? {
        let (name, text) =
            switch folder {
            case "communities": ("my-community.md", "---%0Aname:%20%0Asummary:%20%0A---%0A")
            case "events": ("my-event.md", "---%0Atitle:%20%0Astarts:%20%0A---%0A")
            case "writeups": ("what-we-learned.md", "---%0Atitle:%20%0Adate:%20%0A---%0A")
            case "resources", "handbook": ("my-page.md", "---%0Atitle:%20%0A---%0A")
            default: ("", "")
            }
        return name.isEmpty ? nil : newFileURL(folder, name, text)
    }

    /// Where the translation of a page into this page's language is written, with its first lines.
    func translationURL(of item: Item) -> String? {
        guard !item.isEmbedded, !item.isMadeFromID, item.path.hasSuffix(".md") else { return nil }
        let parts = "\(item.path.dropLast(3)).\(language).md".split(separator: "/").map(String.init)
        let key = item.kind == .community || item.kind == .person || item.kind.termKind != nil ? "name" : "title"
        return newFileURL(
            parts.dropLast().joined(separator: "/"), parts.last!, "---%0A\(key):%20%0Asummary:%20%0A---%0A")
    }

    /// - Parameter text: percent-encoded.
    private func newFileURL(_ folder: String, _ name: String, _ text: String) -> String? {
        guard let repository = repository else { return nil }
        let folder = folder.isEmpty ? "content" : "content/\(folder)"
        switch repository.kind {
        case .github: return "\(repository.base)/new/\(repository.branch)?filename=\(folder)/\(name)&value=\(text)"
        case .gitlab: return "\(repository.base)/-/new/\(repository.branch)/\(folder)?file_name=\(name)"
        case .forgejo: return "\(repository.base)/_new/\(repository.branch)/\(folder)?filename=\(name)"
        }
    }
}
