import TestSupport
import Testing

/// The search of a whole site: which pages are in it, in which language, and what is not.
@Suite struct SearchPageTests {
    /// All files of a language's index as one text.
    private static func index(_ site: TestSite, _ language: String = "en") -> String {
        site.files.filter {
            $0.key.hasPrefix("assets/search/\(language)") || $0.key == "data/search-\(language).js"
        }.sorted { $0.key < $1.key }.map(\.value)
            .joined(separator: "\n")
    }

    private static func between(_ before: String, _ after: String, in text: String) -> Substring {
        (text.split(separator: before, maxSplits: 1).dropFirst().first ?? "").split(separator: after, maxSplits: 1)
            .first
            ?? ""
    }

    private static let community =
        "---\nname: Bread people\nsummary: People who bake.\nroles: [baker]\n---\nWe meet to knead.\n"

    @Test func `every page is in the index, and so are lists that the program makes`() async throws {
        let site = try await TestSite([
            "communities/a.md": Self.community,
            "communities/a/events/e.md": "---\ntitle: Baking night\nstarts: 2026-05-01\n---\n",
            "handbook/h.md": "# How to bake\n",
            "about.md": "# About\n",
        ])
        let index = Self.index(site)
        for row in [
            "[\"Bread people\",\"communities/a/\",\"Community\"]",
            "[\"Baking night\",\"communities/a/events/e/\",\"Event\",\"Bread people · 1 May 2026\"]",
            "[\"How to bake\",\"handbook/h/\",\"Handbook\"]", "[\"About\",\"about/\",\"Page\"]",
        ] {
            #expect(index.contains(row), "\(row)")
        }
        #expect(index.contains("[\"Coverage\",\"map/coverage/\",\"Page\"]"))
    }

    @Test func `each language has an index of its own, with the original where nothing is translated`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "communities/a.md": Self.community,
            "communities/a.cy.md": "---\nname: Pobl bara\n---\nTylino.\n", "handbook/h.md": "# How to bake\n\nKnead.\n",
        ])
        let welsh = Self.index(site, "cy")
        #expect(
            welsh.contains("[\"Pobl bara\",\"cy/communities/a/\",\"Cymuned\"]") && welsh.contains("Tylino")
                && !welsh.contains("We meet to knead"))
        #expect(welsh.contains("[\"How to bake\",\"cy/handbook/h/\"") && welsh.contains("Knead"))
        #expect(!Self.index(site).contains("Tylino"))
        #expect(
            site.page("cy/search/").contains("cy/search/")
                && site.page("cy/communities/a/").contains("data-names=\"../../../data/search-cy.js\""))
    }

    @Test func `sections keep the anchors of their headings`() async throws {
        let site = try await TestSite([
            "handbook/h.md": "# Bake\n\nFirst.\n\n## The oven\n\nHot.\n\n### Its door\n\nShut.\n"
        ])
        #expect(
            Self.index(site).contains("[\"the-oven\",\"The oven\",\"\\nHot.\\n\"]")
                || Self.index(site).contains("[\"the-oven\",\"The oven\",\"\\nHot.\"]"))
        #expect(Self.index(site).contains("[\"its-door\",\"Its door\","))
    }

    @Test func `nothing is found that the site does not publish`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlist_members: stewards\n",
            "communities/a.md": Self.community,
            "communities/a/members.md":
                "---\nmembers:\n  - {person: Ada Secret}\n"
                + "  - {person: Bea Open, part: steward, agreed: 2026-01-10}\n---\n",
            "communities/a/backlog.md": "---\npublish: false\ntopics: [{title: Hidden trouble}]\n---\n",
            "handbook/d.md": "---\ntitle: Draft thought\ndraft: true\n---\n",
        ])
        let index = Self.index(site)
        #expect(index.contains("Bea Open"))
        for secret in ["Secret", "secret", "Hidden", "hidden", "Draft thought"] {
            #expect(!index.contains(secret), "\(secret)")
        }
    }

    @Test func `another name of a profession finds its communities`() async throws {
        let site = try await TestSite([
            "communities/a.md": Self.community,
            "roles/baker.md": "---\nname: Baker\nalso_known_as: [pastrycook]\n---\n",
        ])
        let terms = site.files.first { $0.key.hasPrefix("assets/search/en/t") }!.value
        // Two pages hold it: the role, and the community that is for it. The second symbol is their number.
        let list = terms.split(separator: " ").drop { !$0.hasSuffix("strycook") }.dropFirst().first
        #expect(list?.utf8.dropFirst().first == UInt8(ascii: "$"), "\(list ?? "")")
    }

    @Test func `names are distinguished, and a term says which is the wider one`() async throws {
        let site = try await TestSite([
            "communities/a.md": Self.community,
            "roles/baker.md": "---\nname: Baker\nalso_known_as: [pastry cook, bread maker]\n---\n",
            "topics/bread.md": "---\nname: Bread\n---\n",
            "topics/rye.md": "---\nname: Rye\nparent: bread\nalso_known_as: [black bread]\n---\n",
        ])
        let names = site.files["data/search-en.js"] ?? ""
        #expect(names.contains("[\"Baker\",\"roles/baker/\",\"Profession\",\"pastry cook\\nbread maker\"]"))
        #expect(names.contains("[\"Rye\",\"topics/rye/\",\"Topic\",\"black bread\",\"bread\"]"))
    }

    @Test func `a term's own page and those within it are among the pages that have the term`() async throws {
        let site = try await TestSite([
            "topics/bread.md": "---\nname: Bread\n---\n", "topics/rye.md": "---\nname: Rye\nparent: bread\n---\n",
        ])
        let facets = site.files.first { $0.key.hasPrefix("assets/search/en/f") }?.value ?? ""
        // `!` is no page between, `#` one.
        #expect(facets.contains("[\"bread\",\"Bread\",\"!!\"]") && facets.contains("[\"rye\",\"Rye\",\"#\"]"))
    }

    @Test func `words that carry nothing are those of the page's language, then those of the others`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "communities/a.md": Self.community,
        ])
        func lists(_ language: String) -> [Substring] {
            let names = site.files["data/search-\(language).js"] ?? ""
            return Self.between("\"ignored\":[\"", "\"]", in: names).split(separator: "\",\"")
        }
        for (language, own, other) in [("en", "who", "pwy"), ("cy", "pwy", "who")] {
            let lists = lists(language).map { $0.split(separator: " ").map(String.init) }
            #expect(lists.count == 2 && lists[0].contains(own) && lists[1].contains(other), "\(language)")
            #expect(Set(lists[0]).isDisjoint(with: lists[1]))
        }
    }

    @Test func `made-up pages come last where something is real`() async throws {
        let made = "---\nname: Cake people\nexample: true\nsummary: They are made up.\n---\n"
        func standing(_ files: [String: String]) async throws -> Substring {
            let names = try await TestSite(files).files["data/search-en.js"] ?? ""
            return Self.between("\"standing\":\"", "\"", in: names)
        }
        // How pages rank, each with how many do: 0 is usual, 1 past, 2 a guide, 3 made up; `!#$%` are 0 to 3.
        let both = ["communities/a.md": Self.community, "communities/b.md": made]
        #expect(try await standing(both).hasPrefix("!#%#"))
        #expect(try await standing(["communities/b.md": made]).hasPrefix("!"))
        let ended = Self.community.replacing("roles:", with: "closed: 2020\nroles:")
        #expect(try await standing(["communities/a.md": ended]).hasPrefix("##"))
        let chapters = ["handbook/writing/x.md": "# X\n", "handbook/y.md": "# Y\n"]
        #expect(try await standing(chapters).contains("$#"))
    }

    @Test func `the page of results lists what there is to browse`() async throws {
        let site = try await TestSite(["communities/a.md": Self.community])
        let page = site.main("search/")
        #expect(
            page.contains("<a href=\"../communities/\">Communities</a>") && page.contains("<a href=\"../roles/\">")
                && !page.contains("../events/"))
        #expect(page.contains("data-index=\"{&quot;count&quot;:"))
    }
}
