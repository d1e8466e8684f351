internal import Content

/// The days of a repetition, by the rules of RFC 5545 (weeks start on Monday; days that a month lacks are skipped).
struct Recurrence {
    let interval: Interval
    let days: [RepeatDay]
    let start: CivilDay

    init(_ repetition: Repetition, from start: CivilDay) {
        interval = repetition.every?.value ?? Interval(count: 1, unit: .week)
        days = repetition.day.items().map(\.value)
        self.start = start
    }

    /// How many empty periods in a row are looked through before a rule counts as one that gives no day.
    static let patience = 500

    /// The first of its days that is not before a day and not after another.
    func first(from today: CivilDay, until last: CivilDay?) -> CivilDay? {
        let last = min(last ?? .last, .last)
        var period = firstPeriod(near: today)
        for _ in 0..<Self.patience {
            if let day = self.days(inPeriod: period).first(where: { $0 >= start && $0 >= today }) {
                return day <= last ? day : nil
            }
            period += 1
        }
        return nil
    }

    /// The first day is number 1; `nil` where the rule has fewer.
    func day(number: Int) -> CivilDay? {
        var day = first(from: start, until: nil)
        for _ in 1..<number { day = day.flatMap { first(from: $0 + 1, until: nil) } }
        return day
    }

    /// The number of a period that is not after the one with `today` in it; 0 is the period of the start.
    private func firstPeriod(near today: CivilDay) -> Int {
        let gap = max(0, today.number - start.number)
        let length =
            switch interval.unit {
            case .day: 1
            case .week: 7
            case .month: 31
            case .year: 366
            }
        return max(0, gap / (length * interval.count) - 1)
    }

    private func days(inPeriod number: Int) -> [CivilDay] {
        let step = number * interval.count
        switch interval.unit {
        case .day: return [start + step].filter(isOnRepeatDay)
        case .week:
            let monday = start + (1 - start.weekday + 7 * step)
            let weekdays = days.compactMap { if case .weekday(let day) = $0 { day } else { nil } }
            return (days.isEmpty ? [start.weekday] : weekdays.sorted()).map { monday + ($0 - 1) }
        case .month:
            let date = start.date
            let month = date.month(plus: step)
            return inMonth(month.month!, of: month.year, startDay: date.day!)
        case .year:
            let date = start.date
            return inMonth(date.month!, of: date.year + step, startDay: date.day!)
        }
    }

    /// Whether a daily event happens on a day: `day` leaves days out there.
    private func isOnRepeatDay(_ day: CivilDay) -> Bool {
        let date = day.date
        return days.isEmpty || inMonth(date.month!, of: date.year, startDay: date.day!).contains(day)
    }

    private func inMonth(_ month: Int, of year: Int, startDay: Int) -> [CivilDay] {
        let count = CivilDay.days(inMonth: month, of: year)
        let first = CivilDay(year: year, month: month, day: 1)
        let rules = days.isEmpty ? [.dayOfMonth(startDay)] : days
        let found = rules.flatMap { rule -> [CivilDay] in
            switch rule {
            case .dayOfMonth(let day): return day <= count ? [first + (day - 1)] : []
            case .lastDayOfMonth: return [first + (count - 1)]
            case .weekday(let weekday):
                return (0..<count).map { first + $0 }.filter { $0.weekday == weekday }
            case .weekdayOfMonth(let ordinal, let weekday):
                let all = (0..<count).map { first + $0 }.filter { $0.weekday == weekday }
                let index = ordinal < 0 ? all.count - 1 : ordinal - 1
                return all.indices.contains(index) ? [all[index]] : []
            }
        }
        return found.sorted()
    }
}
