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

    private func itemParts(_ id: ItemID) -> Parts {
        let item = scope.site[id]
        let title = item.kind == .home && item.common.title == nil ? scope.siteTitle : scope.title(of: id).text
        let summary = item.text(item.common.summary, in: scope.language)?.text
        let description = summary ?? item.bodies[item.bodyLanguage(for: scope.language)]?.firstParagraph ?? ""
        let blocks = charterBlocks(of: item)
        var context = head(of: id, above: blocks)
        add(item.entry, blocks, of: id, to: &context)
        context.set("backlinks", .section(backlinks(to: id)))
        context.set("notices", .list(notices(of: id)))
        return Parts(
            template: template(for: item), title: title,
            description: description.isEmpty ? scope.siteSummary : description,
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
        case .charter(let entry): addCharter(entry, blocks, scope.site[id], to: &context)
        case .members(let entry): addMembers(entry, id, to: &context)
        case .backlog(let entry): addBacklog(entry, id, to: &context)
        case .event(let entry): addEvent(entry, id, to: &context)
        case .writeup(let entry): addWriteup(entry, id, to: &context)
        case .resource(let entry): addResource(entry, id, to: &context)
        case .person(let entry): addPerson(entry, id, to: &context)
        case .term(let kind, _): addTerm(kind, id, to: &context)
        case .page:
            if scope.site[id].kind == .home { addHome(to: &context) } else { addChapters(around: id, to: &context) }
        }
    }

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
        let item = scope.site[id]
        let title =
            item.kind == .home && item.common.title == nil
            ? (scope.siteTitle, scope.language) : scope.shortTitle(of: id)
        let lead = item.text(item.common.summary, in: scope.language)
        let bodyLanguage = item.bodyLanguage(for: scope.language)
        let body = item.bodies[bodyLanguage]
        var context: Context = [
            "t": .strings(scope.strings),
            "title": .text(title.0),
            "title_attributes": .text(scope.attributes(id: titleID(title.0, body), language: title.1)),
            "kind_label": .object(kindLabel(of: item)),
            "lead": .text(lead?.text),
            "lead_attributes": .text(scope.attributes(language: lead?.language)),
            "breadcrumbs": .section(breadcrumbs(of: item)),
            "body": body.map { $0.markup.isEmpty ? .none : .text(Frame.mark("body")) } ?? .none,
            "body_attributes": .text(scope.attributes(language: bodyLanguage)),
            "age": .object(scope.age(of: item)),
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
        let item = scope.site[id]
        let state: Context? =
            switch item.entry {
            case .community(let entry): status(entry, scope.site[relationsOf: id])
            case .event(let entry):
                entry.status?.value == .cancelled ? scope.notice(scope.strings["event_cancelled"], isStrong: true) : nil
            case .members(let entry): note(on: entry)
            case .term: scope.site.mentions[id.index].isEmpty ? scope.notice(scope.strings["term_unused"]) : nil
            default: nil
            }
        return scope.notices(onAll: item) + [state].compactMap { $0 }
    }

    /// Of several pages with one title, each says what it is.
    private func backlinks(to id: ItemID) -> [Context] {
        let pages = scope.site.backlinks[id.index]
        let titles = Dictionary(grouping: pages) { scope.title(of: $0).text }
        return pages.map { page in
            var context = scope.link(to: page)
            if titles[scope.title(of: page).text]!.count > 1 {
                context.set("kind", .text(scope.strings["kind_\(scope.site[page].kind.rawValue)"]))
            }
            return context
        }
    }

    /// What stands above the title, where the way to the page does not say it: what kind of meeting it is, or whose
    /// charter.
    private func kindLabel(of item: Item) -> Context? {
        if item.isUntitledPart, let community = item.community {
            let title = scope.site[community].title(in: scope.language)
            return scope.plain(title.text, in: title.language)
        }
        return switch item.entry {
        case .event(let event):
            scope.plain(
                event.kind.map { scope.strings.label("event_kind", $0.value.rawValue) } ?? scope.strings["kind_event"])
        case .resource(let resource):
            scope.plain(
                resource.kind.map { scope.strings.label("resource_kind", $0.value.rawValue) }
                    ?? scope.strings["kind_resource"])
        case .community, .page: nil
        default: scope.plain(scope.strings["kind_\(item.kind.rawValue)"])
        }
    }

    private func breadcrumbs(of item: Item) -> [Context] {
        if item.kind == .home { return [] }
        var crumbs: [Context] = [scope.plain(scope.strings["home"], url: scope.url(section: ""))]
        let parts = item.route.split(separator: "/")
        var route = ""
        for part in parts.dropLast() {
            route += part + "/"
            if let id = scope.site.routes[route] {
                let title = scope.title(of: id)
                crumbs.append(scope.plain(title.text, in: title.language, url: scope.url(of: id)))
            } else if SiteGraph.generatedRoutes.contains(route) {
                crumbs.append(scope.plain(scope.sectionTitle(route).text, url: scope.url(section: route)))
            }
        }
        return crumbs
    }

    /// How to mend a page; nothing when settings name no way.
    private func foot(of item: Item) -> Context? {
        let edit = scope.editURL(of: item)
        if edit == nil, scope.site.settings.contact == nil { return nil }
        return ["edit_url": .text(edit), "wrong_url": .text(scope.remarkURL("wrong", on: item))]
    }

    private func notFoundParts() -> Parts {
        let context: Context = [
            "t": .strings(scope.strings), "title": .text(scope.strings["not_found_title"]),
            "lead": .text(scope.strings["not_found_text"]),
            "links": .list(
                ["", "map/", "communities/"].map {
                    [
                        "text": .text($0.isEmpty ? scope.strings["home"] : scope.sectionTitle($0).text),
                        "url": .text(scope.url(section: $0)),
                    ]
                }),
        ]
        return Parts(
            template: "pages/not-found", title: scope.strings["not_found_title"],
            description: scope.strings["not_found_text"],
            section: "404", context: context)
    }
}
