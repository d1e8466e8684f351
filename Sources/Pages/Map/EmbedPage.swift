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
        let renderer = PageRenderer(shared, page)
        var context: Context = [
            "t": .strings(renderer.strings), "lang": .text(page.language),
            "dir": .text(TextDirection.of(page.language).rawValue),
            "title": .text(renderer.sectionTitle("map/").text), "site_title": .text(renderer.siteTitle),
            "map_url": .text(renderer.url(section: "map/")),
            "style": .text(renderer.root + shared.assets.style.route),
            "head_script": .text(renderer.root + shared.assets.headScript.route),
            "icon": .text(renderer.root + shared.assets.icon.route),
            "script": .text(renderer.root + shared.assets.script.route),
            "own_assets": .text(renderer.ownAssets(of: "pages/map")), "target": .text(" target=\"_top\""),
        ]
        MapPicture(renderer).add(to: &context)
        MapPage(renderer).addScript(to: &context)
        return context
    }
}
