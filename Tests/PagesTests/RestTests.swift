import Diagnostics
import TestSupport
import Testing

/// Communities that take a rest or end: what is said of them and of their meetings, where and when.
@Suite struct RestTests {
    private static func site(
        _ community: String, event: String = "starts: 2026-11-03 12:00\nrepeats:\n  every: week", today: String
    ) async throws -> TestSite {
        try await TestSite(
            [
                "topics/agile.md": "---\nname: Agile\n---\n",
                "communities/a.md": "---\nname: Alpha\nsummary: S.\ntopics: [agile]\n\(community)\n---\n",
                "communities/a/events/e.md": "---\ntitle: Coffee\n\(event)\n---\n",
            ], today: today)
    }

    private static let pause = "paused: 2026-12-15\nuntil: 2027-02-01"

    @Test(
        arguments: [
            ("2026-11-28", "This community will rest from 15 December 2026. It plans to be back by 1 February 2027."),
            ("2026-12-15", "This community has been resting since 15 December 2026."),
            ("2027-02-01", "This community has been resting since 15 December 2026."), ("2027-02-02", nil),
        ] as [(String, String?)])
    func `a pause is described in the tense of the day`(today: String, words: String?) async throws {
        let page = try await Self.site(Self.pause, today: today).main("communities/a/")
        #expect(words.map { page.contains($0) } ?? (!page.contains("resting") && !page.contains("will rest")))
    }

    @Test(arguments: [("2026-12-10", "2027-02-02"), ("2026-12-08", "2026-12-08"), ("2027-01-10", "2027-02-02")])
    func `a repetition leaves the days of a pause out`(today: String, next: String) async throws {
        let site = try await Self.site(Self.pause, today: today)
        for page in ["", "events/", "communities/a/"] {
            #expect(site.main(page).contains("datetime=\"\(next)"), "\(page) \(today)")
        }
    }

    @Test(arguments: [
        ("paused: 2026-11-20", "2026-11-28", "Resting"), (pause, "2027-01-10", "Resting until 1 February 2027"),
        ("closed: 2026-11-20", "2026-11-28", "Has ended"),
    ])
    func `wherever a community is listed it says that it rests or has ended`(
        keys: String, today: String, words: String
    ) async throws {
        let site = try await Self.site(keys, today: today)
        for page in ["", "communities/", "topics/agile/"] {
            #expect(site.main(page).contains("<strong class=\"state-resting\">\(words)</strong>"), "\(page)")
        }
        let map = site.page("map/")
        #expect(map.contains(words.hasPrefix("Resting") ? "s-paused" : "s-closed"))
        let before = try await Self.site(keys, today: "2026-11-02")
        #expect(!before.main("communities/").contains("state-resting"))
    }

    @Test func `without an end of the pause no date is announced`() async throws {
        let site = try await Self.site("paused: 2026-11-20", today: "2026-11-28")
        #expect(!site.main("events/").contains("Coming up"))
        #expect(site.main("events/").contains("The community is resting then."))
        #expect(!site.main("events/").contains("datetime="))
        #expect(site.main("communities/a/").contains("No date is known yet."))
    }

    @Test func `events after the end of a community are over`() async throws {
        let site = try await Self.site("closed: 2026-12-05", today: "2026-11-28")
        #expect(site.main("events/").contains("datetime=\"2026-12-01"))
        let later = try await Self.site("closed: 2026-12-05", today: "2026-12-02")
        #expect(!later.main("events/").contains("Coming up") && later.main("events/").contains("Past events"))
    }

    @Test func `an event of its own in a pause is marked, and is not the next meeting`() async throws {
        let site = try await Self.site(Self.pause, event: "starts: 2027-01-12 12:00", today: "2026-11-28")
        #expect(
            site.main("events/").contains("<strong class=\"state-resting\">The community is resting then.</strong>"))
        #expect(site.main("communities/a/events/e/").contains("The community is resting then."))
        #expect(site.main("communities/a/").contains("No date is known yet."))
    }
}
