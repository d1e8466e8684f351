internal import Content
package import Site

/// The second arrangement of the map: each government is a round region with its communities in it.
///
/// Governments whose communities are tied are near each other, and a community that is tied to others abroad is on the
/// side of its region that faces them, so that the lines across the border are short and seen. Pure geometry, in the
/// pixels of `NetworkLayout`; all is worked out in the order of ids.
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
    /// The picture is this high, and has the shape of that of the network. The middle of both is in one line, so one
    /// that is wider begins left of 0.
    package let height: Double

    /// Above, the buttons of the picture are.
    private static let margin = 52.0
    /// Between circles of one region, and from them to its rim.
    private static let gap = 5.0
    private static let rim = 9.0
    /// What a suggestion counts where a stated connection is 1, and what a government within another does.
    private static let likeness = 0.1
    private static let nesting = 3.0

    /// - Returns: `nil` where there are not two governments to distinguish.
    package init?(_ network: CommunityNetwork, _ suggestions: Suggestions, _ layout: NetworkLayout, _ site: SiteGraph) {
        let groups = Self.groups(network, site)
        guard groups.count > 1 else { return nil }
        var groupOf = Array(repeating: 0, count: network.nodes.count)
        for (number, group) in groups.enumerated() { for node in group.nodes { groupOf[node] = number } }
        let seeds = groups.map { group in group.government.map { site[$0].id } ?? "" }
        let embedded = Embedding.points(seeds: seeds, ties: Self.ties(groups, groupOf, network, suggestions, site))
        let room = Room(groups.count, ratio: layout.height / NetworkLayout.width)
        let rough = groups.map { group in
            room.radius(around: DiscPacking.radius(of: group.nodes.map { layout.circles[$0].r }, gap: Self.gap))
        }
        let first = room.fitted(room.spread(embedded, rough), rough)
        let discs = groups.indices.map { Self.packed(groups[$0].nodes, at: first[$0], first, groupOf, network, layout) }
        let radii = discs.map { room.radius(around: $0.radius) }
        let centres = room.fitted(first, radii)
        height = room.height(for: centres, radii)
        let corner = SIMD2(NetworkLayout.width / 2, height / 2)
        var points = Array(repeating: SIMD2(0.0, 0.0), count: network.nodes.count)
        for (number, disc) in discs.enumerated() {
            for (node, offset) in zip(groups[number].nodes, disc.offsets) {
                points[node] = Self.tenths(corner + centres[number] + offset)
            }
        }
        self.points = points
        regions = groups.indices.map { number in
            let middle = Self.tenths(corner + centres[number])
            return Region(
                government: groups[number].government,
                circle: NetworkLayout.Circle(x: middle.x, y: middle.y, r: radii[number]))
        }
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
        let index = Dictionary(
            uniqueKeysWithValues: groups.enumerated().compactMap { number, group in
                group.government.map { ($0, number) }
            })
        for (government, number) in index {
            if let parent = site[relationsOf: government].parent.flatMap({ index[$0] }) { add(number, parent, nesting) }
        }
        return weights.sorted { ($0.key.x, $0.key.y) < ($1.key.x, $1.key.y) }.map {
            Embedding.Tie(a: $0.key.x, b: $0.key.y, weight: $0.value)
        }
    }

    // MARK: Regions

    /// The picture with the regions: of the shape of that of the network, and as large as they need.
    private struct Room {
        private let ratio: Double
        /// Between regions: a line of text goes there, unless there are hundreds.
        private let between: Double
        /// Of a region of one small circle.
        private let leastRadius: Double

        init(_ regions: Int, ratio: Double) {
            self.ratio = ratio
            let share = min(1, 100 / Double(regions))
            between = max(6, 18 * share)
            leastRadius = 24 * share
        }

        func radius(around circles: Double) -> Double { max(leastRadius, circles + rim).rounded(.up) }

        /// Over a picture that has room for all, so loosely packed that they stay where their ties have them.
        func spread(_ points: [(x: Double, y: Double)], _ radii: [Double]) -> [SIMD2<Double>] {
            let (xs, ys) = (points.map(\.x), points.map(\.y))
            let edge = 2 * (radii.max()! + margin)
            let area = radii.reduce(0) { $0 + ($1 + between / 2) * ($1 + between / 2) } * 7
            let width = max(NetworkLayout.width, (area / ratio).squareRoot())
            func placed(_ value: Double, _ all: [Double], _ size: Double) -> Double {
                let (least, most) = (all.min()!, all.max()!)
                return (value - (least + most) / 2) * max(size / 2, size - edge) / max(most - least, 1e-9)
            }
            return points.map { SIMD2(placed($0.x, xs, width), placed($0.y, ys, width * ratio)) }
        }

        /// Apart, and pressed together from above or from the sides until they are in the picture of the network, or
        /// no smaller one has room for them; around the middle.
        func fitted(_ centres: [SIMD2<Double>], _ radii: [Double]) -> [SIMD2<Double>] {
            var found = apart(centres, radii)
            var best = found
            var turnsInVain = 0
            for _ in 0..<40 where turnsInVain < 3 && width(for: best, radii) > NetworkLayout.width {
                let size = Self.size(of: found, radii)
                found = apart(found.map { $0 * (isHigh(size) ? SIMD2(1, 0.94) : SIMD2(0.94, 1)) }, radii)
                turnsInVain = width(for: found, radii) < width(for: best, radii) - 1 ? 0 : turnsInVain + 1
                if turnsInVain == 0 { best = found }
            }
            return best
        }

        /// Of a picture that has all of them around its middle; a tenth more on each side, which rounding can take.
        func height(for centres: [SIMD2<Double>], _ radii: [Double]) -> Double {
            (max(NetworkLayout.width, width(for: centres, radii) + 0.2) * ratio).rounded(.up)
        }

        private func width(for centres: [SIMD2<Double>], _ radii: [Double]) -> Double {
            let size = Self.size(of: centres, radii)
            return isHigh(size) ? (size.y + 2 * margin) / ratio : size.x
        }

        /// Whether it is the height that makes the picture as large as it is.
        private func isHigh(_ size: SIMD2<Double>) -> Bool { (size.y + 2 * margin) / ratio > size.x }

        private func apart(_ centres: [SIMD2<Double>], _ radii: [Double]) -> [SIMD2<Double>] {
            let circles = zip(centres, radii).map { NetworkLayout.Circle(x: $0.x, y: $0.y, r: $1) }
            let found = Separation.apart(circles, isHeld: circles.map { _ in false }, width: nil, gap: between).map {
                SIMD2($0.x, $0.y)
            }
            let (least, most) = Self.bounds(found, radii)
            return found.map { $0 - (least + most) / 2 }
        }

        private static func size(of centres: [SIMD2<Double>], _ radii: [Double]) -> SIMD2<Double> {
            let (least, most) = bounds(centres, radii)
            return most - least
        }

        private static func bounds(_ centres: [SIMD2<Double>], _ radii: [Double]) -> (SIMD2<Double>, SIMD2<Double>) {
            zip(centres, radii).reduce((SIMD2(repeating: .infinity), SIMD2(repeating: -.infinity))) { bounds, region in
                (pointwiseMin(bounds.0, region.0 - region.1), pointwiseMax(bounds.1, region.0 + region.1))
            }
        }
    }

    // MARK: Within a region

    private static func packed(
        _ nodes: [Int], at centre: SIMD2<Double>, _ centres: [SIMD2<Double>], _ groupOf: [Int],
        _ network: CommunityNetwork, _ layout: NetworkLayout
    ) -> DiscPacking {
        let pulls = nodes.map { pull(of: $0, from: centre, centres, groupOf, network) }
        let middle =
            nodes.reduce(SIMD2(0.0, 0.0)) { $0 + SIMD2(layout.circles[$1].x, layout.circles[$1].y) }
            / Double(nodes.count)
        // Those that nothing draws outwards are within, on the side where the first arrangement has them.
        let ranks = nodes.indices.sorted { (length(pulls[$0]), $0) < (length(pulls[$1]), $1) }
        var wishes = Array(repeating: SIMD2(0.0, 0.0), count: nodes.count)
        for (rank, index) in ranks.enumerated() {
            let home = layout.circles[nodes[index]]
            let towards = length(pulls[index]) > 0 ? pulls[index] : SIMD2(home.x, home.y) - middle
            let direction = length(towards) > 1e-9 ? towards / length(towards) : SIMD2(1, 0)
            wishes[index] = direction * ((Double(rank) + 0.5) / Double(nodes.count)).squareRoot()
        }
        return DiscPacking(nodes.map { layout.circles[$0].r }, wishes: wishes, gap: gap)
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

    private static func length(_ vector: SIMD2<Double>) -> Double { (vector * vector).sum().squareRoot() }
}
