import Diagnostics
import Testing
import Traps
import YAML

/// What people write, and the messages they get. The texts are compared whole: they are the product.
@Suite struct TrapTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var yaml: String
        var seen: Seen
        var testDescription: String { yaml.debugDescription }

        init(_ yaml: String, _ at: String, _ marked: String, _ code: String, _ message: String, _ help: String?) {
            self.yaml = yaml
            seen = Seen(at: at, marked: marked, code: code, message: message, help: help)
        }
    }

    @Test(arguments: [
        Case(
            "title: A\ntopics:\n\t- agile", "3:1", "\t", "yaml-tab", "A tab indents this line; YAML wants spaces.",
            "Put two spaces in its place:\n  - agile"),
        Case(
            "topics:\n  \t- agile", "2:3", "\t", "yaml-tab", "A tab indents this line; YAML wants spaces.",
            "Put two spaces in its place:\n    - agile"),
        Case(
            "\ttitle: A", "1:1", "\t", "yaml-tab", "A tab indents this line; YAML wants spaces.",
            "Put two spaces in its place:\n  title: A"),
        Case(
            "title: Lean Coffee: how to", "1:19", ":", "yaml-colon",
            "A second colon on this line would start another key.",
            "Put quotes around the value:\ntitle: \"Lean Coffee: how to\""),
        Case(
            "title: Caffi é:", "1:15", ":", "yaml-colon",
            "A second colon on this line would start another key.",
            "Put quotes around the value:\ntitle: \"Caffi é:\""),
        Case(
            "a:\n  - title: Say \"no\": how", "2:20", ":", "yaml-colon",
            "A second colon on this line would start another key.",
            "Put quotes around the value:\n  - title: 'Say \"no\": how'"),
        Case(
            "summary: People:\nin towns\nand roofs.\nkind: x", "1:16", ":", "yaml-colon",
            "A second colon on this line would start another key.",
            "Put quotes around the value:\nsummary: \"People: in towns and roofs.\""),
        Case(
            "a:\n  - person: Bob, agreed: 2026-03-12", "2:24", ":", "yaml-colon",
            "A second colon on this line would start another key.",
            "If these are several keys, write each on a line of its own. If it is one text, put quotes around it.\n"
                + "  - person: Bob\n    agreed: 2026-03-12"),
        Case(
            "x: {a: b: c}", "1:9", ":", "yaml-colon",
            "A second colon inside the brackets would start another key.",
            "Put quotes around the value that holds it."),
        Case(
            "x: {name: Jo; contact: jo@a.example}", "1:22", ":", "yaml-colon",
            "A second colon inside the brackets would start another key.",
            "If `contact` is a key, put a comma before it: name: Jo, contact: … If it is part of the text, put quotes "
                + "around the value that holds it."),
        Case(
            "x: {values: - Calm - Open}", "1:13", "- Calm - Open", "yaml-syntax",
            "Inside braces, a list is in brackets and not after hyphens.", "Write this in its place:\n[Calm, Open]"),
        Case(
            "x: {name: @jo}", "1:11", "@jo", "yaml-syntax", "A value may not start with `@`.",
            "Put quotes around it: \"@jo\""),
    ])
    func `tabs and colons are explained`(example: Case) throws { #expect(try trap(example.yaml) == example.seen) }

    @Test func `all lines with tabs are reported at once, one problem for each run of them`() {
        let found = seen(
            "title: A\nlinks:\n\t- url: b\n\t  title: C\n\t- url: d\nkind: x\ntopics:\n-\tagile\n-\tlean\n\t\n"
                + "text: |\n  a\n  \tb\n")
        #expect(
            found == [
                Seen(
                    at: "3:1", marked: "\t", code: "yaml-tab",
                    message: "Tabs indent 3 lines from here on; YAML wants spaces.",
                    help: "Put two spaces in the place of each tab:\n  - url: b\n    title: C\n  - url: d"),
                Seen(
                    at: "8:2", marked: "\t", code: "yaml-tab",
                    message: "Tabs come after the hyphens of 2 lines from here on; YAML wants a space.",
                    help: "Put a space in the place of each tab:\n- agile\n- lean"),
                Seen(
                    at: "10:1", marked: "\t", code: "yaml-tab",
                    message: "This line looks empty, but a tab is on it.", help: "Empty the line, or delete it."),
            ])
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
        Case("title:A\nkind: guide", "1:6", ":", "yaml-missing-space", "There is no space after `title:`.", "title: A"),
        Case(
            "title: A\nkind:guide", "2:5", ":", "yaml-missing-space", "There is no space after `kind:`.",
            "kind: guide"),
        Case("a: A\nb:guide\nc: x", "2:2", ":", "yaml-missing-space", "There is no space after `b:`.", "b: guide"),
        Case(
            "a:\n  - title:x\n    minutes: 2", "2:10", ":", "yaml-missing-space", "There is no space after `title:`.",
            "  - title: x"),
        Case(
            "topics:\n- a\n-b", "3:1", "-", "yaml-missing-space", "There is no space after the hyphen of this item.",
            "- b"),
    ])
    func `missing spaces are explained`(example: Case) throws { #expect(try trap(example.yaml) == example.seen) }

    @Test(arguments: [
        Case(
            "title: A\nkind guide", "2:1", "kind guide", "yaml-syntax",
            "This line has no key: a colon and a space are missing.",
            "Write `key: value`. If the line goes on from the value above, start it with two spaces."),
        Case(
            "title: A\nagreed 2026-03-12", "2:1", "agreed 2026-03-12", "yaml-syntax",
            "This line has no key: a colon and a space are missing.",
            "If its first word is the key, put a colon after it. If the line goes on from the value above, start it "
                + "with two spaces.\nagreed: 2026-03-12"),
        Case(
            "meets: Tuesdays\n  Room 5\n  Note: bring a cup", "3:3", "Note:", "yaml-syntax",
            "The colon here makes a key of `Note`, in the middle of the text of `meets`.",
            "If it is part of the text, write it as one line in quotes:\nmeets: \"Tuesdays Room 5 Note: bring a cup\""),
        Case(
            "name: Bees\n  summary: S.", "2:3", "summary: S.", "yaml-syntax",
            "`summary` starts further to the right than `name`, so it is read as a part of it.",
            "Start it in the same column:\nsummary: S."),
        Case(
            "members:\nagreed: 2026-03-12\n  - person: Ann", "3:3", "- person: Ann", "yaml-syntax",
            "`agreed` is between this item and the key of its list.",
            "Move that line below the items of the list. If it is about one of them, start it in the same column as "
                + "the other keys of that item.\nmembers:\n  - person: Ann\nagreed: 2026-03-12"),
        Case(
            "**name:** Bees\n**summary**: S.", "1:1", "**name:** Bees", "yaml-syntax",
            "A key is written alone, without the asterisks of bold text.",
            "Write these 2 lines in their place:\nname: Bees\nsummary: S."),
        Case(
            "title A\nkind: guide", "1:1", "title A", "yaml-syntax",
            "This line has no key: a colon and a space are missing.",
            "Write `key: value`. If the line goes on from the value above, start it with two spaces."),
        Case(
            "title: A\nsummary: one\ntwo three\nkind: guide", "3:1", "two three", "yaml-syntax",
            "This line has no key: a colon and a space are missing.",
            "Write `key: value`. If the line goes on from the value above, start it with two spaces."),
        Case(
            "title: A\u{2028}B\nkind: x", "1:10", "B", "yaml-syntax",
            "An invisible line separator comes before `B`, and what follows it has no key.",
            "Delete it, or type the line again."),
        Case(
            "title: A\n kind: guide", "2:2", "kind: guide", "yaml-syntax",
            "`kind` starts further to the right than the lines above allow.",
            "If it is a key or an item of its own, start it in the same column as its neighbours above. If it is "
                + "text, put quotes around the whole value.\nkind: guide"
        ),
        Case(
            "  title: A\nkind: guide", "2:1", "kind: guide", "yaml-syntax",
            "`kind` starts further to the left than the lines above allow.",
            "If it is a key or an item of its own, start it in the same column as its neighbours above. If it is "
                + "text, put quotes around the whole value."
        ),
        Case(
            "topics:\n  - a\n  b: c", "3:3", "b: c", "yaml-syntax",
            "This line is among the items of a list, but does not start with a hyphen and a space.",
            "If it is a key of its own, start it in the same column as the key of the list. If it belongs to the item "
                + "above, start it with two more spaces:\n    b: c"
        ),
        Case(
            ": x", "1:1", ": x", "yaml-syntax", "There is no key before this colon.",
            "Write `key: value`, or put quotes around the line if it is text."),
        Case(
            "title: A\n...\nkind: x", "2:1", "...", "yaml-syntax", "`...` ends the keys here, but more of them follow.",
            "Remove this line."),
        Case(
            "title: A\n---\nkind: x", "2:1", "---", "yaml-syntax", "`---` ends the keys here, but more of them follow.",
            "Remove this line."),
        Case(
            "%YAML 1.2\ntitle: A", "1:1", "%YAML 1.2", "yaml-syntax", "A line may not start with `%`.",
            "Remove this line, or put quotes around it if it is text."),
    ])
    func `lines that do not fit are explained`(example: Case) throws { #expect(try trap(example.yaml) == example.seen) }

    @Test(arguments: [
        ("@me", "`@`"), ("`x`", "a backtick"), ("%x", "`%`"), (", x", "`,`"), ("] x", "`]`"), ("} x", "`}`"),
        ("? x", "`?`"),
    ])
    func `a reserved first character needs quotes`(value: String, sign: String) throws {
        #expect(
            try trap("é: b\ntitle: \(value)\nkind: x")
                == Seen(
                    at: "2:8", marked: value, code: "yaml-syntax", message: "A value may not start with \(sign).",
                    help: "Put quotes around the value:\ntitle: \"\(value)\""))
    }

    @Test func `a reserved first character is found in lists too`() throws {
        #expect(try trap("a:\n  - @me").help == "Put quotes around the value:\n  - \"@me\"")
        let flow = try trap("a: [b, @me, c]")
        #expect(
            flow
                == Seen(
                    at: "1:8", marked: "@me", code: "yaml-syntax", message: "A value may not start with `@`.",
                    help: "Put quotes around it: \"@me\""))
    }

    @Test(arguments: [
        Case(
            "title: | x", "1:8", "| x", "yaml-syntax",
            "A value that starts with `|` continues on the lines below, so nothing may follow it here.",
            "Put quotes around the value:\ntitle: \"| x\""),
        Case(
            "title: > 5 people", "1:8", "> 5 people", "yaml-syntax",
            "A value that starts with `>` continues on the lines below, so nothing may follow it here.",
            "Put quotes around the value:\ntitle: \"> 5 people\""),
        Case(
            "title: - x", "1:8", "- x", "yaml-syntax", "A list starts on the line below its key.",
            "Write each item on a line of its own, or put quotes around the value if it is text:\ntitle: \"- x\""),
        Case(
            "title: [Draft] Handbook", "1:16", "Handbook", "yaml-syntax",
            "The value ends at the `]` before this, but the line goes on.",
            "Put quotes around the whole value:\ntitle: \"[Draft] Handbook\""),
        Case(
            "title: 'It's fine'\nkind: x", "1:12", "s fine'", "yaml-syntax",
            "The value ends at the `'` before this, but the line goes on.",
            "Put quotes around the whole value:\ntitle: \"It's fine\""),
        Case(
            "title: \"Quoted\" rest", "1:17", "rest", "yaml-syntax",
            "The value ends at the `\"` before this, but the line goes on.",
            "Put quotes around the whole value:\ntitle: '\"Quoted\" rest'"),
    ])
    func `values that start with a sign are explained`(example: Case) throws {
        #expect(try trap(example.yaml) == example.seen)
    }

    @Test(arguments: [
        ("topics: [agile] [lean]", "Two lists are", "Write one list:\ntopics: [agile, lean]", true),
        (
            "topics: [agile, lean], [open-data] # why", "Two lists are",
            "Write one list:\ntopics: [agile, lean, open-data]", true
        ),
        ("topics: [agile], lean, open", "Several values are", "Write one list:\ntopics: [agile, lean, open]", true),
        ("a:\n  - [agile] [lean]", "Two lists are", "Write each on a line of its own:\n  - agile\n  - lean", true),
        (
            "title: [Draft] [Old]", "Two lists are",
            "If it is one text, put quotes around it: \"[Draft] [Old]\". If it is a list, write:\ntitle: [Draft, Old]",
            false
        ),
        (
            "title: \"A\", \"B\"", "Two texts in quotes are",
            "If it is one text, put quotes around it: '\"A\", \"B\"'. If it is a list, write:\ntitle: [\"A\", \"B\"]",
            false
        ),
        ("a: {b: c} {b: d}", "Two groups in braces are", "Write one list:\na: [{b: c}, {b: d}]", false),
    ])
    func `values side by side are one list`(yaml: String, what: String, help: String, isFixed: Bool) throws {
        let bytes = Array(yaml.utf8)
        let found = YAMLParser.parse(bytes, in: 0..<bytes.count, path: "a.md").problems
        #expect(found.map(\.code) == ["yaml-syntax"])
        #expect(found[0].message == "\(what) side by side here; YAML takes one.")
        #expect(found[0].help?.text == help)
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
        #expect(
            try trap(yaml)
                == Seen(
                    at: at, marked: marked, code: "yaml-syntax", message: "What `\(sign)` opens here is never closed.",
                    help: partner.map {
                        "Close it with `\($0)`, or put quotes around the whole value if `\(sign)` is part of the text."
                    } ?? "Close it at the end of the value, or remove it:\n\(line)\(sign)"
                ))
    }

    @Test(arguments: [#"C:\Users\me"#, #"a \q b"#, #"\ud800"#, #"\xzz"#])
    func `a backslash in double quotes is explained`(value: String) throws {
        let found = try trap("path: \"\(value)\"\nkind: x")
        #expect(found.code == "yaml-syntax")
        #expect(found.at.hasPrefix("1:"))
        #expect(
            found.message == "Inside double quotes a backslash (`\\`) starts a code, and YAML does not know this one.")
        #expect(
            found.help
                == "Put single quotes (') around the value instead of double ones, or write each backslash twice.")
    }

    // MARK: Comments that eat a value

    @Test(arguments: [
        Case(
            "title: Caffi #3", "1:14", "#3", "yaml-comment", "`#3` is lost: from ` #` on, YAML reads a comment.",
            "If it is part of the value, put quotes around it:\ntitle: \"Caffi #3\""),
        Case(
            "date: #2026-03-12", "1:7", "#2026-03-12", "yaml-comment",
            "`#2026-03-12` is lost: from ` #` on, YAML reads a comment.",
            "If it is the value, write it without `#`:\ndate: 2026-03-12"),
        Case(
            "name: #help", "1:7", "#help", "yaml-comment", "`#help` is lost: from ` #` on, YAML reads a comment.",
            "If it is part of the value, put quotes around it:\nname: \"#help\""),
        Case(
            "name:\n  - #help", "2:5", "#help", "yaml-comment", "`#help` is lost: from ` #` on, YAML reads a comment.",
            "If it is part of the value, put quotes around it:\n- \"#help\""),
        Case(
            "topics: [#help, b]", "1:10", "#help, b]", "yaml-syntax",
            "From `#` on, YAML reads a comment, so what `[` opens on this line is never closed.",
            "Put quotes around each item that contains `#`, such as \"#help\"."),
    ])
    func `a hash that eats a value is noticed`(example: Case) throws { #expect(try trap(example.yaml) == example.seen) }

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
        #expect(found.message == "`title` appears here a second time; it is already on line 2.")
    }

    // MARK: What is not used

    @Test(arguments: ["a: &b c", "a: &b\n  c: d", "a: &b [c]", "a: &b"])
    func `an anchor is refused`(yaml: String) throws {
        let found = try trap(yaml)
        #expect(found.at == "1:4")
        #expect(found.code == "yaml-not-used")
        #expect(found.message == "An anchor (`&name`) and what repeats it (`*name`) are not used here.")
        #expect(found.help == "Write the value out each time. A value that starts with & or * needs quotes.")
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
        #expect(
            try trap("title: *bold* words")
                == Seen(
                    at: "1:8", marked: "*bold* words", code: "yaml-not-used",
                    message: "`*bold* words` is read as a reference, because it starts with `*`.",
                    help: "Put quotes around the value:\ntitle: \"*bold* words\""))
        #expect(try trap("title: *bold").message == "`*bold` is read as a reference, because it starts with `*`.")
        #expect(try trap("a:\n  - *bold").help == "Put quotes around the value:\n  - \"*bold\"")
    }

    @Test(arguments: ["!important news", "!!int 5", "!<x> y"])
    func `a tag is refused`(value: String) throws {
        let found = try trap("title: \(value)")
        #expect(found.code == "yaml-not-used")
        #expect(found.message == "A tag (`!name`) is not used here.")
        #expect(found.help == "A value that starts with ! needs quotes around it.")
    }

    @Test(arguments: [
        ("? [a, b]\n: c", "a list"), ("[a]: c", "a list"), ("{a: b}: c", "a group of keys"),
        ("title: {{ page.title }}", "a group of keys"),
    ])
    func `a key is a word`(yaml: String, kind: String) throws {
        let found = try trap(yaml)
        #expect(found.code == "yaml-not-used")
        #expect(found.message == "A key must be a plain word, not \(kind).")
        #expect(found.help == "Text that starts with [ or { needs quotes around it.")
    }

    // MARK: Characters

    @Test(arguments: [
        ("title: é a\u{1}b", "1:11", "U+0001"), ("é: x\r\nb: \u{7F}", "2:4", "U+007F"), ("a: 😀\u{9B}", "1:5", "U+009B"),
        ("a: \u{FFFE}", "1:4", "U+FFFE"),
    ])
    func `a control character is placed and named`(yaml: String, at: String, code: String) throws {
        let found = try trap(yaml)
        #expect(found.at == at)
        #expect(found.message == "There is an invisible control character (\(code)) here.")
        #expect(found.help == "Delete it, or type the line again.")
    }

    @Test func `Windows line ends are not part of a marked range`() throws {
        #expect(try trap("title: A: b\r\nkind: x\r\n").help == "Put quotes around the value:\ntitle: \"A: b\"")
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
        #expect(found.message == "Values are nested more than 40 deep here.")
        #expect(found.help == "Brackets that are part of a text need quotes around it.")
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
        #expect(found.code == "yaml-too-large")
        #expect(found.message == "The front matter is longer than 1024 KiB, the most that is read.")
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
