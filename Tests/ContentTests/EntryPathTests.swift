import Content
import Testing
import Text

@Suite struct EntryPathTests {
    private func words(_ path: String, _ languages: [String] = ["en", "cy"]) -> String {
        switch EntryPath.of(path, languages: languages) {
        case .failure(let bad): return "bad `\(bad.text)`"
        case .success(let entryPath):
            return [
                entryPath.kind.rawValue, entryPath.id, "/" + entryPath.route, entryPath.community.map { "in \($0)" },
                entryPath.language.map { "(\($0))" }, entryPath.isIntroduction ? "introduction" : nil,
            ].compactMap { $0 }.joined(separator: " ")
        }
    }

    @Test(arguments: [
        ("index.md", "home index /"),
        ("communities/a.md", "community a /communities/a/ in a"),
        ("communities/a/index.md", "community a /communities/a/ in a"),
        ("communities/a/charter.md", "charter charter /communities/a/charter/ in a"),
        ("communities/a/members.md", "members members /communities/a/members/ in a"),
        ("communities/a/backlog.md", "backlog backlog /communities/a/backlog/ in a"),
        ("communities/a/events/b.md", "event b /communities/a/events/b/ in a"),
        ("communities/a/writeups/b.md", "writeup b /communities/a/writeups/b/ in a"),
        ("communities/a/resources/b.md", "resource b /communities/a/resources/b/ in a"),
        ("communities/a/resources/b/c/d.md", "resource d /communities/a/resources/b/c/d/ in a"),
        ("communities/a/notes.md", "page notes /communities/a/notes/ in a"),
        ("communities/a/notes/b.md", "page b /communities/a/notes/b/ in a"),
        ("events/b.md", "event b /events/b/"),
        ("writeups/b.md", "writeup b /writeups/b/"),
        ("resources/b.md", "resource b /resources/b/"),
        ("resources/b/c.md", "resource c /resources/b/c/"),
        ("people/b.md", "person b /people/b/"),
        ("governments/b.md", "government b /governments/b/"),
        ("organisations/b.md", "organisation b /organisations/b/"),
        ("roles/b.md", "role b /roles/b/"),
        ("topics/b.md", "topic b /topics/b/"),
        ("skills/b.md", "skill b /skills/b/"),
        ("handbook/b.md", "chapter b /handbook/b/"),
        ("handbook/b/c.md", "chapter c /handbook/b/c/"),
        ("about.md", "page about /about/"),
        ("about/us/now.md", "page now /about/us/now/"),
        ("events/2026/b.md", "page b /events/2026/b/"),
        ("people/b/c.md", "page c /people/b/c/"),
    ])
    func `the folder says what a file is`(path: String, expected: String) { #expect(words(path) == expected) }

    @Test(arguments: [
        ("communities/a/charter/index.md", "communities/a/charter.md"), ("events/b/index.md", "events/b.md"),
        ("resources/b/index.md", "resources/b.md"), ("handbook/b/index.md", "handbook/b.md"),
        ("about/index.md", "about.md"),
        ("people/b/index.md", "people/b.md"), ("events/index.md", "events.md"),
    ])
    func `an index file is the page of its folder`(path: String, same: String) { #expect(words(path) == words(same)) }

    @Test(arguments: [
        "communities", "events", "writeups", "resources", "people", "handbook", "map", "governments", "organisations",
        "roles", "topics", "skills",
    ])
    func `the page of a generated folder introduces it`(folder: String) {
        #expect(words("\(folder)/index.md") == "page \(folder) /\(folder)/ introduction")
        #expect(words("\(folder).md") == "page \(folder) /\(folder)/ introduction")
    }

    @Test(arguments: [
        ("index.cy.md", "home index / (cy)"), ("communities/a.cy.md", "community a /communities/a/ in a (cy)"),
        ("communities/a/index.cy.md", "community a /communities/a/ in a (cy)"),
        ("communities/a/charter.en.md", "charter charter /communities/a/charter/ in a (en)"),
        ("events/index.cy.md", "page events /events/ (cy) introduction"), ("about.cy.md", "page about /about/ (cy)"),
    ])
    func `a translation has the address of its original`(path: String, expected: String) {
        #expect(words(path) == expected)
    }

    @Test(arguments: [
        ("About.md", "page about /about/"), ("about us.md", "page about-us /about-us/"),
        ("a/b c/d.md", "page d /a/b-c/d/"), ("café.md", "page cafe /cafe/"), ("a.fr.md", "page a-fr /a-fr/"),
        ("a.b.cy.md", "page a-b /a-b/ (cy)"), ("Index.md", "home index /"), ("README.cy.md", "home index / (cy)"),
        ("resources/Implementing_RAP/git_for_RAP.md", "resource git-for-rap /resources/implementing-rap/git-for-rap/"),
        ("handbook/READme.md", "page handbook /handbook/ introduction"),
        ("Handbook/A_b.md", "chapter a-b /handbook/a-b/"),
        ("communities/a/README.md", "community a /communities/a/ in a"),
        ("communities/a/Our notes.md", "page our-notes /communities/a/our-notes/ in a"),
    ])
    func `pages may have any name`(path: String, expected: String) { #expect(words(path) == expected) }

    @Test(arguments: [
        ("events/Lean_Coffee.md", "Lean_Coffee"), ("Events/a.md", "Events"), ("people/Jo B.md", "Jo B"),
        ("Communities/a/b.md", "Communities"), ("communities/A_b/c.md", "A_b"), ("communities/a/Charter.md", "Charter"),
        ("communities/a/writeups/b.fr.md", "b.fr"), ("roles/C++.md", "C++"), (".md", ""), (".cy.md", ""),
    ])
    func `names that have to be ids are refused if they are not valid`(path: String, part: String) {
        #expect(words(path) == "bad `\(part)`")
    }

    @Test func `the refusal offers a name`() {
        let reason =
            "cannot be part of an id: communities, people, terms, events and write-ups are called by the names of "
            + "their files and folders, in lower-case letters, digits and hyphens."
        #expect(
            parse("events/Y Caffi Ŵyl.md", "# A\n").shown == [
                "1:1 bad-file-name `Y Caffi Ŵyl` \(reason) | Rename it to `y-caffi-wyl.md`. `folkmoot check --fix` "
                    + "does so, and links to it follow."
            ])
        #expect(
            parse("events/a.cy.md", "# A\n").shown == [
                "1:1 bad-file-name `a.cy` \(reason) | If this is a translation, add `cy` to `languages` in site.yaml "
                    + "(now: en). Otherwise rename it to `a-cy.md`."
            ])
    }

    @Test func `an id is made from a name`() {
        #expect(
            ["Lean Coffee, 3rd!", "--", "Don't panic", "  A  ", "Ünïted 2"].map(ID.from) == [
                "lean-coffee-3rd", "item", "dont-panic", "a", "united-2",
            ])
        for name in ["Lean Coffee, 3rd!", "日本", "", "Ünïted 2"] { #expect(ID.isValid(ID.from(name))) }
        #expect(ID.from("Sgwrs dŵr â’r tŷ") == "sgwrs-dwr-ar-ty")
    }

    @Test(arguments: [
        ("C", "c"), ("C++", "c-plus-plus"), ("C#", "c-sharp"), ("F# and C++17", "f-sharp-and-c-plus-plus-17"),
        ("Notepad++", "notepad-plus-plus"), ("A+", "a-plus"), ("LGBTQ+ network", "lgbtq-plus-network"),
        ("Über+", "uber-plus"), ("A+B", "a-b"), ("Issue #5", "issue-5"), ("#hashtag", "hashtag"), ("+1", "1"),
        ("C ++", "c"), ("a#1", "a-1"),
    ])
    func `a plus or a sharp that ends a word is part of the id`(name: String, id: String) {
        #expect(ID.from(name) == id)
    }

    @Test func `names that cannot be in an id, or are too long for one, stay distinct`() {
        let names = [
            "日本", "中国", "Ανοιχτά δεδομένα", "Υγεία", String(repeating: "a", count: 300),
            String(repeating: "a", count: 301),
        ]
        #expect(Set(names.map(ID.from)).count == names.count)
        #expect(names.allSatisfy { ID.isValid(ID.from($0)) && ID.from($0).utf8.count < 120 })
    }
}

@Suite struct FrontMatterTests {
    private func title(_ text: String) -> String? { parse("resources/a.md", text).common.title?.value.original }
    private func body(_ text: String) -> String? { parse("about.md", text).document?.body.plainText }

    @Test(arguments: ["\n", "\r\n"])
    func `front matter is between lines of hyphens`(end: String) {
        let text = ["---", "title: A", "kind: guide", "---", "", "Text.", ""].joined(separator: end)
        let parsed = parse("resources/a.md", text)
        #expect(parsed.shown == [])
        #expect(parsed.common.title?.value.original == "A")
        #expect(parsed.document?.body.plainText.contains("Text.") == true)
        #expect(parsed.document?.body.plainText.contains("title") == false)
    }

    @Test func `a byte order mark may come before it`() {
        #expect(title("\u{FEFF}---\ntitle: A\n---\n") == "A")
        #expect(
            parse("resources/a.md", "\u{FEFF}---\ntitle: A\nkind: x\n---\n").shown.first?.hasPrefix("3:7 unknown-value")
                == true)
        #expect(parse("about.md", "\u{FEFF}# About\n").common.title?.value.original == "About")
    }

    @Test func `spaces after the hyphens do not matter`() {
        #expect(title("---  \ntitle: A\n--- \t\n") == "A")
    }

    @Test func `the last line needs no line end`() {
        #expect(title("---\ntitle: A\n---") == "A")
    }

    @Test func `front matter that never ends is reported as such`() {
        #expect(
            parse("resources/a.md", "---\ntitle: A\n\nText.\n").shown == [
                "1:1 front-matter-unclosed The lines such as `name: …` that start here, the front matter, never end. "
                    + "| Put a line of three hyphens below the last of them:\n---"
            ])
        #expect(
            parse("resources/a.md", "---\ntitle: A\n--\n\nText.\n").shown == [
                "3:1 front-matter-unclosed Front matter ends with a line of exactly three hyphens, but this line is "
                    + "different. | Write three hyphens in its place:\n---"
            ])
        #expect(parse("about.md", "---").codes == ["front-matter-unclosed"])
    }

    @Test(arguments: [
        ("\n", "an empty line is"), ("content/communities/a.md\n\n", "2 lines are"),
        ("verified: 2026-11\n", "this line is"), ("From: A <a@example.org>\nSubject: New\n\n", "3 lines are"),
    ])
    func `text above front matter is reported as such`(above: String, what: String) {
        let parsed = parse("communities/a.md", above + "---\nname: A\nsummary: S.\n---\n\nText.\n")
        #expect(
            parsed.problems.count == 1
                && parsed.shown[0].hasPrefix(
                    "1:1 front-matter-unclosed Front matter is the first thing in a file, and \(what) above it.")
        )
    }

    @Test func `a quoted file is reported as such, and text with lines of hyphens is text`() {
        #expect(
            parse("communities/a.md", "> ---\n> name: A\n> ---\n").shown == [
                "1:1 front-matter-unclosed This file is quoted as in an e-mail: its lines start with `>`. | Remove "
                    + "`>` and the space after it from the start of each line."
            ])
        for text in [
            "# A\n\nLike this:\n\n```\n---\nname: X\n---\n```\n", "# A\n\n---\n\nname: B\n\n---\n",
            "# A\n\nA title\n---\n\nText: more.\n\n---\n", "# A\n\n---\nname: B\nand so on\n---\n",
        ] { #expect(parse("about.md", text).codes == []) }
    }

    @Test func `hyphens inside a value or the body end nothing`() {
        let parsed = parse(
            "resources/a.md", "---\ntitle: A --- B\nsummary: |\n  one\n  ---\n  two\n---\none\n\n---\n\ntwo\n")
        #expect(parsed.shown == [])
        #expect(parsed.common.title?.value.original == "A --- B")
        #expect(parsed.common.summary?.value.original == "one\n---\ntwo\n")
        #expect(parsed.document?.body.plainText.contains("two") == true)
    }

    @Test func `four hyphens or an empty line above are not a fence`() {
        #expect(parse("about.md", "----\n\n# A\n").document != nil)
        #expect(parse("about.md", "\n---\n").document != nil)
    }

    @Test func `empty front matter is no problem`() {
        let parsed = parse("about.md", "---\n---\n# About\n")
        #expect(parsed.shown == [])
        #expect(parsed.common.title?.value.original == "About")
        #expect(parse("about.md", "---\n# just a comment\n---\n# About\n").shown == [])
    }

    @Test func `front matter is a group of keys`() {
        #expect(
            parse("about.md", "---\n- a\n---\n").shown == [
                "2:1 wrong-type The lines at the top must look like `name: Bees`: a word, a colon, a space and a text."
            ])
        #expect(
            parse("about.md", "---\ntitle:A\n---\n").placed == ["2:1 wrong-type | title: A → title: A"])
        #expect(parse("about.md", "---\njust words\n---\n").placed == ["2:1 wrong-type"])
        #expect(parse("about.md", "---\ntitle = A\n---\n").placed == ["2:1 wrong-type | title: A"])
    }

    @Test func `bytes that are not UTF-8 are errors with their position`() {
        let parsed = parse("about.md", bytes: Array("# é\n\nx".utf8) + [0xE9, 0x0A])
        #expect(parsed.document == nil)
        #expect(
            parsed.shown == [
                "3:2 not-utf8 This byte is not UTF-8 text, so the file cannot be read. | Save the file again as "
                    + "UTF-8 (in many editors: Save with encoding)."
            ])
    }
}

@Suite struct TitleTests {
    @Test func `the first heading names a file that does not name itself`() {
        for path in ["about.md", "events/a.md", "people/a.md", "communities/a/charter.md"] {
            let parsed = parse(path, "# Hello *there*\n\nText.\n")
            #expect(parsed.common.title?.value.original == "Hello there")
            #expect(parsed.shown == [])
        }
    }

    @Test func `a community still needs its summary`() {
        #expect(
            parse("communities/a.md", "# Hello\n").placed == [
                "1:1 missing-key | ---\nname: Hello\nsummary: …\n---"
            ])
    }

    @Test func `a title in the front matter wins`() {
        let parsed = parse("about.md", "---\ntitle: A\n---\n# B\n")
        #expect(parsed.common.title?.value.original == "A")
    }

    @Test(arguments: ["title:", "title: \"\"", "title: ~", "title: '  '"])
    func `an empty title is no title`(line: String) {
        #expect(parse("about.md", "---\n\(line)\n---\n# B\n").common.title?.value.original == "B")
        #expect(parse("events/a.md", "---\n\(line)\n---\n").codes == ["missing-key"])
    }

    @Test func `a page without a title takes its file name`() {
        let parsed = parse("about-us.md", "Text.\n")
        #expect(parsed.common.title?.value.original == "about us")
        #expect(
            parsed.shown == [
                "1:1 no-title This page has no title, so it is called “about us”. | Start the file with a heading, "
                    + "such as\n# About us"
            ])
    }

    @Test(arguments: [
        "index.md", "communities/a/charter.md", "communities/a/members.md", "communities/a/backlog.md",
        "events/index.md",
    ])
    func `a file that already has a name needs no title`(path: String) {
        let parsed = parse(path, "Text.\n")
        #expect(parsed.shown == [])
        #expect(parsed.document?.title == nil)
    }
}
