import Foundation
import Pictures
import TestSupport
import Testing

@testable import Disk
@testable import Tools

struct MoveTests {
    private static let files = [
        "content/site.yaml": "title: T\nlanguages: [en, cy]\n",
        "content/map.yaml": "data: [10, 20]\nother: [200, 20]\n",
        "content/communities/data/index.md":
            "---\nname: Data\nsummary: S.\n---\n\nOur [charter](charter.md), [picture](a.png).\n\n## X\n",
        "content/communities/data/charter.md": "---\npurpose: P.\n---\n",
        "content/communities/data/a.png": ExamplePicture.gif,
        "content/communities/data/index.cy.md": "---\nname: Data C\nsummary: S.\n---\n\nTestun.\n",
        "content/communities/data/events/coffee.md": "---\ntitle: Coffee\nstarts: 2026-01-01\n---\n",
        "content/communities/other.md":
            "---\nname: Other # data\nsummary: \"About data\"\nconnections:\n  - {to: \"data\", kind: "
            + "partner}\n---\n\n[[communities/data]], [[Data]], [a](data/), [b](data/index.md#x), "
            + "[c](data/charter.md), [d](/communities/data/events/coffee.md?q), `data/`.\n",
        "content/topics/data.md": "---\nname: Data topic\n---\n",
        "content/resources/page.md": "---\ntitle: A page\ntopics: [data]\n---\n",
    ]

    private static func move(_ old: String, _ new: String, _ files: [String: String] = files) async throws -> (
        disk: TemporaryFolder, outcome: EditOutcome
    ) {
        let disk = try TemporaryFolder(files)
        return (disk, try await MoveCommand(content: disk.at("content"), old: old, new: new).run())
    }

    @Test(arguments: [
        "resources/Implementing_RAP/git_for_RAP", "resources/implementing-rap/git-for-rap",
        "resources/Implementing_RAP/git_for_RAP.md",
    ])
    func `a page of any name is found by its file or address, and gets an id`(old: String) async throws {
        let (disk, outcome) = try await Self.move(
            old, "resources/implementing-rap/git",
            [
                "content/site.yaml": "title: T\nlanguages: [en, cy]\n",
                "content/resources/Implementing_RAP/git_for_RAP.md": "# Git\n\n[a](git_for_RAP/plan.csv)\n",
                "content/resources/Implementing_RAP/git_for_RAP.cy.md": "# Git C\n",
                "content/resources/Implementing_RAP/git_for_RAP/plan.csv": "x\n",
                "content/b.md": "# B\n\n[a](resources/implementing_rap/Git_for%5FRAP.md#git) "
                    + "[b](/resources/implementing-rap/git-for-rap/) [[git_for_RAP]]\n",
            ])
        #expect(outcome.problems == [])
        let tree = disk.tree("content")
        #expect(
            tree["resources/Implementing_RAP/git.md"]
                == "---\nredirect_from: resources/implementing-rap/git-for-rap/\n---\n# Git\n\n[a](git/plan.csv)\n")
        #expect(tree["resources/Implementing_RAP/git.cy.md"] == "# Git C\n")
        #expect(tree["resources/Implementing_RAP/git/plan.csv"] == "x\n")
        #expect(
            tree["b.md"]
                == "# B\n\n[a](resources/implementing_rap/git.md#git) [b](/resources/implementing-rap/git/) [[git]]\n")
        #expect(tree.count == 5)
    }

    @Test func `files move, and only what names the entry changes`() async throws {
        let (disk, outcome) = try await Self.move("communities/data", "communities/numbers")
        #expect(outcome.problems == [])
        let tree = disk.tree("content")
        #expect(
            tree["communities/numbers/index.md"]
                == "---\nname: Data\nsummary: S.\nredirect_from: [communities/data/]\n---\n\nOur "
                + "[charter](charter.md), [picture](a.png).\n\n## X\n"
        )
        #expect(
            tree["communities/numbers/events/coffee.md"]
                == "---\ntitle: Coffee\nredirect_from: [communities/data/events/coffee/]\nstarts: 2026-01-01\n---\n")
        #expect(
            tree["communities/numbers/a.png"] == ExamplePicture.gif
                && tree["communities/numbers/index.cy.md"] == "---\nname: Data C\nsummary: S.\n---\n\nTestun.\n")
        #expect(
            tree["communities/other.md"]
                == "---\nname: Other # data\nsummary: \"About data\"\nconnections:\n  - {to: numbers, kind: "
                + "partner}\n---\n\n[[communities/numbers]], [[Data]], [a](numbers/), [b](numbers/index.md#x), "
                + "[c](numbers/charter.md), [d](/communities/numbers/events/coffee.md?q), `data/`.\n"
        )
        #expect(
            tree["topics/data.md"] == Self.files["content/topics/data.md"]
                && tree["resources/page.md"] == Self.files["content/resources/page.md"])
        #expect(tree["map.yaml"] == "numbers: [10, 20]\nother: [200, 20]\n")
        #expect(!tree.keys.contains { $0.hasPrefix("communities/data") })
    }

    @Test func `a term is renamed where it is a term`() async throws {
        let (disk, _) = try await Self.move("topics/data.md", "topics/figures")
        #expect(disk.text("content/resources/page.md") == "---\ntitle: A page\ntopics: [figures]\n---\n")
        #expect(disk.text("content/communities/other.md") == Self.files["content/communities/other.md"])
    }

    @Test(arguments: [
        ("communities/nobody", "communities/x"), ("communities/data", "communities/other"),
        ("communities/data", "topics/x"), ("communities/data", "communities/A b"),
        ("communities/data/charter", "communities/data/rules"), ("communities/data", "communities/data"),
    ])
    func `what cannot be is refused, and nothing changes`(old: String, new: String) async throws {
        let disk = try TemporaryFolder(Self.files)
        let before = disk.tree("content")
        await #expect(throws: BuildError.self) {
            try await MoveCommand(content: disk.at("content"), old: old, new: new).run()
        }
        #expect(disk.tree("content") == before)
    }

    @Test func `where a file cannot be written or removed, none is changed, and the message names it`()
        async throws
    {
        let before = try TemporaryFolder(Self.files).tree("content")
        var steps = 0
        for step in 0..<12 {
            let disk = try TemporaryFolder(Self.files)
            let fault = WriteFailure(at: step)
            var command = MoveCommand(
                content: disk.at("content"), old: "communities/data", new: "communities/numbers")
            command.beforeEach = fault.beforeEach
            let message = await failure { [command] in _ = try await command.run() }
            steps = max(steps, fault.count)
            #expect(message == fault.message)
            #expect(disk.tree("content") == before, "\(fault.message)")
        }
        #expect(steps == 12)
    }

    @Test func `a dry run reports the move and writes nothing`() async throws {
        let disk = try TemporaryFolder(Self.files)
        let before = disk.tree("content")
        var command = MoveCommand(content: disk.at("content"), old: "topics/data", new: "topics/figures")
        command.isDryRun = true
        #expect(
            try await command.run().report
                == "Would move topics/data.md to topics/figures.md.\nWould change resources/page.md.")
        #expect(disk.tree("content") == before)
    }

    @Test func `an old address redirects in every language`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\n",
            "roles/baker.md": "---\nname: Baker\nredirect_from: roles/miller/\n---\n",
        ])
        #expect(
            site.page("roles/miller/").contains("roles/baker/")
                && site.page("cy/roles/miller/").contains("../../../cy/roles/baker/"))
    }
}
