internal import Calendar
internal import Content
internal import Site
internal import Text

/// `data/events.json`: every event with the instants at which it happens within the calendar's window. The calendars
/// hold the same dates.
struct EventsJSON {
    private let scope: PageScope

    init(_ scope: PageScope) { self.scope = scope }

    func bytes() -> [UInt8] {
        var out: [UInt8] = []
        JSON.appendLines(
            scope.site.all(.event).lazy.compactMap { id in
                guard case .event(let event) = scope.site[id].entry else { return nil }
                return object(id, event)
            }, to: &out)
        return out
    }

    private func object(_ id: ItemID, _ event: Event) -> JSON {
        let item = scope.site[id]
        let uid = EventUID(id, in: scope.site)
        let isAllDay = event.starts?.value.minute == nil
        let occurrences = scope.shared.dates[id].map { occurrence -> JSON in
            let day = event.repeats == nil ? nil : occurrence.starts.firstDay.date.isoDate
            let times = isAllDay ? Self.days(occurrence) : Self.instants(occurrence)
            return .object([
                ("uid", .text(uid.text(on: day))), ("starts", .text(times.starts)), ("ends", .text(times.ends)),
            ])
        }
        return .object([
            ("id", .text(item.id)), ("url", .text(scope.shared.href(item.route))),
            ("title", .text(item.title(in: scope.language).text)), ("uid", .text(uid.text())),
            ("community", .text(item.community.map { scope.site[$0].id })),
            ("series", .text(item.occurrence?.seriesRoute)),
            ("kind", .text(event.kind?.value.rawValue)),
            ("status", .text((event.status?.value ?? .planned).rawValue)),
            ("time_zone", .text(isAllDay ? nil : scope.site.calendar.zone(of: event))), ("all_day", .flag(isAllDay)),
            ("repeats", .flag(event.repeats != nil)),
            ("calendar", .text(scope.site.hasCalendarFile(id) ? item.route + SiteGraph.eventFileName : nil)),
            ("occurrences", .list(occurrences)),
        ])
    }

    /// The first and the last day.
    private static func days(_ occurrence: Occurrence) -> (starts: String, ends: String?) {
        let last = occurrence.ends?.lastDay ?? occurrence.starts.lastDay
        return (occurrence.starts.firstDay.date.isoDate, last.date.isoDate)
    }

    /// No end where the length is not known.
    private static func instants(_ occurrence: Occurrence) -> (starts: String, ends: String?) {
        let instants = occurrence.instants
        return (utc(instants.lowerBound), instants.isEmpty ? nil : utc(instants.upperBound))
    }

    /// `2026-12-03T14:00:00Z`.
    private static func utc(_ instant: Int) -> String {
        let (day, seconds) = CivilDay.split(instant)
        var out = Array(day.date.isoDate.utf8)
        out.append("T")
        out.append(seconds / 3600, digits: 2)
        out.append(":")
        out.append(seconds / 60 % 60, digits: 2)
        out.append(":")
        out.append(seconds % 60, digits: 2)
        out.append("Z")
        return String(decoding: out, as: UTF8.self)
    }
}
