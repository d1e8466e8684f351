/// What a zone does every year from some year on: the rule at the end of a TZif file (RFC 9636, section 3.3), in the
/// form of the variable TZ of POSIX with the extensions of that RFC, such as `EST5EDT,M3.2.0,M11.1.0`.
struct YearlyRule: Sendable, Equatable {
    /// Seconds east of UTC.
    let standard: Int
    var summer: Summer?

    struct Summer: Sendable, Equatable {
        let offset: Int
        let start: Moment
        let end: Moment
    }

    /// When the clocks are changed in a year, by the clocks as they are before.
    struct Moment: Sendable, Equatable {
        enum Day: Sendable, Equatable {
            /// 1 to 365; 29 February is never counted.
            case julian(Int)
            /// 0 to 365; 29 February counts.
            case ofYear(Int)
            /// The first to fourth (1 to 4) or last (5) of a weekday in a month; Sunday is 0.
            case weekday(Int, week: Int, month: Int)
        }
        let day: Day
        /// Seconds after midnight; may be negative, or more than a day.
        let time: Int

        /// Seconds since 1970 on the clocks as they are before.
        func local(in year: Int) -> Int { date(in: year) * 86_400 + time }

        private func date(in year: Int) -> Int {
            switch day {
            case .julian(let number):
                let isAfterFebruary = number >= 60 && Days.isLeap(year)
                return Days.first(of: year) + number - (isAfterFebruary ? 0 : 1)
            case .ofYear(let number): return Days.first(of: year) + number
            case .weekday(let weekday, let week, let month):
                let first = Days.first(of: month, in: year)
                let found = first + (weekday - Days.weekday(first) + 7) % 7 + (week - 1) * 7
                return found < Days.first(of: month + 1, in: year) ? found : found - 7
            }
        }
    }

    func offset(at instant: Int) -> Int {
        guard let summer else { return standard }
        let year = Days.year(of: Days.floor(instant + standard, by: 86_400))
        // The changes of one year follow each other, so the last one that is past decides.
        return changes(summer, from: year - 1, through: year + 1).last { $0.instant <= instant }?.offset ?? standard
    }

    /// - Parameters: instants; ascending.
    func changes(after start: Int, through end: Int) -> [ZoneRules.Change] {
        guard let summer, start < end else { return [] }
        let years = [start, end].map { Days.year(of: Days.floor($0, by: 86_400)) }
        return changes(summer, from: years[0] - 1, through: years[1] + 1).filter {
            $0.instant > start && $0.instant <= end
        }
    }

    /// Ascending. Where summer time ends as it begins, as all year, the two changes are at one instant, and the last
    /// one holds.
    private func changes(_ summer: Summer, from first: Int, through last: Int) -> [ZoneRules.Change] {
        (first...last).flatMap { year in
            [
                ZoneRules.Change(instant: summer.end.local(in: year) - summer.offset, offset: standard),
                ZoneRules.Change(instant: summer.start.local(in: year) - standard, offset: summer.offset),
            ]
        }.enumerated().sorted { ($0.element.instant, $0.offset) < ($1.element.instant, $1.offset) }.map(\.element)
    }
}

/// Days of the Gregorian calendar, counted from 1970-01-01.
enum Days {
    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    static func first(of year: Int) -> Int {
        let before = year - 1
        return before * 365 + floor(before, by: 4) - floor(before, by: 100) + floor(before, by: 400) - 719_162
    }

    /// - Parameter month: 1 to 12; 13 is January of the next year.
    static func first(of month: Int, in year: Int) -> Int {
        let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365][month - 1]
        return first(of: year) + before + (month > 2 && isLeap(year) ? 1 : 0)
    }

    static func year(of day: Int) -> Int {
        var year = 1970 + floor(day * 400, by: 146_097)
        while first(of: year) > day { year -= 1 }
        while first(of: year + 1) <= day { year += 1 }
        return year
    }

    /// Sunday is 0.
    static func weekday(_ day: Int) -> Int { ((day + 4) % 7 + 7) % 7 }

    static func floor(_ number: Int, by divisor: Int) -> Int {
        number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
    }
}
