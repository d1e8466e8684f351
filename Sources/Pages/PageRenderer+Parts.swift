internal import Content
internal import Markdown
internal import Site
internal import Text
internal import Theme

extension PageRenderer {
    /// What this page consists of.
    func parts() -> Parts {
        switch page.subject {
        case .item(let id): return itemParts(id)
        case .section(let route, let introduction): return sectionParts(route, introduction)
        case .briefing(let id): return briefingParts(id)
        default: return notFoundParts()
        }
    }

    /// A remark above a page's content.
    func notice(_ text: String, link: Context? = nil, isStrong: Bool = false) -> Context {
        ["text": .text(text), "link": .object(link), "is_strong": .flag(isStrong)]
    }

    private func itemParts(_ id: ItemID) -> Parts {
        let item = site[id]
        let title = item.kind == .home && item.common.title == nil ? siteTitle : self.title(of: id).text
        let summary = item.text(item.common.summary, in: language)?.text
        let description = summary ?? item.bodies[item.bodyLanguage(for: language)]?.firstParagraph ?? ""
        let blocks = charterBlocks(of: item)
        var context = head(of: id, above: blocks)
        add(item.entry, blocks, of: id, to: &context)
        context.set("backlinks", .section(backlinks(to: id)))
        context.set("notices", .list(notices(of: id)))
        return Parts(
            template: template(for: item), title: title, description: description.isEmpty ? siteSummary : description,
            section: section(of: item), context: context, item: item, itemID: id)
    }

    /// Kinds with more than facts, text and lists have a template of their own.
    private func template(for item: Item) -> String {
        switch item.kind {
        case .home, .community, .charter, .members, .backlog, .event, .writeup, .resource, .chapter:
            "pages/\(item.kind.rawValue)"
        case .role, .topic: "pages/guild"
        default: "pages/entry"
        }
    }

    /// What a kind has beside the head and foot of every page.
    private func add(_ entry: Entry, _ blocks: [Block], of id: ItemID, to context: inout Context) {
        switch entry {
        case .community(let entry): addCommunity(entry, id, to: &context)
        case .charter(let entry): addCharter(entry, blocks, site[id], to: &context)
        case .members(let entry): addMembers(entry, id, to: &context)
        case .backlog(let entry): addBacklog(entry, id, to: &context)
        case .event(let entry): addEvent(entry, id, to: &context)
        case .writeup(let entry): addWriteup(entry, id, to: &context)
        case .resource(let entry): addResource(entry, id, to: &context)
        case .person(let entry): addPerson(entry, id, to: &context)
        case .term(let kind, _): addTerm(kind, id, to: &context)
        case .page: if site[id].kind == .home { addHome(to: &context) } else { addChapters(around: id, to: &context) }
        }
    }

    var siteSummary: String { text(site.settings.summary?.value)?.text ?? siteTitle }

    private func section(of item: Item) -> String {
        if item.kind == .home { return "" }
        if item.communityID != nil { return "communities/" }
        switch item.kind {
        case .event: return "events/"
        case .writeup: return "writeups/"
        case .resource: return "resources/"
        case .page: return item.route
        default: return String(item.route.prefix { $0 != "/" }) + "/"
        }
    }

    // MARK: What every entry has

    /// Title, lead, breadcrumbs, notices, text and foot of an item's page.
    private func head(of id: ItemID, above blocks: [Block]) -> Context {
        let item = site[id]
        let title = item.kind == .home && item.common.title == nil ? (siteTitle, language) : shortTitle(of: id)
        let lead = item.text(item.common.summary, in: language)
        let bodyLanguage = item.bodyLanguage(for: language)
        let body = item.bodies[bodyLanguage]
        var context: Context = [
            "t": .strings(strings),
            "title": .text(title.0),
            "title_attributes": .text(attributes(id: titleID(title.0, body), language: title.1)),
            "kind_label": .object(kindLabel(of: item)),
            "lead": .text(lead?.text),
            "lead_attributes": .text(attributes(language: lead?.language)),
            "breadcrumbs": .section(breadcrumbs(of: item)),
            "body": body.map { $0.markup.isEmpty ? .none : .text(Frame.mark("body")) } ?? .none,
            "body_attributes": .text(attributes(language: bodyLanguage)),
            "age": .object(age(of: item)),
            "foot": .object(foot(of: item)),
        ]
        context.set(
            "outline",
            .section(outline(headings(of: blocks) + headings(of: item.entry) + headings(of: body, in: bodyLanguage))))
        return context
    }

    /// So that links to the title lead to it, unless a heading below has taken its id.
    private func titleID(_ title: String, _ body: Rendered?) -> String? {
        guard let body else { return nil }
        let id = body.title?.id ?? Slug.of(title)
        return body.outline.contains { $0.id == id } ? nil : id
    }

    private func notices(of id: ItemID) -> [Context] {
        let item = site[id]
        let state: Context? =
            switch item.entry {
            case .community(let entry): status(entry, site[relationsOf: id])
            case .event(let entry):
                entry.status?.value == .cancelled ? notice(strings["event_cancelled"], isStrong: true) : nil
            case .members(let entry): note(on: entry)
            case .term: site.mentions[id.index].isEmpty ? notice(strings["term_unused"]) : nil
            default: nil
            }
        return notices(onAll: item) + [state].compactMap { $0 }
    }

    /// What holds for every page about an item: that it is made up, or not in the page's language.
    func notices(onAll item: Item) -> [Context] {
        let fallback = fallbackNotice(item).map {
            notice($0, link: translationURL(of: item).map { plain(strings["translate_page"], url: $0) })
        }
        return [site.isExample(item) ? notice(strings["example_notice"]) : nil, fallback].compactMap { $0 }
    }

    /// Of several pages with one title, each says what it is.
    private func backlinks(to id: ItemID) -> [Context] {
        let pages = site.backlinks[id.index]
        let titles = Dictionary(grouping: pages) { title(of: $0).text }
        return pages.map { page in
            var context = link(to: page)
            if titles[title(of: page).text]!.count > 1 {
                context.set("kind", .text(strings["kind_\(site[page].kind.rawValue)"]))
            }
            return context
        }
    }

    private func fallbackNotice(_ item: Item) -> String? {
        guard !item.isWritten(in: language), !item.isMadeFromID,
            item.bodies.values.contains(where: { !$0.markup.isEmpty })
        else { return nil }
        return strings.format(
            "not_translated",
            [
                "language": strings.name(ofLanguage: item.language) ?? shared.strings[item.language]?["language_name"]
                    ?? item.language
            ])
    }

    /// See `SiteGraph.title(of:_:)`.
    func title(of id: ItemID) -> (text: String, language: String) {
        site.title(of: id, strings)
    }

    /// `Charter` instead of `Charter: Data people`, where the page says whose it is.
    func shortTitle(of id: ItemID) -> (text: String, language: String) {
        site[id].isUntitledPart ? (strings["title_\(site[id].kind.rawValue)"], language) : title(of: id)
    }

    /// What stands above the title, where the way to the page does not say it: what kind of meeting it is, or whose
    /// charter.
    private func kindLabel(of item: Item) -> Context? {
        if item.isUntitledPart, let community = item.community {
            let title = site[community].title(in: language)
            return plain(title.text, in: title.language)
        }
        return switch item.entry {
        case .event(let event):
            plain(event.kind.map { strings.label("event_kind", $0.value.rawValue) } ?? strings["kind_event"])
        case .resource(let resource):
            plain(resource.kind.map { strings.label("resource_kind", $0.value.rawValue) } ?? strings["kind_resource"])
        case .community, .page: nil
        default: plain(strings["kind_\(item.kind.rawValue)"])
        }
    }

    private func breadcrumbs(of item: Item) -> [Context] {
        if item.kind == .home { return [] }
        var crumbs: [Context] = [plain(strings["home"], url: url(section: ""))]
        let parts = item.route.split(separator: "/")
        var route = ""
        for part in parts.dropLast() {
            route += part + "/"
            if let id = site.routes[route] {
                let title = self.title(of: id)
                crumbs.append(plain(title.text, in: title.language, url: url(of: id)))
            } else if SiteGraph.generatedRoutes.contains(route) {
                crumbs.append(plain(sectionTitle(route).text, url: url(section: route)))
            }
        }
        return crumbs
    }

    /// How to mend a page; nothing when settings name no way.
    private func foot(of item: Item) -> Context? {
        let edit = editURL(of: item)
        if edit == nil, site.settings.contact == nil { return nil }
        return ["edit_url": .text(edit), "wrong_url": .text(remarkURL("wrong", on: item))]
    }

    func host(of url: String) -> String { ContactWay.host(of: url) }

    func editURL(of item: Item) -> String? {
        item.isMadeFromID ? nil : editURL(ofFile: item.translationPaths[language] ?? item.path)
    }

    func editURL(ofFile path: String) -> String? {
        guard let repository = repository else { return nil }
        switch repository.kind {
        case .github: return "\(repository.base)/edit/\(repository.branch)/content/\(path)"
        case .gitlab: return "\(repository.base)/-/edit/\(repository.branch)/content/\(path)"
        case .forgejo: return "\(repository.base)/_edit/\(repository.branch)/content/\(path)"
        }
    }

    /// Where the content is kept, as far as settings say; `base` has no `/` at its end.
    var repository: (base: String, branch: String, kind: RepositoryKind)? {
        guard let repository = site.settings.repository?.value, let url = repository.url?.value else { return nil }
        let page = url.hasSuffix("/") ? String(url.dropLast()) : url
        // The address for cloning is the page's with `.git`.
        return (
            page.hasSuffix(".git") ? String(page.dropLast(4)) : page, Self.encoded(repository.branch?.value ?? "main"),
            repository.kind?.value ?? .github
        )
    }

    /// A link, an e-mail address or plain text, as a link where it is one.
    func contact(_ text: String, in textLanguage: String? = nil) -> Context {
        switch ContactWay(text) {
        case .link(let url, let shown): plain(shown, url: url)
        case .text: plain(text, in: textLanguage)
        }
    }

    private func notFoundParts() -> Parts {
        let context: Context = [
            "t": .strings(strings), "title": .text(strings["not_found_title"]),
            "lead": .text(strings["not_found_text"]),
            "links": .list(
                ["", "map/", "communities/"].map {
                    [
                        "text": .text($0.isEmpty ? strings["home"] : sectionTitle($0).text),
                        "url": .text(url(section: $0)),
                    ]
                }),
        ]
        return Parts(
            template: "pages/not-found", title: strings["not_found_title"], description: strings["not_found_text"],
            section: "404", context: context)
    }
}
