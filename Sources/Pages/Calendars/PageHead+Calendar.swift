internal import Content
internal import Site

extension PageHead {
    /// A month of the site's calendar.
    init(month: CivilDay, _ scope: PageScope) {
        let own = scope.sectionTitle(SiteGraph.calendarRoute)
        self.init(
            scope, title: own.text,
            windowTitle: scope.strings.format("calendar_month", ["month": scope.strings.month(month)]),
            lead: own.lead.map { ($0, scope.language) }, section: SiteGraph.calendarRoute,
            breadcrumbs: scope.breadcrumbs(of: CalendarMonths.route(of: month)))
    }

    /// The calendar of a community.
    init(calendarOf community: ItemID, _ entry: Community, _ scope: PageScope) {
        let title = scope.phrase("calendar_of", "community", scope.title(of: community))
        let example = scope.site.isExample(scope.site[community]) ? Notice(text: scope.strings["example_notice"]) : nil
        self.init(
            scope, title: title.text, titleWithName: title.html, lead: nil, description: title.text,
            section: "communities/",
            breadcrumbs: scope.breadcrumbs(below: community),
            notices: [example, scope.status(entry, scope.site[relationsOf: community])].compactMap { $0 })
    }
}
