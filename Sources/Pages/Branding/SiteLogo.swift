internal import Content
package import Site
internal import Text
package import Theme

/// Where the files of a site's logo are published.
package struct SiteLogo {
    private let site: SiteGraph
    private let own: [String: ThemeAssets.Asset]

    /// - Parameter own: pictures and fonts of the theme.
    package init(_ site: SiteGraph, _ own: [String: ThemeAssets.Asset]) {
        self.site = site
        self.own = own
    }

    /// The address of a file below the site's root: a picture of the content, else a file of the theme.
    ///
    /// - Returns: `nil` where there is neither.
    package func route(of file: String) -> String? {
        if let path = LinkPath(file).resolved(from: "site.yaml"), site.imageSizes[path] != nil {
            return PercentEncoding.path(SiteGraph.address(ofAsset: path))
        }
        return own[file]?.route
    }

    /// Files that may be named.
    package var names: [String] { site.imageSizes.keys.sorted().map { "/" + $0 } + own.keys.sorted() }
}

/// The logo in the header.
struct LogoModel: TemplateModel {
    let url: String
    let dark: String?
    let alt: String?

    static let slots = SlotTable<LogoModel>("logo", "The picture beside the name of the site.") {
        Slot.html("url", "its address") { $0.url }
        Slot.html("dark_url", "its address on a dark page, where that is another one") { $0.dark }
        Slot.text("alt", "what it says besides the name of the site") { $0.alt }
    }
}
