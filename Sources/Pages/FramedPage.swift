internal import Content
internal import Markdown
internal import Site
internal import Text
internal import Theme

/// One page as the bytes of its file: its template's output with its text spliced in, within the frame of its language.
struct FramedPage {
    private let shared: SiteRenderer
    private let page: PlannedPage
    private let scope: PageScope
    private let head: PageHead
    private let item: Item?
    /// `pages/community`.
    private let template: String
    private let context: Context
    private let hasDates: Bool
    private let hasSkills: Bool
    private let calendar: CalendarLink?

    init(_ shared: SiteRenderer, _ page: PlannedPage, _ model: some PageModel) {
        self.shared = shared
        self.page = page
        scope = model.scope
        head = model.head
        item = head.item.map { shared.site[$0] }
        template = model.template
        context = model.context
        calendar = model.calendar
        hasDates = model.hasDates || calendar != nil
        hasSkills = model.hasSkills
    }

    /// - Throws: `ThemeError` when the theme lacks the template.
    func render() throws -> [UInt8] {
        let main = try shared.theme.render(template, context)
        var out: [UInt8] = []
        let body = item.flatMap { $0.bodies[$0.bodyLanguage(for: scope.language)] }
        out.reserveCapacity(main.count + 6000 + (body?.markup.html.count ?? 0))
        shared.frames[scope.language]!.fill(to: &out) { slot, out in
            switch slot {
            case .root: HTMLEscape.append(scope.root, to: &out)
            case .title: HTMLEscape.append(pageTitle(head.windowTitle), to: &out)
            case .description: HTMLEscape.append(head.description, to: &out)
            case .head:
                out.append(contentsOf: (feedLink + markdownLink).utf8)
                out.append(contentsOf: (addresses() + (calendar?.headLink ?? "")).utf8)
                out.append(contentsOf: scope.ownAssets(of: template, hasDates: hasDates, hasSkills: hasSkills).utf8)
                LinkPreview(page.subject, head, address: canonicalAddress).append(to: &out)
                // If a page is not written in its language, its original has the data: search engines look there.
                if !isFallback { StructuredData(page.subject, head, address: canonicalAddress).append(to: &out) }
            case .main: appendMain(main, to: &out)
            case .languages: out.append(contentsOf: languageLinks().utf8)
            case .kind:
                out.append("page-")
                out.append(contentsOf: template.utf8.dropFirst("pages/".utf8.count))
            case .current(let section):
                if section == head.section {
                    out.append(
                        contentsOf: (page.route == scope.prefix + section
                            ? " aria-current=\"page\"" : " aria-current=\"true\"").utf8)
                }
            }
        }
        return out
    }

    /// What the page says, without the frame around it.
    ///
    /// - Throws: `ThemeError` when the theme lacks the template.
    func main() throws -> [UInt8] {
        var out: [UInt8] = []
        appendMain(try shared.theme.render(template, context), to: &out)
        return out
    }

    private func pageTitle(_ title: String) -> String {
        let site = scope.siteTitle
        return title == site || title.isEmpty ? site : "\(title) – \(site)"
    }

    // MARK: The frame's slots

    /// Template output with the item's own text in the place of its mark.
    private func appendMain(_ main: [UInt8], to out: inout [UInt8]) {
        // The only mark that a page's own template writes; content holds no such byte.
        guard let id = head.item, let start = main.firstIndex(of: 1), let end = main[(start + 1)...].firstIndex(of: 1)
        else { return out.append(contentsOf: main) }
        out.append(contentsOf: main[..<start])
        scope.appendBody(of: id, to: &out)
        // Ids of a text may occur only once on a page, so a theme that uses the text again gets nothing.
        var rest = main[(end + 1)...]
        while let mark = rest.firstIndex(of: 1) {
            out.append(contentsOf: rest[..<mark])
            rest = rest[(mark + 1)...].drop { $0 != 1 }.dropFirst()
        }
        out.append(contentsOf: rest)
    }

    /// The feed of the page itself; that of the site is in every frame.
    private var feedLink: String {
        let feed: PageLink? =
            switch page.subject {
            case .item(let id): scope.feed(of: id)
            case .section(let route, _): scope.feed(ofSection: route)
            default: nil
            }
        guard let feed, let url = feed.url else { return "" }
        return "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"\(HTMLEscape.text(feed.text))\""
            + "\(feed.attributes ?? "") href=\"\(url)\">\n"
    }

    private var markdownLink: String {
        guard scope.site.settings.markdownPages?.value == true, page.isListed else { return "" }
        return "<link rel=\"alternate\" type=\"text/markdown\" href=\"\(MarkdownPage.name)\">\n"
    }

    /// Canonical address and the addresses in other languages; only with a `base_url`.
    private func addresses() -> String {
        guard let base = shared.baseURL, let canonicalAddress else { return "" }
        func link(_ rel: String, _ address: String, _ language: String? = nil) -> String {
            "<link rel=\"\(rel)\"\(language.map { " hreflang=\"\($0)\"" } ?? "") "
                + "href=\"\(HTMLEscape.text(address))\">\n"
        }
        var out = link("canonical", canonicalAddress)
        if scope.site.languages.count > 1 {
            for code in scope.site.languages {
                let route = scope.site.prefix(of: code) + bareRoute
                out += link("alternate", base + shared.href(route), code)
            }
        }
        return out
    }

    /// Where search engines look for what is on the page; `nil` where they do not, and without a `base_url`.
    private var canonicalAddress: String? {
        if case .notFound = page.subject { return nil }
        return shared.baseURL.map {
            $0 + shared.href(isFallback ? bareRouteOfOriginal(bareRoute) : scope.prefix + bareRoute)
        }
    }

    /// The address without the folder of its language; for the month of the build, which has two, the permanent one.
    private var bareRoute: String {
        if case .month(let month, _) = page.subject, month == shared.dates.window.month {
            return SiteGraph.calendarRoute
        }
        return String(page.route.dropFirst(scope.prefix.count))
    }

    private var isFallback: Bool {
        guard case .item(let id) = page.subject else { return false }
        return !scope.site[id].isWritten(in: scope.language) && scope.site.languages.contains(scope.site[id].language)
    }

    private func bareRouteOfOriginal(_ bare: String) -> String {
        guard case .item(let id) = page.subject else { return page.route }
        return scope.site.prefix(of: scope.site[id].language) + bare
    }

    /// The same page in the site's other languages: a link to the only one, or a list that opens.
    private func languageLinks() -> String {
        guard scope.site.languages.count > 1 else { return "" }
        var bare = String(page.route.dropFirst(scope.prefix.count))
        if case .notFound = page.subject { bare = "" }
        func name(_ code: String) -> String { HTMLEscape.text(shared.strings[code]!.ownName) }
        func link(_ code: String) -> String {
            let href = HTMLEscape.text(scope.root + shared.href(scope.site.prefix(of: code) + bare))
            return
                "<a hreflang=\"\(code)\"\(scope.strings.attributes(of: code) ?? "") href=\"\(href)\">\(name(code))</a>"
        }
        let others = scope.site.languages.filter { $0 != scope.language }
        if others.count == 1 { return link(others[0]) }
        let items = others.map { "<li>\(link($0))</li>" }.joined(separator: "\n")
        let what = HTMLEscape.text(scope.strings["languages"] + scope.strings["colon"])
        return
            "<details>\n<summary><span class=\"visually-hidden\">\(what) </span>\(name(scope.language))</summary>\n"
            + "<ul>\n\(items)\n</ul>\n</details>"
    }

}
