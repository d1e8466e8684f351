import TestSupport
import Testing

/// A person is named only where the handbook says so.
@Suite struct PrivacyTests {
    private static func site(_ listing: String) async throws -> TestSite {
        try await TestSite(
            [
                "site.yaml": "title: T\nlist_members: \(listing)\n",
                "communities/a.md": "---\nname: A\nsummary: S.\n---\n",
                "communities/a/members.md": """
                ---
                members:
                  - person: Stella Steward
                    part: steward
                    agreed: 2026-01-10
                    skills: {facilitation: 4}
                    time: 37
                  - person: Corin Core
                    part: core
                    agreed: 2026-01-10
                    mentors: [facilitation]
                  - {person: Beth Backlog, agreed: 2026-01-10}
                  - {person: Winn Who, agreed: 2026-01-10}
                  - {person: Fifth Member, agreed: 2026-01-10}
                skills_needed: {facilitation: 2}
                ---
                """,
                "communities/b.md":
                    "---\nname: B\nsummary: S.\nmembers: [{person: Corin Core, agreed: 2026-01-10}]\n---\n",
                "communities/a/backlog.md": "---\ntopics: [{title: Why, by: Beth Backlog}]\n---\n",
                "communities/a/writeups/w.md":
                    "---\ntitle: W\ndate: 2026-01-01\nauthors: Aud Author\nactions: [{what: Act, who: Winn "
                    + "Who}]\n---\n",
                "communities/a/events/e.md": "---\ntitle: E\nstarts: 2026-05-01\nspeakers: Spike Speaker\n---\n",
            ], baseURL: "https://example.gov/")
    }

    private static func named(_ name: String, in site: TestSite) -> Bool {
        site.files.values.contains { $0.contains(name) }
    }

    @Test(arguments: ["counts", "stewards", "names"])
    func `members are named as far as list_members allows, credits always`(listing: String) async throws {
        let site = try await Self.site(listing)
        #expect(site.problems == [])
        #expect(Self.named("Stella Steward", in: site) == (listing != "counts"))
        #expect(Self.named("Corin Core", in: site) == (listing == "names"))
        #expect(Self.named("Beth Backlog", in: site) == (listing == "names"))
        #expect(Self.named("Winn Who", in: site) == (listing == "names"))
        #expect(Self.named("Aud Author", in: site) && Self.named("Spike Speaker", in: site))
    }

    @Test func `shares of time are never published, and skills only as numbers`() async throws {
        let site = try await Self.site("names")
        #expect(!site.main("communities/a/members/").contains("37") && !site.main("communities/a/").contains("37"))
        let row = try #require(site.main("communities/a/members/").firstMatch(of: /<tr><th scope="row">.*/)).output
        #expect(row.contains("data-state=\"some\">too few<") && row.contains("\">a few</td>"))
        #expect(!row.contains(">1<"))
    }

    @Test func `a backlog can be kept off the site`() async throws {
        let site = try await TestSite([
            "communities/a.md": "---\nname: A\nsummary: S.\n---\n",
            "communities/a/backlog.md": "---\npublish: false\ntopics: [{title: Something private}]\n---\n",
        ])
        #expect(!Self.named("Something private", in: site))
        #expect(site.files["communities/a/backlog/index.html"] == nil)
    }

    @Test func `a steward who has left is no longer named`() async throws {
        let site = try await TestSite([
            "communities/a.md":
                "---\nname: A\nsummary: S.\nmembers: [{person: Old Steward, part: steward, until: 2020-01, "
                + "agreed: 2019-01-10}]\n---\n"
        ])
        #expect(!Self.named("Old Steward", in: site))
    }

    @Test func `links to a backlog that is kept off the site are text`() async throws {
        let site = try await TestSite([
            "communities/a.md": "---\nname: A\nsummary: S.\n---\n\n[ours](a/backlog.md)\n",
            "communities/a/backlog.md": "---\ntitle: Private list\npublish: false\nredirect_from: old\n---\n\n[[a]]\n",
        ])
        #expect(site.codes == ["unpublished-reference"])
        #expect(!Self.named("Private list", in: site) && site.files["old/index.html"] == nil)
    }
}
