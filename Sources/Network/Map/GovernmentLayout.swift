internal import Content
package import Site

/// The second arrangement of the map: each government is a round region with its communities in it.
///
/// Governments whose communities are tied stand near each other, and a community that is tied to others abroad stands
/// on the side of its region that faces them, so that the lines across the border are short and seen. Pure geometry, in
/// the pixels of `NetworkLayout`; all is worked out in the order of ids.
package struct GovernmentLayout: Sendable {
    package struct Region: Sendable {
        /// The first government that the communities in it name; `nil` for those that name none.
        package let government: ItemID?
        /// No two regions overlap.
        package let circle: NetworkLayout.Circle
    }

    /// Those with the most communities first.
    package let regions: [Region]
    /// The middles of the circles, in the order of `CommunityNetwork.nodes`; radii are those of `NetworkLayout`.
    package let points: [SIMD2<Double>]
    package let height: Double

    /// Above, the buttons of the picture are.
    private static let margin = 52.0
    /// Between circles of one region, and from them to its rim.
    private static let gap = 5.0
    private static let rim = 9.0
    /// Between regions: a line of text goes there.
    private static let between = 18.0
    /// Of a region of one small circle.
    private static let leastRadius = 24.0
    /// What a suggestion counts where a stated connection is 1, and what a government within another does.
    private static let likeness = 0.1
    private static let nesting = 3.0

    /// - Returns: `nil` where there are not two governments to tell apart.
    package init?(_ network: CommunityNetwork, _ suggestions: Suggestions, _ layout: NetworkLayout, _ site: SiteGraph) {
        let groups = Self.groups(network, site)
        guard groups.count > 1 else { return nil }
        var groupOf = Array(repeating: 0, count: network.nodes.count)
        for (number, group) in groups.enumerated() { for node in group.nodes { groupOf[node] = number } }
        let seeds = groups.map { group in group.government.map { site[$0].id } ?? "" }
        let embedded = Embedding.points(seeds: seeds, ties: Self.ties(groups, groupOf, network, suggestions, site))
        let rough = groups.map { group in
            max(Self.leastRadius, Self.area(group.nodes, layout).squareRoot() + Self.rim)
        }
        let ratio = layout.height / NetworkLayout.width
        let first = Self.level(Self.spread(embedded, rough, height: layout.height), rough, ratio)
        let parts = groups.indices.map { Self.packed(groups[$0].nodes, at: first[$0], first, groupOf, network, layout) }
        let radii = parts.map { max(Self.leastRadius, $0.radius + Self.rim) }
        let centres = Self.level(first, radii, ratio)
        let top = zip(centres, radii).map { $0.y - $1 }.min()! - Self.margin
        var points = Array(repeating: SIMD2(0.0, 0.0), count: network.nodes.count)
        for (number, part) in parts.enumerated() {
            for (node, offset) in zip(groups[number].nodes, part.offsets) {
                points[node] = Self.tenths(centres[number] + offset - SIMD2(0, top))
            }
        }
        self.points = points
        let regions = groups.indices.map { number in
            let middle = Self.tenths(centres[number] - SIMD2(0, top))
            return Region(
                government: groups[number].government,
                circle: NetworkLayout.Circle(x: middle.x, y: middle.y, r: radii[number].rounded(.up)))
        }
        self.regions = regions
        height = (regions.map { $0.circle.y + $0.circle.r }.max()! + Self.margin).rounded(.up)
    }

    private static func tenths(_ point: SIMD2<Double>) -> SIMD2<Double> {
        SIMD2(NetworkLayout.tenths(point.x), NetworkLayout.tenths(point.y))
    }

    // MARK: Who belongs where

    private struct Group {
        let government: ItemID?
        var nodes: [Int]
    }

    /// The largest first, then by id.
    private static func groups(_ network: CommunityNetwork, _ site: SiteGraph) -> [Group] {
        var nodes: [ItemID?: [Int]] = [:]
        let order = network.nodes.indices.sorted { site[network.nodes[$0]].id < site[network.nodes[$1]].id }
        for node in order { nodes[site[relationsOf: network.nodes[node]].governments.first, default: []].append(node) }
        func key(_ group: Group) -> (Int, String) { (-group.nodes.count, group.government.map { site[$0].id } ?? "") }
        return nodes.map { Group(government: $0, nodes: $1) }.sorted { key($0) < key($1) }
    }

    /// Between groups: lines from one to the other, likeness, and that one is a part of the other.
    private static func ties(
        _ groups: [Group], _ groupOf: [Int], _ network: CommunityNetwork, _ suggestions: Suggestions, _ site: SiteGraph
    ) -> [Embedding.Tie] {
        var weights: [SIMD2<Int>: Double] = [:]
        func add(_ a: Int, _ b: Int, _ weight: Double) {
            if a != b { weights[SIMD2(min(a, b), max(a, b)), default: 0] += weight }
        }
        for edge in network.edges { add(groupOf[edge.from], groupOf[edge.to], edge.weight) }
        for (node, numbers) in suggestions.ofNode.enumerated() {
            for number in numbers.prefix(3) {
                add(groupOf[node], groupOf[suggestions.all[number].other(than: node)], likeness)
            }
        }
        let place = Dictionary(
            uniqueKeysWithValues: groups.enumerated().compactMap { place, group in
                group.government.map { ($0, place) }
            })
        for (government, number) in place {
            if let parent = site[relationsOf: government].parent.flatMap({ place[$0] }) { add(number, parent, nesting) }
        }
        return weights.sorted { ($0.key.x, $0.key.y) < ($1.key.x, $1.key.y) }.map {
            Embedding.Tie(a: $0.key.x, b: $0.key.y, weight: $0.value)
        }
    }

    // MARK: Regions

    /// Over the whole picture; what overlaps is moved apart afterwards.
    private static func spread(_ points: [(x: Double, y: Double)], _ radii: [Double], height: Double) -> [SIMD2<Double>]
    {
        let (xs, ys) = (points.map(\.x), points.map(\.y))
        let most = radii.max()!
        func placed(_ value: Double, _ all: [Double], _ room: Double) -> Double {
            let (least, most) = (all.min()!, all.max()!)
            return (value - (least + most) / 2) * max(0, room) / max(most - least, 1e-9)
        }
        return points.map {
            SIMD2(
                NetworkLayout.width / 2 + placed($0.x, xs, NetworkLayout.width - 2 * (most + margin)),
                placed($0.y, ys, height - 2 * (most + margin)))
        }
    }

    /// Apart, and drawn out sideways until the picture is no higher than that of the network: a column leaves most of a
    /// screen empty.
    private static func level(_ centres: [SIMD2<Double>], _ radii: [Double], _ ratio: Double) -> [SIMD2<Double>] {
        var found = apart(centres, radii)
        // What hundreds of governments need at least, loosely packed.
        let needed = radii.reduce(0) { $0 + ($1 + between) * ($1 + between) } * 6 / NetworkLayout.width
        let high = max(ratio * NetworkLayout.width, needed)
        func isHigh() -> Bool {
            let low = zip(found, radii).map { $0.y + $1 }.max()!
            let top = zip(found, radii).map { $0.y - $1 }.min()!
            return low - top + 2 * margin > high
        }
        for _ in 0..<40 where isHigh() {
            let middle = found.reduce(SIMD2(0, 0), +) / Double(found.count)
            found = apart(
                found.map { SIMD2(NetworkLayout.width / 2, middle.y) + ($0 - middle) * SIMD2(1.06, 0.94) }, radii)
        }
        return found
    }

    private static func apart(_ centres: [SIMD2<Double>], _ radii: [Double]) -> [SIMD2<Double>] {
        let circles = zip(centres, radii).map { centre, r in
            NetworkLayout.Circle(x: min(max(centre.x, r), NetworkLayout.width - r), y: centre.y, r: r)
        }
        return Separation.apart(
            circles, isHeld: circles.map { _ in false }, width: NetworkLayout.width, gap: between
        ).map { SIMD2($0.x, $0.y) }
    }

    // MARK: Within a region

    /// The square of the radius of a disc that has room for these.
    private static func area(_ nodes: [Int], _ layout: NetworkLayout) -> Double {
        nodes.reduce(0) { sum, node in
            let r = layout.circles[node].r + gap / 2
            return sum + 1.25 * r * r
        }
    }

    /// Where each community is from the middle of its region, and the radius of all of them.
    private static func packed(
        _ nodes: [Int], at centre: SIMD2<Double>, _ centres: [SIMD2<Double>], _ groupOf: [Int],
        _ network: CommunityNetwork, _ layout: NetworkLayout
    ) -> (offsets: [SIMD2<Double>], radius: Double) {
        let pulls = nodes.map { pull(of: $0, from: centre, centres, groupOf, network) }
        let middle =
            nodes.reduce(SIMD2(0.0, 0.0)) { $0 + SIMD2(layout.circles[$1].x, layout.circles[$1].y) }
            / Double(nodes.count)
        // Those that nothing draws outwards lie within, on the side where the first arrangement has them.
        let ranks = nodes.indices.sorted { (length(pulls[$0]), $0) < (length(pulls[$1]), $1) }
        let wide = area(nodes, layout).squareRoot()
        var circles = nodes.map { NetworkLayout.Circle(x: 0, y: 0, r: layout.circles[$0].r) }
        for (rank, place) in ranks.enumerated() where nodes.count > 1 {
            let home = layout.circles[nodes[place]]
            let towards = length(pulls[place]) > 0 ? pulls[place] : SIMD2(home.x, home.y) - middle
            let direction = length(towards) > 1e-9 ? towards / length(towards) : SIMD2(1, 0)
            let far = wide * ((Double(rank) + 0.5) / Double(nodes.count)).squareRoot()
            (circles[place].x, circles[place].y) = (direction.x * far, direction.y * far)
        }
        return enclosed(compact(circles, wide))
    }

    /// Towards the regions that a community is tied to, as long as the ties are strong.
    private static func pull(
        of node: Int, from centre: SIMD2<Double>, _ centres: [SIMD2<Double>], _ groupOf: [Int],
        _ network: CommunityNetwork
    ) -> SIMD2<Double> {
        network.edgesOfNode[node].reduce(SIMD2(0.0, 0.0)) { sum, number in
            let group = groupOf[network.edges[number].other(than: node)]
            guard group != groupOf[node] else { return sum }
            let towards = centres[group] - centre
            return sum + towards / max(length(towards), 1e-9) * network.edges[number].weight
        }
    }

    /// Drawn together and apart again in turns, until they are a disc.
    private static func compact(_ circles: [NetworkLayout.Circle], _ wide: Double) -> [NetworkLayout.Circle] {
        let free = circles.map { _ in false }
        let room = 8 * wide + 100
        var circles = circles.map { NetworkLayout.Circle(x: $0.x + room / 2, y: $0.y, r: $0.r) }
        for _ in 0..<(circles.count > 1 ? 10 : 0) {
            for index in circles.indices {
                circles[index].x = room / 2 + (circles[index].x - room / 2) * 0.94
                circles[index].y *= 0.94
            }
            circles = Separation.apart(circles, isHeld: free, width: room, gap: gap)
        }
        return circles.map { NetworkLayout.Circle(x: $0.x - room / 2, y: $0.y, r: $0.r) }
    }

    /// Around the middle of a small circle that has all of them (Bădoiu and Clarkson, 2003: a step towards the
    /// farthest, ever shorter).
    private static func enclosed(_ circles: [NetworkLayout.Circle]) -> (offsets: [SIMD2<Double>], radius: Double) {
        let points = circles.map { SIMD2($0.x, $0.y) }
        var middle = points[0]
        func reach(_ index: Int) -> Double { length(points[index] - middle) + circles[index].r }
        for step in 1...60 {
            let farthest = circles.indices.max { (reach($0), $0) < (reach($1), $1) }!
            middle += (points[farthest] - middle) / Double(step + 1)
        }
        return (points.map { $0 - middle }, circles.indices.map(reach).max()!)
    }

    private static func length(_ vector: SIMD2<Double>) -> Double { (vector * vector).sum().squareRoot() }
}
