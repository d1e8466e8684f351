import Testing
import YAML

/// Signs that YAML reads in another way than people do.
@Suite struct SignTests {
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
        ("a: {one: x, other: \"{n} y\"\nb: {one: \"{n} x\"}\nc: z", "1:4", "{one: x, other: \"{n} y\"", "{"),
        ("a: z\nb: {one: \"{n} x\",\n  other: \"y\"\nc: {one: \"{n} x\"}", "2:4", "{one: \"{n} x\",", "{"),
        ("a: [\"it's\", 'b''c'\nd: [\"{e}\", f] # ]", "1:4", "[\"it's\", 'b''c'", "["),
    ])
    func `what is opened must be closed`(yaml: String, at: String, marked: String, sign: String) throws {
        let partner = ["[": "]", "{": "}"][sign]
        let line = yaml.split(separator: "\n").first { $0.contains(sign) } ?? ""
        #expect(placed(yaml) == [Case(yaml, at, marked, "yaml-syntax", partner == nil ? "\(line)\(sign)" : nil).placed])
        let found = try trap(yaml)
        #expect(found.message.contains("`\(sign)`") && partner.map { found.help?.contains("`\($0)`") == true } != false)
    }

    @Test func `a mistake in a group over several lines is reported where it is`() {
        let yaml = "a: {\nb: \"{n} x\" y,\nc: z\n}"
        #expect(placed(yaml) == [Case(yaml, "2:12", "y,", "yaml-syntax", "b: '\"{n} x\" y,'").placed])
    }

    @Test(arguments: [#"C:\Users\me"#, #"a \q b"#, #"\ud800"#, #"\xzz"#])
    func `a backslash in double quotes is explained`(value: String) throws {
        let found = try trap("path: \"\(value)\"\nkind: x")
        #expect(found.code == "yaml-syntax")
        #expect(found.at.hasPrefix("1:"))
        #expect(found.message.contains(" a backslash (`\\`) ") && found.help?.contains("backslash") == true)
    }

    @Test(arguments: [
        Case("title: Caffi #3", "1:14", "#3", "yaml-comment", "title: \"Caffi #3\""),
        Case("date: #2026-03-12", "1:7", "#2026-03-12", "yaml-comment", "date: 2026-03-12"),
        Case("name: #help", "1:7", "#help", "yaml-comment", "name: \"#help\""),
        Case("name:\n  - #help", "2:5", "#help", "yaml-comment", "- \"#help\""),
        Case("topics: [#help, b]", "1:10", "#help, b]", "yaml-syntax"),
    ])
    func `a hash that eats a value is noticed`(example: Case) { #expect(placed(example.yaml) == [example.placed]) }

    @Test func `a reference to nothing is most likely text`() throws {
        #expect(placed("title: *bold* words") == ["1:8 [*bold* words] yaml-not-used | title: \"*bold* words\""])
        #expect(try trap("title: *bold").message.hasPrefix("`*bold` "))
        #expect(placed("a:\n  - *bold").map { $0.hasSuffix(" |   - \"*bold\"") } == [true])
    }

    @Test(arguments: [
        ("title: é a\u{1}b", "1:11", "U+0001"), ("é: x\r\nb: \u{7F}", "2:4", "U+007F"), ("a: 😀\u{9B}", "1:5", "U+009B"),
        ("a: \u{FFFE}", "1:4", "U+FFFE"),
    ])
    func `a control character is placed and named`(yaml: String, at: String, code: String) throws {
        let found = try trap(yaml)
        #expect(found.at == at && found.code == "yaml-syntax")
        #expect(found.message.contains("(\(code))") && found.help != nil)
    }
}
