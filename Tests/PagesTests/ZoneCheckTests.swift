import Content
import Diagnostics
import TestSupport
import Testing
import Zones

@testable import Build

/// Hours that are not what the writer thinks.
@Suite struct ZoneCheckTests {
    private static func problems(_ keys: String, today: String = "2026-11-28") async -> [Diagnostic] {
        await TestSite.problems(of: ["events/e.md": "---\ntitle: E\n\(keys)\n---\n"], today: today)
    }

    @Test(arguments: ["GMT", "CET", "Japan", "EST5EDT", "US/Pacific", "Etc/GMT+5", "Asia/Calcutta", "Europe/Kiev"])
    func `every name of the database is a zone`(zone: String) async {
        #expect(await Self.problems("starts: 2026-12-08 09:00\ntime_zone: \(zone)") == [])
    }

    /// What somebody writes, and what is offered.
    @Test(
        arguments: [
            ("PST", "America/Los_Angeles"), ("Eastern", "America/New_York"), ("London", "Europe/London"),
            ("new york", "America/New_York"), ("Europe/Lodnon", "Europe/London"), ("BST", "Europe/London"),
            ("W. Europe Standard Time", "Europe/Berlin"), ("GMT Standard Time", "Europe/London"),
            ("europe/paris", "Europe/Paris"), ("IST", "Asia/Kolkata` or `Europe/Dublin` or `Asia/Jerusalem"),
            ("EST (US)", "America/New_York"), ("Berlin/Europe", nil), ("+01:00", nil), ("UTC+1", nil), ("Zürich", nil),
            ("../../etc/passwd", nil),
        ] as [(String, String?)])
    func `an unknown name is refused with the one that was meant`(text: String, meant: String?) async {
        let problems = await Self.problems("starts: 2026-12-08 09:00\ntime_zone: \"\(text)\"")
        #expect(problems.map(\.code) == ["unknown-time-zone"])
        let help = problems.first?.help?.text ?? ""
        #expect(meant.map { help.contains("`\($0)`") } ?? help.hasPrefix("Write the name of a city's zone"), "\(help)")
    }

    @Test func `the zone of the site is checked too`() async {
        let problems = await TestSite.problems(of: ["site.yaml": "title: T\ntime_zone: London\n"])
        #expect(problems.map { "\($0.path) \($0.code)" } == ["site.yaml unknown-time-zone"])
        #expect(problems.first?.help?.replacement?.text == "Europe/London")
    }

    @Test func `an abbreviation without summer time is queried where it makes a difference`() async {
        func codes(_ keys: String, site: String = "America/Toronto") async -> [String] {
            await TestSite.problems(
                of: [
                    "site.yaml": "title: T\ntime_zone: \(site)\n",
                    "events/e.md": "---\ntitle: E\n\(keys)\n---\n",
                ], today: "2026-11-28"
            ).map(\.code)
        }
        let asked = ["zone-without-summer-time"]
        #expect(await codes("starts: 2027-07-08 09:00\ntime_zone: EST") == asked)
        #expect(await codes("starts: 2027-07-08 09:00\ntime_zone: MST") == asked)
        #expect(await codes("starts: 2027-07-08 09:00\ntime_zone: GMT", site: "Europe/London") == asked)
        #expect(await codes("starts: 2027-01-05 09:00\ntime_zone: EST\nrepeats:\n  every: week") == asked)
        #expect(await codes("starts: 2027-01-05 09:00\ntime_zone: EST") == [])
        #expect(await codes("starts: 2027-07-08 09:00\ntime_zone: GMT", site: "Africa/Accra") == [])
        #expect(await codes("starts: 2027-07-08 09:00\ntime_zone: America/Panama") == [])
    }

    @Test func `an abbreviation is not replaced without asking`() async {
        let problems = await Self.problems("starts: 2026-12-08 09:00\ntime_zone: PST")
        #expect(problems.first?.help?.replacement == nil)
    }

    // MARK: Times that do not exist

    @Test(arguments: [
        (
            "starts: 2027-03-28 01:30\ntime_zone: Europe/London",
            "On 2027-03-28 there is no 01:30 in Europe/London: the clocks go from 01:00 to 02:00."
        ),
        (
            "starts: 2027-03-13 23:00\nends: 2027-03-14 02:15\ntime_zone: America/New_York",
            "On 2027-03-14 there is no 02:15 in America/New_York: the clocks go from 02:00 to 03:00."
        ),
        (
            "starts: 2026-09-27 02:10\ntime_zone: Pacific/Auckland",
            "On 2026-09-27 there is no 02:10 in Pacific/Auckland: the clocks go from 02:00 to 03:00."
        ),
        // A weekly meeting that would fall into that hour.
        (
            "starts: 2027-03-07 01:30\ntime_zone: Europe/London\nrepeats:\n  every: week",
            "On 2027-03-28 there is no 01:30 in Europe/London: the clocks go from 01:00 to 02:00."
        ),
    ])
    func `a time that no clock shows is refused`(keys: String, message: String) async {
        let problems = await Self.problems(keys)
        #expect(problems.map(\.code) == ["skipped-time"])
        #expect(problems.map(\.message) == [message])
    }

    @Test(arguments: [
        "starts: 2027-03-28 00:59\ntime_zone: Europe/London", "starts: 2027-03-28 02:00\ntime_zone: Europe/London",
        // Twice: the first is meant.
        "starts: 2026-10-25 01:30\ntime_zone: Europe/London",
        "starts: 2027-03-07 01:30\ntime_zone: Europe/London\nrepeats:\n  every: week\n  except: [2027-03-28]",
        "starts: 2027-03-28\ntime_zone: Europe/London",
    ])
    func `times next to it are fine`(keys: String) async { #expect(await Self.problems(keys) == []) }

    // MARK: Old zone data

    private static func problems(zones: Zones, event zone: String, in year: Int = 2026) async -> [Diagnostic] {
        var options = Pipeline.Options()
        options.asOf = CivilDay(year: year, month: 11, day: 28)
        options.zones = zones
        let content = [
            "site.yaml": "title: T\ntime_zone: Europe/London\n",
            "events/e.md": "---\ntitle: E\nstarts: 2026-12-08 09:00\ntime_zone: \(zone)\n---\n",
        ]
        return await Pipeline.read(ContentSource(content.mapValues { Array($0.utf8) }), options).problems
    }

    /// The zones of a system on which Vancouver still puts its clocks back, as in release 2025b.
    private static func old(_ release: String?) -> Zones {
        Zones(release: release) { $0 == "America/Vancouver" ? Zones.builtInData(of: "America/Los_Angeles") : nil }
    }

    @Test func `zones that are older than the program's are reported where they make a difference`() async {
        let problems = await Self.problems(zones: Self.old("2025b"), event: "America/Vancouver")
        #expect(problems.map { "\($0.path) \($0.code) \($0.severity)" } == ["events/e.md old-zone-data warning"])
        #expect(problems.first?.message.contains("release 2025b") == true)
        #expect(await Self.problems(zones: Self.old("2025b"), event: "America/Los_Angeles") == [])
        #expect(await Self.problems(zones: Self.old("2030a"), event: "America/Vancouver") == [])
        #expect(await Self.problems(zones: Self.old(nil), event: "America/Vancouver") == [])
        #expect(await Self.problems(zones: .builtIn, event: "America/Vancouver") == [])
    }

    /// On a system without time zones, by the day alone.
    @Test func `zones of the program are reported when a newer release is sure to exist`() async {
        func program(_ release: String?) -> Zones {
            Zones(release: release, isBuiltIn: true) { Zones.builtInData(of: $0) }
        }
        let told = await Self.problems(zones: program("2026f"), event: "Europe/Paris", in: 2028)
        #expect(told.map { "\($0.path) \($0.code) \($0.severity)" } == ["site.yaml old-zone-data warning"])
        #expect(told.first?.message.contains("This computer has no time zones, and those of the program") == true)
        #expect(await Self.problems(zones: program("2026f"), event: "Europe/Paris", in: 2027) == [])
        #expect(await Self.problems(zones: program(nil), event: "Europe/Paris", in: 2028) == [])
        let system = Zones(release: "2026f") { Zones.builtInData(of: $0) }
        #expect(await Self.problems(zones: system, event: "Europe/Paris", in: 2028) == [])
    }
}
