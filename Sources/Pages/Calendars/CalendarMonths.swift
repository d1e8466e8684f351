internal import Calendar
internal import Content
internal import Site

/// The dates of some events by month, as pages list them: on days of each event's own clocks.
struct CalendarMonths: Sendable {
    /// One time of an event, as far as it is within a month.
    struct Date: Sendable {
        let event: ItemID
        let occurrence: Occurrence
        let days: ClosedRange<CivilDay>
    }

    private let dates: [CivilDay: [Date]]
    /// The first days of those months that have a date; in order.
    let months: [CivilDay]

    /// - Parameter days: of whole months.
    init(_ events: [ItemID], _ all: EventDates, in days: Range<CivilDay>) {
        var dates: [CivilDay: [Date]] = [:]
        for event in events {
            for occurrence in all[event] {
                let taken = Self.days(of: occurrence)
                var month = max(CalendarWindow.month(taken.lowerBound, plus: 0), days.lowerBound)
                while month <= taken.upperBound, month < days.upperBound {
                    let next = CalendarWindow.month(month, plus: 1)
                    let within = max(taken.lowerBound, month)...min(taken.upperBound, next + -1)
                    dates[month, default: []].append(Date(event: event, occurrence: occurrence, days: within))
                    month = next
                }
            }
        }
        self.dates = dates.mapValues { $0.sorted(by: Self.precedes) }
        months = dates.keys.sorted()
    }

    /// The dates of a month, in order.
    subscript(month: CivilDay) -> [Date] { dates[month] ?? [] }

    /// `2026-12`.
    static func name(of month: CivilDay) -> String { String(month.date.isoDate.dropLast("-01".count)) }

    /// The address of a month's page, below a language's folder.
    ///
    /// - Parameter now: the month of the build, whose page stays where it is.
    static func route(of month: CivilDay, now: CivilDay? = nil) -> String {
        month == now ? SiteGraph.calendarRoute : "\(SiteGraph.calendarRoute)\(name(of: month))/"
    }

    private static func precedes(_ a: Date, _ b: Date) -> Bool {
        let (first, second) = (a.occurrence.instants.lowerBound, b.occurrence.instants.lowerBound)
        return (a.days.lowerBound, first, a.event) < (b.days.lowerBound, second, b.event)
    }

    /// A meeting over midnight is on the day on which it begins, unless it takes a day or longer.
    fileprivate static func days(of occurrence: Occurrence) -> ClosedRange<CivilDay> {
        let (starts, ends) = (occurrence.starts, occurrence.ends)
        let first = starts.firstDay
        guard starts.minute != nil else { return first...max(first, ends?.lastDay ?? starts.lastDay) }
        guard let ends, occurrence.instants.count >= 86_400 else { return first...first }
        return first...max(first, ends.lastDay + (ends.minute == 0 ? -1 : 0))
    }
}

/// Where the calendar pages of communities are.
enum CommunityCalendars {
    private static let name = "calendar"

    /// How many months a page has.
    private static let months = 12

    static func dates(of community: ItemID, in site: SiteGraph, _ all: EventDates) -> CalendarMonths {
        CalendarMonths(site.calendars.events(of: community), all, in: days(all.window))
    }

    private static func days(_ window: CalendarWindow) -> Range<CivilDay> {
        window.month..<CalendarWindow.month(window.month, plus: months)
    }

    /// The pages' addresses below a language's folder, for the communities that have a date from the month of the build
    /// on and whose address has no content.
    static func routes(in site: SiteGraph, _ all: EventDates) -> [ItemID: String] {
        let (free, range) = (FreeRoutes(site), days(all.window))
        func isToCome(_ event: ItemID) -> Bool {
            all[event].contains { occurrence in
                let days = CalendarMonths.days(of: occurrence)
                return days.upperBound >= range.lowerBound && days.lowerBound < range.upperBound
            }
        }
        var routes: [ItemID: String] = [:]
        for owner in site.calendars.items where site[owner].kind == .community {
            let route = "\(site[owner].route)\(name)/"
            if free.contains(route), site.calendars.events(of: owner).contains(where: isToCome) {
                routes[owner] = route
            }
        }
        return routes
    }
}
