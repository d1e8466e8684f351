internal import Calendar
internal import Content
internal import Site
internal import Theme

/// The dates of a month of the site, or of the months to come of one community: `pages/calendar.mustache`.
struct CalendarPage: PageModel {
    let head: PageHead
    private let months: [CalendarMonth]
    /// How many dates are left out.
    private let left: Int
    /// Where those are.
    private let allURL: String
    private let links: [MonthLink]
    /// Where `links` has the month of the page; `nil` for a page of several.
    private let index: Int?
    let calendar: CalendarLink?

    var hasDates: Bool { !months.isEmpty }

    /// A month of the site.
    init(_ month: CivilDay, _ head: PageHead) {
        let scope = head.scope
        let shared = scope.shared
        self.head = head
        calendar = scope.calendar(of: nil)
        (months, left) = Self.months([month], shared.months, scope)
        allURL = scope.url(section: "events/")
        let now = shared.dates.window.month
        let others = Set(shared.months.months + [now]).sorted()
        index = others.firstIndex(of: month)
        links = others.map { other in
            MonthLink(
                link: scope.plain(
                    scope.strings.month(other), url: scope.url(section: CalendarMonths.route(of: other, now: now))),
                isCurrent: other == month)
        }
    }

    /// The months to come of a community.
    init(of community: ItemID, _ entry: Community, _ scope: PageScope) {
        let shared = scope.shared
        let dates = CommunityCalendars.dates(of: community, in: scope.site, shared.dates)
        calendar = scope.calendar(of: community)
        head = PageHead(calendarOf: community, entry, scope)
        (months, left) = Self.months(dates.months, dates, scope)
        allURL = scope.url(of: community) + "#s.events"
        index = nil
        links = months.map { MonthLink(link: scope.plain($0.heading, url: "#s.\($0.name)"), isCurrent: false) }
    }

    /// How many dates a month has at most, and after how many no other month begins.
    private static let (monthLimit, limit) = (300, 80)

    private static func months(
        _ months: [CivilDay], _ dates: CalendarMonths, _ scope: PageScope
    ) -> ([CalendarMonth], left: Int) {
        var (shown, left) = (0, 0)
        var found: [CalendarMonth] = []
        let anchors = scope.shared.seriesDays()
        for month in months {
            let all = dates[month]
            let listed = shown < limit ? all.prefix(monthLimit) : []
            if !listed.isEmpty { found.append(CalendarMonth(month, listed, anchors, scope)) }
            shown += listed.count
            left += all.count - listed.count
        }
        return (found, left)
    }

    static let slots = SlotTable<CalendarPage>(
        "pages/calendar", "The dates of a month, or of the months to come of a community.", including: [.head]
    ) {
        Slot.object("previous", "the month before that has a page") { $0.neighbour(-1) }
        Slot.object("next", "the month after that has a page") { $0.neighbour(1) }
        Slot.rows("month_links", "the months that there are, from two up") { $0.links.count > 1 ? $0.links : [] }
        Slot.object("next_date", "the first day that is not over, where others come before it") { $0.nextDate }
        Slot.list("months", "those of the page that have a date") { $0.months }
        Slot.text("none", "that there is no date, in a sentence") { $0.none }
        Slot.text("left", "how many dates are left out, in words; absent for none") { page in
            page.scope.more(page.left)
        }
        Slot.text("all_url", "where all events are listed") { $0.allURL }
        Slot.text("weekdays", "names of the days of a week from Monday on, with `|` between them") {
            $0.scope.strings.list("weekdays").joined(separator: "|")
        }
    }

    private func neighbour(_ step: Int) -> PageLink? {
        guard let index, links.indices.contains(index + step) else { return nil }
        return links[index + step].link
    }

    private var nextDate: PageLink? {
        let days = months.flatMap(\.days)
        guard let next = days.firstIndex(where: { $0.day >= scope.site.today }), next > 0 else { return nil }
        return scope.plain(days[next].heading, url: "#s.\(days[next].name)")
    }

    private var none: String? {
        guard months.isEmpty, let index else { return nil }
        return scope.strings.format("calendar_none", ["month": links[index].link.text])
    }
}

/// A month that has a page, or a part of this one.
private struct MonthLink: LinkModel {
    let link: PageLink
    let isCurrent: Bool

    static let slots = SlotTable<MonthLink>("month link", "A month that there is.", including: [.link]) {
        Slot.flag("is_current", "whether it is the month of the page") { $0.isCurrent }
    }
}

/// A month that has a date.
private struct CalendarMonth: TemplateModel {
    let heading: String
    let name: String
    private(set) var days: [CalendarDay] = []

    /// - Parameter anchors: of each series the days that have an anchor on its page.
    init(
        _ month: CivilDay, _ dates: some Sequence<CalendarMonths.Date>, _ anchors: [ItemID: Set<CivilDay>],
        _ scope: PageScope
    ) {
        heading = scope.strings.month(month)
        name = CalendarMonths.name(of: month)
        for date in dates {
            let day = date.days.lowerBound
            if days.last?.day != day { days.append(CalendarDay(day: day, heading: scope.strings.dayOfYear(day))) }
            let hasAnchor = anchors[date.event]?.contains(date.occurrence.starts.firstDay) ?? false
            guard let entry = CalendarEntry(date, hasAnchor: hasAnchor, scope) else { continue }
            days[days.count - 1].entries.append(entry)
        }
    }

    static let slots = SlotTable<CalendarMonth>("calendar month", "A month that has a date.") {
        Slot.text("heading", "its name and year") { $0.heading }
        Slot.text("name", "the same for machines, and for `id`") { $0.name }
        Slot.list("days", "those on which something begins or goes on") { $0.days }
    }
}

/// A day on which something begins, or the first of a month in which something goes on.
private struct CalendarDay: TemplateModel {
    let day: CivilDay
    let heading: String
    fileprivate(set) var entries: [CalendarEntry] = []

    var name: String { day.date.isoDate }

    static let slots = SlotTable<CalendarDay>("calendar day", "A day with what begins on it.") {
        Slot.text("heading", "its name, without the year") { $0.heading }
        Slot.text("name", "the same for machines, and for `id`") { $0.name }
        Slot.list("entries", "at least one") { $0.entries }
    }
}

/// One time of an event.
private struct CalendarEntry: TemplateModel {
    /// Finished HTML.
    let link: String
    let meta: RowMeta
    let time: String?
    let days: Int

    /// - Parameter hasAnchor: whether the event's page has an anchor for this day.
    init?(_ date: CalendarMonths.Date, hasAnchor: Bool, _ scope: PageScope) {
        let id = date.event
        let item = scope.site[id]
        guard case .event(let event) = item.entry else { return nil }
        let (starts, title) = (date.occurrence.starts, scope.title(of: id))
        let fragment = hasAnchor ? "#" + starts.firstDay.date.isoDate : ""
        link = PageScope.linkHTML(
            title.text, attributes: scope.attributes(language: title.language), url: scope.url(of: id) + fragment)
        let zone = scope.site.calendar.foreignZone(of: event)
        time = starts.minute == nil ? nil : scope.strings.times(starts, nil, zone: zone)
        days = date.days.upperBound.number - date.days.lowerBound.number + 1
        let isAtHome = item.community != nil && item.community == scope.home
        let community = isAtHome ? nil : item.community.map { scope.site[$0].title(in: scope.language) }
        let isResting = scope.site.rests(of: item.community).contains(starts.firstDay)
        let isCancelled = event.status?.value == .cancelled
        let when = Self.when(date, event, scope)
        meta = RowMeta(
            when: when,
            time: scope.timeHTML(when, date.occurrence, of: event, isOff: isCancelled || isResting),
            community: community?.text, communityAttributes: scope.attributes(language: community?.language),
            isExample: scope.site.isExample(item) && !isAtHome, isCancelled: isCancelled,
            state: isResting ? scope.strings["event_resting"] : nil)
    }

    /// Without the day, where that is above it.
    private static func when(_ date: CalendarMonths.Date, _ event: Event, _ scope: PageScope) -> String {
        let (starts, ends) = (date.occurrence.starts, date.occurrence.ends)
        guard date.days.lowerBound == starts.firstDay, starts.minute != nil || ends == nil else {
            return scope.dates(date.occurrence, of: event)
        }
        return scope.strings.times(starts, ends, zone: scope.site.calendar.foreignZone(of: event))
    }

    static let slots = SlotTable<CalendarEntry>("calendar entry", "One time of an event.") {
        Slot.html("link", "the event's title as a finished link") { $0.link }
        Slot.object("meta", "when and where") { $0.meta }
        Slot.text("time", "when it begins, where it has a time") { $0.time }
        Slot.text("days", "on how many days of the month it is, where that is more than one") {
            $0.days > 1 ? String($0.days) : nil
        }
    }
}
