import Foundation
import Health
import TestSupport
import Testing

@testable import Theme

/// How a reader could help a community, where settings allow it.
@Suite struct InvitationTests {
    private static let files = [
        "communities/a.md": "---\nname: A\nsummary: S.\nwants: [speakers]\n---\n",
        "communities/a/members.md":
            "---\nmembers:\n  - {person: Marked Name, part: steward, time: 0, until: 2026-03, skills: {maps: 1}}\n"
            + (0..<4).map { "  - {person: Other \($0)}\n" }.joined() + "skills_needed: {maps: 1}\n---\n",
        "communities/a/events/e.md": "---\ntitle: E\nstarts: 2026-02-02\n---\n",
        "skills/maps.md": "---\nname: Drawing maps\n---\n",
    ]

    private static func page(_ settings: String, _ others: [String: String] = [:]) async throws -> String {
        let files = files.merging(["site.yaml": "title: T\n\(settings)"]) { $1 }.merging(others) { $1 }
        return try await TestSite(files).main("communities/a/")
    }

    private static func lines(_ page: String) -> [String] {
        guard page.contains("id=\"s.help\"") else { return [] }
        let help = page.components(separatedBy: "id=\"s.help\"")[1].components(separatedBy: "</section>")[0]
        return help.components(separatedBy: "<li>").dropFirst().map { $0.components(separatedBy: "</li>")[0] }
    }

    @Test func `an invitation uses facts about the community, and none about a person`() async throws {
        let page = try await Self.page("health:\n  publish: true\n")
        #expect(
            Self.lines(page) == [
                "Suggest a topic or a day: no next meeting is planned yet.",
                "Show others how: <a href=\"../../skills/maps/\">Drawing maps</a>.", "It is looking for: speakers.",
            ])
    }

    @Test func `the lack of a steward, or what a small group cannot do, is not an invitation`() async throws {
        let list =
            "---\nmembers:\n  - {person: B, part: steward, until: 2026-02-28, skills: {maps: 1}}\n"
            + "skills_needed: {maps: 1}\n---\n"
        let page = try await Self.page("health:\n  publish: true\n", ["communities/a/members.md": list])
        #expect(
            Self.lines(page) == [
                "Suggest a topic or a day: no next meeting is planned yet.", "It is looking for: speakers.",
            ])
    }

    @Test func `what is wanted is text, in its language, and many things are counted`() async throws {
        let many = (0..<8).map { "\"<b>\($0)\"" }.joined(separator: ", ")
        let page = try await Self.page(
            "languages: [en, cy]\nhealth:\n  publish: true\n",
            ["communities/a.md": "---\nname: A\nlang: cy\nsummary: S.\nwants: [\(many)]\n---\n"])
        let line = try #require(Self.lines(page).last)
        #expect(line.contains("<span lang=\"cy\">&lt;b&gt;0</span>") && line.contains("and 2 more"))
        #expect(!line.contains("<b>"))
    }

    @Test func `every invitation has its sentence in every language`() throws {
        let theme = try CompiledTheme()
        for language in CompiledTheme.defaultLanguages {
            let words = try theme.strings(language, first: language)
            for signal in Signal.all where signal.isInvitation {
                #expect(words.has("help_" + signal.code.replacing("-", with: "_")), "\(language): \(signal.code)")
            }
        }
    }

    @Test(arguments: ["", "health:\n  publish: false\n", "health:\n  quiet_days: 30\n"])
    func `without the setting nothing is published`(settings: String) async throws {
        #expect(!(try await Self.page(settings)).contains("s.help"))
    }
}
