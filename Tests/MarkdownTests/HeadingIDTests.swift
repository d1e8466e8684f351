import Markdown
import Testing

/// Ids that a writer gives to headings.
@Suite struct HeadingIDTests {
    @Test(arguments: [
        ("## H {#id}", "id", "H"), ("## H {#id} ##", "id", "H"), ("## H ##   {#id}", "id", "H"),
        ("H {#id}\n---", "id", "H"), ("## H{#id}", "id", "H"), ("## H {: #id }", "id", "H"),
        ("## H { #id .no-toc data-toc-label=\"a & b\" }", "id", "H"), ("## H {#MyId-2_x}", "MyId-2_x", "H"),
        ("## رسوم {#رسوم}", "رسوم", "رسوم"), ("## Ffioedd {#ffïoedd}", "ffïoedd", "Ffioedd"),
        ("## H {#a.b}", "a-b", "H"), ("## H {#folkmoot-x}", "a-folkmoot-x", "H"), ("## C# {#c-sharp}", "c-sharp", "C#"),
        ("## `a` *b* {#id}", "id", "a b"),
    ])
    func `an id after a heading is taken and not shown`(source: String, id: String, text: String) {
        let page = Rendering(source + "\n")
        #expect(page.rendered.outline.map(\.id) == [id])
        #expect(page.rendered.outline.map(\.text) == [text])
        #expect(page.html.contains("id=\"\(id)\"") && page.html.contains("href=\"#\(id)\""))
        #expect(!page.html.contains("{"))
        #expect(page.rendered.plainText == text + "\n")
        #expect(page.rendered.diagnostics.isEmpty)
    }

    @Test(arguments: [
        "## H \\{#id}", "## H &#123;#id}", "## H `{#id}`", "## H {id}", "## H {#}", "## H {#a\"b}", "## {#a} H",
        "## H {#a<b}", "## H {#a b}", "## f{x}",
    ])
    func `other braces stay`(source: String) {
        let page = Rendering(source + "\n")
        #expect(page.html.contains("{"))
        #expect(page.rendered.outline.map(\.id) != ["id"])
    }

    @Test func `the id of a title is its own`() {
        let page = Rendering("# Notes {#top-of-notes}\n\nText.\n", options: .init(documentTitle: true))
        #expect(page.rendered.title?.text == "Notes")
        #expect(page.rendered.title?.id == "top-of-notes")
        #expect(page.html == "<p>Text.</p>\n")
    }

    @Test func `an id is given once`() {
        let page = Rendering("## A {#x}\n\n## B {#x}\n\n## X\n")
        #expect(page.rendered.outline.map(\.id) == ["x", "x-1", "x-2"])
        #expect(page.rendered.diagnostics.map(\.code) == ["heading-id"])
        #expect(page.text(page.rendered.diagnostics[0].range) == "{#x}")
    }

    @Test func `a name with a dot leads to its heading`() {
        #expect(Rendering("## A {#v1.2}\n").rendered.anchors == ["v1.2": "v1-2"])
    }

    @Test func `plain CommonMark shows it as it is`() {
        #expect(Rendering("## A {#x}\n", options: .init(dialect: .commonMark)).html == "<h2>A {#x}</h2>\n")
        let page = Rendering("## A *b* {#x}\n\n## C\n", options: .init(dialect: .gitHub))
        #expect(page.html == "<h2 id=\"x\">A <em>b</em></h2>\n<h2>C</h2>\n")
    }
}
