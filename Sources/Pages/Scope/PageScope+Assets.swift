internal import Text
internal import Theme

extension PageScope {
    /// Links to the styles and scripts of the large components that a template has.
    func ownAssets(of template: String, hasDates: Bool = false, hasSkills: Bool = false) -> String {
        let dates =
            hasDates
            ? links(to: shared.assets.components["calendar"] ?? [], attributes: shared.timeWords[language]!) : ""
        let skills = hasSkills ? links(to: shared.assets.components["skills"] ?? []) : ""
        return largeAssets(of: template) + dates + skills
    }

    private func largeAssets(of template: String) -> String {
        let owners = ["pages/search": "search", "pages/add": "add", "pages/calendar": "months"]
        if let own = owners[template] {
            return links(to: shared.assets.components[own] ?? [])
        }
        if template == ThemeAssets.support {
            let map = (shared.assets.components["map"] ?? []).filter { $0.route.hasSuffix(".css") }
            return links(to: map + (shared.assets.components[template] ?? []))
        }
        guard ["pages/map", "pages/home", "pages/community", "pages/coverage", "pages/guild"].contains(template) else {
            return ""
        }
        // Only the map itself can be worked with.
        let own = (shared.assets.components["map"] ?? []).filter {
            template == "pages/map" || $0.route.hasSuffix(".css")
        }
        return links(to: own)
    }

    private func links(to assets: [ThemeAssets.Asset], attributes: String = "") -> String {
        assets.map { asset in
            let address = HTMLEscape.text(root + asset.route)
            return asset.route.hasSuffix(".css")
                ? "<link rel=\"stylesheet\" href=\"\(address)\">\n"
                : "<script src=\"\(address)\" defer\(attributes)></script>\n"
        }.joined()
    }
}
