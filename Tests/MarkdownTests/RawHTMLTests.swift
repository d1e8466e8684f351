import Markdown
import Testing

/// HTML in a text: what GitHub takes is taken, and nesting is whole.
@Suite struct RawHTMLTests {
    @Test(arguments: [
        // Words.
        ("a <b>x</b> <strong>**y**</strong>\n", "<p>a <b>x</b> <strong><strong>y</strong></strong></p>\n"),
        ("a<br>b <BR/> c\n", "<p>a<br>b <br> c</p>\n"),
        (
            "H<sub>2</sub>O <kbd>Ctrl</kbd> <mark>new</mark>\n",
            "<p>H<sub>2</sub>O <kbd>Ctrl</kbd> <mark>new</mark></p>\n"
        ),
        ("<abbr title='a \"b\"'>x</abbr>\n", "<p><abbr title=\"a &quot;b&quot;\">x</abbr></p>\n"),
        ("<strike>a</strike> <tt>b</tt>\n", "<p><s>a</s> <code>b</code></p>\n"),
        ("<q cite=\"https://a.gov/x\">a</q>\n", "<p><q cite=\"https://a.gov/x\">a</q></p>\n"),
        ("<ruby>字<rp>(<rt>ji<rp>)</ruby>\n", "<p><ruby>字<rp>(</rp><rt>ji</rt><rp>)</rp></ruby></p>\n"),
        ("<del datetime=2026-01-02>a</del>\n", "<p><del datetime=\"2026-01-02\">a</del></p>\n"),
        // Blocks.
        ("<div align=\"center\">\n\n*a*\n\n</div>\n", "<div class=\"align-center\">\n<p><em>a</em></p>\n</div>\n"),
        ("<center>a</center>\n", "<div class=\"align-center\">a</div>\n"),
        (
            "<details open><summary>More</summary>\n\n- a\n\n</details>\n",
            "<details open=\"\"><summary>More</summary>\n<ul>\n<li>a</li>\n</ul>\n</details>\n"
        ),
        ("<ul>\n<li>a\n<li>b\n</ul>\n", "<ul>\n<li>a\n</li><li>b\n</li></ul>\n"),
        ("<ol start=3 type=a><li value=9>a</ol>\n", "<ol start=\"3\" type=\"a\"><li value=\"9\">a</li></ol>\n"),
        ("<dl><dt>a<dd>b</dl>\n", "<dl><dt>a</dt><dd>b</dd></dl>\n"),
        ("<p>a<p>b\n", "<p>a</p><p>b\n</p>"),
        ("<blockquote>a</blockquote>\n", "<blockquote>a</blockquote>\n"),
        ("a &amp; <b>&copy; &#65; &nope;</b>\n", "<p>a &amp; <b>© A &amp;nope;</b></p>\n"),
        ("<div>&copy; &#65; &nope; &lt;b></div>\n", "<div>© A &amp;nope; &lt;b&gt;</div>\n"),
    ])
    func elementsOfTextsAreTaken(source: String, expected: String) {
        let page = Rendering(source)
        #expect(page.html == expected)
        #expect(page.codes == [])
    }

    @Test func tablesKeepTheirRowsAndMayHoldMarkdown() {
        let page = Rendering(
            "<table border=1>\n<tr><th>A</th><td colspan=2>\n\n- **b**\n\n</td></tr>\n<tr><td>c</table>\n")
        #expect(
            page.html == "<div class=\"table-wide\" role=\"group\" tabindex=\"0\" aria-label=\"Table\"><table>\n"
                + "<tbody><tr><th>A</th><td colspan=\"2\">\n<ul>\n<li><strong>b</strong></li>\n</ul>\n</td></tr>\n"
                + "<tr><td>c</td></tr></tbody></table></div>\n")
        #expect(page.codes == [])
    }

    @Test func theHeadOfATableStandsBehindItsCaption() {
        let page = html("<table><caption>x</caption><thead><tr><th>a<tbody><tr><td>b</table>\n")
        #expect(
            page.contains(
                "<caption>x</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>"))
    }

    @Test func cellsOfMarkdownMayHoldLists() {
        let page = Rendering("| a |\n|---|\n| <ul><li>x</li><li>y</li></ul> |\n")
        #expect(page.html.contains("<td><ul><li>x</li><li>y</li></ul></td>"))
        #expect(page.codes == [])
    }

    @Test func picturesAreSlotsWithTheirSizes() {
        let page = Rendering(
            "<figure><img src=\"a.png\" alt=\"The 'a'\" width=200><figcaption>A</figcaption></figure>\n")
        let html = page.html { link in
            link.kind == .image ? .to("x/a.png", size: .init(header: Array("GIF89a".utf8) + [64, 1, 100, 0])) : .text
        }
        #expect(
            html == "<figure><img src=\"x/a.png\" alt=\"The &#39;a&#39;\" loading=\"lazy\" width=\"200\" height=\"62\">"
                + "<figcaption>A</figcaption></figure>\n")
        #expect(page.destinations == ["a.png"])
        #expect(page.rendered.plainText == "The 'a'\nA\n")
    }

    @Test func aPictureForDarkScreensIsTaken() {
        let page = Rendering(
            "<picture>\n<source media=\"(prefers-color-scheme: dark)\" srcset=\"d.png 2x\">\n<img src=l.png alt=L>\n"
                + "</picture>\n")
        #expect(
            page.html.contains(
                "<picture><source srcset=\"d.png\" media=\"(prefers-color-scheme: dark)\"><img src=\"l.png\" alt=\"L\"")
        )
        #expect(page.html { $0.destination == "l.png" ? .text : .to($0.destination) }.trimmedLines == "L")
    }

    @Test func picturesOfOtherHostsBecomeLinks() {
        let page = Rendering("x <img src=\"https://a.gov/b.png\" alt=\"B\">\n")
        #expect(page.html == "<p>x <a href=\"https://a.gov/b.png\" rel=\"noopener\">B</a></p>\n")
        #expect(page.codes == ["remote-image"])
    }

    @Test func picturesWithoutWordsAreReported() {
        #expect(Rendering("<img src=a.png>\n").codes == ["missing-alt"])
        #expect(Rendering("<img alt=a>\n").codes == ["empty-link"])
    }

    @Test func linksKeepToThePolicyOfMarkdown() {
        let page = Rendering("<a href=\"b.md\" target=_blank>B</a> <a href='https://a.gov' title=t>A</a>\n")
        #expect(
            page.html == "<p><a href=\"b.md\">B</a> <a href=\"https://a.gov\" title=\"t\" rel=\"noopener\">A</a></p>\n")
        #expect(page.rendered.links.map(\.text) == ["B"])
        #expect(page.codes == [])
    }

    @Test(arguments: ["javascript:x", "JAVA&#115;cript&colon;x", "data:text/html,x", "java&Tab;script:x", "vbscript:x"])
    func otherAddressesLeaveTheText(address: String) {
        let page = Rendering("<a href=\"\(address)\">x</a>\n")
        #expect(page.html == "<p>x</p>\n")
        #expect(page.codes == ["forbidden-url"])
    }

    @Test func linksToOtherHostsAreListed() {
        var options = MarkdownRenderer.Options()
        options.listsExternalLinks = true
        let page = Rendering(
            "<p><a href=\"https://a.gov/x\">x</a> <img src='//b.gov/c.png' alt=c></p>\n", options: options)
        #expect(page.rendered.externalLinks.map(\.destination) == ["https://a.gov/x", "https://b.gov/c.png"])
    }

    @Test func aLinkStandsInNoOther() {
        let page = Rendering("<a href=\"x\">https://a.gov and [b](c)</a>\n\n[p <a href=q>r</a>](s)\n")
        #expect(
            page.html == "<p><a href=\"x\">https://a.gov and b</a></p>\n<p><a href=\"s\">p r</a></p>\n")
        #expect(page.codes == ["raw-html"])
    }

    @Test func aLinkMayHoldBlocks() {
        #expect(
            html("<a href=\"x\">\n\n![b](c.png)\n\n</a>\n")
                == "<a href=\"x\">\n<p><img src=\"c.png\" alt=\"b\" loading=\"lazy\"></p>\n</a>\n")
    }

    @Test func headingsAreInTheOutline() {
        let page = Rendering("## A\n\n<h3 align=center>B <i>c</i></h3>\n\n## A\n")
        #expect(page.rendered.outline.map(\.id) == ["a", "b-c", "a-1"])
        #expect(page.rendered.outline.map(\.level) == [2, 3, 2])
        #expect(
            page.html.contains("<h3 class=\"align-center\" id=\"b-c\">B <i>c</i> <a class=\"anchor\" href=\"#b-c\""))
        #expect(page.rendered.plainText == "A\nB c\nA\n")
    }

    @Test func aHeadingThatOpensTheBodyIsItsTitle() {
        let page = Rendering("<h1 align=\"center\">The <b>x</b></h1>\n\ny\n", options: .init(documentTitle: true))
        #expect(page.rendered.title?.text == "The x")
        #expect(page.html.trimmedLines == "<p>y</p>")
        #expect(page.rendered.plainText == "y\n")
    }

    @Test func anchorsAreIds() {
        let page = Rendering("<a name=\"one\"></a>x\n\n<a id=\"setup\"></a>\n## Setup\n\n<div id=\"s.main\">y</div>\n")
        #expect(
            page.html == "<p><span id=\"one\"></span>x</p>\n\n" + heading(2, "setup", "Setup")
                + "<div id=\"s-main\">y</div>\n")
        #expect(page.rendered.anchors == ["one": "one", "setup": "setup", "s.main": "s-main"])
    }

    @Test func aNameInALinkWithoutTextStaysWhole() {
        #expect(html("<a href=\"x\"> <a name=\"n\"></a>\n\n[y](z)\n").contains("<span id=\"n\"></span>"))
    }

    @Test func aWordBetweenBracketsIsShown() {
        let page = Rendering("Write to <topic> or <your name>.\n")
        #expect(page.html == "<p>Write to &lt;topic&gt; or &lt;your name&gt;.</p>\n")
        #expect(page.codes == ["raw-html"])
        #expect(page.marked == ["<topic>"])
    }

    @Test(arguments: [
        ("<script>x</script>\n", "", "<script>"),
        ("a <script>x</script> b\n", "<p>a  b</p>\n", "<script>"),
        ("<style>x</style>y\n", "y\n", "<style>"),
        ("<font color=red>x</font>\n", "<p>x</p>\n", "<font color=red>"),
        ("<svg><circle r=1/></svg>x\n", "<p>x</p>\n", "<svg>"),
        ("<form action=x><input name=y>z</form>\n", "z\n", "<form action=x>"),
        ("<iframe src=x></iframe>\n", "", "<iframe src=x>"),
        ("<b style=x onclick=y class=z>a</b>\n", "<p><b>a</b></p>\n", "<b style=x onclick=y class=z>"),
        ("<?php ?>\n", "", "<?php ?>"), ("<!DOCTYPE html>\n", "", "<!DOCTYPE html>"),
        ("<td>x</td>\n", "x\n", "<td>"), ("</div>x\n", "x\n", "</div>"),
        ("**<div>x</div>**\n", "<p><strong>x</strong></p>\n", "<div>"),
        ("*a <b>c* d</b>\n", "<p><em>a <b>c</b></em> d</p>\n", "<b>"),
        ("<details>x</details>\n", "<div>x</div>\n", "<details>"),
    ])
    func whatIsLeftOutIsReported(source: String, expected: String, marked: String) {
        let page = Rendering(source)
        #expect(page.html.trimmedLines == expected.trimmedLines)
        #expect(Set(page.codes) == ["raw-html"])
        #expect(page.marked.first == marked)
    }

    /// They are copied, so what they are must not depend on the HTML before and after them.
    @Test(arguments: [
        "b <c@example.org> [d](d.md) &amp; `e`\n",
        "| a | b |\n|---|---|\n| c | [d](d.md) |\n| e | |\n",
        "## B {#c}\n\nd\n\n### E\n",
        "- f\n\n  1. b\n\n> [!NOTE]\n> c\n\n```\nd\n```\n\n![e](e.png)\n\n***\n",
        "b[^c]\n\n[^c]: d\n",
    ])
    func blocksWithoutHTMLStayAsTheyAre(block: String) {
        let before = "a <kbd>b</kbd>\n\n"
        let alone = Rendering("a\n\n" + block)
        let page = Rendering(before + block)
        #expect(page.html == alone.html.replacing("<p>a</p>", with: "<p>a <kbd>b</kbd></p>"))
        #expect(page.rendered.outline.map(\.id) == alone.rendered.outline.map(\.id))
        #expect(page.destinations == alone.destinations)
        let twice = Rendering(before + block + "\n<b>x</b>\n\n" + "# H\n\ny\n")
        let parts = twice.html.split(separator: "<p><b>x</b></p>")
        #expect(page.html.hasPrefix(String(parts[0])))
        #expect(parts[1].contains(heading(2, "h", "H") + "<p>y</p>"))
    }

    @Test func eachKindIsReportedOnce() {
        let page = Rendering("<font>a</font> <font>b</font>\n\n<p style=x>c</p>\n\n<p style=y>d</p>\n")
        #expect(page.marked == ["<font>", "<p style=x>"])
    }

    @Test func commentsAreLeftOutSilently() {
        let page = Rendering("<!-- a -->\n\nb <!-- c --> d\n\n<!-- e\n\nf --> <!---->\n\n<!-->\n")
        #expect(page.rendered.diagnostics.isEmpty)
        #expect(page.html.trimmedLines == "<p>b  d</p>")
    }

    @Test func rangesAreRightInQuotesListsAndCRLF() {
        let page = Rendering(
            "> 1. a\r\n>    b <font>c</font>\r\n>\r\n>    <form>\r\n>    <nav>\r\n\r\nd\r\n*e* <big>\r\n")
        #expect(page.marked == ["<font>", "<form>", "<nav>", "<big>"])
    }

    @Test func rangesAreRightAfterInlinesOfSeveralLines() {
        let page = Rendering("`a\nb` <big> <nav\nid=x> c <font>\n")
        #expect(page.marked == ["<big>", "<nav\nid=x>", "<font>"])
    }

    @Test func aParagraphOfNamesLeavesNothingElse() {
        #expect(html("<a name=x></a>\n\nb\n") == "<span id=\"x\"></span>\n<p>b</p>\n")
    }

    @Test func elementsEndWithTheBlockAroundThem() {
        #expect(
            html("- <div>a\n- b\n\nc\n") == "<ul>\n<li>\n<div>a\n</div></li>\n<li>b</li>\n</ul>\n<p>c</p>\n")
    }

    @Test func unsafeHTMLIsKept() {
        let page = Rendering("<div>a</div>\n\nb <i>c</i>\n", options: .init(unsafeHTML: true))
        #expect(page.html == "<div>a</div>\n<p>b <i>c</i></p>\n")
        #expect(page.rendered.diagnostics.isEmpty)
    }

    // MARK: GitBook

    @Test(arguments: [("info", "note"), ("success", "tip"), ("warning", "warning"), ("danger", "caution")])
    func hintsAreNotes(style: String, note: String) {
        let page = Rendering("{% hint style=\"\(style)\" %}\nA **b**\n\n- c\n{% endhint %}\n\nd\n")
        #expect(page.html.contains("<div class=\"note note-\(note)\" role=\"note\">\n<p class=\"note-title\">"))
        #expect(page.html.hasSuffix("A <strong>b</strong></p>\n<ul>\n<li>c\n</li>\n</ul></div>\n<p>d</p>\n"))
        #expect(!page.html.contains("{%"))
        #expect(page.codes == [])
    }

    @Test func aHintMayStandInAnItem() {
        #expect(
            html("1. a\n   {% hint icon=\"x\" style=\"danger\" %}\n   b\n   {% endhint %}\n2. c\n")
                == "<ol>\n<li>a\n<div class=\"note note-caution\" role=\"note\">\n<p class=\"note-title\">Caution</p>\n"
                + "<p>b\n</p></div></li>\n<li>c</li>\n</ol>\n")
    }

    @Test func aHintWithoutEndIsReported() {
        let page = Rendering("{% hint style=\"info\" %}\na\n")
        #expect(page.codes == ["raw-html"])
        #expect(html("{% endhint %}\n") == "<p>{% endhint %}</p>\n")
    }
}

extension String {
    /// Without white space at both ends.
    fileprivate var trimmedLines: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
