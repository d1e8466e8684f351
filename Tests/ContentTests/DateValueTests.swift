import Content
import Testing

/// Dates and times, and what else is written in their place.
@Suite struct DateValueTests {
    @Test(arguments: [
        "2026", "2026-03", "2026-03-12", "2028-02-29", "2026-03-12 14:00", "2026-03-12 00:00", "2026-03-12 23:59",
    ])
    func `a date is as exact as it is written`(text: String) {
        let read = event("starts: \(text)")
        #expect(read.shown == [])
        #expect(read.event.starts?.value.written == text)
    }

    @Test func `a time may be written as computers do`() {
        #expect(event("starts: 2026-03-12T14:00").event.starts?.value.written == "2026-03-12 14:00")
        #expect(event("starts: \"2026-03-12 14:00:30\"").event.starts?.value.written == "2026-03-12 14:00")
    }

    private func dateProblem(_ text: String) -> String? { resource("reviewed: \(text)").shown.first }

    private let expected =
        "is not a date here: write a date such as `2026-03-12` (or `2026-03`, or `2026`, where no more is known)."

    @Test(arguments: [
        (
            "12/03/2026",
            "If the day comes first, paste this line; if the month does, the date is 2026-12-03:\nreviewed: 2026-03-12"
        ),
        ("31/12/2026", "\(pasteInPlace)reviewed: 2026-12-31"), ("12/31/2026", "\(pasteInPlace)reviewed: 2026-12-31"),
        ("3.3.2026", "\(pasteInPlace)reviewed: 2026-03-03"), ("2026/3/5", "\(pasteInPlace)reviewed: 2026-03-05"),
        ("2026-3-5", "\(pasteInPlace)reviewed: 2026-03-05"),
        ("2026-02-30", "That month has 28 days."), ("2028-02-30", "That month has 29 days."),
        ("2026-04-31", "That month has 30 days."),
    ])
    func `a date in another order is offered in the right one`(text: String, help: String) {
        let shown = dateProblem(text)
        #expect(shown?.hasPrefix("3:11 bad-date `\(text)` ") == true && shown?.hasSuffix(" | \(help)") == true)
    }

    @Test func `the message about a date shows what a date is`() {
        #expect(dateProblem("soon") == "3:11 bad-date `soon` \(expected)")
    }

    @Test(arguments: [
        "soon", "12 March 2026", "2026-13", "2026-00-10", "2026-13-01", "26-03-12", "12/03/26", "2026-03-12 14:00",
        "2026-03-", "0000", "٢٠٢٦", "2026-W10", "99/99/2026",
    ])
    func `other text is not a date`(text: String) {
        #expect(dateProblem(text)?.hasPrefix("3:11 bad-date `\(text)` ") == true)
    }

    @Test func `a list is not a date`() {
        #expect(dateProblem("[2026]")?.hasPrefix("3:11 bad-date Found a list: ") == true)
    }

    @Test(arguments: [
        ("2026-03-12 9:30", " | \(pasteInPlace)starts: 2026-03-12 09:30"), ("2026-03-12 24:00", ""),
        ("2026-03-12 14:60", ""),
        ("2026-03 14:00", ""), ("2026-03-12 14", ""), ("14:00", ""),
    ])
    func `impossible times are refused`(text: String, help: String) {
        #expect(
            event("starts: \"\(text)\"").shown == [
                "3:9 bad-date `\(text)` is not a date here: write a date such as `2026-03-12`, or a time such as "
                    + "`2026-03-12 14:00`.\(help)"
            ])
    }

    @Test(arguments: [
        (
            "02.03.2027 15:00",
            "If the day comes first, paste this line; if the month does, the date is 2027-02-03 15:00:\n"
                + "starts: 2027-03-02 15:00"
        ),
        ("2. März 2027, 14 Uhr", "\(pasteInPlace)starts: 2027-03-02 14:00"),
        ("lundi 1 mars 2027 à 14h30", "If this is right, paste it in place of yours:\nstarts: 2027-03-01 14:30"),
        ("2027-03-02 14:00-15:30", "The end has a key of its own:\nstarts: 2027-03-02 14:00\nends: 2027-03-02 15:30"),
    ])
    func `a time in another form is offered in the right one`(text: String, help: String) {
        #expect(event("starts: \(text)").shown.first?.hasSuffix(" | \(help)") == true)
    }

    @Test(arguments: [
        ("3 December 2026, 2pm", "2026-12-03 14:00"), ("December 3rd 2026", "2026-12-03"),
        ("2026-12-03 2.30pm", "2026-12-03 14:30"), ("Thursday 3 Dec 2026 at 14h30", "2026-12-03 14:30"),
        ("2026-12-03 12 am", "2026-12-03 00:00"), ("March 2026", "2026-03"), ("2026-12-03 14.00", "2026-12-03 14:00"),
    ])
    func `a day written as in a letter is offered as a date`(text: String, date: String) {
        #expect(
            parse("events/a.md", "---\ntitle: A\nstarts: \(text)\n---\n").problems.first?.help?.paste
                == "starts: \(date)")
    }

    @Test(arguments: [
        "soon", "next Thursday", "31 February 2026", "3 December", "2026-12-03 25.00", "2026-12-03 13pm",
        "May or June 2026", "3 4 December 2026",
    ])
    func `what is not certain is not offered`(text: String) {
        #expect(parse("events/a.md", "---\ntitle: A\nstarts: \(text)\n---\n").problems.first?.help?.text == nil)
    }

    @Test(arguments: [
        ("yes", "Write the date, or remove the line."), ("no", "For no, remove the line."),
        ("TBC", "Write the date, or remove the line until you know it."),
        ("YYYY-MM-DD", "Put the date in the place of these letters, or remove the line."),
        ("2026-03-12 14:00", "Only a day goes here:\nreviewed: 2026-03-12"),
        (
            "2026-03-12 (by e-mail)",
            "Write the date alone. A remark goes after ` # `:\nreviewed: 2026-03-12  # by e-mail"
        ),
    ])
    func `what is no date alone is answered with what to write`(text: String, help: String) {
        let problem = parse("resources/a.md", "---\ntitle: A\nreviewed: \(text)\n---\n").problems.first
        #expect(problem?.code == "bad-date" && problem?.help?.text == help && problem?.help?.replacement == nil)
        #expect(resource("reviewed: 2026-03-12  # by e-mail").shown == [])
    }

    @Test(arguments: [
        ("yes", "Write the day on which they agreed."),
        ("no", "If they said no, remove the line. If they agreed, write on which day."),
        ("verbally", "Write the day on which they agreed. If you do not know it, ask them again."),
    ])
    func `an agreement is a day`(text: String, help: String) {
        #expect(
            community("members:\n  - person: Ann\n    agreed: \(text)").shown.first?.hasSuffix(" | \(help)") == true)
    }

    @Test func `partial dates know their first and last day`() throws {
        let february = try #require(PartialDate("2028-02"))
        #expect([february.firstDay, february.lastDay].map(\.date.isoDate) == ["2028-02-01", "2028-02-29"])
        let year = try #require(PartialDate("2028"))
        #expect([year.firstDay, year.lastDay].map(\.date.isoDate) == ["2028-01-01", "2028-12-31"])
        let dates = ["2026-03-12 14:00", "2026", "2026-03-12", "2026-03", "2025-12-31"].compactMap { PartialDate($0) }
        #expect(dates.sorted().map(\.written) == ["2025-12-31", "2026", "2026-03", "2026-03-12", "2026-03-12 14:00"])
    }
}
