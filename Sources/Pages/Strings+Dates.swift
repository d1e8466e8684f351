package import Content
internal import Theme

/// Numbers are in the digits 0 to 9 in every language, as governments that write Arabic publish them too, and dates of
/// the Gregorian calendar. All else is a pattern in the words of the language.
extension Strings {
    /// `12 March 2026`, `March 2026` or `2026`, as far as the date is known; without its time.
    package func date(_ date: PartialDate) -> String {
        let year = String(date.year)
        guard let month = date.month else { return year }
        guard let day = date.day else { return format("date_month", ["month": monthAlone(month), "year": year]) }
        return format("date_day", ["day": self.day(day), "month": list("months")[month - 1], "year": year])
    }

    /// With its time, where it has one: `Thursday 12 March 2026, 14:00`.
    package func dateAndTime(_ date: PartialDate) -> String {
        let day = dateWithWeekday(date)
        return time(of: date).map { format("date_time", ["date": day, "time": $0]) } ?? day
    }

    /// From when until when: `Thursday 12 March 2026, 14:00 to 15:00`.
    ///
    /// - Parameter zone: to name after it, where its clocks are not those that readers expect.
    func dates(_ starts: PartialDate, _ ends: PartialDate?, zone: String? = nil) -> String {
        range(from: dateAndTime(starts), starts, ends, zone)
    }

    /// The same without the day on which it starts: `14:00 to 15:00`, or that it takes all of it.
    func times(_ starts: PartialDate, _ ends: PartialDate?, zone: String? = nil) -> String {
        range(from: time(of: starts) ?? self["all_day"], starts, ends, zone)
    }

    private func range(from start: String, _ starts: PartialDate, _ ends: PartialDate?, _ zone: String?) -> String {
        var text = start
        if let ends {
            let isSameDay = (starts.year, starts.month, starts.day) == (ends.year, ends.month, ends.day)
            let end = isSameDay ? time(of: ends) : dateAndTime(ends)
            text = end.map { format("date_range", ["start": text, "end": $0]) } ?? text
        }
        return zone.map { format("in_zone", ["when": text, "zone": zoneName($0)]) } ?? text
    }

    /// `Los Angeles time`; `UTC`, `CET` and their like as they are. `Etc/GMT+5` is five hours behind UTC, by POSIX.
    private func zoneName(_ zone: String) -> String {
        let parts = zone.split(separator: "/")
        guard parts.count > 1, let city = parts.last else { return zone }
        if parts[0] == "Etc" {
            let signs: [Character: Character] = ["+": "−", "-": "+"]
            return "UTC" + city.drop { signs[$0] == nil }.map { signs[$0] ?? $0 }
        }
        return format("city_time", ["city": String(city).replacing("_", with: " ")])
    }

    /// On the 24 hours' clock: `14:00`, or `14 h 00`.
    func time(of date: PartialDate) -> String? {
        guard let minute = date.minute else { return nil }
        let (hour, rest) = minute.quotientAndRemainder(dividingBy: 60)
        let (hours, minutes) = (PartialDate.padded(hour, 2), PartialDate.padded(rest, 2))
        return format("time", ["hour": hours, "h": String(hour), "minute": minutes])
    }

    /// A day of a month; the first may be written otherwise, as French `1er`.
    private func day(_ number: Int) -> String { number == 1 ? format("day_first", ["n": "1"]) : String(number) }

    /// `December 2026`.
    func month(_ day: CivilDay) -> String { date(PartialDate(year: day.date.year, month: day.date.month)) }

    /// `3 December`.
    package func dayAndMonth(_ day: CivilDay) -> String {
        let date = day.date
        return format(
            "date_day_month", ["day": self.day(date.day ?? 1), "month": list("months")[(date.month ?? 1) - 1]])
    }

    /// `Thursday 3 December`.
    func dayOfYear(_ day: CivilDay) -> String {
        let date = day.date
        return format(
            "date_weekday_month",
            [
                "weekday": list("weekdays")[day.weekday - 1], "day": self.day(date.day ?? 1),
                "month": list("months")[(date.month ?? 1) - 1],
            ])
    }

    func dateWithWeekday(_ date: PartialDate) -> String {
        guard date.day != nil else { return self.date(date) }
        return format(
            "date_weekday", ["weekday": list("weekdays")[date.firstDay.weekday - 1], "date": self.date(date)])
    }

    /// `Every 2 weeks on Thursday, until 31 December 2026`.
    ///
    /// - Parameter starts: its first date, whose day it keeps where it names none.
    package func repetition(_ repetition: Repetition, from starts: PartialDate?) -> String {
        let interval = repetition.every?.value ?? Interval(count: 1, unit: .week)
        var text = count("every_\(interval.unit.rawValue)", interval.count)
        let days = repetition.day.items().map { day($0.value) }
        if !days.isEmpty { text = format("repeats_on", ["every": text, "days": joined(days)]) }
        if let skipped = Self.skipped(repetition, interval.unit, from: starts) {
            text = format(skipped, ["repeats": text])
        }
        if let until = repetition.until?.value {
            text = format("repeats_until", ["repeats": text, "date": date(until)])
        }
        if let number = repetition.count?.value {
            text = format("repeats_count", ["repeats": text, "dates": count("dates_count", number)])
        }
        return text
    }

    /// The words for what some months or years lack; `nil` where every one has its day.
    private static func skipped(_ repetition: Repetition, _ unit: Interval.Unit, from starts: PartialDate?) -> String? {
        let days = repetition.day.items().map(\.value)
        switch unit {
        case .day, .week: return nil
        case .month:
            let isRare = days.contains { day in
                switch day {
                case .dayOfMonth(let number): number > 28
                case .weekdayOfMonth(let ordinal, _): ordinal == 5
                case .weekday, .lastDayOfMonth: false
                }
            }
            let startsLate = days.isEmpty && starts?.day ?? 0 > 28
            return isRare || startsLate ? "skips_months" : nil
        case .year:
            guard starts?.month == 2 else { return nil }
            let isLeapDay = days.isEmpty ? starts?.day == 29 : days.contains(.dayOfMonth(29))
            return isLeapDay ? "skips_years" : nil
        }
    }

    private func day(_ day: RepeatDay) -> String {
        let weekdays = list("weekdays")
        switch day {
        case .weekday(let weekday): return weekdays[weekday - 1]
        case .weekdayOfMonth(let ordinal, let weekday):
            let name = ordinal < 0 ? list("ordinals").last! : list("ordinals")[ordinal - 1]
            return format("weekday_of_month", ["ordinal": name, "weekday": weekdays[weekday - 1]])
        case .lastDayOfMonth: return self["day_last"]
        case .dayOfMonth(let number): return format("day_of_month", ["n": self.day(number)])
        }
    }

    /// `(3 more since 1 November 2025)`.
    package func growth(_ count: Int, since date: PartialDate) -> String {
        let key = count > 0 ? "members_more" : count < 0 ? "members_fewer" : "members_same"
        return format(key, ["n": grouped(abs(count)), "date": self.date(date)])
    }

    /// `a, b and c`.
    package func joined(_ parts: [String]) -> String {
        guard parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: self["list_separator"]) + self["list_last_separator"] + parts.last!
    }
}
