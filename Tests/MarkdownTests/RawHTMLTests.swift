import Markdown
import Testing

@Suite struct RawHTMLTests {
    @Test func tagsAreLeftOutAndTheirTextStays() {
        let page = Rendering("a <b>x</b> y <br>\nz <i>w</i>\n")
        #expect(page.html == "<p>a x y \nz w</p>\n")
        #expect(page.codes == ["raw-html", "raw-html"])
        #expect(page.marked == ["<b>x</b> y <br>", "<i>w</i>"])
    }

    @Test func blocksAreLeftOutWithAllTheyHold() {
        let page = Rendering("a\n\n<div>\nb\n</div>\n\nc\n\n- <table>\n")
        #expect(page.html == "<p>a</p>\n<p>c</p>\n<ul>\n<li></li>\n</ul>\n")
        #expect(page.marked == ["<div>\nb\n</div>", "<table>"])
    }

    @Test func commentsAreLeftOutSilently() {
        let page = Rendering("<!-- a -->\n\nb <!-- c --> d\n\n<!-- e\n\nf --> <!---->\n\n<!-->\n")
        #expect(page.rendered.diagnostics.isEmpty)
        #expect(page.html == "<p>b  d</p>\n")
    }

    @Test(arguments: [
        "<!-- a --> b\n", "<!-- a\n\nb\n", "<!-- a --><b>\n", "<?php ?>\n", "<!DOCTYPE html>\n", "<script>x</script>\n",
    ])
    func whatIsNoCommentIsReported(source: String) {
        let page = Rendering(source)
        #expect(page.codes == ["raw-html"])
        #expect(page.html == "")
    }

    @Test func placesAreRightInQuotesListsAndCRLF() {
        let page = Rendering("> 1. a\r\n>    b <u>c</u>\r\n>\r\n>    <hr>\r\n\r\nd\r\n*e* <s>\r\n")
        #expect(page.marked == ["<u>c</u>", "<hr>", "<s>"])
    }

    @Test func placesAreRightAfterInlinesOfSeveralLines() {
        let page = Rendering("`a\nb` <b> <i\nid=x> c <u>\n")
        #expect(page.marked == ["<b> <i\nid=x>", "<u>"])
    }

    @Test func anchorsThatAreLostAreNamed() {
        let page = Rendering(
            "<a name=\"one\"></a>x<a id='two'> <b data-id=no ID = three title=\"id=no\">\n\n<div\nid=\"four\" "
                + "hidden><p name=five/></div>\n"
        )
        #expect(page.rendered.anchorsLost == ["one", "two", "three", "four", "five/"])
    }

    @Test func aParagraphOfTagsLeavesNothing() {
        #expect(html("<a name=x></a>\n\nb\n") == "<p>b</p>\n")
    }

    @Test func unsafeHTMLIsKept() {
        let page = Rendering("<div>a</div>\n\nb <i>c</i>\n", options: .init(unsafeHTML: true))
        #expect(page.html == "<div>a</div>\n<p>b <i>c</i></p>\n")
        #expect(page.rendered.diagnostics.isEmpty)
    }
}
