internal import Calendar
internal import Content
internal import Diagnostics

/// A monthly meeting that starts on a Tuesday: on the same day of each month, or on the same Tuesday?
extension SiteCheck {
    static let monthWithoutDay = SiteCheck(
        Rule(
            "month-without-day", .warning,
            "An event that repeats every month says whether it is on the same day of the month (`day: 10`) or on the "
                + "same weekday (`day: second tuesday`).",
            bad: ["events/a.md": "---\ntitle: A\nstarts: 2026-03-10 14:00\nrepeats:\n  every: month\n---\n"],
            good: [
                "events/a.md":
                    "---\ntitle: A\nstarts: 2026-03-10 14:00\nrepeats:\n  every: month\n  day: second tuesday\n---\n"
            ])
    ) { site, rule in
        eachEvent(site) { item, event in
            guard let repeats = event.repeats?.value, let every = repeats.every, every.value.unit == .month,
                // Twelve months are a year, which nobody counts in weekdays.
                !every.value.count.isMultiple(of: 12), repeats.day.items().isEmpty, repeats.dayLack != .unreadable,
                let starts = event.starts?.value, let day = starts.day, let month = starts.month,
                // Then `repetition-skips` asks the same.
                !Repetitions.skipsMonths(from: month, day: day, every: every.value)
            else { return nil }
            let next = max(site.today, starts.firstDay + 1)
            let dates = Repetitions.days(of: event, from: next, count: 3)
            guard !dates.isEmpty, event.status?.value != .cancelled, event.status?.value != .happened else {
                return nil
            }
            let weekdayName = weekday(starts.firstDay)
            let others = ordinals(of: starts.firstDay).map { number, name -> String in
                let other = RepeatDay.weekdayOfMonth(number, weekday: starts.firstDay.weekday)
                let days = Repetitions.days(of: event, on: other, from: next, count: 3).map(\.date.isoDate)
                return "For the \(name) \(weekdayName) of the month (\(days.joined(separator: ", "))) add "
                    + "`day: \(name) \(weekdayName.lowercased())` to `repeats`. "
            }
            let shown = dates.map { "\($0.date.isoDate) (\(weekday($0)))" }.joined(separator: ", ")
            return rule.at(
                every.range, in: item.path,
                "Without `day`, this event is on the \(ordinal(day)) of the month, whatever weekday that is: \(shown).",
                help: Help(others.joined() + "If the \(ordinal(day)) is right, add `day: \(day)`."))
        }
    }

    /// Which of its weekday in the month a day is, counted from the start and, if it is the last one, from the end.
    private static func ordinals(of day: CivilDay) -> [(Int, name: String)] {
        let date = day.date
        let number = (date.day! - 1) / 7 + 1
        let isLast = date.day! + 7 > CivilDay.days(inMonth: date.month!, of: date.year)
        let counted = (number, name: RepeatDay.ordinals[number - 1])
        return isLast ? [counted, (-1, name: "last")] : [counted]
    }
}
