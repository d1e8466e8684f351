import Pictures
import TestSupport
import Testing

@testable import Tools

@Suite struct MoveHTMLTests {
    private static func page(_ file: String) -> String {
        "---\ntitle: A\n---\n\n- <a href='\(file)'>x</a>\n\n"
            + "<table><tr><td><a href=\"\(file)?x\">old.md</a></table>\n"
    }

    @Test func `links of HTML follow what is renamed`() async throws {
        let disk = try TemporaryFolder([
            "content/site.yaml": "title: T\n", "content/resources/old.md": "---\ntitle: B\n---\n",
            "content/resources/a.md": Self.page("old.md"),
        ])
        let move = MoveCommand(content: disk.at("content"), old: "resources/old", new: "resources/new")
        let outcome = try await move.run()
        #expect(outcome.problems == [])
        #expect(disk.tree("content")["resources/a.md"] == Self.page("new.md"))
    }
}
