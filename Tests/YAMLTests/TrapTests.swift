import Diagnostics
import Testing
import Traps
import YAML

/// What people write, and the messages they get.
@Suite struct TrapTests {
    /// One for each rule; the other tests compare code, position and lines to write.
    private static let whole: [(yaml: String, seen: Seen)] = [
        (
            "title: A\nkind guide",
            Seen(
                at: "2:1", marked: "kind guide", code: "yaml-syntax",
                message: "This line has no key: a colon and a space are missing.",
                help: "Write `key: value`. If the line goes on from the value above, start it with two spaces.")
        ),
        (
            "title: A\ntopics:\n\t- agile",
            Seen(
                at: "3:1", marked: "\t", code: "yaml-tab", message: "A tab indents this line; YAML wants spaces.",
                help: "Put two spaces in its place:\n  - agile")
        ),
        (
            "title: “Lean Coffee: how to”",
            Seen(
                at: "1:8", marked: "“Lean Coffee: how to”", code: "yaml-pasted",
                message: "The quotes “ and ” do not protect the `:` between them; only straight ones do.",
                help: "Paste this line in place of yours:\ntitle: \"Lean Coffee: how to\"")
        ),
        (
            "title: Hand\u{AD}book",
            Seen(
                at: "1:12", marked: "\u{AD}", code: "yaml-invisible",
                message:
                    "A soft hyphen (U+00AD), which nobody sees, is in this value; a search for the word does not "
                    + "find it.",
                help: "Paste this line in place of yours:\ntitle: Handbook")
        ),
        (
            "title: “Handbook\"",
            Seen(
                at: "1:8", marked: "“Handbook\"", code: "curly-quotes",
                message:
                    "A curly quote (“) opens this value and a straight one ends it, so both are read as part of it.",
                help:
                    "Paste this line in place of yours; quotes that readers are to see go inside the straight ones:\n"
                    + "title: \"Handbook\"")
        ),
        (
            "title: Lean Coffee: how to",
            Seen(
                at: "1:19", marked: ":", code: "yaml-colon",
                message: "A second colon on this line would start another key.",
                help: "Put quotes around the value:\ntitle: \"Lean Coffee: how to\"")
        ),
        (
            "title:A\nkind: guide",
            Seen(
                at: "1:6", marked: ":", code: "yaml-missing-space", message: "There is no space after `title:`.",
                help: "title: A")
        ),
        (
            "title: A\nkind: x\ntitle: B",
            Seen(
                at: "3:1", marked: "title", code: "duplicate-key",
                message: "`title` appears here a second time; it is already on line 1.",
                help:
                    "Keep one of the two. If both are lists, make one list with the items of both: "
                    + "`title: [one, two]`.")
        ),
        (
            "title: *bold* words",
            Seen(
                at: "1:8", marked: "*bold* words", code: "yaml-not-used",
                message: "`*bold* words` is read as a reference, because it starts with `*`.",
                help: "Put quotes around the value:\ntitle: \"*bold* words\"")
        ),
        (
            "title: Caffi #3",
            Seen(
                at: "1:14", marked: "#3", code: "yaml-comment",
                message: "`#3` is lost: from ` #` on, YAML reads a comment.",
                help: "If it is part of the value, put quotes around it:\ntitle: \"Caffi #3\"")
        ),
        (
            "a: " + String(repeating: "x", count: 1 << 20),
            Seen(
                at: "1:1", marked: "", code: "yaml-too-large",
                message: "The front matter is longer than 1024 KiB, the most that is read.",
                help: "Move text into the body, below the second line of three hyphens.")
        ),
    ]

    @Test(arguments: whole.indices)
    func `a message says what is wrong and what to do`(index: Int) throws {
        #expect(try trap(Self.whole[index].yaml) == Self.whole[index].seen)
    }

    @Test func `of each rule one message is compared whole`() {
        #expect(Self.whole.map(\.seen.code) == YAMLRules.all.map(\.code))
    }

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
        ("@me", "`@`"), ("`x`", "a backtick"), ("%x", "`%`"), (", x", "`,`"), ("] x", "`]`"), ("} x", "`}`"),
        ("? x", "`?`"),
    ])
    func `a reserved first character needs quotes`(value: String, sign: String) throws {
        let yaml = "é: b\ntitle: \(value)\nkind: x"
        #expect(placed(yaml) == ["2:8 [\(value)] yaml-syntax | title: \"\(value)\""])
        #expect(try trap(yaml).message.contains(sign))
    }

    @Test func `a reserved first character is found in lists too`() throws {
        #expect(placed("a:\n  - @me").map { $0.hasSuffix(" |   - \"@me\"") } == [true])
        #expect(placed("a: [b, @me, c]") == ["1:8 [@me] yaml-syntax"])
        #expect(try trap("a: [b, @me, c]").help?.hasSuffix(" \"@me\"") == true)
    }

    @Test(arguments: [
        Case("title: | x", "1:8", "| x", "yaml-syntax", "title: \"| x\""),
        Case("title: > 5 people", "1:8", "> 5 people", "yaml-syntax", "title: \"> 5 people\""),
        Case("title: - x", "1:8", "- x", "yaml-syntax", "title: \"- x\""),
        Case("title: [Draft] Handbook", "1:16", "Handbook", "yaml-syntax", "title: \"[Draft] Handbook\""),
        Case("title: 'It's fine'\nkind: x", "1:12", "s fine'", "yaml-syntax", "title: \"It's fine\""),
        Case("title: \"Quoted\" rest", "1:17", "rest", "yaml-syntax", "title: '\"Quoted\" rest'"),
    ])
    func `values that start with a sign are explained`(example: Case) {
        #expect(placed(example.yaml) == [example.placed])
    }

    @Test(arguments: [
        ("topics: [agile] [lean]", "Two lists", "topics: [agile, lean]", true),
        ("topics: [agile, lean], [open-data] # why", "Two lists", "topics: [agile, lean, open-data]", true),
        ("topics: [agile], lean, open", "Several values", "topics: [agile, lean, open]", true),
        ("a:\n  - [agile] [lean]", "Two lists", "  - agile\n  - lean", true),
        ("title: [Draft] [Old]", "Two lists", "title: [Draft, Old]", false),
        ("title: \"A\", \"B\"", "Two texts in quotes", "title: [\"A\", \"B\"]", false),
        ("a: {b: c} {b: d}", "Two groups in braces", "a: [{b: c}, {b: d}]", false),
    ])
    func `values side by side are one list`(yaml: String, what: String, lines: String, isFixed: Bool) throws {
        let bytes = Array(yaml.utf8)
        let found = YAMLParser.parse(bytes, in: 0..<bytes.count, path: "a.md").problems
        #expect(found.map(\.code) == ["yaml-syntax"])
        #expect(found[0].message.hasPrefix("\(what) are side by side") && found[0].help?.paste == lines)
        guard let replacement = found[0].help?.replacement else { return #expect(!isFixed) }
        let fixed = bytes.making([replacement])
        #expect(YAMLParser.parse(fixed, in: 0..<fixed.count, path: "a.md").problems.isEmpty && isFixed)
    }

    @Test func `a hash within a word is no comment that a fix may leave out`() {
        let bytes = Array("topics: [agile] b#c".utf8)
        let found = YAMLParser.parse(bytes, in: 0..<bytes.count, path: "a.md").problems
        #expect(found.map(\.code) == ["yaml-syntax"] && found[0].help?.replacement == nil)
    }

    @Test(arguments: [
        ("title: \"Abc\nkind: x", "1:8", "\"Abc", "\""), ("title: 'Abc\nkind: x", "1:8", "'Abc", "'"),
        ("title: \"Abc\nsummary: \"Def\"\n", "1:8", "\"Abc", "\""),
        ("a: é\ntopics: [a, b\nkind: x", "2:9", "[a, b", "["),
        ("topics: [a, b", "1:9", "[a, b", "["), ("m: {a: 1\nkind: x", "1:4", "{a: 1", "{"),
    ])
    func `what is opened must be closed`(yaml: String, at: String, marked: String, sign: String) throws {
        let partner = ["[": "]", "{": "}"][sign]
        let line = yaml.split(separator: "\n").first { $0.contains(sign) } ?? ""
        #expect(placed(yaml) == [Case(yaml, at, marked, "yaml-syntax", partner == nil ? "\(line)\(sign)" : nil).placed])
        let found = try trap(yaml)
        #expect(found.message.contains("`\(sign)`") && partner.map { found.help?.contains("`\($0)`") == true } != false)
    }

    @Test(arguments: [#"C:\Users\me"#, #"a \q b"#, #"\ud800"#, #"\xzz"#])
    func `a backslash in double quotes is explained`(value: String) throws {
        let found = try trap("path: \"\(value)\"\nkind: x")
        #expect(found.code == "yaml-syntax")
        #expect(found.at.hasPrefix("1:"))
        #expect(found.message.contains(" a backslash (`\\`) ") && found.help?.contains("backslash") == true)
    }

    // MARK: Comments that eat a value

    @Test(arguments: [
        Case("title: Caffi #3", "1:14", "#3", "yaml-comment", "title: \"Caffi #3\""),
        Case("date: #2026-03-12", "1:7", "#2026-03-12", "yaml-comment", "date: 2026-03-12"),
        Case("name: #help", "1:7", "#help", "yaml-comment", "name: \"#help\""),
        Case("name:\n  - #help", "2:5", "#help", "yaml-comment", "- \"#help\""),
        Case("topics: [#help, b]", "1:10", "#help, b]", "yaml-syntax"),
    ])
    func `a hash that eats a value is noticed`(example: Case) { #expect(placed(example.yaml) == [example.placed]) }

    // MARK: Duplicate keys

    @Test(arguments: [
        ("title: A\nkind: x\ntitle: B", "3:1", "title", 1), ("title: A\n\"title\": B", "2:1", "\"titl", 1),
        ("x: {count: 1, count: 2}", "1:15", "count", 1), ("x:\n  - a: 1\n    b: 2\n  - a: 1\n    a: 2", "5:5", "a", 4),
        ("é: A\r\nkind: x\r\né: B\r\n", "3:1", "é", 1), ("b: |\n  b: x\nc: d\nb: e", "4:1", "b", 1),
    ])
    func `a duplicate key names the line of the first`(yaml: String, at: String, marked: String, first: Int) throws {
        let found = try trap(yaml)
        #expect(found.at == at)
        #expect(found.marked == marked)
        #expect(found.code == "duplicate-key")
        #expect(found.message.hasSuffix("appears here a second time; it is already on line \(first)."))
        #expect(found.help?.hasPrefix("Keep one of the two. If both are lists, make one list with") == true)
    }

    @Test func `lines count from the start of the file`() throws {
        let found = try trap("title: A\ntitle: B\n", before: "---\n")
        #expect(found.at == "3:1")
        #expect(found.message.hasSuffix(" line 2."))
    }

    // MARK: What is not used

    @Test(arguments: ["a: &b c", "a: &b\n  c: d", "a: &b [c]", "a: &b"])
    func `an anchor is refused`(yaml: String) throws {
        let found = try trap(yaml)
        #expect(found.at == "1:4")
        #expect(found.code == "yaml-not-used")
        #expect(found.message.hasPrefix("An anchor ") && found.help?.contains("& or *") == true)
    }

    @Test(arguments: [
        ("a: &b c\nd: *b", "2:4", "*b"), ("a: &b {c: d}\ne:\n  <<: *b", "3:7", "*b"),
        ("a: &b c\nd:\n  *b : e", "3:3", "*b"), ("- &b c\n- *b", "2:3", "*b"),
    ])
    func `what repeats an anchor is refused`(yaml: String, at: String, marked: String) throws {
        let found = try trap(yaml)
        #expect(found.at == at)
        #expect(found.marked == marked)
        #expect(found.code == "yaml-not-used")
    }

    @Test func `a reference to nothing is most likely text`() throws {
        #expect(placed("title: *bold* words") == ["1:8 [*bold* words] yaml-not-used | title: \"*bold* words\""])
        #expect(try trap("title: *bold").message.hasPrefix("`*bold` "))
        #expect(placed("a:\n  - *bold").map { $0.hasSuffix(" |   - \"*bold\"") } == [true])
    }

    @Test(arguments: ["!important news", "!!int 5", "!<x> y"])
    func `a tag is refused`(value: String) throws {
        let found = try trap("title: \(value)")
        #expect(found.code == "yaml-not-used")
        #expect(found.message.hasPrefix("A tag ") && found.help?.contains(" quotes ") == true)
    }

    @Test(arguments: [
        ("? [a, b]\n: c", "a list"), ("[a]: c", "a list"), ("{a: b}: c", "a group of keys"),
        ("title: {{ page.title }}", "a group of keys"),
    ])
    func `a key is a word`(yaml: String, kind: String) throws {
        let found = try trap(yaml)
        #expect(found.code == "yaml-not-used")
        #expect(found.message.hasSuffix(", not \(kind).") && found.help?.contains("[ or {") == true)
    }

    // MARK: Characters

    @Test(arguments: [
        ("title: é a\u{1}b", "1:11", "U+0001"), ("é: x\r\nb: \u{7F}", "2:4", "U+007F"), ("a: 😀\u{9B}", "1:5", "U+009B"),
        ("a: \u{FFFE}", "1:4", "U+FFFE"),
    ])
    func `a control character is placed and named`(yaml: String, at: String, code: String) throws {
        let found = try trap(yaml)
        #expect(found.at == at && found.code == "yaml-syntax")
        #expect(found.message.contains("(\(code))") && found.help != nil)
    }

    @Test func `Windows line ends are not part of a marked range`() throws {
        #expect(placed("title: A: b\r\nkind: x\r\n").map { $0.hasSuffix(" | title: \"A: b\"") } == [true])
        #expect(try trap("a: b\r\ntitle: Coffee #3\r\n").marked == "#3")
        #expect(try trap("a: 'b\r\nc: d\r\n").marked == "'b")
    }
}

@Suite struct LimitTests {
    @Test(arguments: [("[", "]"), ("{a: ", "}")])
    func `brackets may be forty deep`(open: String, close: String) throws {
        func nested(_ n: Int) -> String {
            "a: " + String(repeating: open, count: n) + String(repeating: close, count: n)
        }
        #expect(seen(nested(38)).isEmpty)
        let found = try trap(nested(41))
        #expect(found.code == "yaml-too-large")
        #expect(found.message.contains(" 40 deep") && found.help?.contains("Brackets") == true)
    }

    @Test func `indented groups may be forty deep`() throws {
        func nested(_ n: Int) -> String { (0..<n).map { String(repeating: " ", count: $0) + "a:\n" }.joined() }
        #expect(seen(nested(40)).isEmpty)
        #expect(try trap(nested(41)).at == "41:41")
    }

    /// Yams reads nested values by recursion, so a text that nests without end would overflow the stack. These nest
    /// a little deeper than is allowed, in each form that YAML has for it.
    @Test(arguments: [
        "- ", "? ", "[", "{a: ", "? - ", "a:\n  - ", "? a\n: - ", "a:\r- ", "a:\u{2028}- ", "a:\u{85}- ", "--- - ",
    ])
    func `values that nest more than forty deep are refused in every form`(start: String) throws {
        let link = start.hasSuffix("- ") ? "- " : start
        #expect(seen(start + String(repeating: link, count: 300) + "x").map(\.code) == ["yaml-too-large"])
    }

    /// Aliases of aliases grow without bound once they are resolved. None is resolved here.
    @Test(arguments: ["a: &b [x]\nc: *b\n", "a: &b x\n? *b\n: y\n", "a: &b [x]\nc: &d [*b]\ne: *d\n"])
    func `an alias is refused before it is resolved`(yaml: String) throws {
        #expect(try trap(yaml).code == "yaml-not-used")
    }

    @Test func `one mebibyte is the most`() throws {
        let line = "a: " + String(repeating: "x", count: (1 << 20) - 3)
        #expect(seen(line).isEmpty)
        let found = try trap(line + "y")
        #expect(found.code == "yaml-too-large" && found.message.contains(" 1024 KiB"))
    }

    @Test(.timeLimit(.minutes(10)))
    func `any cut of any text is read or refused`() {
        let text =
            "title: \"A: é\" # c\ntopics: [a, {b: 'c'}]\nm:\n  - k: |\n      x\n    l: >\n  - ? q\n    : r\ntail: &x "
            + "*y !z %\r\n@ `\t- -\u{2028}"
        let bytes = Array(text.utf8)
        for start in bytes.indices {
            for end in stride(from: start, through: bytes.count, by: 3) {
                let part = Array(String(decoding: bytes[start..<end], as: UTF8.self).utf8)
                let (root, problems) = YAMLParser.parse(part, in: 0..<part.count, path: "a.md")
                for problem in problems { #expect(problem.range.upperBound <= part.count && !problem.message.isEmpty) }
                if root == nil, problems.isEmpty {
                    #expect(!part.contains { (97...122).contains($0) } || part.contains(UInt8(ascii: "#")))
                }
            }
        }
    }
}

@Suite struct YAMLRuleTests {
    @Test(arguments: YAMLRules.all.indices)
    func `the examples show the rule`(index: Int) {
        let rule = YAMLRules.all[index]
        func codes(_ site: [String: String]) -> [String] {
            site.values.flatMap { text in seen(text.dropFirst(4).withoutFence, before: "---\n").map(\.code) }
        }
        #expect(codes(rule.bad) == [rule.code])
        #expect(codes(rule.good) == [])
    }
}

extension Substring {
    /// The front matter without its last fence.
    fileprivate var withoutFence: String { hasSuffix("---\n") ? String(dropLast(4)) : String(self) }
}
