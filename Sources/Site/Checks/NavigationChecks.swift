internal import Content
internal import Diagnostics
internal import Text

/// The menu and the footer of `site.yaml`.
extension SiteCheck {
    static let unknownMenuEntry = SiteCheck(
        Rule(
            "unknown-menu-entry", .error, "The menu and the footer name sections, or paths of pages.",
            bad: ["site.yaml": "title: T\nmenu: [nowhere]\n"],
            good: [
                "site.yaml": "title: T\nmenu: [map, {page: about, title: Who we are}]\n", "about.md": "# About\n",
            ])
    ) { site, rule in
        site.settings.navigation.compactMap { entry in
            guard let page = entry.value.page else { return nil }
            if let url = entry.value.url {
                return rule.at(
                    url.range, in: "site.yaml", "An entry of a menu leads to a `page` or to a `url`, not to both.",
                    help: "Keep one of the two.")
            }
            if page.value.contains("://") || page.value.hasPrefix("mailto:") {
                return rule.at(
                    page.range, in: "site.yaml", "`\(page.value)` is an address, and not a page of this site.",
                    help: Help("Write it as `url`, with a title:", paste: "- url: \(page.value)\n  title: …"))
            }
            let route = EntryPath.route(named: page.value)
            if site.routes[route] != nil || SiteGraph.generatedRoutes.contains(route) { return nil }
            let sections = SiteGraph.generatedRoutes.map { String($0.dropLast()) }.sorted()
            let hint = meant(route, in: site, sections).map { " Did you mean `\($0)`?" } ?? ""
            return rule.at(
                page.range, in: "site.yaml", "`\(page.value)` is neither a section nor a page.\(hint)",
                help: Help(
                    "Write the path of a page without `.md`, such as `about`, or one of these sections: "
                        + "\(sections.joined(separator: ", "))."))
        }
    }

    /// The section or page that an entry most likely means: one whose path is similar, ends in the same way or is the
    /// beginning of what is written, or one with such a title.
    ///
    /// - Parameter route: as the entry names it.
    private static func meant(_ route: String, in site: SiteGraph, _ sections: [String]) -> String? {
        let parts = route.split(separator: "/")
        // Pages have no language in their paths here.
        let own = parts.first.map { site.languages.contains(String($0)) } == true ? parts.dropFirst() : parts[...]
        let name = own.joined(separator: "/")
        guard let last = own.last else { return nil }
        let names = sections + site.routes.keys.map { String($0.dropLast()) }.filter { !$0.isEmpty }.sorted()
        if names.contains(name) { return name }
        if let near = NearestMatch.of(name, among: names) { return near }
        if let same = names.first(where: { $0.split(separator: "/").last == last }) { return same }
        let titled = site.items.first { item in
            !item.isIntroduction && item.common.names.contains { isSame(ID.from($0), last) }
        }
        return titled.map { String($0.route.dropLast()) } ?? names.first { last.hasPrefix($0 + "-") }
    }

    /// Whether a title is what an entry says, or begins with it.
    private static func isSame(_ title: String, _ entry: Substring) -> Bool {
        title == entry || entry.utf8.count > 3 && title.hasPrefix(entry + "-")
    }

    static let menuTwice = SiteCheck(
        Rule(
            "menu-twice", .warning, "The menu leads to each page or address once, and so does the footer.",
            bad: ["site.yaml": "title: T\nmenu: [map, communities, map]\n"],
            good: ["site.yaml": "title: T\nmenu: [map, communities]\nfooter: [map]\n"])
    ) { site, rule in
        [("menu", site.settings.menu), ("footer", site.settings.footer)].flatMap { key, entries in
            var seen: Set<String> = []
            return entries.items().compactMap { entry -> Diagnostic? in
                guard let target = entry.value.page ?? entry.value.url else { return nil }
                let isNew = seen.insert(entry.value.route ?? target.value).inserted
                return isNew
                    ? nil
                    : rule.at(
                        target.range, in: "site.yaml", "`\(key)` leads to `\(target.value)` a second time.",
                        help: "Keep one of the two.")
            }
        }
    }

    static let menuWithoutTitle = SiteCheck(
        Rule(
            "menu-without-title", .warning,
            "An address of another site in the menu or the footer has a title, so that readers do not see the address.",
            bad: ["site.yaml": "title: T\nfooter:\n  - url: https://www.gov.wales/\n"],
            good: ["site.yaml": "title: T\nfooter:\n  - url: https://www.gov.wales/\n    title: Welsh Government\n"])
    ) { site, rule in
        site.settings.navigation.compactMap { entry in
            guard let url = entry.value.url, entry.value.page == nil, entry.value.title == nil else { return nil }
            return rule.at(
                url.range, in: "site.yaml", "This entry has no title, so readers see `\(url.value)`.",
                help: Help("Say what is there:", paste: "- url: \(url.value)\n  title: …"))
        }
    }

    static let menuHTTP = SiteCheck(
        Rule(
            "menu-http", .note,
            "An address in the menu or the footer starts with `https://`: browsers warn of one that is not encrypted.",
            bad: ["site.yaml": "title: T\nfooter:\n  - url: http://www.gov.wales/\n    title: Welsh Government\n"],
            good: ["site.yaml": "title: T\nfooter:\n  - url: https://www.gov.wales/\n    title: Welsh Government\n"])
    ) { site, rule in
        site.settings.navigation.compactMap { entry in
            guard let url = entry.value.url, entry.value.page == nil, url.value.lowercased().hasPrefix("http://") else {
                return nil
            }
            let rest = url.value.dropFirst(7)
            if isWithinOffice(rest.prefix { !"/?#".contains($0) }) { return nil }
            return rule.at(
                url.range, in: "site.yaml",
                "This address starts with `http://`, so what readers do there is not encrypted.",
                help: Help("If the site can be reached with `https://`, write", paste: "url: https://\(rest)"))
        }
    }

    /// A host that only an office's own network knows, which often has no certificate: a bare name, a number, or one
    /// with an ending for such networks.
    private static func isWithinOffice(_ host: Substring) -> Bool {
        let name = host.prefix { $0 != ":" }
        return host.hasPrefix("[") || !name.contains(".") || name.allSatisfy { $0.isNumber || $0 == "." }
            || [".local", ".internal", ".lan", ".intranet", ".home.arpa"].contains(where: name.lowercased().hasSuffix)
    }
}
