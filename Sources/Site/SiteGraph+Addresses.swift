/// Where pages are once the site is published.
extension SiteGraph {
    /// With a `/` at its end.
    package var baseURL: String? { settings.baseURL.map { $0.value.hasSuffix("/") ? $0.value : $0.value + "/" } }

    /// The address of a page for a link from the site's root, in the site's style of links.
    package func href(_ route: String) -> String {
        let isFolder = route.isEmpty || route.hasSuffix("/")
        return isFolder && settings.links?.value == .files ? route + "index.html" : route
    }

    /// The folder of a language: empty for the default one, else `cy/`.
    package func prefix(of language: String) -> String { language == defaultLanguage ? "" : language + "/" }
}
