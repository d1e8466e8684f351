import TestSupport
import Testing

/// What is around the text of a page: other languages, headings, neighbours and the licence.
@Suite struct PageFrameTests {
    @Test func `one other language is a link, several are a list that opens, each to the same page`() async throws {
        let two = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "communities/data.md": DataPeople.community(""),
        ])
        #expect(
            two.page("communities/data/").contains(
                "<nav class=\"site-languages\" aria-label=\"Languages\">\n<a hreflang=\"cy\" lang=\"cy\" "
                    + "href=\"../../cy/communities/data/\">Cymraeg</a>\n</nav>"
            ))
        let four = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy, fr, ar]\n", "communities/data.md": DataPeople.community(""),
        ])
        #expect(
            four.page("communities/data/").contains(
                "<summary><span class=\"visually-hidden\">Languages: </span>English</summary>"))
        #expect(
            four.page("fr/communities/data/").contains(
                "<a hreflang=\"ar\" lang=\"ar\" dir=\"rtl\" href=\"../../../ar/communities/data/\">"))
        #expect(four.page("ar/communities/data/").contains("<html lang=\"ar\" dir=\"rtl\">"))
    }

    @Test func `a licence with a name of the common list leads to its text`() async throws {
        #expect(
            try await TestSite(["site.yaml": DataPeople.settings]).page("").contains(
                "<a href=\"https://spdx.org/licenses/OGL-UK-3.0.html\" rel=\"license noopener\">OGL-UK-3.0</a>"))
        #expect(
            try await TestSite(["site.yaml": "title: T\nlicence: Crown copyright\n"]).page("").contains(
                "Licence: Crown copyright"))
    }

    @Test func `a chapter lists the chapters beside it, with itself marked`() async throws {
        let site = try await TestSite([
            "handbook/a.md": "# Begin\n", "handbook/b.md": "# Go on\n", "handbook/deep/c.md": "# Elsewhere\n",
        ])
        let page = site.main("handbook/b/")
        #expect(page.contains("<li><a href=\"../../handbook/b/\" aria-current=\"page\">Go on</a></li>"))
        #expect(page.contains("<li><a href=\"../../handbook/a/\">Begin</a></li>"))
        #expect(!page.contains("handbook/deep/c/\">Elsewhere</a></li>"))
    }

    @Test func `the list of headings has those of the second and third level, and a charter's parts`() async throws {
        let site = try await TestSite([
            "resources/a.md": "---\ntitle: A\n---\n\n## One\n\n### Below\n\n#### Deep\n\n## Two\n\n## Three\n",
            "resources/b.md": "---\ntitle: B\n---\n\n## One\n\n## Two\n",
            "communities/data.md": DataPeople.community(""),
            "communities/data/charter.md": "---\npurpose: P.\nvision: V.\n---\n\n## How we keep it alive\n",
        ])
        let list =
            "<li><a href=\"#one\">One</a>\n<ul>\n<li><a href=\"#below\">Below</a></li>\n</ul>\n</li>\n<li><a "
            + "href=\"#two\">Two</a></li>"
        #expect(site.main("resources/a/").contains(list))
        #expect(!site.main("resources/b/").contains("On this page"))
        let charter =
            "<li><a href=\"#s.purpose\">Purpose</a></li>\n<li><a href=\"#s.vision\">Vision</a></li>\n<li><a "
            + "href=\"#how-we-keep-it-alive\">"
        #expect(site.main("communities/data/charter/").contains(charter))
    }

    @Test func `a page of very many headings lists the upper level only`() async throws {
        let text = (1...31).map { "## A\($0)\n\n### B\($0)\n\n" }.joined()
        let page = try await TestSite(["resources/a.md": "---\ntitle: A\n---\n\n" + text]).main("resources/a/")
        #expect(page.contains("<li><a href=\"#a31\">") && !page.contains("<li><a href=\"#b1\">"))
    }

    @Test func `a theme that asks for the text twice gets it once`() async throws {
        let site = try await TestSite(
            ["resources/a.md": "---\ntitle: A\n---\n\nOnce.\n"],
            theme: ["pages/resource.mustache": "{{{body}}}|{{{body}}}|"])
        #expect(site.main("resources/a/").contains("<p>Once.</p>\n||") && !site.page("resources/a/").contains("\u{1}"))
    }
}
