import Markdown
import Testing

@Suite struct LinkTests {
    @Test func linksWithinTheSiteAreResolvedWhenThePageIsRendered() {
        let page = Rendering("See [the *agenda*](../agenda.md#timing \"All & \\\"it\\\"\").\n")
        #expect(page.rendered.links.map(\.destination) == ["../agenda.md#timing"])
        #expect(page.rendered.links.map(\.text) == ["the agenda"])
        #expect(page.rendered.links.map(\.kind) == [.link])
        #expect(
            page.html { _ in .to("../agenda/?a=1&b=\"'<#ü") }
                == "<p>See <a href=\"../agenda/?a=1&amp;b=%22&#x27;%3C#%C3%BC\" title=\"All &amp; "
                + "&quot;it&quot;\">the <em>agenda</em></a>.</p>\n"
        )
    }

    @Test func aBrokenLinkLeavesOnlyItsText() {
        let page = Rendering("See [the *agenda*](../agenda.md \"title\").\n")
        #expect(page.html { _ in .text } == "<p>See the <em>agenda</em>.</p>\n")
    }

    @Test func oneBrokenLinkDoesNotTouchItsNeighbours() {
        let page = Rendering("[a](1) [b](2) [c](3)\n")
        #expect(
            page.html { $0.destination == "2" ? .text : .to($0.destination) }
                == "<p><a href=\"1\">a</a> b <a href=\"3\">c</a></p>\n")
    }

    @Test func anImageInALinkDoesNotChangeWhatTheLinkBecame() {
        let page = Rendering("[![The board](b.png) x](y/)\n")
        #expect(page.html { $0.kind == .image ? .text : .to("z/") } == "<p><a href=\"z/\">The board x</a></p>\n")
        #expect(
            page.html { $0.kind == .image ? .to("b.png") : .text }
                == "<p><img src=\"b.png\" alt=\"The board\" loading=\"lazy\"> x</p>\n")
    }

    @Test func anchorsAndRootRelativeLinksAreSlottedToo() {
        #expect(
            Rendering("[a](#x) [b](/c/) [d](e%20f.md?g)\n").rendered.links.map(\.destination) == [
                "#x", "/c/", "e%20f.md?g",
            ])
    }

    @Test func linksToOtherHostsAreFinal() {
        let page = Rendering("<https://a.example/?b&c> [m](mailto:a@b.example) [t](TEL:123 \"T\") [p](//c.example)\n")
        #expect(page.rendered.links.isEmpty)
        #expect(
            page.html == """
                <p><a href="https://a.example/?b&amp;c" rel="noopener">https://a.example/?b&amp;c</a> \
                <a href="mailto:a@b.example" rel="noopener">m</a> <a href="TEL:123" title="T" rel="noopener">t</a> \
                <a href="https://c.example" rel="noopener">p</a></p>\n
                """)
    }

    @Test(arguments: [
        "[x](javascript:alert(1))", "[x](JavaScript:alert(1))", "[x](&#106;avascript:alert(1))",
        "[x](java&#9;script:alert(1))",
        "[x](java&NewLine;script:alert(1))", "[x](<&#32;data:text/html,a>)", "[x](&#1;javascript:a)",
        "[x](javascript&colon;a)",
        "[x](vbscript:a)", "[x](file:///etc/passwd)", "[x](<java script:a>)", "[x][r]\n\n[r]: javascript:a",
        "![x](javascript:a)", "![x](data:image/png;base64,AAAA)",
    ])
    func forbiddenAddressesLeaveOnlyText(source: String) {
        let page = Rendering(source)
        #expect(page.codes == ["forbidden-url"])
        #expect(page.html == "<p>x</p>\n")
        #expect(page.rendered.links.isEmpty)
    }

    @Test func pureCommonMarkEmptiesForbiddenAddresses() {
        #expect(
            Rendering("[x](javascript:a) <b>\n", options: .init(dialect: .commonMark)).html
                == "<p><a href=\"\">x</a> </p>\n")
    }

    @Test(arguments: ["[]()", "[x]()", "[](y)", "[ ](y)", "[<b></b>](y)", "![x]()"])
    func emptyLinksAreReported(source: String) {
        let page = Rendering(source)
        #expect(page.codes.first == "empty-link")
        #expect(!page.html.contains("<a"))
    }

    @Test func aLinkInALinkIsText() {
        let page = Rendering("[a <https://x.example> b](c/)\n")
        #expect(page.html == "<p><a href=\"c/\">a https://x.example b</a></p>\n")
    }

    @Test func destinationsAreFoundInTheFile() {
        let page = Rendering(
            """
            [b](b "b") `[c](c)` [c](c) [d][r] [e
            e](e) ![f](f.png)

            > - [g](g), <nav>
            >   x [h](h) <big> [i](<i j>)
            > lazy
               [k](k) [l](l&amp;m)

            [r]: some/where
            [n](nine) and
            [o](odd)
            """)
        #expect(
            page.destinations == [
                "b", "c", "[d][r]", "e", "f.png", "g", "h", "i j", "k", "   [k](k) [l](l&amp;m)", "nine", "odd",
            ])
        #expect(page.marked == ["<nav>", "<big>"])
        #expect(
            page.text(page.rendered.links[0].range.lowerBound - 2..<page.rendered.links[0].range.lowerBound) == "](")
    }

    @Test func rangesCountFromTheStartOfTheFile() {
        let front = Array("---\ntitle: A\n---\n".utf8)
        let rendered = MarkdownRenderer.render(
            front + Array("\n[b](c)\n".utf8), from: front.count, path: "a.md", options: .init())
        #expect(rendered.links[0].range == front.count + 5..<front.count + 6)
    }
}
