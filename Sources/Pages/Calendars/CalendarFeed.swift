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

    /// In bytes. Google Calendar reads no more than a megabyte of what somebody subscribes to. Beyond it, months far
    /// away are left out, then those that are over.
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
        let dates = scope.shared.dates
        let entries = scope.site.calendars.events(of: owner).compactMap { id -> Entry? in
            dates[id].isEmpty ? nil : scope.calendarEvent(id).map { Entry(event: $0, dates: dates[id]) }
        }
        let days = shownDays(entries, dates.window)
        for entry in entries {
            for date in entry.dates where days.contains(date.starts.firstDay) { entry.event.append(date, to: &out) }
        }
        return CalendarFile.end(out)
    }

    private var title: String {
        guard let owner else { return scope.siteTitle }
        return scope.strings.format(
            "calendar_title", ["site": scope.siteTitle, "title": scope.title(of: owner).text])
    }

    private struct Entry {
        let event: CalendarEvent
        let dates: [Occurrence]
    }

    /// As many whole months as fit.
    private func shownDays(_ entries: [Entry], _ window: CalendarWindow) -> Range<CivilDay> {
        var sizes: [CivilDay: Int] = [:]
        for entry in entries {
            for date in entry.dates {
                sizes[CalendarWindow.month(date.starts.firstDay, plus: 0), default: 0] += entry.event.size
            }
        }
        var (first, end) = (window.month, CalendarWindow.month(window.month, plus: 1))
        var size = sizes[first] ?? 0
        func take(_ month: CivilDay) -> Bool {
            size += sizes[month] ?? 0
            return size <= Self.limit
        }
        // What is over by the clocks of one place may begin in the month before by those of another.
        let bounds = (CalendarWindow.month(window.first, plus: -1), CalendarWindow.month(window.end, plus: 1))
        while end < bounds.1, take(end) { end = CalendarWindow.month(end, plus: 1) }
        guard end == bounds.1 else { return first..<end }
        while first > bounds.0, take(CalendarWindow.month(first, plus: -1)) {
            first = CalendarWindow.month(first, plus: -1)
        }
        return first..<end
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
