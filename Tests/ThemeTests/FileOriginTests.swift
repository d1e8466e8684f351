import Pages
import TestSupport
import Testing

@testable import Build
@testable import Theme

/// The note that says from which file of the default theme another began.
@Suite struct FileOriginTests {
    @Test func `a file says from what it began, and the check when that has changed`() throws {
        let text = DefaultTheme.files["pages/list.mustache"]!
        let marked = FileOrigin.marked("pages/list.mustache", text, version: "0.1.0")
        #expect(
            marked.hasPrefix("{{! Begun from pages/list.mustache of folkmoot 0.1.0 (")
                && marked.hasSuffix(" }}\n" + text))
        #expect(FileOrigin.unmarked(Array(marked.utf8)) == Array(text.utf8))
        #expect(try fault(in: marked) == "")
        let other = FileOrigin.marked("pages/list.mustache", text + "\n", version: "0.1.0")
        #expect(
            try fault(in: other)
                == "pages/list.mustache:1:1: default-changed: `pages/list.mustache` of the default theme has "
                + "changed since folkmoot 0.1.0, from which this file began.")
        #expect(
            try fault(in: other.replacing("from pages/list", with: "from pages/lists")).contains(
                "began as `pages/lists.mustache`, which the default theme of folkmoot \(Program.version) does not have."
            ))
    }

    @Test(arguments: ["tokens.css", "components/code/code.js", "icon.svg", "i18n/en.yaml", "layout.mustache"])
    func `the note is a comment of the file's type, and changes no page`(path: String) async throws {
        let text = DefaultTheme.files[path]!
        let marked = FileOrigin.marked(path, text, version: "0.1.0")
        #expect(FileOrigin(Array(marked.utf8))?.path == path)
        let found = try CompiledTheme.read(
            ["theme.yaml": Array("name: a\n".utf8), path: Array(marked.utf8)], pages: ContextShape.pages,
            languages: ["en"], version: Program.version)
        #expect(found.problems == [])
    }

    @Test func `the note is no part of a page`() async throws {
        let text = DefaultTheme.files["layout.mustache"]!
        let content = ["index.md": "# T\n\nText.\n"]
        let marked = FileOrigin.marked("layout.mustache", text, version: "0.1.0")
        let site = try await TestSite(content, theme: ["layout.mustache": marked])
        #expect(try await site.page("") == TestSite(content).page(""))
    }

    @Test func `what the theme is has no note`() {
        let text = DefaultTheme.files["theme.yaml"]!
        #expect(FileOrigin.marked("theme.yaml", text, version: "0.1.0") == text)
    }
}
