package import Content
package import Zones

/// A series as other programs can be told of it: a rule, its end, and what is left out.
extension SiteCalendar {
    /// The dates of a repetition that its rule alone does not say.
    package struct SeriesDates: Sendable {
        /// The first that takes place from some day on.
        package let first: Occurrence
        /// The last day of the series; `nil` where it goes on.
        package let last: CivilDay?
        /// Days of the rule between the two on which it does not happen; in order.
        package let exceptions: [CivilDay]
    }

    /// - Parameters:
    ///   - start: dates before it are not told, unless the series is over by then.
    ///   - limit: how many exceptions are listed.
    /// - Returns: `nil` for what has no dates, and where more are left out than are listed.
    package func series(of event: Event, from start: CivilDay, without days: DaysOff, listing limit: Int)
        -> SeriesDates?
    {
        guard let starts = event.starts?.value, starts.day != nil, let series = Series(event) else { return nil }
        let off = DayRanges(exceptions: event.repeats?.value, and: days)
        func firstDay(from day: CivilDay) -> CivilDay? {
            for day in series.days(from: day, without: off) { return day }
            return nil
        }
        guard let first = firstDay(from: start) ?? firstDay(from: series.start) else { return nil }
        let rest = off.endless.map { $0 + -1 }
        let last = [series.last, rest].compactMap { $0 }.min()
        var exceptions: [CivilDay] = []
        for range in off.ending(after: first) {
            var day = max(range.lowerBound, first)
            while let next = series.first(from: day, through: [range.upperBound, last].compactMap { $0 }.min()) {
                exceptions.append(next)
                if exceptions.count > limit { return nil }
                day = next + 1
            }
        }
        let times = EventTimes(event, from: starts, rules(of: event))
        return SeriesDates(first: times.occurrence(on: first), last: last, exceptions: exceptions)
    }

    /// Seconds since 1970 on an event's clocks.
    package func local(_ instant: Int, of event: Event) -> Int { rules(of: event).local(instant) }

    /// The instant at which a day begins by an event's clocks.
    package func instant(_ day: CivilDay, of event: Event) -> Int { rules(of: event).instant(day.number * 86_400) }

    /// How an event's clocks are changed from an instant on.
    package func observances(of event: Event, from start: Int) -> [ZoneObservance] {
        rules(of: event).observances(from: start)
    }
}
