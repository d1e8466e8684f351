import Content
import Foundation
import TestSupport
import Testing

@testable import Build
@testable import Disk
@testable import Tools

/// What `folkmoot skills` writes.
@Suite struct SkillsCommandTests {
    private static let files = [
        "content/site.yaml": "title: T\n",
        "content/communities/rivers.md": "---\nname: Rivers\nsummary: Water.\ngovernment: north\n---\n",
        "content/communities/rivers/members.md":
            "---\nmembers:\n  - {person: Marked Name, skills: {maps: 1}}\nskills_needed: {maps: 2, law: 1}\n---\n",
        "content/communities/lakes.md": "---\nname: Lakes\nsummary: More.\ngovernment: north\n---\n",
        "content/communities/lakes/members.md":
            "---\nmembers:\n  - {person: Marked B, skills: {maps: 4}, mentors: [maps]}\n---\n",
        "content/communities/seas.md": "---\nname: Seas\nsummary: More.\ngovernment: south\n---\n",
        "content/communities/seas/members.md":
            "---\nmembers:\n  - {person: Marked C, skills: {maps: 4}, learning: [law]}\n---\n",
        "content/skills/maps.md": "---\nname: \"=Maps | more\"\n---\n",
    ]

    private static func report(_ format: SkillsFormat, _ ids: [String] = [], overlay: [String: String] = [:])
        async throws -> String
    {
        let folder = try TemporaryFolder(files.merging(overlay) { $1 })
        var command = SkillsCommand(content: folder.at("content"))
        (command.asOf, command.format, command.ids) = (PartialDate("2026-03-01")!.firstDay, format, ids)
        if !overlay.isEmpty { command.overlay = folder.at("private") }
        return String(decoding: try await command.run().report, as: UTF8.self)
    }

    @Test func `what nobody could teach comes first, and those of another government are asked first`() async throws {
        #expect(
            try await Self.report(.table) == """
                2026-03-01: 2 skills in 3 communities, 2 wanted, 1 of them taught nowhere.

                Law
                  too few in     rivers (0 of 1)
                    ask          nobody yet could teach it
                  learning       seas (1)

                =Maps | more (maps)
                  too few in     rivers (0 of 2)
                    ask          seas (south), lakes (north)
                  learning       rivers (1)

                """)
    }

    @Test func `of one community its own needs are shown`() async throws {
        let text = try await Self.report(.table, ["seas"])
        #expect(text.contains("learning       seas (1)") && !text.contains("rivers"))
        let error = await #expect(throws: BuildError.self) { try await Self.report(.table, ["river"]) }
        #expect("\(error!)".contains("There is no community `river` in"))
    }

    @Test func `a private folder is read with it`() async throws {
        let list = "---\nmembers:\n  - {person: Marked D, skills: {law: 4}}\n---\n"
        let text = try await Self.report(.table, overlay: ["private/communities/lakes/members.md": list])
        #expect(text.contains("Law\n  too few in     rivers (0 of 1)\n    ask          lakes (north)\n"))
    }

    @Test(arguments: SkillsFormat.allCases) func `nobody is named`(format: SkillsFormat) async throws {
        #expect(!(try await Self.report(format)).contains("Marked"))
    }

    @Test func `Markdown and sheets hold names as text`() async throws {
        #expect(
            try await Self.report(.markdown).contains(
                "| =Maps \\| more | rivers (0 of 2) | lakes (north), seas"))
        let rows = try await Self.report(.csv).components(separatedBy: "\r\n")
        #expect(rows.contains("maps,'=Maps | more,rivers,2,2,0,0,0,1,0"))
    }

    @Test func `JSON says who to ask`() async throws {
        struct Document: Decodable {
            struct SkilledCommunity: Decodable { let community: String, governments: [String] }
            struct Need: Decodable { let community: String, needed: Int, able: Int, ask: [SkilledCommunity] }
            struct Skill: Decodable { let id: String, neededIn: [Need], couldTeach: [SkilledCommunity] }
            let skills: [Skill]
        }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let document = try decoder.decode(Document.self, from: Data(try await Self.report(.json).utf8))
        #expect(document.skills.map(\.id) == ["law", "maps"])
        let need = document.skills[1].neededIn[0]
        #expect(need.community == "rivers" && need.needed == 2 && need.ask.map(\.community) == ["seas", "lakes"])
    }
}
