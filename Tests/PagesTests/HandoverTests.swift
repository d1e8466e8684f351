import TestSupport
import Testing

/// One steward leaves and another begins: what is said of them, before, on and after the day.
@Suite struct HandoverTests {
    private static func site(today: String, listing: String = "stewards", welcome: String = "") async throws -> TestSite
    {
        try await TestSite(
            [
                "site.yaml": "title: T\nlist_members: \(listing)\n",
                "people/old.md": "---\nname: Oldest Example\nagreed: 2020-01-01\n---\n",
                "communities/a.md": """
                ---
                name: A
                summary: S.
                \(welcome)members:
                  members:
                    - {person: old, part: steward, until: 2026-11-30}
                    - {person: New Example, part: steward, since: 2026-12-01, agreed: 2026-11-01}
                    - {person: Later Example, part: core, since: 2027-02-01, agreed: 2026-11-01}
                ---
                """,
            ], today: today)
    }

    /// Day, who is said to be a steward and how, who is at the door, and how many stewards are counted.
    @Test(
        arguments: [
            (
                "2026-11-28", ["until 30 November 2026", "from 1 December 2026"], "Oldest Example",
                "until 30 November 2026", "1"
            ),
            (
                "2026-11-30", ["until 30 November 2026", "from 1 December 2026"], "Oldest Example",
                "until 30 November 2026", "1"
            ),
            ("2026-12-01", [], "New Example", nil, "1"),
        ] as [(String, [String], String, String?, String)])
    func `each steward has the coming dates, and today's is at the door`(
        today: String, terms: [String], door: String, term: String?, count: String
    ) async throws {
        let site = try await Self.site(today: today)
        #expect(site.codes.filter { $0 != "agreed-before-since" } == [])
        #expect(site.codes.count == 1, "of a member who joins later, and not of a steward who takes over")
        let members = site.main("communities/a/members/")
        for words in terms { #expect(members.contains("<span class=\"value\">\(words)</span>"), "\(words)") }
        #expect(members.contains("Oldest Example") == !terms.isEmpty)
        #expect(members.contains("<dt>Stewards</dt>\n<dd><span class=\"value\">\(count)</span></dd>"))
        let page = site.main("communities/a/")
        #expect(page.contains("<strong>\(door)</strong>") && !page.contains("Nobody is named yet."))
        #expect(term.map { page.contains("Steward, \($0)") } ?? page.contains(">Steward<"))
    }

    @Test func `the person named by the community stays at the door`() async throws {
        let page = try await Self.site(today: "2026-11-28", welcome: "welcome: {name: Door Example}\n")
            .main("communities/a/")
        #expect(page.contains("<strong>Door Example</strong>") && !page.contains("<strong>Oldest Example</strong>"))
    }

    @Test func `where nobody may be named, nobody is at the door`() async throws {
        let page = try await Self.site(today: "2026-11-28", listing: "counts").main("communities/a/")
        #expect(page.contains("Nobody is named yet.") && !page.contains("Oldest Example"))
    }

    @Test func `a member whose term has not begun is not counted, and says from when`() async throws {
        let site = try await Self.site(today: "2026-11-28", listing: "names")
        let members = site.main("communities/a/members/")
        #expect(members.contains("from 1 February 2027") && !members.contains("<dt>Core members</dt>"))
        let later = try await Self.site(today: "2027-02-01", listing: "names").main("communities/a/members/")
        #expect(!later.contains("from 1 February 2027") && later.contains("<dt>Core members</dt>"))
    }

    @Test func `the page of a person says until when`() async throws {
        let page = try await Self.site(today: "2026-11-28").main("people/old/")
        #expect(page.contains("<p class=\"row-facts\">Steward, until 30 November 2026</p>"))
    }
}
