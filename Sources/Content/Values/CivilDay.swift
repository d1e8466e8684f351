/// A day of the Gregorian calendar, as days since 1970-01-01, so that days can be counted without a calendar library.
///
/// The conversion is Howard Hinnant's `days_from_civil` (chrono-compatible low-level date algorithms).
public struct CivilDay: Sendable, Hashable, Comparable {
    public var number: Int

    /// The day with an instant in it, and the seconds since it began; of seconds since 1970 by some clock.
    public static func split(_ seconds: Int) -> (day: CivilDay, seconds: Int) {
        let rest = (seconds % 86_400 + 86_400) % 86_400
        return (CivilDay(number: (seconds - rest) / 86_400), rest)
    }

    public init(number: Int) { self.number = number }

    public init(year: Int, month: Int, day: Int) {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// The last day that a date can name.
    public static let last = CivilDay(year: 9999, month: 12, day: 31)

    public var date: PartialDate {
        let z = number + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return PartialDate(year: year, month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// 1 for Monday to 7 for Sunday (ISO 8601).
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    public static func < (a: CivilDay, b: CivilDay) -> Bool { a.number < b.number }

    public static func + (day: CivilDay, days: Int) -> CivilDay { CivilDay(number: day.number + days) }

    /// The same day of a month some months later, or earlier; the last of that month where it is too short.
    public func plus(months: Int) -> CivilDay {
        let date = self.date
        let month = date.month(plus: months)
        return min(month.firstDay + (date.day! - 1), month.lastDay)
    }

    public static func days(inMonth month: Int, of year: Int) -> Int {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
}
