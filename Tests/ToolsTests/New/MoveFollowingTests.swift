import Foundation
import Pictures
import TestSupport
import Testing

@testable import Disk
@testable import Tools

/// What names an entry follows when it gets another id, in whatever form it is written.
struct MoveFollowingTests {
    private static let files = [
        "content/site.yaml": "title: T\n",
        "content/communities/old-people/index.md": "---\nname: Seniors\nsummary: S.\n---\n\nText.\n",
        "content/communities/old-people/a.png": ExamplePicture.gif,
        "content/communities/old-people/resources/tips.md": "# Tips\n\n## X\n",
        "content/communities/old-people/events/coffee.md": "---\ntitle: Coffee\nstarts: 2026-01-01\n---\n",
        "content/about.md": "# About\n",
    ]

    private static func move(
        _ more: [String: String], from old: String = "communities/old-people", to new: String = "communities/elders"
    ) async throws -> (disk: TemporaryFolder, outcome: EditOutcome) {
        let disk = try TemporaryFolder(files.merging(more) { $1 })
        return (disk, try await MoveCommand(content: disk.at("content"), old: old, new: new).run())
    }

    @Test(arguments: [
        ("[[communities/old-people]] [[old-people|x]]", "[[communities/elders]] [[elders|x]]"),
        ("[[communities/old-people/resources/tips#x|text]]", "[[communities/elders/resources/tips#x|text]]"),
        ("[[old-people/tips]]", "[[elders/tips]]"),
        ("[[old-people/tips#x|text]]", "[[elders/tips#x|text]]"),
        ("| a |\n|---|\n| [[old-people/tips\\|b]] |", "| a |\n|---|\n| [[elders/tips\\|b]] |"),
        ("[a](../communities/old%2Dpeople.md)", "[a](../communities/elders.md)"),
        ("[t][r] [r]\n\n[r]: ../communities/old-people.md", "[t][r] [r]\n\n[r]: ../communities/elders.md"),
        (
            "![t][r]\n\n[r]: <../communities/old-people/a.png> \"Old-people\"",
            "![t][r]\n\n[r]: <../communities/elders/a.png> \"Old-people\""
        ),
        (
            "[t][r]\n\n[r]:\n  /communities/old-people/resources/tips.md#x\n  'T'\n[s]: ../communities/old-people/",
            "[t][r]\n\n[r]:\n  /communities/elders/resources/tips.md#x\n  'T'\n[s]: ../communities/elders/"
        ),
        (
            "> [t][r]\n>\n> - [r]: ../communities/old-people/index.md\n",
            "> [t][r]\n>\n> - [r]: ../communities/elders/index.md\n"
        ),
        (
            "x[^1]\n\n[^1]: [t][r]\n\n    [r]: ../communities/old-people.md",
            "x[^1]\n\n[^1]: [t][r]\n\n    [r]: ../communities/elders.md"
        ),
        // Text and code that only look like definitions.
        ("```\n[r]: ../communities/old-people.md\n```", "```\n[r]: ../communities/old-people.md\n```"),
        ("Text\n[r]: ../communities/old-people.md", "Text\n[r]: ../communities/old-people.md"),
        ("[r]: ../communities/old-people.md text", "[r]: ../communities/old-people.md text"),
    ])
    func `links of every form follow`(before: String, after: String) async throws {
        let facts = "---\ntitle: A page\n---\n\n"
        let (disk, outcome) = try await Self.move(["content/resources/page.md": facts + before])
        #expect(outcome.problems.map(\.message) == [])
        #expect(disk.text("content/resources/page.md") == facts + after)
    }

    @Test func `a link to a translation's file follows`() async throws {
        let (disk, outcome) = try await Self.move([
            "content/site.yaml": "title: T\nlanguages: [en, cy]\n",
            "content/communities/old-people/index.cy.md": "---\nname: Hen\nsummary: S.\n---\n\nTestun.\n",
            "content/about.md": "[a](communities/old-people/index.cy.md)\n",
        ])
        #expect(outcome.problems.map(\.message) == [])
        #expect(disk.text("content/about.md") == "[a](communities/elders/index.cy.md)\n")
    }

    @Test func `the menu follows`() async throws {
        let (disk, outcome) = try await Self.move([
            "content/site.yaml": "title: old-people\nmenu:\n  - map\n  - communities/old-people # the first\n"
                + "  - \"/communities/old-people/resources/tips/\"\n  - about\n"
        ])
        #expect(outcome.problems.map(\.message) == [])
        #expect(
            disk.text("content/site.yaml") == "title: old-people\nmenu:\n  - map\n  - communities/elders # the first\n"
                + "  - \"/communities/elders/resources/tips/\"\n  - about\n")
    }

    @Test func `entries with another label follow, in the footer too`() async throws {
        let settings = "title: T\nmenu: [{page: about, title: Us}]\nfooter:\n  - page: about\n    title: We\n"
        let (disk, outcome) = try await Self.move(["content/site.yaml": settings], from: "about", to: "who-we-are")
        #expect(outcome.problems.map(\.message) == [])
        #expect(disk.text("content/site.yaml") == settings.replacing("page: about", with: "page: who-we-are"))
    }

    @Test func `a menu names a page that moves alone`() async throws {
        let (disk, outcome) = try await Self.move(
            ["content/site.yaml": "title: T\nmenu: [about, 'communities/old-people']\n"], from: "about",
            to: "who-we-are")
        #expect(outcome.problems.map(\.message) == [])
        #expect(disk.text("content/site.yaml") == "title: T\nmenu: [who-we-are, 'communities/old-people']\n")
    }

    @Test func `a quoted line of the map follows`() async throws {
        let (disk, _) = try await Self.move(["content/map.yaml": "\"old-people\": [10, 20]\n"])
        #expect(disk.text("content/map.yaml") == "elders: [10, 20]\n")
    }

    private static let meetings = [
        "content/events/coffee.md": "---\ntitle: Shared coffee\nstarts: 2026-01-01\n---\n",
        "content/communities/b/index.md": "---\nname: B\nsummary: S.\n---\n\nText.\n",
        "content/communities/b/events/coffee.md": "---\ntitle: Coffee of B\nstarts: 2026-01-01\n---\n",
        "content/communities/b/writeups/one.md": "---\ntitle: One\ndate: 2026-01-01\nevent: coffee\n---\n\nText.\n",
        "content/communities/b/writeups/two.md":
            "---\ntitle: Two\ndate: 2026-01-01\nevent: old-people/coffee\n---\n\nText.\n",
        "content/writeups/three.md": "---\ntitle: Three\ndate: 2026-01-01\nevent: coffee\n---\n\nText.\n",
        "content/communities/old-people/writeups/one.md": "---\ntitle: Four\ndate: 2026-01-01\n---\n\nText.\n",
        "content/communities/b/backlog.md":
            "---\ntopics:\n  - title: A\n    writeup: one\n  - title: B\n    writeup: old-people/one\n---\n",
    ]

    /// What each file of the meetings names after a move.
    private static func named(_ old: String, _ new: String) async throws -> [String] {
        let (disk, outcome) = try await move(meetings, from: old, to: new)
        #expect(outcome.problems.map(\.message) == [])
        let b = "content/communities/b/"
        return ["\(b)writeups/one.md", "\(b)writeups/two.md", "content/writeups/three.md", "\(b)backlog.md"].flatMap {
            (disk.text($0) ?? "").split(separator: "\n").filter { $0.contains("event: ") || $0.contains("writeup: ") }
                .map {
                    String($0.split(separator: ": ").last!)
                }
        }
    }

    @Test func `meetings are named within their community, or with it`() async throws {
        let before = ["coffee", "old-people/coffee", "coffee", "one", "old-people/one"]
        func expect(_ old: String, _ new: String, _ changes: [Int: String]) async throws {
            var after = before
            for (index, text) in changes { after[index] = text }
            #expect(try await Self.named(old, new) == after, "\(old)")
        }
        try await expect("communities/old-people", "communities/elders", [1: "elders/coffee", 4: "elders/one"])
        let own = "communities/old-people/events/"
        try await expect("\(own)coffee", "\(own)tea", [1: "old-people/tea"])
        try await expect("communities/b/events/coffee", "communities/b/events/tea", [0: "tea"])
        try await expect("events/coffee", "events/tea", [2: "tea"])
        let writeups = "communities/old-people/writeups/"
        try await expect("\(writeups)one", "\(writeups)first", [4: "old-people/first"])
        try await expect("communities/old-people/resources/tips", "communities/old-people/resources/hints", [:])
    }

    @Test func `a host is the community of that id, not the organisation`() async throws {
        let event = "---\ntitle: E\nstarts: 2026-01-01\nhosts: [old-people]\n---\n"
        let (disk, outcome) = try await Self.move(
            ["content/organisations/old-people.md": "---\nname: Org\n---\n", "content/events/e.md": event],
            from: "organisations/old-people", to: "organisations/office")
        #expect(outcome.problems.map(\.message) == [])
        #expect(disk.text("content/events/e.md") == event)
    }

    @Test func `a term in other letters follows`() async throws {
        let page = "---\ntitle: A page\ntopics: [Big Data]\n---\n"
        let (disk, outcome) = try await Self.move(
            ["content/topics/big-data.md": "---\nname: Much data\n---\n", "content/resources/page.md": page],
            from: "topics/big-data", to: "topics/volume")
        #expect(outcome.problems.map(\.message) == [])
        #expect(disk.text("content/resources/page.md") == "---\ntitle: A page\ntopics: [volume]\n---\n")
    }

    @Test func `a wiki link that would lead elsewhere gets its whole path`() async throws {
        // `[[x]]` means a shared page before a community.
        let (disk, outcome) = try await Self.move([
            "content/resources/elders.md": "# E\n", "content/about.md": "[[old-people]] [[elders]]\n",
        ])
        #expect(outcome.problems.map(\.message) == [])
        #expect(disk.text("content/about.md") == "[[communities/elders]] [[elders]]\n")
        let (other, _) = try await Self.move(
            ["content/resources/a.md": "# A\n", "content/about.md": "[[a]] [[old-people]]\n"],
            from: "resources/a", to: "resources/old-people")
        #expect(other.text("content/about.md") == "[[old-people]] [[communities/old-people]]\n")
    }

    @Test func `what would name something else is refused`() async throws {
        let disk = try TemporaryFolder(
            Self.files.merging([
                "content/organisations/office.md": "---\nname: Org\n---\n",
                "content/events/e.md": "---\ntitle: E\nstarts: 2026-01-01\nhosts: [office]\n---\n",
            ]) { $1 })
        let before = disk.tree("content")
        let command = MoveCommand(
            content: disk.at("content"), old: "communities/old-people", new: "communities/office")
        #expect(
            await failure { _ = try await command.run() }
                == "`events/e.md` would no longer refer to `organisations/office`, because something else has "
                + "that name. Choose another id; nothing was changed.")
        #expect(disk.tree("content") == before)
    }

    @Test func `a mistake that was there before does not stop a move`() async throws {
        let (_, outcome) = try await Self.move(["content/about.md": "[[Old People]]\n"])
        #expect(outcome.problems.map(\.message) == [])
    }

    @Test func `the report names lines that still say the old name`() async throws {
        let (_, outcome) = try await Self.move([
            "content/communities/old-people/index.md": "---\nname: Old people\nsummary: S.\n---\n\nText.\n",
            "content/resources/page.md":
                "---\ntitle: For Old people\n---\n\n[[old-people]] [a](/communities/old-people/)\n\nAsk `old-people`,\n"
                + "old people, golden old-peoples\nor https://example.org/old-people.\n",
        ])
        let report = outcome.report?.split(separator: "\n").suffix(4).map(String.init)
        #expect(
            report == [
                "Its name stays Old people: if it has a new name, change it in communities/elders/index.md.",
                "resources/page.md:2 still says Old people.", "resources/page.md:7 still says old-people.",
                "resources/page.md:8 still says old people.",
            ])
    }

    @Test func `a name of one word is reported where it is not a word of the language`() async throws {
        let (_, outcome) = try await Self.move(
            [
                "content/topics/data.md": "---\nname: Facts\n---\n",
                "content/resources/page.md":
                    "---\ntitle: Data\ntopics: [data]\n---\n\nThe data in `data`,\ntopics/data or data.\n",
            ], from: "topics/data", to: "topics/facts")
        #expect(
            outcome.report?.split(separator: "\n").suffix(2) == [
                "resources/page.md:6 still says data.", "resources/page.md:7 still says data.",
            ])
    }

    @Test func `empty folders go, and one that holds something is reported`() async throws {
        let disk = try TemporaryFolder(Self.files)
        let old = disk.at("content/communities/old-people")
        for folder in ["pictures/small", "writeups"] {
            try FileManager.default.createDirectory(atPath: "\(old)/\(folder)", withIntermediateDirectories: true)
        }
        _ = FileManager.default.createFile(atPath: "\(old)/writeups/.gitkeep", contents: nil)
        let command = MoveCommand(
            content: disk.at("content"), old: "communities/old-people", new: "communities/elders")
        _ = try await command.run()
        #expect(!FileManager.default.fileExists(atPath: old))

        let again = disk.at("content/communities/elders")
        try FileManager.default.createDirectory(atPath: "\(again)/drafts", withIntermediateDirectories: true)
        _ = FileManager.default.createFile(atPath: "\(again)/drafts/.notes", contents: nil)
        let back = try await MoveCommand(
            content: disk.at("content"), old: "communities/elders", new: "communities/old-people"
        ).run()
        #expect(back.report?.hasSuffix("communities/elders/ stays, because it holds drafts/.notes.") == true)
        #expect((try? FileManager.default.subpathsOfDirectory(atPath: again).sorted()) == ["drafts", "drafts/.notes"])
    }
}
