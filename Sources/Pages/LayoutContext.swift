internal import Content
internal import Site
internal import Text
internal import Theme

/// The words and links around every page of one language: `layout.mustache`.
struct LayoutContext: TemplateModel {
    let site: SiteGraph
    let strings: Strings
    let assets: ThemeAssets

    private var root: String { Frame.mark("root") }
    private var prefix: String { site.prefix(of: strings.language) }

    private func href(_ route: String) -> String { root + site.href(route) }

    static let slots = SlotTable<LayoutContext>(
        "layout", "Everything around a page; made once a language, and filled for each page.",
        including: [marks, files, links])

    /// What each page fills.
    private static let marks = SlotTable<LayoutContext>("layout") {
        Slot.words("t", "the words of the interface by their keys") { $0.strings }
        Slot.text("lang", "language of the page") { $0.strings.language }
        Slot.text("dir", "`ltr` or `rtl`") { TextDirection.of($0.strings.language).rawValue }
        Slot.html("title", "of the page and the site") { _ in Frame.mark("title") }
        Slot.html("description", "for search engines") { _ in Frame.mark("description") }
        Slot.html("head", "links and data for the `head` of the page") { _ in Frame.mark("head") }
        Slot.html("main", "the page itself") { _ in Frame.mark("main") }
        Slot.html("kind", "`page-community` and so on, for `class`") { _ in Frame.mark("kind") }
        Slot.html("languages", "the same page in the other language as a link, or in several as a list that opens") {
            $0.site.languages.count > 1 ? Frame.mark("languages") : nil
        }
    }

    /// Addresses of what belongs to the theme and the search.
    private static let files = SlotTable<LayoutContext>("layout") {
        Slot.html("style", "address of the style sheet") { $0.root + $0.assets.style.route }
        Slot.html("script", "address of the script") { $0.root + $0.assets.script.route }
        Slot.html("head_script", "address of the script that runs before anything is drawn") {
            $0.root + $0.assets.headScript.route
        }
        Slot.html("icon", "address of the icon") { $0.root + $0.assets.icon.route }
        Slot.html("home_url", "address of the home page") { $0.href($0.prefix) }
        Slot.html("search_url", "where a search leads") { $0.href($0.prefix + "search/") }
        Slot.html("root", "the way to the site's root") { $0.root }
        Slot.html("search_names", "communities and terms, for suggestions") {
            $0.root + SiteSearch.names($0.strings.language)
        }
        Slot.html("search_folder", "where the files of the search are") {
            $0.root + SiteSearch.folder($0.strings.language)
        }
        Slot.html("search_script", "the script of the search") { $0.search(".js") }
        Slot.html("search_style", "its styles") { $0.search(".css") }
    }

    /// The site, its menu and its footer.
    private static let links = SlotTable<LayoutContext>("layout") {
        Slot.text("site_title", "what the site is called") { $0.siteTitle?.text }
        Slot.html("site_title_attributes", "`lang` and `dir`, for the tag around the title") { layout in
            layout.siteTitle.flatMap { layout.strings.attributes(of: $0.language) }
        }
        Slot.object("logo", "the picture beside the title, where the settings name one") { $0.logo }
        Slot.list("menu", "sections of the site") { $0.menu }
        Slot.html("feed_url", "address of the feed") {
            $0.site.settings.baseURL == nil ? nil : $0.root + $0.prefix + SiteGraph.feedName
        }
        Slot.flag("noindex", "whether search engines should stay away") { $0.site.settings.indexed?.value == false }
        Slot.object("licence", "of the content") { $0.site.settings.licence.map($0.licence) }
        Slot.object("contact", "who to contact") { $0.site.settings.contact.map($0.contact) }
        Slot.list("pages", "the entries of the footer: about, accessibility, privacy") { $0.footerPages }
        Slot.text("add_url", "where an entry is made") { $0.href($0.prefix + "add/") }
        Slot.text("repository", "where the content is kept") { $0.site.settings.repository?.value.url?.value }
    }
    private func search(_ ending: String) -> String? {
        assets.components["search"]?.first { $0.route.hasSuffix(ending) }.map { root + $0.route }
    }

    private var logo: LogoModel? {
        guard let logo = site.settings.logo?.value, let file = logo.file?.value else { return nil }
        let files = SiteLogo(site, assets.own)
        guard let route = files.route(of: file) else { return nil }
        let alt = logo.alt?.value.text(in: strings.language, fileLanguage: site.defaultLanguage)
        return LogoModel(
            url: root + route, dark: logo.dark.flatMap { files.route(of: $0.value) }.map { root + $0 }, alt: alt?.text)
    }

    private var siteTitle: (text: String, language: String)? {
        site.settings.title?.value.text(in: strings.language, fileLanguage: site.defaultLanguage)
    }

    private func contact(_ contact: Located<String>) -> AddressLine {
        switch ContactWay(contact.value) {
        case .link(let url, let shown): AddressLine(text: shown, url: url)
        case .text: AddressLine(text: contact.value, url: nil)
        }
    }

    /// The name of a licence, with its text in the list of them where the name has the form of those (SPDX).
    private func licence(_ licence: Located<String>) -> AddressLine {
        let isName =
            licence.value.contains("-")
            && licence.value.utf8.allSatisfy {
                "-.0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8.contains($0)
            }
        return AddressLine(
            text: licence.value, url: isName ? "https://spdx.org/licenses/\(licence.value).html" : nil)
    }

    /// Unless settings say otherwise: the sections that have something in them.
    private var menu: [NavigationLink] {
        if let entries = site.settings.menu { return entries.value.compactMap { link(to: $0.value) } }
        var routes = ["map/", "communities/"]
        if !site.all(.event).isEmpty { routes.append("events/") }
        if !site.all(.resource).isEmpty { routes.append("resources/") }
        if !site.all(.chapter).isEmpty { routes.append("handbook/") }
        return routes.compactMap { link(to: $0) }
    }

    /// Unless settings say otherwise: pages that every public site has to offer, where they exist.
    private var footerPages: [NavigationLink] {
        if let entries = site.settings.footer { return entries.value.compactMap { link(to: $0.value) } }
        return SiteGraph.footerRoutes.filter { site.routes[$0] != nil }.compactMap { link(to: $0) }
    }

    private func link(to entry: NavigationEntry) -> NavigationLink? {
        let title = entry.title?.value.text(in: strings.language, fileLanguage: site.defaultLanguage)
        if let route = entry.route { return link(to: route, title) }
        guard let url = entry.url?.value else { return nil }
        return NavigationLink(
            text: title?.text ?? url,
            attributes: (title.flatMap { strings.attributes(of: $0.language) } ?? "") + " rel=\"noopener\"",
            url: HTMLEscape.text(url), current: "")
    }

    /// - Returns: `nil` where there is no such page.
    private func link(to route: String, _ own: (text: String, language: String)? = nil) -> NavigationLink? {
        let isGenerated = SiteGraph.generatedRoutes.contains(route)
        let title: (text: String, language: String)
        if !isGenerated, let introduction = site.introductions[route], site[introduction].common.title != nil {
            title = own ?? site[introduction].title(in: strings.language)
        } else if isGenerated {
            title = own ?? (strings.section(route).text, strings.language)
        } else if let id = site.routes[route] {
            title = own ?? site[id].title(in: strings.language)
        } else {
            return nil
        }
        return NavigationLink(
            text: title.text, attributes: strings.attributes(of: title.language), url: href(prefix + route),
            current: Frame.mark("current:" + route))
    }
}

/// An entry of the menu or of the footer.
private struct NavigationLink: TemplateModel {
    let text: String
    let attributes: String?
    let url: String
    let current: String

    static let slots = SlotTable<NavigationLink>("navigation link", "An entry of the menu or of the footer.") {
        Slot.text("text", "its title") { $0.text }
        Slot.html("attributes", "`lang` and `dir`, for the tag of the link") { $0.attributes }
        Slot.html("url", "its address") { $0.url }
        Slot.html("current", "`aria-current`, on the pages of the section, for the tag of the link") { $0.current }
    }
}
