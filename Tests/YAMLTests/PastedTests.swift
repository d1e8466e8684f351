import Diagnostics
import Testing
import YAML

/// What word processors, spreadsheets and e-mail leave in front matter. The whole texts are in `TrapTests`.
@Suite struct PastedTests {
    // MARK: Quotes

    @Test(arguments: [
        Case(
            "title: “Lean Coffee: how to”", "1:8", "“Lean Coffee: how to”", "yaml-pasted",
            "title: \"Lean Coffee: how to\""),
        Case(
            "topics:\n  - “Lean Coffee: how to”", "2:5", "“Lean Coffee: how to”", "yaml-pasted",
            "  - \"Lean Coffee: how to\""),
        Case("title: „Kaffee #3“\nkind: x", "1:8", "„Kaffee #3“", "yaml-pasted", "title: \"Kaffee #3\""),
        Case("title: “Lean: how\"", "1:8", "“Lean: how\"", "yaml-pasted", "title: \"Lean: how\""),
        Case(
            "topics: [“agile”, “lean, coffee”]", "1:9", "[“agile”, “lean, coffee”]", "yaml-pasted",
            "topics: [\"agile\", \"lean, coffee\"]"),
        Case("x: {a: “b”, c: “d: e”}", "1:4", "{a: “b”, c: “d: e”}", "yaml-pasted", "x: {a: \"b\", c: \"d: e\"}"),
        Case("title: “Say \"no\": how”", "1:8", "“Say \"no\": how”", "yaml-pasted", "title: 'Say \"no\": how'"),
        Case("“title”: A\n“kind”: x", "1:1", "“title”", "yaml-pasted", "title: A\nkind: x"),
        Case("title: \"Handbook”\nsummary: \"All of it\"", "1:8", "\"Handbook”", "yaml-pasted", "title: \"Handbook\""),
        Case("title: 'Handbook’", "1:8", "'Handbook’", "yaml-pasted", "title: \"Handbook\""),
    ])
    func `quotes that hold nothing are replaced`(example: Case) {
        #expect(placed(example.yaml) == [example.placed])
    }

    @Test(arguments: [
        ("title: “Handbook”", "“", "”", "title: \"Handbook\""), ("title: „Handbuch“", "„", "“", "title: \"Handbuch\""),
        ("title: ”Handbok”", "”", "”", "title: \"Handbok\""),
        ("title: «\u{A0}Le guide\u{A0}»", "«", "»", "title: \"Le guide\""),
        ("title: »Håndbog«", "»", "«", "title: \"Håndbog\""), ("title: ‘It’s fine’", "‘", "’", "title: \"It’s fine\""),
        ("title: “Say ‘no’” # why", "“", "”", "title: \"Say ‘no’\" # why"),
        ("topics: [“agile”, \"b, “c”\", “lean coffee” ]", "“", "”", "topics: [\"agile\", \"b, “c”\", \"lean coffee\"]"),
        ("x: {a: “b”, c: “d e”}", "“", "”", "x: {a: \"b\", c: \"d e\"}"),
        ("- “agile”\n- “lean”", "“", "”", "- \"agile\"\n- \"lean\""),
    ])
    func `quotes that would be published are noticed`(yaml: String, opening: String, closing: String, fixed: String)
        throws
    {
        let found = try trap(yaml)
        #expect(found.code == "curly-quotes" && found.message.contains("\(opening) and \(closing)"))
        #expect(found.help?.hasSuffix(":\n" + fixed) == true, "\(found)")
    }

    @Test func `a quote of each kind is noticed`() {
        #expect(placed("title: “Handbook\"") == ["1:8 [“Handbook\"] curly-quotes | title: \"Handbook\""])
    }

    // MARK: Spaces

    @Test(arguments: [
        Case(
            "topics:\n\u{A0}\u{A0}- agile\n\u{A0}\u{A0}- lean\nkind: x", "2:1", "\u{A0}", "yaml-pasted",
            "  - agile\n  - lean"),
        Case("m:\n \u{202F}a: b\nkind: x", "2:2", "\u{202F}", "yaml-pasted", "  a: b"),
        Case("m:\n\u{3000}a: b", "2:1", "\u{3000}", "yaml-pasted", "  a: b"),
        Case("topics:\n  -\u{A0}agile\n  -\u{A0}\u{A0}lean", "2:4", "\u{A0}", "yaml-pasted", "  - agile\n  - lean"),
        Case("a:\n  - \u{A0}b: c", "2:5", "\u{A0}", "yaml-pasted", "  - b: c"),
        Case("summary: One\n\u{A0}\u{A0}two", "2:1", "\u{A0}", "yaml-pasted", "  two"),
    ])
    func `false spaces that break a line are named`(example: Case) throws {
        #expect(placed(example.yaml) == [example.placed])
        #expect(try trap(example.yaml).message.contains(example.codePoint))
    }

    @Test(arguments: [
        Case("title:\u{A0}A\nkind:\u{A0}guide", "1:7", "\u{A0}", "yaml-invisible", "title: A\nkind: guide"),
        Case("title\u{A0}: A", "1:6", "\u{A0}", "yaml-invisible", "title: A"),
        Case("title: A\u{A0}\nkind: x", "1:9", "\u{A0}", "yaml-invisible", "title: A"),
        Case("title: \"A\"\u{A0}", "1:11", "\u{A0}", "yaml-invisible", "title: \"A\""),
        Case("a:\n  - \u{A0}b", "2:5", "\u{A0}", "yaml-invisible", "  - b"),
        Case("topics:\u{A0}\n  - b", "1:8", "\u{A0}", "yaml-invisible", "topics:"),
        Case("title: A\u{2009}", "1:9", "\u{2009}", "yaml-invisible", "title: A"),
    ])
    func `spaces at an end are named and left out`(example: Case) throws {
        #expect(placed(example.yaml) == [example.placed])
        #expect(try trap(example.yaml).message.contains(example.codePoint))
    }

    @Test func `a line that only looks empty is not empty`() throws {
        let found = try trap("title: A\n\u{A0}\nkind: x")
        #expect(found.at == "2:1" && found.code == "yaml-invisible")
        #expect(found.message.contains("U+00A0") && found.help?.contains("the line") == true)
        #expect(try trap("title: A\n\u{A0}\n\u{A0} \nkind: x").help?.contains("these 2 lines") == true)
    }

    @Test(arguments: [
        ("title\u{A0}:\u{A0}A\u{A0}\n\u{A0}\nreviewed: \u{200B}2026-03-12\u{FEFF}", "{title: A, reviewed: 2026-03-12}"),
        ("a: \"b\u{A0}\"\u{A0}\nc:\u{A0}\n- \u{A0}d\u{2060}", "{a: \"b\u{A0}\", c: [d]}"),
    ])
    func `what is reported is not part of the value`(yaml: String, value: String) throws {
        let bytes = Array(yaml.utf8)
        let (root, problems) = YAMLParser.parse(bytes, in: 0..<bytes.count, path: "a.md")
        #expect(Set(problems.map(\.code)) == ["yaml-invisible"])
        #expect(root.map(show) == value)
    }

    @Test(arguments: [
        Case("a:\n  -\tagile", "2:4", "\t", "yaml-tab", "  - agile"),
        Case("a:\n- \tagile", "2:3", "\t", "yaml-tab", "- agile"),
    ])
    func `a tab after a hyphen is reported`(example: Case) { #expect(placed(example.yaml) == [example.placed]) }

    // MARK: What nobody sees

    @Test(arguments: [
        Case("ti\u{200B}tle: A", "1:3", "\u{200B}", "yaml-pasted", "title: A"),
        Case("\u{FEFF}title: A\nkind: x", "1:1", "\u{FEFF}", "yaml-pasted", "title: A"),
        Case("title\u{AD}: A", "1:6", "\u{AD}", "yaml-invisible", "title: A"),
        Case("title:\u{200B}A", "1:7", "\u{200B}", "yaml-invisible", "title: A"),
        Case("title: Hand\u{AD}book", "1:12", "\u{AD}", "yaml-invisible", "title: Handbook"),
        Case("title: \"Hand\u{2060}book\u{2060}\"", "1:13", "\u{2060}", "yaml-invisible", "title: \"Handbook\""),
        Case("summary: |\n  A hand\u{200B}book\n  for all", "2:9", "\u{200B}", "yaml-invisible", "  A handbook"),
    ])
    func `invisible characters are named`(example: Case) throws {
        #expect(placed(example.yaml) == [example.placed])
        #expect(try trap(example.yaml).message.contains(example.codePoint))
    }

    @Test func `the fixed line can be pasted even where it had more than one fault`() throws {
        #expect(placed("title: A\u{200B}: b").first?.hasSuffix(" | title: \"A: b\"") == true)
        let found = placed("\u{A0}•\u{A0}title\u{A0}：\t“Lean:\u{200B} how” ")
        #expect(found.count == 1 && found[0].hasSuffix(" |  - title: \"Lean: how\""), "\(found)")
    }

    // MARK: Bullets and colons

    @Test(arguments: ["•", "·", "●", "▪", "–", "—", "\u{2212}"])
    func `a bullet is not a hyphen`(sign: String) throws {
        for (indent, gap) in [("  ", " "), ("", "\t"), ("  ", "\u{A0}")] {
            let text = "topics:\n\(indent)\(sign)\(gap)agile\n\(indent)\(sign)\(gap)lean\nkind: x"
            let lines = "\(indent)- agile\n\(indent)- lean"
            #expect(placed(text) == [Case(text, "2:\(indent.count + 1)", sign, "yaml-pasted", lines).placed])
            #expect(try trap(text).message.contains("`\(sign)`"))
        }
    }

    @Test func `bullets of other kinds are replaced, too`() throws {
        #expect(try trap("topics:\n  \u{F0B7}\tagile").message.hasPrefix("A bullet from Word "))
        #expect(placed("topics:\n  •agile").map { $0.hasSuffix(" yaml-pasted |   - agile") } == [true])
        #expect(try trap("topics:\n  - agile\n  – lean").at == "3:3")
        #expect(placed("topics:\n  * agile\n  * lean") == ["2:3 [* agile] yaml-syntax |   - agile"])
    }

    @Test(arguments: [
        Case("title：A\nkind： guide", "1:6", "：", "yaml-pasted", "title: A\nkind: guide"),
        Case("m:\n  a\u{3000}：b", "2:5", "：", "yaml-pasted", "  a: b"),
    ])
    func `a full-width colon is not a colon`(example: Case) { #expect(placed(example.yaml) == [example.placed]) }

    @Test func `the message shows the beginning of a long list`() throws {
        let help = try #require(trap("topics:\n" + String(repeating: "  • agile\n", count: 100)).help).split(
            separator: "\n")
        #expect(help.count == 31)
        #expect(
            help[0] == "Paste these 30 lines in place of yours, and change the 70 lines below them in the same way:")
        #expect(
            try trap("title: \u{A0}" + String(repeating: "long ", count: 500)).help
                == "Delete it, or type that part of the line again.")
    }

    // MARK: What is left alone

    @Test(arguments: [
        ("title: Dix\u{A0}heures\u{202F}!", "{title: Dix\u{A0}heures\u{202F}!}"),
        ("title: It’s the teams’ – our “first”", "{title: It’s the teams’ – our “first”}"),
        ("title: “A” and “B”", "{title: “A” and “B”}"),
        ("title: 'It’s fine'\nsummary: '“A”'", "{title: \"It’s fine\", summary: \"“A”\"}"),
        ("title: 👩‍👩‍👧 می‌خواهم", "{title: 👩‍👩‍👧 می‌خواهم}"), ("title: 会議：議題", "{title: 会議：議題}"),
        ("title: ภาษา\u{200B}ไทย", "{title: ภาษา\u{200B}ไทย}"), ("a: – b\nc: ·l\nd: • e", "{a: – b, c: ·l, d: • e}"),
        ("title:\tA", "{title: A}"), ("- –5 °C\n- −5", "[–5 °C, −5]"),
        ("a: |\n  • b\n  “c”\n  –\u{A0}d:\u{A0}e\n\n  f：g\nh: x", "{a: \"• b\n“c”\n–\u{A0}d:\u{A0}e\n\nf：g\n\", h: x}"),
        ("a: One\n  – two\n  “three”\nb: x", "{a: One – two “three”, b: x}"),
        ("- k: >\n    “b”\n  l: m", "[{k: \"“b”\n\", l: m}]"), ("a: \"One\n  – “two”\"", "{a: \"One – “two”\"}"),
        ("a: \"He said “yes”\n  and left\"", "{a: \"He said “yes” and left\"}"),
        ("# “x”\n  # •\u{A0}y\na: b # \u{A0}c", "{a: b}"), ("summary: “A”, says B", "{summary: “A”, says B}"),
    ])
    func `everyday text is left alone`(yaml: String, value: String) { #expect(read(yaml) == value) }

    @Test(
        .timeLimit(.minutes(10)),
        arguments: ["•\u{A0}“a”\n", "a\u{200B}: “b”\n", "x: [“a, ", "“", "- ", "\u{A0}", "a： "])
    func `much of it does not take quadratic time`(text: String) {
        let clock = ContinuousClock()
        #expect(
            clock.measure { _ = seen("a: é\u{A0}" + String(repeating: text, count: (1 << 18) / text.utf8.count)) }
                < .seconds(30))
    }

    @Test(.timeLimit(.minutes(10)))
    func `any cut of any text is read or refused`() {
        let text = Array(
            ("“ti\u{200B}tle”\u{A0}：\t“A: é” # c\n\u{A0}•\u{A0}[“a”, {b: ‘c’}]\n-\u{FEFF} k: |\u{2009}\n    x\u{AD}\n "
                + "\u{3000}\n– \"q”\n").unicodeScalars)
        for start in text.indices {
            for end in start...text.count {
                var part = String.UnicodeScalarView()
                part.append(contentsOf: text[start..<end])
                let bytes = Array(String(part).utf8)
                for problem in YAMLParser.parse(bytes, in: 0..<bytes.count, path: "a.md").problems {
                    #expect(problem.range.upperBound <= bytes.count)
                }
            }
        }
    }
}
