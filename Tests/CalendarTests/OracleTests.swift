import Content
import Testing
import Zones

@testable import Calendar

/// Compares the rules with the plainest reading of them: go day by day and ask whether it happens on that day.
@Suite struct OracleTests {
    @Test(arguments: 0..<40)
    func `the next day is the one found by going day by day`(seed: Int) {
        var random = Random(state: UInt64(seed) &* 0x9E37_79B9 &+ 1)
        for _ in 0..<40 {
            let start =
                CivilDay(year: 1999 + random.below(40), month: 1 + random.below(12), day: 1 + random.below(28))
                + random.below(4)
            let interval = Interval(
                count: 1 + random.below(random.below(2) == 0 ? 3 : 14), unit: Interval.Unit.allCases[random.below(4)])
            let days = (0..<random.below(4)).map { _ in random.day(for: interval.unit) }
            let today = start + (random.below(3) == 0 ? -random.below(40) : random.below(3000))
            let until = random.below(3) == 0 ? today + random.below(500) : nil
            let except = (0..<random.below(4)).map { _ in today + random.below(60) }

            let rule = Rule(start: start, interval: interval, days: days)
            let horizon = max(today, start).number + 3000
            let expected = Self.days(from: max(today, start), to: min(horizon, until?.number ?? horizon)).lazy
                .first { rule.happens(on: $0) && !except.contains($0) }

            let found = SiteCalendar(today: today, zone: nil, zones: .builtIn).occurrence(
                of: event(start, interval, days, until, except))?.starts.firstDay
            if let expected {
                #expect(found == expected, "\(start.date.isoDate) \(interval) \(days) from \(today.date.isoDate)")
            } else {
                #expect(
                    found == nil || found!.number > horizon,
                    "\(start.date.isoDate) \(interval) \(days) from \(today.date.isoDate)")
            }
        }
    }

    private static func days(from first: CivilDay, to last: Int) -> [CivilDay] {
        first.number <= last ? (first.number...last).map(CivilDay.init(number:)) : []
    }

    private func event(
        _ start: CivilDay, _ interval: Interval, _ days: [RepeatDay], _ until: CivilDay?, _ except: [CivilDay]
    ) -> Event {
        var repetition = Repetition()
        repetition.every = Located(interval, 0..<0)
        repetition.day = Located(days.map { Located($0, 0..<0) }, 0..<0)
        repetition.until = until.map { Located($0.date, 0..<0) }
        repetition.except = Located(except.map { Located($0.date, 0..<0) }, 0..<0)
        var event = Event()
        event.starts = Located(start.date, 0..<0)
        event.repeats = Located(repetition, 0..<0)
        return event
    }

    /// Whether an event happens on a day: its period is one of those that count, and the day is one of the days.
    private struct Rule {
        let start: CivilDay
        let interval: Interval
        let days: [RepeatDay]

        func happens(on day: CivilDay) -> Bool {
            guard day >= start else { return false }
            let (a, b) = (start.date, day.date)
            let gap: Int
            switch interval.unit {
            case .day: gap = day.number - start.number
            case .week: gap = ((day.number - day.weekday) - (start.number - start.weekday)) / 7
            case .month: gap = (b.year - a.year) * 12 + b.month! - a.month!
            case .year: gap = b.year - a.year
            }
            guard gap % interval.count == 0 else { return false }
            if interval.unit == .year, a.month != b.month { return false }
            if days.isEmpty {
                switch interval.unit {
                case .day: return true
                case .week: return day.weekday == start.weekday
                case .month, .year: return a.day == b.day
                }
            }
            return days.contains { matches($0, day, b) }
        }

        private func matches(_ rule: RepeatDay, _ day: CivilDay, _ date: PartialDate) -> Bool {
            switch rule {
            case .weekday(let weekday): return day.weekday == weekday
            case .dayOfMonth(let number): return date.day == number && interval.unit != .week
            case .lastDayOfMonth: return (day + 1).date.day == 1 && interval.unit != .week
            case .weekdayOfMonth(let ordinal, let weekday):
                guard day.weekday == weekday, interval.unit != .week else { return false }
                return ordinal < 0 ? (day + 7).date.month != date.month : (date.day! - 1) / 7 + 1 == ordinal
            }
        }
    }

    /// A small generator with a seed, so that a failure can be reproduced (xorshift64*).
    private struct Random {
        var state: UInt64

        mutating func below(_ limit: Int) -> Int {
            state ^= state >> 12
            state ^= state << 25
            state ^= state >> 27
            return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % max(limit, 1)
        }

        mutating func day(for unit: Interval.Unit) -> RepeatDay {
            switch unit == .week ? 0 : below(4) {
            case 0: .weekday(1 + below(7))
            case 1: .dayOfMonth(1 + below(31))
            case 2: .lastDayOfMonth
            default: .weekdayOfMonth([1, 2, 3, 4, 5, -1][below(6)], weekday: 1 + below(7))
            }
        }
    }
}
