internal import Site

/// Addresses of pages in the site's languages.
enum Routes {
    /// The folder of a language: empty for the default one, else `cy/`.
    static func prefix(of language: String, in site: SiteGraph) -> String {
        language == site.defaultLanguage ? "" : language + "/"
    }

    /// From a page to the site's root: `./` or `../` once a folder.
    static func root(from route: String) -> String {
        let depth = route.utf8.count { $0 == UInt8(ascii: "/") }
        return depth == 0 ? "./" : String(repeating: "../", count: depth)
    }
}
