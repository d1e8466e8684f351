internal import Site

/// Addresses at which the program may make a page of its own, because no content and no old address is there.
struct FreeRoutes {
    private let site: SiteGraph
    private let redirects: Set<String>

    init(_ site: SiteGraph) {
        self.site = site
        redirects = Set(site.redirects.map(\.from))
    }

    func contains(_ route: String) -> Bool {
        site.routes[route] == nil && redirects.isDisjoint(with: [route, route + "index.html"])
    }
}
