internal import Content
internal import Site
internal import Theme

/// The page of search results: what its script needs, and the lists to browse, which are all there is without script:
/// `pages/search.mustache`.
struct SearchPage: PageModel {
    let head: PageHead

    static let route = "search/"

    static let slots = SlotTable<SearchPage>("pages/search", "Search results.", including: [.head]) {
        Slot.text("index", "what the script must know of the index, as JSON") {
            $0.scope.shared.search().indexes[$0.scope.language]?.manifest
        }
        Slot.text("names_url", "communities and terms, the small file of the search") {
            $0.scope.root + SiteSearch.names($0.scope.language)
        }
        Slot.rows("lists", "lists to browse") { $0.lists }
        Slot.text("add_url", "where what is missing is added") { $0.scope.addURL(.community) }
        Slot.text("add_name_url", "where it says how a profession gets another name, or is added") { page in
            let scope = page.scope
            return scope.site.routes[Self.aboutNames].map { scope.url(of: $0) + "#to-be-found" } ?? scope.addURL(.role)
        }
    }

    private static let aboutNames = SiteSearch.aboutProgram + "the-search/"

    /// Those that have something in them.
    private var lists: [AddressLine] {
        let routes =
            ["communities/"] + TermKind.allCases.map { $0.folder + "/" } + [
                "events/", "writeups/", "resources/", "people/", "handbook/",
            ]
        return routes.filter(hasEntries).map {
            AddressLine(text: scope.sectionTitle($0).text, url: scope.url(section: $0))
        }
    }

    private func hasEntries(_ route: String) -> Bool {
        Kind.allCases.first { kind in kind.folder.map { $0 + "/" == route } ?? false }.map {
            !scope.site.all($0).isEmpty
        } ?? false
    }
}
