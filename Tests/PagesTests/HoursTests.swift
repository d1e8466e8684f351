import Diagnostics
import TestSupport
import Testing

/// At which hour, in whose time zone, and what comes next.
@Suite struct HoursTests {
    private static func event(_ title: String, _ keys: String) -> String { "---\ntitle: \(title)\n\(keys)\n---\n" }

    private static func site(
        _ keys: String, zone: String = "Europe/London", today: String, language: String = "en"
    ) async throws -> TestSite {
        try await TestSite(
            [
                "site.yaml": "title: T\ntime_zone: \(zone)\nlanguages: [\(language)]\n",
                "communities/a.md": "---\nname: A\nsummary: S.\n---\n",
                "communities/a/events/e.md": event("E", keys),
            ], today: today)
    }

    /// The titles of the rows of a page below a heading, up to the next one.
    private static func rows(_ page: String, below heading: String) -> [String] {
        let part = page.split(separator: "<h2").first { $0.contains(">\(heading)<") } ?? ""
        return part.split(separator: "row-title").dropFirst().compactMap {
            $0.split(separator: "</a>").first?.split(separator: ">").last.map(String.init)
        }
    }

    /// When, in the facts of the event's page.
    private static func when(_ site: TestSite) -> [String] {
        let text = site.main("communities/a/events/e/").split(separator: "<dt>When</dt>").last ?? ""
        return (text.split(separator: "</dd>").first ?? "").split(separator: "<span class=\"value\">").dropFirst()
            .compactMap { $0.split(separator: "</time>").first?.split(separator: ">").last.map(String.init) }
    }

    // MARK: Zones

    @Test func `events of one day are in the order in which they happen, each with its zone`() async throws {
        let day = "starts: 2026-12-08"
        let site = try await TestSite(
            [
                "site.yaml": "title: T\ntime_zone: Europe/London\n",
                "topics/agile.md": "---\nname: Agile\n---\n",
                "communities/a.md": "---\nname: A\nsummary: S.\ntopics: [agile]\n---\n",
                "communities/a/events/w.md": Self.event("West", "\(day) 09:00\ntime_zone: America/Los_Angeles"),
                "communities/a/events/x.md": Self.event("Home", "\(day) 10:00"),
                "communities/a/events/y.md": Self.event("East", "\(day) 11:00\ntime_zone: Australia/Sydney"),
                "communities/a/events/z.md": Self.event("Same", "\(day) 12:00\ntime_zone: Europe/London"),
            ], today: "2026-12-01")
        let order = ["East", "Home", "Same", "West"]
        #expect(Self.rows(site.main(""), below: "Coming up") == Array(order.prefix(3)))
        #expect(Self.rows(site.main("events/"), below: "Coming up") == order)
        #expect(Self.rows(site.main("communities/a/"), below: "Coming up") == order)
        let topic = site.main("topics/agile/")
        // A crumb of the page is called Home too.
        let offsets = ["East", "Same", "West"].map { topic.range(of: ">\($0)</a>")?.lowerBound }
        #expect(offsets.allSatisfy { $0 != nil } && offsets.compactMap(\.self) == offsets.compactMap(\.self).sorted())
        #expect(topic.contains("11:00 (Sydney time)"))
        let next = site.main("communities/a/").split(separator: "<h2").first { $0.contains("11:00") }
        #expect(next?.contains("11:00 (Sydney time)") == true)
        let events = site.main("events/")
        #expect(events.contains("8 December 2026, 09:00 (Los Angeles time)"))
        #expect(events.contains("8 December 2026, 10:00</time>") && events.contains("8 December 2026, 12:00</time>"))
        #expect(
            site.main("communities/a/events/w/").contains("09:00 (Los Angeles time)")
                && site.main("communities/a/events/w/").contains("17:00 (London time)"))
    }

    @Test func `coming and past events go by the day of the site`() async throws {
        let keys = "starts: 2026-12-08 14:00\ntime_zone: America/Los_Angeles"
        let single = try await Self.site(keys, zone: "Pacific/Auckland", today: "2026-12-09")
        #expect(Self.rows(single.main("events/"), below: "Coming up") == ["E"])
        let weekly = try await Self.site(
            keys + "\nrepeats:\n  every: week", zone: "Pacific/Auckland", today: "2026-12-09")
        #expect(
            Self.when(weekly) == [
                "Tuesday 8 December 2026, 14:00 (Los Angeles time)", "Wednesday 9 December 2026, 11:00 (Auckland time)",
            ])
        // The other way round: that hour is over where the site is at home.
        let east = try await Self.site(
            "starts: 2026-12-09 09:00\ntime_zone: Pacific/Auckland", zone: "America/Los_Angeles", today: "2026-12-09")
        #expect(Self.rows(east.main("events/"), below: "Past events") == ["E"])
    }

    @Test(arguments: [
        ("2026-12-08 14:00\nminutes: 90", "Tuesday 8 December 2026, 22:00 to 23:30 (London time)"),
        (
            "2026-12-08 14:00\nminutes: 90\nrepeats:\n  every: week",
            "Tuesday 8 December 2026, 22:00 to 23:30 (London time)"
        ),
        (
            "2026-12-08 14:00\nends: 2026-12-08 20:00",
            "Tuesday 8 December 2026, 22:00 to Wednesday 9 December 2026, 04:00 (London time)"
        ),
        // In that night the clocks of Los Angeles are put forward, and those of London are not.
        ("2027-03-13 22:00\nends: 2027-03-14 08:00", "Sunday 14 March 2027, 06:00 to 15:00 (London time)"),
        // As far as the end is known.
        (
            "2026-12-08 14:00\nends: 2026-12-10",
            "Tuesday 8 December 2026, 22:00 to Thursday 10 December 2026 (London time)"
        ),
        ("2026-12-08 14:00", "Tuesday 8 December 2026, 22:00 (London time)"),
    ])
    func `the time in the site's zone has an end too`(starts: String, home: String) async throws {
        let site = try await Self.site(
            "starts: \(starts)\ntime_zone: America/Los_Angeles", zone: "Europe/London", today: "2026-12-01")
        #expect(Self.when(site).last == home)
    }

    @Test(arguments: [
        ("America/Argentina/Buenos_Aires", "Buenos Aires time"), ("UTC", "UTC"), ("CET", "CET"),
        ("Etc/GMT+5", "UTC−5"), ("Etc/GMT-14", "UTC+14"), ("US/Pacific", "Pacific time"),
    ])
    func `a zone is named as people call it`(zone: String, name: String) async throws {
        let site = try await Self.site("starts: 2026-12-08 14:00\ntime_zone: \(zone)", today: "2026-12-01")
        #expect(site.main("events/").contains("14:00 (\(name))</time>"))
    }

    @Test func `a day without an hour, and a site without a zone`() async throws {
        let day = try await Self.site("starts: 2026-12-08\ntime_zone: Asia/Tokyo", today: "2026-12-01")
        #expect(day.main("events/").contains("8 December 2026</time>"))
        let none = try await TestSite(
            ["events/e.md": Self.event("E", "starts: 2026-12-08 14:00\ntime_zone: Asia/Tokyo")], today: "2026-12-01")
        #expect(none.main("events/").contains("14:00 (Tokyo time)"))
    }

    // MARK: Lengths

    @Test func `each time of a repetition ends when the first one did`() async throws {
        let keys = "starts: 2026-12-03 15:00\nends: 2026-12-03 16:30\nrepeats: {every: 1 week}"
        for (today, day) in [("2026-12-01", "3 December 2026"), ("2026-12-09", "10 December 2026")] {
            let site = try await Self.site(keys, today: today)
            #expect(Self.when(site) == ["Thursday \(day), 15:00 to 16:30"])
            #expect(site.main("events/").contains("\(day), 15:00 to 16:30</time>"))
        }
    }

    @Test(arguments: [
        ("starts: 2026-12-08\nends: 2026-12-10\nrepeats:\n  every: year", "2026-12-10"),
        ("starts: 2026-12-08 09:00\nminutes: 2880", "2026-12-09"),
        ("starts: 2026-12-08 22:00\nends: 2026-12-09 06:00\nrepeats:\n  every: week", "2026-12-09"),
        ("starts: 2026-12-08 09:00\nends: 2026-12-10", "2026-12-10"),
        ("starts: 2026-11-30 00:00\nminutes: 20160\nrepeats:\n  every: day", "2026-12-13"),
    ])
    func `what is on is shown as on, and not as past or as the next time`(keys: String, day: String) async throws {
        let site = try await Self.site(keys, today: day)
        #expect(Self.rows(site.main("events/"), below: "Coming up") == ["E"])
        #expect(site.main("events/").contains("<strong class=\"state-on\">On now</strong>"))
        #expect(site.main("communities/a/events/e/").contains("On now"))
        #expect(!Self.when(site)[0].contains("2027"))
    }

    @Test(arguments: [
        ("starts: 2026-12-08\nends: 2026-12-10", "2026-12-08", "2026-12-11"),
        ("starts: 2026-12-08 09:00\nminutes: 2880", "2026-12-08", "2026-12-11"),
        ("starts: 2026-12-08 14:00", "2026-12-08", "2026-12-09"),
    ])
    func `on its first day an event is coming up, and after its last it is over`(
        keys: String, first: String, after: String
    ) async throws {
        let before = try await Self.site(keys, today: first)
        #expect(!before.main("events/").contains("state-on"))
        let over = try await Self.site(keys, today: after)
        #expect(Self.rows(over.main("events/"), below: "Past events") == ["E"])
    }

    @Test func `a night shift ends at six, also when the clocks are changed`() async throws {
        let keys = "starts: 2026-10-17 22:00\nends: 2026-10-18 06:00\nrepeats:\n  every: week"
        let site = try await Self.site(keys, today: "2026-10-24")
        #expect(Self.when(site) == ["Saturday 24 October 2026, 22:00 to Sunday 25 October 2026, 06:00"])
        let minutes = try await Self.site(
            "starts: 2026-10-17 22:00\nminutes: 480\nrepeats:\n  every: week", today: "2026-10-24")
        #expect(Self.when(minutes) == ["Saturday 24 October 2026, 22:00 to Sunday 25 October 2026, 05:00"])
    }

    @Test(arguments: ["2026", "2026-12"])
    func `a month or a year is not a next meeting`(starts: String) async throws {
        let site = try await Self.site("starts: \(starts)", today: "2026-12-01")
        #expect(site.main("communities/a/").contains("No date is known yet."))
        #expect(Self.rows(site.main("communities/a/"), below: "Coming up") == ["E"])
        let dated = try await Self.site("starts: 2026-12-08", today: "2026-12-01")
        #expect(!dated.main("communities/a/").contains("No date is known yet."))
    }

    // MARK: What a repetition leaves out

    @Test(arguments: [
        ("starts: 2026-10-31\nrepeats:\n  every: month\n  day: 31", "Every month on day 31, in months that have it"),
        (
            "starts: 2026-10-30\nrepeats:\n  every: month\n  day: fifth friday",
            "Every month on the fifth Friday, in months that have it"
        ),
        ("starts: 2028-02-29\nrepeats:\n  every: year\n  day: 29", "Every year on day 29, in years that have it"),
        ("starts: 2026-10-31\nrepeats:\n  every: month\n  day: last day", "Every month on the last day"),
        ("starts: 2026-10-28\nrepeats:\n  every: month\n  day: 28", "Every month on day 28"),
    ])
    func `a rule that some months lack says so`(keys: String, words: String) async throws {
        let site = try await Self.site(keys, today: "2026-10-01")
        #expect(site.problems == [])
        #expect(site.main("events/").contains("<p class=\"row-facts\">\(words)</p>"))
    }

    @Test(arguments: [
        ("2026-10-31", "month", "months without a 31st are left out"),
        ("2026-01-30", "month", "months without a 30th are left out"),
        ("2026-03-31", "3 months", "months without a 31st are left out"),
        ("2028-02-29", "year", "years without a 29 February are left out"),
    ])
    func `a day that only the start names, and that some months lack, is queried`(
        starts: String, every: String, message: String
    ) async {
        let problems = await TestSite.problems(
            of: ["events/e.md": Self.event("E", "starts: \(starts)\nrepeats:\n  every: \(every)")])
        #expect(problems.map(\.code) == ["repetition-skips"])
        #expect(problems.first?.message.contains(message) == true, "\(problems)")
    }

    @Test(arguments: [
        ("2026-10-28", "month\n  day: 28"), ("2026-10-31", "12 months"), ("2026-01-31", "2 weeks"),
        ("2026-03-31", "year"),
    ])
    func `a day that every month has is fine`(starts: String, every: String) async {
        #expect(
            await TestSite.problems(
                of: ["events/e.md": Self.event("E", "starts: \(starts)\nrepeats:\n  every: \(every)")]) == [])
    }

    @Test func `a monthly event whose day cannot be read is not told to have one`() async {
        let found = await TestSite.problems(
            of: ["events/e.md": Self.event("E", "starts: 2026-10-27\nrepeats:\n  every: month\n  day: 4th Tuesday")])
        #expect(found.map(\.code) == ["wrong-type"])
    }

    @Test func `a monthly event without a day is reported with the dates of each day that may be meant`() async {
        func problems(_ keys: String) async -> [Diagnostic] {
            await TestSite.problems(of: ["events/e.md": Self.event("E", keys)])
        }
        let found = await problems("starts: 2026-10-27 14:00\nrepeats:\n  every: month")
        #expect(found.map(\.code) == ["month-without-day"])
        #expect(
            found.first?.message
                == "Without `day`, this event is on the 27th of the month, whatever weekday that is: 2026-11-27 "
                + "(Friday), 2026-12-27 (Sunday), 2027-01-27 (Wednesday).")
        #expect(
            found.first?.help?.text
                == "For the fourth Tuesday of the month (2026-11-24, 2026-12-22, 2027-01-26) add `day: fourth tuesday` "
                + "to `repeats`. For the last Tuesday of the month (2026-11-24, 2026-12-29, 2027-01-26) add `day: last "
                + "tuesday` to `repeats`. If the 27th is right, add `day: 27`.")
        for keys in [
            "starts: 2026-10-27 14:00\nrepeats: {every: month, day: 27}", "starts: 2026-10\nrepeats: {every: month}",
            "repeats: {every: month}", "starts: 2026-10-27\nrepeats: {every: month, count: 1}",
            "starts: 2025-10-27\nrepeats: {every: month, until: 2026-01-31}",
            "starts: 2026-10-27\nstatus: cancelled\nrepeats: {every: month}",
        ] {
            #expect(await problems(keys) == [], "\(keys)")
        }
    }

    @Test func `an event that ends when it starts is not said to end before`() async {
        let problems = await TestSite.problems(
            of: ["events/e.md": Self.event("E", "starts: 2026-10-27 14:00\nends: 2026-10-27 14:00")])
        #expect(problems.map(\.code) == ["event-ends-before-start"])
        #expect(problems.first?.message == "`ends` is the same time as `starts`, so the event takes no time.")
    }

    @Test(arguments: [
        ("2026-11-28", "2026-11-27", true), ("2026-11-28", "2026-11-28", false), ("2026-12", "2026-12-01", false),
        ("2026-12", "2026-11-30", true),
    ])
    func `a page is gone from the day on which it expires`(expires: String, today: String, isThere: Bool) async throws {
        let site = try await TestSite(
            ["resources/a.md": "---\ntitle: A\nexpires_on: \(expires)\n---\n"], today: today)
        #expect((site.files["resources/a/index.html"] != nil) == isThere)
    }

    @Test func `a page that expires on the day on which it appears never appears`() async {
        #expect(
            await TestSite.problems(
                of: ["resources/a.md": "---\ntitle: A\npublish_on: 2027-01-10\nexpires_on: 2027-01-10\n---\n"]
            ).map(\.code) == ["dates-out-of-order"])
    }
}
