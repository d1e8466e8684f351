import Foundation
import Site
import TestSupport
import Testing

@testable import Network

/// What connects communities, and where they are on the map.
@Suite struct NetworkTests {
    private static func community(_ name: String, _ keys: String = "") -> String {
        "---\nname: \(name)\nsummary: S.\n\(keys)---\n"
    }

    private static func members(_ names: [String]) -> String {
        "members:\n" + names.map { "  - person: \($0) Smith\n" }.joined()
    }

    private func network(_ files: [String: String]) async throws -> (network: CommunityNetwork, site: SiteGraph) {
        let site = try await TestSite(["site.yaml": "title: T\n"].merging(files) { $1 }).site
        return (CommunityNetwork(site), site)
    }

    /// `a b kind` of each edge, by ids.
    private func edges(_ files: [String: String]) async throws -> [String: Double] {
        let (network, site) = try await network(files)
        func id(_ node: Int) -> String { site[network.nodes[node]].id }
        return Dictionary(
            uniqueKeysWithValues: network.edges.map { edge in
                let kind =
                    switch edge.kind {
                    case .declared(let kind): kind.rawValue
                    case .successor: "successor"
                    case .sharedMembers(let count): "members \(count)"
                    case .sharedEvents(let events): "events \(events.count)"
                    }
                return ("\(id(edge.from)) \(id(edge.to)) \(kind)", edge.weight)
            })
    }

    // MARK: Edges

    @Test func `somebody in two communities ties them together, and counts less the more others there are`()
        async throws
    {
        let found = try await edges([
            "communities/a.md": Self.community("A", Self.members(["Ada", "Everybody"])),
            "communities/b.md": Self.community("B", Self.members(["Ada", "Everybody"])),
            "communities/c.md": Self.community("C", Self.members(["Everybody"])),
            "communities/d.md": Self.community("D", Self.members(["Everybody"])),
            "communities/e.md": Self.community("E", Self.members(["Everybody"])),
        ])
        #expect(found["a b members 2"] == 1.25)
        #expect(found["a c members 1"] == 0.25)
        #expect(found.count == 10)
    }

    @Test func `a person in more communities than anybody can serve ties none together, and is counted`() async throws {
        let files = Dictionary(
            uniqueKeysWithValues: (0..<51).map { ("communities/c\($0).md", Self.community("C", Self.members(["Bot"]))) }
        )
        let (network, _) = try await network(files)
        #expect(network.edges.isEmpty && network.tooCommon == 1)
    }

    @Test func `communities that hold events together are connected, with the events as evidence`() async throws {
        let found = try await edges([
            "communities/a.md": Self.community("A"), "communities/b.md": Self.community("B"),
            "communities/c.md": Self.community("C"),
            "communities/a/events/one.md": "---\ntitle: One\nstarts: 2026-01-01\nhosts: [b]\n---\n",
            "events/two.md": "---\ntitle: Two\nstarts: 2026-01-02\nhosts: [a, b, c]\n---\n",
        ])
        #expect(found == ["a b events 2": 1.5, "a c events 1": 0.5, "b c events 1": 0.5])
    }

    @Test func `the most strongly connected come first, and what is stated before what was worked out`()
        async throws
    {
        let (network, site) = try await network([
            "communities/a.md": Self.community(
                "A", "connections: [{to: d, kind: sister}]\n" + Self.members(["Ada", "Bob", "Cy"])),
            "communities/b.md": Self.community("B", Self.members(["Ada"])),
            "communities/c.md": Self.community("C", Self.members(["Bob", "Cy"])),
            "communities/d.md": Self.community("D"),
        ])
        #expect(network.neighbours(of: 0).map { site[network.nodes[$0]].id } == ["d", "c", "b"])
    }

    // MARK: Layout

    /// Communities in rings of five that know each other, with a few members in common with the next ring.
    private static func rings(_ count: Int, without: Int? = nil, reversed: Bool = false) -> [String: String] {
        var files: [String: String] = [:]
        for n in 0..<count where n != without {
            let people =
                ["Ring \(n / 5)", "Pair \(n / 2)"] + (n % 5 == 0 ? ["Bridge \(n / 5)", "Bridge \(n / 5 + 1)"] : [])
            files["communities/c\(n).md"] = community(
                reversed ? "Name \(count - n)" : "Name \(n)",
                "member_count: {count: \(n * 40), as_of: 2026}\n" + members(people))
        }
        return files
    }

    private func layout(_ files: [String: String]) async throws -> [String: NetworkLayout.Circle] {
        let (network, site) = try await network(files)
        let layout = NetworkLayout(network, Suggestions(network, site), site)
        return Dictionary(uniqueKeysWithValues: zip(network.nodes.map { site[$0].id }, layout.circles))
    }

    private static func distance(_ a: NetworkLayout.Circle, _ b: NetworkLayout.Circle) -> Double {
        ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    }

    @Test(arguments: [0, 1, 2, 3, 40, 150])
    func `no two circles overlap, and all are in the picture`(count: Int) async throws {
        let (network, site) = try await network(Self.rings(count))
        let layout = NetworkLayout(network, Suggestions(network, site), site)
        #expect(layout.circles.count == count)
        for (index, a) in layout.circles.enumerated() {
            #expect(
                a.r >= 7 && a.x >= a.r && a.x <= NetworkLayout.width - a.r && a.y >= a.r && a.y <= layout.height - a.r)
            #expect(
                layout.circles[..<index].allSatisfy { Self.distance(a, $0) > a.r + $0.r }, "\(network.nodes[index])")
        }
    }

    @Test func `the position of a community depends on its id, not on its name or its index in a list`() async throws {
        #expect(try await layout(Self.rings(40)) == (try await layout(Self.rings(40, reversed: true))))
    }

    @Test func `those that know each other are nearest to each other`() async throws {
        let positions = try await layout(Self.rings(40))
        var right = 0
        for n in 0..<40 {
            let nearest = positions.filter { $0.key != "c\(n)" }.sorted {
                Self.distance($0.value, positions["c\(n)"]!) < Self.distance($1.value, positions["c\(n)"]!)
            }.prefix(4)
            right += nearest.count { Int($0.key.dropFirst())! / 5 == n / 5 }
        }
        #expect(right >= 130, "\(right) of 160")
    }

    @Test func `when one leaves, the others stay where readers remember them`() async throws {
        let before = try await layout(Self.rings(40))
        for gone in [3, 17, 38] {
            let after = try await layout(Self.rings(40, without: gone))
            let moves = after.map { Self.distance($0.value, before[$0.key]!) }
            #expect(moves.reduce(0, +) / Double(moves.count) < 80, "without \(gone)")
        }
    }

    @Test func `pinned communities do not move when others come or go, and new ones are next to those they know`()
        async throws
    {
        let files = Self.rings(40, without: 7)
        let before = try await layout(files)
        let pins = before.map { "\($0.key): [\($0.value.x), \($0.value.y)]\n" }.joined()
        let after = try await layout(Self.rings(40, without: 12).merging(["map.yaml": pins]) { $1 })
        for (id, circle) in after where id != "c7" {
            #expect(circle.x == before[id]!.x && circle.y == before[id]!.y, "\(id)")
        }
        let friends = ["c5", "c6", "c8", "c9"].map { Self.distance(after["c7"]!, after[$0]!) }
        #expect(friends.min()! < 120)
    }

    @Test func `two pins at one point move nothing else, and strangers find room below`() async throws {
        let positions = try await layout(Self.rings(6).merging(["map.yaml": "c0: [500, 100]\nc1: [500, 100]\n"]) { $1 })
        #expect(positions["c0"]! == positions["c1"]! || Self.distance(positions["c0"]!, positions["c1"]!) < 40)
        #expect(positions.count == 6)
    }

    @Test func `clusters are named after what most of them and few others are about`() async throws {
        var files: [String: String] = ["topics/maps.md": "---\nname: Maps\n---\n"]
        for n in 0..<15 {
            files["communities/c\(n).md"] = Self.community(
                "C",
                "topics: [\(["maps", "care", "law"][n / 5]), all]\ngovernment: g\(n)\n"
                    + Self.members(["Ring \(n / 5)"]))
        }
        let (network, site) = try await network(files)
        let clusters = NetworkLayout(network, Suggestions(network, site), site).clusters
        #expect(clusters.map(\.nodes.count) == [5, 5, 5])
        #expect(Set(clusters.compactMap { $0.term.map { site[$0].id } }) == ["maps", "care", "law"])
    }
}
