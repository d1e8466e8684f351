package import Content
internal import Zones

/// Times of events as other programs read them.
extension SiteCalendar {
    /// The zone by whose clocks an event states its times; `nil` where neither it nor the site names one that is known.
    package func zone(of event: Event) -> String? {
        [event.timeZone?.value, zone].lazy.compactMap { $0 }.first { zones[$0] != nil }
    }

    /// An instant by an event's clocks, with their offset from UTC at that instant: `2026-07-01T14:00:00+01:00` (ISO
    /// 8601). Without the offset where no zone is known.
    package func timestamp(_ instant: Int, of event: Event) -> String {
        let rules = rules(of: event)
        let date = Self.date(instant, by: rules)
        let local = "\(date.isoDate)T\(date.clock ?? "00:00"):00"
        return zone(of: event) == nil ? local : local + Self.offset(rules.offset(at: instant))
    }

    /// What the clocks of a zone show at an instant; `nil` where the zone is not known.
    package func local(_ instant: Int, in zone: String) -> PartialDate? {
        zones[zone].map { Self.date(instant, by: $0) }
    }

    /// The day and the minute that clocks show at an instant.
    static func date(_ instant: Int, by rules: ZoneRules) -> PartialDate {
        let (day, seconds) = CivilDay.split(rules.local(instant))
        var date = day.date
        date.minute = seconds / 60
        return date
    }

    private static func offset(_ seconds: Int) -> String {
        let (hours, minutes) = (abs(seconds) / 60).quotientAndRemainder(dividingBy: 60)
        return (seconds < 0 ? "-" : "+") + PartialDate.padded(hours, 2) + ":" + PartialDate.padded(minutes, 2)
    }
}
