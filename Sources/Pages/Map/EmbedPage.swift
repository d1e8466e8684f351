internal import Content
internal import Site
internal import Theme

/// The map by itself, for a frame in another site: a whole document, whose links leave the frame.
struct EmbedPage {
    private let shared: SiteRenderer
    private let page: PlannedPage

    init(_ shared: SiteRenderer, _ page: PlannedPage) {
        self.shared = shared
        self.page = page
    }

    func render() throws -> [UInt8] { Array(try shared.theme.render("embed", context).utf8) }

    var context: Context {
        let scope = shared.scope(of: page)
        var context: Context = [
            "t": .strings(scope.strings), "lang": .text(page.language),
            "dir": .text(TextDirection.of(page.language).rawValue),
            "title": .text(scope.sectionTitle("map/").text), "site_title": .text(scope.siteTitle),
            "map_url": .text(scope.url(section: "map/")),
            "style": .text(scope.root + shared.assets.style.route),
            "head_script": .text(scope.root + shared.assets.headScript.route),
            "icon": .text(scope.root + shared.assets.icon.route),
            "script": .text(scope.root + shared.assets.script.route),
            "own_assets": .text(scope.ownAssets(of: "pages/map")), "target": .text(" target=\"_top\""),
        ]
        MapPicture(scope, in: .frame).add(to: &context)
        MapPage(scope).addScript(to: &context)
        return context
    }
}
