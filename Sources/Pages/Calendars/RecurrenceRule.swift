internal import Content

/// The value of an `RRULE` without its end (RFC 5545, section 3.3.10), in the forms that readers agree on.
struct RecurrenceRule {
    let text: String

    /// - Parameter starts: its first date, which a rule without a day follows.
    /// - Returns: `nil` for a mixture of weekdays and days of the month, which this form would take for days that are
    ///   both; and for days that the unit cannot have.
    init?(_ repeats: Repetition, from starts: PartialDate?) {
        guard let every = repeats.every?.value, let starts, let day = starts.day, let month = starts.month else {
            return nil
        }
        var parts = ["FREQ=" + Self.frequency(every.unit)]
        if every.count > 1 { parts.append("INTERVAL=\(every.count)") }
        let days = repeats.day.items().map(\.value)
        switch every.unit {
        case .day: if !days.isEmpty { return nil }
        case .week:
            let names = days.compactMap { day -> Int? in if case .weekday(let day) = day { day } else { nil } }
            guard names.count == days.count else { return nil }
            let sorted = Set(names).sorted()
            // One weekday needs none; some readers skip a series that names the day by another zone's.
            if sorted.count > 1 || sorted.first.map({ $0 != starts.firstDay.weekday }) ?? false {
                parts.append("BYDAY=" + sorted.map(RecurrenceDays.name).joined(separator: ","))
                if every.count > 1 { parts.append("WKST=MO") }
            }
        case .month, .year:
            if every.unit == .year { parts.append("BYMONTH=\(month)") }
            let length = every.unit == .year && month != 2 ? CivilDay.days(inMonth: month, of: starts.year) : nil
            guard let part = Self.ofMonth(days.isEmpty ? [.dayOfMonth(day)] : days, lastDay: length) else { return nil }
            parts.append(part)
        }
        text = parts.joined(separator: ";")
    }

    private static func frequency(_ unit: Interval.Unit) -> String {
        switch unit {
        case .day: "DAILY"
        case .week: "WEEKLY"
        case .month: "MONTHLY"
        case .year: "YEARLY"
        }
    }

    /// `BYDAY=1TU`, `BYMONTHDAY=15,-1`.
    ///
    /// - Parameter last: the last day of the month, where it is the same every year: ical.js reads -1 as a year later
    ///   for some rules by the year.
    private static func ofMonth(_ days: [RepeatDay], lastDay last: Int?) -> String? {
        let words = RecurrenceDays(days)
        let numbers = words.ofMonth.map { $0 < 0 ? last ?? $0 : $0 }
        if !words.ofWeek.isEmpty, !numbers.isEmpty { return nil }
        // A day that is named twice is one day.
        return words.ofWeek.isEmpty
            ? "BYMONTHDAY=" + numbers.map(String.init).uniqued().joined(separator: ",")
            : "BYDAY=" + words.ofWeek.uniqued().joined(separator: ",")
    }
}
