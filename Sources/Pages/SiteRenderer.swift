package import Content
internal import Markdown
internal import Network
internal import Pictures
public import Site
package import Theme

/// Renders the pages of one site. Everything that several pages share is made once, here; rendering a page changes
/// nothing, so pages may be rendered in parallel and in any order.
///
/// A class, so that handing it to a page counts one reference and not one for each of the site's arrays.
public final class SiteRenderer: Sendable {
    let site: SiteGraph
    let theme: CompiledTheme
    let map: MapModel
    /// What a private site says of communities; `nil` for every other site.
    let notes: SupportNotes?
    let invitations: Invitations
    let descent: Descent
    let coverage: CoverageModel
    /// For other programs, made by the first of its files.
    let network: Memo<ExportedNetwork>
    let search: Once<SiteSearch, Never>
    let dates: EventDates
    /// Of each series the days that have an anchor on its page.
    let seriesDays: Once<[ItemID: Set<CivilDay>], Never>
    /// By language.
    let calendarEvents: [String: Memo<[ItemID: CalendarEvent]>]
    let months: CalendarMonths
    let feeds: Feeds
    /// Addresses of the calendar pages of communities.
    let communityCalendars: [ItemID: String]
    let derived: Derived
    let strings: [String: Strings]
    /// Whether a language of the site lacks words. Files of all languages may show them.
    private let isBorrowing: Bool
    /// By language: what the script of times says.
    let timeWords: [String: String]
    let assets: ThemeAssets
    /// What other sites show beside a link to a page that has no picture; `nil` where no page shows it.
    let linkPicture: LinkPreview.ThemePicture?
    let frames: [String: Frame]
    /// Sorted by path.
    public let pages: [PlannedPage]

    /// - Parameters:
    ///   - notes: makes the small private site for those who support communities, and nothing else.
    ///   - history: of the site's files, for its feeds.
    ///   - host: what the site is made for, and gets files for.
    /// - Throws: `ThemeError` when the theme lacks a template or a language's words.
    package init(
        site: SiteGraph, theme: CompiledTheme, notes: SupportNotes? = nil, history: ContentHistory = .init(),
        host: WebHost? = nil
    ) throws {
        self.site = site
        self.notes = notes
        self.theme = theme
        strings = try Dictionary(
            uniqueKeysWithValues: site.languages.map {
                ($0, try theme.strings($0, first: site.defaultLanguage, isMarked: true))
            })
        isBorrowing = strings.values.contains(where: \.isBorrowing)
        derived = Derived(site, alphabets: strings.mapValues(\.alphabet))
        let colours = site.settings.colours.map { SiteColours($0.value, theme.tokens).css }
        assets = ThemeAssets(theme, hasLogo: site.settings.logo != nil, colours: colours ?? [])
        let (meetings, off) = (derived.meetings, derived.cancelled.union(derived.resting))
        map = MapModel(site, upcoming: { !off.isSuperset(of: meetings[$0]?.upcoming ?? []) })
        invitations = Invitations(notes == nil ? site : nil)
        descent = Descent(site)
        coverage = CoverageModel(site, derived.skills)
        network = Memo()
        search = Self.search(of: site, derived, strings)
        let dates = EventDates(site)
        self.dates = dates
        seriesDays = Once { [derived] in SeriesDates.days(in: site, derived, dates) }
        calendarEvents = strings.mapValues { _ in Memo() }
        timeWords = strings.mapValues(\.timeWords)
        months = CalendarMonths(site.calendars.all, dates, in: dates.window.first..<dates.window.end)
        feeds = Feeds(site, derived, history)
        communityCalendars = CommunityCalendars.routes(in: site, dates)
        linkPicture = LinkPreview.ThemePicture(assets.linkPreview, in: site)
        // A project's own picture is among the files of its theme.
        let picture = linkPicture.flatMap { [assets] picture in
            assets.own.values.contains { $0.route == picture.route } ? nil : assets.linkPreview
        }
        let own =
            assets.all + [map.script] + (picture.map { [$0] } ?? [])
            + (site.redirects.isEmpty ? [] : [assets.redirectScript])
        let plan = PagePlan(
            site: site, assets: own, managers: derived.managers, months: months,
            communityCalendars: communityCalendars, feeds: feeds,
            host: host)
        pages = notes.map { [assets] in plan.pages(of: $0, assets.ofSupport) } ?? plan.pages()
        var frames: [String: Frame] = [:]
        for language in site.languages {
            let context = LayoutContext(site: site, strings: strings[language]!, assets: assets).context
            frames[language] = Frame(try theme.render("layout", context))
        }
        self.frames = frames
    }

    /// Prepares what pages with a map would wait for.
    public func drawMap() { _ = map.drawing() }

    /// The files of the search, for which all texts are read. They are named by their content, so they are not among
    /// the pages: their names are known when they are made.
    public var searchFiles: [(path: String, bytes: [UInt8])] {
        search().files.map { ($0.path, isBorrowing ? BorrowedWords.inText($0.bytes) : $0.bytes) }
    }

    /// Whether a file of the output can only belong to the search.
    public static func isOfSearch(_ path: String) -> Bool { SiteSearch.has(path) }

    /// The same pages with other texts: what comes from front matter alone is kept as it was made.
    public func with(texts site: SiteGraph) -> SiteRenderer { SiteRenderer(self, texts: site) }

    /// The bytes of a page's file.
    ///
    /// - Throws: `ThemeError` when the theme lacks a template.
    public func render(_ page: PlannedPage) throws -> [UInt8] {
        let bytes = try rendered(page)
        guard isBorrowing else { return bytes }
        return page.isHTML ? BorrowedWords(in: page.language).inHTML(bytes) : BorrowedWords.inText(bytes)
    }

    private func rendered(_ page: PlannedPage) throws -> [UInt8] {
        switch page.subject {
        case .embed: return try EmbedPage(scope: scope(of: page)).render()
        case .support(let index):
            guard let notes else { return [] }
            return try SupportPage(index, notes, scope(of: page)).render()
        case .network(let format):
            return format.bytes(of: network.made { ExportedNetwork(scope(of: page)) })
        case .communitiesCSV: return DataFiles(self).communitiesCSV()
        case .eventsJSON: return EventsJSON(scope(of: page)).bytes()
        case .calendar(let owner): return CalendarFeed(of: owner, page, scope(of: page)).render()
        case .eventFile(let id):
            guard case .event(let event) = site[id].entry else { return [] }
            return EventFile(id, event, scope(of: page)).render()
        case .item, .section, .manager, .month, .months, .notFound:
            guard let model = model(of: page) else { return [] }
            return try FramedPage(self, page, model).render()
        case .redirect(let target): return try RedirectPage(scope: scope(of: page), target: target).render()
        case .feed(let subject): return AtomFeed(of: subject, page, self).render()
        case .markdown(let subject):
            let route = String(page.route.dropLast(MarkdownPage.name.count))
            return try MarkdownPage(self, of: PlannedPage(subject: subject, language: page.language, route: route))
                .render()
        case .pageIndex: return PageIndex(shared: self).render()
        case .sitemap(let part): return Sitemap(self, part: part).render()
        case .host(let host): return HostFile(self, host, name: page.route).render()
        case .robots: return robots()
        case .pagesJSON: return DataFiles(self).pages()
        case .communitiesJSON: return DataFiles(self).communities()
        case .asset(let bytes): return bytes
        }
    }

    /// The pages in the order in which they are best rendered. Those that list many others come first, so that none of
    /// these starts when all else is done; those that need the index of the search come last, since a core that waits
    /// for it does nothing.
    public var pagesByWeight: [PlannedPage] {
        var (heavy, light, waiting): ([PlannedPage], [PlannedPage], [PlannedPage]) = ([], [], [])
        for page in pages {
            switch page.subject {
            case .item(let id) where site[id].kind.termKind == nil: light.append(page)
            case .section(SearchPage.route, _): waiting.append(page)
            default: heavy.append(page)
            }
        }
        return heavy + light + waiting
    }

    /// Paths below the content folder of the files that a page is made from; none of a page that is made of all of
    /// them.
    public func sources(of page: PlannedPage) -> [String] {
        let id: ItemID? =
            switch page.subject {
            case .item(let id), .manager(let id), .months(let id): id
            case .section(_, let introduction): introduction
            default: nil
            }
        return id.map { [site[$0].path] + site[$0].translationPaths.values.sorted() } ?? []
    }

    /// The same renderer with words of its own in memory.
    ///
    /// Rendering counts references to every text of the interface; two cores that count on the same ones wait for each
    /// other more than they work. Give each task its own copy.
    public func unshared() -> SiteRenderer {
        SiteRenderer(self, strings: strings.mapValues { $0.unshared() })
    }

    private init(_ other: SiteRenderer, texts: SiteGraph? = nil, strings: [String: Strings]? = nil) {
        site = texts ?? other.site
        theme = other.theme
        map = other.map
        notes = other.notes
        invitations = other.invitations
        descent = other.descent
        coverage = other.coverage
        network = other.network
        search = texts.map { [other] in Self.search(of: $0, other.derived, other.strings) } ?? other.search
        derived = other.derived
        dates = other.dates
        seriesDays = other.seriesDays
        // Calendars say how a text begins.
        calendarEvents = texts == nil ? other.calendarEvents : other.strings.mapValues { _ in Memo() }
        timeWords = other.timeWords
        months = other.months
        feeds = other.feeds
        communityCalendars = other.communityCalendars
        self.strings = strings ?? other.strings
        isBorrowing = other.isBorrowing
        assets = other.assets
        linkPicture = other.linkPicture
        frames = other.frames
        pages = other.pages
    }

    private static func search(
        of site: SiteGraph, _ derived: Derived, _ strings: [String: Strings]
    ) -> Once<SiteSearch, Never> {
        Once { SiteSearch(site, derived, strings) { site.href($0) } }
    }

    private func robots() -> [UInt8] {
        let isIndexed = site.settings.indexed?.value ?? true
        var text = "User-agent: *\n\(isIndexed ? "Allow: /" : "Disallow: /")\n"
        if isIndexed, let base = baseURL { text += "Sitemap: \(base)sitemap.xml\n" }
        return Array(text.utf8)
    }

    var baseURL: String? { site.baseURL }

    func href(_ route: String) -> String { site.href(route) }
}
