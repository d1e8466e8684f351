internal import Content
internal import Site

/// What the layout template receives: the words and links around every page of one language.
struct LayoutContext {
    let site: Site
    let strings: Strings
    let assets: ThemeAssets

    private var root: String { Frame.mark("root") }
    private var prefix: String { Routes.prefix(of: strings.language, in: site) }

    private func href(_ route: String) -> String {
        let isFolder = route.isEmpty || route.hasSuffix("/")
        return root + (isFolder && site.settings.links?.value == .files ? route + "index.html" : route)
    }

    var context: Context {
        [
            "t": .strings(strings),
            "lang": .text(strings.language),
            "dir": .text(strings["text_direction"]),
            "title": .text(Frame.mark("title")),
            "description": .text(Frame.mark("description")),
            "head": .text(Frame.mark("head")),
            "main": .text(Frame.mark("main")),
            "kind": .text(Frame.mark("kind")),
            "languages": site.languages.count > 1 ? .text(Frame.mark("languages")) : .none,
            "style": .text(root + assets.style.route),
            "script": .text(root + assets.script.route),
            "icon": .text(root + assets.icon.route),
            "home_url": .text(href(prefix)),
            "search_url": .text(href(prefix + "communities/")),
            "site_title": .text(text(site.settings.title?.value)),
            "menu": .list(menu),
            "feed_url": site.settings.baseURL == nil ? .none : .text(root + prefix + "feed.xml"),
            "noindex": .flag(site.settings.indexed?.value == false),
            "licence": .text(site.settings.licence?.value),
            "contact": .object(site.settings.contact.map(contact)),
            "pages": .list(footerPages),
            "repository": .text(site.settings.repository?.value.url?.value),
        ]
    }

    private func text(_ value: LocalizedText?) -> String? {
        value?.text(in: strings.language, fileLanguage: site.defaultLanguage).text
    }

    private func contact(_ contact: Located<String>) -> Context {
        switch ContactWay(contact.value) {
        case .link(let url, let shown): ["text": .text(shown), "url": .text(url)]
        case .text: ["text": .text(contact.value), "url": .none]
        }
    }

    /// Unless settings say otherwise: the sections that have something in them.
    private var menu: [Context] {
        var routes = site.settings.menu.items().map { $0.value.split(separator: "/").joined(separator: "/") + "/" }
        if site.settings.menu == nil {
            routes = ["map/", "communities/"]
            if !site.all(.event).isEmpty { routes.append("events/") }
            if !site.all(.resource).isEmpty { routes.append("resources/") }
            if !site.all(.chapter).isEmpty { routes.append("handbook/") }
        }
        return routes.compactMap { route in
            let title: String
            if let introduction = site.introductions[route], site[introduction].common.title != nil, !Site.generatedRoutes.contains(route) {
                title = site[introduction].title(in: strings.language).text
            } else if Site.generatedRoutes.contains(route) {
                title = strings["section_\(route.dropLast())_title"]
            } else if let id = site.routes[route] {
                title = site[id].title(in: strings.language).text
            } else {
                return nil
            }
            return ["text": .text(title), "url": .text(href(prefix + route)), "current": .text(Frame.mark("current:" + route))]
        }
    }

    /// Pages that every public site has to offer, where they exist.
    private var footerPages: [Context] {
        ["about/", "accessibility/", "privacy/"].compactMap { route in
            site.routes[route].map { ["text": .text(site[$0].title(in: strings.language).text), "url": .text(href(prefix + route))] }
        }
    }
}
