import Pictures
import TestSupport
import Testing

/// What was meant to stay private is in no file of the site, even where a build goes on in spite of errors.
@Suite struct WithheldTests {
    /// Lines of front matter that may hold a page back, what is reported, and a part of what is proposed.
    private static let lines: [(line: String, code: String, says: String)] = [
        ("draft: maybe", "wrong-type", "`maybe`"),
        ("draft: [true]", "wrong-type", "a list"),
        ("publish_on: 1 January 2030", "bad-date", "2030-01-01"),
        ("publish_on: 2030-01-01 10:00", "bad-date", "10:00"),
        ("expires_on: 01/02/2020", "bad-date", "2020-02-01"),
        ("expires_on: soon", "bad-date", "`soon`"),
        ("published: false", "withheld", "draft: true"),
        ("published: nope", "withheld", "draft: true"),
        ("published: 2030-01-01", "withheld", "publish_on: 2030-01-01"),
        ("publish: false", "withheld", "draft: true"),
        ("public: no", "withheld", "draft: true"),
        ("unlisted: true", "withheld", "draft: true"),
        ("private: true", "withheld", "draft: true"),
        ("hidden: yes", "withheld", "draft: true"),
        ("noindex: true", "withheld", "draft: true"),
        ("robots: noindex, nofollow", "withheld", "draft: true"),
        ("visibility: private", "withheld", "draft: true"),
        ("status: draft", "withheld", "draft: true"),
        ("permalink: false", "withheld", "draft: true"),
        ("search_exclude: true", "withheld", "draft: true"),
        ("sitemap: no", "withheld", "draft: true"),
        ("build:\n  render: never", "withheld", "draft: true"),
        ("search:\n  exclude: true", "withheld", "draft: true"),
        ("publishDate: 2030-01-01T10:00:00Z", "withheld", "publish_on: 2030-01-01"),
        ("expiryDate: 2020-01-01", "withheld", "expires_on: 2020-01-01"),
        ("publish-on: 2030-01-01", "withheld", "publish_on: 2030-01-01"),
        ("expiresOn: 2020-01-01", "withheld", "expires_on: 2020-01-01"),
        ("drafts: true", "withheld", "draft: true"),
        ("isDraft: true", "withheld", "draft: true"),
        ("drfat: true", "withheld", "draft: true"),
        ("brouillon: oui", "withheld", "draft: true"),
        ("drafft: true", "withheld", "draft: true"),
        ("مسودة: نعم", "withheld", "draft: true"),
        ("password: tea", "withheld", "draft: true"),
        ("classification: OFFICIAL-SENSITIVE", "withheld", "draft: true"),
        ("audience: internal", "withheld", "draft: true"),
    ]

    private static func page(_ line: String) -> String { "---\ntitle: A\n\(line)\n---\n\nMarmalade.\n" }

    @Test(arguments: lines.indices, [false, true])
    func `a page that may be held back is in no file, and a link to it is text`(index: Int, drafts: Bool) async throws {
        let (line, code, says) = Self.lines[index]
        let site = try await TestSite(
            ["resources/a.md": Self.page(line), "resources/b.md": "---\ntitle: B\n---\n\n[See this](a.md).\n"],
            drafts: drafts)
        #expect(site.codes == [code], "\(line): \(site.problems)")
        let told = site.problems.map { $0.message + ($0.help?.text ?? "") }.joined()
        #expect(told.contains("this resource is not published"), "\(line): \(told)")
        #expect(told.contains(says), "\(line): \(told)")
        let shown = site.files.filter { $0.value.contains("armalade") || $0.value.contains("resources/a/") }
        #expect(shown.keys.sorted() == [], "\(line)")
        #expect(site.main("resources/b/").contains("<p>See this.</p>"))
    }

    @Test(arguments: [
        "published: true", "private: false", "craft: weaving", "permalink: /old/", "status: final", "noindex: false",
        "robots: index", "x_hidden: true", "publishDate: 2026-03-01", "publishDate: 2020-01-01T10:00:00Z",
        "published: 2020-05-01", "embargo: 2026-02-28", "publishOn: 2020-01-01", "status: wip", "tags: [draft]",
        "search: {boost: 2}", "public: yes", "brouillon: non", "audience: everyone", "classification: OFFICIAL",
    ])
    func `other keys hold nothing back`(line: String) async throws {
        let site = try await TestSite(["resources/a.md": Self.page(line)])
        #expect(site.main("resources/a/").contains("Marmalade"))
        #expect(!site.codes.contains("withheld"))
    }

    @Test func `the message about a key that another program publishes with says to remove it`() async {
        let problems = await TestSite.problems(of: ["resources/a.md": Self.page("published: true")])
        #expect(problems.map(\.code) == ["unknown-key"])
        #expect(problems.first?.message.contains("publish_on") == false)
        #expect(problems.first?.help?.text.hasPrefix("Remove it: only `draft`") == true)
    }

    @Test(arguments: [
        ("publishDate: 2026-03-01", "its day has come, and the page is published", "publish_on: 2026-03-01"),
        ("publishDate: 2020-01-01T10:00:00Z", "its day has come", "publish_on: 2020-01-01"),
        ("published: 2020-05-01", "its day has come", "publish_on: 2020-05-01"),
        ("embargo_until: 2026-02-28", "its day has come", "publish_on: 2026-02-28"),
        ("publishOn: 2020-01-01", "Did you mean `publish_on`?", ""),
        ("status: wip", "`wip` does not hold the page back: it is published", "draft: true"),
        ("status: In review", "`In review` does not hold the page back", "draft: true"),
        ("tags: [agile, draft]", "`draft` does not hold the page back", "draft: true"),
        ("tags: agile, \"#wip\"", "`wip` does not hold the page back", "draft: true"),
        ("categories:\n  - private", "`private` does not hold the page back", "draft: true"),
    ])
    func `a key that holds nothing back, or no longer does, is reported with what to write`(
        line: String, says: String, paste: String
    ) async {
        let problems = await TestSite.problems(of: ["handbook/a.md": Self.page(line)])
        #expect(
            problems.map(\.code) == ["unknown-key"] && problems.allSatisfy { $0.severity == .warning }, "\(problems)")
        #expect(problems.first?.message.contains(says) == true, "\(problems)")
        let help = problems.first?.help?.text ?? ""
        #expect(paste.isEmpty || help.contains(paste), "\(problems)")
    }

    /// What says that a page begins on a day that is to come, in the words of other programs.
    @Test(arguments: ["publishDate: 2026-03-02", "publishDate: 2026-03-01T10:00:00Z", "expiryDate: 2026-01-01"])
    func `a day that is to come, or a page that is over, holds back`(line: String) async throws {
        let site = try await TestSite(["resources/a.md": Self.page(line)])
        #expect(site.codes == ["withheld"])
        #expect(site.files.filter { $0.value.contains("armalade") }.keys.sorted() == [])
    }

    @Test(arguments: ["topics: [agile, draft]", "topics: wip", "topics:\n  - Not ready", "topics: [\"#unlisted\"]"])
    func `a topic that says so is reported`(line: String) async {
        let problems = await TestSite.problems(of: ["resources/a.md": "---\ntitle: A\n\(line)\n---\n"])
        #expect(problems.filter { $0.code == "hidden-elsewhere" }.map(\.help?.paste) == ["draft: true"])
    }

    @Test(arguments: ["topics: [review, private-sector]", "draft: true\ntopics: [draft]", "topics: [drafting]"])
    func `a topic of a community, and one of a draft, are not`(line: String) async {
        let problems = await TestSite.problems(of: ["resources/a.md": "---\ntitle: A\n\(line)\n---\n"])
        #expect(!problems.contains { $0.code == "hidden-elsewhere" })
    }

    @Test(arguments: ["tags: [agile]", "status: final", "keywords: reviews, drafting"])
    func `a key of another program that says nothing of it is reported as any other`(line: String) async {
        let problems = await TestSite.problems(of: ["handbook/a.md": Self.page(line)])
        #expect(problems.map(\.code) == ["unknown-key"])
        #expect(problems.first?.help?.text.contains("draft: true") != true, "\(problems)")
    }

    @Test func `a value that is lost as a comment holds back`() async throws {
        let site = try await TestSite(["resources/a.md": Self.page("draft: #true")])
        #expect(site.codes == ["withheld"])
        #expect(site.files.filter { $0.value.contains("armalade") }.keys.sorted() == [])
        let template = try await TestSite(["resources/a.md": Self.page("draft:\npublish_on: # a day")])
        #expect(template.main("resources/a/").contains("Marmalade"))
    }

    @Test func `a status of an event that holds a page back elsewhere is one problem`() async throws {
        let site = try await TestSite([
            "events/a.md": "---\ntitle: Marmalade\nstarts: 2026-04-01\nstatus: draft\n---\n",
            "events/b.md": "---\ntitle: B\nstarts: 2026-04-01\nstatus: canceled\n---\n",
        ])
        #expect(site.codes == ["withheld", "unknown-value"])
        #expect(site.files.filter { $0.value.contains("Marmalade") }.keys.sorted() == [])
        #expect(!site.page("events/b/").isEmpty)
    }

    @Test func `a backlog, an event and a person in a community fail closed`() async throws {
        let site = try await TestSite([
            "communities/a.md": """
            ---
            name: A
            summary: S.
            backlog: {publish: nope, topics: [{title: Marmalade}]}
            events: [{title: Marmalade, starts: 2026-02-12, status: draft}]
            members: [{person: Jo Marmalade, part: steward, agreed: 2020-01-01, private: true}]
            ---
            """
        ])
        #expect(site.codes == ["wrong-type", "withheld", "withheld"])
        #expect(site.files.filter { $0.value.contains("Marmalade") }.keys.sorted() == [])
        #expect(!site.page("communities/a/").isEmpty)
    }

    @Test(arguments: ["draft: maybe", "publish_on: 2030-01-01", "published: false"])
    func `a translation fails closed, and the original stays`(line: String) async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "resources/a.md": "---\ntitle: A\n---\n\nHello.\n",
            "resources/a.cy.md": Self.page(line),
        ])
        #expect(site.files.filter { $0.value.contains("armalade") }.keys.sorted() == [])
        #expect(site.main("cy/resources/a/").contains("Hello"))
    }

    /// Files of a community that cannot be used, and whether they may hold it back.
    private static let communities: [(text: String, isHeldBack: Bool)] = [
        ("---\nname: A\ndraft: true\nsummary: a: b\n---\n", true), ("---\ndraft: true\n---\n", true),
        ("---\nname: A\nsummary: S.\ndraft: maybe\n---\n", true), ("---\nname: A\ndraft: true\nsummary: S.\n", true),
        ("---\nname: «FF»\ndraft: true\n---\n", true), ("---\nname: A\n---\n", false),
        ("---\nname: A\nsummary: a: b\n---\n", false),
    ]

    @Test(arguments: communities.indices)
    func `what belongs to a community that may be held back is held back`(index: Int) async throws {
        let (text, isHeldBack) = Self.communities[index]
        let site = try await TestSite([
            "communities/a/index.md": text, "communities/a/charter.md": "---\npurpose: Marmalade.\n---\n",
            "communities/a/plan.png": ExamplePicture.gif,
        ])
        #expect(site.files.contains { $0.value.contains("armalade") } == !isHeldBack, "\(text)")
        #expect((site.files["communities/a/plan.png"] == nil) == isHeldBack, "\(text)")
    }

    @Test(arguments: [
        "title: T\nlist_members: nobody\n", "title: T\nlist_member: counts\n", "title: T\nlist_members: #counts\n",
        "title: a: b\nlist_members: counts\n",
    ])
    func `settings that cannot be read name nobody`(settings: String) async throws {
        let site = try await TestSite([
            "site.yaml": settings,
            "communities/a.md":
                "---\nname: A\nsummary: S.\nmembers: [{person: Jo Marmalade, part: steward, agreed: "
                + "2020-01-01}]\n---\n",
        ])
        #expect(site.problems.contains { $0.severity == .error })
        #expect(site.files.filter { $0.value.contains("Marmalade") }.keys.sorted() == [])
    }

    @Test func `settings that cannot be read keep search engines away`() async throws {
        let site = try await TestSite(["site.yaml": "title: T\nindexed: nope\n", "index.md": "# T\n"])
        #expect(site.page("").contains("noindex"))
    }

    @Test func `the message about a chapter names its keys`() async {
        let problems = await TestSite.problems(of: ["handbook/a.md": "---\ntitle: A\nqqqqqqq: 1\n---\n"])
        #expect(problems.first?.help?.text.hasPrefix("Its keys are `title`, `summary`") == true)
    }

    /// Files that begin with front matter of other programs.
    private static let otherForms = [
        "+++\ntitle = \"A\"\ndraft = true\n+++\n\nMarmalade.\n", "+++\ndate = 2030-01-01\n+++\n\nMarmalade.\n",
        "{ \"draft\": true }\n\nMarmalade.\n", "\u{FEFF}{\n  \"title\": \"A } B\",\n  \"draft\": true\n}\nMarmalade.\n",
        "{draft: true}\n\nMarmalade.\n", "---json\n{ \"draft\": true }\n---\n\nMarmalade.\n",
        ";;;\n\"draft\": true\n;;;\n\nMarmalade.\n", "#+title: A\n#+draft: true\n\nMarmalade.\n",
        "draft: true\n\nMarmalade.\n", "published: false\n\nMarmalade.\n", "Title: A\nStatus: Draft\n\nMarmalade.\n",
        "```yaml\ndraft: true\n```\n\nMarmalade.\n", "```\n---\ntitle: A\ndraft: true\n---\n```\nMarmalade.\n",
        "~~~ toml\ntitle = \"A\"\ndraft = true\n~~~\nMarmalade.\n",
        "```json\n{\n  \"title\": \"A\",\n  \"draft\": true\n}\n```\nMarmalade.\n",
        "\n``` yaml\n# mine\ntitle: A\nauthors:\n  - Jo\npublished: false\n```\nMarmalade.\n",
        "<!-- draft: true -->\n\nMarmalade.\n", "<!--\ntitle: A\nstatus: private\n-->\nMarmalade.\n",
        "<!---\nexpires_on: 2020-01-01\n--->\nMarmalade.\n", "<!--\n---\ntitle: A\ndraft: true\n---\n-->\nMarmalade.\n",
        "--- # A\ntitle: A\ndraft: true\n---\n\nMarmalade.\n",
        "---\t# A\n# B\nlayout: post\npublished: false\n---\nMarmalade.\n",
        "\n---\ndraft: true\ntitle: A\n---\nMarmalade.\n", "—\ndraft: true\n—\nMarmalade.\n",
        "```yaml\ntitle: A\ndraft: true # for now\n```\nMarmalade.\n",
    ]

    /// Front matter of this program that is not where it is read, or not between the right lines.
    private static let misplaced = [
        // Below something else, whatever its first key.
        "\n---\nlayout: post\ndraft: true\n---\nMarmalade.\n", "\n\n---\nkind: guide\nstatus: draft\n---\nMarmalade.\n",
        "<!-- ours -->\n\n---\nlayout: post\ndraft: true\n---\nMarmalade.\n",
        "<!--\nSPDX: CC0\n-->\n---\nsidebar: no\npublished: false\n---\nMarmalade.\n",
        "\u{A0}\n---\nlayout: post\ndraft: true\n---\nMarmalade.\n",
        "# A\n\n---\ntitle: A\ndraft: true\n---\nMarmalade.\n", "# A\n---\npublish_on: 2030-01-01\n---\nMarmalade.\n",
        // Hyphens with something before or after them.
        "\u{200B}---\ntitle: A\ndraft: true\n---\nMarmalade.\n",
        "\u{AD}---\nlayout: post\ndraft: true\n---\nMarmalade.\n",
        "\u{FEFF}\u{FEFF}---\ntitle: A\ndraft: true\n---\nMarmalade.\n",
        " ---\nlayout: post\ndraft: true\n---\nMarmalade.\n", "—\nlayout: post\nunlisted: true\n—\nMarmalade.\n",
        "--- # A\n\ntitle: A\ndraft: true\n---\nMarmalade.\n",
        "--- # A\n\"title\": A\n\"draft\": true\n---\nMarmalade.\n",
        "---# A\ntitle: A\ndraft: true\n---\nMarmalade.\n", "--- !!map\ntitle: A\ndraft: true\n---\nMarmalade.\n",
        "--- title: A\ndraft: true\n---\nMarmalade.\n", "---\rtitle: A\rdraft: true\r---\r\rMarmalade.\r",
        // A second one.
        "---\ntitle: A\n---\n---\ndraft: true\n---\nMarmalade.\n",
        "---\r\ntitle: A\r\n---\r\n\r\n---\r\nlayout: post\r\npublished: false\r\n---\r\nMarmalade.\r\n",
        "---\n# ours\n---\ntitle: A\ndraft: true\n---\nMarmalade.\n", "---\n---\ndraft: true\n\nMarmalade.\n",
    ]

    @Test(arguments: misplaced)
    func `a page whose front matter is not where it is read is in no file`(text: String) async throws {
        let site = try await TestSite(["handbook/a.md": text])
        #expect(site.codes == ["front-matter-unclosed"], "\(text): \(site.problems)")
        #expect(site.files.filter { $0.value.contains("armalade") }.keys.sorted() == [], "\(text)")
    }

    @Test func `the first key after the hyphens gets a line of its own`() async {
        let problems = await TestSite.problems(of: ["handbook/a.md": "--- title: A\ndraft: true\n---\nText.\n"])
        #expect(problems.first?.help?.paste == "---\ntitle: A")
        #expect(problems.first?.help?.replacement?.text == "---\ntitle: A")
    }

    @Test(arguments: otherForms)
    func `a page with front matter of another program is in no file`(text: String) async throws {
        let site = try await TestSite([
            "handbook/a.md": text, "resources/b.md": "---\ntitle: B\n---\n\n[See this](../handbook/a.md).\n",
        ])
        #expect(site.codes == ["front-matter-unclosed"], "\(text): \(site.problems)")
        let shown = site.files.filter { $0.value.contains("armalade") || $0.value.contains("handbook/a/") }
        #expect(shown.keys.sorted() == [], "\(text)")
        #expect(site.main("resources/b/").contains("<p>See this.</p>"))
    }

    @Test(arguments: [
        "+++ is a sign.\n", "{name} is a person.\n", "Note: we meet.\n\nText.\n", "# A\n\n+++\n", "# A\n\n{\"a\": 1}\n",
        "#+1 for tea\n", "Agenda: tea\nStatus: we are fine\n\nText.\n", "{#a}\n",
        "```yaml\ntitle: A\n```\n\nAn example.\n", "```yaml\ndraft: false\n```\n", "```\necho draft: true\n```\n",
        "```yaml\ndraft: true\n", "```js\nconst draft = true\n```\n", "<!-- draft -->\nText.\n",
        // A comment with a colon looks like a key.
        "<!-- TODO: write more -->\nText.\n", "<!-- status: fine -->\nText.\n",
        "<!-- Draft: mine, and\ntrue -->\nText.\n",
        "--- # A\n\nText.\n", "--- # 1 of 3: done\n", "Text.\n\n```yaml\ndraft: true\n```\n",
        // A page may have lines, and what it is about, below its title.
        "# A\n\n---\nStatus: draft\nPresent: Jo\n---\n\nText.\n", "# A\n\n```\n---\ndraft: true\n---\n```\n",
        "# A\n\n---\ndraft: false\n---\n", "---\ntitle: A\n---\n\n---\n\nText.\n\n---\n",
        "---\ntitle: A\n---\n\n---\nNote: we meet.\n---\n", "---\ntitle: A\n---\n---\nStatus: draft\n---\n",
        "---\ntitle: A\n---\n---\nIn short, draft: true holds back.\n---\n",
        "---\ntitle: A\n---\ndraft: true\n\nText.\n",
        "--- Text: it goes on.\n\nText.\n", "---Note: text.\n",
    ])
    func `text that looks a little like front matter is text`(text: String) async throws {
        let site = try await TestSite(["handbook/a.md": text])
        #expect(!site.page("handbook/a/").isEmpty, "\(site.problems)")
    }

    @Test func `files of what is held back are not copied`() async throws {
        let site = try await TestSite([
            "resources/a.md": "---\ntitle: A\ndraft: true\n---\n\n![The plan](plan.png) ![Both](both.png)\n",
            "resources/b.md": "---\ntitle: B\n---\n\n![Both](both.png)\n", "resources/plan.png": ExamplePicture.gif,
            "resources/both.png": ExamplePicture.gif, "resources/other.png": ExamplePicture.gif,
            "resources/a.png": ExamplePicture.gif, "resources/a/x.png": ExamplePicture.gif,
            "resources/c/index.md": "---\ntitle: C\ndraft: maybe\n---\n", "resources/c/notes.pdf": "x",
            "resources/d/index.md": "---\ntitle: D\ndraft: true\n---\n", "resources/d/e.md": "# E\n",
            "resources/d/notes.pdf": "x", "resources/index.md": "---\ntitle: R\ndraft: true\n---\n",
            "resources/f.md": "+++\ndraft = true\n+++\n\n![F](f1.png)\n", "resources/f1.png": ExamplePicture.gif,
        ])
        let files = site.files.keys.filter { $0.hasSuffix(".png") || $0.hasSuffix(".pdf") }.sorted()
        #expect(files == ["resources/both.png", "resources/d/notes.pdf", "resources/other.png"])
        #expect(Set(site.codes) == ["front-matter-unclosed", "wrong-type"], "\(site.problems)")
    }

    @Test func `files of a draft translation and of a draft community's parts are not copied`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "resources/a.md": "# A\n",
            "resources/a.cy.md": "---\ntitle: A\ndraft: true\n---\n\n![Cynllun](cynllun.png)\n",
            "resources/cynllun.png": ExamplePicture.gif, "images/plan.png": ExamplePicture.gif,
            "communities/a/index.md": "---\nname: A\nsummary: S.\ndraft: true\n---\n",
            "communities/a/charter.md": "---\npurpose: P.\n---\n\n![Plan](../../images/plan.png)\n",
        ])
        #expect(site.files.keys.filter { $0.hasSuffix(".png") } == [])
    }
}
