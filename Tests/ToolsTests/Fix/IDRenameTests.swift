import Build
import Foundation
import TestSupport
import Testing

@testable import Tools

/// `check --fix` gives a file an id for a name where it has to have one; pages that may have any name keep theirs.
@Suite struct IDRenameTests {
    private static let event =
        "---\ntitle: Coffee\nstarts: 2026-05-01\n---\n\nSee [us](../communities/Data_People/index.md).\n"

    private static let files = [
        "content/site.yaml": "title: T\nlanguages: [en, cy]\n",
        "content/communities/Data_People/index.md":
            "---\nname: Data\nsummary: S.\n---\n\n[logo](logo.csv) [p](resources/My_Page.md)\n",
        "content/communities/Data_People/resources/My_Page.md":
            "# Page\n\n[back](../index.md), [abs](/communities/Data_People/index.md)\n",
        "content/communities/Data_People/logo.csv": "x\n",
        "content/events/Lean Coffee.md": event, "content/events/Lean Coffee.cy.md": "---\ntitle: Coffi\n---\n",
        "content/resources/Any Name.md":
            "# Any\n\n[a](<../events/Lean Coffee.md>), [b](../events/lean%20coffee.md?x#y),\n"
            + "[c](../communities/Data_People/logo.csv)\n",
    ]

    private static func fix(_ files: [String: String], isDryRun: Bool = false) async throws -> (
        tree: [String: String], report: String
    ) {
        let disk = try TemporaryFolder(files)
        var command = FixCommand(content: disk.at("content"), options: Pipeline.Options())
        command.isDryRun = isDryRun
        let report = try await command.run()
        return (disk.tree("content"), report.replacing(disk.at("content"), with: "content"))
    }

    @Test func `files get ids for names, and links follow`() async throws {
        let (tree, report) = try await Self.fix(Self.files)
        #expect(
            tree.keys.sorted() == [
                "communities/data-people/index.md", "communities/data-people/logo.csv",
                "communities/data-people/resources/My_Page.md", "events/lean-coffee.cy.md", "events/lean-coffee.md",
                "resources/Any Name.md", "site.yaml",
            ])
        #expect(tree["events/lean-coffee.md"] == Self.event.replacing("Data_People", with: "data-people"))
        #expect(
            tree["communities/data-people/resources/My_Page.md"]
                == "# Page\n\n[back](../index.md), [abs](/communities/data-people/index.md)\n")
        #expect(
            tree["resources/Any Name.md"]
                == "# Any\n\n[a](<../events/lean-coffee.md>), [b](../events/lean-coffee.md?x#y),\n"
                + "[c](../communities/data-people/logo.csv)\n")
        #expect(
            report.contains(
                "content/events/Lean Coffee.md: renamed to content/events/lean-coffee.md, which is an id\n"))
        #expect(report.contains("content/resources/Any Name.md: links follow\n"))
    }

    @Test func `where a file cannot be renamed or written, none is changed`() async throws {
        let before = try TemporaryFolder(Self.files).tree("content")
        var steps = 0
        for step in 0..<9 {
            let disk = try TemporaryFolder(Self.files)
            let fault = WriteFailure(at: step)
            var command = FixCommand(content: disk.at("content"), options: Pipeline.Options())
            command.beforeEach = fault.beforeEach
            let message = await failure { [command] in _ = try await command.run() }
            steps = max(steps, fault.count)
            if fault.count <= step { continue }
            #expect(message == fault.message)
            #expect(disk.tree("content") == before, "\(message)")
        }
        #expect(steps > 5)
    }

    @Test func `a dry run says so and changes nothing`() async throws {
        let (tree, report) = try await Self.fix(Self.files, isDryRun: true)
        #expect(tree["events/Lean Coffee.md"] == Self.event && tree.count == Self.files.count)
        #expect(report.contains("content/events/Lean Coffee.md: would be renamed to content/events/lean-coffee.md"))
    }

    @Test(arguments: [
        ["events/My_Event.md", "events/my-event.md"], ["events/My_Event.md", "events/my-event/index.md"],
        ["communities/A_b/index.md", "communities/a-b/resources/c.md"], ["events/a.fr.md"],
        ["resources/My_Page.md", "handbook/A b.md"],
    ])
    func `nothing takes the place of another, and what may be a translation keeps its name`(paths: [String])
        async throws
    {
        var files = ["content/site.yaml": "title: T\n"]
        for path in paths {
            files["content/\(path)"] = "---\nname: A\ntitle: A\nsummary: S.\nstarts: 2026-05-01\n---\n"
        }
        let (tree, report) = try await Self.fix(files)
        #expect(Set(tree.keys) == Set(paths + ["site.yaml"]))
        #expect(!report.contains("renamed"))
    }

    @Test func `of two names for one id the first gets it`() async throws {
        let (tree, _) = try await Self.fix([
            "content/site.yaml": "title: T\n", "content/events/A b.md": Self.event, "content/events/A_b.md": Self.event,
        ])
        #expect(tree.keys.sorted() == ["events/A_b.md", "events/a-b.md", "site.yaml"])
    }
}
