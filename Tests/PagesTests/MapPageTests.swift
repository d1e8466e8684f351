import Foundation
import TestSupport
import Testing

/// The map, its data, and the pages that belong to it.
@Suite struct MapPageTests {
    private static func community(_ name: String, _ keys: String = "") -> String {
        "---\nname: \(name)\nsummary: S.\n\(keys)---\n"
    }

    private static let content = [
        "site.yaml": "title: T\nlanguages: [en, cy]\nrepository: {url: https://github.com/a/b}\n",
        "governments/north.md": "---\nname: North\n---\n",
        "governments/nation.md": "---\nname: Nation\nparent: north\n---\n",
        "governments/south.md": "---\nname: South\n---\n",
        "roles/baker.md": "---\nname: Baker\nalso_known_as: [bread maker]\n---\n",
        "topics/bread.md": "---\nname: Bread\nparent: food\n---\n", "topics/food.md": "---\nname: Food\n---\n",
        "communities/a.md": community(
            "Ay",
            "government: north\nroles: [baker]\ntopics: [bread]\nstage: forming\nwelcome: {name: Ada L, contact: "
                + "ada@example.gov}\nmember_count: {count: 90, as_of: 2026}\nconnections: [{to: b, kind: sister}]\n"
        ),
        "communities/b.md": community("Bee", "government: south\nroles: [baker]\nwants: [flour]\n"),
        "communities/c.md": community("Sea", "closed: 2020\nroles: [baker]\n"),
        "communities/a/events/next.md": "---\ntitle: Bake\nstarts: 2099-01-01\nlanguages: [cy]\n---\n",
    ]

    @Test func `the data of the map has the shape that other programs rely on`() async throws {
        let site = try await TestSite(Self.content)
        // Read without a type of its own, which would ignore an extra key.
        let data = try #require(
            try JSONSerialization.jsonObject(with: Data(site.page("data/network.json").utf8)) as? [String: Any])
        let nodes = try #require(data["nodes"] as? [[String: Any]])
        let a = try #require(nodes.first { $0["id"] as? String == "a" })
        #expect(
            Set(a.keys) == ["id", "name", "url", "x", "y", "r", "government", "roles", "topics", "stage", "members"])
        #expect(
            a["url"] as? String == "communities/a/" && a["members"] as? Int == 90
                && a["government"] as? [String] == ["north"])
        let edges = try #require(data["edges"] as? [[String: Any]])
        #expect(
            edges.count == 1 && edges[0]["from"] as? String == "a" && edges[0]["to"] as? String == "b"
                && edges[0]["kind"] as? String == "sister")
        #expect(
            edges[0]["weight"] as? Double == 1 && edges[0]["declared"] as? Bool == true
                && edges[0]["reasons"] as? [String] == ["Sister community"])
        #expect(data["suggestions"] is [[String: Any]])
    }

    /// Of one government, with these facts besides.
    private static func ofOneGovernment(_ facts: [String]) async throws -> TestSite {
        var files = ["site.yaml": "title: T\n", "governments/north.md": "---\nname: North\n---\n"]
        for (index, keys) in facts.enumerated() {
            files["communities/c\(index).md"] = community("C\(index)", "government: north\n\(keys)")
        }
        return try await TestSite(files)
    }

    @Test func `where all have one government, colours are professions or topics, and it is not counted`() async throws
    {
        let professions = try await Self.ofOneGovernment(["roles: [baker]\n", "roles: [miller]\n", ""])
        let map = professions.main("map/")
        for text in ["Baker</span>", "Miller</span>", "No profession stated", "node g0\"", "node g1\"", "node none\""] {
            #expect(map.contains(text), "\(text)")
        }
        #expect(professions.files["index.html"]?.contains("<figcaption>3 communities</figcaption>") == true)
        let topics = try await Self.ofOneGovernment(["roles: [baker]\ntopics: [bread]\n", "roles: [baker]\n"])
        #expect(topics.main("map/").contains("Bread</span>") && topics.main("map/").contains("No topic stated"))
        let alike = try await Self.ofOneGovernment(["roles: [baker]\n", "roles: [baker]\n"])
        #expect(!alike.main("map/").contains("class=\"dot"))
    }

    private enum Field { case shown, hidden, absent }

    /// The field of a filter.
    private static func filter(_ name: String, of map: String) -> Field {
        let label = "><label for=\"s.by.\(name)\">"
        if !map.contains(label) { return .absent }
        return map.contains("<p class=\"map-field\" hidden\(label)") ? .hidden : .shown
    }

    @Test func `a filter that leaves nothing to choose is hidden`() async throws {
        let professions = try await Self.ofOneGovernment(["roles: [baker]\n", "roles: [miller]\n", ""]).main("map/")
        #expect(Self.filter("government", of: professions) == .hidden)
        #expect(Self.filter("role", of: professions) == .shown)
        // One that some have and others do not tells these apart.
        let some = try await Self.ofOneGovernment(["roles: [baker]\nstage: forming\n", ""]).main("map/")
        #expect(Self.filter("role", of: some) == .shown && Self.filter("stage", of: some) == .shown)
        let bakers = Array(repeating: "roles: [baker]\nstage: forming\n", count: 2)
        let all = try await Self.ofOneGovernment(bakers).main("map/")
        #expect(Self.filter("role", of: all) == .hidden && Self.filter("stage", of: all) == .absent)
        let several = try await TestSite(Self.content).main("map/")
        #expect(Self.filter("government", of: several) == .shown)
    }

    @Test func `the only government is no filter, even if some communities state none`() async throws {
        let map = try await TestSite([
            "site.yaml": "title: T\n", "governments/north.md": "---\nname: North\n---\n",
            "communities/a.md": Self.community("Ay", "government: north\n"), "communities/b.md": Self.community("Bee"),
        ]).main("map/")
        #expect(Self.filter("government", of: map) == .hidden)
    }

    @Test func `names in the picture are apart from one another where nothing is drawn`() async throws {
        let map = try await TestSite(Self.content).main("map/")
        #expect(map.contains("<metadata>Map of the network: </metadata>"))
        let names = map.components(separatedBy: "class=\"node ").dropFirst()
        #expect(names.count == 3)
        for name in names.dropLast() { #expect(name.contains("</text>\n<metadata> · </metadata>\n</a>")) }
        #expect(names.last?.contains("</text>\n</a>") == true)
    }

    @Test func `the sheet of communities can be imported again`() async throws {
        let sheet = try await TestSite(Self.content).page("data/communities.csv")
        #expect(sheet.hasPrefix("\u{FEFF}id,name,summary,") && sheet.contains("\r\na,Ay,S.,north,"))
    }

    @Test func `filters are named as in the address, with how many communities each value has`() async throws {
        let map = try await TestSite(Self.content).main("map/")
        for name in ["q", "government", "role", "topic", "stage", "membership", "language", "event", "wants"]
        where name != "membership" { #expect(map.contains(" name=\"\(name)\""), "\(name)") }
        #expect(!map.contains("name=\"membership\""))
        #expect(map.contains("data-text=\"Baker\">Baker (3)</option>"))
        // A filter for a subject includes its parts.
        #expect(map.contains("data-text=\"Food\">Food (1)</option>"))
        #expect(map.contains("<option value=\"closed\" data-text=\"Has ended\">"))
    }

    @Test func `a community whose end is only announced is still at work, on every page`() async throws {
        func site(closed: String) async throws -> TestSite {
            var content = Self.content
            content["communities/a.md"]!.replace("stage: forming\n", with: "stage: forming\nclosed: \(closed)\n")
            return try await TestSite(content)
        }
        let (announced, ended) = (try await site(closed: "2099-01-01"), try await site(closed: "2021"))
        #expect(
            announced.main("map/").contains("Ay, North, Forming") && ended.main("map/").contains("Ay, North, Has ended")
        )
        #expect(
            announced.files.contains {
                $0.key.hasPrefix("assets/network-")
                    && $0.value.contains(
                        "\"id\":\"a\",\"government\":[\"north\"],\"role\":[\"baker\"],"
                            + "\"topic\":[\"bread\",\"food\"],\"stage\":[\"forming\"]"
                    )
            })
        #expect(announced.main("roles/baker/").contains("Ada L") && !ended.main("roles/baker/").contains("Ada L"))
        #expect(
            announced.main("communities/a/").contains("This community will end (1 January 2099).")
                && ended.main("communities/a/").contains("This community has ended (2021)."))
    }

    @Test func `each circle says name, government and stage to a screen reader`() async throws {
        #expect(try await TestSite(Self.content).main("map/").contains("aria-label=\"Ay, North, Forming\""))
    }

    @Test func `the frame for other sites has the same circles, whose links leave it`() async throws {
        let site = try await TestSite(Self.content)
        let embed = site.page("map/embed/")
        for id in ["a", "b", "c"] { #expect(embed.contains("data-community=\"\(id)\"")) }
        #expect(embed.components(separatedBy: "target=\"_top\"").count == 6)
        #expect(!embed.contains("<header") && embed.contains("default-src 'self'"))
        #expect(site.page("cy/map/embed/").contains("<html lang=\"cy\""))
    }

    @Test
    func `a role's page has its communities by government, when they meet, who to greet, and where there is nobody`()
        async throws
    {
        let page = try await TestSite(Self.content).main("roles/baker/")
        let parts = [
            "id=\"s.g.north\"", "id=\"s.g.south\"", "id=\"s.g.\"", "id=\"s.events\"", "Bake", "id=\"s.greet\"", "Ada L",
            "id=\"s.gaps\"", "id=\"s.g.nation\"",
        ]
        var rest = page[...]
        for part in parts {
            let found = try #require(rest.range(of: part), "\(part)")
            rest = rest[found.upperBound...]
        }
        // The nation's union comes before a stranger.
        #expect(
            rest.contains("aria-label=\"Start one: Nation\">Start one</a> or say hello to the nearest: ")
                && rest.contains("communities/a/"))
        #expect(page.contains("map/#role=baker"))
    }

    @Test func `coverage counts a union with all within it, and names what has no row or column`() async throws {
        var content = Self.content
        content["communities/d.md"] = Self.community("Dee", "government: nation\nroles: [baker]\ntopics: [bread]\n")
        let page = try await TestSite(content).main("map/coverage/")
        #expect(
            page.contains(
                "<td class=\"depth-2\"><a href=\"../../roles/baker/#s.g.north\" aria-label=\"2 communities, Baker and "
                    + "North\">2</a></td>"
            ))
        #expect(!page.contains(">Nation</a></th>"))
        let topics = try #require(page.components(separatedBy: "id=\"s.topics\"").last)
        #expect(topics.contains("<summary>Topic: 1 without a community</summary>") && topics.contains(">Food</a>"))
        #expect(
            topics.contains("<summary>Government: 1 without a community</summary>") && topics.contains(">South</a>"))
        #expect(!topics.contains("<td class=\"depth-0\">"))
    }

    @Test func `a cell of coverage leads to the government within the union, and an empty one is empty`() async throws {
        var content = Self.content
        content["communities/a.md"] = Self.community("Ay", "government: nation\nroles: [baker]\ntopics: [bread]\n")
        content["communities/b.md"] = Self.community("Bee", "government: south\nroles: [baker]\ntopics: [food]\n")
        let page = try await TestSite(content).main("map/coverage/")
        #expect(page.contains("<td class=\"depth-1\"><a href=\"../../topics/bread/#s.g.nation\""))
        #expect(page.contains("<td class=\"depth-0\"></td>"))
    }

    @Test func `a role's page names the nearest governments that have none, and counts the rest`() async throws {
        var content = Self.content
        for n in 10..<20 { content["governments/g\(n).md"] = "---\nname: Land \(n)\n---\n" }
        let page = try await TestSite(content).main("roles/baker/")
        // The nation is in a union with one that has bakers.
        let gaps = try #require(page.components(separatedBy: "id=\"s.gaps\"").last)
        #expect(gaps.components(separatedBy: "class=\"row-title\"").count == 7)
        #expect(gaps.contains("id=\"s.g.nation\"") && gaps.contains("id=\"s.g.g14\"") && !gaps.contains("s.g.g15"))
        let label = "and 5 more: Where communities are missing"
        #expect(gaps.contains("<a href=\"../../map/coverage/\" aria-label=\"\(label)\">and 5 more</a>"))
    }

    @Test
    func `a community's page has a picture of those it knows, and each of them once with all that connects the two`()
        async throws
    {
        var content = Self.content
        content["communities/a.md"] = Self.community(
            "Ay", "connections: [{to: b, kind: sister, note: Same oven}]\nmembers: [{person: Ada L}]\n")
        content["communities/b.md"] = Self.community(
            "Bee",
            "connections: [{to: a, kind: partner}]\nmembers: [{person: Ada L}]\nevents: [{title: Fair, starts: "
                + "2025-01-01, hosts: [a]}]\n"
        )
        let page = try await TestSite(content).main("communities/a/")
        #expect(page.contains("Sister community – Same oven · Partner · 1 person in common · 1 event together"))
        #expect(page.components(separatedBy: "<p class=\"row-title\"><a href=\"../../communities/b/\">").count == 2)
        #expect(page.contains("class=\"neighbourhood\"") && page.contains("map/#community=a"))
        #expect(
            !(try await TestSite(["communities/a.md": Self.community("Ay")]).main("communities/a/")).contains(
                "neighbourhood"))
    }

    @Test func `in a dense network the strongest lines are drawn, and the rest is counted beside the picture`()
        async throws
    {
        var content = ["site.yaml": "title: T\n"]
        for n in 0..<30 {
            content["communities/c\(n).md"] = Self.community(
                "C\(n)", "members: [{person: All Of}, {person: Pair \(n / 2)}]\n")
        }
        let map = try await TestSite(content).main("map/")
        #expect(map.contains("30 communities and 435 connections"))
        #expect(map.contains(#/\d{3} weaker connections are not drawn/#))
        #expect(map.contains("and 24 more</a>"))
    }

    @Test func `pins that cannot be read are reported, and the others are used`() async throws {
        let site = try await TestSite(Self.content.merging(["map.yaml": "a: [100, 50]\nb: [nan, 3]\nc: 7\n"]) { $1 })
        #expect(site.codes.filter { $0 == "bad-pin" }.count == 2)
        #expect(site.main("map/").contains("<circle cx=\"100\" cy=\"50\" r=\""))
    }
}
