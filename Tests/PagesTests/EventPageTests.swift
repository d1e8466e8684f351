import TestSupport
import Testing

/// What the page of an event says, and what of it only some may read.
@Suite struct EventPageTests {
    @Test func `an event says its next date, and a call's address only to everyone`() async throws {
        let event =
            "---\ntitle: Coffee\nstarts: 2026-01-01 10:00\nrepeats:\n  every: 2 weeks\nonline: "
            + "https://example.gov/secret-call\nopen_to: %\n---\n"
        let site = try await TestSite(
            [
                "events/a.md": event.replacing("%", with: "members"),
                "events/b.md": event.replacing("%", with: "everyone"),
            ], today: "2026-03-01")
        #expect(site.main("events/a/").contains("Thursday 12 March 2026, 10:00"))
        #expect(site.main("events/a/").contains("Every 2 weeks"))
        let telling: Set = ["events/b/index.html", "events/b/event.ics", "events.ics"]
        #expect(Set(site.files.filter { $0.value.contains("secret-call") }.keys) == telling)
        // 44 dates, with the address as the place and in the text.
        #expect(site.files["events.ics"]?.split(separator: "secret-call").count == 89)
        #expect(site.main("events/b/").contains("https://example.gov/secret-call"))
    }

    @Test func `a call's address that is kept back is in a host's channel, or somebody is asked`() async throws {
        let event =
            "---\ntitle: Coffee\nstarts: 2026-12-10 10:00\nopen_to: members\nonline: https://example.gov/call\n---\n"
        let site = try await TestSite(
            [
                "communities/a/index.md": "---\nname: A\nsummary: S.\nchannels: [{platform: slack}]\n---\n",
                "communities/a/events/e.md": event,
                "communities/b/index.md": "---\nname: B\nsummary: S.\njoin: b@example.gov\n---\n",
                "communities/b/events/e.md": event,
                "communities/c/index.md": "---\nname: C\nsummary: S.\n---\n",
                "communities/c/events/e.md": event,
                "events/e.md": event.replacing("open_to", with: "hosts: [c, a]\nopen_to"),
            ], today: "2026-03-01")
        let channel = "The link is in the channel."
        let ask = "Ask the organisers for the link."
        #expect(site.main("communities/a/events/e/").contains(channel))
        #expect(site.main("events/e/").contains(channel))
        #expect(
            site.main("communities/b/events/e/")
                .contains("<a href=\"mailto:b@example.gov\" rel=\"noopener\">\(ask)</a>"))
        #expect(site.main("communities/c/events/e/").contains(ask))
    }

    @Test func `a cancelled event stays where people look for it, and is not the next meetup`() async throws {
        let site = try await TestSite([
            "communities/data.md": DataPeople.file,
            "communities/data/events/e.md": "---\ntitle: Off\nstarts: 2026-05-01\nstatus: cancelled\n---\n",
        ])
        #expect(site.main("events/").contains("<h2 id=\"s.upcoming\">"))
        #expect(site.main("events/").contains("<strong class=\"state-cancelled\">Cancelled</strong>"))
        #expect(site.main("communities/data/").contains("No date is known yet."))
    }
}
