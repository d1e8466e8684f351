import Testing

/// Groups of keys, and what is written in their place: a value, a list, braces.
@Suite struct GroupTests {
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

    @Test func `items that are one because each line of it has a hyphen are shown as one`() {
        let found = problem(
            community: "members:\n  - person: Ann\n  - part: steward\n  - agreed: 2026-03-12\n  - person: Jo")
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
        ("join: https://a.example, b@example.gov", "join:\n  - https://a.example\n  - b@example.gov"),
    ])
    func `an item that is no text, and a list without its signs, are shown as they are right`(
        keys: String, lines: String
    ) {
        #expect(problem(community: keys).lines == lines)
        let fixed = lines.hasPrefix(" ") ? "\(keys.prefix { $0 != ":" }):\n\(lines)" : lines
        #expect(community(fixed).shown == [])
    }

    @Test func `a text with a colon in the place of a group gets quotes`() {
        let shown = event("starts: 2026-03-12\nagenda:\n  - 14:10 Talk: bees in town").shown
        #expect(shown.count == 1 && shown[0].hasSuffix("agenda:\n  - title: \"14:10 Talk: bees in town\""))
    }

    @Test func `items that are all texts in the place of groups are one problem that shows them all`() {
        #expect(
            event("starts: 2026-03-12\nagenda:\n  - 14:00 Welcome\n  - 14:10 Talk: bees in town\n  - End").shown == [
                "5:5 wrong-type `14:00 Welcome` is not right here: each item of `agenda` needs lines with a word, a "
                    + "colon and a text. | You can add `minutes` (how long it takes). Write:\nagenda:\n  "
                    + "- title: 14:00 Welcome\n  - title: \"14:10 Talk: bees in town\"\n  - title: End"
            ])
        // Pasted over them, the lines would take away what is right.
        #expect(event("agenda:\n  - Welcome\n  - title: Talk\n  - End").shown.count == 2)
    }

    @Test func `what to write in place of dots is said`() {
        let help = parse(
            "communities/a.md", "---\nname: A\nsummary: S.\nchannels: https://a.example/slack\n---\n"
        ).problems.first?.help?.advice
        #expect(
            help
                == "You can add `name` and `access`. Write this. In place of the dots, write the service, such as "
                + "slack, mailing-list or forum.")
    }

    @Test(arguments: [
        "summary: …", "summary: <one sentence>", "join: [link]", "join: <your link>", "welcome:\n  name: <name>",
    ])
    func `what an example has in place of a text is reported`(keys: String) {
        let text = keys.hasPrefix("summary") ? "name: A\n\(keys)" : "name: A\nsummary: S.\n\(keys)"
        let parsed = parse("communities/a.md", "---\n\(text)\n---\n")
        #expect(parsed.codes == ["placeholder"] && parsed.document != nil)
    }

    @Test(arguments: [
        "summary: A <b>", "summary: <b>", "summary: Wait…", "join:\n  - link", "join: [link, mail]", "topics: [link]",
        "summary: \"<a href=x>\"", "meets: TBC",
    ])
    func `other texts are no placeholders`(keys: String) {
        #expect(!parse("communities/a.md", "---\nname: A\n\(keys)\n---\n").codes.contains("placeholder"))
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
        let found = problem(community: keys)
        #expect(found.code == "wrong-type" && found.lines == lines)
        #expect(community(lines.replacing("…", with: "slack")).shown == [])
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
                "Write:\nrepeats: {every: week}") == true)
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
}
