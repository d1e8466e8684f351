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
        "<%# Marmalade %>", "{{< comment >}}\nMarmalade\n{{< /comment >}}",
        "{{% comment %}} Marmalade {{% /comment %}}",
        "![a %% Marmalade %%](a1.png)", "![a](a1.png \"%% Marmalade %%\")",
    ])
    func `a comment of another program holds the page back`(text: String) async throws {
        let site = try await Self.site(text)
        #expect(site.codes == ["comment"], "\(text): \(site.problems)")
        #expect(site.files.filter { $0.value.contains("armalade") }.keys.sorted() == [], "\(text)")
        #expect(site.main("resources/b/").contains("<p>A</p>"))
    }

    @Test(arguments: [
        "We meet. <span hidden>Marmalade</span> Come.", "We meet. <span HIDDEN=\"\">Marmalade</span>",
        "<div hidden>\n\nMarmalade\n\n</div>", "<comment>Marmalade</comment>", "We meet. <comment>Marmalade</comment>",
        "We meet. <span style=\"color: red; display : none\">Marmalade</span>", "- a <b hidden=hidden>Marmalade</b>",
        "<section class=x style='visibility: hidden'>\n\nMarmalade\n\n</section>", "<template>Marmalade</template>",
        "| a |\n|---|\n| <i hidden>Marmalade</i> |", "<!-- a --><p hidden>\n\nMarmalade",
        "<div hidden>\nMarmalade\n</div>\n\nWeekly", "<div hidden><div>Marmalade</div></div>",
    ])
    func `a tag that hides its text holds the page back`(text: String) async throws {
        let site = try await Self.site(text)
        #expect(site.codes.first == "comment" && Set(site.codes).isSubset(of: ["comment", "raw-html"]), "\(text)")
        #expect(site.files.filter { $0.value.contains("armalade") }.keys.sorted() == [], "\(text)")
        #expect(site.main("resources/b/").contains("<p>A</p>"))
    }

    @Test(arguments: [
        "<span aria-hidden=\"true\">Weekly</span>", "<div hidden>\n<br>\n</div>\n\nWeekly",
        "Weekly <span hidden></span>", "Weekly <img hidden src=\"a.png\"> yes", "<input type=\"hidden\"/> Weekly",
        "`<span hidden>` Weekly", "Weekly <span title=\"hidden\">yes</span>", "<!-- <div hidden> -->\n<p>\n\nWeekly",
        "Weekly <details>yes</details>", "<div hidden>\n\n</div>\n\nWeekly",
    ])
    func `a tag that hides nothing that is published holds nothing back`(text: String) async throws {
        let site = try await Self.site(text)
        #expect(site.main("resources/a/").contains("Weekly"), "\(text)")
        #expect(!site.codes.contains("comment"), "\(text)")
    }

    @Test(.timeLimit(.minutes(10)))
    func `many such tags, and many such signs on a line, take no longer than their bytes`()
        async throws
    {
        let tags = "<div>\n" + String(repeating: "<b hidden></b>", count: 40_000) + "\n</div>\n\nWeekly"
        #expect(try await Self.site(tags).main("resources/a/").contains("Weekly"))
        let signs = String(repeating: "*x* \\|\\|one two\\|\\| ", count: 20_000)
        #expect(try await Self.site(signs).codes == [])
        #expect(try await Self.site(String(repeating: "*x* ||one two|| ", count: 20_000)).codes == ["hidden-elsewhere"])
    }

    @Test(arguments: [
        ("We meet. ||Jo is a surprise|| Come.", "||"), ("||The end of it||", "||"), ("- ||é è is ill||!", "||"),
        ("% ask Jo", "%"), ("Text.\n\n% ask Jo\n% and Bea\n\nText.", "%"), ("% *ask* Jo", "%"),
    ])
    func `what hides text in some program is shown, with a warning`(text: String, sign: String) async throws {
        let site = try await Self.site(text)
        #expect(site.codes == ["hidden-elsewhere"], "\(text): \(site.problems)")
        #expect(site.problems.first?.message.hasPrefix("`\(sign)` hides text in another program") == true)
        #expect(!site.main("resources/a/").isEmpty)
    }

    @Test(arguments: [
        "The norm ||x + y|| is small.", "Write a || b, or c || d.", "if (one || two && three || four)",
        "| a || b |\n|---|---|\n| one two || three |", "`||one two||`", "\\|\\|one two\\|\\|", "one||two three||four",
        "50\n% of us\nagree", "About 50\n% of us", "% 50", "%help is a word", "\\% of us", "- % of us", "> % of us",
        "```\n% a remark\n```", "% of us\nand more",
    ])
    func `signs that are text get no warning`(text: String) async throws {
        let site = try await Self.site(text)
        #expect(!site.codes.contains("hidden-elsewhere"), "\(text): \(site.problems)")
    }

    @Test(arguments: [
        "50%% of one and 60%% of the other.", "A `%% x %%` here.", "```\n%% a\n%% b\n```", "Use \\<!-- here.",
        "Write `<!--`.", "It is {#1} or {#2}.", "&lt;!-- here", "One %% only.", "For %%i in it, echo %%i and %%j.",
        "See /apis/{group}/{version}/ and {/id}.", "`{# a #}`", "{% raw %} and {% endraw %}", "{-- is a sign.",
        "100 %%%%", "{{< comment-form >}} here", "{{< note >}} x {{< /note >}}",
    ])
    func `text that is not a comment is shown`(text: String) async throws {
        let site = try await Self.site(text)
        // Signs of other programs are reported, and shown all the same.
        #expect(site.codes.allSatisfy { $0 == "other-markup" }, "\(text): \(site.problems)")
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
