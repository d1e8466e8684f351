internal import Calendar
internal import Content

/// The days whose meetings calendars hold. They depend on the month in which the site is made, so that two builds of
/// one month are the same to the byte.
struct CalendarWindow: Sendable {
    /// The first of the month in which the site is made.
    let month: CivilDay
    let first: CivilDay
    /// The day after the last.
    let end: CivilDay

    private static let monthsBefore = 3
    private static let monthsAfter = 18

    init(_ today: CivilDay) {
        month = Self.month(today, plus: 0)
        first = Self.month(today, plus: -Self.monthsBefore)
        end = Self.month(today, plus: Self.monthsAfter)
    }

    /// The first day of a month, as many months after the one with a day in it.
    static func month(_ day: CivilDay, plus months: Int) -> CivilDay {
        let date = day.date
        let number = date.year * 12 + (date.month ?? 1) - 1 + months
        return CivilDay(year: number / 12, month: number % 12 + 1, day: 1)
    }
}
