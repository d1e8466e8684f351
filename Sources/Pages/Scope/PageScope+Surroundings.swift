internal import Content
internal import Site
internal import Theme

/// A page that leads to another.
struct Backlink: LinkModel {
    let link: PageLink
    let kind: String?

    static let slots = SlotTable<Backlink>("backlink", "A page that leads here.", including: [.link]) {
        Slot.text("kind", "what it is, where another page has the same title") { $0.kind }
    }
}

/// What can be done about a page.
struct Foot: TemplateModel {
    let editURL: String?
    let copyURL: String?
    let wrongURL: String?
    let feed: PageLink?

    static let slots = SlotTable<Foot>("foot", "What can be done about a page.") {
        Slot.text("edit_url", "where its file can be edited") { $0.editURL }
        Slot.text("copy_url", "of an event: where one like it is made") { $0.copyURL }
        Slot.text("wrong_url", "where somebody says that something is wrong") { $0.wrongURL }
        Slot.object("feed", "the feed of its write-ups, with what it is a feed of") { $0.feed }
    }
}

/// What is around the text of a page: the way to it, what leads to it, how to correct it.
extension PageScope {
    /// The text above the title, where the way to the page does not say it: the kind of meeting, or the community of a
    /// charter.
    func kindLabel(of item: Item) -> PageLink? {
        if item.isUntitledPart, let community = item.community {
            let title = site[community].title(in: language)
            return plain(title.text, in: title.language)
        }
        return switch item.entry {
        case .event(let event):
            plain(
                event.kind.map { strings.label("event_kind", $0.value.rawValue) } ?? strings["kind_event"])
        case .resource(let resource):
            plain(
                resource.kind.map { strings.label("resource_kind", $0.value.rawValue) }
                    ?? strings["kind_resource"])
        case .community, .page: nil
        default: plain(strings["kind_\(item.kind.rawValue)"])
        }
    }

    func breadcrumbs(of item: Item) -> [PageLink] {
        if item.kind == .home { return [] }
        var crumbs: [PageLink] = [plain(strings["home"], url: url(section: ""))]
        let parts = item.route.split(separator: "/")
        var route = ""
        for part in parts.dropLast() {
            route += part + "/"
            if let id = site.routes[route] {
                let title = title(of: id)
                crumbs.append(plain(title.text, in: title.language, url: url(of: id)))
            } else if SiteGraph.generatedRoutes.contains(route) {
                crumbs.append(plain(sectionTitle(route).text, url: url(section: route)))
            }
        }
        return crumbs
    }

    func breadcrumbs(of route: String) -> [PageLink] {
        let above = route.split(separator: "/").dropLast().map {
            plain(sectionTitle("\($0)/").text, url: url(section: "\($0)/"))
        }
        return [plain(strings["home"], url: url(section: ""))] + above
    }

    /// Of a page about a community that the program makes.
    func breadcrumbs(below community: ItemID) -> [PageLink] {
        breadcrumbs(of: site[community]) + [link(to: community)]
    }

    /// Of several pages with one title, each says what it is.
    func backlinks(to id: ItemID) -> [Backlink] {
        let pages = site.backlinks[id.index]
        let links = pages.map { link(to: $0) }
        var counts: [String: Int] = [:]
        for link in links { counts[link.text, default: 0] += 1 }
        return zip(pages, links).map { page, link in
            Backlink(link: link, kind: counts[link.text] == 1 ? nil : strings["kind_\(site[page].kind.rawValue)"])
        }
    }

    /// The feed of the write-ups of a community or term; `nil` for what has none.
    func feed(of id: ItemID) -> PageLink? {
        guard shared.feeds.has(id) else { return nil }
        let title = title(of: id)
        return plain(title.text, in: title.language, url: root + prefix + site[id].route + SiteGraph.feedName)
    }

    /// The feed of what is new in a section; `nil` for what has none.
    func feed(ofSection route: String) -> PageLink? {
        guard shared.feeds.ofSections[route] != nil else { return nil }
        return plain(strings["feed_\(route.dropLast())"], url: url(section: route) + SiteGraph.feedName)
    }

    /// What can be done about a page; nothing when settings name no way.
    func foot(of item: Item) -> Foot? {
        let edit = editURL(of: item)
        let canBeFixed = edit != nil || site.settings.contact != nil
        let copy: String? = if case .event(let event) = item.entry { copyURL(of: item, event) } else { nil }
        if !canBeFixed, copy == nil { return nil }
        return Foot(
            editURL: edit, copyURL: copy, wrongURL: canBeFixed ? remarkURL("wrong", on: item) : nil,
            feed: site.routes[item.route].flatMap { feed(of: $0) })
    }

    /// The questions for an event, answered as for this one, except for its date.
    func copyURL(of item: Item, _ event: Event) -> String {
        addURL(
            .event,
            [
                ("title", item.title(in: language).text),
                ("summary", item.text(event.common.summary, in: language)?.text),
                ("community", item.community.map { site[$0].id }),
                ("minutes", event.minutes.map { String($0.value) }), ("kind", event.kind?.value.rawValue),
                ("place", item.text(event.place, in: language)?.text), ("open_to", event.openTo?.value.rawValue),
                ("online", event.publicOnline?.value),
            ].compactMap { key, value in value.map { (key, $0) } })
    }
}
