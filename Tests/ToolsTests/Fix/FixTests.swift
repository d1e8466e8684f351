import Build
import Diagnostics
import Foundation
import Pictures
import Testing

@testable import Tools

@Suite struct FixTests {
    private func fixed(_ files: [String: String]) async -> Fixes {
        let content = files.mapValues { Array($0.utf8) }.merging(["site.yaml": Array("title: T\n".utf8)]) { a, _ in a }
        var options = Pipeline.Options()
        options.jobs = 1
        var fixes = Fixes(ContentSource(content), options)
        await fixes.run()
        return fixes
    }

    @Test(arguments: [
        ("---\nTitle: A\n---\n", "---\ntitle: A\n---\n"),
        ("---\ntitle: A\nsumary: S.\n---\n", "---\ntitle: A\nsummary: S.\n---\n"),
        ("---\ntitle: A\nkind: giude\n---\n", "---\ntitle: A\nkind: guide\n---\n"),
        ("---\ntitle: A\nreviewed: 3 December 2025\n---\n", "---\ntitle: A\nreviewed: 2025-12-03\n---\n"),
        ("---\ntitle: A\nreviewed: 2025/02/12\n---\n", "---\ntitle: A\nreviewed: 2025-02-12\n---\n"),
        ("---\ntitle: A\nurl: www.example.org/a\n---\n", "---\ntitle: A\nurl: https://www.example.org/a\n---\n"),
        ("---\ntitle: “A”\n---\n", "---\ntitle: \"A\"\n---\n"), ("---\ntitle: \"A”\n---\n", "---\ntitle: \"A\"\n---\n"),
        ("---\ntitle:\u{A0}A\n---\n", "---\ntitle: A\n---\n"), ("---\ntitle: A\u{200B}\n---\n", "---\ntitle: A\n---\n"),
        ("---\ntitle: A\nsummary:S.\n---\n", "---\ntitle: A\nsummary: S.\n---\n"),
        ("---\ntitle:A\nsummary:S.\n---\n", "---\ntitle: A\nsummary: S.\n---\n"),
        ("---\ntitle: A\nkind:guide\nsummary:S.\n---\n", "---\ntitle: A\nkind: guide\nsummary: S.\n---\n"),
        (
            "---\ntitle: A\nreviewed: soon\nkind:guide\nsummary: S: T\n---\n",
            "---\ntitle: A\nreviewed: soon\nkind: guide\nsummary: S: T\n---\n"
        ),
        ("---\ntitre: A\n---\n", "---\ntitle: A\n---\n"),
        ("---\ntitle: A\ntopics:\n\t- Agile\n---\n", "---\ntitle: A\ntopics:\n  - Agile\n---\n"),
        ("---\ntitle: A\ntopics:\n  • Agile\n  • Lean\n---\n", "---\ntitle: A\ntopics:\n  - Agile\n  - Lean\n---\n"),
        ("---\ntitle: A\n–––\n\nText.\n", "---\ntitle: A\n---\n\nText.\n"),
        ("—\ntitle: A\n---\n\nText.\n", "---\ntitle: A\n---\n\nText.\n"),
        (" ---\r\ntitle: A\r\n---\r\n", "---\r\ntitle: A\r\n---\r\n"),
        ("---\ntitle: A\n\nText.\n", "---\ntitle: A\n---\n\nText.\n"),
        (
            "---\r\ntitle: A\r\ntopics:\r\n  - agile\r\n\r\n## Text\r\n\r\n- One\r\n",
            "---\r\ntitle: A\r\ntopics:\r\n  - agile\r\n---\r\n\r\n## Text\r\n\r\n- One\r\n"
        ),
        ("---\ntitle: A\n", "---\ntitle: A\n---\n"), ("---\ntitle: A", "---\ntitle: A\n---\n"),
        ("---\ntitle: A\ntopics: agile, lean-coffee\n---\n", "---\ntitle: A\ntopics: [agile, lean-coffee]\n---\n"),
        ("---\ntitle: A\ntopics: agile; lean-coffee\n---\n", "---\ntitle: A\ntopics: [agile, lean-coffee]\n---\n"),
        ("---\ntitle: A\nurl: example.org/a\n---\n", "---\ntitle: A\nurl: https://example.org/a\n---\n"),
        ("---\ntitle: A\nurl: digital.gov.uk\n---\n", "---\ntitle: A\nurl: https://digital.gov.uk\n---\n"),
        ("---\nname: A\n---\n", "---\ntitle: A\n---\n"),
        ("---\ntitle: A\ndescription: S.\n---\n", "---\ntitle: A\nsummary: S.\n---\n"),
        ("---\ntitle: A\ntype: guide\n---\n", "---\ntitle: A\nkind: guide\n---\n"),
        (
            "---\ntitle: A\nlink: https://example.org/a\n---\n", "---\ntitle: A\nurl: https://example.org/a\n---\n"
        ),
        ("---\ntitle: A\ntags: [agile]\n---\n", "---\ntitle: A\ntopics: [agile]\n---\n"),
        ("---\ntitle: A\nlanguage: en\n---\n", "---\ntitle: A\nlang: en\n---\n"),
        ("---\ntitle: A\n---\n\nSome hand\u{200B}book.\n", "---\ntitle: A\n---\n\nSome handbook.\n"),
        (
            "---\ntitle: A\n---\n\n##B\n\n-cc\n-dd\n\n| e | f |\n|---|\n\n**G:**h\n\n"
                + "::: tip\n=== \"I\"\n\n    J\n:::\n",
            "---\ntitle: A\n---\n\n## B\n\n- cc\n- dd\n\n| e | f |\n| --- | --- |\n\n**G:** h\n\n"
                + "> [!TIP]\n> ???+ \"I\"\n>\n>     J\n"
        ),
        (
            "---\ntitle: A\n---\n\n" + String(repeating: "**Note **text\n\n", count: 90),
            "---\ntitle: A\n---\n\n" + String(repeating: "**Note** text\n\n", count: 90)
        ),
        (
            "---\r\ntitle: É\r\nsumary: S.  \r\nreviewed: 2025/02/12\r\n---\r\n\r\nText.\r\n",
            "---\r\ntitle: É\r\nsummary: S.  \r\nreviewed: 2025-02-12\r\n---\r\n\r\nText.\r\n"
        ),
    ])
    func `what is known beyond doubt is written, and nothing else`(text: String, after: String) async {
        let fixes = await fixed(["resources/a.md": text])
        #expect(fixes.changed["resources/a.md"].map { String(decoding: $0, as: UTF8.self) } == after)
        #expect(!fixes.made.isEmpty)
    }

    @Test func `the names that an event and a community have for their keys are written`() async {
        let fixes = await fixed([
            "events/a.md":
                "---\ntitle: A\ndate: 2026-03-12 14:00\nend: 2026-03-12 15:00\ntz: Europe/Paris\nvenue: V\n---\n",
            "communities/b.md": "---\nname: B\nsummary: S.\njoin: chat.example.org\n---\n",
        ])
        #expect(
            fixes.changed.mapValues { String(decoding: $0, as: UTF8.self) } == [
                "events/a.md":
                    "---\ntitle: A\nstarts: 2026-03-12 14:00\nends: 2026-03-12 15:00\n"
                    + "time_zone: Europe/Paris\nplace: V\n---\n",
                "communities/b.md": "---\nname: B\nsummary: S.\njoin: https://chat.example.org\n---\n",
            ])
    }

    @Test func `a page to which nothing leads is fixed, and reported once all can be read`() async {
        let fixes = await fixed([
            "home.md": "---\ntitle: A\nreviewed: 3 December 2025\n---\n",
            "plain.md": "---\ntitle: B\nsumary: S.\n---\n",
            "resources/c.md": "---\ntitle: C\nreviewed: 3 December 2025\n---\n",
        ])
        #expect(Set(fixes.changed.keys).isSuperset(of: ["plain.md", "resources/c.md"]))
    }

    @Test func `links and pictures in the forms of other programs are written, and the rest of the text stays`() async {
        let text = [
            "---\ntitle: A\n---\n", "![[board.gif]] and ![[note]] and [[plan.csv]], [File](our note.md \"T\").",
            "![](IMG 2.GIF) [x](gone away.md) ![[note#head]] ![[none.gif]] `![[note]]`", "",
        ].joined(separator: "\n")
        let fixes = await fixed([
            "resources/a.md": text, "resources/note.md": "# Note\n\n## Head\n", "resources/our note.md": "# Our\n",
            "resources/plan.csv": "1", "resources/board.gif": ExamplePicture.gif,
            "resources/IMG 2.GIF": ExamplePicture.gif,
        ])
        #expect(
            fixes.changed.mapValues { String(decoding: $0, as: UTF8.self) } == [
                "resources/a.md": [
                    "---\ntitle: A\n---\n",
                    "![](board.gif) and [[note]] and [plan.csv](plan.csv), [File](<our note.md> \"T\").",
                    "![](<IMG 2.GIF>) [x](gone away.md) ![[note#head]] ![[none.gif]] `![[note]]`", "",
                ].joined(separator: "\n")
            ])
    }

    @Test func `many lines with characters that nobody sees are fixed in one go`() async {
        let lines = (1...60).map { "Line \($0) of the hand\u{200B}book.\n" }.joined(separator: "\n")
        let fixes = await fixed(["resources/a.md": "---\ntitle: A\n---\n\n" + lines])
        let text = fixes.changed["resources/a.md"].map { String(decoding: $0, as: UTF8.self) }
        #expect(text == "---\ntitle: A\n---\n\n" + lines.replacing("\u{200B}", with: ""))
    }

    @Test(arguments: [
        "reviewed: 12/02/2025", "reviewed: Monday 3 December 2025", "frobnicate: x", "summary: A\nsumary: B",
        "url: guide.md", "url: node.js/docs", "url: notes.org.md", "link: x", "kind: gidex", "type: x", "about: S.",
        "topics: Health, safety", "topics: Health; safety", "topics: agile,\n  lean",
        "url: https://example.org/\nlink: x",
    ])
    func `what may mean two things is left`(line: String) async {
        #expect(await fixed(["resources/a.md": "---\ntitle: A\n\(line)\n---\n"]).changed.isEmpty)
    }

    @Test(arguments: [
        "---\ntitle: A\n\nkind: guide\n", "---\ntitle: A\nText goes on.\n", "---\ntopics:\n\n- agile\n",
        "---\ntitle: A\n\nText.\n\nnote: text\n", "---\n\nText below a line.\n", "---\nsummary: |\n  One\n\n  Two\n",
        "—\ntitle: A\n\nText.\n", "title: A\n---\n\nText.\n", "\n—\ntitle: A\n---\n",
    ])
    func `where front matter begins or ends is left where it is not sure`(text: String) async {
        #expect(await fixed(["resources/a.md": text]).changed.isEmpty)
    }

    @Test func `of replacements that overlap one is made`() throws {
        let file = SourceFile(path: "a.md", bytes: Array("abcdef".utf8))
        func problem(_ range: ByteRange, _ text: String) -> Diagnostic {
            Diagnostic(
                severity: .error, code: "x", message: "m", path: "a.md", range: range,
                help: Help("", replacement: Replacement(range: range, text: text)))
        }
        let attempt = try #require(
            FixAttempt([problem(1..<3, "X"), problem(2..<4, "Y"), problem(5..<6, "Z")], in: file))
        #expect(String(decoding: attempt.after, as: UTF8.self) == "aXdeZ")
        #expect(FixAttempt([problem(5..<9, "Z")], in: file) == nil)
    }

    @Test func `a dry run shows the difference and writes nothing; a run writes`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "fix-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "resources"), withIntermediateDirectories: true)
        let file = folder.appending(path: "resources/a.md")
        try Data("title: T\n".utf8).write(to: folder.appending(path: "site.yaml"))
        try Data("---\nTitle: A\n---\n\n\tcode\n".utf8).write(to: file)
        var command = FixCommand(content: folder.path, options: .init())
        command.isDryRun = true
        let diff = try await command.run()
        #expect(diff.contains("-Title: A\n+title: A\n") && diff.contains("\n \tcode\n"))
        #expect(try String(contentsOf: file, encoding: .utf8) == "---\nTitle: A\n---\n\n\tcode\n")
        command.isDryRun = false
        #expect(try await command.run().hasSuffix("resources/a.md:2: unknown-key: title: A\n"))
        #expect(try String(contentsOf: file, encoding: .utf8) == "---\ntitle: A\n---\n\n\tcode\n")
    }
}
