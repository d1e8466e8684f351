import TestSupport
import Testing

/// What belongs to a community, in its own file or in others.
@Suite struct CommunityPartTests {
    @Test func `one file and a folder make the same community page`() async throws {
        let file = try await TestSite(["communities/data.md": DataPeople.file])
        let folder = try await TestSite(["communities/data/index.md": DataPeople.file])
        #expect(file.page("communities/data/") == folder.page("communities/data/"))
        #expect(file.main("communities/data/").contains("<h1 id=\"data-people\">Data people</h1>"))
    }

    @Test func `a community in one file has the pages of all its parts`() async throws {
        let site = try await TestSite([
            "communities/data.md": """
            ---
            name: Data people
            summary: People who share data.
            charter: {purpose: To share.}
            members: [{person: Ada L, part: steward, agreed: 2026-01-10}]
            events: [{title: First meeting, starts: 2026-02-12 14:00}]
            writeups: [{title: How it went, date: 2026-02-12, event: 2026-02-12-first-meeting}]
            resources: [{title: A guide, url: "https://example.gov/guide"}]
            backlog: [{title: Say no, stage: done}]
            ---
            """
        ])
        #expect(site.problems == [])
        for route in [
            "charter/", "members/", "events/2026-02-12-first-meeting/", "writeups/2026-02-12-how-it-went/",
            "resources/a-guide/", "backlog/",
        ] {
            #expect(site.files["communities/data/\(route)index.html"] != nil, "\(route)")
        }
        #expect(site.main("communities/data/events/2026-02-12-first-meeting/").contains("How it went"))
        #expect(site.main("communities/data/writeups/2026-02-12-how-it-went/").contains("First meeting"))
    }

    @Test func `an absent part is unknown, an empty one means none`() async throws {
        let unknown = try await TestSite(["communities/data.md": DataPeople.file])
        let none = try await TestSite([
            "communities/data.md": DataPeople.file.replacing("---\n", with: "---\nmembers: []\n", maxReplacements: 1)
        ])
        #expect(unknown.main("communities/data/").contains("how many members it has"))
        #expect(unknown.files["communities/data/members/index.html"] == nil)
        #expect(!none.main("communities/data/").contains("how many members it has"))
        #expect(none.main("communities/data/members/").contains("no members at the moment"))
    }

    @Test func `a list that could not be read at all is unknown, not empty`() async throws {
        let site = try await TestSite([
            "communities/data.md": DataPeople.file.replacing(
                "---\n", with: "---\nmembers: [Ann Sample, Bob Other]\n", maxReplacements: 1)
        ])
        #expect(site.codes == ["wrong-type"])
        #expect(!site.files.values.contains { $0.contains("no members at the moment") })
    }

    @Test func `platforms and what makes a meeting accessible are in the language of the page`() async throws {
        let site = try await TestSite(
            [
                "site.yaml": "title: T\nlanguages: [en, de]\n",
                "communities/a/index.md":
                    "---\nname: A\nsummary: S.\n"
                    + "channels: [{platform: Mailing list}, {platform: email}, {platform: pleio}, "
                    + "{platform: MAX.gov}]\n---\n",
                "communities/a/events/e.md":
                    "---\ntitle: Coffee\nstarts: 2026-12-10 10:00\naccess: [Step-free, free cake]\n---\n",
            ], today: "2026-03-01")
        let community = site.main("de/communities/a/")
        for word in ["Mailingliste", "E-Mail", "Pleio", "MAX.gov"] { #expect(community.contains("<li>\(word)</li>")) }
        let event = site.main("de/communities/a/events/e/")
        #expect(event.contains("stufenlos") && event.contains("<span lang=\"en\">free cake</span>"))
    }
}
