import Testing

@testable import Markdown

@Suite struct TableTests {
    /// Header and rows; the markup around the table is the theme's.
    private func table(_ header: String, _ rows: String..., body: Bool = true) -> String {
        let open = "<div class=\"table-wide\" role=\"group\" tabindex=\"0\" aria-label=\"Table: "
        let rows = rows.map { "<tr>\n\($0)</tr>\n" }.joined()
        let names = header.split(separator: "\n").map {
            $0.split(separator: ">").last!.split(separator: "<").first ?? ""
        }.joined(separator: " ")
        return open + names + "\">\n<table>\n<thead>\n<tr>\n\(header)</tr>\n</thead>\n"
            + (rows.isEmpty ? "" : "<tbody>\n\(rows)</tbody>\n") + "</table>\n</div>\n"
    }

    @Test func headerCellsHaveScopeAndColumnsAlignment() {
        #expect(
            html("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |\n")
                == table(
                    "<th scope=\"col\">a</th>\n<th scope=\"col\" class=\"align-left\">b</th>\n<th scope=\"col\" "
                        + "class=\"align-center\">c</th>\n<th scope=\"col\" class=\"align-right\">d</th>\n",
                    "<td>1</td>\n<td class=\"align-left\">2</td>\n<td class=\"align-center\">3</td>\n<td "
                        + "class=\"align-right\">4</td>\n"
                ))
    }

    @Test func cellsThatARowLacksAreEmptyAndThoseTooManyAreLeftOut() {
        #expect(
            html("a|b\n-|-\n1\n1|2|3\n")
                == table(
                    "<th scope=\"col\">a</th>\n<th scope=\"col\">b</th>\n", "<td>1</td>\n<td></td>\n",
                    "<td>1</td>\n<td>2</td>\n"))
    }

    @Test func whatIsLeftOutOfARowIsSaid() {
        let page = Rendering("|a|b|\n|-|-|\n| `c | d` | e |\n|f|g| |\n")
        #expect(page.codes == ["table-row"])
        #expect(page.marked == ["e"])
    }

    @Test func emphasisEndsWithItsCell() {
        #expect(
            html("a|b\n-|-\n*x|y*\n")
                == table(
                    "<th scope=\"col\">a</th>\n<th scope=\"col\">b</th>\n", "<td>*x</td>\n<td>y*</td>\n"))
    }

    @Test func pipesAreEscapedWithABackslashInCodeToo() {
        #expect(
            html("|a|\n|-|\n| `x\\|y` \\| z |\n")
                == table("<th scope=\"col\">a</th>\n", "<td><code>x|y</code> | z</td>\n"))
    }

    @Test func cellsSeeTheDefinitionsOfThePage() {
        let page = Rendering("|a|\n|-|\n| [x] |\n\n[x]: y.md\n")
        #expect(page.rendered.links.map(\.destination) == ["y.md"])
    }

    @Test func theyStandInListsAndQuotes() {
        let page = Rendering("> - |a|\n>   |-|\n>   | [b](c) |\n>\n> d\n")
        #expect(
            page.html == "<blockquote>\n<ul>\n<li>\n"
                + table("<th scope=\"col\">a</th>\n", "<td><a href=\"c\">b</a></td>\n")
                + "</li>\n</ul>\n<p>d</p>\n</blockquote>\n")
        #expect(page.destinations == ["c"])
    }

    @Test func aTableEndsWhereAnotherBlockBegins() {
        for (line, markup) in [
            ("---", "<hr />"), ("> q", "<blockquote>"), ("- i", "<ul>"), ("2. i", "<ol start=\"2\">"), ("```", "<pre"),
            ("    x", "<pre"),
        ] {
            #expect(html("|a|\n|-|\n|b|\n\(line)\n").contains("</table>\n</div>\n\(markup)"), "\(line)")
        }
    }

    @Test func aTableBeforeALineOfDashesIsNoHeading() {
        let page = Rendering("|a|\n|-|\n|b|\n---\n")
        #expect(page.rendered.outline.isEmpty && page.rendered.title == nil)
    }

    @Test(arguments: [
        "    |a|\n    |-|\n", "```\n|a|\n|-|\n```\n", "<div>\n|a|\n|-|\n</div>\n", "|a|b|\n|-|\n", "|a|\n|=|\n",
        "|a|\n\n|-|\n", "- | -\n",
    ])
    func othersAreNone(source: String) {
        #expect(!html(source).contains("<table"))
    }

    @Test func cellsAreNoHeadings() {
        let page = Rendering("|a|\n|-|\n|b|\n\n# Title\n", options: .init(documentTitle: true))
        #expect(page.rendered.title == nil)
        #expect(page.rendered.outline.map(\.text) == ["Title"])
        #expect(Rendering("# Title\n\n|a|\n|-|\n", options: .init(documentTitle: true)).rendered.title?.text == "Title")
    }

    @Test func rangesInAndAfterTablesAreThoseOfTheFile() {
        let page = Rendering(
            "> | h [a](b) | i |\n> |---|---|\n> | x \\| [[c]] | <font>d</font> ![](e) |\n> | [f](g)\n\n[h](i) <nav>\n\n"
                + "## J\n")
        #expect(page.destinations == ["b", "c", "e", "g", "i"])
        #expect(page.marked == ["e", "<font>", "<nav>"])
        #expect(page.rendered.outline.map { page.text($0.range) } == ["## J"])
    }

    @Test func wordsOfCellsAreApart() {
        #expect(Rendering("|a|b|\n|-|-|\n|c|d|\n").rendered.plainText == "a b\nc d\n")
    }

    @Test func aTableMayBeginInAParagraphsLastLine() {
        #expect(html("text\n|a|\n|-|\n").hasPrefix("<p>text</p>\n<div"))
    }

    @Test func aHeaderMayBeIndentedLikeCodeWhereItGoesOnWithAParagraph() {
        #expect(
            html("text\n\t a|b\n-|-\n") == "<p>text</p>\n"
                + table("<th scope=\"col\">a</th>\n<th scope=\"col\">b</th>\n"))
    }

    @Test func aLazyTagEndsNoParagraph() {
        let page = Rendering("- a\n<img src=x>\n- |b|\n  |-|\n", options: .init(dialect: .gitHub, unsafeHTML: true))
        #expect(page.html.hasPrefix("<ul>\n<li>a\n<img src=x></li>\n<li>\n<table>"))
    }

    @Test func manyColumnsOfFewCellsAreRefused() {
        let header = String(repeating: "|a", count: 5_000) + "\n" + String(repeating: "|-", count: 5_000) + "\n"
        #expect(Rendering(header + String(repeating: "b\n", count: 5_000)).codes == ["markdown-too-deep"])
        #expect(
            Rendering(
                String(repeating: "> ", count: 90) + String(repeating: "|a", count: 5_000) + "\n"
                    + String(repeating: "> ", count: 90) + String(repeating: "|-", count: 5_000)
            ).codes == ["markdown-too-deep"])
    }
}
