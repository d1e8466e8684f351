import Diagnostics
import TestSupport
import Testing

@testable import Theme

/// What a reader is shown first, how old it is, and how to fix it.
@Suite struct ReaderTests {
    private static let settings = """
        title: T
        contact: hello@example.gov
        licence: OGL-UK-3.0
        repository: {url: https://github.com/example/handbook, kind: github}
        """
    private static let charter =
        "---\npurpose: To share.\ntime: 2 hours a month\nbenefits: [Fewer repairs]\nfor_you_if: {face: Odd "
        + "dates.}\n---\n"

    private static func community(_ keys: String) -> String { "---\nname: Data people\nsummary: S.\n\(keys)---\n" }

    private static func page(_ keys: String, _ settings: String = settings, today: String = "2026-03-01") async throws
        -> String
    {
        try await TestSite(["site.yaml": settings, "communities/data.md": community(keys)], today: today).main(
            "communities/data/")
    }

    // MARK: Essentials

    @Test func `what nobody knows about a community says so, and where to add it`() async throws {
        let page = try await Self.page("")
        for unknown in ["No date is known yet.", "who it is for", "how to join", "Nobody is named yet."] {
            #expect(page.contains(unknown), "\(unknown)")
        }
        #expect(
            page.components(
                separatedBy:
                    "add/#kind=remark&amp;about=wrong&amp;page=Data%20people%20%28/communities/data/%29\">Do you "
                    + "know? Add it"
            ).count == 4)
        #expect(page.contains("<a href=\"../../add/#kind=event&amp;community=data\">Do you know? Add it"))
    }

    @Test func `a habit is shown where no date is known`() async throws {
        let page = try await Self.page("meets: Thursdays at ten.\n")
        #expect(page.contains("<p>Thursdays at ten.</p>\n<p class=\"muted\">No date is known yet."))
    }

    @Test func `the second way to join is for those whose network blocks the first`() async throws {
        let page = try await Self.page("join: [\"https://chat.example.gov/x\", data@example.gov]\n")
        #expect(
            page.contains(
                "<p class=\"join-way\"><a href=\"https://chat.example.gov/x\" rel=\"noopener\">chat.example.gov</a></p>"
            ))
        #expect(
            page.contains(
                "If that does not work for you: <span class=\"value\"><a href=\"mailto:data@example.gov\""))
    }

    @Test func `the charter's questions are answered on the community's page`() async throws {
        let site = try await TestSite([
            "communities/data.md": Self.community(""), "communities/data/charter.md": Self.charter,
        ])
        #expect(site.main("communities/data/").contains("<div><dt>What we face</dt><dd>Odd dates.</dd></div>"))
    }

    // MARK: Finding one's way

    @Test func `the menu marks the section that the way to the page begins with`() async throws {
        let site = try await TestSite([
            "communities/data.md": Self.community(""),
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
            "about.md": "# About\n", "privacy.md": "# Privacy\n", "communities/data.md": Self.community(""),
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
                "7: menu-language: This title has a text in `cym`, which is not a language of the site. Did you "
                    + "mean `cy`?"
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

    @Test func `decisions and actions are among the headings of a write-up`() async throws {
        let site = try await TestSite([
            "writeups/w.md":
                "---\ntitle: W\ndate: 2026-02-12\ndecisions: [We meet again]\nactions: [{what: Book a "
                + "room}]\n---\n\n## One\n\n## Two\n"
        ])
        let page = site.main("writeups/w/")
        let links = page.matches(of: #/<a href="#([^"]*)"/#).map { String($0.1) }
        #expect(links.starts(with: ["s.decisions", "s.actions", "one", "two"]))
        #expect(page.contains("id=\"s.decisions\"") && page.contains("id=\"s.actions\""))
    }

    @Test func `pages with the same title that link here say what they are`() async throws {
        let site = try await TestSite([
            "about.md": "# About\n",
            "events/e.md": "---\ntitle: Lean Coffee\nstarts: 2026-03-12\n---\n\n[a](../about.md)\n",
            "resources/r.md": "---\ntitle: Lean Coffee\n---\n\n[a](../about.md)\n",
            "resources/s.md": "---\ntitle: Other\n---\n\n[a](../about.md)\n",
        ])
        let page = site.main("about/")
        #expect(
            page.contains(">Lean Coffee</a> <span class=\"muted\">(Event)</span>")
                && page.contains(">Lean Coffee</a> <span class=\"muted\">(Resource)</span>"))
        #expect(page.contains(">Other</a></li>"))
    }

    @Test func `a page that is not translated says where its translation is written`() async throws {
        let settings =
            "title: T\nlanguages: [en, cy]\nrepository: {url: https://github.com/example/handbook, branch: \"a b#c\"}\n"
        let site = try await TestSite([
            "site.yaml": settings, "resources/r.md": "---\ntitle: R\n---\n\nText.\n",
            "communities/data.md": Self.community("") + "\nText.\n",
        ])
        #expect(
            site.main("cy/resources/r/").contains(
                "https://github.com/example/handbook/new/a%20b%23c"
                    + "?filename=content/resources/r.cy.md&amp;value=---%0Atitle:"
            ))
        #expect(
            site.main("cy/communities/data/").contains("filename=content/communities/data.cy.md&amp;value=---%0Aname:"))
        #expect(!site.main("resources/r/").contains("/new/"))
    }

    @Test(arguments: [
        "mailto:a@example.gov", "https://user:key@example.gov/r", "https://example.gov/r?x=1",
        "https://example.gov/r#x",
    ])
    func `a repository is an address to which paths are added`(url: String) async throws {
        let site = try await TestSite(["site.yaml": "title: T\nrepository: {url: \"\(url)\"}\n"])
        #expect(site.codes == ["wrong-type"])
    }

    // MARK: Members

    @Test func `former members are listed and counted as such`() async throws {
        let members =
            "---\nmembers: [{person: Ada L, part: steward, until: 2025-12-31, agreed: 2025-01-10}, {person: Bob M, "
            + "part: steward, until: 2026-03-01, agreed: 2025-01-10}]\n---\n"
        let site = try await TestSite([
            "site.yaml": "title: T\nlist_members: names\n", "communities/data.md": Self.community(""),
            "communities/data/members.md": members,
        ])
        let page = site.main("communities/data/members/")
        let alumni = try #require(page.range(of: "id=\"s.alumni\"")).lowerBound
        #expect(page[alumni...].contains("Ada L") && !page[..<alumni].contains("Ada L"))
        #expect(page[..<alumni].contains("Bob M"))
    }

    @Test func `a former member has no skill that is counted, and mentors nobody`() async throws {
        let members =
            "---\nmembers: [{person: Ada L, until: 2025-12-31, skills: {maps: 4}, mentors: [maps]}, {person: Bob M, "
            + "skills: {maps: 3}}, \((0..<4).map { "{person: Other \($0)}" }.joined(separator: ", "))]\n"
            + "skills_needed: {maps: 2}\n---\n"
        let page = try await TestSite([
            "communities/data.md": Self.community(""), "communities/data/members.md": members,
        ]).main("communities/data/members/")
        // Needed, could teach, alone.
        let numbers = page.matches(of: #/<td class="number"[^>]*>([^<]*)</#).map(\.1)
        #expect(numbers.prefix(3) == ["2", "–", "1"])
        #expect(!page.contains("Mentoring offered in"))
    }

    @Test func `who does something is shown by name, where names are shown`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlist_members: names\n",
            "people/ada-l.md": "---\nname: Ada L\nagreed: 2026-01-10\n---\n",
            "communities/data.md": Self.community("backlog: [{title: No, by: ada-l}]\n"),
            "writeups/w.md": "---\ntitle: W\ndate: 2026-02-12\nactions: [{what: Book a room, who: ada-l}]\n---\n",
        ])
        #expect(site.main("writeups/w/").contains("Ada L") && !site.main("writeups/w/").contains("ada-l<"))
        #expect(site.main("communities/data/backlog/").contains("by Ada L"))
    }

    // MARK: Age

    @Test(arguments: [
        ("as_of: 2020-07\n", "As of July 2020; not confirmed since."),
        ("as_of: 2020-07\nverified: 2025-12-01\n", "As of July 2020; confirmed by the community: 1 December 2025."),
        ("verified: 2024\n", "Confirmed by the community: 2024."),
    ])
    func `facts carry their age`(keys: String, text: String) async throws {
        #expect(try await Self.page(keys).contains("<p>\(text)</p>"))
    }

    @Test(arguments: [
        ("as_of: 2020-07\n", true), ("verified: 2025-02-28\n", true), ("verified: 2025-03-01\n", false),
        ("verified: 2025-12-01\n", false), ("", false),
    ])
    func `readers are asked whether facts still hold when nobody has confirmed them for a year`(
        keys: String, asked: Bool
    ) async throws {
        #expect(try await Self.page(keys).contains("Still right?") == asked)
    }

    @Test func `sources on one host say which page each is, others only the host`() async throws {
        let page = try await Self.page(
            "source: [\"https://example.gov/a\", \"https://example.gov/b?c=1\", \"https://example.org/d\"]\n")
        for text in [">example.gov/a</a>", ">example.gov/b?c=1</a>", ">example.org</a>"] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func `the months until facts are asked about again can be set`() async throws {
        let page = try await Self.page("verified: 2025-12-01\n", Self.settings + "\nhealth: {verify_months: 2}\n")
        #expect(page.contains("Still right?"))
    }

    @Test func `a reader who confirms facts gets the line to add, the file to open and the form`() async throws {
        let page = try await Self.page("as_of: 2020-07\n")
        #expect(page.contains("<code>verified: 2026-03</code>"))
        #expect(page.contains("https://github.com/example/handbook/edit/main/content/communities/data.md"))
        #expect(page.contains("add/#kind=remark&amp;about=right&amp;page=Data%20people%20%28/communities/data/%29"))
        #expect(
            page.contains(
                "add/#kind=remark&amp;about=wrong&amp;page=Data%20people%20%28/communities/data/%29\">Is something "
                    + "wrong?"
            ))
    }

    @Test func `a confirmation in the future counts for nothing`() async throws {
        #expect(try await Self.page("as_of: 2020\nverified: 2206-01\n").contains("Still right?"))
    }

    // MARK: For a manager

    @Test func `a charter makes a page for the managers of members`() async throws {
        let site = try await TestSite([
            "communities/data.md": Self.community("sponsor: The director\n"),
            "communities/data/charter.md": Self.charter,
            "communities/data/writeups/a.md": "---\ntitle: A\ndate: 2026-01-01\noutcome: One list of names.\n---\n",
        ])
        let page = site.main("communities/data/for-your-manager/")
        for text in [
            "To share.", "2 hours a month", "Fewer repairs",
            "One list of names. <span class=\"muted\">(1 January 2026)</span>", "The director",
        ] { #expect(page.contains(text), "\(text)") }
        for route in ["communities/data/", "communities/data/charter/"] {
            #expect(site.main(route).contains("for-your-manager/\">A page for your manager"), "\(route)")
        }
    }

    @Test func `a charter that says nothing to a manager makes none, and a page of that name stays`() async throws {
        let silent = try await TestSite([
            "communities/data.md": Self.community(""), "communities/data/charter.md": "---\nvision: V.\n---\n",
        ])
        #expect(silent.files["communities/data/for-your-manager/index.html"] == nil)
        let own = try await TestSite([
            "communities/data.md": Self.community(""), "communities/data/charter.md": Self.charter,
            "communities/data/for-your-manager.md": "# Ours\n",
        ])
        #expect(own.main("communities/data/for-your-manager/").contains("Ours"))
        let moved = try await TestSite([
            "communities/data.md": Self.community("redirect_from: communities/data/for-your-manager/\n"),
            "communities/data/charter.md": Self.charter,
        ])
        #expect(moved.page("communities/data/for-your-manager/").contains("http-equiv=\"refresh\""))
    }

    @Test func `a community that names very many terms shows the first on each of their pages`() async throws {
        let roles = (1...30).map { "r\($0)x" }.joined(separator: ", ")
        let page = try await TestSite(["communities/data.md": Self.community("roles: [\(roles)]\n")]).main("roles/r7x/")
        #expect(page.contains("and 25 more") && !page.contains("R9x"))
    }

    @Test(arguments: [
        ("https://good.gov@evil.example/", "evil.example"), ("https://evil.example?.good.gov", "evil.example"),
        ("https://evil.example#.good.gov", "evil.example"),
        ("https://example.gov:8080/a", "example.gov:8080"),
    ])
    func `a link shows the host that it leads to`(url: String, host: String) async throws {
        #expect(try await Self.page("join: [\"\(url)\"]\n").contains("\" rel=\"noopener\">\(host)</a>"))
    }

    // MARK: Around the page

    @Test func `one other language is a link, several are a list that opens, each to the same page`() async throws {
        let two = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "communities/data.md": Self.community(""),
        ])
        #expect(
            two.page("communities/data/").contains(
                "<nav class=\"site-languages\" aria-label=\"Languages\">\n<a hreflang=\"cy\" lang=\"cy\" "
                    + "href=\"../../cy/communities/data/\">Cymraeg</a>\n</nav>"
            ))
        let four = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy, fr, ar]\n", "communities/data.md": Self.community(""),
        ])
        #expect(
            four.page("communities/data/").contains(
                "<summary><span class=\"visually-hidden\">Languages: </span>English</summary>"))
        #expect(
            four.page("fr/communities/data/").contains(
                "<a hreflang=\"ar\" lang=\"ar\" dir=\"rtl\" href=\"../../../ar/communities/data/\">"))
        #expect(four.page("ar/communities/data/").contains("<html lang=\"ar\" dir=\"rtl\">"))
    }

    @Test func `a licence with a name of the common list leads to its text`() async throws {
        #expect(
            try await TestSite(["site.yaml": Self.settings]).page("").contains(
                "<a href=\"https://spdx.org/licenses/OGL-UK-3.0.html\" rel=\"license noopener\">OGL-UK-3.0</a>"))
        #expect(
            try await TestSite(["site.yaml": "title: T\nlicence: Crown copyright\n"]).page("").contains(
                "Licence: Crown copyright"))
    }

    @Test func `an empty list invites to begin it`() async throws {
        let page = try await TestSite(["site.yaml": Self.settings]).main("events/")
        #expect(page.contains("No meetup has been announced yet."))
        #expect(page.contains("<a href=\"../add/#s.add-event\""))
    }

    @Test func `a chapter lists the chapters beside it, with itself marked`() async throws {
        let site = try await TestSite([
            "handbook/a.md": "# Begin\n", "handbook/b.md": "# Go on\n", "handbook/deep/c.md": "# Elsewhere\n",
        ])
        let page = site.main("handbook/b/")
        #expect(page.contains("<li><a href=\"../../handbook/b/\" aria-current=\"page\">Go on</a></li>"))
        #expect(page.contains("<li><a href=\"../../handbook/a/\">Begin</a></li>"))
        #expect(!page.contains("handbook/deep/c/\">Elsewhere</a></li>"))
    }

    @Test func `the list of headings has those of the second and third level, and a charter's parts`() async throws {
        let site = try await TestSite([
            "resources/a.md": "---\ntitle: A\n---\n\n## One\n\n### Below\n\n#### Deep\n\n## Two\n\n## Three\n",
            "resources/b.md": "---\ntitle: B\n---\n\n## One\n\n## Two\n",
            "communities/data.md": Self.community(""),
            "communities/data/charter.md": "---\npurpose: P.\nvision: V.\n---\n\n## How we keep it alive\n",
        ])
        let list =
            "<li><a href=\"#one\">One</a>\n<ul>\n<li><a href=\"#below\">Below</a></li>\n</ul>\n</li>\n<li><a "
            + "href=\"#two\">Two</a></li>"
        #expect(site.main("resources/a/").contains(list))
        #expect(!site.main("resources/b/").contains("On this page"))
        let charter =
            "<li><a href=\"#s.purpose\">Purpose</a></li>\n<li><a href=\"#s.vision\">Vision</a></li>\n<li><a "
            + "href=\"#how-we-keep-it-alive\">"
        #expect(site.main("communities/data/charter/").contains(charter))
    }

    @Test func `a page of very many headings lists the upper level only`() async throws {
        let text = (1...31).map { "## A\($0)\n\n### B\($0)\n\n" }.joined()
        let page = try await TestSite(["resources/a.md": "---\ntitle: A\n---\n\n" + text]).main("resources/a/")
        #expect(page.contains("<li><a href=\"#a31\">") && !page.contains("<li><a href=\"#b1\">"))
    }

    @Test func `words from an untranslated file say their language on a translated page`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "about.md": "# About us\n",
            "communities/data.md": Self.community(
                "wants: [speakers]\njoin: Ask at the desk.\nwelcome: {name: The data team}\n"),
        ])
        let page = site.page("cy/communities/data/")
        for text in [
            "<span lang=\"en\">speakers</span>", "<span lang=\"en\">Ask at the desk.</span>",
            "<strong lang=\"en\">The data team", "about/\" lang=\"en\">About us</a>",
        ] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func `words in the other direction say so`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, ar]\n",
            "communities/data.md": Self.community("wants: [speakers]\n"),
        ])
        #expect(site.page("ar/communities/data/").contains("<span lang=\"en\" dir=\"ltr\">speakers</span>"))
        #expect(site.page("ar/communities/data/").contains("<h1 id=\"data-people\" lang=\"en\" dir=\"ltr\">"))
        #expect(site.page("communities/data/").contains("<a hreflang=\"ar\" lang=\"ar\" dir=\"rtl\""))
    }

    @Test(arguments: [
        ("ar", "rtl"), ("ar-EG", "rtl"), ("ar-Latn", "ltr"), ("az-Arab", "rtl"), ("he", "rtl"), ("nqo", "rtl"),
        ("en-1994", "ltr"), ("cy", "ltr"),
    ])
    func `the script of a language tells its direction`(tag: String, direction: String) {
        #expect(TextDirection.of(tag).rawValue == direction)
    }

    @Test func `a theme that asks for the text twice gets it once`() async throws {
        let site = try await TestSite(
            ["resources/a.md": "---\ntitle: A\n---\n\nOnce.\n"],
            theme: ["pages/resource.mustache": "{{{body}}}|{{{body}}}|"])
        #expect(site.main("resources/a/").contains("<p>Once.</p>\n||") && !site.page("resources/a/").contains("\u{1}"))
    }
}
