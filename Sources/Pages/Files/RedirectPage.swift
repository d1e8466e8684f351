internal import Content
internal import Site
internal import Theme

/// The page at an old address: sends readers on, with a link for browsers that do not follow by themselves.
struct RedirectPage {
    private let shared: SiteRenderer
    private let page: PlannedPage
    private let target: ItemID

    init(_ shared: SiteRenderer, _ page: PlannedPage, _ target: ItemID) {
        self.shared = shared
        self.page = page
        self.target = target
    }

    func render() throws -> [UInt8] { Array(try shared.theme.render("redirect", context).utf8) }

    var context: Context {
        let scope = shared.scope(of: page)
        return [
            "t": .strings(scope.strings), "lang": .text(page.language),
            "dir": .text(TextDirection.of(page.language).rawValue),
            "title": .text(scope.title(of: target).text),
            "url": .text(scope.root + scope.prefix + shared.site[target].route + "index.html"),
            "style": .text(scope.root + shared.assets.style.route),
            "canonical": .text(shared.baseURL.map { $0 + shared.href(shared.site[target].route) }),
        ]
    }
}
