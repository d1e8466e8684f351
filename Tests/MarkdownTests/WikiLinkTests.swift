import Markdown
import Testing

@Suite struct WikiLinkTests {
    @Test func aPlainOneShowsTheTitleOfItsTarget() {
        let page = Rendering("See [[agenda]].\n")
        var link = Link(destination: "agenda", kind: .wiki, range: 6..<12, text: "")
        link.whole = 4..<14
        #expect(page.rendered.links == [link])
        #expect(
            page.html { _ in .to("../agenda/", label: "Q & A") } == "<p>See <a href=\"../agenda/\">Q &amp; A</a>.</p>\n"
        )
        #expect(page.html { _ in .to("../agenda/") } == "<p>See <a href=\"../agenda/\">agenda</a>.</p>\n")
        #expect(page.html { _ in .text } == "<p>See agenda.</p>\n")
        #expect(page.rendered.plainText == "See agenda.\n")
    }

    @Test func oneWithTextShowsIt() {
        let page = Rendering("[[agenda|the <b> & agenda]] [[x | y]]\n")
        #expect(page.rendered.links.map(\.destination) == ["x"])
        let other = Rendering("[[agenda|the & agenda]]\n")
        #expect(other.html { _ in .to("a/", label: "ignored") } == "<p><a href=\"a/\">the &amp; agenda</a></p>\n")
        #expect(other.html { _ in .text } == "<p>the &amp; agenda</p>\n")
        #expect(other.rendered.links.map(\.text) == ["the & agenda"])
    }

    @Test(arguments: [
        ("[[a#b]]", "a#b", "a"), ("[[x/y]]", "x/y", "y"), ("[[x/y#z]]", "x/y#z", "y"), ("[[#z]]", "#z", "z"),
        ("[[a_b_c]]", "a_b_c", "a_b_c"), ("[[ a ]]", "a", "a"), ("[[a|]]", "a", "a"), ("[[a\\|b]]", "a", "b"),
        ("[[é]]", "é", "é"),
    ])
    func targets(source: String, target: String, shown: String) {
        let page = Rendering(source + "\n")
        #expect(page.rendered.links.map(\.destination) == [target])
        #expect(page.destinations == [target])
        #expect(page.html { _ in .text } == "<p>\(shown)</p>\n")
    }

    @Test(arguments: [
        "\\[[a]]", "[\\[a]]", "[[a\\]]", "[[a]\\]", "&#91;[a]]", "[&lsqb;a]]", "&#x5B;[a]]", "[[]]", "[[ ]]", "[[|a]]",
        "[[#]]",
        "[[a] ]", "[[a", "a]]", "[[a\nb]]", "[[a [b] c]]", "`[[a]]`", "![[[a]]](b \"`\")",
    ])
    func literalOnes(source: String) {
        #expect(!Rendering(source + "\n").rendered.links.contains { $0.kind == .wiki })
    }

    @Test(arguments: [
        ("![[a]]", "![[a]]"), ("x ![[a|b]]", "![[a|b]]"), ("*![[a]]*", "![[a]]"), ("(![[a]])", "![[a]]"),
        ("> ![[a]]", "![[a]]"), ("| x |\n|---|\n| ![[a]] |", "![[a]]"),
    ])
    func oneWithAnExclamationMarkEmbeds(source: String, whole: String) {
        let page = Rendering(source + "\n")
        #expect(page.rendered.links.map(\.isEmbedding) == [true])
        #expect(page.rendered.links.map { page.text($0.whole!) } == [whole])
        #expect(!page.html.contains("!"))
    }

    @Test(arguments: ["\\![[a]]", "&#33;[[a]]", "Wow![[a]]", "! [[a]]", "![a [[a]]"])
    func notWhereTheMarkIsText(source: String) {
        let page = Rendering(source + "\n")
        #expect(page.rendered.links.map(\.isEmbedding) == [false])
        #expect(page.html.contains("!"))
    }

    @Test func escapesOfOthersDoNotMatter() {
        let page = Rendering("\\* &amp; \\[[n]] \\\\[[y]] &copy; [[z]]\\\n")
        #expect(page.destinations == ["y", "z"])
        #expect(page.html == "<p>* &amp; [[n]] \\<a href=\"y\">y</a> © <a href=\"z\">z</a>\\</p>\n")
    }

    @Test func theyStandInEmphasisHeadingsQuotesAndLists() {
        let page = Rendering("*a [[b]]* __[[c|d]]__\n\n> - e\n>   [[f]]\n>   \\[[g]] [[h]]\n> lazy\n   [[i]]\n")
        #expect(page.destinations == ["b", "c", "f", "h", "i"])
        #expect(page.html.hasPrefix("<p><em>a <a href=\"b\">b</a></em> <strong><a href=\"c\">d</a></strong></p>\n"))
    }

    @Test func notInLinksCodeOrAlternativeTexts() {
        let page = Rendering("[a [[b]] c](d)\n\n    [[e]]\n\n![[[f]]](g.png)\n")
        #expect(page.rendered.links.map(\.destination) == ["d", "g.png"])
    }

    @Test func threeBracketsHoldALink() {
        #expect(html("[[[a]]]\n") == "<p>[<a href=\"a\">a</a>]</p>\n")
    }

    @Test func afterLinkDefinitionsTheyAreStillFound() {
        #expect(Rendering("[r]: x\n\\[[no]] y [[a]]\n").rendered.links.map(\.destination) == ["a"])
    }
}
