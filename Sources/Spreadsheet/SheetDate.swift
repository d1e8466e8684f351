internal import Content
internal import Text

/// What the first number of `3/4/2026` or `21-02-03` is.
public enum DateOrder: String, CaseIterable, Sendable {
    case dayFirst = "day-first"
    case monthFirst = "month-first"
    case yearFirst = "year-first"

    /// The word of it: `day`.
    var unit: Substring { rawValue.prefix { $0 != "-" } }
}

/// A date in a cell, as spreadsheet programs write it: `11/07/2020`, `11.07.2020`, `Jul-20`, `2020/07/11`, `2019.0`.
///
/// Programs make days of months when they open a sheet: Gnumeric 1.12 writes `2026/03/01` for `2026-03`, and Excel
/// `Mar-26`.
struct SheetDate: Equatable {
    /// What it means in each order in which it is a date; the same where the order does not matter.
    let readings: [DateOrder: PartialDate]
    /// Whether the century was guessed.
    private var hasShortYear = false

    /// - Parameter months: of the languages in which the cell may be.
    /// - Returns: `nil` for what no program writes for a date.
    init?(_ cell: String, _ months: MonthNames = MonthNames()) {
        let text = Self.withoutTime(cell)
        let parts = months.parts(of: text)
        let numbers = parts.map { part in
            part.utf8.count <= 4 && part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
        }
        if let named = Self.named(parts, numbers, months) {
            self = Self.one(named)
        } else if !numbers.contains(nil) {
            self.init(parts, numbers.compactMap { $0 }, sign: text.first { !$0.isNumber })
        } else {
            return nil
        }
        if readings.isEmpty { return nil }
        hasShortYear = !parts.contains { $0.utf8.count == 4 && Int($0) != nil }
    }

    private init(_ readings: [DateOrder: PartialDate?]) { self.readings = readings.compactMapValues(\.self) }

    /// The same in every order.
    private static func one(_ date: PartialDate?) -> SheetDate {
        SheetDate(Dictionary(uniqueKeysWithValues: DateOrder.allCases.map { ($0, date) }))
    }

    /// Of numbers alone.
    ///
    /// - Parameter sign: between the first two numbers.
    private init(_ parts: [String], _ numbers: [Int], sign: Character?) {
        let widths = parts.map(\.utf8.count)
        let isYearFirst = widths.first == 4
        self =
            switch numbers.count {
            case 1 where isYearFirst: Self.one(Self.date(numbers[0]))
            // pandas makes a fraction of a year where another row has none.
            case 2 where isYearFirst && sign == "." && parts[1] == "0": Self.one(Self.date(numbers[0]))
            case 2 where isYearFirst: Self.one(Self.date(numbers[0], numbers[1]))
            case 2 where widths[1] == 4: Self.one(Self.date(numbers[1], numbers[0]))
            case 3 where isYearFirst: Self.one(Self.date(numbers[0], numbers[1], numbers[2]))
            case 3 where widths[2] == 2 || widths[2] == 4: Self.days(parts, numbers, sign)
            default: Self.one(nil)
            }
    }

    /// With dots the day comes first, in every country that writes them. With hyphens the year may come first, as in
    /// `21-02-03`.
    private static func days(_ parts: [String], _ numbers: [Int], _ sign: Character?) -> SheetDate {
        let year = year(numbers[2], parts[2])
        let dayFirst = date(year, numbers[1], numbers[0])
        if sign == "." { return one(dayFirst) }
        let isShort = sign == "-" && parts.allSatisfy { $0.utf8.count == 2 }
        return SheetDate([
            .dayFirst: dayFirst, .monthFirst: date(year, numbers[0], numbers[1]),
            .yearFirst: isShort ? date(self.year(numbers[0], parts[0]), numbers[1], numbers[2]) : nil,
        ])
    }

    /// `Jul-20`, `July 2020`, `11 Jul 2020`, `Jul 11, 2020`, `2020. július 11.`
    private static func named(_ parts: [String], _ numbers: [Int?], _ months: MonthNames) -> PartialDate? {
        let found = parts.compactMap(months.number)
        guard found.count == 1, numbers.count(where: { $0 == nil }) == 1 else { return nil }
        let others = zip(parts, numbers).compactMap { part, number in number.map { (part, $0) } }
        // `Jul-20` is a month; `10-Jul` is a day of a year that is not said.
        guard let last = others.last, others.count > 1 || last.0.utf8.count == 4 || numbers.first == .some(nil) else {
            return nil
        }
        if others.count == 2, others[0].0.utf8.count == 4 { return date(others[0].1, found[0], last.1) }
        let year = year(last.1, last.0)
        return others.count == 1
            ? date(year, found[0]) : others.count == 2 ? date(year, found[0], others[0].1) : nil
    }

    /// As Excel reads two digits.
    private static func year(_ number: Int, _ text: String) -> Int {
        text.utf8.count == 4 ? number : number < 30 ? 2000 + number : 1900 + number
    }

    private static func date(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> PartialDate? {
        guard year >= 1000 else { return nil }
        guard let month else { return PartialDate(year: year) }
        guard (1...12).contains(month) else { return nil }
        if let day, !(1...CivilDay.days(inMonth: month, of: year)).contains(day) { return nil }
        return PartialDate(year: year, month: month, day: day)
    }

    /// Without the time of a day: forms write when an answer came in, and programs midnight where there is no time.
    private static func withoutTime(_ text: String) -> String {
        guard let colon = text.firstIndex(of: ":") else { return text }
        let hours = text[..<colon].reversed().prefix(while: \.isNumber).count
        let start = text.index(colon, offsetBy: -hours)
        guard (1...2).contains(hours), start > text.startIndex else { return text }
        let sign = text.index(before: start)
        // Hours, minutes, AM or PM, and a zone such as GMT+1.
        let isTime = text[colon...].allSatisfy { $0.isNumber || $0.isLetter || " :.,+-\u{202F}".contains($0) }
        return isTime && " T\u{202F}".contains(text[sign])
            ? String(text[..<sign].reversed().drop { $0 == "," }.reversed())
            : text
    }

    /// The one date that it means; `nil` where that depends on the order.
    func date(_ order: DateOrder?) -> PartialDate? {
        let dates = Set(readings.values)
        if let order, dates.count > 1 || readings.count == 1 { return readings[order] }
        return dates.count == 1 ? dates.first : nil
    }

    /// The order that it shows, because it is not a date in any other.
    var shownOrder: DateOrder? { readings.count == 1 ? readings.first?.key : nil }

    /// Whether a program may have written it for this date, and made its first day of a month or a year.
    func mayMean(_ date: PartialDate) -> Bool {
        readings.values.contains { reading in
            guard reading.year == date.year || hasShortYear && (reading.year - date.year) % 100 == 0 else {
                return false
            }
            return (reading.month ?? 1) == (date.month ?? 1) && (reading.day ?? 1) == (date.day ?? 1)
        }
    }
}
