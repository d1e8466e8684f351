import Site
import TestSupport
import Testing

@testable import Network

/// The arrangement of the map by government.
@Suite struct GovernmentLayoutTests {
    private struct Found {
        let layout: GovernmentLayout
        let radii: [Double]
        let ids: [String]
        let site: SiteGraph
        /// The height of the picture of the network, and so of this one, for a width of 1.
        let shape: Double
    }

    /// Communities of countries, each connected with the one of its number in the next country.
    private static func countries(_ sizes: [String: Int], connected: Bool = true) -> [String: String] {
        var files: [String: String] = [:]
        let names = sizes.keys.sorted()
        for (index, name) in names.enumerated() {
            files["governments/\(name).md"] = "---\nname: \(name)\n---\n"
            for n in 0..<sizes[name]! {
                let next = names[(index + 1) % names.count]
                let other = n < sizes[next]! && connected ? "connections: [{to: \(next)-\(n), kind: sister}]\n" : ""
                files["communities/\(name)-\(n).md"] =
                    "---\nname: C\nsummary: S.\ngovernment: \(name)\nmember_count: {count: \(n * 90), as_of: 2026}\n"
                    + other + "---\n"
            }
        }
        return files
    }

    private func arranged(_ files: [String: String]) async throws -> Found? {
        let site = try await TestSite(["site.yaml": "title: T\n"].merging(files) { $1 }).site
        let network = CommunityNetwork(site)
        let suggestions = Suggestions(network, site)
        let first = NetworkLayout(network, suggestions, site)
        return GovernmentLayout(network, suggestions, first, site).map {
            Found(
                layout: $0, radii: first.circles.map(\.r), ids: network.nodes.map { site[$0].id }, site: site,
                shape: first.height / NetworkLayout.width)
        }
    }

    private static func distance(_ a: SIMD2<Double>, _ b: NetworkLayout.Circle) -> Double {
        let way = a - SIMD2(b.x, b.y)
        return (way * way).sum().squareRoot()
    }

    @Test func `each community is within its own government, and no two circles or regions overlap`() async throws {
        let sizes = ["aa": 40, "bb": 17, "cc": 5, "dd": 1, "ee": 1, "ff": 2]
        let found = try #require(try await arranged(Self.countries(sizes)))
        let (layout, radii, ids, site) = (found.layout, found.radii, found.ids, found.site)
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
        Self.expectRegionsApart(found)
    }

    /// In the picture, and none over another.
    private static func expectRegionsApart(_ found: Found) {
        let circles = found.layout.regions.map(\.circle)
        let aside = found.layout.height / found.shape / 2
        for (index, a) in circles.enumerated() {
            #expect(a.x - a.r >= NetworkLayout.width / 2 - aside && a.x + a.r <= NetworkLayout.width / 2 + aside)
            #expect(a.y - a.r >= 0 && a.y + a.r <= found.layout.height)
            for b in circles[..<index] { #expect(distance(SIMD2(a.x, a.y), b) > a.r + b.r) }
        }
    }

    /// In rows, so that the network need not be laid out.
    private static func pinned(_ files: [String: String]) -> [String: String] {
        let ids = files.keys.filter { $0.hasPrefix("communities/") }.sorted().map { $0.dropFirst(12).dropLast(3) }
        let across = Int(Double(ids.count).squareRoot())
        let pins = ids.enumerated().map { index, id in
            "\(id): [\(20 + 960 * (index % across) / across), \(20 + 960 * (index / across) / across)]\n"
        }
        return files.merging(["map.yaml": pins.joined()]) { $1 }
    }

    @Test(arguments: [300, 1500]) func `many communities of one government fill a circle in the picture`(count: Int)
        async throws
    {
        let sizes = ["aa": count, "bb": 9, "cc": 1, "dd": 1]
        let found = try #require(try await arranged(Self.pinned(Self.countries(sizes))))
        Self.expectRegionsApart(found)
        let region = found.layout.regions[0].circle
        let own = found.ids.indices.filter { found.ids[$0].hasPrefix("aa") }
        #expect(own.allSatisfy { Self.distance(found.layout.points[$0], region) + found.radii[$0] <= region.r })
        let covered = own.reduce(0) { $0 + found.radii[$1] * found.radii[$1] }
        #expect(covered / (region.r * region.r) > 0.35)
        // About as many in each quarter.
        let quarters = Dictionary(grouping: own) { node in
            let way = found.layout.points[node] - SIMD2(region.x, region.y)
            return SIMD2(way.x < 0 ? 0 : 1, way.y < 0 ? 0 : 1)
        }
        #expect(quarters.count == 4 && quarters.values.allSatisfy { $0.count * 5 > count })
    }

    @Test func `hundreds of governments of one community each fill the picture`() async throws {
        let sizes = Dictionary(uniqueKeysWithValues: (100..<700).map { ("g\($0)", 1) })
        let found = try #require(try await arranged(Self.pinned(Self.countries(sizes, connected: false))))
        Self.expectRegionsApart(found)
        let (xs, ys) = (found.layout.regions.map(\.circle.x), found.layout.regions.map(\.circle.y))
        #expect(xs.max()! - xs.min()! > 0.7 * found.layout.height / found.shape)
        #expect(ys.max()! - ys.min()! > 0.7 * found.layout.height)
        // No smaller than half of what they are in the picture of the network.
        #expect(found.layout.height / found.shape < 2 * NetworkLayout.width)
    }

    @Test func `the region of the most communities comes first, and the picture is not a column`() async throws {
        let found = try #require(try await arranged(Self.countries(["aa": 3, "bb": 30, "cc": 30, "dd": 8])))
        let (layout, site) = (found.layout, found.site)
        #expect(layout.regions.map { site[$0.government!].id } == ["bb", "cc", "dd", "aa"])
        #expect(layout.height < NetworkLayout.width)
    }

    @Test func `a community that is tied abroad is on the side of its region that faces the tie`() async throws {
        var files = Self.countries(["aa": 12, "bb": 12], connected: false)
        files["communities/aa-5.md"] =
            "---\nname: C\nsummary: S.\ngovernment: aa\nconnections: [{to: bb-7, kind: sister}]\n---\n"
        let found = try #require(try await arranged(files))
        let (layout, ids) = (found.layout, found.ids)
        let (a, b) = (ids.firstIndex(of: "aa-5")!, ids.firstIndex(of: "bb-7")!)
        func middle(_ prefix: String) -> SIMD2<Double> {
            let own = ids.indices.filter { ids[$0].hasPrefix(prefix) }.map { layout.points[$0] }
            return own.reduce(SIMD2(0, 0), +) / Double(own.count)
        }
        let across = middle("bb") - middle("aa")
        #expect(((layout.points[a] - middle("aa")) * across).sum() > 0)
        #expect(((layout.points[b] - middle("bb")) * across).sum() < 0)
    }

    @Test func `those that name no government have a region, and a single government has none`() async throws {
        var files = Self.countries(["aa": 2])
        #expect(try await arranged(files) == nil)
        files["communities/free.md"] = "---\nname: Free\nsummary: S.\n---\n"
        let both = try #require(try await arranged(files))
        #expect(both.layout.regions.map { $0.government == nil } == [false, true])
    }

    @Test func `a government within another is next to it`() async throws {
        var files = Self.countries(["aa": 6, "bb": 6, "cc": 6, "dd": 6, "ee": 6, "within": 3], connected: false)
        files["governments/within.md"] = "---\nname: Within\nparent: cc\n---\n"
        let found = try #require(try await arranged(files))
        let (layout, site) = (found.layout, found.site)
        let circles = Dictionary(uniqueKeysWithValues: layout.regions.map { (site[$0.government!].id, $0.circle) })
        let own = circles["within"]!
        let nearest = circles.filter { $0.key != "within" }.min {
            Self.distance(SIMD2(own.x, own.y), $0.value) - $0.value.r
                < Self.distance(SIMD2(own.x, own.y), $1.value) - $1.value.r
        }
        #expect(nearest?.key == "cc")
    }

    @Test func `all of it depends on ids, and not on the order of files or names`() async throws {
        let one = try #require(try await arranged(Self.countries(["aa": 9, "bb": 4, "cc": 2])))
        let two = try #require(
            try await arranged(
                Self.countries(["aa": 9, "bb": 4, "cc": 2]).mapValues {
                    $0.replacing("name: C\n", with: "name: Another\n")
                }))
        #expect(one.layout.points == two.layout.points)
    }
}
