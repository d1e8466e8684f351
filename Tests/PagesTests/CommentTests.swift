import Pictures
import TestSupport
import Testing

@Suite struct CommentTests {
    private static func site(_ text: String) async throws -> TestSite {
        try await TestSite([
            "resources/a.md": "---\ntitle: A\n---\n\n\(text)\n", "resources/a1.png": ExamplePicture.gif,
            "resources/b.md": "---\ntitle: B\n---\n\n[A](a.md)\n",
        ])
    }

    @Test(arguments: [
        "We meet weekly. <!-- ask Jo -- she left --> Come.", "We meet weekly. <!-- ask\nJo -- she\nleft ---> Come.",
        "We meet weekly. <!--- Jo ---> Come.", "We meet weekly. <!---- Jo ----> Come.", "We meet weekly. <!----> Come.",
        "## We meet weekly. <!-- Jo -- left --> Come.", "- weekly <!-- Jo -- left -->",
        "| weekly <!-- Jo -- left --> |\n|---|\n| <!-- Jo -- left --> |", "> weekly <!-- Jo --\n> left --> Come.",
        "<!-- Jo -- left -->\n\nweekly", "![weekly <!-- Jo -- left -->](a1.png)",
        "[weekly <!-- Jo -- left -->](b.md)", "weekly[^1]\n\n[^1]: Come. <!-- Jo -- left -->",
    ])
    func `a comment is in no file`(text: String) async throws {
        let site = try await Self.site(text)
        #expect(site.codes == [], "\(site.problems)")
        #expect(site.main("resources/a/").contains("weekly"))
        let shown = site.files.filter { path, file in
            path.hasPrefix("resources/") && !path.hasSuffix(".png")
                && ["Jo", "&lt;!", "--&gt;", "\u{1}"].contains { file.contains($0) }
                || path.hasPrefix("search/") && file.contains("Jo")
        }
        #expect(shown.keys.sorted() == [], "\(text)")
    }

    @Test(arguments: ["<!-- a -- b -->", "<!--- a --->", "<!-- a ---- b ---->"])
    func `a comment in code stays as it is`(comment: String) async throws {
        let shown = comment.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        for text in ["x `\(comment)`", "x `see \(comment) y`", "```\nx \(comment)\n```", "    x \(comment)"] {
            let site = try await Self.site(text)
            #expect(site.main("resources/a/").contains(shown), "\(text)")
            #expect(site.codes == [], "\(text)")
        }
    }

    @Test func `lines that end a paragraph end a comment`() async throws {
        let site = try await Self.site("# x\n\na \\<!-- b\n---\n\nc -- d --> e\n\n- f\n- g")
        #expect(site.main("resources/a/").contains("a &lt;!-- b <a"))
        #expect(site.main("resources/a/").contains("c -- d --&gt; e"))
    }

    @Test(arguments: [
        "We meet. %% Marmalade %% Come.", "%%\nMarmalade\n\nand more\n%%\n", "We meet. %%Marmalade%%",
        "- %%Marmalade%%.",
        "We meet. {# Marmalade #} Come.", "{% comment %}\nMarmalade\n{% endcomment %}",
        "{%- comment -%} Marmalade {%- endcomment -%}", "We meet. {{/* Marmalade */}}", "{/* Marmalade */}",
        "We meet. {/*Marmalade*/}", "We meet {>> Marmalade <<} here.", "We meet {--Marmalade--} here.",
        "We meet. <!-- Marmalade\n\nand more --> Come.", "We meet. <!-- Marmalade", "| a |\n|---|\n| %% Marmalade %% |",
        "We meet. %% *Marmalade* [b](b.md) %%", "{{!-- Marmalade --}}", "{::comment}\nMarmalade\n{:/comment}",
        "<%# Marmalade %>", "![a %% Marmalade %%](a1.png)", "![a](a1.png \"%% Marmalade %%\")",
    ])
    func `a comment of another program holds the page back`(text: String) async throws {
        let site = try await Self.site(text)
        #expect(site.codes == ["comment"], "\(text): \(site.problems)")
        #expect(site.files.filter { $0.value.contains("armalade") }.keys.sorted() == [], "\(text)")
        #expect(site.main("resources/b/").contains("<p>A</p>"))
    }

    @Test(arguments: [
        "50%% of one and 60%% of the other.", "A `%% x %%` here.", "```\n%% a\n%% b\n```", "Use \\<!-- here.",
        "Write `<!--`.", "It is {#1} or {#2}.", "&lt;!-- here", "One %% only.", "For %%i in it, echo %%i and %%j.",
        "See /apis/{group}/{version}/ and {/id}.", "`{# a #}`", "{% raw %} and {% endraw %}", "{-- is a sign.",
        "100 %%%%",
    ])
    func `what is no comment is shown`(text: String) async throws {
        let site = try await Self.site(text)
        #expect(site.codes == [], "\(text): \(site.problems)")
        #expect(site.files["resources/a/index.html"] != nil)
    }

    @Test func `a comment in HTML that is let through is not in the source of the page`() async throws {
        let text =
            "We meet <!-- Jo --> <b>weekly</b>.\n\n<div>\n<!-- Jo -- left -->\nCome.\n</div>\n\n<!-- Jo\n\nleft -->\n"
        let site = try await TestSite([
            "site.yaml": "title: T\nunsafe_html: true\n", "resources/a.md": "---\ntitle: A\n---\n\n\(text)",
        ])
        #expect(site.main("resources/a/").contains("<b>weekly</b>"))
        #expect(site.main("resources/a/").contains("Come."))
        #expect(!site.page("resources/a/").contains("Jo"))
    }

    @Test func `what belongs to a community with such a comment is held back`() async throws {
        let site = try await TestSite([
            "communities/a/index.md": "---\nname: A\nsummary: S.\n---\n\n%% Not yet. %%\n",
            "communities/a/charter.md": "---\npurpose: Marmalade.\n---\n",
        ])
        #expect(site.files.filter { $0.value.contains("Marmalade") }.keys.sorted() == [])
    }
}
