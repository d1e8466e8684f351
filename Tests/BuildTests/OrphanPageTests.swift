import TestSupport
import Testing

/// Pages that readers find only by searching.
@Suite struct OrphanPageTests {
    private func orphans(_ files: [String: String]) async -> [String] {
        let problems = await TestSite.problems(of: files)
        return problems.filter { $0.code == "orphan-page" }.map(\.path)
    }

    private static let home = "# Home\n\nWelcome.\n"

    @Test(arguments: [
        ["conduct.md"], ["our-team/how-we-work.md"], ["events/2026/spring.md"], ["topics/agile/more.md"],
        ["communities/a/notes.md"], ["team/index.md"], ["Team_Page.md"],
    ])
    func `a plain page that nothing leads to is reported`(paths: [String]) async {
        var files = ["index.md": Self.home, "communities/a.md": "---\nname: A\nsummary: S.\n---\n\nText.\n"]
        for path in paths { files[path] = "# A page\n" }
        #expect(await orphans(files) == paths)
    }

    @Test(arguments: [
        "resources/a.md", "resources/teams/a.md", "handbook/a.md", "communities/a/resources/b.md", "map.md",
        "events/index.md", "about.md", "accessibility.md", "privacy.md", "index.md", "roles/baker.md",
    ])
    func `what is in a list, in the footer or before a page of the program is not reported`(path: String) async {
        let text = path.hasPrefix("roles") ? "---\nname: Baker\n---\n" : "# A page\n"
        #expect(await orphans(["communities/a.md": "---\nname: A\nsummary: S.\n---\n", path: text]) == [])
    }

    @Test(arguments: [
        "[c](conduct.md)", "[[conduct]]", "[c](/conduct/)", "<a href=\"conduct.md\">c</a>", "[c]\n\n[c]: conduct.md#x",
        "![[conduct]]",
    ])
    func `a link of any form leads to it`(link: String) async {
        #expect(await orphans(["index.md": "# Home\n\n\(link)\n", "conduct.md": "# C\n\n## X\n"]) == [])
    }

    @Test(arguments: ["conduct", "/conduct/", "conduct.md"])
    func `an entry of the menu leads to it`(entry: String) async {
        #expect(await orphans(["site.yaml": "title: T\nmenu: [map, \(entry)]\n", "conduct.md": "# C\n"]) == [])
    }

    @Test(arguments: [
        ("", "conduct", "put it into `menu` or `footer` in `site.yaml`:\nmenu: [map, communities, conduct]"),
        ("menu: [map, events]\n", "conduct", "`site.yaml`:\nmenu: [map, events, conduct]"),
        ("menu: [{page: map, title: The map}]\n", "conduct", "`site.yaml`:\nmenu:\n  …\n  - conduct"),
        ("footer: [privacy]\n", "conduct", "`site.yaml`:\nmenu: [map, communities, conduct]"),
        ("footer: [privacy]\n", "accessibility", "Put it in there:\nfooter: [privacy, accessibility]"),
        (
            "footer:\n  - {url: \"https://example.gov/\", title: Us}\n", "accessibility",
            "Put it in there:\nfooter:\n  …\n  - accessibility"
        ),
    ])
    func `the advice names the list into which a page goes`(settings: String, page: String, help: String) async {
        let files = ["site.yaml": "title: T\n\(settings)", "privacy.md": "# P\n", "\(page).md": "# A page\n"]
        let found = await TestSite.problems(of: files).filter { $0.path == "\(page).md" }
        #expect(found.map(\.code) == ["orphan-page"])
        #expect(found.first?.help?.text.hasSuffix(help) == true, "\(found)")
    }

    @Test func `a page leads to those above it, and what is linked in another language is linked`() async {
        let files = [
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "index.md": "# Home\n\n[a](team/a.md)\n",
            "index.cy.md": "# Hafan\n\n[b](team/b.md)\n", "team/index.md": "# Team\n", "team/a.md": "# A\n",
            "team/b.md": "# B\n", "team/c.md": "# C\n",
        ]
        #expect(await orphans(files) == ["team/c.md"])
    }

    @Test func `of pages that lead only to each other the first is reported`() async {
        let files = [
            "index.md": Self.home, "a.md": "# A\n\n[b](b.md)\n", "b.md": "# B\n\n[c](c.md)\n",
            "c.md": "# C\n\n[a](a.md)\n",
            "d.md": "# D\n\n[e](e.md)\n", "e.md": "# E\n\n[d](d.md)\n", "z.md": "# Z\n\n[a](a.md)\n",
        ]
        #expect(await orphans(files) == ["d.md", "z.md"])
    }

    @Test func `a draft is not an orphan, and a page that only a draft links to is one`() async {
        let files = [
            "index.md": Self.home, "a.md": "---\ntitle: A\ndraft: true\n---\n\n[b](b.md)\n", "b.md": "# B\n",
        ]
        #expect(await orphans(files) == ["b.md"])
    }

    @Test func `nothing is reported where a file could not be read or links are not known`() async {
        let bad = ["index.md": "---\ntitle: [\n---\n\n[c](conduct.md)\n", "conduct.md": "# C\n"]
        #expect(await orphans(bad) == [])
        let unsafe = ["site.yaml": "title: T\nunsafe_html: true\n", "conduct.md": "# C\n"]
        #expect(await orphans(unsafe) == [])
    }
}
