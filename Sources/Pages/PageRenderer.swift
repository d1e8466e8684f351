internal import Content
internal import Markdown
internal import Site
internal import Text
internal import Theme

/// Renders one page: context, template, then the bytes of the frame around it and of the text within it.
struct PageRenderer {
    let shared: SiteRenderer
    let page: PlannedPage
    let scope: PageScope

    init(_ shared: SiteRenderer, _ page: PlannedPage) {
        self.shared = shared
        self.page = page
        scope = shared.scope(of: page)
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

    func set(_ facts: [Context?], to context: inout Context) {
        context.set("facts", .section(facts.compactMap { $0 }))
    }

    func set(sections: [Context?], to context: inout Context) {
        context.set("sections", .list(sections.compactMap { $0 }))
    }

    func render() throws -> [UInt8] {
        let parts = parts()
        let main = try shared.theme.render(parts.template, parts.context)
        var out: [UInt8] = []
        let body = parts.item.flatMap { $0.bodies[$0.bodyLanguage(for: scope.language)] }
        out.reserveCapacity(main.utf8.count + 6000 + (body?.markup.html.count ?? 0))
        shared.frames[scope.language]!.fill(to: &out) { slot, out in
            switch slot {
            case .root: HTMLEscape.append(scope.root, to: &out)
            case .title: HTMLEscape.append(pageTitle(parts.title), to: &out)
            case .description: HTMLEscape.append(parts.description, to: &out)
            case .head: out.append(contentsOf: (addresses() + scope.ownAssets(of: parts.template)).utf8)
            case .main: appendMain(main, parts, to: &out)
            case .languages: out.append(contentsOf: languageLinks().utf8)
            case .kind: out.append(contentsOf: parts.template.replacing("pages/", with: "page-").utf8)
            case .current(let section):
                if section == parts.section {
                    out.append(
                        contentsOf: (page.route == scope.prefix + section
                            ? " aria-current=\"page\"" : " aria-current=\"true\"").utf8)
                }
            }
        }
        return out
    }

    private func pageTitle(_ title: String) -> String {
        let site = scope.siteTitle
        return title == site || title.isEmpty ? site : "\(title) – \(site)"
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
        let bodyLanguage = item.bodyLanguage(for: scope.language)
        guard let body = item.bodies[bodyLanguage] else { return }
        let targets = scope.site.linkTargets[id.index][bodyLanguage] ?? []
        let words = shared.strings[bodyLanguage] ?? scope.strings
        body.markup.append(to: &out, words: words.text) { index in
            guard targets.indices.contains(index) else { return .text }
            switch targets[index] {
            case .page(let target, let fragment):
                let title = scope.title(of: target)
                return .to(
                    scope.url(of: target) + (fragment.map { "#" + $0 } ?? ""), label: title.text,
                    labelAttributes: words.attributes(of: title.language))
            case .route(let route, let fragment):
                return .to(scope.url(section: route) + (fragment.map { "#" + $0 } ?? ""))
            case .asset(let path, let suffix):
                return .to(scope.root + PageScope.encoded(path) + suffix, size: scope.site.imageSizes[path])
            case .here(let fragment): return .to("#" + fragment)
            case .none: return .text
            }
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
        let bare = String(page.route.dropFirst(scope.prefix.count))
        var out = link("canonical", isFallback ? bareRouteOfOriginal(bare) : page.route)
        if scope.site.languages.count > 1 {
            for code in scope.site.languages {
                out += link("alternate", Routes.prefix(of: code, in: scope.site) + bare, code)
            }
        }
        return out
    }

    private var isFallback: Bool {
        guard case .item(let id) = page.subject else { return false }
        return !scope.site[id].isWritten(in: scope.language) && scope.site.languages.contains(scope.site[id].language)
    }

    private func bareRouteOfOriginal(_ bare: String) -> String {
        guard case .item(let id) = page.subject else { return page.route }
        return Routes.prefix(of: scope.site[id].language, in: scope.site) + bare
    }

    /// The same page in the scope.site's other languages: a link to the one, or a list that opens.
    private func languageLinks() -> String {
        guard scope.site.languages.count > 1 else { return "" }
        var bare = String(page.route.dropFirst(scope.prefix.count))
        if case .notFound = page.subject { bare = "" }
        func name(_ code: String) -> String { HTMLEscape.text(shared.strings[code]!["language_name"]) }
        func link(_ code: String) -> String {
            let href = HTMLEscape.text(scope.root + shared.href(Routes.prefix(of: code, in: scope.site) + bare))
            return
                "<a hreflang=\"\(code)\"\(scope.strings.attributes(of: code) ?? "") href=\"\(href)\">\(name(code))</a>"
        }
        let others = scope.site.languages.filter { $0 != scope.language }
        if others.count == 1 { return link(others[0]) }
        let items = others.map { "<li>\(link($0))</li>" }.joined(separator: "\n")
        return "<details>\n<summary>\(name(scope.language))</summary>\n<ul>\n\(items)\n</ul>\n</details>"
    }

}
