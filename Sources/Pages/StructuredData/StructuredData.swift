internal import Content
internal import Site
internal import Text
internal import Theme

/// What a page says of its subject, once more for search engines and other programs that read pages: a block of JSON-LD
/// in the words of schema.org.
///
/// It says nothing that the page does not show, so it names nobody else. Of what is made up it says nothing at all:
/// schema.org has no word for that, and an organisation or a date that is not real would be taken for one. Whole
/// addresses need the site's own; without it there are none.
struct StructuredData {
    let scope: PageScope
    private let head: PageHead
    private let subject: PlannedPage.Subject
    /// Where search engines look for the page; `nil` without a `base_url`.
    let address: String?

    init(_ subject: PlannedPage.Subject, _ head: PageHead, address: String?) {
        scope = head.scope
        self.head = head
        self.subject = subject
        self.address = address
    }

    /// Of each list that content makes as long as it likes.
    static let listed = 20

    /// Appends the block; nothing where there is nothing to say, or search engines are asked to stay away.
    ///
    /// No policy for scripts stops it, since a browser runs no block of data. `JSONText` escapes what would end it.
    func append(to out: inout [UInt8]) {
        guard scope.site.settings.indexed?.value != false, isReal else { return }
        let things = [thing, breadcrumbs].compactMap { $0?.json }
        guard !things.isEmpty else { return }
        out.append("<script type=\"application/ld+json\">")
        JSON.object([("@context", .text("https://schema.org")), ("@graph", .list(things))]).append(to: &out)
        out.append("</script>\n")
    }

    private var isReal: Bool {
        switch subject {
        case .item(let id), .manager(let id), .months(let id): scope.isReal(id)
        default: true
        }
    }

    private var thing: Thing? {
        switch subject {
        case .item(let id): thing(of: id)
        case .section(let route, _): section(route)
        case .manager(let id), .months(let id): page(about: id)
        default: nil
        }
    }

    /// Of a person nothing but the way to the page: to be listed in a handbook is not to be listed everywhere.
    private func thing(of id: ItemID) -> Thing? {
        let item = scope.site[id]
        switch item.entry {
        case .community(let entry): return community(id, entry, item)
        case .event(let entry): return event(id, entry, item)
        case .writeup(let entry): return article(id, entry, item)
        case .resource(let entry): return work(entry, item)
        case .term(let kind, _): return term(id, kind, item)
        case .person: return nil
        case .charter, .members, .backlog: return page(about: item.community)
        case .page:
            return item.kind == .home ? website : item.kind == .chapter ? chapter(item) : page(about: item.community)
        }
    }

    // MARK: Values

    /// A text, with its language where it is not the page's.
    func text(_ text: (text: String, language: String)) -> JSON {
        text.language == scope.language
            ? .text(text.text) : .object([("@language", .text(text.language)), ("@value", .text(text.text))])
    }

    func title(of id: ItemID) -> JSON { text(scope.title(of: id)) }

    func summary(of item: Item) -> JSON? { item.text(item.common.summary, in: scope.language).map(text) }

    func otherNames(of item: Item) -> JSON? {
        .values(
            item.common.alsoKnownAs.items().prefix(Self.listed).map { text(($0.value, item.language)) })
    }

    /// By which the same thing is known on all pages, whatever their language; it is not a page, so it has a fragment.
    func identity(of id: ItemID) -> JSON? {
        scope.shared.baseURL.map { .text($0 + scope.shared.href(scope.site[id].route) + "#this") }
    }

    /// Something that has a page of its own.
    func reference(to id: ItemID, _ type: String) -> JSON {
        Thing(type, [("@id", identity(of: id)), ("name", title(of: id))]).json
    }

    /// Communities and organisations.
    func organisations(_ references: [Reference]) -> [JSON] {
        references.map { reference in
            switch reference {
            case .item(let id): self.reference(to: id, "Organization")
            case .name(let name): Thing("Organization", [("name", .text(name))]).json
            }
        }
    }

    // MARK: The way to the page

    /// Only where each step can be followed: it has an address, and there is more than the home page.
    private var breadcrumbs: Thing? {
        guard let base = scope.shared.baseURL, head.breadcrumbs.count > 1 else { return nil }
        let steps = head.breadcrumbs.enumerated().map { number, link in
            let address = link.url.map { base + $0.dropFirst(scope.root.count) }
            return Thing(
                "ListItem", [("position", .number(number + 1)), ("name", .text(link.text)), ("item", .text(address))]
            ).json
        }
        return Thing("BreadcrumbList", [("itemListElement", .list(steps))])
    }

    // MARK: Pages

    /// The site, on its home page.
    private var website: Thing {
        Thing(
            "WebSite",
            [
                ("name", scope.text(scope.site.settings.title?.value).map(text)), ("url", .text(address)),
                ("description", head.lead.map(text)), ("inLanguage", .text(scope.language)),
                ("potentialAction", searchAction),
            ])
    }

    /// Where the site is searched.
    private var searchAction: JSON? {
        guard let base = scope.shared.baseURL else { return nil }
        let page = base + scope.shared.href(scope.prefix + "search/")
        return Thing(
            "SearchAction",
            [
                ("target", Thing("EntryPoint", [("urlTemplate", .text(page + "?q={q}"))]).json),
                ("query-input", .text("required name=q")),
            ]
        ).json
    }

    /// A page that the program makes.
    private func section(_ route: String) -> Thing {
        switch route {
        case "": website
        case "search/": page("SearchResultsPage")
        case "add/", "map/", "map/coverage/", "map/suggestions/": page("WebPage")
        default: page("CollectionPage")
        }
    }

    private func page(_ type: String, about id: ItemID? = nil) -> Thing {
        Thing(
            type,
            [
                ("name", text(head.title)), ("url", .text(address)), ("inLanguage", .text(textLanguage)),
                ("about", id.map { reference(to: $0, "Organization") }),
            ])
    }

    /// A page about which there is no more to say, perhaps of a community.
    private func page(about community: ItemID?) -> Thing { page("WebPage", about: community) }

    /// The language of the page's text.
    var textLanguage: String { head.item.map { scope.site[$0].bodyLanguage(for: scope.language) } ?? scope.language }

    var pageTitle: JSON { text(head.title) }
}
