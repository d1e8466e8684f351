import Markdown
import Testing

@Suite struct PlainTextTests {
    @Test func wordsWithoutMarkup() {
        let page = Rendering(
            "## A\n\nb *c*\nd `e`\\\nf <b>&amp;</b> ![g](h.png) [i](j)\n\n- k\n- l\n\n```sh\nm n\n```\n")
        #expect(page.rendered.plainText == "A\nb c d e f & g i\nk\nl\nm n\n")
        #expect(page.rendered.firstParagraph == "b c d e f & g i")
    }

    @Test func theFirstParagraphIsOneAtTheTop() {
        #expect(Rendering("> a\n\n- b\n").rendered.firstParagraph == "")
        #expect(Rendering("> a\n\n<b></b>\n\nc\n\nd\n").rendered.firstParagraph == "c")
    }

    @Test func aLongFirstParagraphIsCutAtAWord() {
        let words = Rendering(String(repeating: "wörd ", count: 200)).rendered.firstParagraph
        #expect(words.count <= 301)
        #expect(words.hasSuffix("wörd…"))
        #expect(Rendering(String(repeating: "x", count: 1000)).rendered.firstParagraph.count == 301)
    }

    @Test func zerosAreReplaced() {
        #expect(Rendering("a\0b\n").rendered.plainText == "a\u{FFFD}b\n")
    }

    @Test func anEmptyBodyIsNothing() {
        let page = Rendering("")
        #expect(page.html == "")
        #expect(page.rendered.plainText == "")
        #expect(page.rendered.diagnostics.isEmpty)
    }
}
