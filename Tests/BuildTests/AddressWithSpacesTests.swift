import Diagnostics
import Pictures
import TestSupport
import Testing

/// What other programs take for a link or a picture, but Markdown takes for text.
@Suite struct AddressWithSpacesTests {
    private static let files = [
        "resources/board.gif": ExamplePicture.gif, "resources/IMG 2041.GIF": ExamplePicture.gif,
        "resources/our plan.csv": "1",
        "resources/my file.md": "---\ntitle: Mine\n---\n\n## Some part\n", "resources/Team (Old)/a.md": "# A\n",
        "resources/note.md": "---\ntitle: Note\n---\n",
    ]

    private func problems(of body: String) async -> [Diagnostic] {
        let files = Self.files.merging(["resources/a.md": "---\ntitle: A\n---\n\n\(body)\n"]) { $1 }
        return await TestSite.problems(of: files).filter { $0.path == "resources/a.md" }
    }

    @Test(arguments: [
        ("[File](my file.md)", "[File](<my file.md>)"),
        ("[File](../resources/my file.md)", "[File](<../resources/my file.md>)"),
        ("[a **b** `c`](my file.md)", "[a **b** `c`](<my file.md>)"),
        ("[File](my file.md \"A title\")", "[File](<my file.md> \"A title\")"),
        ("[File](my file.md#some part)", "[File](<my file.md#some-part>)"), ("[Mine](My File)", "[Mine](<My File>)"),
        ("[a](Team (Old)/a.md)", "[a](<Team (Old)/a.md>)"), ("![Alt](IMG 2041.GIF)", "![Alt](<IMG 2041.GIF>)"),
        ("[![Alt](IMG 2041.GIF)](note.md)", "![Alt](<IMG 2041.GIF>)"),
        ("[Plan](our plan.csv)", "[Plan](<our plan.csv>)"), ("- [ ] [File](my file.md)", "[File](<my file.md>)"),
        ("> *[File](my file.md)*", "[File](<my file.md>)"),
        ("| x |\n|---|\n| [File](my file.md) |", "[File](<my file.md>)"),
        ("[x](https://example.org/Shared Documents/a.docx)", "[x](https://example.org/Shared%20Documents/a.docx)"),
        ("<https://example.org/Shared Documents/>", "<https://example.org/Shared%20Documents/>"),
        ("[m](mailto:a@example.org?subject=Lean coffee)", "[m](mailto:a@example.org?subject=Lean%20coffee)"),
        ("[ref]: my file.md", "[ref]: <my file.md>"),
        (
            "[ref]: https://example.org/a/Shared Documents/a.docx",
            "[ref]: https://example.org/a/Shared%20Documents/a.docx"
        ),
        ("![Alt](board.gif =300x200)", "![Alt](board.gif)"), ("![Alt](IMG 2041.GIF =50%)", "![Alt](<IMG 2041.GIF>)"),
        ("[x](#Some head)\n\n## Some head", "[x](#some-head)"),
    ])
    func `the line to paste is shown, and written where it leads somewhere`(body: String, line: String) async throws {
        let found = await problems(of: body)
        #expect(found.map(\.code) == ["spaced-address"])
        let help = try #require(found.first?.help)
        #expect(help.paste == line)
        #expect(help.replacement != nil)
    }

    @Test(arguments: [
        ("[x](gone file.md)", "[x](<gone file.md>)"), ("![Alt](gone file.png)", "![Alt](<gone file.png>)"),
        ("[x](/Gone Folder/)", "[x](</Gone Folder/>)"), ("[x](my file.md#none here)", "[x](<my file.md#none-here>)"),
        ("https://example.org/a/Shared Documents/a.docx.", "https://example.org/a/Shared%20Documents/a.docx"),
        ("See https://example.org/My Files/two words.pdf", "https://example.org/My%20Files/two%20words.pdf"),
    ])
    func `what leads nowhere, or ends at a guess, is shown and not written`(body: String, line: String) async throws {
        let found = await problems(of: body).filter { $0.code == "spaced-address" }
        #expect(found.map(\.help?.paste) == [line])
        let isSure = body.contains("#none")
        #expect((found.first?.help?.replacement != nil) == isSure)
    }

    @Test(arguments: [
        "`[File](my file.md)`", "    [File](my file.md)", "```\n[File](my file.md)\n```", "<!-- [File](my file.md) -->",
        "\\[File](my file.md)", "[File\\](my file.md)", "[File](<my file.md>)", "[File](my%20file.md)",
        "[see](this thing)", "a[i](the first b)", "[1](see above)", "File](my file.md)",
        "[Docs]: https://example.org/a is it",
        "[Update]: see the notes.md", "https://example.org/a and b/c.docx", "https://example.org/a and/or c/d.docx",
        "https://example.org/a.html b/c.docx", "https://example.org/ Shared/a.docx",
        "https://example.org/a (b/c).docx d.",
        "[note](note.md \"Two words\")", "<https://example.org/a and a sentence.",
        "[x](javascript: alert of/a.md)",
    ])
    func `text is not reported`(body: String) async {
        #expect(await problems(of: body).filter { $0.code == "spaced-address" } == [])
    }

    @Test func `a picture without alternative text is reported twice`() async {
        let found = await problems(of: "![](IMG 2041.GIF)")
        #expect(found.map(\.code).sorted() == ["missing-alt", "spaced-address"])
    }

    @Test(arguments: [
        "[m](mailto:(left out))", "[z](C:\\My plans\\a.docx)", "[z](file:///C:/My plans/a.docx)",
        "[z](\\\\server\\My plans\\a.docx)",
    ])
    func `an e-mail address with a space, and a file on a computer, have nothing to paste`(body: String) async {
        let found = await problems(of: body)
        #expect(found.map(\.code) == ["spaced-address"])
        #expect(found.map(\.help?.paste) == [nil])
    }
}
