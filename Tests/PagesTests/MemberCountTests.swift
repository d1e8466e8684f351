import TestSupport
import Testing

/// How many members there are of each kind, how that moved, and who could be next.
@Suite struct MemberCountTests {
    private static func page(_ members: String, settings: String = "") async throws -> String {
        try await TestSite([
            "site.yaml": "title: T\n\(settings)", "communities/a.md": "---\nname: A\nsummary: S.\n---\n",
            "communities/a/members.md": "---\n\(members)---\n",
        ]).main("communities/a/members/")
    }

    private static func text(_ page: String) -> String {
        page.replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ")
    }

    @Test func `a second count says how each kind changed`() async throws {
        let text = Self.text(
            try await Self.page(
                "counts:\n  - {as_of: 2026-01-01, core: 4, active: 8, occasional: 20, alumni: 2}\n"
                    + "  - {as_of: 2025-01-01, core: 5, active: 3, occasional: 20}\n"))
        #expect(text.contains("Core members 4 (1 fewer since 1 January 2025)"))
        #expect(text.contains("Active members 8 (5 more since 1 January 2025)"))
        #expect(text.contains("Occasional members 20 (no change since 1 January 2025)"))
        #expect(text.contains("Former members 2 ") && text.contains("Counted 1 January 2026"))
    }

    @Test(arguments: [
        ("counts: {core: 4, as_of: 2026-01-01}\n", "4"),
        // Without a day it cannot be compared, and one with a day is newer for all that is known.
        ("counts:\n  - {core: 5, as_of: 2025-01-01}\n  - {core: 4}\n", "5"),
        ("counts:\n  - {core: 5}\n  - {core: 4}\n", "4"),
        // Two of one day say nothing of what changed.
        ("counts:\n  - {core: 5, as_of: 2026-01-01}\n  - {core: 4, as_of: 2026-01-01}\n", "4"),
        // A slip in the year.
        ("counts:\n  - {core: 4, as_of: 2026-01-01}\n  - {core: 9, as_of: 2062-01-01}\n", "4"),
    ]) func `a single count is compared with nothing`(counts: String, core: String) async throws {
        let text = Self.text(try await Self.page(counts))
        #expect(text.contains("Core members \(core) ") && !text.contains("since"))
    }

    @Test func `the path to leadership is shown in numbers`() async throws {
        let list =
            "members:\n  - {person: B, part: steward}\n  - {person: C, part: core}\n"
            + "  - {person: E, part: deputy, until: 2026-01}\n"
        let text = Self.text(try await Self.page(list + "counts: {core: 4, as_of: 2026-01-01}\n"))
        #expect(text.contains("Path to leadership Stewards: 1 &#160;· Core members: 4"))
        // The numbers of the list are there already.
        #expect(!Self.text(try await Self.page(list)).contains("Path to leadership"))
    }

    @Test func `former members are thanked`() async throws {
        let page = try await Self.page(
            "members:\n  - {person: B, part: alumni, agreed: 2026-01-01}\n", settings: "list_members: names\n")
        #expect(page.contains("They helped to make this community what it is. Thank you."))
    }

    @Test func `each count in the future is reported`() async {
        let problems = await TestSite.problems(of: [
            "communities/a.md": "---\nname: A\nsummary: S.\n---\n",
            "communities/a/members.md":
                "---\ncounts:\n  - {core: 1, as_of: 2025-01-01}\n  - {core: 1, as_of: 2027-01-01}\n---\n",
        ])
        #expect(problems.map(\.code) == ["fact-in-the-future"])
    }
}
