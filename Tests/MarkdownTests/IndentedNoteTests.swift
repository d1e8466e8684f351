import Foundation
import Markdown
import Testing

/// Notes of MkDocs (`!!!`, `???`), and those of GitHub and Obsidian that have a title or are folded.
@Suite struct IndentedNoteTests {
    private func note(_ kind: String, _ title: String?, _ body: String = "<p>a</p>\n") -> String {
        "<div class=\"note note-\(kind)\" role=\"note\">\n"
            + (title.map { "<p class=\"note-title\">\($0)</p>\n" } ?? "") + body + "</div>\n"
    }

    private func details(_ kind: String, _ title: String, open: Bool = false, _ body: String = "<p>a</p>\n") -> String {
        "<details class=\"note note-\(kind)\"\(open ? " open=\"\"" : "")>\n"
            + "<summary class=\"note-title\">\(title)</summary>\n"
            + body + "</details>\n"
    }

    @Test(arguments: [
        ("!!! note", "note", "Note"), ("!!! tip \"Use *git*\"", "tip", "Use <em>git</em>"),
        ("!!! warning \"\"", "warning", nil), ("!!! danger", "caution", "Danger"), ("!!! Hint", "tip", "Hint"),
        ("!!!important", "important", "Important"), ("!!! pied-piper", "note", "Pied piper"),
        ("!!! danger highlight blink \"Don't < try\"", "caution", "Don't &lt; try"),
        ("!!! info inline end", "note", "Info"), ("!!! tip “Use git”  ", "tip", "Use git"),
        ("!!! note Read this first", "note", "Read this first"),
        ("!!! note \"Say \"no\" twice\"", "note", "Say &quot;no&quot; twice"),
        ("!!! bug \"C# #\"", "caution", "C# #"),
    ])
    func `a line of three exclamation marks begins a note`(line: String, kind: String, title: String?) {
        #expect(html("\(line)\n    a\n") == note(kind, title))
        #expect(html("\(line)\n\n\n    a\n") == note(kind, title))
        #expect(html("\(line)\r\n\ta\r\n") == note(kind, title))
    }

    @Test func `three question marks fold it, and a plus opens it`() {
        #expect(html("??? question \"Why?\"\n    a\n") == details("note", "Why?"))
        #expect(html("???+ success\n    a\n") == details("tip", "Success", open: true))
        #expect(html("??? \"Only a title\"\n    a\n") == details("note", "Only a title"))
        #expect(html("??? warning \"\"\n    a\n") == details("warning", "Warning"))
        #expect(html("???+ \"b\"\n") == details("note", "b", open: true, ""))
    }

    @Test(arguments: [
        "!!! wow\nno body\n", "!!! note\n   three\n", "!!!! note\n    a\n", "!!! \"t\"\n    a\n", "??? \n    a\n",
        "text !!! note\n    a\n", "\\!!! note\n    a\n", "```\n!!! note\n    a\n```\n", "    !!! note\n        a\n",
        "!!! note: a\n    a\n", "> !!! note\n    a\n",
    ])
    func `other lines do not begin a note`(source: String) {
        #expect(!html(source).contains("note-title"))
        #expect(html(source).contains("!!!") || html(source).contains("???"))
    }

    @Test(arguments: ["!!! note\n  a\n", "??? tip\na\n", "- !!! danger inline\n    a\n", "a\n\n!!! Warning\n"])
    func `a note whose text is not indented is reported`(source: String) {
        #expect(Rendering(source).codes == ["note-without-text"])
        #expect(Rendering(source).marked.first?.hasPrefix(source.contains("???") ? "???" : "!!!") == true)
        #expect(Rendering(source, options: .init(dialect: .commonMark)).codes == [])
    }

    @Test(arguments: ["!!! wow\nno\n", "!!! note that\n", "??? what\n", "```\n!!! note\n```\n"])
    func `what is not a note is not reported`(source: String) { #expect(Rendering(source).codes == []) }

    @Test func `it ends a paragraph, and the line that is not indented ends it`() {
        #expect(html("a\n!!! note\n    a\nb\n") == "<p>a</p>\n" + note("note", "Note") + "<p>b</p>\n")
        #expect(html("!!! note\n    a\n> b\n") == note("note", "Note") + "<blockquote>\n<p>b</p>\n</blockquote>\n")
        #expect(html("!!! note\n    a\n!!! tip\n    a\n") == note("note", "Note") + note("tip", "Tip"))
        #expect(html("!!! note\n    ```\n    a\nb\n").hasSuffix("</div>\n<p>b</p>\n"))
        #expect(html("> !!! note\n>     a\n> b\n\nc\n").hasSuffix("</div>\n<p>b</p>\n</blockquote>\n<p>c</p>\n"))
    }

    @Test func `it may hold everything that a page does, and works in lists and in itself`() {
        #expect(
            html("!!! note\n    | a |\n    |---|\n    | b |\n\n    - c[^1]\n\n    [^1]: d\n").contains("<table>"))
        #expect(
            html("- one\n\n    !!! tip\n        a\n- two\n")
                == "<ul>\n<li>\n<p>one</p>\n" + note("tip", "Tip") + "</li>\n<li>\n<p>two</p>\n</li>\n</ul>\n")
        #expect(
            html("1. one\n    !!! tip\n        a\n2. two\n")
                == "<ol>\n<li>one\n" + note("tip", "Tip") + "</li>\n<li>two</li>\n</ol>\n")
        #expect(html("- !!! tip\n      a\n") == "<ul>\n<li>\n" + note("tip", "Tip") + "</li>\n</ul>\n")
        #expect(
            html("??? faq \"b\"\n    a\n\n    !!! bug\n        a\n    a\n")
                == details("note", "b", "<p>a</p>\n" + note("caution", "Bug") + "<p>a</p>\n"))
        #expect(
            html("* one\n\n    * two\n\n        !!! tip\n            a\n").contains(note("tip", "Tip")))
        #expect(html("[^1]\n\n[^1]:\n    b\n\n    !!! tip\n        a\n").contains(note("tip", "Tip")))
    }

    @Test func `CommonMark has no such notes`() {
        let plain = Rendering("!!! note\n    a\n\n> [!NOTE] b\n", options: .init(dialect: .commonMark)).html
        #expect(plain == "<p>!!! note\na</p>\n<blockquote>\n<p>[!NOTE] b</p>\n</blockquote>\n")
    }

    @Test(arguments: [
        ("> [!NOTE] My *title*\n> a", "My <em>title</em>"), ("> [!note]  b <c\n> a", "b &lt;c"),
        ("> [!Note] `x`\n> a", "<code>x</code>"), ("> [!NOTE] x ~~y\n> a", "x ~~y"),
        ("> [!NOTE] **b\n> a", "**b"), ("> [!quote] b  \n> a", "b"), ("> [!todo]\n> a", "Todo"),
        ("> [!NOTE] b\n>\n> a", "b"),
    ])
    func `a note of GitHub's form may have a title`(source: String, title: String) {
        #expect(html(source + "\n") == note("note", title))
    }

    @Test func `a note of GitHub's form may have a sign that folds it`() {
        #expect(html("> [!faq]- Why *not*\n> a\n") == details("note", "Why <em>not</em>"))
        #expect(html("> [!info]+\n> a\n") == details("note", "Info", open: true))
        #expect(html("> [!bug]-\n> a\n") == details("caution", "Bug"))
        #expect(html("> [!tip]- b\n") == details("tip", "b", ""))
    }

    @Test func `an unknown kind with a title is reported and stays a quote`() {
        let page = Rendering("> [!TIPP] b\n> a\n")
        #expect(page.codes == ["unknown-note"] && page.marked == ["[!"])
        #expect(page.rendered.diagnostics.first?.message.hasSuffix("Did you mean `TIP`?") == true)
        #expect(page.html == "<blockquote>\n<p>[!TIPP] b\na</p>\n</blockquote>\n")
    }

    @Test func `links in titles and bodies have their ranges, and words are found`() {
        let text = "??? tip \"See [one](a.md)\"\n    See [two](b.md)\n\n    > [!NOTE] [three](c.md)\n    > [[four]]\n"
        let page = Rendering(text)
        #expect(page.rendered.links.map(\.destination) == ["a.md", "b.md", "c.md", "four"])
        #expect(page.destinations == ["a.md", "b.md", "c.md", "four"])
        #expect(page.rendered.plainText == "See one\nSee two\nthree\nfour\n")
    }

    @Test func `it nests as deep as is read, and no words are lost beyond`() {
        let text = (0..<40).map { String(repeating: "    ", count: $0) + "!!! note \"n\($0)\"\n" }.joined()
        let page = Rendering(text)
        #expect(page.html.components(separatedBy: "note-title").count == 17)
        for number in 0..<40 { #expect(page.html.contains("n\(number)")) }
    }

    @Test func `many of them take linear time`() {
        let start = ContinuousClock.now
        for piece in [
            "!!! a\n", "!!! \"\n", "??? a\n    b\n", "!!! a\n    !!! b\n        c\n", "- !!! a\n", "!!! a\n\n\n",
        ] {
            _ = Rendering(String(repeating: piece, count: 100_000 / piece.utf8.count))
        }
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}
