import Calendar
import Content
import Diagnostics
import Testing
import Zones

@Suite struct OccurrenceTests {
    /// The next day of an event written as front matter, as a person would write it.
    private func next(_ frontMatter: String, from today: String) throws -> String? {
        let text = "---\ntitle: A\n\(frontMatter)\n---\n"
        let (document, problems) = ContentParser.parse(
            SourceFile(path: "events/a.md", bytes: Array(text.utf8)), .init())
        #expect(problems.isEmpty, "\(problems.map(\.message))")
        guard case .event(let event)? = document?.entry else { return "no event" }
        let day = try #require(PartialDate(today)).firstDay
        let next = SiteCalendar(today: day, zone: nil, zones: .builtIn).occurrence(of: event)?.starts
        return next.map { $0.isoDate + ($0.clock.map { " " + $0 } ?? "") }
    }

    private func repeating(_ starts: String, _ rule: String, from today: String) throws -> String? {
        try next(
            "starts: \(starts)\nrepeats:\n  "
                + rule.split(separator: ";").map { $0.drop { $0 == " " } }.joined(separator: "\n  "), from: today)
    }

    // MARK: Once

    @Test func `a single event is next until its day is over`() throws {
        #expect(try next("starts: 2026-03-12 14:00", from: "2026-03-11") == "2026-03-12 14:00")
        #expect(try next("starts: 2026-03-12 14:00", from: "2026-03-12") == "2026-03-12 14:00")
        #expect(try next("starts: 2026-03-12 14:00", from: "2026-03-13") == nil)
    }

    @Test func `an event of several days is next until its end`() throws {
        #expect(try next("starts: 2026-03-12\nends: 2026-03-14", from: "2026-03-14") == "2026-03-12")
        #expect(try next("starts: 2026-03-12\nends: 2026-03-14", from: "2026-03-15") == nil)
    }

    @Test func `a month or a year is next until its last day`() throws {
        #expect(try next("starts: 2028-02", from: "2028-02-29") == "2028-02")
        #expect(try next("starts: 2028-02", from: "2028-03-01") == nil)
        #expect(try next("starts: 2026", from: "2026-12-31") == "2026")
        #expect(try next("starts: 2026", from: "2027-01-01") == nil)
    }

    @Test func `a cancelled event has a day, on which nobody should turn up`() throws {
        #expect(try next("starts: 2026-03-12\nstatus: cancelled", from: "2026-03-01") == "2026-03-12")
    }

    @Test func `a habit without a start has no date`() throws {
        #expect(try next("repeats:\n  every: week\n  day: monday", from: "2026-03-01") == nil)
    }

    @Test func `a repetition that starts in a month is never turned into days`() throws {
        #expect(try repeating("2026-03", "every: week", from: "2026-03-05") == "2026-03")
        #expect(try repeating("2026-03", "every: week", from: "2026-04-05") == nil)
    }

    // MARK: Days

    @Test func `every few days counts from the start`() throws {
        #expect(try repeating("2026-03-01 09:00", "every: 3 days", from: "2026-03-02") == "2026-03-04 09:00")
        #expect(try repeating("2026-03-01", "every: day", from: "2026-03-02") == "2026-03-02")
    }

    @Test func `a daily event keeps to the days it names`() throws {
        let rule = "every: day; day: [monday, tuesday, wednesday, thursday, friday]"
        #expect(try repeating("2026-03-02 09:00", rule, from: "2026-03-07") == "2026-03-09 09:00")
        #expect(try repeating("2026-03-02 09:00", rule, from: "2026-03-06") == "2026-03-06 09:00")
    }

    @Test func `a series ends after its number of dates, including those left out`() throws {
        let rule = "every: week; count: 3"
        #expect(try repeating("2026-03-03", rule, from: "2026-03-17") == "2026-03-17")
        #expect(try repeating("2026-03-03", rule, from: "2026-03-18") == nil)
        #expect(try repeating("2026-03-03", rule + "; except: [2026-03-17]", from: "2026-03-11") == nil)
        #expect(try repeating("2026-01-31", "every: month; count: 2", from: "2026-02-01") == "2026-03-31")
        #expect(try repeating("2026-03-03", "every: week; count: 1", from: "2026-03-04") == nil)
        #expect(try repeating("2026-03-03", rule + "; until: 2026-03-10", from: "2026-03-11") == nil)
    }

    // MARK: Lists

    private func all(_ frontMatter: String, from first: String, before end: String, zone: String = "UTC") throws
        -> [String]
    {
        let text = "---\ntitle: A\n\(frontMatter)\n---\n"
        let file = SourceFile(path: "events/a.md", bytes: Array(text.utf8))
        guard case .event(let event)? = ContentParser.parse(file, .init()).document?.entry else { return ["no event"] }
        let days = try [first, end].map { try #require(PartialDate($0)).firstDay }
        let calendar = SiteCalendar(today: days[0], zone: zone, zones: .builtIn)
        let range = calendar.instants(from: days[0], before: days[1])
        let off = DaysOff(replaced: [CivilDay(year: 2026, month: 3, day: 24)])
        return calendar.occurrences(of: event, in: range, without: off).map { $0.starts.isoDate }
    }

    @Test func `all dates of a range are listed, except those that are left out or replaced`() throws {
        let weekly = "starts: 2026-03-03 12:00\nrepeats:\n  every: week\n  except: [2026-03-17]"
        let dates = ["2026-03-03", "2026-03-10", "2026-03-31"]
        #expect(try all(weekly, from: "2026-01-01", before: "2026-04-01") == dates)
        #expect(try all(weekly, from: "2026-03-10", before: "2026-03-31") == ["2026-03-10"])
        #expect(try all("starts: 2026-03-03 12:00", from: "2026-01-01", before: "2026-04-01") == ["2026-03-03"])
        #expect(try all("starts: 2026-03", from: "2026-01-01", before: "2026-04-01") == [])
    }

    @Test func `an event that is on when a range begins is in it, and one that is over is not`() throws {
        let night = "starts: 2026-03-03 22:00\nminutes: 240"
        #expect(try all(night, from: "2026-03-04", before: "2026-04-01") == ["2026-03-03"])
        #expect(try all(night, from: "2026-03-05", before: "2026-04-01") == [])
        #expect(try all("starts: 2026-03-03 22:00", from: "2026-03-04", before: "2026-04-01") == [])
    }

    @Test func `a range uses the days of the site, not of the event`() throws {
        // 01:00 in Auckland on 1 April is still March in London.
        let event = "starts: 2026-04-01 01:00\ntime_zone: Pacific/Auckland"
        #expect(try all(event, from: "2026-03-01", before: "2026-04-01", zone: "Europe/London") == ["2026-04-01"])
        #expect(try all(event, from: "2026-04-01", before: "2026-05-01", zone: "Europe/London") == [])
    }

    // MARK: Weeks

    @Test func `several weekdays of a week come in their order`() throws {
        let rule = "every: week; day: [thursday, tuesday]"
        #expect(try repeating("2026-03-12 14:00", rule, from: "2026-03-01") == "2026-03-12 14:00")
        #expect(try repeating("2026-03-12 14:00", rule, from: "2026-03-13") == "2026-03-17 14:00")
        #expect(try repeating("2026-03-12 14:00", rule, from: "2026-03-18") == "2026-03-19 14:00")
    }

    @Test func `every second week counts from the week of the start`() throws {
        // 2026-03-12 is a Thursday; its week starts on Monday 9 March.
        let rule = "every: 2 weeks; day: [monday, thursday]"
        #expect(try repeating("2026-03-12", rule, from: "2026-03-13") == "2026-03-23")
        #expect(try repeating("2026-03-12", rule, from: "2026-03-24") == "2026-03-26")
        #expect(try repeating("2026-03-15", "every: 2 weeks", from: "2026-03-16") == "2026-03-29")
    }

    @Test func `a weekly event without a weekday keeps the one of its start`() throws {
        #expect(try repeating("2026-03-12", "every: week", from: "2026-03-13") == "2026-03-19")
    }

    @Test func `a week has no fifteenth and no first Tuesday`() throws {
        #expect(try repeating("2026-03-12", "every: week; day: 15", from: "2026-03-12") == nil)
        #expect(try repeating("2026-03-12", "every: week; day: first tuesday", from: "2026-03-12") == nil)
    }

    // MARK: Months and years

    @Test func `a weekday of the month is counted from either end`() throws {
        #expect(try repeating("2026-03-03", "every: month; day: first tuesday", from: "2026-03-04") == "2026-04-07")
        #expect(try repeating("2026-01-30", "every: month; day: last friday", from: "2026-02-01") == "2026-02-27")
        #expect(try repeating("2026-01-29", "every: month; day: fifth thursday", from: "2026-02-01") == "2026-04-30")
        #expect(try repeating("2026-01-01", "every: month; day: wednesday", from: "2026-02-05") == "2026-02-11")
    }

    @Test func `a day of the month comes each month`() throws {
        #expect(try repeating("2026-01-15", "every: month; day: 15", from: "2026-02-16") == "2026-03-15")
        #expect(try repeating("2026-01-15", "every: month", from: "2026-02-16") == "2026-03-15")
        #expect(try repeating("2026-01-01", "every: month; day: [15, 1]", from: "2026-02-02") == "2026-02-15")
        #expect(try repeating("2026-11-15", "every: 3 months", from: "2026-11-16") == "2027-02-15")
    }

    @Test func `months without that day are skipped`() throws {
        #expect(try repeating("2026-01-31", "every: month", from: "2026-02-01") == "2026-03-31")
        #expect(try repeating("2026-01-31", "every: month", from: "2026-04-01") == "2026-05-31")
        #expect(try repeating("2026-01-31", "every: month; day: 30", from: "2026-02-01") == "2026-03-30")
    }

    @Test func `the last day is that of each month`() throws {
        let rule = "every: month; day: last day"
        #expect(try repeating("2026-01-31", rule, from: "2026-02-01") == "2026-02-28")
        #expect(try repeating("2026-01-31", rule, from: "2028-02-01") == "2028-02-29")
        #expect(try repeating("2026-02-28", "every: year; day: last day", from: "2028-01-01") == "2028-02-29")
        #expect(try repeating("2026-01-31", "every: month; day: [15, last day]", from: "2026-04-16") == "2026-04-30")
        #expect(try repeating("2026-01-31", "every: day; day: last day", from: "2026-04-16") == "2026-04-30")
    }

    @Test func `however many days are left out, the one after them is found`() throws {
        let years = (2026...2030).map { "\($0)" }.joined(separator: ", ")
        #expect(try repeating("2025-12-30", "every: day; except: [\(years)]", from: "2026-01-01") == "2031-01-01")
    }

    @Test func `the leap day comes in leap years`() throws {
        #expect(try repeating("2024-02-29", "every: year", from: "2024-03-01") == "2028-02-29")
        #expect(try repeating("2096-02-29", "every: year", from: "2096-03-01") == "2104-02-29")
        #expect(try repeating("2024-02-29", "every: 3 years", from: "2024-03-01") == "2036-02-29")
    }

    @Test func `a yearly event keeps its month`() throws {
        #expect(try repeating("2026-03-12", "every: year; day: last thursday", from: "2026-03-27") == "2027-03-25")
    }

    // MARK: Ends and holes

    @Test func `until is the last day that counts`() throws {
        #expect(try repeating("2026-03-12", "every: week; until: 2026-03-19", from: "2026-03-13") == "2026-03-19")
        #expect(try repeating("2026-03-12", "every: week; until: 2026-03-18", from: "2026-03-13") == nil)
        #expect(try repeating("2026-03-12", "every: week; until: 2026-04", from: "2026-04-24") == "2026-04-30")
        #expect(try repeating("2026-03-12", "every: week; until: 2026-04", from: "2026-05-01") == nil)
    }

    @Test func `an exception is skipped`() throws {
        #expect(
            try repeating("2026-03-12", "every: week; except: [2026-03-19, 2026-03-26]", from: "2026-03-13")
                == "2026-04-02")
        #expect(try repeating("2026-03-12", "every: week; except: 2026-03-12", from: "2026-03-01") == "2026-03-19")
    }

    @Test func `a whole month can be left out`() throws {
        #expect(try repeating("2026-07-30", "every: week; except: 2026-08", from: "2026-07-31") == "2026-09-03")
    }

    // MARK: Far away

    @Test func `a start in the future is the next day`() throws {
        #expect(try repeating("2066-03-12 14:00", "every: 2 weeks", from: "2026-01-01") == "2066-03-12 14:00")
        #expect(try repeating("2066-03-12", "every: month; day: first monday", from: "2026-01-01") == "2066-04-05")
    }

    @Test(arguments: [
        ("every: day", "2066-03-12"), ("every: week; day: friday", "2066-03-12"),
        ("every: month; day: 13", "2066-03-13"),
        ("every: year", "2067-03-11"), ("every: 1000 days", "2067-08-05"),
    ])
    func `an event that began forty years ago still has a next day`(rule: String, expected: String) throws {
        let found = try repeating("2026-03-11", rule, from: "2066-03-12")
        if rule == "every: 1000 days" {
            let start = CivilDay(year: 2026, month: 3, day: 11)
            let day = try #require(found.flatMap { PartialDate($0) }).firstDay
            #expect(
                (day.number - start.number) % 1000 == 0 && day >= CivilDay(year: 2066, month: 3, day: 12)
                    && day < CivilDay(year: 2066, month: 3, day: 12) + 1000)
        } else {
            #expect(found == expected)
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func `a rule that gives no day terminates`() throws {
        #expect(try repeating("2026-02-01", "every: 12 months; day: 31", from: "2026-02-01") == nil)
        #expect(try repeating("2026-02-03", "every: 7 days; day: monday", from: "2026-02-03") == nil)
        #expect(try repeating("2026-02-01", "every: year; day: 30", from: "2026-02-01") == nil)
    }
}

@Suite struct CivilDayTests {
    @Test func `every day of eight centuries survives a round trip`() {
        var number = CivilDay(year: 1600, month: 1, day: 1).number
        var weekday = CivilDay(number: number).weekday
        var mistakes = 0
        for year in 1600...2400 {
            for month in 1...12 {
                for day in 1...CivilDay.days(inMonth: month, of: year) {
                    let civil = CivilDay(year: year, month: month, day: day)
                    if civil.number != number || civil.weekday != weekday
                        || civil.date != PartialDate(year: year, month: month, day: day)
                    {
                        mistakes += 1
                    }
                    number += 1
                    weekday = weekday % 7 + 1
                }
            }
        }
        #expect(mistakes == 0)
    }

    @Test(arguments: [
        ("1970-01-01", 4, 0), ("2000-02-29", 2, 11016), ("2026-03-12", 4, 20524), ("1600-01-01", 6, -135_140),
        ("2400-12-31", 7, 157_419),
    ])
    func `known days have their weekday and number`(date: String, weekday: Int, number: Int) throws {
        let day = try #require(PartialDate(date)).firstDay
        #expect(day.weekday == weekday)
        #expect(day.number == number)
    }

    @Test func `centuries are leap years only every four hundred years`() {
        #expect(
            [1600, 1700, 1900, 2000, 2024, 2026, 2100].map { CivilDay.days(inMonth: 2, of: $0) } == [
                29, 28, 28, 29, 29, 28, 28,
            ])
    }
}
