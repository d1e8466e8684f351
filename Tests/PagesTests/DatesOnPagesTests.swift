import Foundation
import TestSupport
import Testing

/// Dates of events on all pages: what browsers and readers learn about them.
@Suite struct DatesOnPagesTests {
    private static let coffee = "starts: 2026-12-03 14:00\nends: 2026-12-03 15:00"

    /// - Parameter events: of a community, by name, without their titles.
    private static func site(
        _ events: [String: String], zone: String? = "Europe/London", today: String = "2026-11-29",
        languages: String = "en", more: [String: String] = [:]
    ) async throws -> TestSite {
        var all = [
            "site.yaml": "title: T\nlanguages: [\(languages)]\n" + (zone.map { "time_zone: \($0)\n" } ?? ""),
            "topics/tea.md": "---\nname: Tea\n---\n",
            "communities/a.md": "---\nname: A\nsummary: S.\ntopics: [tea]\n---\n",
        ].merging(more) { $1 }
        for (name, keys) in events {
            all["communities/a/events/\(name).md"] = "---\ntitle: \(name.uppercased())\n\(keys)\n---\n"
        }
        return try await TestSite(all, today: today)
    }

    private static let pages = ["", "events/", "communities/a/", "communities/a/events/coffee/", "topics/tea/"]

    // MARK: Times for machines

    @Test(arguments: pages) func `a time is an instant with the offset of its clocks`(_ page: String) async throws {
        let site = try await Self.site(["coffee": Self.coffee])
        #expect(
            site.main(page).contains(
                "<time class=\"event-time\" datetime=\"2026-12-03T14:00:00+00:00\" "
                    + "data-end=\"2026-12-03T15:00:00+00:00\">Thursday 3 December 2026, 14:00 to 15:00</time>"))
    }

    @Test(arguments: [
        ("starts: 2026-12-03", "datetime=\"2026-12-03\">"),
        ("starts: 2026-12-03\nends: 2026-12-05", "datetime=\"2026-12-03\" data-end=\"2026-12-05\">"),
        ("starts: 2026-12", "datetime=\"2026-12\">"),
        ("starts: 2026-12-03 14:00", "datetime=\"2026-12-03T14:00:00+00:00\">"),
        ("\(coffee)\nstatus: cancelled", "data-end=\"2026-12-03T15:00:00+00:00\" data-off>"),
        ("\(coffee)\ntime_zone: Asia/Kolkata", "datetime=\"2026-12-03T14:00:00+05:30\""),
    ])
    func `a page says what is known of a time, and no more`(_ keys: String, _ expected: String) async throws {
        let site = try await Self.site(["coffee": keys])
        #expect(site.main("events/").contains(expected))
    }

    @Test func `without a zone a time has no offset`() async throws {
        let site = try await Self.site(["coffee": Self.coffee], zone: nil)
        #expect(site.main("events/").contains("datetime=\"2026-12-03T14:00:00\""))
    }

    @Test func `a series has its next two dates for later readers, and no more when it ends`() async throws {
        let weekly = Self.coffee + "\nrepeats:\n  every: week\n"
        let long = try await Self.site(["coffee": weekly])
        #expect(
            long.main("events/").contains(
                "data-next=\"2026-12-10T14:00:00+00:00|2026-12-10T15:00:00+00:00|"
                    + "Thursday 10 December 2026, 14:00 to 15:00|2026-12-17T14:00:00+00:00|"))
        let short = try await Self.site(["coffee": weekly + "  count: 2"])
        let next = short.main("events/").split(separator: "data-next=\"").last?.prefix { $0 != "\"" } ?? ""
        #expect(next.split(separator: "|").count == 3)
    }

    @Test func `the same time by the clocks of the site has their offset`() async throws {
        let keys = "starts: 2026-12-08 18:00\ntime_zone: America/Los_Angeles\nrepeats:\n  every: week"
        let page = try await Self.site(["coffee": keys]).main("communities/a/events/coffee/")
        #expect(page.contains("datetime=\"2026-12-08T18:00:00-08:00\""))
        #expect(page.contains("datetime=\"2026-12-09T02:00:00+00:00\""))
        #expect(page.contains("|Wednesday 16 December 2026, 02:00 (London time)|"))
    }

    // MARK: The script of dates

    @Test func `only pages with times of events load the script of dates`() async throws {
        let site = try await Self.site(["coffee": Self.coffee])
        for page in Self.pages { #expect(site.page(page).contains("assets/calendar-"), "\(page)") }
        for page in ["communities/", "map/", "search/", "add/", "handbook/", "404.html"] {
            #expect(!site.page(page).contains("assets/calendar-"), "\(page)")
        }
        let quiet = try await Self.site([:])
        for page in ["", "communities/a/", "topics/tea/"] {
            #expect(!quiet.page(page).contains("assets/calendar-"), "\(page)")
        }
    }

    @Test(arguments: [
        ("en", "in {n} minute|in {n} minutes", "011111"), ("fr", "dans {n} minute|dans {n} minutes", "011111"),
        ("cy", "ymhen {n} munud|ymhen {n} funud", "010000"),
        ("ar", "بعد دقيقة واحدة|بعد دقيقتين|بعد {n} دقائق|بعد {n} دقيقة", "0122222222333"),
    ])
    func `the script has the words of each language`(_ language: String, _ soon: String, _ forms: String) async throws {
        let page = try await Self.site(["coffee": Self.coffee], languages: language).page("events/")
        #expect(page.contains("data-soon=\"\(soon)\""))
        #expect(page.contains("data-forms=\"\(forms)"))
    }

    // MARK: Lists

    @Test(arguments: ["", "events/", "communities/a/", "topics/tea/"])
    func `without a script a list of coming events says as of which day it is right`(_ page: String) async throws {
        let site = try await Self.site(["coffee": Self.coffee])
        let text = "<noscript><p class=\"muted\">As of 29 November 2026</p></noscript>"
        #expect(site.main(page).components(separatedBy: text).count == 2)
        #expect(site.main(page).contains("data-coming-up"))
    }

    @Test func `a list of past events is not hidden`() async throws {
        let site = try await Self.site(["coffee": "starts: 2026-11-03 14:00"])
        #expect(!site.main("events/").contains("data-coming-up"))
        #expect(!site.main("events/").contains("As of 29"))
    }

    @Test func `an event that was over when the site was made does not go by the reader's clock`() async throws {
        let main = try await Self.site(["coffee": "starts: 2026-11-03 14:00"]).main("events/")
        #expect(main.contains("<time datetime=\"2026-11-03T14:00:00+00:00\">"))
    }

    @Test func `an event that is over says so`() async throws {
        let over = try await Self.site(["coffee": "starts: 2026-11-03 14:00"])
        #expect(over.main("communities/a/events/coffee/").contains("This event is over."))
        let next = try await Self.site(["coffee": Self.coffee])
        #expect(!next.main("communities/a/events/coffee/").contains("This event is over."))
    }
}
