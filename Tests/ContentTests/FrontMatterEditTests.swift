import Diagnostics
import Testing

@testable import Content

/// Edits in place: everything else stays, byte for byte.
@Suite struct FrontMatterEditTests {
    private func edited(_ yaml: String, _ change: (inout FrontMatterEdit) throws -> Void) throws -> String {
        let head = "---\n"
        let tail = "---\n\nBody: stays.\n"
        var edit = try FrontMatterEdit(
            SourceFile(path: "communities/a.md", bytes: Array((head + yaml + tail).utf8)),
            order: Community.fields.map(\.key), language: "en")
        try change(&edit)
        let text = String(decoding: edit.bytes, as: UTF8.self)
        #expect(text.hasPrefix(head) && text.hasSuffix(tail))
        return String(text.dropFirst(head.count).dropLast(tail.count))
    }

    @Test(arguments: [
        ("name: A\nfounded: 2020 # a guess\ntopics: [x]\n", "name: A\nfounded: 2022 # a guess\ntopics: [x]\n"),
        ("name: A\nfounded: \"2020\"   # a guess\n", "name: A\nfounded: 2022   # a guess\n"),
        ("name: A\n# when?\ntopics: [x]\n", "name: A\n# when?\ntopics: [x]\nfounded: 2022\n"),
        ("name: A\nfounded:\ntopics: x\n", "name: A\nfounded: 2022\ntopics: x\n"),
        ("name: A\nfounded: |\n  2020\n\n# next\ntopics: x\n", "name: A\nfounded: 2022\n\n# next\ntopics: x\n"),
        ("name: A\nfounded: 2022\n", "name: A\nfounded: 2022\n"),
    ])
    func `a text is put in the place of the old one, or after the keys that come before it`(
        before: String, after: String
    ) throws {
        #expect(try edited(before) { try $0.set("founded", .text("2022")) } == after)
    }

    @Test(arguments: [
        ("topics: [a, \"b\"] # two\n", "topics: [a, c] # two\n"), ("topics: a # one\n", "topics: [a, c] # one\n"),
        (
            "topics:\n  - a # the first\n  # old\n  - b\nmeets: M\n",
            "topics:\n  - a # the first\n  # old\n  - c\nmeets: M\n"
        ),
        ("topics:\n- b\n- a\n", "topics:\n- a\n- c\n"), ("topics: [c, a]\n", "topics: [c, a]\n"),
        ("topics:\n  - c\n  - a\n", "topics:\n  - c\n  - a\n"),
        ("topics: [\n  a,\n  b\n]\nmeets: M\n", "topics: [a, c]\nmeets: M\n"),
    ])
    func `a list keeps what stays in it, in its order`(before: String, after: String) throws {
        #expect(try edited(before) { try $0.set("topics", .list(["a", "c"])) } == after)
    }

    @Test func `where the order counts, another order is another list`() throws {
        #expect(
            try edited("join: [b, a]\n") { try $0.set("join", .list(["a", "b"]), isOrdered: true) } == "join: [a, b]\n")
        #expect(
            try edited("join:\n  - b\n  - a\n") { try $0.set("join", .list(["a", "b"]), isOrdered: true) }
                == "join:\n  - a\n  - b\n")
        #expect(
            try edited("join:\n  - b\n") { try $0.set("join", .list(["a", "b"]), isOrdered: true) } == "join: [a, b]\n")
    }

    @Test(arguments: [
        ("member_count:\n  count: 1\n  as_of: 2020 # old\n", "member_count:\n  count: 1\n  as_of: 2022 # old\n"),
        ("member_count: {count: 1}\n", "member_count:\n  count: 1\n  as_of: 2022\n"),
        ("member_count: {count: 1, as_of: 2020}\n", "member_count: {count: 1, as_of: 2022}\n"),
        ("member_count:\n    count: 1 # one\n", "member_count:\n    count: 1 # one\n    as_of: 2022\n"),
        ("name: A\nchannels: []\n", "name: A\nmember_count:\n  as_of: 2022\nchannels: []\n"),
    ])
    func `a key of a group is changed or added`(before: String, after: String) throws {
        #expect(try edited(before) { try $0.set("as_of", of: "member_count", to: "2022") } == after)
    }

    @Test func `a group is added to a list of groups unless it is there`() throws {
        let list = "channels:\n  - platform: slack\n    name: \"#a\" # ours\nmeets: M\n"
        #expect(try edited(list) { try $0.add([.init("platform", "slack")], to: "channels") } == list)
        #expect(
            try edited(list) { try $0.add([.init("platform", "forum")], to: "channels") }
                == "channels:\n  - platform: slack\n    name: \"#a\" # ours\n  - platform: forum\nmeets: M\n")
        #expect(
            try edited("name: A\n") { try $0.add([.init("platform", "forum")], to: "channels") }
                == "name: A\nchannels:\n  - platform: forum\n")
    }

    @Test func `of a text in several languages, the one in the file's language changes`() throws {
        #expect(
            try edited("summary:\n  en: Old # en\n  cy: Hen\n") { try $0.set("summary", .text("New: all of it")) }
                == "summary:\n  en: \"New: all of it\" # en\n  cy: Hen\n")
    }

    @Test(arguments: [
        ("summary:\n  en: 'it''s' # c\n  cy: Cymraeg\n", "summary:\n  en: New # c\n  cy: Cymraeg\n"),
        ("summary:\n  en: >\n    Two\n    lines\n  cy: Cymraeg\n", "summary:\n  en: New\n  cy: Cymraeg\n"),
        ("summary: {cy: Cymraeg.}\n", "summary: {cy: Cymraeg., en: New}\n"),
        ("summary:\n  cy: Pawb.\nmeets: M\n", "summary:\n  cy: Pawb.\n  en: New\nmeets: M\n"),
    ])
    func `a change in one language of a text keeps the others`(before: String, after: String) throws {
        #expect(try edited(before) { try $0.set("summary", .text("New")) } == after)
    }

    @Test(arguments: ["summary: > # c\n  Old\n", "summary: Old\n  more # c\n", "summary: [ 'x' , # one\n  y ]\n"])
    func `where a comment would be lost, nothing is changed and the key is named`(yaml: String) throws {
        #expect { try edited(yaml) { try $0.set("summary", .text("New")) } } throws: {
            if case FrontMatterEdit.Failure.notChanged("summary") = $0 { true } else { false }
        }
    }

    @Test func `an ordered list of the same length keeps its comments`() throws {
        let list = "join: # c1\n  # c2\n  - https://old.gov # c3\n  - hello@e.gov # c4\n"
        #expect(
            try edited(list) { try $0.set("join", .list(["https://new.gov", "hello@e.gov"]), isOrdered: true) }
                == list.replacing("https://old.gov", with: "https://new.gov"))
    }

    @Test(arguments: [
        "a: b", "x #y", "- a", "#a", "", "\"q\"", "a\nb", "[a]", "{a}", "~", "null", "@a", "'a'", "!a", "&a", "*a",
        "%a", "`a`", "a:", "1,351", "2022", "https://a.gov/?x=1#y", "Ünï", "عربي", "-", "|", "a\\b", "\u{202E}a",
    ])
    func `whatever text is written is read back`(text: String) throws {
        for yaml in ["name: A\n", "name: A\nsummary: x\n", "name: A\nsummary: [x]\n"] where !text.isEmpty {
            _ = try edited(yaml) { try $0.set("summary", .text(text)) }
            _ = try edited(yaml) { try $0.set("topics", .list([text, "b, c"])) }
        }
    }

    @Test func `line ends stay as they are`() throws {
        var edit = try FrontMatterEdit(
            SourceFile(path: "communities/a.md", bytes: Array("---\r\nname: A\r\nmeets: M\r\n---\r\n".utf8)),
            order: Community.fields.map(\.key), language: "en")
        try edit.set("founded", .text("2022"))
        try edit.set("meets", .text("N"))
        #expect(String(decoding: edit.bytes, as: UTF8.self) == "---\r\nname: A\r\nfounded: 2022\r\nmeets: N\r\n---\r\n")
    }

    @Test(arguments: ["No front matter.\n", "---\nname: [\n---\n", "---\nname: A\n", "---\n{name: A}\n---\n"])
    func `front matter that cannot be read is left alone`(text: String) {
        #expect(throws: FrontMatterEdit.Failure.self) {
            try FrontMatterEdit(
                SourceFile(path: "communities/a.md", bytes: Array(text.utf8)), order: [], language: "en")
        }
    }
}
