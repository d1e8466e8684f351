internal import Content
internal import Site
internal import Spreadsheet
internal import Text
internal import Theme

/// The site as JSON for other programs.
struct DataFiles {
    private let shared: SiteRenderer
    private var site: SiteGraph { shared.site }

    init(_ shared: SiteRenderer) { self.shared = shared }

    /// Every page for readers: an array of `url` (from the site's root), `kind`, `id`, `title`, `source`, `lang`.
    func pages() -> [UInt8] {
        Self.lines(
            shared.pages.filter(\.isListed).map { page in
                let scope = shared.scope(of: page)
                switch page.subject {
                case .item(let id):
                    let item = site[id]
                    let title =
                        item.kind == .home && item.common.title == nil
                        ? scope.siteTitle : scope.title(of: id).text
                    return Self.page(
                        page, kind: item.kind.rawValue, id: item.id, title: title,
                        source: item.translationPaths[page.language] ?? item.path)
                case .section(let route, let introduction):
                    let own = introduction.flatMap {
                        site[$0].common.title == nil ? nil : site[$0].title(in: page.language).text
                    }
                    return Self.page(
                        page, kind: route == "map/" ? "map" : route.isEmpty ? "home" : "list",
                        id: route.isEmpty ? "index" : String(route.dropLast()),
                        title: route.isEmpty ? scope.siteTitle : own ?? scope.sectionTitle(route).text,
                        source: introduction.map { site[$0].path })
                case .month(let month, _):
                    return Self.page(
                        page, kind: "list", id: SiteGraph.calendarRoute + CalendarMonths.name(of: month),
                        title: PageHead(month: month, scope).windowTitle, source: nil)
                default: return .object([("lang", .text(page.language))])
                }
            })
    }

    private static func page(_ page: PlannedPage, kind: String, id: String, title: String, source: String?) -> JSON {
        .object([
            ("url", .text(page.route)), ("kind", .text(kind)), ("id", .text(id)), ("title", .text(title)),
            ("source", .text(source)), ("lang", .text(page.language)),
        ])
    }

    /// Every community with the facts by which it is found, in the default language.
    func communities() -> [UInt8] {
        let language = site.defaultLanguage
        return Self.lines(
            site.communities.compactMap { id in
                let item = site[id]
                guard case .community(let community) = item.entry else { return nil }
                let relations = site[relationsOf: id]
                func ids(_ items: [ItemID]) -> JSON { .texts(items.map { site[$0].id }) }
                return .object([
                    ("id", .text(item.id)), ("name", .text(item.title(in: language).text)),
                    ("url", .text(shared.href(item.route))),
                    ("summary", .text(item.text(item.common.summary, in: language)?.text)),
                    ("government", ids(relations.governments)),
                    ("organisation", .texts(relations.organisations.map(name))),
                    ("roles", ids(relations.roles)), ("topics", ids(relations.topics)),
                    ("scope", .text(community.scope?.value.rawValue)),
                    ("stage", .text(community.stage?.value.rawValue)),
                    ("membership", .text(community.membership?.value.rawValue)),
                    ("members", (community.memberCount?.value.count?.value).map(JSON.number)),
                    ("members_as_of", .text(community.memberCount?.value.asOf?.value.isoDate)),
                    ("as_of", .text(item.common.asOf?.value.isoDate)),
                    ("verified", .text(item.common.verified?.value.isoDate)),
                    ("closed", .text(community.closed?.value.isoDate)),
                ])
            })
    }

    /// The same as a sheet, which can be imported again.
    func communitiesCSV() -> [UInt8] { SheetExport.bytes(of: site) }

    private func name(_ reference: Reference) -> String {
        switch reference {
        case .item(let id): site[id].id
        case .name(let name): name
        }
    }

    private static func lines(_ objects: [JSON]) -> [UInt8] {
        var out: [UInt8] = []
        JSON.appendLines(objects, to: &out)
        return out
    }
}
