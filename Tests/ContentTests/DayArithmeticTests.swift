import Content
import Testing

/// Days and months counted on from a date.
@Suite struct DayArithmeticTests {
    private func day(_ text: String) -> CivilDay { PartialDate(text)!.firstDay }

    @Test(arguments: [
        ("2026-03-12", 0, "2026-03-12"), ("2026-03-12", 1, "2026-04-12"), ("2026-12-01", 1, "2027-01-01"),
        ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -1, "2025-12-15"), ("2028-02-29", 12, "2029-02-28"), ("2026-05-31", -18, "2024-11-30"),
        ("2026-03-12", 2_000, "2192-11-12"),
    ])
    func `some months on is the same day, or the last of a month that is too short`(
        start: String, months: Int, end: String
    ) {
        #expect(day(start).plus(months: months) == day(end))
    }

    @Test(arguments: [
        ("2026-01", 11, "2026-12"), ("2026-12-31", 1, "2027-01"), ("2026-01-01", -1, "2025-12"), ("2026", 2, "2026-03"),
        ("2026-03-12 14:00", -27, "2023-12"),
    ])
    func `some months on is a month, without a day`(start: String, months: Int, end: String) throws {
        #expect(try #require(PartialDate(start)).month(plus: months) == PartialDate(end))
    }
}
