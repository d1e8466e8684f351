import Content
import Diagnostics
import Foundation
import TestSupport
import Testing
import Text

@testable import Build
@testable import Disk
@testable import Tools

struct ChangeTests {
    private static let settings = ["site.yaml": "title: T\nlanguages: [en]\n"]

    private static func changes(_ before: [String: String], _ after: [String: String]) async -> ContentChanges {
        var options = Pipeline.Options()
        options.asOf = CivilDay(year: 2026, month: 3, day: 1)
        func reading(_ files: [String: String]) async -> Pipeline.Reading {
            await Pipeline.read(ContentSource(settings.merging(files) { $1 }.mapValues(TestSite.bytes)), options)
        }
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        return ContentChanges(from: await reading(before), to: await reading(after), changed: changed)
    }

    @Test(arguments: ChangeRules.all.map(\.code))
    func `what became of the good example is reported, and the good example by itself is not`(code: String) async throws
    {
        let rule = try #require(ChangeRules.all.first { $0.code == code })
        #expect(await Self.changes(rule.good, rule.bad).problems.map(\.code) == [code])
        #expect(await Self.changes(rule.good, rule.good).problems == [])
        #expect(await Self.changes([:], rule.good).problems == [])
    }

    @Test func `a count that grows, a past event, a raised revision, a redirect and another name are plausible`() async
    {
        func community(_ count: Int) -> [String: String] {
            ["communities/a.md": "---\nname: A\nsummary: S.\nmember_count: {count: \(count)}\n---\n"]
        }
        #expect(await Self.changes(community(120), community(600)).problems == [])
        #expect(await Self.changes(community(1), community(15)).problems == [])
        #expect(
            await Self.changes(
                ["events/a.md": "---\ntitle: A\nstarts: 2026-01-01\n---\n"],
                ["events/a.md": "---\ntitle: A\nstarts: 2026-01-02\n---\n"]
            ).problems == [])
        #expect(
            await Self.changes(
                ["events/a.md": "---\ntitle: A\nstarts: 2026-05-01\n---\n"],
                ["events/a.md": "---\ntitle: A\nstarts: 2026-05-02\nrevision: 1\n---\n"]
            ).problems == [])
        #expect(
            await Self.changes(
                ["communities/a.md": "---\nname: A\nsummary: S.\n---\n"],
                ["communities/b.md": "---\nname: A\nsummary: S.\nredirect_from: communities/a/\n---\n"]
            ).problems == [])
    }

    @Test func `a community with another address is reported as moved, and its old one is requested`() async {
        func community(_ more: String = "") -> String { "---\nname: Open data\nsummary: S.\n\(more)---\n" }
        let moved = await Self.changes(["communities/a.md": community()], ["communities/b.md": community()])
        #expect(moved.news.map(\.plain) == ["Moves Open data from communities/a/ to communities/b/."])
        #expect(
            moved.problems.map { "\($0.path) \($0.code) \($0.help?.text ?? "")" } == [
                "communities/b.md deleted-community Say in this file where it was:\nredirect_from: communities/a/"
            ])
        let told = await Self.changes(
            ["communities/a.md": community()], ["communities/b.md": community("redirect_from: communities/a/\n")])
        #expect(
            told.problems == [] && told.news.map(\.plain) == ["Moves Open data from communities/a/ to communities/b/."])
    }

    @Test func `an entry that takes others over is reported as one move, and the others as removed`() async {
        let taken = await Self.changes(
            [
                "communities/a.md": "---\nname: Alpha\nsummary: S.\n---\n",
                "communities/b.md": "---\nname: Beta\nsummary: S.\n---\n",
            ],
            [
                "communities/c.md":
                    "---\nname: Other\nsummary: S.\nalso_known_as: [Alpha, Beta]\nredirect_from: [communities/a/, "
                    + "communities/b/]\n---\n"
            ])
        #expect(
            taken.news.map(\.plain) == [
                "Moves Alpha from communities/a/ to communities/c/, where it is called Other.",
                "Removes 1 community: Beta.",
            ])
        let named = await Self.changes(
            ["communities/a.md": "---\nname: Alpha\nsummary: S.\n---\n"],
            ["communities/c.md": "---\nname: Other\nsummary: S.\nalso_known_as: Alpha\n---\n"])
        #expect(named.news.map(\.plain) == ["Adds 1 community: Other.", "Removes 1 community: Alpha."])
    }

    @Test func `thousands of pages that move are reported, each with its old address`() async {
        let pages = 0..<1_500
        let before = Dictionary(
            uniqueKeysWithValues: pages.map { ("resources/a\($0).md", "---\ntitle: T\($0)\n---\n") })
        let after = Dictionary(
            uniqueKeysWithValues: pages.map {
                ("resources/b\($0).md", "---\ntitle: T\($0)\nredirect_from: resources/a\($0)/\n---\n")
            })
        let told = await Self.changes(before, after)
        #expect(
            told.news.first?.plain == "Moves T0 from resources/a0/ to resources/b0/."
                && told.news.last?.plain == "Moves 1490 more pages." && told.problems == [])
    }

    @Test func `titles have an end in what is reported`() async {
        let long = String(repeating: "long ", count: 3_000)
        let told = await Self.changes(
            [:],
            Dictionary(
                uniqueKeysWithValues: (0..<10).map { ("resources/a\($0).md", "---\ntitle: \(long)\($0)\n---\n") }))
        #expect(told.news.count == 1 && told.news[0].markdown.utf8.count < 2_000)
    }

    @Test func `what a change breaks elsewhere is reported, and what was wrong elsewhere before is not`() async {
        let link = "---\ntitle: B\n---\n\nSee [A](../communities/a.md).\n"
        let old = "---\ntitle: Old\nurl: nothing\n---\n"
        let found = await Self.changes(
            ["communities/a.md": "---\nname: A\nsummary: S.\n---\n", "resources/b.md": link, "resources/old.md": old],
            ["communities/c.md": "---\nname: C\nsummary: S.\n---\n", "resources/b.md": link, "resources/old.md": old])
        #expect(Set(found.problems.map(\.path)) == ["communities/a.md", "resources/b.md"])
    }

    @Test func `what is new is reported in sentences, without what a name could do in a comment`() async {
        func community(_ name: String) -> String {
            "---\nname: \"\(name)\"\nsummary: People who share data.\nroles: [data-specialist]\ntopics: "
                + "[open-data]\n---\n"
        }
        let found = await Self.changes(
            ["communities/a.md": community("Data")],
            [
                "communities/a.md": community("Data"), "communities/b.md": community("@everyone <b> [x](y)"),
                "events/e.md": "---\ntitle: E\nstarts: 2026-05-01\n---\n",
            ])
        #expect(
            found.news.map(\.markdown) == [
                "Adds 1 community: **@\u{200B}everyone &lt;b\\> \\[x\\](y)**.", "Adds 1 event: **E**.",
                "One is like **@\u{200B}everyone &lt;b\\> \\[x\\](y)**: **Data**.",
            ])
    }

    @Test func `a comment shows the line and what to paste`() {
        let bytes = Array("---\ntitle: A\nstarts: 12/03/2026\n---\n".utf8)
        let problem = Diagnostic(
            severity: .error, code: "bad-date", message: "`12/03/2026` is not a date.", path: "events/a.md",
            range: 21..<31, help: Help("Perhaps:", paste: "starts: 2026-03-12"))
        #expect(
            Report.text([problem], format: .markdown, prefix: "content/", source: { _ in bytes }) == """
                - **To fix**, `content/events/a.md`, line 3: `12/03/2026` is not a date\u{2E}

                  It says:

                  ```yaml
                  starts: 12/03/2026
                  ```

                  Perhaps:

                  ```yaml
                  starts: 2026-03-12
                  ```


                """)
    }

    @Test func `titles call nobody, name no proposal and lead nowhere in a comment`() {
        for (text, shown) in [
            (
                "@a #1 !2 ~b %c $d &e",
                "@\u{200B}a \\#\u{200B}1 \\!\u{200B}2 \\~\u{200B}b %\u{200B}c $\u{200B}d &amp;\u{200B}e"
            ), ("www.a.org WWW.b.org", "www.\u{200B}a.org WWW.\u{200B}b.org"),
            ("GH-1 gh-2", "GH-\u{200B}1 gh-\u{200B}2"), ("https://a.org", "https:\u{200B}//a.org"),
            ("a@b.org", "a@\u{200B}b.org"), ("50 % & C# ok: high-tech", "50 % &amp; C\\# ok: high-tech"),
        ] { #expect(MarkdownText.escaped(text) == shown) }
    }

    private static func comment(_ problems: [Diagnostic], news: [ChangeNews]? = []) -> String {
        BuildOutcome(
            problems: problems, themeProblems: [], timings: Timings(),
            source: { _ in Array("---\ntitle: A\n---\n".utf8) }, themeSource: { _ in nil }, exitCode: 0
        ).comment(prefix: "", news: news)
    }

    private static func problem(_ severity: Severity, _ path: String, _ message: String, help: Help? = nil)
        -> Diagnostic
    {
        Diagnostic(severity: severity, code: "x", message: message, path: path, range: 4..<12, help: help)
    }

    @Test func `no number of warnings hides an error or the news from a comment, and it has an end`() {
        let many = (0..<3_000).map {
            Self.problem(
                .warning, "a\($0 / 500).md", String(format: "warning %05d ", $0) + String(repeating: "x", count: 300))
        }
        let text = Self.comment(many + [Self.problem(.error, "z.md", "the error")], news: ["Adds 1 community."])
        #expect(text.utf8.count < 55_000)
        let order = [
            "**1 thing to fix** before it can be published, and 3000 to look at", "the error", "### What changes",
            "Adds 1 community.", "### To look at", "warning 00000", "warning 02500", "And 29",
        ].map { text.range(of: $0)?.lowerBound }
        #expect(order.allSatisfy { $0 != nil } && order.compactMap { $0 } == order.compactMap { $0 }.sorted())
        let errors = Self.comment(
            (0..<3_000).map { Self.problem(.error, "a\($0).md", "error \($0)") }, news: ["Adds 1 community."]
        )
        #expect(errors.utf8.count < 55_000 && errors.contains("### What changes"))
    }

    @Test func `a message and what to paste have an end in a comment`() {
        let text = Self.comment([
            Self.problem(
                .error, "a.md", String(repeating: "é`", count: 40_000),
                help: Help("Write:", paste: String(repeating: "a: b\n", count: 40_000)))
        ])
        #expect(text.utf8.count < 6_000 && text.contains("run `folkmoot check`"))
        // One character may have any number of marks.
        let marked = Self.comment([
            Self.problem(.error, "a.md", String(repeating: "e" + String(repeating: "\u{301}", count: 2_000), count: 60))
        ])
        #expect(marked.utf8.count < 4_000 && marked.contains("**To fix**, `a.md`"))
    }

    @Test func `a check of the whole handbook does not mention proposals`() {
        #expect(
            Self.comment([], news: nil)
                == "### What the check of the handbook found\n\nNothing was found that needs fixing.\n\n")
        #expect(
            !Self.comment([Self.problem(.error, "a.md", "wrong")], news: nil).contains(
                "before it can be published"))
    }

    @Test func `signs of code in a value end no span of code`() {
        for text in ["```@a [b](c)` is", "``@a``", "`a``b`", "````"] {
            #expect(!MarkdownText.message(text).contains("``"), "\(text)")
        }
    }

    /// An entry before, and the same with a mistake that stops it from being used.
    @Test(arguments: [
        (["events/a.md": "---\ntitle: A\nstarts: 2026-12-01\n---\n"], "title: A", "title: A: B"),
        (["events/a.md": "---\ntitle: A\nstarts: 2026-12-01\n---\n"], "title", "titel"),
        (["events/a.md": "---\ntitle: A\nstarts: 2026-12-01\n---\n"], "\n---\n", "\n"),
        (["events/a.md": "---\ntitle: A\nstarts: 2026-12-01\n---\n"], "title: A", "title: «FF»"),
        (
            ["communities/a.md": "---\nname: A\nsummary: S.\nevents: [{title: X, starts: 2026-12-01}]\n---\n"],
            "summary",
            "summery"
        ),
        (
            ["communities/a.md": "---\nname: A\nsummary: S.\nevents: [{title: X, starts: 2026-12-01}]\n---\n"], "title",
            "titel"
        ),
    ])
    func `an entry that cannot be used did not go, and one that is fixed did not come`(
        before: [String: String], text: String, mistake: String
    ) async {
        let broken = before.mapValues { $0.replacing(text, with: mistake) }
        let changes = await Self.changes(before, broken)
        #expect(
            !changes.news.contains { $0.plain.hasPrefix("Removes") || $0.plain.hasPrefix("Adds") }, "\(changes.news)")
        #expect(!changes.problems.contains { $0.isUnder(ChangeRules.deletedCommunity) })
        let fixed = await Self.changes(broken, before)
        #expect(!fixed.news.contains { $0.plain.hasPrefix("Adds") || $0.plain.hasPrefix("Removes") }, "\(fixed.news)")
        #expect(fixed.news.contains { $0.plain.hasPrefix("Changes 1") })
        #expect(fixed.problems == [])
        #expect(await Self.changes(before, [:]).news.contains { $0.plain.hasPrefix("Removes") })
    }

    @Test(arguments: [("title: T", "title: T: U"), ("examples: false", "examples: perhaps"), ("title", "titel")])
    func `a mistake in the settings brings and takes no entry`(text: String, mistake: String) async {
        let before = [
            "site.yaml": "title: T\nexamples: false\n", "communities/b.md": "---\nname: B\nsummary: S.\n---\n",
            "communities/a.md": "---\nname: A\nsummary: S.\nexample: true\n---\n",
        ]
        let broken = before.mapValues { $0.hasPrefix("---") ? $0 : $0.replacing(text, with: mistake) }
        #expect(await Self.changes(before, broken).news.map(\.plain) == [])
        #expect(await Self.changes(broken, before).news.map(\.plain) == [])
    }

    @Test func `other ends of lines make no change`() async throws {
        let repository = try Repository()
        try repository.write(["communities/b.md": "---\nname: B\nsummary: S.\n---\n\nText.\n"])
        try repository.commit("2", day: "2026-01-02")
        try repository.write(["communities/b.md": "---\r\nname: B\r\nsummary: S.\r\n---\r\n\r\nText.\r\n"])
        var command = CheckCommand(BuildCommand(content: repository.disk.at(Repository.folder), output: nil))
        command.changedSince = "main"
        #expect(try await command.run().news?.map(\.plain) == [])
    }

    @Test func `a branch is compared with where it began, in a folder with any name`() async throws {
        let repository = try Repository()
        repository.git("checkout", "-q", "-b", "proposal")
        try repository.write(["communities/b.md": "---\nname: B\n---\n"])
        try repository.commit("2", day: "2026-01-02")
        repository.git("checkout", "-q", "main")
        try repository.write(["communities/other.md": "---\nname: Other\n---\n"])
        try repository.commit("3", day: "2026-01-03")
        repository.git("checkout", "-q", "proposal")
        var command = CheckCommand(BuildCommand(content: repository.disk.at(Repository.folder), output: nil))
        command.changedSince = "main"
        let outcome = try await command.run()
        #expect(outcome.build.problems.map(\.path) == ["communities/b.md"] && outcome.build.exitCode == 1)
        command.changedSince = "nothing"
        await #expect(throws: BuildError.self) { try await command.run() }
        command.changedSince = "--output=/tmp/x"
        await #expect(throws: BuildError.self) { try await command.run() }
    }

    @Test func `without a repository, a comparison names what is missing`() async throws {
        let disk = try TemporaryFolder(["content/site.yaml": "title: T\n"])
        var command = CheckCommand(BuildCommand(content: disk.at("content"), output: nil))
        command.changedSince = "main"
        var message = ""
        do { _ = try await command.run() } catch let error as BuildError { message = error.message }
        #expect(message.hasPrefix("the content folder is not in a git repository, so there is no `main`"))
    }

    @Test func `a proposal gets reports of its own pictures, and of no others`() async throws {
        let repository = try Repository()
        try repository.write(["old.jpg": "x", "talk.jpg": "y"])
        try repository.commit("2", day: "2026-01-02")
        repository.git("checkout", "-q", "-b", "proposal")
        try repository.write(["new.jpg": "x", "talk.jpg": "z"])
        try repository.commit("3", day: "2026-01-03")
        var command = CheckCommand(BuildCommand(content: repository.disk.at(Repository.folder), output: nil))
        command.changedSince = "main"
        let problems = try await command.run().build.problems.filter { $0.code == "picture-left-out" }
        #expect(problems.map(\.path) == ["new.jpg", "talk.jpg"])
    }
}
