import TestSupport
import Testing

@testable import Theme

/// A theme that cannot be used says so when it is loaded, and names the file.
@Suite struct ThemeTests {
    private func fault(_ files: [String: String]) -> String {
        do {
            _ = try CompiledTheme(overriding: files.mapValues { Array($0.utf8) })
            return ""
        } catch { return "\(error)" }
    }

    private let english = String(decoding: Array(DefaultTheme.files["i18n/en.yaml"]!.utf8), as: UTF8.self)

    @Test func `the default theme is valid`() {
        #expect(fault([:]) == "")
    }

    @Test(arguments: [
        "{{> facts}}", "a{{#x}}{{>facts }}{{/x}}", "{{>\u{A0}facts}}", "{{^x}}\n  {{>\n  facts}}\n{{/x}}",
    ])
    func `a partial that includes itself is refused`(text: String) {
        #expect(
            fault(["components/facts/facts.mustache": text])
                == "themes: components/facts/facts.mustache: the partial includes itself: `facts` → `facts`.")
    }

    @Test func `a circle of partials is refused, not what leads to it or comes from it`() {
        let text = fault([
            "components/a/a.mustache": "{{>b}}", "components/b/b.mustache": "{{>c}}{{>d}}",
            "components/c/c.mustache": "{{>b}}", "components/d/d.mustache": "",
        ])
        #expect(text == "themes: components/b/b.mustache: the partial includes itself: `b` → `c` → `b`.")
        #expect(
            fault(["components/a/a.mustache": "{{>b}}{{>b}}{{>none-such}}", "components/b/b.mustache": "{{! {{>a}}"])
                == "")
    }

    @Test(arguments: ["#", "^"]) func `deep sections are refused before they are read`(sign: String) {
        func nested(_ depth: Int) -> String {
            String(repeating: "{{\(sign)x}}", count: depth) + String(repeating: "{{/x}}", count: depth)
        }
        #expect(
            fault(["components/a/a.mustache": nested(300)])
                == "themes: components/a/a.mustache: sections nest more than 100 deep.")
        #expect(fault(["components/a/a.mustache": nested(100)]) == "")
        #expect(fault(["components/a/a.mustache": String(repeating: "{{\(sign)x}}{{/x}}", count: 5_000)]) == "")
        let inner = String(repeating: "{{#x}}", count: 60) + "{{>b}}" + String(repeating: "{{/x}}", count: 60)
        #expect(
            fault(["components/a/a.mustache": inner, "components/b/b.mustache": nested(60)]).contains(
                "with its partials it nests more than 100 deep"))
    }

    @Test func `a long line of partials is refused, and one that doubles at each step`() {
        func chain(_ length: Int, _ text: (Int) -> String) -> [String: String] {
            Dictionary(uniqueKeysWithValues: (0..<length).map { ("components/p\($0)/p\($0).mustache", text($0)) })
        }
        #expect(fault(chain(150) { "{{>p\($0 + 1)}}" }).contains("nests more than 100 deep"))
        #expect(fault(chain(70) { "{{>p\($0 + 1)}}{{>p\($0 + 1)}}" }).contains("it includes more than 10000 partials"))
    }

    @Test(arguments: ["{{<a}}{{/a}}", "{{$a}}{{/a}}", "{{=<% %>=}}", "{{>*name}}", "{{> * name}}"])
    func `tags that could hide a circle are refused`(text: String) {
        #expect(fault(["components/a/a.mustache": text]).contains("not used here"))
    }

    /// The library reads transforms by recursion, so a tag is bounded before it is read.
    @Test func `a transform of many transforms is refused`() {
        let text = "{{" + String(repeating: "a(", count: 100) + "x" + String(repeating: ")", count: 100) + "}}"
        #expect(
            fault(["components/a/a.mustache": text])
                == "themes: components/a/a.mustache: A tag has more than 200 characters.")
    }

    @Test func `two templates of one name are refused`() {
        #expect(
            fault(["components/other/facts.mustache": ""])
                == "themes: components/other/facts.mustache: a template is called `facts` already: "
                + "components/facts/facts.mustache."
        )
    }

    @Test(
        arguments: [("months", 12), ("weekdays", 7), ("ordinals", 6)],
        ["[]", "[January]", "text", "{other: x}", "[a, b, c, d, e, f, g, h, i, j, k, l, m]"])
    func `lists of words have the length that the program expects`(list: (key: String, count: Int), value: String) {
        for language in ["en", "cy", "xx"] {
            let words = english.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.hasPrefix("\(list.key):") ? "\(list.key): \(value)" : String($0) }.joined(separator: "\n")
            #expect(
                fault(["i18n/\(language).yaml": words])
                    == "i18n/\(language).yaml: `\(list.key)` must be a list of \(list.count) texts.")
        }
    }

    @Test func `every group of plural forms has one for other numbers`() {
        let words = english.replacing(#/(?m)^votes: .*$/#, with: "votes: {one: One}")
        #expect(fault(["i18n/xx.yaml": words]) == "i18n/xx.yaml: `votes` has no text for `other`.")
        #expect(
            fault(["i18n/xx.yaml": english.replacing(#/(?m)^votes: .*$/#, with: "votes: One")]).contains(
                "must have a text for each plural form"))
        #expect(
            fault(["i18n/xx.yaml": english.replacing(#/(?m)^menu: .*$/#, with: "menu: [One]")])
                == "i18n/xx.yaml: `menu` must be a single text.")
        #expect(
            fault(["i18n/xx.yaml": english + "\nmine: {one: x}\n"]) == "i18n/xx.yaml: `mine` has no text for `other`.")
    }

    @Test func `a plural form that no language has is refused`() {
        #expect(
            fault(["i18n/xx.yaml": english.replacing(#/(?m)^votes: .*$/#, with: "votes: {oen: One, other: More}")])
                == "i18n/xx.yaml: `oen` is not a plural form. The forms are `zero`, `one`, `two`, `few`, `many`, "
                + "`other`. Did you mean `one`?"
        )
    }

    @Test func `a placeholder that no value is put into is refused`() {
        #expect(
            fault(["i18n/xx.yaml": english.replacing(#/(?m)^time: .*$/#, with: "time: \"{hour}:{minut}\"")])
                == "i18n/xx.yaml: `{minut}` in `time` is not filled in: values are put in for `{h}`, `{hour}`, "
                + "`{minute}`. Did you mean `{minute}`?"
        )
        #expect(
            fault(["i18n/xx.yaml": english.replacing(#/(?m)^search: .*$/#, with: "search: \"Find {n}\"")])
                == "i18n/xx.yaml: `{n}` in `search` is not filled in: no value is put into this text.")
        #expect(
            fault([
                "i18n/xx.yaml": english.replacing(
                    #/(?m)^votes: .*$/#, with: "votes: {one: One vote, other: \"{m} votes\"}")
            ]).contains("Did you mean `{n}`?"))
    }

    @Test func `an alphabet has letters, each once`() {
        #expect(
            fault(["i18n/xx.yaml": english.replacing(#/(?m)^alphabet: .*$/#, with: "alphabet: [a, b, A]")])
                == "i18n/xx.yaml: The letter `a` occurs twice in `alphabet`.")
        #expect(
            fault(["i18n/xx.yaml": english.replacing(#/(?m)^alphabet: .*$/#, with: "alphabet: []")]).contains(
                "must be a list of letters"))
    }

    @Test func `a project's own file of words says only what it changes, or what it has`() {
        #expect(fault(["i18n/en.yaml": "language_name: English\n"]) == "")
        #expect(fault(["i18n/xx.yaml": "language_name: X\n"]) == "")
    }

    @Test func `lists are in the alphabet of the page's language`() async throws {
        func community(_ name: String) -> String { "---\nname: \(name)\nsummary: S.\n---\n" }
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "communities/a.md": community("Llyn"),
            "communities/b.md": community("Lôn 10"),
            "communities/c.md": community("Lôn 9"), "communities/d.md": community("هيئة"),
        ])
        func headings(_ route: String) -> [String] {
            site.main(route).matches(of: #/<h2 id="(s\.[a-z0-9-]+)">([^<]+)</#).map { "\($0.1) \($0.2)" }
        }
        #expect(headings("cy/communities/") == ["s.l L", "s.ll Ll", "s.u-647 ه"])
        #expect(headings("communities/") == ["s.l L", "s.u-647 ه"])
        let page = site.main("cy/communities/")
        #expect(page.range(of: "Lôn 9")!.lowerBound < page.range(of: "Lôn 10")!.lowerBound)
    }
}
