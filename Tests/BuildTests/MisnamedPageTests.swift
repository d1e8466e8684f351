import Foundation
import TestSupport
import Testing

@testable import Build

/// Files that were meant for pages and whose names do not end in `.md`.
@Suite struct MisnamedPageTests {
    private static let settings = "title: T\ncontact: a@example.gov\n"
    private static let entry = "---\nname: Bees\nsummary: S.\ndraft: true\n---\n\nText.\n"

    @Test(arguments: [
        ("communities/bees", "bees.md"), ("communities/bees.txt", "bees.md"), ("communities/bees.md.txt", "bees.md"),
        ("communities/bees.markdown", "bees.md"), ("communities/bees.MD", "bees.md"),
        ("communities/bees/index.txt", "index.md"), ("people/bee.txt", "bee.md"), ("resources/bees", "bees.md"),
    ])
    func `an entry with another ending is an error that says how to rename it, and is not published`(
        path: String, name: String
    ) async throws {
        let disk = try TemporaryFolder(["content/site.yaml": Self.settings, "content/index.md": "# T\n"])
        try disk.put("content/\(path)", Self.entry)
        var command = BuildCommand(content: disk.at("content"), output: disk.at("site"))
        let refused = try await command.run()
        #expect(refused.problems.map(\.code) == ["text-file-name"] && refused.exitCode == 1)
        #expect(refused.problems.first?.help?.text.hasPrefix("Rename it to `\(name)`.") == true)
        command.keepsGoing = true
        #expect(try await command.run().exitCode == 0)
        #expect(!disk.site().values.contains { $0.contains("summary: S.") })
    }

    @Test(arguments: [
        ("communities/bees.txt", "A list of bees.\n"), ("communities/bees.csv", entry),
        ("communities/bees.txt", "---\n\nA line above a text.\n"),
    ])
    func `a text that does not start with front matter is copied`(path: String, text: String) async throws {
        let disk = try TemporaryFolder(["content/site.yaml": Self.settings, "content/index.md": "# T\n"])
        try disk.put("content/\(path)", text)
        #expect(try await BuildCommand(content: disk.at("content"), output: disk.at("site")).run().problems == [])
        #expect(disk.site()[path] == text)
    }

    @Test(arguments: [
        "\n---\nname: Bees\ndraft: true\n---\n", "---\n\"name\": Bees\n---\n", "---\nName : Bees\n---\n",
        "---\nx-y: 1\n---\n",
    ])
    func `front matter is recognized however it is written`(text: String) async {
        #expect(await TestSite.problems(of: ["people/bees.txt": text]).map(\.code) == ["text-file-name"])
    }

    @Test func `front matter in UTF-16 is recognized`() async throws {
        let disk = try TemporaryFolder(["content/site.yaml": Self.settings, "content/index.md": "# T\n"])
        try disk.put("content/people/bees.txt", "")
        let bytes: [UInt8] = [0xFF, 0xFE] + Self.entry.utf8.flatMap { [$0, 0] as [UInt8] }
        try Data(bytes).write(to: URL(fileURLWithPath: disk.at("content/people/bees.txt")))
        let outcome = try await BuildCommand(content: disk.at("content"), output: nil).run()
        #expect(outcome.problems.map(\.code) == ["text-file-name"])
    }

    @Test func `a template that a page offers to save is copied`() async throws {
        let files = ["resources/charter.txt": "---\ntitle: Our charter\n---\n"]
        #expect(await TestSite.problems(of: files).map(\.code) == ["text-file-name"])
        let linked = ["resources/a.md": "---\ntitle: A\n---\n\n[The template](charter.txt)\n"].merging(files) { $1 }
        #expect(await TestSite.problems(of: linked) == [])
    }

    @Test func `of two files for one page, the one with the wrong name is to be removed`() async {
        let problems = await TestSite.problems(of: [
            "communities/bees.md": "---\nname: Bees\nsummary: S.\n---\n", "communities/bees.txt": Self.entry,
        ])
        #expect(problems.map(\.path) == ["communities/bees.txt"])
        #expect(problems.first?.help?.text.hasPrefix("`bees.md` is there too: remove") == true)
    }

    @Test func `a text that is no page and has no ending keeps its own message`() async throws {
        let disk = try TemporaryFolder(["content/site.yaml": Self.settings, "content/LICENSE": "Free.\n"])
        let outcome = try await BuildCommand(content: disk.at("content"), output: disk.at("site")).run()
        #expect(outcome.problems.map(\.code) == ["asset-type"])
    }
}
