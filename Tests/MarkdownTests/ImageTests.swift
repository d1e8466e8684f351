import Testing

@testable import Markdown
@testable import Pictures

@Suite struct ImageTests {
    @Test func theSitesOwnAreSlots() {
        let page = Rendering("![The *board* & `x`](img/board.png \"T\").\n")
        #expect(page.rendered.links.map(\.kind) == [.image])
        #expect(page.rendered.links.map(\.text) == ["The board & x"])
        #expect(
            page.html { _ in .to("../b.png") }
                == "<p><img src=\"../b.png\" alt=\"The board &amp; x\" title=\"T\" loading=\"lazy\">.</p>\n")
        #expect(page.html { _ in .text } == "<p>The board &amp; x.</p>\n")
    }

    @Test func aKnownSizeIsWritten() {
        let size = ImageSize(640, 360)
        #expect(
            written("![x](b.png \"T\").\n", size)
                == "<p><img src=\"y\" alt=\"x\" title=\"T\" loading=\"lazy\" width=\"640\" height=\"360\">.</p>\n")
        #expect(written("[x](b.png)\n", size) == "<p><a href=\"y\">x</a></p>\n")
        #expect(
            written("[![x](b.png)](b.png)\n", size)
                == "<p><a href=\"y\"><img src=\"y\" alt=\"x\" loading=\"lazy\" width=\"640\" height=\"360\"></a></p>\n")
    }

    private func written(_ source: String, _ size: ImageSize?) -> String {
        Rendering(source).html { _ in .to("y", size: size) }
    }

    @Test func anImageAloneWithATitleIsAFigure() {
        let page = Rendering("![The *board*](b.png \"By & for\")\n\nText\n")
        #expect(
            page.html { _ in .to("y", size: ImageSize(4, 3)) } == """
                <figure>
                <img src="y" alt="The board" loading="lazy" width="4" height="3">
                <figcaption>By &amp; for</figcaption>
                </figure>
                <p>Text</p>

                """)
        #expect(page.html { _ in .text } == "<p>The board</p>\n<p>Text</p>\n")
        #expect(page.rendered.plainText == "The board\nBy & for\nText\n")
        #expect(page.rendered.firstParagraph == "Text")
        #expect(page.destinations == ["b.png"])
    }

    @Test func aFigureMayOpenANote() {
        #expect(html("> [!NOTE]\n> ![a](b.png \"c\")\n").contains("Note</p>\n<figure>\n"))
    }

    @Test(arguments: [
        "![a](b.png)", "![a](b.png \"t\") x", "[![a](b.png \"t\")](c)", "![a](https://x.example/b.png \"t\")",
    ])
    func otherImagesAreNone(source: String) {
        #expect(!html(source + "\n").contains("<figure"))
    }

    @Test func alternativeTextsAreAskedFor() {
        let page = Rendering("a ![](b.png) ![ ](c.png)\n")
        #expect(page.codes == ["missing-alt", "missing-alt"])
        #expect(page.marked == ["b.png", "c.png"])
        #expect(page.html.contains("<img src=\"b.png\" alt=\"\" loading=\"lazy\">"))
    }

    @Test(arguments: ["https://x.example/b.png", "//x.example/b.png", "\\\\\\\\x.example/b.png"])
    func thoseOfOtherHostsBecomeLinks(url: String) {
        let page = Rendering("![The board](\(url))\n")
        #expect(page.codes == ["remote-image"])
        #expect(page.rendered.links.isEmpty)
        #expect(page.html.hasSuffix(" rel=\"noopener\">The board</a></p>\n"))
        #expect(!page.html.contains("<img"))
    }

    @Test func aRemoteImageInALinkIsItsText() {
        let page = Rendering("[![Build](https://x.example/b.svg)](https://y.example)\n")
        #expect(page.html == "<p><a href=\"https://y.example\" rel=\"noopener\">Build</a></p>\n")
    }

    @Test func aRemoteImageWithoutTextShowsItsAddress() {
        #expect(
            html("![](https://x.example/b.svg)\n")
                == "<p><a href=\"https://x.example/b.svg\" rel=\"noopener\">https://x.example/b.svg</a></p>\n")
    }
}
