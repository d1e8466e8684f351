internal import Content
internal import Markdown
internal import Site
internal import Text
internal import Theme

/// Renders one page: context, template, then the bytes of the frame around it and of the text within it.
struct PageRenderer {
    let shared: SiteRenderer
    let page: PlannedPage
    let strings: Strings
    /// From this page to the site's root.
    let root: String
    let prefix: String

    /// Lent, not copied: a copy would count a reference for each of the site's arrays, and this is asked for often.
    var site: SiteGraph {
        _read { yield shared.site }
    }

    var derived: Derived {
        _read { yield shared.derived }
    }

    var language: String { page.language }

    init(_ shared: SiteRenderer, _ page: PlannedPage) {
        self.shared = shared
        self.page = page
        strings = shared.strings[page.language]!
        prefix = Routes.prefix(of: page.language, in: shared.site)
        if case .notFound = page.subject {
            // Shown at any address, so its links start at the host's root.
            root = shared.baseURL.flatMap(Self.path(ofBaseURL:)) ?? "/"
        } else {
            root = Routes.root(from: page.route)
        }
    }

    /// `/map/` of `https://example.gov/map/`.
    private static func path(ofBaseURL url: String) -> String? {
        guard let host = url.firstRange(of: "://")?.upperBound, let slash = url[host...].firstIndex(of: "/") else {
            return nil
        }
        return String(url[slash...])
    }

    /// What a page consists of, before the frame is put around it.
    struct Parts {
        var template: String
        var title: String
        var description: String
        /// The section of the menu that this page belongs to.
        var section: String
        var context: Context
        var item: Item?
        var itemID: ItemID?
    }

    func render() throws -> [UInt8] {
        let parts = parts()
        let main = try shared.theme.render(parts.template, parts.context)
        var out: [UInt8] = []
        let body = parts.item.flatMap { $0.bodies[$0.bodyLanguage(for: language)] }
        out.reserveCapacity(main.utf8.count + 6000 + (body?.markup.html.count ?? 0))
        shared.frames[language]!.fill(to: &out) { slot, out in
            switch slot {
            case .root: HTMLEscape.append(root, to: &out)
            case .title: HTMLEscape.append(pageTitle(parts.title), to: &out)
            case .description: HTMLEscape.append(parts.description, to: &out)
            case .head: out.append(contentsOf: (addresses() + ownAssets(of: parts.template)).utf8)
            case .main: appendMain(main, parts, to: &out)
            case .languages: out.append(contentsOf: languageLinks().utf8)
            case .kind: out.append(contentsOf: parts.template.replacing("pages/", with: "page-").utf8)
            case .current(let section):
                if section == parts.section {
                    out.append(
                        contentsOf: (page.route == prefix + section
                            ? " aria-current=\"page\"" : " aria-current=\"true\"").utf8)
                }
            }
        }
        return out
    }

    private func pageTitle(_ title: String) -> String {
        let site = siteTitle
        return title == site || title.isEmpty ? site : "\(title) – \(site)"
    }

    var siteTitle: String { text(site.settings.title?.value)?.text ?? "" }

    func text(_ value: LocalizedText?) -> (text: String, language: String)? {
        value?.text(in: language, fileLanguage: site.defaultLanguage)
    }

    // MARK: The frame's slots

    /// Template output with the item's own text in the place of its mark.
    private func appendMain(_ main: String, _ parts: Parts, to out: inout [UInt8]) {
        var main = main
        main.withUTF8 { bytes in
            // The only mark that a page's own template writes; content holds no such byte.
            guard let id = parts.itemID, let item = parts.item, let start = bytes.firstIndex(of: 1),
                let end = bytes[(start + 1)...].firstIndex(of: 1)
            else {
                out.append(contentsOf: bytes)
                return
            }
            out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[..<start]))
            appendBody(of: id, item, to: &out)
            // Ids of a text may stand on a page only once, so a theme that asks for it again gets nothing.
            for (index, part) in bytes[(end + 1)...].split(separator: 1, omittingEmptySubsequences: false).enumerated()
            where index.isMultiple(of: 2) {
                out.append(contentsOf: part)
            }
        }
    }

    private func appendBody(of id: ItemID, _ item: Item, to out: inout [UInt8]) {
        let bodyLanguage = item.bodyLanguage(for: language)
        guard let body = item.bodies[bodyLanguage] else { return }
        let targets = site.linkTargets[id.index][bodyLanguage] ?? []
        let words = shared.strings[bodyLanguage] ?? strings
        body.markup.append(to: &out, words: words.text) { index in
            guard targets.indices.contains(index) else { return .text }
            switch targets[index] {
            case .page(let target, let fragment):
                let title = self.title(of: target)
                return .to(
                    url(of: target) + (fragment.map { "#" + $0 } ?? ""), label: title.text,
                    labelAttributes: words.attributes(of: title.language))
            case .route(let route, let fragment): return .to(url(section: route) + (fragment.map { "#" + $0 } ?? ""))
            case .asset(let path, let suffix):
                return .to(root + Self.encoded(path) + suffix, size: site.imageSizes[path])
            case .here(let fragment): return .to("#" + fragment)
            case .none: return .text
            }
        }
    }

    /// Spaces and other characters of file names as URLs write them; slashes stay.
    static func encoded(_ path: String) -> String {
        path.utf8.reduce(into: "") { out, byte in
            let isPlain =
                (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
                || "-._~/".utf8.contains(byte)
            out +=
                isPlain
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
    }

    /// Canonical address and the addresses in other languages; only with a `base_url`.
    private func addresses() -> String {
        guard let base = shared.baseURL else { return "" }
        if case .notFound = page.subject { return "" }
        func link(_ rel: String, _ route: String, _ language: String? = nil) -> String {
            "<link rel=\"\(rel)\"\(language.map { " hreflang=\"\($0)\"" } ?? "") "
                + "href=\"\(HTMLEscape.text(base + shared.href(route)))\">\n"
        }
        let bare = String(page.route.dropFirst(prefix.count))
        var out = link("canonical", isFallback ? bareRouteOfOriginal(bare) : page.route)
        if site.languages.count > 1 {
            for code in site.languages { out += link("alternate", Routes.prefix(of: code, in: site) + bare, code) }
        }
        return out
    }

    /// Links to the styles and scripts of the large components that a template has.
    func ownAssets(of template: String) -> String {
        if let own = ["pages/search": "search", "pages/add": "add"][template] {
            return links(to: shared.assets.components[own] ?? [])
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

    private func links(to assets: [ThemeAssets.Asset]) -> String {
        assets.map { asset in
            let address = HTMLEscape.text(root + asset.route)
            return asset.route.hasSuffix(".css")
                ? "<link rel=\"stylesheet\" href=\"\(address)\">\n" : "<script src=\"\(address)\" defer></script>\n"
        }.joined()
    }

    private var isFallback: Bool {
        guard case .item(let id) = page.subject else { return false }
        return !site[id].isWritten(in: language) && site.languages.contains(site[id].language)
    }

    private func bareRouteOfOriginal(_ bare: String) -> String {
        guard case .item(let id) = page.subject else { return page.route }
        return Routes.prefix(of: site[id].language, in: site) + bare
    }

    /// The same page in the site's other languages: a link to the one, or a list that opens.
    private func languageLinks() -> String {
        guard site.languages.count > 1 else { return "" }
        var bare = String(page.route.dropFirst(prefix.count))
        if case .notFound = page.subject { bare = "" }
        func name(_ code: String) -> String { HTMLEscape.text(shared.strings[code]!["language_name"]) }
        func link(_ code: String) -> String {
            let href = HTMLEscape.text(root + shared.href(Routes.prefix(of: code, in: site) + bare))
            return "<a hreflang=\"\(code)\"\(strings.attributes(of: code) ?? "") href=\"\(href)\">\(name(code))</a>"
        }
        let others = site.languages.filter { $0 != language }
        if others.count == 1 { return link(others[0]) }
        let items = others.map { "<li>\(link($0))</li>" }.joined(separator: "\n")
        return "<details>\n<summary>\(name(language))</summary>\n<ul>\n\(items)\n</ul>\n</details>"
    }

    // MARK: Addresses

    /// The page of an item in this page's language.
    func url(of id: ItemID) -> String { root + shared.href(prefix + site[id].route) }

    func url(section: String) -> String { root + shared.href(prefix + section) }
}
