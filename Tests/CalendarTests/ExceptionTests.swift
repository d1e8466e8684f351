import Calendar
import Content
import Diagnostics
import Testing
import Zones

/// Dates that are left out, compared with a list of all days of the series.
@Suite struct ExceptionTests {
    private static let rules = [
        "every: week", "every: 2 weeks\n  day: [tuesday, thursday]", "every: 3 months", "every: month\n  day: 31",
        "every: month\n  day: [first tuesday, last friday]", "every: year", "every: 5 days",
        "every: day\n  day: [monday, friday]",
    ]

    private static func event(_ rule: String, until: String?, except: PartialDate?) throws -> Event {
        let more = (until.map { "\n  until: \($0)" } ?? "") + (except.map { "\n  except: [\($0.isoDate)]" } ?? "")
        let text = "---\ntitle: A\nstarts: 2026-01-06 12:00\nrepeats:\n  \(rule)\(more)\n---\n"
        let file = SourceFile(path: "events/a.md", bytes: Array(text.utf8))
        guard case .event(let event)? = ContentParser.parse(file, .init()).document?.entry else {
            throw BadEvent()
        }
        return event
    }

    private static func calendar(_ today: CivilDay) -> SiteCalendar {
        SiteCalendar(today: today, zone: nil, zones: .builtIn)
    }

    private struct BadEvent: Error {}

    /// Steps through the days from 2026 on.
    private static func days(_ event: Event, through last: CivilDay) -> [CivilDay] {
        var days: [CivilDay] = []
        var day = CivilDay(year: 2026, month: 1, day: 1)
        while let next = calendar(day).occurrence(of: event)?.starts.firstDay, next <= last {
            days.append(next)
            day = next + 1
        }
        return days
    }

    @Test(arguments: rules, ["", "2027-06-30"])
    func `the nearest two dates are those in the list of all days`(rule: String, until: String) throws {
        let until = until.isEmpty ? nil : until
        let all = Self.days(
            try Self.event(rule, until: until, except: nil), through: CivilDay(year: 2036, month: 1, day: 1))
        // Steps that share no factor with the number of days, so that all parts of the three years are met.
        for step in 0..<120 {
            let day = CivilDay(year: 2025, month: 12, day: 1) + step * 397 % 1200
            let event = try Self.event(rule, until: until, except: day.date)
            let found = Repetitions.mistakenExceptions(of: event).first
            let before = all.filter { $0 < day }.suffix(2)
            let after = all.filter { $0 > day }.prefix(2)
            let nearest =
                before.isEmpty ? Array(after) : after.isEmpty ? Array(before) : [before.last!, after.first!]
            #expect(found?.nearest == (all.contains(day) ? nil : nearest), "\(day.date.isoDate)")
            let shown = Self.calendar(CivilDay(year: 2025, month: 1, day: 1)).exceptions(of: event)
            #expect(shown == (all.contains(day) ? [day.date] : []), "\(day.date.isoDate)")
        }
    }
}
