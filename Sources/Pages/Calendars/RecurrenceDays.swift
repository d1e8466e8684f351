internal import Content

/// The days of a repetition in the words of iCalendar (RFC 5545, section 3.3.10).
struct RecurrenceDays {
    /// `TH`, `1TU`, `-1FR`.
    private(set) var ofWeek: [String] = []
    /// 1 to 31; -1 for the last.
    private(set) var ofMonth: [Int] = []

    init(_ days: [RepeatDay]) {
        for day in days {
            switch day {
            case .weekday(let weekday): ofWeek.append(Self.name(weekday))
            case .weekdayOfMonth(let ordinal, let weekday): ofWeek.append("\(ordinal)" + Self.name(weekday))
            case .dayOfMonth(let number): ofMonth.append(number)
            case .lastDayOfMonth: ofMonth.append(-1)
            }
        }
    }

    /// - Parameter weekday: 1 for Monday to 7 for Sunday.
    static func name(_ weekday: Int) -> String { ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday - 1] }
}
