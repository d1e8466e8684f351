import Content
import Testing

/// How often an event happens, and on which days.
@Suite struct RepetitionValueTests {
    @Test(arguments: [
        ("day", 1, Interval.Unit.day), ("week", 1, .week), ("2 weeks", 2, .week), ("1 month", 1, .month),
        ("3 Months", 3, .month), ("10 years", 10, .year),
    ])
    func `an interval is a number and a unit`(text: String, count: Int, unit: Interval.Unit) {
        #expect(
            event("repeats:\n  every: \(text)").event.repeats?.value.every?.value == Interval(count: count, unit: unit))
    }

    @Test(arguments: ["0 weeks", "2", "often", "twice a week"])
    func `what is no interval at all gets an example`(text: String) {
        #expect(
            event("repeats:\n  every: \(text)").shown.first?.hasSuffix(
                " | For every second Thursday, write\nevery: 2 weeks\nday: thursday") == true)
    }

    @Test(arguments: [("biweekly", "week"), ("bi-weekly", "week"), ("Bimonthly", "month"), ("biannual", "year")])
    func `an ambiguous interval is queried`(text: String, unit: String) {
        #expect(
            event("repeats:\n  every: \(text)").shown == [
                "4:10 ambiguous-interval `\(text)` means two things: twice a \(unit), or every second \(unit)? | "
                    + "Write `every: 2 \(unit)s` for every second \(unit); for twice a \(unit) write `every: \(unit)` "
                    + "and two days, such as `day: [tuesday, thursday]`."
            ])
    }

    @Test(arguments: [
        ("weekly", "week"), ("fortnightly", "2 weeks"), ("quarterly", "3 months"), ("every 3 months", "3 months"),
        ("every Tuesday", "week\nday: tuesday"), ("first Tuesday of the month", "month\nday: first tuesday"),
    ])
    func `another interval is offered in the right form`(text: String, help: String) {
        #expect(
            placed(event: "repeats:\n  every: \(text)") == ["4:10 wrong-type | every: \(help)"])
    }

    @Test(arguments: [
        ("every quarter", "every: 3 months"), ("every two weeks", "every: 2 weeks"),
        ("every other tuesday", "every: 2 weeks\nday: tuesday"),
    ])
    func `an interval in words is offered as it is written`(text: String, lines: String) {
        let shown = event("starts: 2026-03-10\nrepeats:\n  every: \(text)").shown
        #expect(shown.count == 1 && shown[0].hasSuffix(" | \(lines)"))
    }

    @Test func `every second Tuesday means two things`() {
        let shown = event("starts: 2026-03-10\nrepeats: every second Tuesday").shown
        #expect(
            shown == [
                "4:10 wrong-type `every second Tuesday` is not right here: `repeats` needs several lines, each with a "
                    + "word, a colon and a text. | Paste one of these two in place of yours:\n# Every two weeks:\n"
                    + "repeats:\n  every: 2 weeks\n  day: tuesday\n# Once a month:\nrepeats:\n  every: month\n  "
                    + "day: second tuesday"
            ])
        #expect(
            event("starts: 2026-03-10\nrepeats: {every: every second Tuesday}").shown.first?.hasSuffix(
                "If it is once a month, write:\nevery: month, day: second tuesday") == true)
    }

    @Test(arguments: [
        ("weekly", "  every: week"), ("2 weeks", "  every: 2 weeks"),
        ("biweekly", "twice a week, or every second week?"), ("{day: monday}", nil),
    ])
    func `an interval after repeats gets a message that says where it belongs`(text: String, help: String?) {
        let problem = parse("events/a.md", "---\ntitle: A\nstarts: 2026-03-12\nrepeats: \(text)\n---\n").problems.first
        #expect(help == nil || problem?.help?.text.contains(help!) == true)
    }

    @Test func `the day of a repetition is a weekday, a position in the month or a number`() {
        let read = event(
            "repeats:\n  every: month\n  day: [thursday, Tue, first tuesday, last friday, fifth sun, 15, 31, Last day]")
        #expect(read.shown == [])
        #expect(
            read.event.repeats?.value.day.values() == [
                .weekday(4), .weekday(2), .weekdayOfMonth(1, weekday: 2), .weekdayOfMonth(-1, weekday: 5),
                .weekdayOfMonth(5, weekday: 7), .dayOfMonth(15), .dayOfMonth(31), .lastDayOfMonth,
            ])
    }

    @Test(arguments: ["2nd tuesday", "32", "0", "sixth monday", "someday", "first"])
    func `other days are refused by name`(text: String) {
        let fix = text == "2nd tuesday" ? " → second tuesday" : ""
        #expect(placed(event: "repeats:\n  every: month\n  day: \(text)") == ["5:8 wrong-type\(fix)"])
    }

    @Test(arguments: [
        ("1st Tuesday", "first tuesday"), ("Tuesdays", "tuesday"), ("15th", "15"),
        ("the 2nd Friday of the month", "second friday"),
    ])
    func `a day in words is offered as it is written`(text: String, day: String) {
        let keys = "---\ntitle: A\nstarts: 2026-03-10\nrepeats:\n  every: month\n  day: \(text)\n---\n"
        let problem = parse("events/a.md", keys).problems.first
        #expect(problem?.help?.text == "Write `day: \(day)`." && problem?.help?.replacement?.text == day)
    }

    @Test func `the messages about an interval and a day say what they may be`() {
        #expect(
            event("repeats:\n  every: often\n  day: someday").shown == [
                "4:10 wrong-type `often` is not an interval: write `day`, `week`, `month` or `year`, with a number "
                    + "before it if it is more than one. | For every second Thursday, write\nevery: 2 weeks\nday: "
                    + "thursday",
                "5:8 wrong-type `someday` is not a day that repeats: write a weekday (`thursday`), a weekday of the "
                    + "month (`first tuesday`, `last friday`) or a day of the month (`15`, `last day`).",
            ])
    }
}
