import TestSupport
import Testing

@testable import Network

/// Which communities are suggested to one another, and why.
@Suite struct SuggestionTests {
    private static let terms = [
        "site.yaml": "title: T\nlanguages: [en]\n", "governments/north.md": "---\nname: North\n---\n",
        "governments/south.md": "---\nname: South\n---\n",
        "governments/east.md": "---\nname: East\nparent: north\n---\n",
        "topics/maps.md": "---\nname: Maps\nparent: data\n---\n",
        "topics/charts.md": "---\nname: Charts\nparent: data\n---\n", "topics/data.md": "---\nname: Data\n---\n",
    ]

    /// Others, so that something can be rare.
    private static let crowd = Dictionary(
        uniqueKeysWithValues: (1...12).map {
            (
                "communities/x\($0).md",
                "---\nname: X\($0)\nsummary: S.\ngovernment: north\ntopics: [x\($0), common]\n---\n"
            )
        })

    private static func community(_ name: String, _ keys: String) -> String {
        "---\nname: \(name)\nsummary: S.\n\(keys)---\n"
    }

    /// `a b` of each suggestion between communities whose ids have one letter, the best first; with the site.
    private func found(_ communities: [String: String], more: [String: String] = [:]) async throws -> (
        pairs: [String], suggestions: [Suggestions.Suggestion], page: TestSite
    ) {
        let files = Dictionary(
            uniqueKeysWithValues: communities.map {
                ("communities/\($0.key).md", Self.community($0.key.uppercased(), $0.value))
            })
        let page = try await TestSite(Self.terms.merging(Self.crowd) { $1 }.merging(files) { $1 }.merging(more) { $1 })
        let network = CommunityNetwork(page.site)
        let suggestions = Suggestions(network, page.site).all.filter { one in
            [one.from, one.to].allSatisfy { page.site[network.nodes[$0]].id.count == 1 }
        }
        return (
            suggestions.map { "\(page.site[network.nodes[$0.from]].id) \(page.site[network.nodes[$0.to]].id)" },
            suggestions, page
        )
    }

    @Test func `the same rare subject in another government is worth a message, a common one is not`() async throws {
        let (pairs, suggestions, page) = try await found([
            "a": "government: north\ntopics: [maps]\n", "b": "government: south\ntopics: [maps]\n",
            "c": "government: south\ntopics: [common]\n",
        ])
        #expect(pairs == ["a b"] && suggestions[0].reasons.isAcrossGovernments)
        #expect(
            page.main("communities/a/").contains(
                "Both are for people who work on <a href=\"../../topics/maps/\">maps</a>. In two governments: <a "
                    + "href=\"../../governments/north/\">North</a> and <a href=\"../../governments/south/\">South</a>."
            ))
        #expect(
            page.main("map/suggestions/").contains(
                "<a href=\"../../communities/a/\">A</a> <span aria-hidden=\"true\">↔</span> <a "
                    + "href=\"../../communities/b/\">B</a>"
            ))
        #expect(!page.main("communities/c/").contains("You might connect with"))
    }

    @Test func `the same craft elsewhere comes before a neighbour, and a nation of a union between them`() async throws
    {
        let topic = "topics: [maps]\n"
        let (pairs, _, _) = try await found([
            "a": "government: north\n" + topic, "b": "government: north\n" + topic, "c": "government: south\n" + topic,
            "d": "government: east\n" + topic,
        ])
        #expect(
            pairs.firstIndex(of: "a c")! < pairs.firstIndex(of: "a d")!
                && pairs.firstIndex(of: "a d")! < pairs.firstIndex(of: "a b") ?? .max)
    }

    @Test(arguments: [
        "connections: [{to: b, kind: sister}]\n", "closed: 2020\nsuccessor: b\n", "closed: 2020\n",
    ])
    func `communities that are connected or have ended are not suggested to each other`(keys: String) async throws {
        #expect(
            try await found([
                "a": "government: north\ntopics: [maps]\n" + keys, "b": "government: south\ntopics: [maps]\n",
            ]).pairs == [])
    }

    @Test func `no made-up community is suggested where one is real`() async throws {
        #expect(
            try await found([
                "a": "government: north\ntopics: [maps]\nexample: true\n", "b": "government: south\ntopics: [maps]\n",
            ]).pairs == [])
        #expect(
            try await found([
                "a": "government: north\ntopics: [maps]\nexample: true\n",
                "b": "government: south\ntopics: [maps]\nexample: true\n",
            ]).pairs == [])
    }

    @Test func `people in common are a connection`() async throws {
        let members = "members: [{person: Ada L}]\n"
        #expect(
            try await found([
                "a": "government: north\ntopics: [maps]\n" + members,
                "b": "government: south\ntopics: [maps]\n" + members,
            ]).pairs == [])
    }

    @Test func `what one wants and the other offers counts between those with something in common`() async throws {
        let (pairs, suggestions, page) = try await found([
            "a": "government: north\ntopics: [common]\nwants: [guest speakers]\n",
            "b": "government: south\ntopics: [common]\noffers: guest-speakers\n",
            "c": "government: south\noffers: [guest speakers]\n",
        ])
        #expect(pairs == ["a b"] && suggestions[0].reasons.wanted == ["guest-speakers"])
        #expect(
            page.main("communities/a/").contains("<span>B</span> offers what <span>A</span> wants")
                || page.main("communities/a/").contains("B offers what A wants: guest speakers."))
    }

    @Test func `a skill that is lacking meets one who can mentor, and nobody is named`() async throws {
        let (pairs, suggestions, page) = try await found([
            "a":
                "government: north\ntopics: [common]\nmembers: {members: [{person: Ada L, skills: {maths: 1}}], "
                + "skills_needed: {maths: 1}}\n",
            "b":
                "government: south\ntopics: [common]\nmembers: {members: [{person: Bob M, mentors: [maths]}, "
                + "{person: Cat N, mentors: [law], until: 2020}]}\n",
        ])
        #expect(pairs == ["a b"] && suggestions[0].reasons.lacked == ["maths"])
        #expect(
            page.main("communities/a/").contains("can mentor in what") && !page.main("communities/a/").contains("Bob M")
        )
    }

    @Test func `subjects with the same parent are near, and the reason is given`() async throws {
        let (pairs, suggestions, page) = try await found([
            "a": "government: north\ntopics: [maps]\nwants: [speakers]\n",
            "b": "government: south\ntopics: [charts]\noffers: [speakers]\n",
        ])
        #expect(pairs == ["a b"] && suggestions[0].reasons.parents.map { page.site[$0].id } == ["data"])
        #expect(
            page.main("communities/b/").contains(
                "Both belong to the wider subject <a href=\"../../topics/data/\">data</a>."))
    }

    @Test func `an entry that nobody has confirmed for long is suggested with a note, and with a way to say hello`()
        async throws
    {
        let (_, _, page) = try await found([
            "a": "government: north\ntopics: [maps]\n",
            "b": "government: south\ntopics: [maps]\nas_of: 2020-07\nwelcome: {name: N, contact: hello@example.gov}\n",
        ])
        #expect(page.main("communities/a/").contains("Not confirmed for a long time: B (July 2020)."))
        #expect(page.main("communities/a/").contains("Say hello: <a href=\"mailto:hello@example.gov\""))
    }

    @Test func `the order of files does not matter, and a community is shown five at most`() async throws {
        let communities = Dictionary(
            uniqueKeysWithValues: "abcdefghijk".map {
                (String($0), "government: \($0 < "e" ? "north" : "south")\ntopics: [maps]\n")
            })
        let (_, suggestions, page) = try await found(communities)
        let network = CommunityNetwork(page.site)
        #expect(Suggestions(network, page.site).ofNode.allSatisfy { $0.count <= Suggestions.perNode })
        #expect(zip(suggestions, suggestions.dropFirst()).allSatisfy { $0.score >= $1.score })
        #expect(page.main("communities/a/").components(separatedBy: "class=\"row-reason\"").count == 6)
    }
}
