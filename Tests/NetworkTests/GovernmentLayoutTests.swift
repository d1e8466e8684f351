import Site
import TestSupport
import Testing

@testable import Network

/// The arrangement of the map by government.
@Suite struct GovernmentLayoutTests {
    private typealias Found = (layout: GovernmentLayout, radii: [Double], ids: [String], site: SiteGraph)

    /// Communities of countries, each connected with the one of its number in the next country.
    private static func countries(_ sizes: [String: Int], connected: Bool = true) -> [String: String] {
        var files: [String: String] = [:]
        let names = sizes.keys.sorted()
        for (place, name) in names.enumerated() {
            files["governments/\(name).md"] = "---\nname: \(name)\n---\n"
            for n in 0..<sizes[name]! {
                let next = names[(place + 1) % names.count]
                let other = n < sizes[next]! && connected ? "connections: [{to: \(next)-\(n), kind: sister}]\n" : ""
                files["communities/\(name)-\(n).md"] =
                    "---\nname: C\nsummary: S.\ngovernment: \(name)\nmember_count: {count: \(n * 90), as_of: 2026}\n"
                    + other + "---\n"
            }
        }
        return files
    }

    private func found(_ files: [String: String]) async throws -> Found? {
        let site = try await TestSite(["site.yaml": "title: T\n"].merging(files) { $1 }).site
        let network = CommunityNetwork(site)
        let suggestions = Suggestions(network, site)
        let first = NetworkLayout(network, suggestions, site)
        return GovernmentLayout(network, suggestions, first, site).map {
            ($0, first.circles.map(\.r), network.nodes.map { site[$0].id }, site)
        }
    }

    private static func distance(_ a: SIMD2<Double>, _ b: NetworkLayout.Circle) -> Double {
        let way = a - SIMD2(b.x, b.y)
        return (way * way).sum().squareRoot()
    }

    @Test func `each community is within its own government, and no two circles or regions overlap`() async throws {
        let sizes = ["aa": 40, "bb": 17, "cc": 5, "dd": 1, "ee": 1, "ff": 2]
        let (layout, radii, ids, site) = try #require(try await found(Self.countries(sizes)))
        let regions = Dictionary(uniqueKeysWithValues: layout.regions.map { (site[$0.government!].id, $0.circle) })
        #expect(regions.count == 6)
        for (index, id) in ids.enumerated() {
            let own = regions[String(id.prefix(2))]!
            #expect(Self.distance(layout.points[index], own) + radii[index] <= own.r, "\(id)")
            for other in 0..<index {
                let way = layout.points[index] - layout.points[other]
                #expect((way * way).sum().squareRoot() > radii[index] + radii[other], "\(id), \(ids[other])")
            }
        }
        for a in layout.regions {
            #expect(a.circle.x >= a.circle.r && a.circle.x <= NetworkLayout.width - a.circle.r)
            #expect(a.circle.y >= a.circle.r && a.circle.y <= layout.height - a.circle.r)
            for b in layout.regions where b.circle != a.circle {
                #expect(Self.distance(SIMD2(a.circle.x, a.circle.y), b.circle) > a.circle.r + b.circle.r)
            }
        }
    }

    @Test func `the region of the most communities comes first, and the picture is no column`() async throws {
        let (layout, _, _, site) = try #require(
            try await found(Self.countries(["aa": 3, "bb": 30, "cc": 30, "dd": 8])))
        #expect(layout.regions.map { site[$0.government!].id } == ["bb", "cc", "dd", "aa"])
        #expect(layout.height < NetworkLayout.width)
    }

    @Test func `a community that is tied abroad is on the side of its region that faces the tie`() async throws {
        var files = Self.countries(["aa": 12, "bb": 12], connected: false)
        files["communities/aa-5.md"] =
            "---\nname: C\nsummary: S.\ngovernment: aa\nconnections: [{to: bb-7, kind: sister}]\n---\n"
        let (layout, _, ids, _) = try #require(try await found(files))
        let (a, b) = (ids.firstIndex(of: "aa-5")!, ids.firstIndex(of: "bb-7")!)
        func middle(_ prefix: String) -> SIMD2<Double> {
            let own = ids.indices.filter { ids[$0].hasPrefix(prefix) }.map { layout.points[$0] }
            return own.reduce(SIMD2(0, 0), +) / Double(own.count)
        }
        let across = middle("bb") - middle("aa")
        #expect(((layout.points[a] - middle("aa")) * across).sum() > 0)
        #expect(((layout.points[b] - middle("bb")) * across).sum() < 0)
    }

    @Test func `those that name no government have a region, and one government alone is none`() async throws {
        var files = Self.countries(["aa": 2])
        #expect(try await found(files) == nil)
        files["communities/free.md"] = "---\nname: Free\nsummary: S.\n---\n"
        let (layout, _, _, _) = try #require(try await found(files))
        #expect(layout.regions.map { $0.government == nil } == [false, true])
    }

    @Test func `a government within another stands beside it`() async throws {
        var files = Self.countries(["aa": 6, "bb": 6, "cc": 6, "dd": 6, "ee": 6, "within": 3], connected: false)
        files["governments/within.md"] = "---\nname: Within\nparent: cc\n---\n"
        let (layout, _, _, site) = try #require(try await found(files))
        let circles = Dictionary(uniqueKeysWithValues: layout.regions.map { (site[$0.government!].id, $0.circle) })
        let own = circles["within"]!
        let nearest = circles.filter { $0.key != "within" }.min {
            Self.distance(SIMD2(own.x, own.y), $0.value) - $0.value.r
                < Self.distance(SIMD2(own.x, own.y), $1.value) - $1.value.r
        }
        #expect(nearest?.key == "cc")
    }

    @Test func `all of it depends on ids, and not on the order of files or names`() async throws {
        let one = try #require(try await found(Self.countries(["aa": 9, "bb": 4, "cc": 2])))
        let two = try #require(
            try await found(
                Self.countries(["aa": 9, "bb": 4, "cc": 2]).mapValues {
                    $0.replacing("name: C\n", with: "name: Another\n")
                }))
        #expect(one.layout.points == two.layout.points)
    }
}
