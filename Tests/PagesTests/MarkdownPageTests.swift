import TestSupport
import Testing

@testable import Build
@testable import Pages

/// Pages as Markdown, made of what the pages say.
@Suite struct MarkdownPageTests {
    @Test(arguments: [
        ("<h1 id=\"a\">A &amp; b</h1><p>One\n two.</p><p>Three.</p>", "# A & b\n\nOne two.\n\nThree.\n"),
        (
            "<p><strong>Bold</strong>, <em>so</em>, <code>a_b*c</code>, *not*</p>",
            "**Bold**, *so*, `a_b*c`, \\*not\\*\n"
        ),
        ("<p><code>a`b</code></p>", "``a`b``\n"),
        ("<p>See <a href=\"../a b/\">that <em>page</em></a>.</p>", "See [that *page*](../a%20b/).\n"),
        ("<p><a href=\"../add/#kind=event\">Add it</a> Known.</p>", "Known.\n"),
        ("<p><a href=\"../add/index.html#s.add-event\">Add it</a> Known.</p>", "Known.\n"),
        ("<ul>\n<li>A</li>\n<li>B\n<ul><li>C</li></ul></li></ul><p>D</p>", "- A\n- B\n  - C\n\nD\n"),
        ("<ol><li>A</li><li><p>B</p><p>C</p></li></ol>", "1. A\n2. B\n\n   C\n"),
        ("<blockquote><p>A</p><p>B</p></blockquote>", "> A\n\n> B\n"),
        (
            "<dl><div><dt>When</dt><dd>Today</dd></div><div><dt>Who</dt><dd>A</dd><dd>B</dd></div></dl>",
            "- **When:** Today\n- **Who:** A; B\n"
        ),
        ("<pre><code>a &lt;b\n  ``` c\n</code></pre><p>D</p>", "````\na <b\n  ``` c\n````\n\nD\n"),
        (
            "<table><thead><tr><th>A</th><th>B</th></tr></thead>"
                + "<tbody><tr><td>1<p>x|y</p></td><td></td></tr></tbody></table>",
            "| A | B |\n| --- | --- |\n| 1 x\\|y |  |\n"
        ),
        (
            "<p>A<script>b</script><svg><text>c</text></svg></p><nav><ul><li>d</li></ul></nav><hr><p>e</p>",
            "A\n\n---\n\ne\n"
        ),
        ("<div class=\"page-foot\"><div><p>a</p></div><p>b</p></div><p>c</p>", "c\n"),
        ("<p><img src=\"a.png\" alt=\"A [b]\"></p><p><img src=\"c.png\" alt=\"\"></p>", "![A \\[b\\]](a.png)\n"),
        // A sign with an accent or a joiner after it is still a sign.
        (
            "<p><b>a</b>\u{200C}b <a href=\"u\">\u{301}c</a>[\u{600}d]</p>",
            "**a**\u{200C}b [\u{301}c](u)\\[\u{600}d\\]\n"
        ),
        ("<p># a</p><p>- b</p><p>12. c</p><p>~~~</p><p>---</p>", "\\# a\n\n\\- b\n\n12\\. c\n\n\\~~~\n\n\\---\n"),
        ("<p><a href=\"https://e.org/W_(x)?q=&lt;b&gt;[\">w</a></p>", "[w](https://e.org/W_%28x%29?q=%3Cb%3E%5B)\n"),
        ("<p><code>`a``b</code> <code>c<code>d</code>e</code></p>", "``` `a``b ``` `cde`\n"),
        ("<ol start=\"5\"><li>A</li></ol>", "5. A\n"), ("<p>&amp;lt;b&amp;gt;</p>", "&lt;b&gt;\n"),
        ("", ""),
    ]) func `html becomes markdown`(html: String, markdown: String) {
        #expect(String(decoding: MarkdownText(html.utf8).bytes, as: UTF8.self) == markdown)
    }

    private static let files = [
        "site.yaml":
            "title: T\nsummary: What it is.\nbase_url: https://example.gov/map/\nmarkdown_pages: "
            + "true\nlanguages: [en, cy]\nlist_members: counts\n",
        "communities/data/index.md":
            "---\nname: \"Data: people\"\nsummary: Who count.\nas_of: 2026-02\nsource: "
            + "https://example.gov/list\n---\nHello.\n",
        "communities/data/members.md":
            "---\nmembers:\n  - {person: Mari Keptback, part: core, agreed: 2026-01-01}\n---\n",
        "communities/draft.md": "---\nname: Draft\nsummary: S.\ndraft: true\n---\n",
    ]

    @Test func `a page has its text as a file beside it, with its facts above`() async throws {
        let site = try await TestSite(Self.files)
        let text = site.page("communities/data/index.md")
        #expect(
            text.hasPrefix(
                "---\ntitle: \"Data: people\"\naddress: \"https://example.gov/map/communities/data/\"\n"
                    + "language: \"en\"\ndate: \"2026-02\"\nsource: \"https://example.gov/list\"\n---\n\n"
                    + "# Data: people\n\nWho count.\n"), "\(text)")
        #expect(text.contains("\n\nHello.\n"))
        #expect(
            site.page("communities/data/").contains("<link rel=\"alternate\" type=\"text/markdown\" href=\"index.md\">")
        )
        #expect(site.page("cy/communities/data/index.md").contains("language: \"cy\"\n"))
    }

    @Test func `what a page holds back is in no text`() async throws {
        let site = try await TestSite(Self.files)
        let texts = site.files.filter { $0.key.hasSuffix(".md") || $0.key == "llms.txt" }
        #expect(texts.count > 20)
        for (path, text) in texts { #expect(!text.contains("Keptback") && !text.contains("Draft"), "\(path)") }
    }

    @Test func `a list of all pages has a sentence about each`() async throws {
        let list = try await TestSite(Self.files).page("llms.txt")
        #expect(
            list.hasPrefix(
                "# T\n\n> What it is.\n\n## Communities\n\n- [Data: "
                    + "people](https://example.gov/map/communities/data/index.md): Who count.\n"
            ))
    }

    @Test func `there are no such texts unless they are asked for`() async throws {
        var files = Self.files
        files["site.yaml"] = "title: T\n"
        let site = try await TestSite(files)
        #expect(!site.files.keys.contains { $0.hasSuffix(".md") || $0 == "llms.txt" })
        #expect(!site.page("communities/data/").contains("text/markdown"))
    }
}
