public import Content

/// What is known of a repetition whatever the day: which days it has, and which of its exceptions are mistaken.
public enum Repetitions {
    /// An exception that leaves nothing out.
    public struct MistakenException: Sendable {
        public let date: Located<PartialDate>
        /// The two days of the repetition that are nearest to it; fewer where it has fewer.
        public let nearest: [CivilDay]
    }

    /// The dates of `except` on which the event would not happen anyway, in the order of the file.
    ///
    /// None where the days of the repetition are unknown, or there are none.
    public static func mistakenExceptions(of event: Event) -> [MistakenException] {
        guard let except = event.repeats?.value.except, let series = Series(event) else { return [] }
        return except.value.compactMap { date in
            if series.has(dayIn: date.value.firstDay, through: date.value.lastDay) { return nil }
            let nearest = series.nearest(to: date.value)
            return nearest.isEmpty ? nil : MistakenException(date: date, nearest: nearest)
        }
    }

    /// The first day of a repetition, its exceptions left aside; `nil` where it has none or that is unknown.
    public static func firstDay(of event: Event) -> CivilDay? {
        guard event.starts?.value.day != nil, let series = Series(event) else { return nil }
        return series.first(from: series.start)
    }

    /// The last day on which a repetition may happen, by `until` or `count`; `nil` where it goes on.
    public static func lastDay(of event: Event) -> CivilDay? { Series(event)?.last }

    /// The days of a repetition that are nearest to one on which it does not happen, two at most; none where it happens
    /// on that day, or its days are unknown.
    public static func nearest(of event: Event, to day: CivilDay) -> [CivilDay] {
        guard let series = Series(event), !series.has(dayIn: day, through: day) else { return [] }
        return series.nearest(to: day.date)
    }

    /// Whether a repetition with a first day has a day at all, its exceptions left aside.
    public static func hasDays(_ event: Event) -> Bool {
        event.starts?.value.day == nil || Series(event) == nil || firstDay(of: event) != nil
    }

    /// The days of a repetition from one on, without its exceptions.
    ///
    /// - Parameters:
    ///   - rule: the day to take in place of those of the event.
    ///   - count: how many at most.
    public static func days(
        of event: Event, on rule: RepeatDay? = nil, from first: CivilDay, count: Int
    ) -> [CivilDay] {
        var event = event
        if let rule { event.repeats?.value.day = Located([Located(rule, 0..<0)], 0..<0) }
        guard let series = Series(event) else { return [] }
        return Array(series.days(from: first, without: DayRanges(exceptions: event.repeats?.value)).prefix(count))
    }

    /// Whether an event happens on a day, its exceptions left aside.
    public static func happens(_ event: Event, on day: CivilDay) -> Bool {
        guard let starts = event.starts?.value, starts.day != nil else { return false }
        guard event.repeats != nil else { return starts.firstDay == day }
        return Series(event)?.has(dayIn: day, through: day) ?? false
    }

    /// Whether a repetition on one day of the month meets a month that lacks it, in a year that is not a leap year.
    public static func skipsMonths(from month: Int, day: Int, every: Interval) -> Bool {
        let step: Int
        switch every.unit {
        case .day, .week: return false
        case .month: step = every.count
        case .year: step = 12 * every.count
        }
        let first = PartialDate(year: 2027, month: month)
        return (0..<12).contains { CivilDay.days(inMonth: first.month(plus: $0 * step).month!, of: 2027) < day }
    }

    /// Whether every day of a repetition that ends is one of its exceptions.
    ///
    public static func isLeftOutAltogether(_ event: Event) -> Bool {
        guard let series = Series(event), event.starts?.value.day != nil, series.last != nil,
            series.first(from: series.start) != nil
        else { return false }
        let off = DayRanges(exceptions: event.repeats?.value)
        var day = series.start
        while let next = series.first(from: day) {
            guard let end = off.end(of: next) else { return false }
            day = end + 1
        }
        return true
    }
}

/// The days of an event that comes again, its exceptions among them.
struct Series {
    let rule: Recurrence
    /// By `until` or `count`.
    private(set) var last: CivilDay?
    var start: CivilDay { rule.start }

    /// - Returns: `nil` when the days cannot be determined: no day to begin with, and no days of the week or month.
    init?(_ event: Event) {
        guard let repeats = event.repeats?.value, let interval = repeats.every?.value else { return nil }
        last = repeats.until?.value.lastDay
        if let starts = event.starts?.value {
            guard starts.day != nil else { return nil }
            rule = Recurrence(repeats, from: starts.firstDay)
            if let count = repeats.count?.value, let end = rule.day(number: count) { last = min(last ?? end, end) }
        } else {
            // A habit: it is not known in which weeks or months, but on which of their days.
            guard !repeats.day.items().isEmpty, interval.unit != .year else { return nil }
            var each = repeats
            each.every?.value = Interval(count: 1, unit: interval.unit)
            rule = Recurrence(each, from: CivilDay(year: 1970, month: 1, day: 1))
        }
    }

    /// - Parameter end: a day after which none is looked for, besides the end of the repetition.
    func first(from day: CivilDay, through end: CivilDay? = nil) -> CivilDay? {
        rule.first(from: day, until: [last, end].compactMap { $0 }.min())
    }

    /// Its days from one on, but for those that are left out; found one by one.
    func days(from first: CivilDay, without off: DayRanges) -> some Sequence<CivilDay> {
        sequence(state: first) { day in
            while let next = self.first(from: day) {
                let end = off.end(of: next)
                day = (end ?? next) + 1
                if end == nil { return next }
            }
            return nil
        }
    }

    func has(dayIn first: CivilDay, through end: CivilDay) -> Bool { self.first(from: first, through: end) != nil }

    /// The two days nearest to a date, one on either side where there are both; in order.
    func nearest(to date: PartialDate) -> [CivilDay] {
        let after = first(from: date.firstDay)
        guard let before = lastDay(before: min(date.firstDay, (last ?? date.firstDay) + 1)) else {
            return [after, after.flatMap { first(from: $0 + 1) }].compactMap { $0 }
        }
        guard let after else { return [lastDay(before: before), before].compactMap { $0 } }
        return [before, after]
    }

    /// Looks through stretches before `day`, each twice as long as the one before, so that days far away are found
    /// in few steps.
    func lastDay(before day: CivilDay) -> CivilDay? {
        var length = 1
        while true {
            let from = max(start, day + -length)
            if var found = first(from: from, through: day + -1) {
                while let next = first(from: found + 1, through: day + -1) { found = next }
                return found
            }
            if from == start { return nil }
            length *= 2
        }
    }
}
