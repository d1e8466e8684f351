import Testing
import Traps

/// The whole message about each mistake that people make in YAML.
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
                message: "A colon followed by a space inside a text needs quotes around the text.",
                help: "Paste this line in place of yours:\ntitle: \"Lean Coffee: how to\"")
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
                help: "Put quotes around the text:\ntitle: \"*bold* words\"")
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
}
