import Testing

@testable import Markdown

/// Task lists, notes, struck text, addresses and the tag filter.
@Suite struct ExtensionTests {
    // MARK: Tasks

    private func box(isDone: Bool) -> String {
        isDone
            ? "<input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"Done\" />"
            : "<input type=\"checkbox\" disabled=\"\" aria-label=\"To do\" />"
    }

    @Test func tasksHaveANamedBox() {
        #expect(
            html("- [ ] a\n- [x] *b*\n- [X] c\n- d\n")
                == "<ul>\n<li class=\"task\">\(box(isDone: false)) a</li>\n<li class=\"task\">\(box(isDone: true)) "
                + "<em>b</em></li>\n<li class=\"task\">\(box(isDone: true)) c</li>\n<li>d</li>\n</ul>\n"
        )
        #expect(
            html("1. [ ] a\n\n2. b\n")
                == "<ol>\n<li class=\"task\">\n<p>\(box(isDone: false)) a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n")
    }

    @Test(arguments: ["- \\[ ] a", "- [ ]", "- [ ]a", "- [y] a", "- a [ ] b", "[ ] a", "> [ ] a", "- &#91; ] a"])
    func otherItemsAreNone(source: String) {
        #expect(!html(source + "\n").contains("<input"))
    }

    // MARK: Notes

    @Test(arguments: Note.allCases) func notesHaveATitle(note: Note) {
        #expect(
            html("> [!\(note.rawValue.uppercased())]\n> a *b*\n>\n> c\n") == """
                <div class="note note-\(note.rawValue)" role="note">
                <p class="note-title">\(Phrase.note(note).english)</p>
                <p>a <em>b</em></p>
                <p>c</p>
                </div>

                """)
    }

    @Test func notesNestAndStandInLists() {
        let page = html("- > [!tip]  \n  > a\n  >\n  > > [!WARNING]\n  > >\n  > > - b\n\n> c\n")
        #expect(
            page == """
                <ul>
                <li>
                <div class="note note-tip" role="note">
                <p class="note-title">Tip</p>
                <p>a</p>
                <div class="note note-warning" role="note">
                <p class="note-title">Warning</p>
                <ul>
                <li>b</li>
                </ul>
                </div>
                </div>
                </li>
                </ul>
                <blockquote>
                <p>c</p>
                </blockquote>

                """)
    }

    @Test(arguments: ["> \\[!NOTE]\n> a", "> [!NOTE]a", "> a\n> [!NOTE]", "[!NOTE]\na", "> `[!NOTE]`\n> a"])
    func otherQuotesAreNone(source: String) {
        #expect(!html(source + "\n").contains("\"note"))
    }

    @Test func anUnknownKindIsExplained() {
        let page = Rendering("> [!TIPP]\n> a\n")
        #expect(page.rendered.diagnostics.map(\.message) == ["`TIPP` is not a kind of note. Did you mean `TIP`?"])
        #expect(page.marked == ["[!"])
        #expect(page.html == "<blockquote>\n<p>[!TIPP]\na</p>\n</blockquote>\n")
    }

    // MARK: Struck text

    @Test(arguments: [
        ("~~a~~ ~b~", "<del>a</del> <del>b</del>"), ("~~a *b* `c`~~", "<del>a <em>b</em> <code>c</code></del>"),
        ("*~~a~~*", "<em><del>a</del></em>"),
        ("a~~b~~c", "a<del>b</del>c"), ("~~é~~.", "<del>é</del>."), ("~~a\nb~~", "<del>a\nb</del>"),
        ("~~a~ b~~", "<del>a~ b</del>"),
        ("[~~a~~](b)", "<a href=\"b\"><del>a</del></a>"), ("~~[[a|b]]~~", "<del><a href=\"a\">b</a></del>"),
    ])
    func struckText(source: String, markup: String) {
        #expect(html(source + "\n") == "<p>\(markup)</p>\n")
    }

    @Test(arguments: [
        "~~~a~~~ b", "~~ a ~~", "\\~~a~~", "~\\~a~~", "~~a", "a ~ b ~ c", "`~~a~~`", "&#126;&#126;a~~", "~~a\n\nb~~",
        "~ 5 and ~ 6", "~~a [[~~b]] c", "~a [[b|c~]] d",
    ])
    func otherTildesStay(source: String) {
        #expect(!html(source + "\n").contains("<del>"))
    }

    // MARK: Addresses

    @Test(arguments: [
        ("see www.a.example/b.", "see |http://www.a.example/b|www.a.example/b|."),
        ("(https://a.example/b_(c))", "(|https://a.example/b_(c)|https://a.example/b_(c)|)"),
        ("[https://a.example/b]", "[|https://a.example/b|https://a.example/b|]"),
        ("mail a.b+c@d.example!", "mail |mailto:a.b+c@d.example|a.b+c@d.example|!"),
        ("mailto:a@b.example", "|mailto:a@b.example|mailto:a@b.example|"),
        ("HTTP://A.example", "|HTTP://A.example|HTTP://A.example|"),
        ("https://ä.example/ö", "|https://%C3%A4.example/%C3%B6|https://ä.example/ö|"),
        ("http://a.example/~b/~c", "|http://a.example/~b/~c|http://a.example/~b/~c|"),
        ("~~www.a.example~~", "<del>|http://www.a.example|www.a.example|</del>"),
    ])
    func addressesAreLinks(source: String, pattern: String) {
        let parts = pattern.split(separator: "|", omittingEmptySubsequences: false)
        #expect(
            html(source + "\n")
                == "<p>\(parts[0])<a href=\"\(parts[1])\" class=\"address\" "
                + "rel=\"noopener\">\(parts[2])</a>\(parts[3])</p>\n"
        )
    }

    @Test(arguments: [
        "ftp://a.example", "javascript://a.example", "xwww.a.example", "www.a_b.example", "http://", "a@b",
        "@a.example", "a@b.example@c", "`http://a.example`", "wwww",
    ])
    func otherTextIsNot(source: String) {
        #expect(!html(source + "\n").contains("<a "))
    }

    @Test func anAddressInALinkIsItsText() {
        #expect(html("[https://a.example](b)\n") == "<p><a href=\"b\">https://a.example</a></p>\n")
        #expect(Rendering("[https://a.example](https://a.example)\n").rendered.diagnostics.isEmpty)
    }

    // MARK: Dialects

    @Test func tagsThatChangeThePageAreShown() {
        let options = MarkdownRenderer.Options(unsafeHTML: true)
        #expect(
            Rendering("a <b>x</b> <title> </TITLE > <titles>\n\n<div><script>\nx</script></div>\n", options: options)
                .html == "<p>a <b>x</b> &lt;title> &lt;/TITLE > <titles></p>\n<div>&lt;script>\nx&lt;/script></div>\n")
        #expect(Rendering("<script>\n", options: .init(dialect: .commonMark, unsafeHTML: true)).html == "<script>\n")
    }

    @Test func pureCommonMarkKnowsNone() {
        let source = "|a|\n|-|\n\n~~b~~ www.c.example [^1]\n\n- [ ] d\n\n> [!NOTE]\n> e\n\n[^1]: f\n"
        #expect(
            Rendering(source, options: .init(dialect: .commonMark)).html
                == "<p>|a|\n|-|</p>\n<p>~~b~~ www.c.example <a href=\"f\">^1</a></p>\n<ul>\n<li>[ ] "
                + "d</li>\n</ul>\n<blockquote>\n<p>[!NOTE]\ne</p>\n</blockquote>\n"
        )
    }

    @Test func gitHubsDialectLeavesWikiLinksAndHeadingsAsTheyAre() {
        #expect(
            Rendering("# A\n\n[[b]] ![c](http://d.example/e.png)\n\n[f]()\n", options: .init(dialect: .gitHub)).html
                == "<h1>A</h1>\n<p>[[b]] <img src=\"http://d.example/e.png\" alt=\"c\" /></p>\n<p><a "
                + "href=\"\">f</a></p>\n"
        )
    }
}
