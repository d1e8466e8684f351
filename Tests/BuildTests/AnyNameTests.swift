import Foundation
import TestSupport
import Testing
import Text

@testable import Build

/// Pages whose files have any name that people give files: the address is made from the name.
@Suite struct AnyNameTests {
    private static func page(_ title: String, _ body: String = "") -> String { "# \(title)\n\n\(body)\n" }

    private static let settings =
        "title: T\nlanguages: [en, cy]\nrepository:\n  url: https://example.org/a\n"

    @Test(arguments: [
        ("resources/Implementing_RAP/git_for_RAP.md", "resources/implementing-rap/git-for-rap/"),
        ("resources/IDE Set Up.md", "resources/ide-set-up/"), ("resources/Über uns.md", "resources/uber-uns/"),
        ("resources/v1.2 notes.md", "resources/v1-2-notes/"), ("handbook/01_Start Here.md", "handbook/01-start-here/"),
        ("Our_team/How we work.md", "our-team/how-we-work/"),
        ("communities/a/resources/My_Page.md", "communities/a/resources/my-page/"),
        ("Resources/a.md", "resources/a/"), ("resources/日本.md", "resources/\(ID.from("日本"))/"),
        ("resources/Guides/README.md", "resources/guides/"), ("resources/guides/ReadMe.md", "resources/guides/"),
        ("resources/guides/Index.md", "resources/guides/"), ("README.md", ""),
    ])
    func `a page of any name has an address made from it`(path: String, route: String) async throws {
        let site = try await TestSite([
            "site.yaml": Self.settings, path: Self.page("Some title"),
            "communities/a.md": "---\nname: A\nsummary: B.\n---\n",
        ])
        #expect(site.problems.map(\.code).filter { !["community-incomplete", "orphan-page"].contains($0) } == [])
        #expect(site.page(route).contains("Some title"))
        let file = path.addingPercentEncoding(
            withAllowedCharacters: .alphanumerics.intersection(.init(charactersIn: "\0"..."\u{7F}")).union(
                .init(charactersIn: "-._~/")))!
        #expect(route.isEmpty || site.page(route).contains("https://example.org/a/edit/main/content/\(file)\""))
    }

    @Test(arguments: [
        "git_for_RAP.md", "Git_for_rap.md", "../Implementing_RAP/git_for_RAP.md#part", "git_for_RAP/", "git_for_RAP",
        "git-for-rap/", "Git-For-RAP/", "/resources/Implementing_RAP/git_for_RAP/", "./git%5Ffor%5FRAP.md",
    ])
    func `a link names the file as it is, in any letters, or its address`(link: String) async throws {
        let site = try await TestSite([
            "resources/Implementing_RAP/git_for_RAP.md": Self.page("Git", "## Part"),
            "resources/Implementing_RAP/b.md": Self.page("B", "[Git](\(link))"),
        ])
        #expect(site.problems == [])
        let fragment = link.hasSuffix("#part") ? "#part" : ""
        #expect(
            site.main("resources/implementing-rap/b/").contains(
                "<a href=\"../../../resources/implementing-rap/git-for-rap/\(fragment)\">Git</a>"))
    }

    @Test(arguments: ["git_for_RAP", "Git_For_RAP", "Implementing_RAP/git_for_RAP", "implementing-rap/git-for-rap"])
    func `a wiki link names the file as it is`(name: String) async throws {
        let site = try await TestSite([
            "resources/Implementing_RAP/git_for_RAP.md": Self.page("Git"),
            "resources/b.md": Self.page("B", "[[\(name)]]"),
        ])
        #expect(site.problems == [])
        #expect(site.main("resources/b/").contains("<a href=\"../../resources/implementing-rap/git-for-rap/\">Git</a>"))
    }

    @Test func `a link to the folder leads to its README, and one to a similar name leads nowhere`()
        async throws
    {
        let site = try await TestSite([
            "resources/My Folder/README.md": Self.page("Folder"), "resources/C.md": Self.page("C"),
            "resources/b.md": Self.page(
                "B", "[One](My%20Folder/) [two](my%20folder/readme.md) [three](<My Folder>) [four](C++.md)"),
        ])
        #expect(site.problems.map(\.code) == ["broken-link"])
        let main = site.main("resources/b/")
        #expect(main.components(separatedBy: "href=\"../../resources/my-folder/\"").count == 4)
        #expect(main.contains(" four</p>"))
    }

    @Test func `files in folders of any name keep their paths, and a link may be in other letters`() async throws {
        let site = try await TestSite([
            "resources/My_Folder/b.md": Self.page(
                "B", "[Plan](Images/the%20plan.PDF) [two](../my_folder/images/The%20Plan.pdf)"),
            "resources/My_Folder/images/The Plan.pdf": "x",
        ])
        #expect(site.problems == [])
        #expect(
            site.main("resources/my-folder/b/").components(
                separatedBy: "href=\"../../../resources/My_Folder/images/The%20Plan.pdf\""
            ).count == 3)
        #expect(site.files["resources/My_Folder/images/The Plan.pdf"] == "x")
    }

    @Test(arguments: [
        ("resources/a_b.md", "resources/A b.md"), ("resources/A/README.md", "resources/A/index.md"),
        ("resources/A/README.md", "resources/a.md"), ("resources/C!.md", "resources/C.md"),
    ])
    func `two files with the same address are an error that names both`(one: String, other: String) async {
        let problems = await TestSite.problems(of: [one: Self.page("A"), other: Self.page("B")])
        #expect(problems.map(\.code) == ["duplicate-route"])
        #expect(Set(problems.map(\.path)).isSubset(of: [one, other]))
        #expect(problems.first.map { $0.message.contains("`\($0.path == one ? other : one)`") } == true)
    }

    @Test func `a translation is next to its original, whatever that is called`() async throws {
        let site = try await TestSite([
            "site.yaml": Self.settings, "resources/My_Page.md": Self.page("One", "[Readme](Folder_A/README.md)"),
            "resources/My_Page.cy.md": Self.page("Un", "[Readme](Folder_A/readme.cy.md)"),
            "resources/Folder_A/README.md": Self.page("Two"), "resources/Folder_A/README.cy.md": Self.page("Dau"),
        ])
        #expect(site.problems == [])
        #expect(site.main("cy/resources/my-page/").contains("<a href=\"../../../cy/resources/folder-a/\">Readme</a>"))
        #expect(site.main("cy/resources/folder-a/").contains("Dau"))
    }

    @Test func `a translation into a language that the site does not have is reported`() async {
        let problems = await TestSite.problems(of: [
            "resources/Guide.md": Self.page("A"), "resources/Guide.fr.md": Self.page("B"),
            "resources/node.md": Self.page("A"), "resources/node.js.md": Self.page("B"),
        ])
        #expect(problems.map(\.path) == ["resources/Guide.fr.md"])
        let help = problems.first?.help?.text ?? ""
        #expect(help.contains("add `fr` to `languages`") && help.contains("`guide-fr.md`"), "\(help)")
    }

    @Test(arguments: [
        ("events/My_Event.md", "My_Event"), ("people/Jo Bloggs.md", "Jo Bloggs"), ("topics/C++.md", "C++"),
        ("communities/Data_People/resources/a.md", "Data_People"), ("Communities/a.md", "Communities"),
        ("communities/a/Charter.md", "Charter"), ("writeups/What we learned.md", "What we learned"),
    ])
    func `an id has its form, and the message offers a valid name`(path: String, part: String) async {
        let problems = await TestSite.problems(of: [path: "# A\n"])
        let found = problems.filter { $0.code == "bad-file-name" }
        #expect(found.map(\.path) == [path])
        #expect(found.first?.message.hasPrefix("`\(part)` cannot be part of an id: ") == true)
    }

    @Test func `a page without a title takes the name of its file`() async {
        let problems = await TestSite.problems(of: ["resources/git_for_RAP.md": "Text.\n"])
        #expect(problems.first?.code == "no-title" && problems.first?.message.contains("“git for RAP”") == true)
    }

    @Test func `what a draft shows is held back, in whatever letters it is linked`() async throws {
        let site = try await TestSite([
            "resources/My_Draft.md": "---\ntitle: A\ndraft: true\n---\n\n[Plan](PLAN.pdf)\n", "resources/plan.pdf": "x",
            "resources/b.md": Self.page("B", "[[My_Draft]] [One](my_draft.md)"), "resources/My_Draft.csv": "x",
            "resources/My_Draft/c.txt": "x",
        ])
        #expect(site.problems.map(\.code) == ["unpublished-reference", "unpublished-reference"])
        #expect(site.files.keys.filter { $0.hasPrefix("resources/") && !$0.hasSuffix("index.html") } == [])
    }

    @Test func `the menu names a page by its file name`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nmenu: [resources/My_Folder]\n",
            "resources/My_Folder/README.md": Self.page("A folder"),
        ])
        #expect(site.problems == [])
        #expect(site.page("").contains("href=\"./resources/my-folder/\""))
    }

    @Test func `an address that would be too long for a disk is an error`() async {
        let path = "resources/" + Array(repeating: String(repeating: "A", count: 95), count: 9).joined(separator: "/")
        let problems = await TestSite.problems(of: [path + ".md": Self.page("A")])
        #expect(problems.map(\.message) == ["The address that would be made from this path is too long."])
        let fine = await TestSite.problems(of: [path.lowercased() + ".md": Self.page("A")])
        #expect(fine == [])
    }
}
