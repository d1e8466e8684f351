import Markdown
import Testing
import Text

@Suite struct HeadingTests {
    @Test(arguments: [
        ("Hello World", "hello-world"), ("What's new?", "whats-new"), ("A & B", "a--b"),
        ("snake_case-1", "snake_case-1"),
        ("Été à Łódź", "été-à-łódź"), ("日本語", "日本語"), ("x\u{301}", "x\u{301}"), ("🎉", "section"), ("", "section"),
        ("½ a‿b", "-a‿b"), ("<i> \"q\"", "i-q"),
    ])
    func slugsAreGitHubs(text: String, slug: String) {
        #expect(Slug.of(text) == slug)
    }

    @Test func repeatedIdsAreNumberedAndNeverCollide() {
        var series = Slug.Series()
        let ids = ["a", "a", "a-1", "a", "a-1", "a-1-1", ""].map { series.id(for: $0) }
        #expect(ids == ["a", "a-1", "a-1-1", "a-2", "a-1-2", "a-1-1-1", "section"])
        #expect(Set(ids).count == ids.count)
    }

    @Test func manyRepeatedHeadingsTakeLinearTime() {
        let many = Rendering(String(repeating: "## a\n## a-1\n", count: 20_000))
        #expect(Set(many.rendered.outline.map(\.id)).count == 40_000)
    }

    @Test func headingsHaveIdsAndAnchors() {
        let page = Rendering("## One *two* `three`\n\nUnder\n---\n")
        #expect(
            page.html == heading(2, "one-two-three", "One <em>two</em> <code>three</code>")
                + heading(2, "under", "Under"))
        #expect(page.rendered.outline.map(\.text) == ["One two three", "Under"])
        #expect(page.rendered.outline.map { page.text($0.range) } == ["## One *two* `three`", "Under\n---"])
    }

    @Test func linksInHeadingsAreSlotted() {
        let page = Rendering("## See [a](b/) and [[c|d]] &amp; `<x>`\n")
        #expect(
            page.html
                == heading(
                    2, "see-a-and-d--x", "See <a href=\"b/\">a</a> and <a href=\"c\">d</a> &amp; <code>&lt;x&gt;</code>"
                ))
        #expect(page.rendered.outline[0].text == "See a and d & <x>")
    }

    @Test func aFileWithoutTitleTakesItsFirstHeading() {
        let page = Rendering("# Notes *of* May\n\n## Next\n", options: .init(documentTitle: true))
        #expect(page.rendered.title?.text == "Notes of May")
        #expect(page.html == heading(2, "next", "Next"))
        #expect(page.rendered.outline.map(\.text) == ["Next"])
        #expect(page.rendered.plainText == "Next\n")
    }

    @Test func theTitleHasItsIdBeforeOthers() {
        let page = Rendering("# Notes\n\n## Notes\n", options: .init(documentTitle: true))
        #expect(page.rendered.outline.map(\.id) == ["notes-1"])
    }

    @Test func aSecondLevelOneHeadingMovesTheRestDown() {
        let page = Rendering("# T\n\n# One\n\n## Two\n\n###### Six\n", options: .init(documentTitle: true))
        #expect(page.rendered.title?.text == "T")
        #expect(page.html == heading(2, "one", "One") + heading(3, "two", "Two") + heading(4, "six", "Six"))
        #expect(page.rendered.outline.map(\.level) == [2, 3, 4])
    }

    @Test func aSingleLevelOneHeadingRepeatsTheTitleOfTheFile() {
        let page = Rendering("# T\n\n## Two\n")
        #expect(page.rendered.title?.text == "T")
        #expect(page.html == heading(2, "two", "Two"))
    }

    @Test func severalLevelOneHeadingsUnderATitleAllMoveDown() {
        let page = Rendering("# T\n\n> # U\n")
        #expect(page.rendered.title == nil)
        #expect(page.html == heading(2, "t", "T") + "<blockquote>\n" + heading(2, "u", "U") + "</blockquote>\n")
    }

    @Test(arguments: [
        ("## A\n#### B\n#### C\n### D\n## E\n", [2, 3, 3, 3, 2]), ("#### A\n## B\n### C\n", [2, 2, 3]),
        ("### A\n##### B\n###### C\n", [2, 3, 4]),
        ("## A\n### B\n#### C\n##### D\n###### E\n", [2, 3, 4, 5, 6]),
    ])
    func levelsGoDownByOneAtATime(body: String, levels: [Int]) {
        let page = Rendering(body)
        #expect(page.rendered.outline.map(\.level) == levels)
        #expect(levels.allSatisfy { page.html.contains("<h\($0)") && page.html.contains("</h\($0)>") })
    }

    @Test func aLaterLevelOneHeadingIsNoTitle() {
        let page = Rendering("Text\n\n# T\n", options: .init(documentTitle: true))
        #expect(page.rendered.title == nil)
        #expect(page.html == "<p>Text</p>\n" + heading(2, "t", "T"))
    }

    @Test func whatATitleHoldsIsStillChecked() {
        let page = Rendering("# <a name=\"top\"></a>T [x](y)\n\nz\n", options: .init(documentTitle: true))
        #expect(page.rendered.title?.text == "T x")
        #expect(page.rendered.anchors == ["top": ""])
        #expect(page.codes == [])
        #expect(page.rendered.markup.slots.isEmpty)
        #expect(page.html == "<p>z</p>\n")
    }

    @Test func pureCommonMarkHasPlainHeadings() {
        #expect(Rendering("# T\n\n[[x]]\n", options: .init(dialect: .commonMark)).html == "<h1>T</h1>\n<p>[[x]]</p>\n")
    }
}
