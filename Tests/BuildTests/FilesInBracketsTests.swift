import Diagnostics
import Pictures
import TestSupport
import Testing

/// `![[…]]` of Obsidian, and files in the brackets of pages.
@Suite struct FilesInBracketsTests {
    private static let files = [
        "resources/board.gif": ExamplePicture.gif, "resources/IMG 2041.GIF": ExamplePicture.gif,
        "resources/sub/deep.gif": ExamplePicture.gif, "resources/x/twice.gif": ExamplePicture.gif,
        "resources/y/twice.gif": ExamplePicture.gif, "resources/50% off.gif": ExamplePicture.gif,
        "resources/plan.csv": "1", "resources/note.md": "---\ntitle: The note\n---\n\n## Head\n",
        "resources/v1.2 notes.md": "---\ntitle: Notes\n---\n",
    ]

    private func site(_ body: String) async throws -> TestSite {
        try await TestSite(Self.files.merging(["resources/a.md": "---\ntitle: A\n---\n\n\(body)\n"]) { $1 })
    }

    @Test(arguments: [
        ("![[board.gif]]", "![…](board.gif)", "![](board.gif)"),
        ("![[board.gif|The board]]", "![The board](board.gif)", "![The board](board.gif)"),
        ("![[board.gif|300]]", "![…](board.gif)", "![](board.gif)"),
        ("![[board.gif|300x200]]", "![…](board.gif)", "![](board.gif)"),
        ("![[resources/board.gif]]", "![…](board.gif)", "![](board.gif)"),
        ("![[deep.gif]]", "![…](sub/deep.gif)", "![](sub/deep.gif)"),
        ("![[Board.GIF]]", "![…](board.gif)", "![](board.gif)"),
        ("![[IMG 2041.GIF]]", "![…](<IMG 2041.GIF>)", "![](<IMG 2041.GIF>)"),
        ("![[50% off.gif]]", "![…](<50%25 off.gif>)", "![](<50%25 off.gif>)"),
        ("![[plan.csv]]", "[plan.csv](plan.csv)", "[plan.csv](plan.csv)"),
        ("[[plan.csv]]", "[plan.csv](plan.csv)", "[plan.csv](plan.csv)"),
        ("[[plan.csv#row=2|x]]", "[x](plan.csv#row=2)", "[x](plan.csv#row=2)"),
        ("[[plan.csv|The plan]]", "[The plan](plan.csv)", "[The plan](plan.csv)"),
    ])
    func `a file is shown with the line to paste, and written`(body: String, line: String, made: String) async throws {
        let found = try await site(body).problems
        #expect(found.map(\.code) == ["file-in-brackets"])
        #expect(found.first?.help?.paste == line)
        #expect(found.first?.help?.replacement?.text == made)
        #expect(found.first?.help?.replacement?.range.count == body.utf8.count)
    }

    @Test(arguments: [
        ("![[nowhere.gif]]", "![…](nowhere.gif)"), ("![[twice.gif]]", "![…](twice.gif)"),
        ("[[nowhere.pdf]]", "[nowhere.pdf](nowhere.pdf)"),
    ])
    func `a missing or ambiguous file is reported and not written`(body: String, line: String) async throws {
        let found = try await site(body).problems
        #expect(found.map(\.code) == ["file-in-brackets"])
        #expect(found.first?.help?.paste == line)
        #expect(found.first?.help?.replacement == nil)
    }

    @Test(arguments: [
        ("![[note]]", "[[note]]", true), ("![[note|In words]]", "[[note|In words]]", true),
        ("![[v1.2 notes]]", "[[v1.2 notes]]", true), ("![[note#head]]", "[[note#head]]", false),
        ("> - ![[note]]", "[[note]]", true), ("| x |\n|---|\n| ![[note]] |", "[[note]]", true),
    ])
    func `a page is linked to, and reported`(body: String, line: String, isWritten: Bool) async throws {
        let site = try await site(body)
        #expect(site.problems.map(\.code) == ["embedded-page"])
        #expect(site.problems.first?.help?.paste == line)
        #expect((site.problems.first?.help?.replacement?.text == "") == isWritten)
        #expect(!site.main("resources/a/").contains("!<a"))
        #expect(site.main("resources/a/").contains("<a href=\"../"))
    }

    @Test(arguments: [
        "`![[board.gif]]`", "    ![[note]]", "<!-- ![[note]] -->", "\\![[note]]", "Wow![[note]]", "[[note]]",
        "![The board](board.gif)", "\\!\\[[plan.csv]]",
    ])
    func `code, comments and text are not reported`(body: String) async throws {
        #expect(try await site(body).problems == [])
    }

    @Test func `a missing page is one problem`() async throws {
        #expect(try await site("![[nowhere]]").codes == ["broken-link"])
    }
}
