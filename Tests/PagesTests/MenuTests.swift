import Diagnostics
import TestSupport
import Testing

/// The menu and the footer, and which entry the page belongs to.
@Suite struct MenuTests {
    @Test func `the menu marks the section that the way to the page begins with`() async throws {
        let site = try await TestSite([
            "communities/data.md": DataPeople.community(""),
            "communities/data/events/e.md": "---\ntitle: E\nstarts: 2026-03-12\n---\n",
            "events/f.md": "---\ntitle: F\nstarts: 2026-03-12\n---\n",
        ])
        #expect(site.page("communities/data/events/e/").contains(#/communities/" aria-current="true"/#))
        #expect(!site.page("communities/data/events/e/").contains(#/events/" aria-current/#))
        #expect(site.page("events/f/").contains(#/events/" aria-current="true"/#))
    }

    @Test func `menu and footer have pages under other names, and addresses of other sites`() async throws {
        let site = try await TestSite([
            "site.yaml": """
            title: T
            languages: [en, cy]
            menu: [communities, {page: about, title: {en: Who we are, cy: Pwy ydym ni}}]
            footer: [about, {url: "https://example.gov/?a=1&b=2", title: The ministry}, {url: "https://example.org/"}]

            """,
            "about.md": "# About\n", "privacy.md": "# Privacy\n", "communities/data.md": DataPeople.community(""),
        ])
        let (english, welsh) = (site.page("communities/"), site.page("cy/communities/"))
        #expect(english.contains(#"<li><a href="../about/">Who we are</a></li>"#))
        #expect(welsh.contains(#"<li><a href="../../cy/about/">Pwy ydym ni</a></li>"#))
        #expect(site.page("about/").contains(#"<li><a href="../about/" aria-current="page">Who we are</a></li>"#))
        #expect(english.contains(#"<li><a href="../about/">About</a></li>"#))
        let ministry = #"<li><a href="https://example.gov/?a=1&amp;b=2" rel="noopener">The ministry</a></li>"#
        #expect(english.contains(ministry))
        #expect(welsh.contains(ministry.replacing(" rel", with: #" lang="en" rel"#)))
        #expect(english.contains(#"<li><a href="https://example.org/" rel="noopener">https://example.org/</a></li>"#))
        #expect(!english.contains("Privacy"))
    }

    @Test func `an entry of the menu leads to a page or to another site`() async {
        let settings = "title: T\nmenu: [{page: map, url: \"https://example.org/\"}, {title: Nowhere}]\n"
        let problems = await TestSite.problems(of: ["site.yaml": settings])
        #expect(problems.map(\.code).sorted() == ["missing-key", "unknown-menu-entry"])
    }

    /// `line: code: message` for each problem with the menu or the footer, which begin in the third line.
    private func ofNavigation(_ lines: String) async -> [String] {
        let text = "title: T\nlanguages: [en, cy]\n\(lines)\n"
        return await TestSite.problems(of: ["site.yaml": text, "about.md": "# About\n"]).filter {
            $0.path == "site.yaml"
        }.map { problem in
            let line = LineIndex(Array(text.utf8)).position(of: problem.range.lowerBound).line
            return "\(line): \(problem.code): \(problem.message)"
        }
    }

    @Test func `mistakes in the menu and the footer are reported at their lines`() async {
        #expect(
            await ofNavigation("menu:\n  - map\n  - about\n  - {page: about.md, title: Us}\nfooter: [about]") == [
                "6: menu-twice: `menu` leads to `about.md` a second time."
            ])
        #expect(
            await ofNavigation("menu: [map]\nfooter:\n  - url: https://example.org/a") == [
                "5: menu-without-title: This entry has no title, so readers see `https://example.org/a`."
            ])
        #expect(
            await ofNavigation("menu:\n  - map\n  - page: about\n    title:\n      en: Us\n      cym: Ni") == [
                "8: text-language: `title` has a text in `cym`, which is not a language of the site. Did you mean "
                    + "`cy`?"
            ])
        #expect(
            await ofNavigation("menu: [map, abuot]") == [
                "3: unknown-menu-entry: `abuot` is neither a section nor a page. Did you mean `about`?"
            ])
        #expect(
            await ofNavigation("menu:\n  - map\n  - https://example.org/") == [
                "5: unknown-menu-entry: `https://example.org/` is an address, and not a page of this site."
            ])
    }

    @Test(
        arguments: [
            ("/abuot/", "about"), ("cy/about", "about"), ("privacy-policy", "privacy"), ("bees", "communities/bees"),
            ("Amdanom ni", "about"), ("cysylltu", "contact"), ("nothing-like-it", nil),
        ] as [(String, String?)])
    func `a menu entry of no page names the one that it may mean`(entry: String, meant: String?) async {
        let found = await TestSite.problems(of: [
            "site.yaml": "title: T\nlanguages: [en, cy]\nmenu: [map, \"\(entry)\"]\n",
            "about.md": "---\ntitle: {en: About, cy: Amdanom ni}\n---\n", "privacy.md": "# Privacy\n",
            "contact.md": "# How to reach us\n", "contact.cy.md": "# Cysylltu â ni\n",
            "communities/bees.md": "---\nname: Bee people\nsummary: S.\n---\n",
        ]).filter { $0.code == "unknown-menu-entry" }
        #expect(
            found.map(\.message) == [
                "`\(entry)` is neither a section nor a page." + (meant.map { " Did you mean `\($0)`?" } ?? "")
            ])
    }

    @Test(arguments: [
        ("http://example.org/a", true), ("HTTP://example.org", true), ("https://example.org/", false),
        ("http://intranet/", false), ("http://10.0.0.1:8080/", false), ("http://wiki.office.internal/x", false),
        ("mailto:a@example.org", false),
    ]) func `an address of the menu that is not encrypted is noted, unless it is of an office`(
        url: String, isNoted: Bool
    ) async {
        let found = await ofNavigation("menu:\n  - url: \(url)\n    title: There")
        #expect(found.map { $0.prefix(13) } == (isNoted ? ["4: menu-http:"] : []), "\(found)")
    }
}
