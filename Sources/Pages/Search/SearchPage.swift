internal import Content
internal import Site
internal import Theme

/// The page of search results: what its script needs, and the lists to browse, which are all there is without script.
struct SearchPage {
    private let page: PageRenderer

    init(_ page: PageRenderer) { self.page = page }

    func add(to context: inout Context) {
        let index = page.shared.search().indexes[page.language]
        context.set("index", .text(index?.manifest))
        let routes =
            ["communities/"] + TermKind.allCases.map { $0.folder + "/" } + [
                "events/", "writeups/", "resources/", "people/", "handbook/",
            ]
        let lists = routes.filter { !page.isEmptyList($0) }.map {
            ["text": .text(page.sectionTitle($0).text), "url": .text(page.url(section: $0))] as Context
        }
        context.set("lists", .section(lists))
        context.set("add_url", .text(page.addURL(.community)))
    }
}

extension PageRenderer {
    /// Whether a list that the program makes has nothing in it.
    func isEmptyList(_ route: String) -> Bool {
        Kind.allCases.first { kind in kind.folder.map { $0 + "/" == route } ?? false }.map { site.all($0).isEmpty }
            ?? true
    }
}
