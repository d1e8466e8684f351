import Foundation
import TestSupport
import Testing

/// How pages lead to files for calendars.
@Suite struct SubscribeTests {
    private static func site(
        _ keys: String = "starts: 2026-12-03 14:00", baseURL: String? = nil, languages: String = "en"
    ) async throws -> TestSite {
        try await TestSite(
            [
                "site.yaml": "title: T\ntime_zone: Europe/London\nlanguages: [\(languages)]\n",
                "topics/tea.md": "---\nname: Tea & talk\n---\n", "roles/maker.md": "---\nname: Maker\n---\n",
                "governments/town.md": "---\nname: Town\n---\n", "topics/quiet.md": "---\nname: Quiet\n---\n",
                "communities/a.md":
                    "---\nname: A\nsummary: S.\ntopics: [tea]\nroles: [maker]\ngovernment: [town]\n---\n",
                "communities/b.md": "---\nname: B\nsummary: S.\ntopics: [quiet]\n---\n",
                "communities/a/events/e.md": "---\ntitle: E\n\(keys)\n---\n",
                "events/shared.md": "---\ntitle: Shared\nstarts: 2026-12-04 14:00\n---\n",
            ], today: "2026-11-29", baseURL: baseURL)
    }

    private static let owners = ["communities/a/", "topics/tea/", "roles/maker/", "governments/town/"]

    @Test(arguments: owners) func `a page with a calendar links to it in its text and in its head`(
        _ page: String
    ) async throws {
        let site = try await Self.site(baseURL: "https://example.org/folk/")
        #expect(site.files["\(page)events.ics"] != nil)
        let main = site.main(page)
        #expect(main.contains("href=\"webcal://example.org/folk/\(page)events.ics\""))
        #expect(main.contains("value=\"https://example.org/folk/\(page)events.ics\""))
        // A field cuts it off in text browsers, which have no script that shows one either.
        #expect(main.contains("subscribe-printed\" dir=\"ltr\">https://example.org/folk/\(page)events.ics</p>"))
        let head = site.page(page).components(separatedBy: "<body")[0]
        #expect(
            head.contains("<link rel=\"alternate\" type=\"text/calendar\" title=\"Subscribe to the calendar: "))
        #expect(head.contains("\" href=\"../../\(page)events.ics\">"))
        #expect(head.contains("assets/calendar-"))
    }

    @Test func `the list of events has the calendar of the site, an event that of its community`() async throws {
        let site = try await Self.site(baseURL: "https://example.org/")
        #expect(site.main("events/").contains("webcal://example.org/events.ics"))
        #expect(site.main("communities/a/events/e/").contains("webcal://example.org/communities/a/events.ics"))
        #expect(site.main("events/shared/").contains("webcal://example.org/events.ics"))
    }

    @Test func `a page without a calendar has no invitation`() async throws {
        let site = try await Self.site()
        for page in ["communities/b/", "topics/quiet/", "communities/", "map/", ""] {
            #expect(!site.page(page).contains("class=\"subscribe\""), "\(page)")
            #expect(!site.page(page).contains("text/calendar"), "\(page)")
        }
    }

    @Test func `without the address of the site the link is that of the file, and no address is shown`() async throws {
        let main = try await Self.site().main("topics/tea/")
        #expect(main.contains("class=\"button button-quiet subscribe-open\" href=\"../../topics/tea/events.ics\""))
        #expect(main.contains("<div class=\"subscribe-by-address\" hidden>"))
        #expect(!main.contains("webcal:"))
        #expect(main.contains("Subscribe to the calendar: Tea &amp; talk"))
    }

    @Test(arguments: [
        ("starts: 2026-12-03 14:00", true), ("starts: 2026-11-03 14:00", false), ("starts: 2026-12", false),
        ("starts: 2026-12-03 14:00\nstatus: cancelled", false),
        ("starts: 2026-01-05 14:00\nrepeats:\n  every: month", true),
    ])
    func `only an event with a date to come can be added`(keys: String, canBeAdded: Bool) async throws {
        let page = try await Self.site(keys).main("communities/a/events/e/")
        #expect(
            page.contains("href=\"../../../../communities/a/events/e/event.ics\" download>Add to calendar")
                == canBeAdded)
    }

    @Test(arguments: ["cy", "fr", "ar"]) func `each language has its own calendars`(_ language: String) async throws {
        let site = try await Self.site(baseURL: "https://example.org/", languages: "en, \(language)")
        let page = site.main("\(language)/communities/a/")
        #expect(page.contains("webcal://example.org/\(language)/communities/a/events.ics"))
        #expect(!page.contains("Subscribe to the calendar"))
    }
}
