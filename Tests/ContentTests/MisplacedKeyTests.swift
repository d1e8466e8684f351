import Testing

/// Keys that are too far in or out for their group.
@Suite struct MisplacedKeyTests {
    @Test func `a key that is not as far in as its group is an error that shows its place`() {
        #expect(
            community("charter:\n  purpose: C.\nagreed: 2026-01-15").shown == [
                "6:1 misplaced-key `agreed` belongs to `charter`, but this one is not inside it, so it is left out. | "
                    + "Keep the other lines, and move this line below `purpose`, indented like it:\n"
                    + "  agreed: 2026-01-15"
            ])
        #expect(
            placed(
                community: "members:\n  - person: ann\n    part: steward\nsource: https://a.example\nagreed: 2026-01-15"
            )
                == ["8:1 misplaced-key |     agreed: 2026-01-15"])
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
        let found = problem(community: keys)
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
        ("backlog:\n  - title: How?\nstage: to-discuss", "    stage: to-discuss"),
        ("backlog:\n  - title: How?\n    stage: maturing", "stage: maturing"),
        ("backlog:\n  board: https://a.example\ntopics:\n  - title: How?", "  topics: …"),
    ])
    func `a value that fits only the key of that name in another group is misplaced`(keys: String, lines: String) {
        let found = problem(community: keys)
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
        ("as_of: 2026-01\nmember_count:\n  count: 25\nas_of: 2026-03", "  as_of: 2026-03"),
        ("welcome:\nname: Jo\ncontact: jo@example.gov", "welcome:\n  name: Jo\n  contact: jo@example.gov"),
        ("channels:\n- platform: slack\nname: data", "    name: data"),
        ("events:\n  - title: X\nsummary: Late.", "    summary: Late."),
        ("member_count:\n  count: 25\n  as_of: 2026-01\n  as_of: 2026-03", "as_of: 2026-03"),
        (
            "channels:\n  platform: slack\n  name: a\n  platform: forum\n  name: b",
            "channels:\n  - platform: slack\n    name: a\n  - platform: forum\n    name: b"
        ),
        ("topics: honey\ntopics: [wax, candles]", "topics: [honey, wax, candles]"),
        ("stage: forming\nstage: forming", nil),
    ])
    func `a key that is there twice is shown where it may belong`(keys: String, lines: String?) {
        let found = problem(community: keys)
        #expect(found.code == "duplicate-key" && found.lines == lines, "\(found)")
    }

    @Test func `a key that withholds and is too far in holds its entry back`() {
        let parsed = parse(
            "communities/a.md", "---\nname: A\nsummary: S.\nwelcome:\n  name: Jo\n  draft: true\n---\n")
        #expect(parsed.document == nil && parsed.codes == ["misplaced-key"])
        #expect(
            parsed.problems.first?.message.hasSuffix("Until that is clear, this community is not published.") == true)
    }
}
