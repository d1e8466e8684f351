internal import Content
internal import Diagnostics
internal import Markdown

/// Pages that readers find only by searching: no link, no menu and no list leads to them.
///
/// Only plain pages can be. Chapters, wiki pages, events and all that has a section of its own are in its list, and
/// the parts of a community on its page.
enum OrphanPages {
    static func problems(in site: SiteGraph) -> [Diagnostic] {
        let pages = site.all(.page).filter { !site[$0].isIntroduction }
        // Links in HTML that is taken as it is are not known.
        guard !pages.isEmpty, site.settings.unsafeHTML?.value != true else { return [] }
        var reached = Reached(site)
        let listed = site.items.indices.filter { site.items[$0].kind != .page || site.items[$0].isIntroduction }
        reached.add(listed.map { ItemID($0) } + site.pagesOnEveryPage)
        var found: [ItemID] = []
        // What nothing links to comes before what only such pages link to, and both before pages that link to each
        // other alone: of those, the first is reported.
        for isLinked in [false, true] {
            for page in pages where !reached.contains(page) && (isLinked || reached.isBeginning(page)) {
                found.append(page)
                reached.add([page])
            }
        }
        return found.map { problem(of: site[$0], site.settings) }
    }

    private static func problem(of page: Item, _ settings: Settings) -> Diagnostic {
        let name = String(page.route.dropLast())
        let help: Help
        if let footer = settings.footer?.value, SiteGraph.footerRoutes.contains(page.route) {
            help = Help(
                "The foot of each page links to it until `site.yaml` has a `footer` of its own. Put it in there:",
                paste: line("footer", footer, adding: name))
        } else {
            help = Help(
                "Link to it from a page that they read, or put it into `menu` or `footer` in `site.yaml`:",
                paste: settings.menu.map { line("menu", $0.value, adding: name) }
                    ?? "menu: [map, communities, \(name)]")
        }
        return SiteRules.orphanPage.at(
            page.range, in: page.path, "No page, menu or list leads here: readers find this page only by searching.",
            help: help)
    }

    /// A list of entries with one more: all of it where that is a line of pages.
    private static func line(_ key: String, _ entries: [Located<NavigationEntry>], adding page: String) -> String {
        let pages = entries.compactMap { $0.value.title == nil && $0.value.url == nil ? $0.value.page?.value : nil }
        return pages.count == entries.count && pages.joined().utf8.count < longest
            ? "\(key): [\((pages + [page]).joined(separator: ", "))]" : "\(key):\n  …\n  - \(page)"
    }

    /// How many letters of a list are shown.
    private static let longest = 80
}

/// Pages to which something leads.
private struct Reached {
    private let site: SiteGraph
    private var isReached: [Bool]
    /// Whether pages are below a page, which link to all that are above them.
    private var hasPagesBelow: [Bool]
    /// The first folders of plain pages: only what is in these may be below one.
    private let tops: Set<Substring>

    init(_ site: SiteGraph) {
        self.site = site
        isReached = Array(repeating: false, count: site.items.count)
        hasPagesBelow = isReached
        tops = Set(site.all(.page).map { site[$0].route.prefix { $0 != "/" } })
        for id in site.all(.page) {
            for above in site.pagesAbove(id) { hasPagesBelow[above.index] = true }
        }
    }

    func contains(_ id: ItemID) -> Bool { isReached[id.index] }

    /// Whether no other page links to it.
    func isBeginning(_ page: ItemID) -> Bool {
        site.backlinks[page.index].isEmpty && !hasPagesBelow[page.index]
    }

    /// Notes these, and all that they lead to.
    mutating func add(_ ids: some Sequence<ItemID>) {
        var open = Array(ids)
        while let id = open.popLast() {
            if isReached[id.index] { continue }
            isReached[id.index] = true
            if tops.contains(site.items[id.index].route.prefix(while: { $0 != "/" })) { open += site.pagesAbove(id) }
            for case .page(let next, _) in site.linkTargets[id.index].values.joined() { open.append(next) }
        }
    }
}

extension SiteGraph {
    /// Routes of pages that every public site has to offer: unless settings say otherwise, each page links to them,
    /// where they exist.
    package static let footerRoutes = ["about/", "accessibility/", "privacy/"]

    fileprivate var pagesOnEveryPage: [ItemID] {
        let footer = settings.footer == nil ? Self.footerRoutes : []
        return (settings.navigation.compactMap(\.value.route) + footer).compactMap { routes[$0] }
    }

    /// The pages of the folders around a page, to which it links above its title.
    fileprivate func pagesAbove(_ id: ItemID) -> [ItemID] {
        let route = items[id.index].route
        return route.indices.dropLast().filter { route[$0] == "/" }.compactMap { routes[String(route[...$0])] }
    }
}
