import TestSupport
import Testing

/// The home page: made-up entries leave it when there are real ones.
@Suite struct HomePageTests {
    private static let example = [
        "site.yaml": "title: T\n", "index.md": "# T\n",
        "governments/nowhere.md": "---\nname: Nowhere\nexample: true\n---\n",
        "communities/made-up/index.md":
            "---\nname: Made-up bakers\nsummary: S.\ngovernment: nowhere\nexample: true\nroles: [baker]\n---\n",
        "communities/made-up/events/next.md": "---\ntitle: Pretend bake\nstarts: 2099-01-01\n---\n",
        "roles/baker.md": "---\nname: Baker\n---\n",
    ]

    private static func bakers(_ number: Int, _ keys: String = "") -> String {
        "---\nname: Bakers \(number)\nsummary: S.\nroles: [baker]\n\(keys)---\n"
    }

    @Test func `a handbook of nothing but examples shows them`() async throws {
        let page = try await TestSite(Self.example).main("")
        for part in ["Pretend bake", "Made-up bakers", "Nowhere"] { #expect(page.contains(part)) }
    }

    @Test func `made-up entries leave the home page, the map and the suggestions when there are real ones`()
        async throws
    {
        var content = Self.example
        for n in 10..<18 {
            content["topics/t\(n / 2).md"] = "---\nname: Bread \(n / 2)\n---\n"
            content["communities/b\(n).md"] = Self.bakers(
                n, "as_of: 2026-01-\(n)\ngovernment: g\(n)\ntopics: [t\(n / 2)]\n")
            content["governments/g\(n).md"] = "---\nname: Land \(n)\n---\n"
        }
        let site = try await TestSite(content)
        let page = site.main("")
        for part in ["Pretend", "Made-up", "Nowhere"] { #expect(!page.contains(part), "\(part)") }
        #expect(page.contains("8 communities and 8 governments"))
        #expect(!site.page("data/network.json").contains("made-up"))
        #expect(!site.page("map/suggestions/").contains("Made-up"))
        // The newest three, and three pairs in which nobody appears twice.
        #expect(page.contains(#/Newly confirmed.*Bakers 17.*Bakers 16.*Bakers 15/#.dotMatchesNewlines()))
        #expect(!page.contains(#/Newly confirmed.*Bakers 14.*Connections worth making<\/h2>/#.dotMatchesNewlines()))
        let pairs = try #require(page.components(separatedBy: "Connections worth making</h2>").last)
        #expect(pairs.components(separatedBy: " and <a href=\"./communities/b").count == 4)
        #expect(pairs.contains("map/suggestions/\">All connections worth making</a>"))
        // It has a page of its own, and is in the list.
        #expect(site.page("communities/made-up/").contains("Made-up bakers"))
    }

    @Test func `the largest governments without a community for a profession that others have are named`() async throws
    {
        var content = Self.example.merging(["roles/cook.md": "---\nname: Cook\n---\n"]) { $1 }
        for (government, count) in ["north": 5, "south": 3, "east": 2] {
            content["governments/\(government).md"] = "---\nname: \(government.capitalized)\n---\n"
            for n in 0..<count {
                let role = government == "south" ? "cook" : "baker"
                content["communities/\(government)-\(n).md"] =
                    "---\nname: C\nsummary: S.\ngovernment: \(government)\nroles: [\(role)]\n---\n"
            }
        }
        let page = try await TestSite(content).main("")
        let section = try #require(page.components(separatedBy: "Where a community is missing").dropFirst().first)
        let rows = section.components(separatedBy: "</ul>")[0].components(separatedBy: "<p class=\"row-title\">")
        #expect(rows.count == 3)
        #expect(rows[1].contains("Baker</a>, ") && rows[1].contains("South</a>"))
        #expect(rows[2].contains("Cook</a>, ") && rows[2].contains("North</a>"))
        #expect(section.contains("map/coverage/\">All missing communities</a>"))
    }

    @Test(arguments: ["2024-04-01": true, "2024-02-01": false, "2016": false])
    func `a write-up is news for two years`(date: String, isShown: Bool) async throws {
        let page = try await TestSite([
            "site.yaml": "title: T\n", "index.md": "# T\n", "communities/a/index.md": Self.bakers(1),
            "communities/a/writeups/notes.md": "---\ntitle: Real notes\ndate: \(date)\n---\n\nText.\n",
        ]).main("")
        #expect(page.contains("Real notes") == isShown)
    }

    @Test func `a real event takes the place of what was confirmed`() async throws {
        var content = Self.example
        for n in 10..<18 { content["communities/b\(n).md"] = Self.bakers(n, "as_of: 2026\n") }
        content["communities/b10/events/bake.md"] = "---\ntitle: Real bake\nstarts: 2099-01-01\n---\n"
        content["communities/b10/index.md"] = content.removeValue(forKey: "communities/b10.md")
        let page = try await TestSite(content).main("")
        #expect(page.contains("Real bake") && !page.contains("Newly confirmed") && !page.contains("Pretend"))
    }
}
