import Pictures
import TestSupport
import Testing

/// HTML that people paste from other handbooks, on its page.
@Suite struct PastedHTMLTests {
    private static func resource(_ body: String) -> String { "---\ntitle: A\n---\n\n\(body)\n" }

    @Test func `a name of HTML is an anchor that links lead to`() async throws {
        let site = try await TestSite([
            "resources/a.md": Self.resource(
                "<a name=\"Old Name\"></a>\n\n<a name=\"fees\"></a>\n\n[x](#fees) [y](#no)"),
            "resources/b.md":
                "---\ntitle: B\n---\n\n[x](a.md#fees) <a href=\"a.md#fees\">y</a> <a href=\"c.md\">z</a>\n",
        ])
        #expect(site.main("resources/a/").contains("<span id=\"fees\"></span>"))
        #expect(site.main("resources/a/").contains("<a href=\"#fees\">x</a> y"))
        #expect(site.main("resources/b/").contains("<a href=\"../../resources/a/#fees\">y</a> z"))
        #expect(site.codes.sorted() == ["broken-anchor", "broken-link", "raw-html"])
    }

    @Test func `the title's own id is given once`() async throws {
        let site = try await TestSite(["resources/a.md": "---\ntitle: Fees\n---\n\n<div id=\"fees\">x</div>\n"])
        #expect(site.page("resources/a/").components(separatedBy: "id=\"fees\"").count == 2)
    }

    @Test func `a figure of GitBook has its picture and caption`() async throws {
        let site = try await TestSite([
            "resources/a.md": Self.resource(
                "<figure><img src=\"board.gif\" alt=\"The board\">"
                    + "<figcaption><p>After an hour</p></figcaption></figure>"
            ),
            "resources/board.gif": String(decoding: Array("GIF89a".utf8) + [64, 1, 100, 0], as: UTF8.self),
        ])
        let page = site.main("resources/a/")
        #expect(page.contains("<figcaption><p>After an hour</p></figcaption></figure>"))
        #expect(site.codes.allSatisfy { $0 != "raw-html" })
    }

    @Test func `headings of HTML are on the page's list and in the search`() async throws {
        let site = try await TestSite([
            "resources/a.md": Self.resource(
                "<h2>Part one</h2>\n\nx\n\n<h2>Part two</h2>\n\ny\n\n## Part three\n\nz")
        ])
        let page = site.page("resources/a/")
        for id in ["part-one", "part-two", "part-three"] { #expect(page.contains("href=\"#\(id)\""), "\(id)") }
        #expect(site.codes == [])
    }

    @Test func `a page that opens with a heading of HTML is called after it`() async throws {
        let site = try await TestSite(["handbook/a.md": "<h1 align=\"center\">Our guide</h1>\n\nText.\n"])
        #expect(site.page("handbook/a/").contains("Our guide</h1>"))
        #expect(site.page("handbook/a/").components(separatedBy: "Our guide</h1>").count == 2)
    }

    @Test func `a note of GitBook is titled in the language of its page`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "resources/a.md": Self.resource("x"),
            "resources/a.cy.md": Self.resource("{% hint style=\"success\" %}\ny\n{% endhint %}"),
        ])
        #expect(site.main("cy/resources/a/").contains(">Awgrym</p>"))
    }
}
