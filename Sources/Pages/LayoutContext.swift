internal import Content
internal import Site
internal import Theme

/// What the layout template receives: the words and links around every page of one language.
struct LayoutContext {
    let site: SiteGraph
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
            "dir": .text(TextDirection.of(strings.language).rawValue),
            "title": .text(Frame.mark("title")),
            "description": .text(Frame.mark("description")),
            "head": .text(Frame.mark("head")),
            "main": .text(Frame.mark("main")),
            "kind": .text(Frame.mark("kind")),
            "languages": site.languages.count > 1 ? .text(Frame.mark("languages")) : .none,
            "style": .text(root + assets.style.route),
            "script": .text(root + assets.script.route),
            "head_script": .text(root + assets.headScript.route),
            "icon": .text(root + assets.icon.route),
            "home_url": .text(href(prefix)),
            "search_url": .text(href(prefix + "search/")),
            "root": .text(root),
            "search_names": .text(root + SiteSearch.names(strings.language)),
            "search_folder": .text(root + SiteSearch.folder(strings.language)),
            "search_script": .text(search(".js")),
            "search_style": .text(search(".css")),
            "site_title": .text(siteTitle?.text),
            "site_title_attributes": .text(siteTitle.flatMap { strings.attributes(of: $0.language) }),
            "menu": .list(menu),
            "feed_url": site.settings.baseURL == nil ? .none : .text(root + prefix + "feed.xml"),
            "noindex": .flag(site.settings.indexed?.value == false),
            "licence": .object(site.settings.licence.map(licence)),
            "contact": .object(site.settings.contact.map(contact)),
            "pages": .list(footerPages),
            "add_url": .text(href(prefix + "add/")),
            "repository": .text(site.settings.repository?.value.url?.value),
        ]
    }

    private func search(_ ending: String) -> String? {
        assets.components["search"]?.first { $0.route.hasSuffix(ending) }.map { root + $0.route }
    }

    private var siteTitle: (text: String, language: String)? {
        site.settings.title?.value.text(in: strings.language, fileLanguage: site.defaultLanguage)
    }

    private func contact(_ contact: Located<String>) -> Context {
        switch ContactWay(contact.value) {
        case .link(let url, let shown): ["text": .text(shown), "url": .text(url)]
        case .text: ["text": .text(contact.value), "url": .none]
        }
    }

    /// The name of a licence, with its text in the list of them where the name has the form of those (SPDX).
    private func licence(_ licence: Located<String>) -> Context {
        let isName =
            licence.value.contains("-")
            && licence.value.utf8.allSatisfy {
                "-.0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8.contains($0)
            }
        return [
            "text": .text(licence.value),
            "url": isName ? .text("https://spdx.org/licenses/\(licence.value).html") : .none,
        ]
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
            let title: (text: String, language: String)
            if let introduction = site.introductions[route], site[introduction].common.title != nil,
                !SiteGraph.generatedRoutes.contains(route)
            {
                title = site[introduction].title(in: strings.language)
            } else if SiteGraph.generatedRoutes.contains(route) {
                title = (strings.section(route).text, strings.language)
            } else if let id = site.routes[route] {
                title = site[id].title(in: strings.language)
            } else {
                return nil
            }
            return [
                "text": .text(title.text), "attributes": .text(strings.attributes(of: title.language)),
                "url": .text(href(prefix + route)), "current": .text(Frame.mark("current:" + route)),
            ]
        }
    }

    /// Pages that every public site has to offer, where they exist.
    private var footerPages: [Context] {
        ["about/", "accessibility/", "privacy/"].compactMap { route in
            site.routes[route].map { id in
                let title = site[id].title(in: strings.language)
                return [
                    "text": .text(title.text), "attributes": .text(strings.attributes(of: title.language)),
                    "url": .text(href(prefix + route)),
                ]
            }
        }
    }
}
