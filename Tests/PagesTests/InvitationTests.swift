import TestSupport
import Testing

/// How a reader could help a community, where settings let it be said.
@Suite struct InvitationTests {
    private static let files = [
        "communities/a.md": "---\nname: A\nsummary: S.\nwants: [speakers]\n---\n",
        "communities/a/members.md":
            "---\nmembers:\n  - {person: Marked Name, part: steward, time: 0, until: 2026-03, skills: {maps: 1}}\n"
            + "skills_needed: {maps: 1}\n---\n",
        "communities/a/events/e.md": "---\ntitle: E\nstarts: 2026-02-02\n---\n",
        "skills/maps.md": "---\nname: Drawing maps\n---\n",
    ]

    private static func page(_ settings: String) async throws -> String {
        try await TestSite(files.merging(["site.yaml": "title: T\n\(settings)"]) { $1 }).main("communities/a/")
    }

    @Test func `an invitation is made of what is said of the community, and of nothing about a person`() async throws {
        let page = try await Self.page("health:\n  publish: true\n")
        let help = page.components(separatedBy: "id=\"s.help\"")[1].components(separatedBy: "</section>")[0]
        let lines = help.components(separatedBy: "<li>").dropFirst().map { $0.components(separatedBy: "</li>")[0] }
        #expect(
            lines == [
                "Suggest a topic or a day: no next meeting is planned yet.", "Show others how: Drawing maps.",
                "It is looking for: speakers.",
            ])
        #expect(!help.contains("Marked"))
    }

    @Test(arguments: ["", "health:\n  publish: false\n", "health:\n  quiet_days: 30\n"])
    func `without the setting nothing is published`(settings: String) async throws {
        #expect(!(try await Self.page(settings)).contains("s.help"))
    }
}
