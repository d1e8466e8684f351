internal import Content
internal import Site
internal import Theme

/// The map by itself, for a frame in another site: a whole document, whose links leave the frame: `embed.mustache`.
struct EmbedPage: TemplateModel {
    let scope: PageScope

    /// - Throws: `ThemeError` when the theme lacks the template.
    func render() throws -> [UInt8] { try scope.shared.theme.render("embed", context) }

    private var assets: ThemeAssets { scope.shared.assets }

    static let slots = SlotTable<EmbedPage>(
        "embed", "The map by itself, for a frame in another site.",
        including: [MapPicture.slots.of { MapPicture($0.scope, in: .frame) }]
    ) {
        Slot.words("t", "the words of the interface by their keys") { $0.scope.strings }
        Slot.text("lang", "the language") { $0.scope.language }
        Slot.text("dir", "`ltr` or `rtl`") { TextDirection.of($0.scope.language).rawValue }
        Slot.text("title", "of the map") { $0.scope.sectionTitle("map/").text }
        Slot.text("site_title", "of the site") { $0.scope.siteTitle }
        Slot.text("map_url", "the map in the site") { $0.scope.url(section: "map/") }
        Slot.text("style", "the stylesheet") { $0.scope.root + $0.assets.style.route }
        Slot.text("icon", "for the tab of the browser") { $0.scope.root + $0.assets.icon.route }
        Slot.text("script", "the script") { $0.scope.root + $0.assets.script.route }
        Slot.text("head_script", "the script that runs before anything is drawn") {
            $0.scope.root + $0.assets.headScript.route
        }
        Slot.text("search_script", "the script of the search, by which words on the map mean the same") { page in
            page.assets.components["search"]?.first { $0.route.hasSuffix(".js") }.map { page.scope.root + $0.route }
        }
        Slot.html("own_assets", "the map's own style and script") { $0.scope.ownAssets(of: "pages/map") }
    }
}
