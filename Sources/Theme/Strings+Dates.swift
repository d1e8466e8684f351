internal import Content

extension Strings {
    /// `12 March 2026`, `March 2026` or `2026`, as far as the date is known; without its time.
    func date(_ date: PartialDate) -> String {
        let year = String(date.year)
        guard let month = date.month else { return year }
        let name = list("months")[month - 1]
        guard let day = date.day else { return format("date_month", ["month": name, "year": year]) }
        return format("date_day", ["day": String(day), "month": name, "year": year])
    }

    func dateWithWeekday(_ date: PartialDate) -> String {
        guard date.day != nil else { return self.date(date) }
        return format("date_weekday", ["weekday": list("weekdays")[date.firstDay.weekday - 1], "date": self.date(date)])
    }

    /// `Thursday 12 March 2026, 14:00`, as far as the date is known.
    func dateWithTime(_ date: PartialDate) -> String {
        let day = dateWithWeekday(date)
        return date.clock.map { format("date_time", ["date": day, "time": $0]) } ?? day
    }

    /// `Every 2 weeks on Thursday, until 31 December 2026`.
    func repetition(_ repetition: Repetition) -> String {
        let interval = repetition.every?.value ?? Interval(count: 1, unit: .week)
        var text = count("every_\(interval.unit.rawValue)", interval.count)
        let days = repetition.day.items().map { day($0.value) }
        if !days.isEmpty { text = format("repeats_on", ["every": text, "days": joined(days)]) }
        if let until = repetition.until?.value { text = format("repeats_until", ["repeats": text, "date": date(until)]) }
        return text
    }

    private func day(_ day: RepeatDay) -> String {
        let weekdays = list("weekdays")
        switch day {
        case .weekday(let weekday): return weekdays[weekday - 1]
        case .weekdayOfMonth(let ordinal, let weekday):
            let name = ordinal < 0 ? list("ordinals").last! : list("ordinals")[ordinal - 1]
            return format("weekday_of_month", ["ordinal": name, "weekday": weekdays[weekday - 1]])
        case .dayOfMonth(let number): return format("day_of_month", ["n": String(number)])
        }
    }

    /// `a, b and c`.
    func joined(_ parts: [String]) -> String {
        guard parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: self["list_separator"]) + self["list_last_separator"] + parts.last!
    }
}
