internal import Content
internal import Site
internal import Theme

/// Where a page is made: the site, a language and an address. It says how things are called, linked and listed there,
/// and knows no kind of page.
///
/// A class, so that handing it on counts one reference.
final class PageScope: Sendable {
    let shared: SiteRenderer
    let strings: Strings
    /// From the page to the site's root: `../../`.
    let root: String
    /// The folder of the language: empty for the default one, else `cy/`.
    let prefix: String
    /// The community that this part of the site belongs to; names of its parts do not repeat its name there.
    let home: ItemID?

    var site: SiteGraph { shared.site }

    /// Lent, not copied: a copy would count a reference for each of its lists.
    var derived: Derived {
        _read { yield shared.derived }
    }

    var language: String { strings.language }

    /// - Parameter root: the way from the page to the site's root, with a `/` at its end.
    init(_ shared: SiteRenderer, language: String, root: String, home: ItemID? = nil) {
        self.shared = shared
        strings = shared.strings[language]!
        prefix = shared.site.prefix(of: language)
        self.root = root
        self.home = home
    }
}

extension SiteRenderer {
    func scope(of page: PlannedPage) -> PageScope {
        switch page.subject {
        // Shown at any address, so its links start at the host's root.
        case .notFound: PageScope(self, language: page.language, root: baseURL.flatMap(Self.path(ofBaseURL:)) ?? "/")
        case .item(let id):
            PageScope(self, language: page.language, root: Routes.root(from: page.route), home: site[id].community)
        case .months(let community):
            PageScope(self, language: page.language, root: Routes.root(from: page.route), home: community)
        default: PageScope(self, language: page.language, root: Routes.root(from: page.route))
        }
    }

    /// `/map/` of `https://example.gov/map/`.
    private static func path(ofBaseURL url: String) -> String? {
        guard let host = url.firstRange(of: "://")?.upperBound, let slash = url[host...].firstIndex(of: "/") else {
            return nil
        }
        return String(url[slash...])
    }
}
