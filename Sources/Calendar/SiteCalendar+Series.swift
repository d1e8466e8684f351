package import Content
package import Zones

/// A series for other programs: a rule, its end, and what is left out.
extension SiteCalendar {
    /// The dates of a repetition that its rule alone does not say.
    package struct SeriesDates: Sendable {
        /// The first that takes place from some day on and meets no change of the clocks.
        package let first: Occurrence
        /// The last day of the rule; `nil` where it goes on.
        package let last: CivilDay?
        /// Days of the rule between the two on which it does not happen, or that are listed separately; in order.
        package let exceptions: [CivilDay]
        /// Those around a change of the clocks, in three years: programs differ in when these begin and end.
        package let apart: [Occurrence]
    }

    private static let yearsTold = 3

    /// - Parameters:
    ///   - start: dates before it are left out, unless the series is over by then.
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
        guard let begin = firstDay(from: start) ?? firstDay(from: series.start) else { return nil }
        let instant = instant(begin, of: event)
        let told = occurrences(
            of: event, in: instant..<(instant + Self.yearsTold * 366 * 86_400), without: days
        ).filter { $0.starts.firstDay >= begin }
        let apart = starts.minute == nil ? [] : told.filter { meetsChange($0, of: event) }
        let apartDays = Set(apart.map(\.starts.firstDay))
        guard let first = told.first(where: { !apartDays.contains($0.starts.firstDay) }) else { return nil }
        let end = [series.last, off.endless.map { $0 + -1 }].compactMap { $0 }.min()
        let last = end.flatMap { series.lastDay(before: $0 + 1) }
        var exceptions = apartDays.filter { $0 > first.starts.firstDay }
        for range in off.ending(after: first.starts.firstDay) {
            var day = max(range.lowerBound, first.starts.firstDay)
            while let next = series.first(from: day, through: [range.upperBound, last].compactMap { $0 }.min()) {
                exceptions.insert(next)
                if exceptions.count > limit { return nil }
                day = next + 1
            }
        }
        return SeriesDates(first: first, last: last, exceptions: exceptions.sorted(), apart: apart)
    }

    /// Whether the clocks are changed within some hours of a date.
    private func meetsChange(_ occurrence: Occurrence, of event: Event) -> Bool {
        let hours = 3 * 3600
        let rules = rules(of: event)
        return rules.offset(at: occurrence.instants.lowerBound - hours)
            != rules.offset(at: occurrence.instants.upperBound + hours)
    }

    /// Seconds since 1970 on an event's clocks.
    package func local(_ instant: Int, of event: Event) -> Int { rules(of: event).local(instant) }

    /// The instant of a minute of a day by an event's clocks.
    package func instant(_ day: CivilDay, minute: Int = 0, of event: Event) -> Int {
        rules(of: event).instant(day.number * 86_400 + minute * 60)
    }

    /// How an event's clocks are changed from an instant on.
    package func observances(of event: Event, from start: Int) -> [ZoneObservance] {
        rules(of: event).observances(from: start)
    }
}
