import Testing
import YAML

/// Tabs, missing spaces, and lines that do not fit where they are.
@Suite struct IndentTests {
    @Test(arguments: [
        Case("title: A\ntopics:\n\t- agile", "3:1", "\t", "yaml-tab", "  - agile"),
        Case("topics:\n  \t- agile", "2:3", "\t", "yaml-tab", "    - agile"),
        Case("\ttitle: A", "1:1", "\t", "yaml-tab", "  title: A"),
        Case("title: Lean Coffee: how to", "1:19", ":", "yaml-colon", "title: \"Lean Coffee: how to\""),
        Case("title: Caffi é:", "1:15", ":", "yaml-colon", "title: \"Caffi é:\""),
        Case("a:\n  - title: Say \"no\": how", "2:20", ":", "yaml-colon", "  - title: 'Say \"no\": how'"),
        Case(
            "summary: People:\nin towns\nand roofs.\nkind: x", "1:16", ":", "yaml-colon",
            "summary: \"People: in towns and roofs.\""),
        Case(
            "a:\n  - person: Bob, agreed: 2026-03-12", "2:24", ":", "yaml-colon",
            "  - person: Bob\n    agreed: 2026-03-12"),
        Case("x: {a: b: c}", "1:9", ":", "yaml-colon"),
        Case("x: {name: Jo; contact: jo@a.example}", "1:22", ":", "yaml-colon"),
        Case("x: {values: - Calm - Open}", "1:13", "- Calm - Open", "yaml-syntax", "[Calm, Open]"),
        Case("x: {name: @jo}", "1:11", "@jo", "yaml-syntax"),
    ])
    func `tabs and colons are explained`(example: Case) { #expect(placed(example.yaml) == [example.placed]) }

    @Test func `all lines with tabs are reported at once, one problem for each run of them`() {
        let text =
            "title: A\nlinks:\n\t- url: b\n\t  title: C\n\t- url: d\nkind: x\ntopics:\n-\tagile\n-\tlean\n\t\n"
            + "text: |\n  a\n  \tb\n"
        #expect(
            placed(text) == [
                "3:1 [\t] yaml-tab |   - url: b\n    title: C\n  - url: d", "8:2 [\t] yaml-tab | - agile\n- lean",
                "10:1 [\t] yaml-tab",
            ])
        let messages = seen(text).map(\.message)
        #expect(
            messages.first?.contains(" 3 lines ") == true && messages.dropFirst().first?.contains(" 2 lines ") == true)
    }

    /// Editors show a tab as wide as two, four or eight spaces: which of them was meant, other lines say.
    @Test(arguments: [
        ("a:\n\tb:\n\t\tc: d", "  b:\n    c: d"), ("a:\n    - b: c\n\t  d: e", "      d: e"),
        ("a:\n        b: c\n\td: e", "        d: e"), ("a:\n  b: c\n  d:\n\te: f", nil), ("a:\n\tb: c: d", "  b: c: d"),
        ("\tname: A\nsummary: S", nil), ("name: A\n\tsummary: S", nil), ("a:\n\tb: 1\n  \tc: d", nil),
    ])
    func `a tab is as wide as the lines around it need`(yaml: String, fixed: String?) throws {
        let bytes = Array(yaml.utf8)
        let found = YAMLParser.parse(bytes, in: 0..<bytes.count, path: "a.md").problems
        #expect(found.map(\.code) == ["yaml-tab"])
        #expect(found[0].help?.paste == fixed)
        #expect((found[0].help?.replacement == nil) == (fixed == nil))
    }

    @Test(arguments: [
        Case("title:A\nkind: guide", "1:6", ":", "yaml-missing-space", "title: A"),
        Case("title: A\nkind:guide", "2:5", ":", "yaml-missing-space", "kind: guide"),
        Case("a: A\nb:guide\nc: x", "2:2", ":", "yaml-missing-space", "b: guide"),
        Case("a:\n  - title:x\n    minutes: 2", "2:10", ":", "yaml-missing-space", "  - title: x"),
        Case("topics:\n- a\n-b", "3:1", "-", "yaml-missing-space", "- b"),
    ])
    func `missing spaces are explained`(example: Case) { #expect(placed(example.yaml) == [example.placed]) }

    @Test(arguments: [
        Case("title: A\nkind guide", "2:1", "kind guide", "yaml-syntax"),
        Case("title: A\nagreed 2026-03-12", "2:1", "agreed 2026-03-12", "yaml-syntax", "agreed: 2026-03-12"),
        Case(
            "meets: Tuesdays\n  Room 5\n  Note: bring a cup", "3:3", "Note:", "yaml-syntax",
            "meets: \"Tuesdays Room 5 Note: bring a cup\""),
        Case("name: Bees\n  summary: S.", "2:3", "summary: S.", "yaml-syntax", "summary: S."),
        Case(
            "name: Bees\n  summary: S.\n  topics:\n    - a", "2:3", "summary: S.", "yaml-syntax",
            "summary: S.\ntopics:\n  - a"),
        Case(
            "members:\nagreed: 2026-03-12\n  - person: Ann", "3:3", "- person: Ann", "yaml-syntax",
            "members:\n  - person: Ann\nagreed: 2026-03-12"),
        Case("**name:** Bees\n**summary**: S.", "1:1", "**name:** Bees", "yaml-syntax", "name: Bees\nsummary: S."),
        Case("title A\nkind: guide", "1:1", "title A", "yaml-syntax"),
        Case("title: A\nsummary: one\ntwo three\nkind: guide", "3:1", "two three", "yaml-syntax"),
        Case("title: A\u{2028}B\nkind: x", "1:10", "B", "yaml-syntax"),
        Case("title: A\n kind: guide", "2:2", "kind: guide", "yaml-syntax", "kind: guide"),
        Case("  title: A\nkind: guide", "2:1", "kind: guide", "yaml-syntax"),
        Case("topics:\n  - a\n  b: c", "3:3", "b: c", "yaml-syntax", "    b: c"),
        Case(": x", "1:1", ": x", "yaml-syntax"),
        Case("title: A\n...\nkind: x", "2:1", "...", "yaml-syntax"),
        Case("title: A\n---\nkind: x", "2:1", "---", "yaml-syntax"),
        Case("%YAML 1.2\ntitle: A", "1:1", "%YAML 1.2", "yaml-syntax"),
    ])
    func `lines that do not fit are reported`(example: Case) { #expect(placed(example.yaml) == [example.placed]) }

    @Test(arguments: [
        ("title: A: b\nkind: x\nplace: C: d", ["1:9 [:] yaml-colon", "3:9 [:] yaml-colon"]),
        (
            "a:\n  - person: Jo, part: x\n    b: c\n  - person: Bob, part: y\nname:B",
            ["2:21 [:] yaml-colon", "4:22 [:] yaml-colon"]
        ),
        ("m:\n  - a: b, c: d\n  - a: e, c: f", ["2:12 [:] yaml-colon", "3:12 [:] yaml-colon"]),
        ("join: @me\ntitle: *b\nx: y", ["1:7 [@me] yaml-syntax", "2:8 [*b] yaml-not-used"]),
        ("title: \"A\nkind: x\nname:B\nsummary: C #3", ["1:8 [\"A] yaml-syntax", "3:5 [:] yaml-missing-space"]),
        ("title: A: b\n  kind: x", ["1:9 [:] yaml-colon"]),
    ])
    func `mistakes in several lines are reported at once`(yaml: String, found: [String]) {
        let bytes = Array(yaml.utf8)
        let reading = YAMLParser.reading(bytes, in: 0..<bytes.count, path: "a.md")
        #expect(reading.root == nil)
        let marks = placed(yaml).map { $0.split(separator: " | ").first.map(String.init) ?? "" }
        #expect(Array(marks.prefix(2)) == found)
        // A fix of what is found later is left to the next round, unless it only adds a space.
        let others = reading.problems.dropFirst().filter { $0.code != "yaml-missing-space" }
        #expect(others.allSatisfy { $0.help?.replacement == nil })
    }

    @Test func `what can be read besides a mistake is kept`() throws {
        let bytes = Array("title: A: b\nkind: x\n".utf8)
        let rest = try #require(YAMLParser.reading(bytes, in: 0..<bytes.count, path: "a.md").rest)
        guard case .mapping(let pairs, _) = rest.root.value else { return #expect(Bool(false)) }
        #expect(pairs.map(\.key) == ["title", "kind"] && pairs[0].value.isEmpty)
        #expect(rest.leftOut.map { String(decoding: bytes[$0], as: UTF8.self) } == ["title: A: b"])
    }

    @Test func `a line that replaces several names them`() throws {
        let help = try trap("kind: x\nsummary: People:\nin towns\nand roofs.", before: "---\n").help
        #expect(help == "Paste this line in place of lines 3 to 5:\nsummary: \"People: in towns and roofs.\"")
        let text = try trap("meets: Tuesdays\n  Room 5\n  Note: bring a cup", before: "---\n").help
        #expect(text?.hasPrefix("If it is part of the text, paste this line in place of lines 2 to 4:") == true)
    }

    @Test func `Windows line ends are not part of a marked range`() throws {
        #expect(placed("title: A: b\r\nkind: x\r\n").map { $0.hasSuffix(" | title: \"A: b\"") } == [true])
        #expect(try trap("a: b\r\ntitle: Coffee #3\r\n").marked == "#3")
        #expect(try trap("a: 'b\r\nc: d\r\n").marked == "'b")
    }
}
