import Foundation
import Pictures
import TestSupport
import Testing

@testable import Tools

/// Pages whose folder is free go to another one, and all that leads to them follows.
@Suite struct MoveFolderTests {
    private static let gif = ExamplePicture.gif
    private static let files = [
        "content/site.yaml": "title: T\nlanguages: [en, cy]\nmenu: [map, resources/a, 'resources/teams/crew/']\n",
        "content/index.md":
            "# Home\n\n[a](resources/a.md#part) [b](/resources/a/?x#part) [c](resources/A) [[a]] [[resources/a|x]]\n",
        "content/resources/a.md":
            "---\ntitle: A\n---\n\n## Part\n\n[o](other.md) [t](teams/crew/#x) [up](../index.md) [m](../map/?topic=x) "
            + "[me](a.md#part) [own](a/plan.csv) [[other]] ![P](own.gif) ![Q](shared.gif) [r] "
            + "<a href=\"other.md\">o</a> [e](https://example.org/a)\n\n[r]: other.md \"T\"\n",
        "content/resources/a.cy.md": "---\ntitle: A C\n---\n\n## Part\n\n[o](other.md) ![P](own.gif)\n",
        "content/resources/a/plan.csv": "1", "content/resources/own.gif": gif, "content/resources/shared.gif": gif,
        "content/resources/other.md":
            "# Other\n\n![Q](shared.gif) [a](a.md) [a](a.cy.md) [p](a/plan.csv) [x][y] "
            + "<a href='a.md'>h</a>\n\n[y]: <a.md>\n",
        "content/resources/teams/crew.md": "# Crew\n\n[a](../a/) [[resources/a]]\n\n## X\n",
    ]

    private static func move(_ old: String, _ new: String, _ more: [String: String] = [:]) async throws -> (
        disk: TemporaryFolder, outcome: EditOutcome
    ) {
        let disk = try TemporaryFolder(files.merging(more) { $1 })
        return (disk, try await MoveCommand(content: disk.at("content"), old: old, new: new).run())
    }

    @Test func `a page goes to another folder with what only it uses`() async throws {
        let (disk, outcome) = try await Self.move("resources/a", "resources/teams/b")
        #expect(outcome.problems.map(\.message) == [])
        let tree = disk.tree("content")
        #expect(
            tree["resources/teams/b.md"]
                == "---\ntitle: A\nredirect_from: [resources/a/]\n---\n\n## Part\n\n[o](../other.md) [t](crew/#x) "
                + "[up](../../index.md) [m](../../map/?topic=x) [me](b.md#part) [own](b/plan.csv) [[other]] "
                + "![P](own.gif) ![Q](../shared.gif) [r] <a href=\"../other.md\">o</a> [e](https://example.org/a)\n\n"
                + "[r]: ../other.md \"T\"\n")
        #expect(
            tree["resources/teams/b.cy.md"]
                == "---\ntitle: A C\n---\n\n## Part\n\n[o](../other.md) ![P](own.gif)\n")
        #expect(tree["resources/teams/b/plan.csv"] == "1")
        #expect(tree["resources/teams/own.gif"] == Self.gif && tree["resources/own.gif"] == nil)
        #expect(tree["resources/shared.gif"] == Self.gif)
        #expect(
            tree["resources/a.md"] == nil && tree["resources/a.cy.md"] == nil && tree["resources/a/plan.csv"] == nil)
    }

    @Test func `all that leads to it follows`() async throws {
        let (disk, _) = try await Self.move("resources/a.md", "resources/teams/b.md")
        let tree = disk.tree("content")
        #expect(
            tree["index.md"]
                == "# Home\n\n[a](resources/teams/b.md#part) [b](/resources/teams/b/?x#part) [c](resources/teams/b) "
                + "[[b]] [[resources/teams/b|x]]\n")
        #expect(
            tree["resources/other.md"]
                == "# Other\n\n![Q](shared.gif) [a](teams/b.md) [a](teams/b.cy.md) [p](teams/b/plan.csv) [x][y] "
                + "<a href='teams/b.md'>h</a>\n\n[y]: <teams/b.md>\n")
        #expect(tree["resources/teams/crew.md"] == "# Crew\n\n[a](b/) [[resources/teams/b]]\n\n## X\n")
        #expect(
            tree["site.yaml"]
                == "title: T\nlanguages: [en, cy]\nmenu: [map, resources/teams/b, 'resources/teams/crew/']\n")
    }

    @Test(arguments: [
        ("resources/a", "resources/new/deep/a"), ("resources/a", "handbook/a"), ("resources/a", "a"),
        ("resources/teams/crew", "resources/team-page"), ("resources/teams", "resources/groups"),
        ("resources/teams", "handbook/teams"),
    ])
    func `pages go deeper, up, to the handbook and out, alone or as a folder`(old: String, new: String) async throws {
        let (disk, outcome) = try await Self.move(old, new)
        #expect(outcome.problems.map(\.message) == [])
        let text = disk.tree("content").mapValues { $0 == Self.gif ? "" : $0 }
        #expect(!text.keys.contains { $0.hasPrefix("\(old).") || $0.hasPrefix("\(old)/") })
        // A move back leaves everything as it was but for the redirects.
        let back = try await MoveCommand(content: disk.at("content"), old: new, new: old).run()
        #expect(back.problems.map(\.message) == [])
        let tree = disk.tree("content")
        let site = try await TestSite(tree)
        #expect(site.codes.filter { $0 != "orphan-page" } == [])
        #expect(tree["resources/shared.gif"] == Self.gif && tree["resources/own.gif"] == Self.gif)
    }

    @Test func `a page goes from a community to all, and back`() async throws {
        let community = [
            "content/communities/c/index.md": "---\nname: C\nsummary: S.\n---\n\n[[tips]] [t](resources/tips.md)\n",
            "content/communities/c/resources/tips.md": "# Tips\n\n[c](../index.md) [[more]]\n",
            "content/communities/c/resources/more.md": "# More\n\n[[c/tips]]\n",
            "content/about.md": "# About\n\n[[c/tips]]\n",
        ]
        let (disk, outcome) = try await Self.move("communities/c/resources/tips", "resources/tips", community)
        #expect(outcome.problems.map(\.message) == [])
        let tree = disk.tree("content")
        #expect(
            tree["communities/c/index.md"]
                == "---\nname: C\nsummary: S.\n---\n\n[[tips]] [t](../../resources/tips.md)\n")
        #expect(
            tree["resources/tips.md"]
                == "---\nredirect_from: communities/c/resources/tips/\n---\n# Tips\n\n[c](../communities/c/index.md) "
                + "[[communities/c/resources/more]]\n")
        #expect(tree["communities/c/resources/more.md"] == "# More\n\n[[resources/tips]]\n")
        #expect(tree["about.md"] == "# About\n\n[[resources/tips]]\n")
        let back = try await MoveCommand(
            content: disk.at("content"), old: "resources/tips", new: "communities/c/resources/tips"
        ).run()
        #expect(back.problems.map(\.message) == [])
    }

    @Test func `files of any name go along, and their addresses are escaped`() async throws {
        let (disk, outcome) = try await Self.move(
            "resources/Our_team/how-we-work", "resources/how",
            [
                "content/resources/Our_team/How we work.md": "# How\n\n![P](<IMG 2.gif>) [o](Old%20plan.md)\n",
                "content/resources/Our_team/IMG 2.gif": Self.gif, "content/resources/Our_team/Old plan.md": "# Plan\n",
                "content/about.md": "# About\n\n[h](<resources/Our_team/How we work.md>)\n",
                "content/site.yaml": "title: T\nlanguages: [en, cy]\nmenu: [resources/Our_team/How we work]\n",
            ])
        #expect(outcome.problems.map(\.message) == [])
        let tree = disk.tree("content")
        #expect(
            tree["resources/how.md"]
                == "---\nredirect_from: resources/our-team/how-we-work/\n---\n# How\n\n![P](<IMG 2.gif>) "
                + "[o](Our_team/Old%20plan.md)\n")
        #expect(tree["resources/IMG 2.gif"] == Self.gif)
        #expect(tree["about.md"] == "# About\n\n[h](<resources/how.md>)\n")
        #expect(tree["site.yaml"] == "title: T\nlanguages: [en, cy]\nmenu: [resources/how]\n")
    }

    @Test func `a page that goes to a folder of another name on the disk is in it`() async throws {
        let (disk, _) = try await Self.move(
            "resources/a", "resources/our-team/a", ["content/resources/Our_team/b.md": "# B\n"])
        #expect(disk.text("content/resources/Our_team/a.md") != nil)
    }

    @Test func `a menu that names a page by its file follows where it stays in its folder`() async throws {
        let (disk, outcome) = try await Self.move(
            "resources/our-team/how-we-work", "resources/our-team/how",
            [
                "content/resources/Our_team/How we work.md": "# How\n",
                "content/site.yaml":
                    "title: T\nlanguages: [en, cy]\nmenu: [map, \"resources/Our_team/How we work.md\"]\n",
            ])
        #expect(outcome.problems.map(\.message) == [])
        #expect(disk.text("content/site.yaml")?.contains("menu: [map, \"resources/Our_team/how.md\"]\n") == true)
    }

    @Test(arguments: [
        ("communities/c", "handbook/c", "Only wiki pages, chapters and plain pages can move to another folder."),
        ("events/e", "communities/c/events/e", "An entry stays in its folder"),
        ("resources/a", "topics/a", "is not a place for a page"),
        ("resources/a", "events/a", "is not a place for a page"),
        ("resources/a", "resources", "is not a place for a page"), ("resources", "docs", "its name says what"),
        ("resources/a", "resources/a/b", "cannot go into itself"), ("resources/a", "resources/teams/crew", "already"),
        ("resources/a", "resources/teams/B c", "cannot be part of an address"),
        ("resources/nothing", "resources/teams/x", "There is no entry"),
    ])
    func `what cannot be is refused, and nothing changes`(old: String, new: String, says: String) async throws {
        let disk = try TemporaryFolder(
            Self.files.merging([
                "content/communities/c.md": "---\nname: C\nsummary: S.\n---\n",
                "content/events/e.md": "---\ntitle: E\nstarts: 2026-01-01\n---\n",
            ]) { $1 })
        let before = disk.tree("content")
        let message = await failure { _ = try await MoveCommand(content: disk.at("content"), old: old, new: new).run() }
        #expect(message.contains(says))
        #expect(disk.tree("content") == before)
    }

    @Test func `where a file cannot be written or removed, none is changed`() async throws {
        let before = try TemporaryFolder(Self.files).tree("content")
        for step in 0..<12 {
            let disk = try TemporaryFolder(Self.files)
            let fault = WriteFailure(at: step)
            var command = MoveCommand(content: disk.at("content"), old: "resources/a", new: "resources/teams/b")
            command.beforeEach = fault.beforeEach
            let message = await failure { [command] in _ = try await command.run() }
            #expect(message == fault.message)
            #expect(disk.tree("content") == before, "\(fault.message)")
        }
    }

    @Test func `a page that no list holds any more is reported, and moves all the same`() async throws {
        let (disk, outcome) = try await Self.move(
            "resources/alone", "team/alone", ["content/resources/alone.md": "# Alone\n"])
        #expect(outcome.report?.contains("No page, menu or list leads to team/alone.md then") == true)
        #expect(disk.text("content/team/alone.md") != nil)
    }

    @Test func `a name that stays is not reported, and its old path is`() async throws {
        let (_, outcome) = try await Self.move(
            "resources/lean-coffee", "handbook/lean-coffee",
            [
                "content/resources/lean-coffee.md": "# Lean coffee\n",
                "content/about.md": "# About\n\nlean coffee, `resources/lean-coffee`, `lean-coffee`\n",
            ])
        #expect(
            outcome.report?.split(separator: "\n").filter { $0.contains("still") }
                == ["about.md:3 still says lean-coffee."])
    }
}
