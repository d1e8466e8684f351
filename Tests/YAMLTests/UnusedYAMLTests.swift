import Testing

/// What YAML allows and front matter does not.
@Suite struct UnusedYAMLTests {
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
}
