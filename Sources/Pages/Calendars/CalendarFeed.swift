internal import Calendar
internal import Content
internal import Site

/// A calendar to subscribe to: the meetings of a site, community, role, topic or government as single events in UTC.
///
/// Of 18 ways of readers, this form is right in all, those with old time zones too. It is rebuilt with the site, so it
/// needs no rules for what comes again.
struct CalendarFeed {
    private let scope: PageScope
    private let route: String
    private let owner: ItemID?

    /// In bytes. Google Calendar reads no more than a megabyte of what somebody subscribes to. Beyond it, what is over
    /// is left out first, then what is farthest away.
    private static let limit = 950_000

    init(of owner: ItemID?, _ page: PlannedPage, _ scope: PageScope) {
        (self.owner, route, self.scope) = (owner, page.route, scope)
    }

    func render() -> [UInt8] {
        var out = CalendarFile.begin(title: title, scope)
        if let base = scope.shared.baseURL { out.line("SOURCE;VALUE=URI", base + route) }
        // Nothing in it changes more often than a site is built.
        out.line("REFRESH-INTERVAL;VALUE=DURATION", "PT12H")
        out.line("X-PUBLISHED-TTL", "PT12H")
        let events = scope.calendarEvents()
        let shown = scope.site.calendars.events(of: owner).compactMap { events[$0] }
        let days = days(of: shown, since: scope.shared.dates.window.month)
        for event in shown { event.append(datesOn: days, to: &out) }
        return CalendarFile.end(out)
    }

    private var title: String {
        guard let owner else { return scope.siteTitle }
        return scope.strings.format(
            "calendar_title", ["site": scope.siteTitle, "title": scope.title(of: owner).text])
    }

    /// The days that fit: those from the first of this month on, then those before it.
    private func days(of events: [CalendarEvent], since month: CivilDay) -> Range<CivilDay> {
        var sizes: [CivilDay: Int] = [:]
        for event in events {
            for date in event.dates { sizes[date.starts.firstDay, default: 0] += event.size(of: date) }
        }
        let days = sizes.keys.sorted()
        guard let first = days.first, let last = days.last else { return month..<month }
        var room = Self.limit
        func fits(_ day: CivilDay) -> Bool {
            room -= sizes[day] ?? 0
            return room >= 0
        }
        if let full = days.first(where: { $0 >= month && !fits($0) }) { return month..<full }
        let full = days.last { $0 < month && !fits($0) }
        return (full.map { $0 + 1 } ?? first)..<(last + 1)
    }
}

/// What all calendar files begin and end with.
enum CalendarFile {
    static func begin(title: String, _ scope: PageScope) -> ICalendarWriter {
        var out = ICalendarWriter()
        out.line("BEGIN", "VCALENDAR")
        out.line("VERSION", "2.0")
        out.line("PRODID", "-//Folkmoot//Folkmoot//\(scope.language.uppercased())")
        out.line("CALSCALE", "GREGORIAN")
        out.text("NAME", title)
        out.text("X-WR-CALNAME", title)
        return out
    }

    static func end(_ calendar: ICalendarWriter) -> [UInt8] {
        var calendar = calendar
        calendar.line("END", "VCALENDAR")
        return calendar.bytes
    }
}
