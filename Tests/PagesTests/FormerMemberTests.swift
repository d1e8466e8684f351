import TestSupport
import Testing

/// Those who have left, and those who do something.
@Suite struct FormerMemberTests {
    @Test func `former members are listed and counted as such`() async throws {
        let members =
            "---\nmembers: [{person: Ada L, part: steward, until: 2025-12-31, agreed: 2025-01-10}, {person: Bob M, "
            + "part: steward, until: 2026-03-01, agreed: 2025-01-10}]\n---\n"
        let site = try await TestSite([
            "site.yaml": "title: T\nlist_members: names\n", "communities/data.md": DataPeople.community(""),
            "communities/data/members.md": members,
        ])
        let page = site.main("communities/data/members/")
        let alumni = try #require(page.range(of: "id=\"s.alumni\"")).lowerBound
        #expect(page[alumni...].contains("Ada L") && !page[..<alumni].contains("Ada L"))
        #expect(page[..<alumni].contains("Bob M"))
    }

    @Test func `a former member has no skill that is counted, and mentors nobody`() async throws {
        let members =
            "---\nmembers: [{person: Ada L, until: 2025-12-31, skills: {maps: 4}, mentors: [maps]}, {person: Bob M, "
            + "skills: {maps: 3}}, \((0..<4).map { "{person: Other \($0)}" }.joined(separator: ", "))]\n"
            + "skills_needed: {maps: 2}\n---\n"
        let page = try await TestSite([
            "communities/data.md": DataPeople.community(""), "communities/data/members.md": members,
        ]).main("communities/data/members/")
        // Needed, could teach, alone.
        let numbers = page.matches(of: #/<td class="number"[^>]*>([^<]*)</#).map(\.1)
        #expect(numbers.prefix(3) == ["2", "–", "1"])
        #expect(!page.contains("Mentoring offered in"))
    }

    @Test func `who does something is shown by name, where names are shown`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlist_members: names\n",
            "people/ada-l.md": "---\nname: Ada L\nagreed: 2026-01-10\n---\n",
            "communities/data.md": DataPeople.community("backlog: [{title: No, by: ada-l}]\n"),
            "writeups/w.md": "---\ntitle: W\ndate: 2026-02-12\nactions: [{what: Book a room, who: ada-l}]\n---\n",
        ])
        #expect(site.main("writeups/w/").contains("Ada L") && !site.main("writeups/w/").contains("ada-l<"))
        #expect(site.main("communities/data/backlog/").contains("by Ada L"))
    }
}
