import Pictures
import TestSupport
import Testing

/// What a text becomes on its page.
@Suite struct TextTests {
    @Test func `a wiki link to a heading, to its own page and by title`() async throws {
        let site = try await TestSite([
            "resources/a.md": "---\ntitle: A\n---\n\n[[b#part-two]] [[#here]] [[a#here]] [[a]]\n\n## Here\n",
            "resources/b.md": "---\ntitle: Bee\n---\n\n## Part two\n\n[[b#part-too]] [[Lean Coffee]] [[lean_coffee]]\n",
            "resources/lean-coffee.md": "---\ntitle: Lean Coffee\n---\n",
        ])
        let page = site.main("resources/a/")
        #expect(
            page.contains(
                "<a href=\"../../resources/b/#part-two\">Bee</a> <a href=\"#here\">here</a> <a "
                    + "href=\"../../resources/a/#here\">A</a>"
            ))
        #expect(
            site.problems.map(\.message) == [
                "No heading of `resources/b.md` has the anchor `#part-too`. Did you mean `#part-two`?",
                "There is no page `Lean Coffee` for this wiki link. Did you mean `lean-coffee`?",
                "There is no page `lean_coffee` for this wiki link. Did you mean `lean-coffee`?",
            ])
    }

    @Test func `words that a text needs are in the language it is written in`() async throws {
        let text = "a[^1] b[^1]\n\n> [!TIP]\n> c\n\n- [x] d\n\n|e|\n|-|\n\n[^1]: f\n"
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "resources/a.md": "---\ntitle: A\n---\n\n" + text,
            "resources/a.cy.md": "---\ntitle: B\n---\n\n" + text, "resources/b.md": "---\ntitle: C\n---\n\n" + text,
        ])
        let english = ["Footnote 1", "Back to reference 2 of footnote 1", "Footnotes", ">Tip<", "Done", "Table: e"]
        let welsh = [
            "Troednodyn 1", "Yn ôl i gyfeiriad 2 troednodyn 1", "Troednodiadau", ">Awgrym<", "Wedi&#39;i wneud",
            "Tabl: e",
        ]
        for word in english { #expect(site.main("resources/a/").contains(word), "\(word)") }
        for word in welsh { #expect(site.main("cy/resources/a/").contains(word), "\(word)") }
        // An English text stays English on a Welsh page.
        for word in english { #expect(site.main("cy/resources/b/").contains(word), "\(word)") }
    }

    @Test func `a text of one picture is a text`() async throws {
        let site = try await TestSite([
            "resources/a.md": "---\ntitle: A\n---\n\n![The board](b.png \"In May\")\n",
            "resources/b.png": ExamplePicture.gif,
        ])
        #expect(site.main("resources/a/").contains("<figcaption>In May</figcaption>"))
    }
}
