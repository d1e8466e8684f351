internal import Calendar
internal import Content
internal import Site
internal import Text

/// How an event comes again, as a `Schedule` of schema.org.
///
/// No schedule is better than one that names a day on which nobody meets: there is none for a rule that schema.org
/// cannot express (the last day of a month), for a cancelled series, or while its community rests without a known end.
struct EventSchedule {
    private let every: Interval
    private let days: Days
    /// The first of its days that are still to come; of a series that is over its first. `nil` where none is known.
    private let first: PartialDate?
    private let last: CivilDay?
    private let off: [PartialDate]
    private let times: (starts: String, ends: String?, zone: String?)?

    /// More are too many for a page.
    private static let exceptionsListed = 40

    init?(_ id: ItemID, _ entry: Event, _ scope: PageScope) {
        guard let repeats = entry.repeats?.value, let every = repeats.every?.value,
            entry.status?.value != .cancelled, !scope.derived.cancelled.contains(id),
            let days = Days(repeats.day.items().map(\.value), every.unit, from: entry.starts?.value),
            let off = Self.exceptions(of: id, entry, scope)
        else { return nil }
        let next = scope.derived.occurrences[id]
        if scope.derived.resting.contains(id), next == nil { return nil }
        self.every = every
        self.days = days
        self.off = off
        first = (next?.starts ?? entry.starts?.value).flatMap { $0.day == nil ? nil : $0 }
        last = Self.lastDay(entry, in: scope.site[id].community, scope)
        times = first?.clock.map { clock in
            let ends = (next ?? scope.site.calendar.first(of: entry))?.ends?.clock
            return (clock, ends, scope.site.calendar.zone(of: entry))
        }
    }

    var thing: Thing {
        Thing(
            "Schedule",
            [
                ("repeatFrequency", .text("P\(every.count)" + every.unit.rawValue.prefix(1).uppercased())),
                ("byDay", .values(days.ofWeek.map { .text($0) })),
                ("byMonthDay", .values(days.ofMonth.map { .number($0) })),
                ("byMonth", days.month.map { .number($0) }),
                ("startDate", .text(first.map { $0.firstDay.date.isoDate })),
                ("endDate", .text(last.map { $0.date.isoDate })),
                ("exceptDate", .values(off.map { .text($0.isoDate) })),
                ("startTime", .text(times.map { $0.starts + ":00" })),
                ("endTime", .text(times.flatMap { $0.ends.map { $0 + ":00" } })),
                ("scheduleTimezone", .text(times?.zone)),
            ])
    }

    /// The last day that is certain: the series ends, or its community is to rest or to end.
    private static func lastDay(_ entry: Event, in community: ItemID?, _ scope: PageScope) -> CivilDay? {
        let rests = scope.site.rests(of: community)
        var ends = [Repetitions.lastDay(of: entry), rests.end.map { $0 + -1 }]
        if let pause = rests.pause, pause.lowerBound > scope.site.today { ends.append(pause.lowerBound + -1) }
        return ends.compactMap { $0 }.min()
    }

    /// The days to come on which it does not happen, each by itself; `nil` where they are unknown, or too many.
    private static func exceptions(of id: ItemID, _ entry: Event, _ scope: PageScope) -> [PartialDate]? {
        var found = scope.site.occurrences(of: id).keys.filter { $0 >= scope.site.today }.sorted().map(\.date)
        for date in scope.site.calendar.exceptions(of: entry) {
            if date.day != nil {
                found.append(date)
            } else if entry.starts?.value.day == nil {
                return nil
            } else {
                let range = date.firstDay.number...date.lastDay.number
                found += range.lazy.map { CivilDay(number: $0) }.filter { Repetitions.happens(entry, on: $0) }.map(
                    \.date)
            }
            if found.count > exceptionsListed { return nil }
        }
        return found
    }
}

extension EventSchedule {
    /// The days of a rule in the words of iCalendar (RFC 5545, section 3.3.10), as `byDay` takes them.
    fileprivate struct Days {
        /// `TH`, `1TU`, `-1FR`.
        let ofWeek: [String]
        /// 1 to 31.
        let ofMonth: [Int]
        /// Of a rule by the year that names its days: they are those of one month.
        let month: Int?

        /// - Returns: `nil` for what these words cannot say: the last day of a month; a day of the month where weeks
        ///   are counted; days of the week besides days of the month, which would have to be both at once.
        init?(_ days: [RepeatDay], _ unit: Interval.Unit, from starts: PartialDate?) {
            let words = RecurrenceDays(days)
            (ofWeek, ofMonth) = (words.ofWeek, words.ofMonth)
            if ofMonth.contains(-1) || (unit == .week && !ofMonth.isEmpty) { return nil }
            if !ofWeek.isEmpty, !ofMonth.isEmpty { return nil }
            let isCounted = days.contains { if case .weekdayOfMonth = $0 { true } else { false } }
            if isCounted, unit == .day || unit == .week { return nil }
            month = unit == .year && !days.isEmpty ? starts?.month : nil
            if unit == .year, !days.isEmpty, month == nil { return nil }
        }
    }
}
