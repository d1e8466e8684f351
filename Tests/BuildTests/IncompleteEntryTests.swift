import Diagnostics
import TestSupport
import Testing

@testable import Build

/// What is wrong in a file that is partly unusable: all of it is reported at once.
@Suite struct IncompleteEntryTests {
    private static let community = ["communities/c.md": "---\nname: C\nsummary: S.\n---\n"]

    /// `path code: what it is about`, without the mistake itself.
    private static func others(_ files: [String: String], than codes: Set<String>) async -> [String] {
        await TestSite.problems(of: community.merging(files) { $1 }).filter { !codes.contains($0.code) }.map {
            "\($0.code) \($0.message.split(separator: "`", omittingEmptySubsequences: false).dropFirst().first ?? "")"
        }.sorted()
    }

    @Test func `a required key that is misspelt hides no broken link, unknown id or wrong date`() async {
        let event = [
            "events/a.md": """
            ---
            titel: A
            starts: 2026-12-03 15:00
            ends: 2026-12-03 14:00
            speakers: [nobody]
            ---

            [x](nope.md) ![y](no.png) [[nothing]] [z](#nowhere)
            """
        ]
        #expect(
            await Self.others(event, than: ["missing-key", "unknown-key"]) == [
                "broken-anchor #nowhere", "broken-link no.png", "broken-link nope.md", "broken-link nothing",
                "event-ends-before-start ", "unknown-reference nobody",
            ])
        let fixed = event.mapValues { $0.replacing("titel", with: "title") }
        #expect(
            await Self.others(fixed, than: []) == [
                "broken-anchor #nowhere", "broken-link no.png", "broken-link nope.md", "broken-link nothing",
                "event-ends-before-start ", "unknown-reference nobody",
            ])
    }

    /// Files with a mistake that leaves something out, and what else is wrong in them.
    private static let mistakes: [(files: [String: String], codes: Set<String>, others: [String])] = [
        // A community, with an event of its own that cannot be used either.
        (
            [
                "communities/b.md": """
                ---
                name: B
                summery: S.
                government: nowhere
                connections: [{to: nobody, kind: sister}]
                events: [{titel: X, starts: 2026-12-01, speakers: [no-one]}, {titel: Y, starts: 2026-12-01}]
                ---

                [x](nope.md)
                """
            ], ["missing-key"],
            ["broken-link nope.md", "unknown-reference no-one", "unknown-reference nobody", "unknown-term nowhere"]
        ),
        // An item of a list.
        (
            [
                "communities/c/backlog.md":
                    "---\ntopics:\n  - {titel: X, stage: done, writeup: nothing}\n  - {title: Y, stage: done}\n---\n"
            ], ["missing-key"], ["unknown-reference nothing"]
        ),
        // YAML that cannot be read: the text below it can be.
        (
            ["events/a.md": "---\ntitle: A: B\nstarts: 2026-12-03\n---\n\n[x](nope.md)\n\n![](c.png)\n"],
            ["yaml-colon"], ["broken-link c.png", "broken-link nope.md", "missing-alt c.png"]
        ),
        (["events/a.md": "---\ntitle: A\ntitle: B\n---\n\n[x](nope.md)\n"], ["duplicate-key"], ["broken-link nope.md"]),
        (["events/a.md": "---\njust text\n---\n\n[[nothing]]\n"], ["wrong-type"], ["broken-link nothing"]),
        (
            ["handbook/a.md": "---\n\torder: 1\n---\n\n# A page\n\n[x](#a-page) [y](#part) [z](#no)\n\n## Part\n"],
            ["yaml-tab"], ["broken-anchor #no"]
        ),
        // A translation.
        (
            [
                "site.yaml": "title: T\nlanguages: [en, cy]\n", "resources/a.md": "---\ntitle: A\n---\n",
                "resources/a.cy.md": "---\ntitle: A: B\n---\n\n[x](nope.md)\n",
            ], ["yaml-colon"], ["broken-link nope.md"]
        ),
    ]

    @Test(arguments: mistakes.indices)
    func `whatever can be checked is checked in the first round`(index: Int) async {
        let mistake = Self.mistakes[index]
        let problems = await TestSite.problems(of: Self.community.merging(mistake.files) { $1 })
        #expect(mistake.codes.isSubset(of: problems.map(\.code)))
        #expect(await Self.others(mistake.files, than: mistake.codes) == mistake.others)
        #expect(Set(problems.map { "\($0.signature) \($0.range)" }).count == problems.count, "told twice")
    }

    /// What follows from the mistake is not a second one.
    @Test(arguments: [
        ["events/a.md": "---\ntitle: A: B\nstarts: 2026-12-03\n---\n\nText.\n"],
        ["communities/b.md": "---\nnam: C\nsummary: S.\n---\n"],
        [
            "communities/c.md": "---\nnam: B\nsummary: S.\n---\n",
            "communities/b.md": "---\nname: C\nsummary: S.\n---\n",
        ],
        [
            "communities/c.md": "---\nname: C\nsummery: S.\n---\n",
            "communities/c/events/a.md": "---\ntitle: A\nstarts: 2026-12-03\n---\n\n[up](../../c.md)\n",
        ],
        [
            "people/ada.md": "---\nnaem: Ada\nagreed: 2026-01-01\n---\n",
            "events/a.md": "---\ntitle: A\nstarts: 2026-12-03\nspeakers: ada\n---\n",
        ],
    ])
    func `what follows from a mistake is not reported`(files: [String: String]) async {
        #expect(await Self.others(files, than: ["missing-key", "unknown-key", "yaml-colon"]) == [])
    }

    @Test func `no page is made of what cannot be used, and the rest is published`() async throws {
        let site = try await TestSite([
            "communities/c.md": "---\nname: C\nsummary: S.\nevents: [{titel: X, starts: 2026-12-01}]\n---\n",
            "resources/a.md": "---\ntitel: A\n---\n\nText.\n", "resources/b.md": "---\ntitle: B\n---\n\n[a](a.md)\n",
        ])
        #expect(
            site.files.keys.filter { $0.hasPrefix("resources/") }.sorted() == [
                "resources/b/index.html", "resources/index.html",
            ])
        #expect(!site.files.keys.contains { $0.hasPrefix("communities/c/events/") })
        #expect(Set(site.problems.map(\.code)) == ["missing-key"])
    }
}
