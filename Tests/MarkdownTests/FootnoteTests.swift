import Testing

@testable import Markdown

@Suite struct FootnoteTests {
    private func reference(_ number: Int, _ count: Int = 1) -> String {
        let id = count == 1 ? "fnref.\(number)" : "fnref.\(number).\(count)"
        return
            "<sup class=\"footnote\"><a href=\"#fn.\(number)\" id=\"\(id)\" role=\"doc-noteref\" "
            + "aria-label=\"Footnote \(number)\">[\(number)]</a></sup>"
    }

    private func back(_ number: Int) -> String {
        " <a class=\"footnote-back\" href=\"#fnref.\(number)\" role=\"doc-backlink\" aria-label=\"Back to the text "
            + "of footnote \(number)\">↩\u{FE0E}</a>"
    }

    private func list(_ notes: String...) -> String {
        let items = notes.enumerated().map { "<li id=\"fn.\($0 + 1)\">\n\($1)</li>\n" }.joined()
        return
            "<section class=\"footnotes\" role=\"doc-endnotes\" "
            + "aria-label=\"Footnotes\">\n<ol>\n\(items)</ol>\n</section>\n"
    }

    @Test func theyAreNumberedByTheirFirstReference() {
        #expect(
            html("a[^x] b[^y]\n\n[^y]: Y\n\n[^x]: X\n") == "<p>a\(reference(1)) b\(reference(2))</p>\n"
                + list("<p>X\(back(1))</p>\n", "<p>Y\(back(2))</p>\n"))
    }

    @Test func everyReferenceHasItsWayBack() {
        let page = html("a[^x] b[^X]\n\n[^x]: X\n")
        #expect(page.hasPrefix("<p>a\(reference(1)) b\(reference(1, 2))</p>\n"))
        #expect(
            page.contains(
                "href=\"#fnref.1.2\" role=\"doc-backlink\" aria-label=\"Back to reference 2 of footnote "
                    + "1\">↩\u{FE0E}<sup>2</sup></a></p>"
            ))
    }

    @Test func theyHoldBlocks() {
        #expect(
            html("a[^x]\n\n[^x]: one\n\n        code\n\n    - two\n") == "<p>a\(reference(1))</p>\n"
                + list(
                    "<p>one</p>\n<pre tabindex=\"0\" role=\"group\" "
                        + "aria-label=\"Code\"><code>code\n</code></pre>\n"
                        + "<ul>\n<li>two</li>\n</ul>\n<p>\(back(1))</p>\n"
                ))
    }

    @Test func theyReferToEachOther() {
        let page = html("a[^x]\n\n[^x]: X[^y]\n[^y]: Y[^x]\n")
        #expect(page.contains("<li id=\"fn.2\">") && page.contains("id=\"fnref.1.2\""))
    }

    @Test func theyMayBeDefinedInListsAndQuotes() {
        #expect(
            html("- a[^x]\n\n  [^x]: X\n\n  b\n") == "<ul>\n<li>\n<p>a\(reference(1))</p>\n<p>b</p>\n</li>\n</ul>\n"
                + list("<p>X\(back(1))</p>\n"))
        #expect(
            html("> a[^x]\n>\n> [^x]: X\n>\n>     Y\n>\n> b\n")
                == "<blockquote>\n<p>a\(reference(1))</p>\n<p>b</p>\n</blockquote>\n"
                + list("<p>X</p>\n<p>Y\(back(1))</p>\n"))
    }

    @Test func quotesBesideThemAreNotJoined() {
        #expect(
            html("a[^x]\n\n> q\n\n[^x]: X\n> r\n")
                == "<p>a\(reference(1))</p>\n<blockquote>\n<p>q</p>\n</blockquote>\n"
                + "<blockquote>\n<p>r</p>\n</blockquote>\n"
                + list("<p>X\(back(1))</p>\n"))
    }

    @Test func aNumberedListIsNotCutByOneInAnItem() {
        #expect(html("1. a[^x]\n\n   [^x]: X\n2. b\n").contains("</li>\n<li>\n<p>b</p>"))
    }

    @Test func tablesInThem() {
        #expect(
            html("a[^x]\n\n[^x]: |t|\n    |-|\n    |u|\n").contains("<li id=\"fn.1\">\n<div class=\"table-wide\""))
    }

    @Test(arguments: ["\\[^x]", "[\\^x]", "`[^x]`", "&#91;^x]", "[^x\\]", "[^ x]", "[^]"])
    func literalOnes(source: String) {
        #expect(!html(source + "\n\n[^x]: X\n").contains("<sup"))
    }

    @Test func notInLinks() {
        #expect(html("[a[^x]](b)\n\n[^x]: X\n") == "<p><a href=\"b\">a[^x]</a></p>\n")
    }

    @Test func idsNeverMeetThoseOfHeadings() {
        let page = Rendering("## fn.1\n\na[^x]\n\n[^x]: X\n")
        #expect(page.rendered.outline.map(\.id) == ["fn1"])
    }

    @Test func wordsAreFoundAndNumbersAreNot() {
        let page = Rendering("## H[^x]\n\na[^x]\n\n[^x]: X\n")
        #expect(page.rendered.plainText == "H\na\nX\n")
        #expect(page.rendered.outline.map(\.id) == ["h"])
        #expect(page.rendered.firstParagraph == "a")
    }

    @Test func whatIsWrongWithThemIsSaid() {
        let page = Rendering("a[^one] b[^2] c[^onne] [^a-z]\n\n[^one]: X\n[^three]: Y\n[^ONE]: Z\n")
        #expect(page.marked == ["[^2]", "[^onne]", "[^three]", "[^ONE]"])
        #expect(page.codes == page.marked.map { _ in "footnote" })
        let messages = page.rendered.diagnostics.map(\.message)
        #expect(messages.first == "There is no footnote `[^2]`.")
        #expect(
            messages.dropFirst().map { String($0.prefix { $0 != "`" }) } == [
                "There is no footnote ", "Nothing refers to the footnote ", "There are two footnotes ",
            ])
        #expect(messages.dropFirst().first?.hasSuffix(" Did you mean `[^one]`?") == true)
    }

    @Test func rangesInThemAreThoseOfTheFile() {
        let page = Rendering(
            "a[^x]\n\n[^x]: <font>c</font>\n\n    [d](e)\n    [[f]] ![](g)\n\n> [^y]: [h](i)\n\n[j](k)[^y]\n")
        #expect(page.destinations == ["k", "e", "f", "g", "i"])
        #expect(page.marked == ["g", "<font>"])
    }

    @Test func rangesAtTheEndOfTheFileStayInIt() {
        let page = Rendering("|a|\n|-|\n|b|\n<made-up://x\0,y>")
        #expect(page.codes == ["forbidden-url"])
        #expect(page.rendered.diagnostics[0].range.upperBound <= page.source.utf8.count)
    }

    @Test func oneInTheTitleIsTakenOutWithIt() {
        let page = Rendering("# T[^1]\n\na\n\n[^1]: b\n", options: .init(documentTitle: true))
        #expect(page.html == "<p>a</p>\n")
        #expect(page.marked == ["[^1]"])
    }

    @Test func deepOnesAreBounded() {
        let nested = String(repeating: "[^a]: ", count: 4_000) + "x\n" + String(repeating: "\n", count: 10_000)
        let page = Rendering(nested + "[^a]\n")
        #expect(page.html.contains("<li id=\"fn.1\">"))
        #expect(page.rendered.diagnostics.count == 7)
    }
}
