import Content
import Diagnostics
import Testing

@Suite struct KeyTests {
    // MARK: Required keys

    @Test(arguments: [
        ("communities/a.md", "scope: team", ["name", "summary"]), ("events/a.md", "kind: meetup", ["title"]),
        ("writeups/a.md", "attendees: 3", ["title", "date"]),
        ("resources/a.md", "kind: guide", ["title"]), ("people/a.md", "roles: [x]", ["name"]),
        ("topics/a.md", "parent: x", ["name"]), ("governments/a.md", "order: 1", ["name"]),
    ])
    func `every missing key is named at once`(path: String, keys: String, missing: [String]) {
        let parsed = parse(path, "---\n\(keys)\n---\n")
        #expect(parsed.document == nil)
        #expect(parsed.codes == missing.map { _ in "missing-key" })
        for key in missing {
            #expect(
                parsed.problems.contains {
                    $0.message.hasPrefix("`\(key)` is missing: every ")
                        && $0.help?.text.hasSuffix("\n\(key): …") == true
                })
        }
    }

    @Test func `a key without a value is missing at its position`() {
        #expect(
            parse("writeups/a.md", "---\ntitle: A\ndate:\n---\n").shown == [
                "3:1 missing-key `date` is missing: every write-up has one. | Add a line with when people met.\ndate: …"
            ])
    }

    @Test func `a required key with a wrong value is reported once and hides no other`() {
        let parsed = parse("writeups/a.md", "---\ndate: soon\n---\n")
        #expect(parsed.document == nil)
        #expect(parsed.codes.sorted() == ["bad-date", "missing-key"])
    }

    @Test func `groups have required keys too`() {
        let read = community(
            "channels:\n  - name: x\n  - platform: forum\nmember_count:\n  as_of: 2026\nconnections:\n  - note: y")
        #expect(read.community.channels?.value.count == 1)
        #expect(read.community.memberCount == nil)
        #expect(
            placed(
                community:
                    "channels:\n  - name: x\n  - platform: forum\nmember_count:\n  as_of: 2026\nconnections:\n  "
                    + "- note: y"
            ) == [
                "5:5 missing-key | platform: …", "8:3 missing-key | count: …", "10:5 missing-key | kind: …",
                "10:5 missing-key | to: …",
            ])
    }

    // MARK: Unknown keys

    @Test func `an unknown key is a warning with the nearest one`() {
        let parsed = parse("resources/a.md", "---\ntitle: A\nsumary: B\n---\n")
        #expect(parsed.document != nil)
        #expect(parsed.problems.map(\.severity) == [.warning])
        #expect(
            parsed.shown == [
                "3:1 unknown-key `sumary` is not a key of this kind of entry, so it is left out. Did you mean "
                    + "`summary`?"
            ])
    }

    @Test func `the message about a key of another program offers the one that is meant`() {
        #expect(event("date: 2026-03-12").shown.first?.hasSuffix("Did you mean `starts`?") == true)
        #expect(resource("license: x").shown.first?.hasSuffix("Did you mean `licence`?") == true)
        #expect(resource("tags: x").shown.first?.hasSuffix("Did you mean `topics`?") == true)
        #expect(
            parse("communities/a.md", "---\nname: A\ndescription: B\nsummary: C\n---\n").shown.first?.hasSuffix(
                "Did you mean `summary`?") == true)
    }

    @Test func `a key in capitals is reported, and read`() {
        let parsed = parse("communities/a.md", "---\nName: A\nSUMMARY: S.\n---\n")
        #expect(
            parsed.shown == [
                "2:1 unknown-key `Name` is read as `name`: keys are in small letters. | name: …",
                "3:1 unknown-key `SUMMARY` is read as `summary`: keys are in small letters. | summary: …",
            ])
        #expect(parsed.common.title?.value.original == "A")
    }

    @Test func `an empty file gets one message that says how to begin`() {
        for text in ["", " \n\n"] {
            #expect(
                parse("communities/a.md", text).shown == [
                    "1:1 missing-key This file is empty. | A community begins with lines such as these:\n---\nname: "
                        + "…\nsummary: …\n---"
                ])
        }
        #expect(parse("about.md", "").codes == ["no-title"])
    }

    @Test func `a value where keys are also needed is reported with both lines`() {
        let shown = parse(
            "communities/a.md", "---\nname: A\nsummary: S.\nwelcome: Jo\n  contact: jo@example.gov\n---\n"
        ).shown
        #expect(shown.count == 1 && shown[0].hasSuffix("\nwelcome:\n  …: Jo\n  contact: jo@example.gov"))
        #expect(
            parse("communities/a.md", "---\nname:A\nsummary:S.\n---\n").placed == [
                "2:1 wrong-type | name: A\nsummary: S. → name: A\nsummary: S."
            ])
        #expect(
            parse("communities/a.md", "---\nname: A\nsummary: S.\nmember_count: 120\n---\n").problems.first?.help?.text
                .hasSuffix(":\nmember_count:\n  count: 120") == true)
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

    @Test func `unknown keys of groups are found too`() {
        #expect(
            event("agenda:\n  - titel: A\n    title: B").shown == [
                "4:5 unknown-key `titel` is not a key of an item of `agenda`, so it is left out. Did you mean `title`?"
            ])
    }

    @Test func `a comma or colon in braces is explained`() {
        let read = community("member_count: {count: 1,997}")
        #expect(read.community.memberCount?.value.count?.value == 1)
        #expect(
            read.shown == [
                "4:25 yaml-braces A comma or colon inside `{…}` starts a new key, so `997` is read as one. | If this "
                    + "is the end of a number, write the number without a comma."
            ])
    }

    @Test func `in braces, what to write is shown in braces`() {
        #expect(
            placed(community: "member_count: {as_of: 2026}") == ["4:15 missing-key | {count: …, as_of: 2026}"])
        #expect(
            event("starts: 2026-03-12\nrepeats: {every: first tuesday}").shown.first?.hasSuffix(
                "| every: month, day: first tuesday") == true)
        #expect(
            community("events: [{title: A, starts: 2026-03-12, repeats: weekly}]").shown.first?.hasSuffix(
                "Begin like this:\nrepeats: {every: week}") == true)
    }

    @Test func `values in braces without keys, or without a space after them, are explained`() {
        #expect(
            community("welcome: {Jo, jo@example.gov}").shown == [
                "4:11 yaml-braces These values have no keys before them. | Its keys are `name`, `title`, `contact`. "
                    + "Write each value after its key, a colon and a space:\n{name: Jo, …: jo@example.gov}"
            ])
        #expect(
            community("wants: {speakers, rooms}").shown == [
                "4:8 wrong-type These values are in braces `{…}`, and a list is in brackets `[…]`. | "
                    + "Write:\n[speakers, rooms]"
            ])
        #expect(
            community("welcome: {name:Jo}").shown == [
                "4:11 yaml-missing-space There is no space after `name:`. | name: Jo"
            ])
        #expect(
            community("welcome: {name = Jo}").shown == [
                "4:11 yaml-missing-space After a key comes a colon and a space, not `=`. | name: Jo"
            ])
    }

    // MARK: Groups

    /// What is shown in the place of a value that is no group, pasted over it, is right.
    @Test(arguments: [
        ("member_count", "many", "member_count:\n  count: 25\n  as_of: 2026-03"),
        ("member_count", "120", "member_count:\n  count: 120"),
        ("connections", "Other people", "connections:\n  - to: Other people\n    kind: partner"),
        ("channels", "slack", "channels:\n  - platform: slack"), ("welcome", "Jo", "welcome:\n  name: Jo"),
        ("charter", "yes", nil), ("members", "Jo", nil), ("events", "Coffee", nil), ("writeups", "One", nil),
        ("resources", "Guide", nil), ("backlog", "Much", nil), ("channels", "[slack]", nil), ("members", "{a: b}", nil),
    ])
    func `a value in the place of a group gets a group that is right as it is`(
        key: String, value: String, expected: String?
    ) {
        let problem = parse("communities/a.md", "---\nname: A\nsummary: S.\n\(key): \(value)\n---\n").problems.first
        guard let lines = problem?.help?.paste else { return #expect(value == "{a: b}") }
        #expect(expected == nil || lines == expected)
        #expect(parse("communities/a.md", "---\nname: A\nsummary: S.\n\(lines)\n---\n").shown == [])
    }

    @Test func `a line with a hyphen below a value is not taken for a part of it`() {
        #expect(
            community("wants: Speakers\n  - A room").shown == [
                "4:8 wrong-type `wants` has a value on its own line, so the line with a hyphen below is read as part "
                    + "of it. | Start each item on a line of its own:\nwants:\n  - Speakers\n  - A room"
            ])
        #expect(
            community("topics:\n  - agile\n    - lean").shown == [
                "5:5 wrong-type The line below this item starts with a hyphen further to the right, so it is read as "
                    + "part of this one. | Start all items in the same column:\n  - agile\n  - lean"
            ])
        #expect(community("meets: Tuesday - Thursday\nwants:\n  - One - two\n    three").shown == [])
    }

    // MARK: Misplaced keys

    @Test func `a key that is not as far in as its group is an error that shows its place`() {
        #expect(
            community("charter:\n  purpose: C.\nagreed: 2026-01-15").shown == [
                "6:1 misplaced-key `agreed` is a key of `charter`, but this one is not inside it, so it is left out. | "
                    + "Start it further to the right, in the same column as the other keys of `charter`:\ncharter:\n  "
                    + "agreed: 2026-01-15"
            ])
        #expect(
            placed(
                community: "members:\n  - person: ann\n    part: steward\nsource: https://a.example\nagreed: 2026-01-15"
            )
                == ["8:1 misplaced-key | members:\n  - …\n    agreed: 2026-01-15"])
        #expect(
            placed(event: "starts: 2026-03-12\nrepeats:\nevery: week") == [
                "5:1 misplaced-key | repeats:\n  every: week"
            ])
        for keys in [
            "members:\n  - person: ann\n    skills:\n    sewing: 3", "welcome: {name: Jo}\ncontact: jo@example.gov",
        ] {
            #expect(community(keys).shown.first?.contains("misplaced-key") == true, "\(keys)")
        }
    }

    @Test func `a key that is further in than its group is an error that says where it belongs`() {
        #expect(
            community("welcome:\n  name: Jo\n  meets: Every week").shown == [
                "6:3 misplaced-key `meets` is a key of the community, but this one is inside `welcome`, so it is left "
                    + "out. | Start the line further to the left, in the same column as `welcome`:\nmeets: Every week"
            ])
        #expect(
            placed(community: "members:\n  - person: ann\n    skills:\n      sewing: 3\n      time: 4") == [
                "8:7 misplaced-key | time: 4"
            ])
        let braces = community("welcome: {name: Jo, meets: Every week}").shown
        #expect(braces.count == 1 && braces[0].hasPrefix("4:21 misplaced-key "))
        #expect(braces[0].hasSuffix("| Move it out of the braces of `welcome`, to the other keys of the community."))
    }

    /// The one problem of a community, and the lines that it shows.
    private func problem(_ keys: String) -> (code: String?, message: String?, lines: String?) {
        let problems = parse("communities/a.md", "---\nname: A\nsummary: S.\n\(keys)\n---\n").problems
        #expect(problems.count == 1, "\(keys): \(problems)")
        return (problems.first?.code, problems.first?.message, problems.first?.help?.paste)
    }

    @Test(arguments: [
        ("member_count:\ncount: 25\nas_of: 2026-03", "member_count:\n  count: 25\n  as_of: 2026-03"),
        (
            "channels:\nplatform: slack\nurl: https://a.example",
            "channels:\n  - platform: slack\n    url: https://a.example"
        ),
    ])
    func `keys below an empty group belong to it together, also one that is known beside it`(
        keys: String, lines: String
    ) {
        let found = problem(keys)
        #expect(found.code == "misplaced-key" && found.lines == lines)
        #expect(community(lines).shown == [])
        // Alone, `as_of` may be about the whole entry.
        #expect(community("member_count:\nas_of: 2026-03").shown == [])
    }

    @Test func `several keys below an empty group are one problem`() {
        #expect(
            event("starts: 2026-03-12\nrepeats:\nevery: week\nday: thursday").shown == [
                "5:1 misplaced-key `every` and `day` are keys of `repeats`, but these are not inside it, so they are "
                    + "left out. | What belongs to `repeats` starts further to the right:\nrepeats:\n  every: week\n  "
                    + "day: thursday"
            ])
    }

    @Test(arguments: [
        ("backlog:\n  - title: How?\nstage: to-discuss", "backlog:\n  - …\n    stage: to-discuss"),
        ("backlog:\n  - title: How?\n    stage: maturing", "stage: maturing"),
        ("backlog:\n  board: https://a.example\ntopics:\n  - title: How?", "backlog:\n  topics: …"),
    ])
    func `a value that fits only the key of that name in another group is misplaced`(keys: String, lines: String) {
        let found = problem(keys)
        #expect(found.code == "misplaced-key" && found.lines == lines)
    }

    @Test func `a value that fits its key is right where it is`() {
        let keys = "stage: maturing\ntopics: [how]\nbacklog:\n  topics:\n    - title: How?\n      stage: to-discuss"
        #expect(community(keys).shown == [])
        // With a stage in both places, neither is misplaced.
        #expect(
            community("stage: to-discuss\nbacklog:\n  - title: How?\n    stage: done").shown.first?.contains(
                "unknown-value") == true)
    }

    @Test(arguments: [
        ("as_of: 2026-01\nmember_count:\n  count: 25\nas_of: 2026-03", "member_count:\n  as_of: 2026-03"),
        ("welcome:\nname: Jo\ncontact: jo@example.gov", "welcome:\n  name: Jo\n  contact: jo@example.gov"),
        ("channels:\n- platform: slack\nname: data", "channels:\n  - …\n    name: data"),
        ("events:\n  - title: X\nsummary: Late.", "events:\n  - …\n    summary: Late."),
        ("member_count:\n  count: 25\n  as_of: 2026-01\n  as_of: 2026-03", "as_of: 2026-03"),
        (
            "channels:\n  platform: slack\n  name: a\n  platform: forum\n  name: b",
            "channels:\n  - platform: slack\n    name: a\n  - platform: forum\n    name: b"
        ),
        ("topics: honey\ntopics: [wax, candles]", "topics: [honey, wax, candles]"),
        ("stage: forming\nstage: forming", nil),
    ])
    func `a key that is there twice is shown where it may belong`(keys: String, lines: String?) {
        let found = problem(keys)
        #expect(found.code == "duplicate-key" && found.lines == lines, "\(found)")
    }

    @Test func `a required key that is missing may be the one in a group`() {
        let shown = parse(
            "communities/a.md", "---\nname: A\ncharter:\n  purpose: P.\n  summary: We meet.\n---\n"
        ).shown
        #expect(shown.count == 1 && shown[0].hasSuffix("same column as `charter`:\nsummary: We meet."))
        let event = parse("events/a.md", "---\nstarts: 2026-03-12\nagenda:\n  - title: B\n---\n")
        #expect(event.problems.first?.help?.paste == "title: …")
    }

    @Test func `a required key that is missing where there is no front matter comes with its first lines`() {
        func lines(_ text: String) -> String? { parse("communities/a.md", text).problems.first?.help?.paste }
        #expect(lines("People who keep bees.\n") == "---\nname: a\nsummary: …\n---")
        #expect(lines("# Bees\n\nHello.\n") == "---\nname: Bees\nsummary: …\n---")
        #expect(
            lines("```yaml\nname: Bees\nsummary: People: with bees.\n```\n")
                == "---\nname: Bees\nsummary: \"People: with bees.\"\n---")
    }

    @Test func `items that are one because each line of it has a hyphen are shown as one`() {
        let found = problem("members:\n  - person: Ann\n  - part: steward\n  - agreed: 2026-03-12\n  - person: Jo")
        #expect(found.code == "missing-key")
        #expect(found.message == "`part` has a hyphen of its own, so it starts another member.")
        #expect(found.lines == "members:\n  - person: Ann\n    part: steward\n    agreed: 2026-03-12")
        #expect(community("members:\n  - person: Ann\n    part: steward\n  - person: Jo").shown == [])
    }

    @Test(arguments: [
        ("wants:\n  - Speakers: for our meetup", "  - \"Speakers: for our meetup\""),
        ("join:\n  - email: a@example.gov", "  - a@example.gov"), ("topics:\n  - name: Open data", "  - open-data"),
        ("topics: [honey; wax]", "topics: [honey, wax]"),
        ("topics: honey, wax and candles", "topics: [honey, wax, candles]"),
        ("join: https://a.example, b@example.gov", "  - https://a.example\n  - b@example.gov"),
    ])
    func `an item that is no text, and a list without its signs, are shown as they are right`(
        keys: String, lines: String
    ) {
        #expect(problem(keys).lines == lines)
        let fixed = lines.hasPrefix(" ") ? "\(keys.prefix { $0 != ":" }):\n\(lines)" : lines
        #expect(community(fixed).shown == [])
    }

    @Test func `a text with a colon in the place of a group gets quotes`() {
        let shown = event("starts: 2026-03-12\nagenda:\n  - 14:10 Talk: bees in town").shown
        #expect(shown.count == 1 && shown[0].hasSuffix("agenda:\n  - title: \"14:10 Talk: bees in town\""))
    }

    @Test(arguments: [
        ("welcome: Jo, jo@example.gov", "welcome:\n  name: Jo\n  contact: jo@example.gov"),
        ("member_count: about 25 people", "member_count:\n  count: 25"),
        ("member_count: 25 (March 2026)", "member_count:\n  count: 25\n  as_of: 2026-03"),
        ("connections: Other people (partner)", "connections:\n  - to: Other people\n    kind: partner"),
        ("channels: https://a.example/slack", "channels:\n  - platform: …\n    url: https://a.example/slack"),
        (
            "members:\n  - Ann, steward, agreed 12 March 2026",
            "members:\n  - person: Ann\n    part: steward\n    agreed: 2026-03-12"
        ),
        ("members: Ann, Jo", "members:\n  - person: Ann\n  - person: Jo"),
        ("backlog: How, and why?", "backlog:\n  - title: How, and why?"),
    ])
    func `the parts of a group on one line are shown with their keys`(keys: String, lines: String) {
        let found = problem(keys)
        #expect(found.code == "wrong-type" && found.lines == lines)
        #expect(community(lines).shown == [])
    }

    @Test(arguments: [
        ("Zusammenfassung", "Leute.", "summary"), ("résumé", "Des gens.", "summary"), ("Themen", "[honig]", "topics"),
        ("Behörde", "X", "organisation"),
    ])
    func `a key in another language is answered with the English one`(key: String, value: String, english: String) {
        let text = "---\nname: A\n\(english == "summary" ? "" : "summary: S.\n")\(key): \(value)\n---\n"
        let problems = parse("communities/a.md", text).problems.filter { $0.code == "unknown-key" }
        #expect(problems.count == 1)
        #expect(problems.first?.message.hasSuffix("Did you mean `\(english)`?") == true)
        let fixed = Array(text.utf8).making(problems.compactMap(\.help?.replacement))
        #expect(parse("communities/a.md", bytes: fixed).shown == [])
    }

    @Test func `a key that withholds and is too far in holds its entry back`() {
        let parsed = parse(
            "communities/a.md", "---\nname: A\nsummary: S.\nwelcome:\n  name: Jo\n  draft: true\n---\n")
        #expect(parsed.document == nil && parsed.codes == ["misplaced-key"])
        #expect(
            parsed.problems.first?.message.hasSuffix("Until that is clear, this community is not published.") == true)
    }

    @Test func `a key of a group that the file does not have stays a warning, and the group is named`() {
        #expect(
            community("agreed: 2026-01-15").shown == [
                "4:1 unknown-key `agreed` is not a key of this kind of entry, so it is left out. It is a key of "
                    + "`charter`, or of an item of `members`. | Write it below the one that it is about, further to "
                    + "the right, such as\ncharter:\n  agreed: 2026-01-15"
            ])
        // What a key means elsewhere does not count where it has a meaning here, or is there already.
        #expect(community("members:\n  - name: ann").shown.last?.contains("Did you mean `person`?") == true)
        #expect(
            community("source: https://a.example\nchannels:\n  - platform: x\n    source: y").shown.first?.contains(
                "unknown-key") == true)
    }

    // MARK: Where entries come from

    @Test func `the file name is the id whatever a key says`() {
        #expect(event("id: a").shown == [])
        #expect(
            event("id: b").shown == [
                "3:5 unknown-key The file's name is its id, so `id: b` is left out; its id is `a`."
            ])
        #expect(community("events:\n  - title: A\n    id: b").shown == [])
    }

    @Test func `the items of an embedded list may be written without their group`() {
        let read = community("members:\n  - person: ann\nbacklog:\n  - title: How?")
        #expect(read.shown == [])
        #expect(read.community.members?.value.members?.value.first?.value.person?.value == .id("ann"))
        #expect(read.community.backlog?.value.topics?.value.first?.value.title?.value.original == "How?")
        let grouped = community("members:\n  members: [{person: ann}]\n  counts: {core: 2}\nbacklog:\n  publish: false")
        #expect(grouped.shown == [])
        #expect(grouped.community.members?.value.counts?.value.first?.value.core?.value == 2)
        #expect(grouped.community.backlog?.value.publish?.value == false)
    }

    @Test func `keys are unique in every table`() {
        func check<R: Record>(_ type: R.Type) {
            let keys = R.fields.map(\.key)
            #expect(Set(keys).count == keys.count, "\(R.recordName)")
            for key in keys { #expect(key.allSatisfy { $0.isLowercase || $0 == "_" }, "\(key)") }
            for field in R.fields {
                #expect(field.summary.hasSuffix(".") && !field.summary.contains("\n"), "\(field.key)")
            }
        }
        check(Community.self)
        check(Charter.self)
        check(Members.self)
        check(Backlog.self)
        check(Event.self)
        check(Writeup.self)
        check(Resource.self)
        check(Person.self)
        check(Term.self)
        check(Page.self)
        check(Settings.self)
        check(Member.self)
        check(Repetition.self)
        check(Channel.self)
        check(Connection.self)
        check(Welcome.self)
        check(Action.self)
        check(MembershipQuestions.self)
    }
}

@Suite struct TranslationTests {
    private func merged(_ path: String, _ original: String, _ translation: String) throws -> (
        entry: Entry, shown: [String]
    ) {
        let first = parse(path, original, languages: ["en", "cy"])
        let second = parse(String(path.dropLast(3)) + ".cy.md", translation, languages: ["en", "cy"])
        var entry = try #require(first.document).entry
        if let other = second.document?.entry { entry.merge(other, language: "cy") }
        return (entry, first.shown + second.shown)
    }

    @Test func `the texts of a translation join the original`() throws {
        let (entry, shown) = try merged(
            "communities/a/charter.md",
            "---\ntitle: Charter\nagreed: 2026-01-15\npurpose: Why\nvalues: [Respect, Openness]\nfor_you_if:\n  "
                + "share: You manage\n---\n",
            "---\ntitle: Siarter\npurpose: Pam\nvalues: [Parch]\nfor_you_if:\n  share: Rydych\n---\n")
        guard case .charter(let charter) = entry else { return #expect(Bool(false)) }
        #expect(shown == [])
        #expect(charter.common.title?.value == LocalizedText("Charter", translations: ["cy": "Siarter"]))
        #expect(charter.purpose?.value == LocalizedText("Why", translations: ["cy": "Pam"]))
        #expect(charter.values?.value.texts(in: "cy", fileLanguage: "en").map(\.text) == ["Parch"])
        #expect(charter.values?.value.texts(in: "fr", fileLanguage: "en").map(\.text) == ["Respect", "Openness"])
        #expect(charter.forYouIf?.value.share?.value == LocalizedText("You manage", translations: ["cy": "Rydych"]))
        #expect(charter.agreed?.value.isoDate == "2026-01-15")
    }

    @Test func `a text that only the translation has says its language`() throws {
        let (entry, _) = try merged(
            "communities/a/charter.md", "---\ntitle: Charter\n---\n",
            "---\npurpose: Pam\nvalues: [Parch]\nfor_you_if:\n  share: Rydych\n---\n")
        guard case .charter(let charter) = entry else { return #expect(Bool(false)) }
        #expect(try #require(charter.purpose).value.text(in: "en", fileLanguage: "en") == ("Pam", "cy"))
        #expect(try #require(charter.purpose).value.text(in: "cy", fileLanguage: "en") == ("Pam", "cy"))
        #expect(charter.values?.value.texts(in: "en", fileLanguage: "en").map(\.language) == ["cy"])
        #expect(
            try #require(charter.forYouIf?.value.share).value.text(in: "en", fileLanguage: "en") == ("Rydych", "cy"))
    }

    @Test func `a fact in a translation is an error`() {
        let parsed = parse(
            "events/a.cy.md", "---\ntitle: A\nstarts: 2026-03-12\nplace: Caerdydd\ndraft: true\n---\n",
            languages: ["en", "cy"])
        #expect(
            parsed.shown == [
                "3:1 fact-in-translation `starts` is a fact; facts are written once, in the original. | A translation "
                    + "holds title, summary, other texts and the body. Remove this line."
            ])
        #expect(parsed.document?.entry.common.draft?.value == true)
        guard case .event(let event)? = parsed.document?.entry else { return #expect(Bool(false)) }
        #expect(event.starts == nil)
        #expect(event.place?.value.original == "Caerdydd")
    }

    @Test func `a translation needs no required keys`() {
        #expect(parse("writeups/a.cy.md", "Testun.\n", languages: ["en", "cy"]).shown == [])
        #expect(parse("communities/a.cy.md", "---\nsummary: Crynodeb.\n---\n", languages: ["en", "cy"]).shown == [])
    }

    @Test func `the first heading of a translation is its title`() throws {
        let (entry, shown) = try merged("about.md", "# About\n", "# Amdanom\n")
        #expect(shown == [])
        #expect(entry.common.title?.value == LocalizedText("About", translations: ["cy": "Amdanom"]))
        let (same, _) = try merged("about.md", "# About\n", "Testun yn unig.\n")
        #expect(same.common.title?.value == LocalizedText("About"))
    }

    @Test func `entries of different kinds are not mixed`() throws {
        var page = try #require(parse("about.md", "# A\n").document).entry
        page.merge(try #require(parse("events/a.md", "# B\n").document).entry, language: "cy")
        #expect(page.common.title?.value == LocalizedText("A"))
    }
}
