public import Content
public import Zones

/// Calendar: when an event happens.
///
/// Knows the day for which a site is made and the rules of time zones. An event happens on days of its own time zone;
/// what is next, on, or over goes by instants, and by the day of the site. It must not know pages.
///
///     let calendar = SiteCalendar(today: today, zone: "Europe/London", zones: .builtIn)
///     let day = calendar.occurrence(of: event)?.starts
public struct SiteCalendar: Sendable {
    /// The day for which the site is made, in the site's time zone.
    public let today: CivilDay
    public let zones: Zones
    /// The site's time zone; `nil` for UTC.
    public let zone: String?
    /// The instant at which today begins, in seconds since 1970 UTC.
    let dawn: Int
    private let rules: ZoneRules

    public init(today: CivilDay, zone: String?, zones: Zones) {
        (self.today, self.zone, self.zones) = (today, zone, zones)
        rules = zone.flatMap { zones[$0] } ?? .utc
        dawn = rules.instant(today.number * 86_400)
    }

    /// The rules of an event's zone; those of the site where it states none, or one that is not known.
    func rules(of event: Event) -> ZoneRules { event.timeZone.flatMap { zones[$0.value] } ?? rules }

    /// - Returns: `nil` for an event that does not say when it starts.
    private func times(of event: Event) -> EventTimes? {
        event.starts.map { EventTimes(event, from: $0.value, rules(of: event)) }
    }

    /// The time that an event is on, or the next one, whether it is cancelled or not.
    ///
    /// - Returns: `nil` for events that are over, and for habits, whose days are not known.
    public func occurrence(of event: Event, without days: DaysOff = DaysOff()) -> Occurrence? {
        guard let starts = event.starts?.value, let times = times(of: event) else { return nil }
        guard event.repeats != nil, let series = Series(event) else {
            return times.occurrence(starts).unlessOver(at: dawn)
        }
        // Nothing that began longer ago than it takes is still on.
        let first = times.firstDay(near: dawn)
        for day in series.days(from: first, without: DayRanges(exceptions: event.repeats?.value, and: days)) {
            if let found = times.occurrence(on: day).unlessOver(at: dawn) { return found }
        }
        return nil
    }

    /// The times at which an event happens that are on or begin in a range of instants, in order, whether they are
    /// cancelled or not. None of what has no day.
    public func occurrences(of event: Event, in range: Range<Int>, without days: DaysOff = DaysOff()) -> [Occurrence] {
        guard let starts = event.starts?.value, starts.day != nil, let times = times(of: event) else { return [] }
        func isIn(_ occurrence: Occurrence) -> Bool {
            let instants = occurrence.instants
            return instants.lowerBound < range.upperBound
                && (instants.lowerBound >= range.lowerBound || instants.upperBound > range.lowerBound)
        }
        guard event.repeats != nil, let series = Series(event) else {
            return [times.occurrence(starts)].filter(isIn)
        }
        let off = DayRanges(exceptions: event.repeats?.value, and: days)
        let end = CivilDay.split(range.upperBound).day + 2
        var found: [Occurrence] = []
        for day in series.days(from: times.firstDay(near: range.lowerBound), without: off) {
            if day > end { break }
            found.append(times.occurrence(on: day))
        }
        return found.filter(isIn)
    }

    /// The instants of a range of days by the clocks of the site.
    public func instants(from first: CivilDay, before end: CivilDay) -> Range<Int> {
        rules.instant(first.number * 86_400)..<rules.instant(end.number * 86_400)
    }

    /// The dates of `except` that leave out a day of the repetition and are not over, as they are written; in order.
    ///
    /// Where no first date is known, all that are not over.
    public func exceptions(of event: Event) -> [PartialDate] {
        guard let repeats = event.repeats?.value else { return [] }
        let dates = repeats.except.items().map(\.value)
        guard let times = times(of: event), let series = Series(event) else {
            return dates.filter { $0.lastDay >= today }.sorted()
        }
        return dates.filter { date in
            guard times.occurrence(on: date.lastDay).unlessOver(at: dawn) != nil else { return false }
            return series.has(dayIn: max(date.firstDay, times.firstDay(near: dawn)), through: date.lastDay)
        }.sorted()
    }

    /// What an event would be on a date of `except`; `nil` where the event has no day to begin with.
    public func occurrence(of event: Event, leftOut date: PartialDate) -> Occurrence? {
        guard event.starts?.value.day != nil, let times = times(of: event) else { return nil }
        return date.day == nil ? times.occurrence(date) : times.occurrence(on: date.firstDay)
    }

    /// Whether a time of an event is over before the day for which the site is made.
    public func isOver(_ occurrence: Occurrence) -> Bool { occurrence.unlessOver(at: dawn) == nil }

    /// The first time of an event, also of one that is over.
    public func first(of event: Event) -> Occurrence? {
        event.starts.flatMap { times(of: event)?.occurrence($0.value) }
    }

    /// The zone to name beside the times of an event: its own, where it is not the site's.
    public func foreignZone(of event: Event) -> String? {
        guard event.starts?.value.minute != nil, let own = event.timeZone?.value, own != zone else { return nil }
        return own
    }

    /// The start and the end of an event by the clocks of the site's zone. An end that is only a day stays one.
    public func atHome(_ occurrence: Occurrence) -> (starts: PartialDate, ends: PartialDate?) {
        func date(_ instant: Int) -> PartialDate { Self.date(instant, by: rules) }
        let ends = occurrence.ends.map { $0.minute == nil ? $0 : date(occurrence.instants.upperBound) }
        return (date(occurrence.instants.lowerBound), ends)
    }

    /// Whether an event that has a time would be at another instant in another zone: once, or in some part of the year.
    public func differs(_ event: Event, from zone: String) -> Bool {
        guard let starts = event.starts?.value, let minute = starts.minute, let other = zones[zone] else {
            return false
        }
        let rules = rules(of: event)
        let days = event.repeats == nil ? [0] : [0, 91, 182, 273]
        return days.contains { day in
            let local = (starts.firstDay.number + day) * 86_400 + minute * 60
            return rules.instant(local) != other.instant(local)
        }
    }

    /// A time of an event that no clock shows.
    public struct SkippedTime: Sendable, Equatable {
        /// What the event states.
        public let date: Located<PartialDate>
        /// The day on which it is skipped.
        public let day: CivilDay
        /// Minutes of that day: the clocks are put forward from the first to the one after the last.
        public let gap: Range<Int>
    }

    /// The times of `starts` and `ends` over which the clocks are put forward; of a repetition also on its days of the
    /// year to come.
    public func skippedTimes(of event: Event) -> [SkippedTime] {
        let rules = rules(of: event)
        return [event.starts, event.ends].compactMap { $0 }.compactMap { date in
            guard let minute = date.value.minute else { return nil }
            let day = date.value.firstDay
            if let gap = rules.gap(at: day.number * 86_400 + minute * 60) {
                return SkippedTime(date: date, day: day, gap: Self.minutes(gap, of: day))
            }
            guard event.repeats != nil, date == event.starts else { return nil }
            return rules.gaps(after: dawn, through: dawn + 366 * 86_400).lazy.compactMap { gap in
                let day = CivilDay.split(gap.lowerBound).day
                let minutes = Self.minutes(gap, of: day)
                guard minutes.contains(minute), Repetitions.happens(event, on: day),
                    DayRanges(exceptions: event.repeats?.value).end(of: day) == nil
                else { return nil }
                return SkippedTime(date: date, day: day, gap: minutes)
            }.first
        }
    }

    private static func minutes(_ gap: Range<Int>, of day: CivilDay) -> Range<Int> {
        let start = day.number * 86_400
        return (gap.lowerBound - start) / 60..<(gap.upperBound - start) / 60
    }

    /// Whether the zones of the program, which are newer, have other clocks in a zone in the years around today.
    public func isOutdated(_ zone: String) -> Bool {
        guard let release = zones.release, let newer = Zones.builtIn.release, release < newer,
            let old = zones[zone], let new = Zones.builtIn[zone]
        else { return false }
        return !old.agrees(with: new, from: dawn - 366 * 86_400, through: dawn + 5 * 366 * 86_400)
    }
}

/// One of the times that an event happens.
public struct Occurrence: Sendable, Equatable {
    /// In the event's own time zone.
    public let starts: PartialDate
    /// In the same zone; `nil` where it is not known, or `starts` is as much as can be said.
    public let ends: PartialDate?
    /// Seconds since 1970 UTC; empty where it is not known how long it takes.
    public let instants: Range<Int>
    /// Whether it began before today and is not over.
    public fileprivate(set) var isOn = false

    init(starts: PartialDate, ends: PartialDate?, instants: Range<Int>) {
        (self.starts, self.ends, self.instants) = (starts, ends, instants)
    }

    fileprivate func unlessOver(at dawn: Int) -> Occurrence? {
        let hasBegun = instants.lowerBound < dawn
        if hasBegun, instants.upperBound <= dawn { return nil }
        var occurrence = self
        occurrence.isOn = hasBegun && starts.day != nil
        return occurrence
    }
}
