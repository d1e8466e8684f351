import Diagnostics
import TestSupport
import Testing

/// Single dates of a series that have a file of their own.
@Suite struct SeriesTests {
    private static let series = """
        ---
        title: Coffee
        starts: 2026-12-03 14:00
        ends: 2026-12-03 15:00
        place: Room 1
        repeats:
          every: week
          count: 5
        ---
        Bring a cup.
        """

    /// - Parameter files: of the folder `events` of a community, by name.
    private static func site(
        _ files: [String: String] = [:], writeups: [String: String] = [:], series: String = series,
        today: String = "2026-12-05", languages: String = "en"
    ) async throws -> TestSite {
        var all = [
            "site.yaml": "title: T\ntime_zone: Europe/London\nlanguages: [\(languages)]\n",
            "communities/a.md": "---\nname: A\nsummary: S.\n---\n", "communities/a/events/coffee.md": series,
        ]
        for (name, text) in files { all["communities/a/events/\(name).md"] = "---\n\(text)\n---\n" }
        for (name, text) in writeups { all["communities/a/writeups/\(name).md"] = "---\n\(text)\n---\n" }
        return try await TestSite(all, today: today)
    }

    @Test func `a date with a file of its own is as in the series except for what the file says`() async throws {
        let site = try await Self.site(["big": "occurrence_of: coffee@2026-12-10\nplace: Town hall"])
        #expect(site.problems.isEmpty)
        let page = site.main("communities/a/events/big/")
        #expect(page.contains("Coffee"))
        #expect(page.contains("Thursday 10 December 2026, 14:00 to 15:00"))
        #expect(page.contains("Town hall") && !page.contains("Room 1"))
    }

    @Test func `a date that was moved takes as long as the others`() async throws {
        let site = try await Self.site(["late": "occurrence_of: coffee@2026-12-10\nstarts: 2026-12-11 16:30"])
        #expect(site.main("communities/a/events/late/").contains("Friday 11 December 2026, 16:30 to 17:30"))
    }

    @Test func `the series goes on without a date that has a file`() async throws {
        let site = try await Self.site(["off": "occurrence_of: coffee@2026-12-10\nstatus: cancelled"])
        #expect(site.main("communities/a/events/coffee/").contains("Thursday 17 December 2026, 14:00 to 15:00"))
        #expect(site.main("communities/a/events/off/").contains("This event is cancelled."))
    }

    @Test func `a date takes its title from the series in each language`() async throws {
        let series = Self.series.replacing("title: Coffee", with: "title: {en: Coffee, cy: Coffi}")
        let site = try await Self.site(
            ["big": "occurrence_of: coffee@2026-12-10\nplace: Hall"], series: series, languages: "en, cy")
        #expect(site.main("cy/communities/a/events/big/").contains("Coffi"))
    }

    @Test(arguments: ["draft: true", "publish_on: 2027-01-01", "expires_on: 2026-12-01"])
    func `no date of a series that is not published is published`(_ key: String) async throws {
        let site = try await Self.site(
            ["big": "occurrence_of: coffee@2026-12-10\nplace: Hall"],
            series: Self.series.replacing("title: Coffee", with: "title: Coffee\n\(key)"))
        #expect(site.files["communities/a/events/big/index.html"] == nil)
        #expect(!site.problems.contains { $0.severity == .error })
    }

    @Test func `a date of a series that is not there is an error that names the nearest`() async throws {
        let site = try await Self.site(["big": "occurrence_of: cofee@2026-12-10"])
        let problem = site.problems.first { $0.path.hasSuffix("big.md") }
        #expect(problem?.code == "unknown-reference")
        #expect(problem?.message.contains("Did you mean `coffee`?") == true)
        #expect(site.problems.count == 1)
    }

    @Test func `a day that the series lacks is an error that names the nearest`() async throws {
        let site = try await Self.site(["big": "occurrence_of: coffee@2026-12-11\nplace: Hall"])
        #expect(site.problems.map(\.code) == ["occurrence-without-date"])
        #expect(site.problems[0].help?.advice.contains("2026-12-10 (Thursday) and 2026-12-17 (Thursday)") == true)
    }

    @Test func `a write-up of one date leads to that date`() async throws {
        let site = try await Self.site(
            ["big": "occurrence_of: coffee@2026-12-10\nplace: Hall"],
            writeups: [
                "one": "title: What we said\ndate: 2026-12-10\nevent: coffee@2026-12-10",
                "two": "title: What we heard\ndate: 2026-12-03\nevent: coffee@2026-12-03",
            ], today: "2026-12-12")
        #expect(site.problems.isEmpty)
        #expect(site.main("communities/a/events/big/").contains("What we said"))
        #expect(site.main("communities/a/events/coffee/").contains("What we heard"))
        let beside = site.main("communities/a/events/coffee/").split(separator: "id=\"2026-12-10\"").last?.prefix(600)
        #expect(beside?.contains("What we said") == true)
    }
}
