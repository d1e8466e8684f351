import Content
import Diagnostics
import Testing

/// Keys that nothing reads, and those of a project itself.
@Suite struct UnknownKeyTests {
    @Test func `an unknown key is a warning with the nearest one`() {
        let parsed = parse("resources/a.md", "---\ntitle: A\nsumary: B\n---\n")
        #expect(parsed.document != nil)
        #expect(parsed.problems.map(\.severity) == [.warning])
        #expect(
            parsed.shown == [
                "3:1 unknown-key `sumary` is not a key of this kind of entry, so it is left out. Did you mean "
                    + "`summary`? | summary: B"
            ])
    }

    @Test func `the message about a key of another program offers the one that is meant`() {
        #expect(
            event("date: 2026-03-12").shown.first?.hasSuffix("Did you mean `starts`? | starts: 2026-03-12") == true)
        #expect(resource("license: x").shown.first?.hasSuffix("Did you mean `licence`? | licence: x") == true)
        #expect(resource("tags: [x, y]").shown.first?.hasSuffix("Did you mean `topics`? | topics: [x, y]") == true)
        // `about` may be more than one.
        #expect(event("about: x").shown.first?.hasSuffix("Did you mean `summary`?") == true)
        #expect(
            parse("communities/a.md", "---\nname: A\ndescription: B\nsummary: C\n---\n").shown.first?.hasSuffix(
                "Did you mean `summary`?") == true)
    }

    @Test func `a key in capitals is reported, and read`() {
        let parsed = parse("communities/a.md", "---\nName: A\nSUMMARY: S.\n---\n")
        #expect(
            parsed.shown == [
                "2:1 unknown-key `Name` is read as `name`: keys are in small letters. | name: A",
                "3:1 unknown-key `SUMMARY` is read as `summary`: keys are in small letters. | summary: S.",
            ])
        #expect(parsed.common.title?.value.original == "A")
    }

    @Test(arguments: [
        ("Zusammenfassung", "Leute.", "summary"), ("résumé", "Des gens.", "summary"), ("Themen", "[honig]", "topics"),
        ("Behörde", "X", "organisation"),
    ])
    func `a key in another language is answered with the English one`(key: String, value: String, english: String) {
        let text = "---\nname: A\n\(english == "summary" ? "" : "summary: S.\n")\(key): \(value)\n---\n"
        let problems = parse("communities/a.md", text).problems
        #expect(problems.count == 1)
        let says =
            english == "summary"
            ? "`\(key)` must be called `summary`: keys are English words in every language."
            : "Did you mean `\(english)`?"
        #expect(problems.first?.message.hasSuffix(says) == true)
        #expect(problems.first?.help?.paste == "\(english): \(value)")
        let fixed = Array(text.utf8).making(problems.compactMap(\.help?.replacement))
        #expect(parse("communities/a.md", bytes: fixed).shown == [])
    }

    @Test func `the message about a key unlike any other names the free ones`() {
        #expect(
            resource("wibble: 1").shown == [
                "3:1 unknown-key `wibble` is not a key of this kind of entry, so it is left out. | Its keys are "
                    + "`id`, `kind`, `url`, `topics`, `roles`, `owner`, `licence`, `reviewed` and others, which "
                    + "`folkmoot reference keys` lists. Keys that start with `x_` are free for your own notes: only "
                    + "a theme that names them shows them."
            ])
    }

    @Test func `a key of a group that the file does not have stays a warning, and the group is named`() {
        #expect(
            community("agreed: 2026-01-15").shown == [
                "4:1 unknown-key `agreed` is not a key of this kind of entry, so it is left out. It is a key of "
                    + "`charter`, or of an item of `members`. | Write it below the one that it is about, further to "
                    + "the right, such as\ncharter:\n  agreed: 2026-01-15"
            ])
        // What a key means elsewhere does not count where it has a meaning here, or is there already.
        #expect(community("members:\n  - name: ann").shown.last?.contains("`name` must be called `person`") == true)
        #expect(
            community("source: https://a.example\nchannels:\n  - platform: x\n    source: y").shown.first?.contains(
                "unknown-key") == true)
    }

    @Test func `unknown keys of groups are found too`() {
        #expect(
            event("agenda:\n  - titel: A\n    title: B").shown == [
                "4:5 unknown-key `titel` is not a key of an item of `agenda`, so it is left out. Did you mean `title`?"
            ])
        // Then it is the one that is missing.
        #expect(event("agenda:\n  - titel: A").shown == ["4:5 missing-key `titel` must be called `title`. | title: A"])
    }

    @Test func `keys that start with x_ are free`() {
        #expect(resource("x_colour: red\nx_list: [a, {b: c}]").shown == [])
        #expect(event("agenda:\n  - title: A\n    x_room: 2").shown == [])
        #expect(settings("title: T\nx_y: z\n").shown == [])
    }

    @Test func `keys that start with x_ are kept for a theme, notes of other forms are not`() throws {
        let yaml =
            "title: A\nx_one: 12\nx_two: [a, {cy: b, en: c}]\nx_three: {en: d, cy: e}\nx_none:\n"
            + "x_note: {about: this}\nx_lists: [[f]]\n"
        let file = SourceFile(path: "resources/a.md", bytes: Array("---\n\(yaml)---\n".utf8))
        let own = try #require(ContentParser.parse(file, .init()).document).own
        #expect(own.keys.sorted() == ["one", "three", "two"])
        func texts(_ name: String, _ language: String) -> [String] {
            own[name]?.texts(in: language, fileLanguage: "en").map { "\($0.text) \($0.language)" } ?? []
        }
        #expect(texts("one", "cy") == ["12 en"])
        #expect(texts("two", "en") == ["a en", "c en"] && texts("two", "cy") == ["a en", "b cy"])
        #expect(texts("three", "cy") == ["e cy"] && texts("three", "fr") == ["d en"])
    }

    @Test func `the file name is the id whatever a key says`() {
        #expect(event("id: a").shown == [])
        #expect(
            event("id: b").shown == [
                "3:5 unknown-key The file's name is its id, so `id: b` is left out; its id is `a`."
            ])
        #expect(community("events:\n  - title: A\n    id: b").shown == [])
    }
}
