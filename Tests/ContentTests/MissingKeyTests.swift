import Testing

/// Keys that are missing, and what to write for them.
@Suite struct MissingKeyTests {
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
        #expect(lines("People who keep bees.\n") == "---\nname: A\nsummary: …\n---")
        #expect(lines("# Bees\n\nHello.\n") == "---\nname: Bees\nsummary: …\n---")
        #expect(
            lines("```yaml\nname: Bees\nsummary: People: with bees.\n```\n")
                == "---\nname: Bees\nsummary: \"People: with bees.\"\n---")
    }

    @Test func `lines that were meant as front matter are one problem that says where they go`() {
        func shown(_ text: String) -> [String] { parse("communities/a.md", text).shown }
        #expect(
            shown("# Bees\n\n---\nname: Bees\nsummary: S.\n---\n\nHello.\n") == [
                "3:1 missing-key The lines with `name` and `summary` are below `# Bees`, so they are not read. | Move "
                    + "lines 3 to 6 to the top; `# Bees` goes below:\n---\nname: Bees\nsummary: S.\n---"
            ])
        #expect(
            shown("```yaml\nname: Bees\nsummary: S.\ntopics:\n  - honey\n```\n\nHello.\n") == [
                "1:1 missing-key The lines with `name` and `summary` are in a block of code, so they are not read. | "
                    + "Write `---` in place of lines 1 and 6:\n---\nname: Bees\nsummary: S.\ntopics:\n  - honey\n---"
            ])
        let bare = shown("Bees\n\nWe meet.\n\nname: Bees\n\nHello.\n")
        #expect(bare.count == 1 && bare[0].hasPrefix("5:1 missing-key The line with `name` is below `Bees`, so it is "))
        #expect(
            bare.first?.contains(
                "Move line 5 to the top, between two lines of `---`; the text above goes below. In place of the dots, "
                    + "write one sentence, at most 200 characters.") == true)
        // A page may show such lines.
        #expect(parse("handbook/a.md", "# A\n\n```yaml\ntitle: B\nsummary: S.\n```\n").shown == [])
    }
}
