internal import Calendar
internal import Content
internal import Site
internal import Zones

/// A file to import once: one event, or a whole series as one entry that repeats.
///
/// A series is in the form that most readers take (17 were tried in November 2026): `TZID` with the rules of the zone
/// before it, `UNTIL` in UTC, a line for each date that is left out, and dates with an entry of their own as events of
/// their own. What this form cannot say, or readers do not agree on, is written date by date.
struct EventFile {
    private let id: ItemID
    private let event: Event
    private let scope: PageScope

    init(_ id: ItemID, _ event: Event, _ scope: PageScope) { (self.id, self.event, self.scope) = (id, event, scope) }

    func render() -> [UInt8] {
        var out = CalendarFile.begin(title: scope.title(of: id).text, scope)
        if event.repeats != nil, let series = CalendarSeries(id, event, scope), let entry = scope.calendarEvents()[id] {
            out.append(series.zone)
            entry.append(series: series.when, changes: scope.site.occurrences(of: id).count, to: &out)
            for occurrence in series.apart { entry.append(occurrence, to: &out) }
        } else {
            append(id, to: &out)
        }
        for (_, date) in scope.site.occurrences(of: id).sorted(by: { $0.key < $1.key }) { append(date, to: &out) }
        return CalendarFile.end(out)
    }

    /// Date by date; of an event that happens once its date, also beyond the calendar's window.
    private func append(_ id: ItemID, to out: inout ICalendarWriter) {
        guard case .event(let event) = scope.site[id].entry, let entry = scope.calendarEvents()[id] else { return }
        let dates =
            event.repeats == nil
            ? [scope.site.calendar.first(of: event)].compactMap { $0 } : scope.shared.dates[id]
        for occurrence in dates { entry.append(occurrence, to: &out) }
    }
}

/// When a series happens, as a rule of RFC 5545.
private struct CalendarSeries {
    /// The lines of the zone; empty where none is needed.
    private(set) var zone: [UInt8] = []
    private(set) var when: [UInt8] = []
    /// Dates that are written by themselves.
    let apart: [Occurrence]

    /// More exceptions are written out as what is left.
    private static let exceptions = 200

    /// - Returns: `nil` where the rule cannot be expressed in a form that readers agree on, and where no date is left.
    init?(_ id: ItemID, _ event: Event, _ scope: PageScope) {
        let calendar = scope.site.calendar
        let off = scope.site.daysOff(of: id)
        let from = CalendarWindow(scope.site.today).month
        guard let repeats = event.repeats?.value, let rule = RecurrenceRule(repeats, from: event.starts?.value),
            let found = calendar.series(of: event, from: from, without: off, listing: Self.exceptions)
        else { return nil }
        let first = found.first
        apart = found.apart
        guard let minute = first.starts.minute else {
            allDay(first, rule, found)
            return
        }
        guard let name = calendar.zone(of: event), name != "UTC" else { return nil }
        func local(_ day: CivilDay) -> String {
            ICalendarWriter.digits(day.number * 86_400 + minute * 60)
        }
        var lines = ICalendarWriter()
        lines.line("DTSTART;TZID=\(name)", local(first.starts.firstDay))
        let end = calendar.local(first.instants.upperBound, of: event)
        lines.line(
            "DTEND;TZID=\(name)", ICalendarWriter.digits(end + (first.instants.isEmpty ? CalendarEvent.lengthShown : 0))
        )
        // An hour after the last start, and on its day: icalevents 0.3.1 adds the zone's offset once more, and forgets
        // an hour of summer time.
        let until = found.last.map { last in
            let start = calendar.instant(last, minute: minute, of: event)
            return ";UNTIL=" + ICalendarWriter.utc(min(start + 3600, calendar.instant(last + 1, of: event) - 1))
        }
        lines.line("RRULE", rule.text + (until ?? ""))
        for day in found.exceptions { lines.line("EXDATE;TZID=\(name)", local(day)) }
        when = lines.bytes
        // The same rules of a zone in all files: vobject 0.9.9 keeps the first that it reads in a process.
        let known = calendar.instant(from, of: event)
        zone = VTimeZone.lines(
            name, calendar.observances(of: event, from: min(known, first.instants.lowerBound)))
    }

    private mutating func allDay(_ first: Occurrence, _ rule: RecurrenceRule, _ found: SiteCalendar.SeriesDates) {
        var lines = ICalendarWriter()
        lines.line("DTSTART;VALUE=DATE", ICalendarWriter.date(first.starts.firstDay))
        lines.line("DTEND;VALUE=DATE", ICalendarWriter.date((first.ends?.lastDay ?? first.starts.lastDay) + 1))
        lines.line("RRULE", rule.text + (found.last.map { ";UNTIL=" + ICalendarWriter.date($0) } ?? ""))
        for day in found.exceptions { lines.line("EXDATE;VALUE=DATE", ICalendarWriter.date(day)) }
        when = lines.bytes
    }
}
