internal import Calendar
internal import Content
internal import Site

/// When each event of a site happens within the calendar's window: what all calendars hold, and `data/events.json`.
struct EventDates: Sendable {
    let window: CalendarWindow
    private let dates: [ItemID: [Occurrence]]

    init(_ site: SiteGraph) {
        let window = CalendarWindow(site.today)
        let range = site.calendar.instants(from: window.first, before: window.end)
        var dates: [ItemID: [Occurrence]] = [:]
        for id in site.all(.event) {
            guard case .event(let event) = site[id].entry else { continue }
            let found = site.calendar.occurrences(of: event, in: range, without: site.daysOff(of: id))
            if !found.isEmpty { dates[id] = found }
        }
        (self.window, self.dates) = (window, dates)
    }

    /// In order.
    subscript(event: ItemID) -> [Occurrence] { dates[event] ?? [] }
}
