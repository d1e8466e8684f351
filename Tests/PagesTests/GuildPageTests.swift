import TestSupport
import Testing

/// The page of a role or a topic: what its communities do and wrote, and what the handbook says of them.
@Suite struct GuildPageTests {
    private static func community(_ name: String, _ more: String = "") -> String {
        "---\nname: \(name)\nsummary: S.\nroles: [baker]\ntopics: [bread]\n\(more)---\n"
    }

    /// The titles below each heading of a page, in its order, and the words that lead to the rest.
    private static func lists(_ route: String, in site: TestSite) -> [String: [String]] {
        var found: [String: [String]] = [:]
        for section in site.main(route).split(separator: "aria-labelledby=").dropFirst() {
            guard let id = section.firstMatch(of: #/<h2 id="s\.([a-z]+)"/#).map({ String($0.output.1) }) else {
                continue
            }
            let titles = section.matches(of: #/<p class="row-title"><[^>]*>([^<]*)</#).map { String($0.output.1) }
            let more = section.matches(of: #/<p class="more"><a href="([^"]*)">([^<]*)</#).map {
                "\($0.output.2) → \($0.output.1)"
            }
            found[id] = titles + more
        }
        return found
    }

    private static let files: [String: String] = [
        "site.yaml": "title: T\nlanguages: [en, cy]\n",
        "roles/baker.md": "---\nname: {en: Baker, cy: Pobydd}\n---\n",
        "topics/bread.md": "---\nname: Bread\n---\n",
        "communities/a/index.md": community("Alpha"),
        "communities/a/events/late.md": "---\ntitle: Late\nstarts: 2026-06-01\n---\n",
        "communities/a/events/soon.md": "---\ntitle: Soon\nstarts: 2026-03-05\n---\n",
        "communities/a/writeups/old.md": "---\ntitle: Old\ndate: 2024-01-01\n---\n",
        "communities/a/writeups/new.md": "---\ntitle: New\ndate: 2026-01-01\n---\n",
        "communities/a/resources/oven.md": "---\ntitle: Oven\n---\n",
        "communities/a/resources/other.md": "---\ntitle: Of others\nroles: [miller]\ntopics: [flour]\n---\n",
        "communities/far.md": "---\nname: Far\nsummary: S.\nroles: [miller]\n---\n",
        "communities/far/writeups/no.md": "---\ntitle: Far away\ndate: 2026-02-01\n---\n",
        "writeups/shared.md": "---\ntitle: Shared\ndate: 2025-01-01\ntopics: [bread]\n---\n",
        "resources/yeast.md": "---\ntitle: Yeast\nroles: [baker]\n---\n",
        "handbook/second.md": "---\ntitle: Second\norder: 2\n---\nAs [bakers](../roles/baker.md) do.\n",
        "handbook/first.md": "---\ntitle: First\norder: 1\n---\nAs in [Alpha](../communities/a/index.md).\n",
        "handbook/none.md": "---\ntitle: None\n---\nAs in [Far](../communities/far.md).\n",
    ]

    @Test func `the page of a role has what its communities do and wrote`() async throws {
        let site = try await TestSite(Self.files)
        var lists = Self.lists("roles/baker/", in: site)
        lists["communities"] = nil
        lists["backlinks"] = nil
        #expect(
            lists == [
                "events": ["Soon", "Late"], "writeups": ["New", "Old"], "resources": ["Yeast", "Oven"],
                "chapters": ["First", "Second"],
            ])
    }

    @Test func `the page of a topic has write-ups and resources that name it, too`() async throws {
        let lists = Self.lists("topics/bread/", in: try await TestSite(Self.files))
        #expect(lists["events"] == ["Soon", "Late"])
        #expect(lists["writeups"] == ["New", "Shared", "Old"])
        #expect(lists["resources"] == ["Oven"])
        #expect(lists["chapters"] == ["First"])
    }

    @Test func `the headings are in the language of the page`() async throws {
        let page = try await TestSite(Self.files).main("cy/roles/baker/")
        for heading in ["Ar y gweill", "Yr adroddiadau diweddaraf", "Adnoddau", "Llawlyfr"] {
            #expect(page.contains("\">\(heading)</h2>"), "\(heading)")
        }
    }

    @Test func `each list has six, and says how many more there are`() async throws {
        var files = ["roles/baker.md": "---\nname: Baker\n---\n", "communities/a/index.md": Self.community("Alpha")]
        for number in 1...8 {
            files["communities/a/events/e\(number).md"] = "---\ntitle: E\(number)\nstarts: 2026-04-0\(number)\n---\n"
            files["communities/a/writeups/w\(number).md"] = "---\ntitle: W\(number)\ndate: 2025-04-0\(number)\n---\n"
            files["communities/a/resources/r\(number).md"] = "---\ntitle: R\(number)\n---\n"
            files["handbook/c\(number).md"] = "---\ntitle: C\(number)\n---\n[Alpha](../communities/a/index.md)\n"
        }
        let lists = Self.lists("roles/baker/", in: try await TestSite(files))
        func expected(_ letter: String, _ numbers: [Int], _ folder: String) -> [String] {
            numbers.map { "\(letter)\($0)" } + ["and 2 more → ../../\(folder)/"]
        }
        #expect(lists["events"] == expected("E", [1, 2, 3, 4, 5, 6], "events"))
        #expect(lists["writeups"] == expected("W", [8, 7, 6, 5, 4, 3], "writeups"))
        #expect(lists["resources"] == expected("R", [1, 2, 3, 4, 5, 6], "resources"))
        #expect(lists["chapters"] == expected("C", [1, 2, 3, 4, 5, 6], "handbook"))
    }

    private static let madeUp = [
        "communities/x/index.md": community("Example", "example: true\n"),
        "communities/x/events/e.md": "---\ntitle: Made-up event\nstarts: 2026-04-01\n---\n",
        "communities/x/writeups/w.md": "---\ntitle: Made-up write-up\ndate: 2026-02-01\n---\n",
        "communities/x/resources/r.md": "---\ntitle: Made-up resource\n---\n",
        "people/p.md": "---\nname: Made-up person\nroles: [baker]\nagreed: 2026-01-01\nexample: true\n---\n",
        "handbook/how.md": "---\ntitle: How to write\n---\nAs in [it](../communities/x/index.md).\n",
    ]

    @Test func `made-up entries are in no list beside a real community`() async throws {
        for alone in [false, true] {
            let real = alone ? ["communities/a.md": Self.community("Alpha")] : Self.files
            let lists = Self.lists("roles/baker/", in: try await TestSite(real.merging(Self.madeUp) { $1 }))
            for (id, titles) in lists where id != "communities" {
                #expect(!titles.contains { $0.hasPrefix("Made-up") || $0 == "How to write" }, "\(id)")
            }
        }
    }

    @Test func `where nothing is real, made-up entries show what the lists can hold`() async throws {
        let lists = Self.lists("roles/baker/", in: try await TestSite(Self.madeUp))
        #expect(lists["events"] == ["Made-up event"] && lists["writeups"] == ["Made-up write-up"])
        #expect(lists["resources"] == ["Made-up resource"] && lists["people"] == ["Made-up person"])
        #expect(lists["chapters"] == ["How to write"])
    }

    @Test func `unpublished entries are in no list`() async throws {
        let files = [
            "communities/a/index.md": Self.community("Alpha"),
            "communities/a/events/e.md": "---\ntitle: Secret\nstarts: 2026-04-01\ndraft: true\n---\n",
            "communities/a/writeups/w.md": "---\ntitle: Secret\ndate: 2026-02-01\ndraft: true\n---\n",
            "handbook/c.md": "---\ntitle: Secret\ndraft: true\n---\n[Alpha](../communities/a/index.md)\n",
        ]
        #expect(!(try await TestSite(files)).main("roles/baker/").contains("Secret"))
    }
}
