internal import Text

/// A date as far as it is known: a year, a month, a day, or a time on a day, in whatever time zone applies there.
public struct PartialDate: Sendable, Hashable, Comparable {
    public var year: Int
    /// 1 to 12.
    public var month: Int?
    /// 1 to 31.
    public var day: Int?
    /// Minutes since midnight.
    public var minute: Int?

    public init(year: Int, month: Int? = nil, day: Int? = nil, minute: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
        self.minute = minute
    }

    /// Reads `2026`, `2026-03`, `2026-03-12`, `2026-03-12 14:00` (a `T` instead of the space and seconds are
    /// accepted); `nil` for anything else and for days that do not exist.
    public init?(_ text: String) {
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
        guard parts.count == 1 || parts.count == 2, let date = parts.first else { return nil }
        let numbers = date.split(separator: "-", omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        guard numbers.count <= 3,
            zip(numbers, widths).allSatisfy({ $0.utf8.count == $1 && $0.allSatisfy(\.isASCIIDigit) }),
            let year = Int(numbers[0]), year >= 1000
        else { return nil }
        self.init(year: year)
        if numbers.count > 1 {
            guard let month = Int(numbers[1]), (1...12).contains(month) else { return nil }
            self.month = month
        }
        if numbers.count > 2 {
            guard let day = Int(numbers[2]), day >= 1, day <= CivilDay.days(inMonth: month!, of: year) else {
                return nil
            }
            self.day = day
        }
        guard parts.count == 2 else { return }
        guard numbers.count == 3, let minute = Self.minute(parts[1]) else { return nil }
        self.minute = minute
    }

    private static func minute(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.allSatisfy(\.isASCIIDigit) }),
            let hour = Int(parts[0]), hour < 24, let minute = Int(parts[1]), minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    /// The first day it can mean.
    public var firstDay: CivilDay { CivilDay(year: year, month: month ?? 1, day: day ?? 1) }

    /// The last day it can mean.
    public var lastDay: CivilDay {
        let month = self.month ?? 12
        return CivilDay(year: year, month: month, day: day ?? CivilDay.days(inMonth: month, of: year))
    }

    /// The month, alone, that is some months after the one it is in; before it, with a number below zero.
    ///
    /// A year counts as its January.
    public func month(plus months: Int) -> PartialDate {
        let number = year * 12 + (month ?? 1) - 1 + months
        return PartialDate(year: number / 12, month: number % 12 + 1)
    }

    public static func < (a: PartialDate, b: PartialDate) -> Bool {
        (a.year, a.month ?? 0, a.day ?? 0, a.minute ?? -1) < (b.year, b.month ?? 0, b.day ?? 0, b.minute ?? -1)
    }

    /// As it is written in content and in `datetime` attributes, without the time.
    public var isoDate: String {
        var out: [UInt8] = []
        out.append(year, digits: 4)
        for part in [month, day] {
            guard let part else { break }
            out.append("-")
            out.append(part, digits: 2)
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// `14:05`, when a time is known.
    public var clock: String? {
        minute.map { Self.padded($0 / 60, 2) + ":" + Self.padded($0 % 60, 2) }
    }

    /// A number with zeros before it.
    package static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Character {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
