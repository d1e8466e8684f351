import Diagnostics
import TestSupport
import Testing

/// Meetings that do not take place: what pages say about them, where and how long.
@Suite struct MeetingsOffTests {
    private static func event(_ keys: String) -> [String: String] {
        ["events/a.md": "---\ntitle: Lean coffee\n\(keys)---\n"]
    }

    private static func weekly(_ more: String, from starts: String = "2027-01-05 12:00") -> [String: String] {
        event("starts: \(starts)\nrepeats:\n  every: week\n\(more)")
    }

    /// `code: message help`, a line each.
    private static func shown(_ problems: [Diagnostic]) -> [String] {
        problems.map { "\($0.code): \($0.message) \($0.help?.text ?? "")" }
    }

    // MARK: Dates that leave nothing out

    /// The lines below `repeats`, which date is refused, and the days that are offered.
    @Test(arguments: [
        // A Wednesday, where the Tuesday before was meant.
        ("  day: tuesday\n  except: [2027-01-20]\n", "2027-01-20", "2027-01-19 (Tuesday) and 2027-01-26 (Tuesday)"),
        // Before the first date, and after the last one.
        ("  except: [2026-01-06]\n", "2026-01-06", "2027-01-05 (Tuesday) and 2027-01-12 (Tuesday)"),
        (
            "  until: 2027-06-30\n  except: [2027-12-28]\n", "2027-12-28",
            "2027-06-22 (Tuesday) and 2027-06-29 (Tuesday)"
        ),
        // On the day of the week, in the week between.
        ("  until: 2027-01-10\n  except: [2027-01-12]\n", "2027-01-12", "2027-01-05 (Tuesday)"),
    ])
    func `a date that leaves out no day of the event is refused with the nearest two`(
        keys: String, date: String, nearest: String
    ) async {
        let problems = Self.shown(await TestSite.problems(of: Self.weekly(keys)))
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("exception-without-occurrence: `\(date)` (") == true, "\(problems)")
        #expect(problems.first?.contains(" \(nearest). ") == true, "\(problems)")
    }

    @Test func `a whole month without a day of the event is refused, and one with a day is not`() async {
        func problems(_ month: String) async -> [String] {
            await TestSite.problems(
                of: Self.event("starts: 2027-01-05\nrepeats:\n  every: 3 months\n  day: 5\n  except: [\(month)]\n")
            ).map(\.message)
        }
        #expect(
            await problems("2027-02")
                == ["`2027-02` has no date of this event, so this exception cancels nothing."])
        #expect(await problems("2027-04") == [])
        #expect(await problems("2027") == [])
    }

    @Test func `a habit without a first date has days of the week too`() async {
        func problems(_ keys: String) async -> [Diagnostic] {
            await TestSite.problems(of: Self.event("repeats:\n\(keys)"))
        }
        let found = await problems("  every: 2 weeks\n  day: tuesday\n  except: [2027-01-20]\n")
        #expect(found.map(\.code) == ["exception-without-occurrence"])
        #expect(found.first?.help?.text.contains("2027-01-19 (Tuesday) and 2027-01-26 (Tuesday)") == true)
        // In which weeks it is, nobody knows.
        #expect(await problems("  every: 2 weeks\n  day: tuesday\n  except: [2027-01-19, 2027-01-26]\n") == [])
        #expect(await problems("  every: month\n  except: [2027-01-20]\n") == [])
        #expect(await problems("  every: year\n  day: first tuesday\n  except: [2027-01-20]\n") == [])
    }

    @Test(arguments: [
        "  every: week\n  day: first tuesday\n", "  every: week\n  day: 15\n",
        "  every: week\n  until: 2027-01-12\n  except: [2027-01-05, 2027-01-12]\n",
        "  every: week\n  until: 2027-01-12\n  except: 2027-01\n",
    ])
    func `a repetition without a day is refused`(keys: String) async {
        let problems = await TestSite.problems(of: Self.event("starts: 2027-01-05 12:00\nrepeats:\n\(keys)"))
        #expect(problems.map(\.code) == ["event-never-happens"])
    }

    @Test(arguments: [
        "every: week\n  except: [2027-01-19, 2027-02-02]", "every: month\n  day: [5, 31]\n  except: [2027-03-31]",
        "every: year\n  except: [2028-01-05]", "every: day\n  except: [2028, 2029]",
        "every: week\n  until: 2027-01-12\n  except: [2027-01-12]",
        "every: month\n  day: [first tuesday, last friday]\n  except: [2027-01-29]",
        "every: day\n  day: [monday, tuesday]\n  except: [2027-01-11]",
    ])
    func `dates that leave out a day are right`(keys: String) async {
        let event = Self.event("starts: 2027-01-05 12:00\nrepeats:\n  \(keys)\n")
        #expect(await TestSite.problems(of: event) == [])
    }

    @Test func `a date that leaves nothing out is not on the page either`() async throws {
        let site = try await TestSite(Self.weekly("  except: [2027-01-20, 2027-01-26]\n"))
        #expect(site.main("events/a/").contains("<dd><span class=\"value\">26 January 2027</span></dd>"))
        #expect(!site.main("events/a/").contains("20 January"))
    }

    // MARK: Until it is over

    @Test func `the next date that is left out is shown wherever the event is listed, until it is over`() async throws {
        let content = Self.weekly("  except: [2026-12-01, 2026-12-15]\n", from: "2026-11-03 12:00")
        for (today, next, off) in [
            ("2026-11-28", "2026-12-08", "Not on 1 December 2026"),
            ("2026-12-01", "2026-12-08", "Not on 1 December 2026"),
            ("2026-12-02", "2026-12-08", nil), ("2026-12-10", "2026-12-22", "Not on 15 December 2026"),
        ] as [(String, String, String?)] {
            let site = try await TestSite(content, today: today)
            for page in ["", "events/"] {
                #expect(site.main(page).contains("datetime=\"\(next)"), "\(today)")
                #expect(site.main(page).contains("state-cancelled") == (off != nil))
                #expect(
                    off.map { site.main(page).contains("<strong class=\"state-cancelled\">\($0)</strong>") } ?? true)
            }
        }
        let late = try await TestSite(content, today: "2026-12-16")
        #expect(!late.main("events/a/").contains("Not on"))
    }

    /// Keys, and the last day on which they are said to be off.
    @Test(arguments: [
        ("starts: 2026-11-27\nends: 2026-11-29\nstatus: cancelled\n", "2026-11-29", "2026-11-30"),
        ("starts: 2026-12-08 14:00\nstatus: cancelled\n", "2026-12-08", "2026-12-09"),
        (
            "starts: 2026-11-03 12:00\nrepeats:\n  every: week\n  until: 2026-12-01\n  except: [2026-12-01]\n",
            "2026-12-01", "2026-12-02"
        ),
        (
            "starts: 2026-11-03 12:00\nstatus: cancelled\nrepeats:\n  every: week\n  until: 2026-12-08\n",
            "2026-12-08", "2026-12-09"
        ),
    ])
    func `what is cancelled is shown as cancelled until it is over`(keys: String, last: String, after: String)
        async throws
    {
        let content = Self.event(keys)
        let site = try await TestSite(content, today: last)
        #expect(site.main("events/").contains("Coming up"))
        #expect(site.main("events/").contains("<strong class=\"state-cancelled\">Cancelled</strong>"))
        #expect(site.main("events/a/").contains("This event is cancelled."))
        let later = try await TestSite(content, today: after)
        #expect(later.main("events/").contains("Past events") && !later.main("events/").contains("Coming up"))
    }

    @Test func `a community with nothing but cancelled events is not found as one that meets`() async throws {
        /// What the filters of the map know.
        func filters(_ event: String) async throws -> String? {
            let site = try await TestSite([
                "communities/a.md": "---\nname: A\nsummary: S.\n---\n",
                "communities/a/events/e.md": "---\ntitle: E\n\(event)\n---\n",
            ])
            return site.files.first { $0.key.hasPrefix("assets/network-") }?.value
        }
        let past = try await filters("starts: 2020-05-01")
        #expect(try await filters("starts: 2026-05-01\nstatus: cancelled") == past)
        #expect(try await filters("starts: 2026-05-01") != past)
    }
}
