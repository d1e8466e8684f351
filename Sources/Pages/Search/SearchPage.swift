internal import Content
internal import Site
internal import Theme

/// The page of search results: what its script needs, and the lists to browse, which are all there is without script.
struct SearchPage {
    private let scope: PageScope

    init(_ scope: PageScope) { self.scope = scope }

    func add(to context: inout Context) {
        let index = scope.shared.search().indexes[scope.language]
        context.set("index", .text(index?.manifest))
        let routes =
            ["communities/"] + TermKind.allCases.map { $0.folder + "/" } + [
                "events/", "writeups/", "resources/", "people/", "handbook/",
            ]
        let lists = routes.filter { !scope.isEmptyList($0) }.map {
            ["text": .text(scope.sectionTitle($0).text), "url": .text(scope.url(section: $0))] as Context
        }
        context.set("lists", .section(lists))
        context.set("add_url", .text(scope.addURL(.community)))
    }
}

extension PageScope {
    /// Whether a list that the program makes has nothing in it.
    func isEmptyList(_ route: String) -> Bool {
        Kind.allCases.first { kind in kind.folder.map { $0 + "/" == route } ?? false }.map { site.all($0).isEmpty }
            ?? true
    }
}
