internal import Content
internal import Site
internal import Theme

/// Which kind of page each planned page is.
extension SiteRenderer {
    /// `nil` for a file that has no frame around it.
    func model(of page: PlannedPage) -> (any PageModel)? {
        let scope = scope(of: page)
        switch page.subject {
        case .item(let id): return entry(id, scope)
        case .section(let route, let introduction): return section(route, introduction, scope)
        case .manager(let id): return ManagerPage(id, scope)
        case .month(let month, _): return CalendarPage(month, PageHead(month: month, scope))
        case .months(let community):
            guard case .community(let entry) = site[community].entry else { return nil }
            return CalendarPage(of: community, entry, scope)
        case .notFound: return NotFoundPage(scope)
        case .redirect, .feed, .markdown, .pageIndex, .sitemap, .robots, .pagesJSON, .communitiesJSON, .communitiesCSV,
            .network, .embed, .host,
            .asset, .support, .eventsJSON, .calendar, .eventFile:
            return nil
        }
    }

    private func entry(_ id: ItemID, _ scope: PageScope) -> any PageModel {
        switch site[id].entry {
        case .community(let entry): CommunityPage(id, entry, scope)
        case .charter(let entry): CharterPage(id, entry, scope)
        case .members(let entry): MembersPage(id, entry, scope)
        case .backlog(let entry): BacklogPage(id, entry, scope)
        case .event(let entry): EventPage(id, entry, scope)
        case .writeup(let entry): WriteupPage(id, entry, scope)
        case .resource(let entry): ResourcePage(id, entry, scope)
        case .person(let entry): EntryPage(person: id, entry, scope)
        case .term(let kind, _):
            kind == .role || kind == .topic ? GuildPage(id, kind, scope) : EntryPage(term: id, kind, scope)
        case .page:
            switch site[id].kind {
            case .home: HomePage(head: PageHead(id, scope))
            case .chapter: ChapterPage(id, scope)
            default: EntryPage(id, scope)
            }
        }
    }

    private func section(_ route: String, _ introduction: ItemID?, _ scope: PageScope) -> any PageModel {
        var head: PageHead { PageHead(section: route, introduction: introduction, scope) }
        return switch route {
        case "": HomePage(head: head)
        case "map/": MapPage(head)
        case "map/coverage/": CoveragePage(head: head)
        case "skills/": SkillsPage(head)
        case "map/suggestions/": SuggestionsPage(head: head)
        case "search/": SearchPage(head: head)
        case "add/": AddPage(head: head)
        case SiteGraph.calendarRoute: CalendarPage(dates.window.month, head)
        default: ListPage(route, head)
        }
    }
}
