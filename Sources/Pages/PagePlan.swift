internal import Content
internal import Site
internal import Theme

/// Which pages a site has: every item and every section in every language, and the files for machines.
struct PagePlan {
    let site: SiteGraph
    let assets: [ThemeAssets.Asset]
    let managers: [ItemID: String]
    /// Those of the calendar.
    let months: CalendarMonths
    /// Calendar pages of communities.
    let communityCalendars: [ItemID: String]
    let feeds: Feeds
    let host: WebHost?

    /// Sorted by path, each path once.
    func pages() -> [PlannedPage] {
        var pages: [PlannedPage] = []
        for language in site.languages {
            let prefix = site.prefix(of: language)
            for (index, item) in site.items.enumerated() where !item.isIntroduction {
                pages.append(
                    PlannedPage(subject: .item(site.id(at: index)), language: language, route: prefix + item.route))
            }
            for (id, route) in managers {
                pages.append(PlannedPage(subject: .manager(id), language: language, route: prefix + route))
            }
            for section in SiteGraph.generatedRoutes.sorted() where site.routes[section] == nil {
                pages.append(
                    PlannedPage(
                        subject: .section(section, introduction: site.introductions[section]), language: language,
                        route: prefix + section))
            }
            if site.routes[""] == nil {
                pages.append(PlannedPage(subject: .section("", introduction: nil), language: language, route: prefix))
            }
            pages.append(PlannedPage(subject: .embed, language: language, route: prefix + SiteGraph.embedRoute))
            addCalendars(in: language, to: &pages)
            if site.settings.baseURL != nil {
                addFeeds(in: language, to: &pages)
            }
        }
        let language = site.defaultLanguage
        func add(_ route: String, _ subject: PlannedPage.Subject) {
            pages.append(PlannedPage(subject: subject, language: language, route: route))
        }
        add("404.html", .notFound)
        add("robots.txt", .robots)
        add("data/pages.json", .pagesJSON)
        add("data/communities.json", .communitiesJSON)
        add("data/communities.csv", .communitiesCSV)
        add("data/events.json", .eventsJSON)
        for format in NetworkFormat.allCases { add(format.path, .network(format)) }
        for asset in assets { add(asset.route, .asset(asset.bytes)) }
        if let host, host.fits(site.baseURL) { for name in host.files { add(name, .host(host)) } }
        for redirect in site.redirects {
            add(redirect.from, .redirect(to: redirect.to))
            // A page had its old address in every language.
            guard redirect.from.hasSuffix("/") else { continue }
            for language in site.languages.dropFirst() {
                pages.append(
                    PlannedPage(
                        subject: .redirect(to: redirect.to), language: language,
                        route: site.prefix(of: language) + redirect.from))
            }
        }
        if site.settings.baseURL != nil { addSitemaps(to: &pages) }
        if site.settings.markdownPages?.value == true {
            pages += pages.filter(\.isListed).map { page in
                PlannedPage(
                    subject: .markdown(of: page.subject), language: page.language,
                    route: page.route + MarkdownPage.name)
            }
            add(PageIndex.name, .pageIndex)
        }
        return pages.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// Those of a private site: one of all communities, and one of each.
    func pages(of notes: SupportNotes, _ assets: [ThemeAssets.Asset]) -> [PlannedPage] {
        func page(_ route: String, _ subject: PlannedPage.Subject) -> PlannedPage {
            PlannedPage(subject: subject, language: site.defaultLanguage, route: route)
        }
        let communities = notes.communities.enumerated().map { page(site[$1.id].route, .support($0)) }
        let files = assets.map { page($0.route, .asset($0.bytes)) }
        return ([page("", .support(nil)), page("robots.txt", .robots)] + communities + files).sorted {
            $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
        }
    }

    private func addCalendars(in language: String, to pages: inout [PlannedPage]) {
        let prefix = site.prefix(of: language)
        func add(_ route: String, _ subject: PlannedPage.Subject) {
            pages.append(PlannedPage(subject: subject, language: language, route: prefix + route))
        }
        add(SiteGraph.calendarName, .calendar(of: nil))
        for owner in site.calendars.items { add(site[owner].route + SiteGraph.calendarName, .calendar(of: owner)) }
        let now = CalendarWindow(site.today).month
        // The month of the build has its own address too, so that a link to it is right when the month is over.
        for month in months.months { add(CalendarMonths.route(of: month), .month(month, isListed: month > now)) }
        for (id, route) in communityCalendars { add(route, .months(of: id)) }
        // No host can redirect a file, and what somebody subscribed to must keep working when it moves.
        for redirect in site.redirects where redirect.from.hasSuffix("/") && site.calendars.has(redirect.to) {
            add(redirect.from + SiteGraph.calendarName, .calendar(of: redirect.to))
        }
        for id in site.all(.event) where site.hasCalendarFile(id) {
            add(site[id].route + SiteGraph.eventFileName, .eventFile(id))
        }
    }

    private func addFeeds(in language: String, to pages: inout [PlannedPage]) {
        let prefix = site.prefix(of: language)
        func add(_ route: String, _ subject: Feeds.Subject) {
            pages.append(
                PlannedPage(subject: .feed(subject), language: language, route: prefix + route + SiteGraph.feedName))
        }
        add("", .writeups(of: nil))
        for (section, subject) in feeds.ofSections { add(section, subject) }
        for owner in feeds.owners { add(site[owner].route, .writeups(of: owner)) }
        // As with calendars, what somebody follows keeps working when its owner moves.
        for redirect in site.redirects where redirect.from.hasSuffix("/") && feeds.has(redirect.to) {
            add(redirect.from, .writeups(of: redirect.to))
        }
    }

    /// At most 50,000 addresses a file (sitemaps.org); several files need an index.
    private func addSitemaps(to pages: inout [PlannedPage]) {
        let count = pages.count(where: \.isListed)
        let language = site.defaultLanguage
        pages.append(PlannedPage(subject: .sitemap(part: nil), language: language, route: "sitemap.xml"))
        guard count > Sitemap.limit else { return }
        for part in 0...((count - 1) / Sitemap.limit) {
            pages.append(
                PlannedPage(subject: .sitemap(part: part), language: language, route: "sitemap-\(part + 1).xml"))
        }
    }
}
