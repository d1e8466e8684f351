internal import Content
public import Site

/// Where each community is in the picture, and which are close together.
///
/// In pixels of a picture that is 1000 wide, from its upper left corner; coordinates are rounded to a tenth.
public struct NetworkLayout: Sendable {
    public struct Circle: Sendable, Equatable {
        public var x: Double
        public var y: Double
        public var r: Double
    }

    /// Communities that are tied to each other more than to others.
    public struct Cluster: Sendable {
        /// Indexes into `CommunityNetwork.nodes`, ascending.
        public let nodes: [Int]
        /// What most of them and few others are about; the government of most of them where there is no such subject;
        /// `nil` where they have nothing of either.
        public let term: ItemID?
    }

    public static let width = 1000.0
    public let height: Double
    /// In the order of `CommunityNetwork.nodes`. No two overlap.
    public let circles: [Circle]
    /// Those of at least three, the largest first.
    public let clusters: [Cluster]

    private static let margin = 48.0
    private static let highest = 660.0

    /// Between two circles: room for names where few communities share the picture.
    private static func gap(_ count: Int) -> Double { max(Separation.leastGap, min(30, 1200 / Double(max(1, count)))) }

    public init(_ network: CommunityNetwork, _ suggestions: Suggestions, _ site: SiteGraph) {
        let ties = Self.ties(network, suggestions)
        let placed = Self.placed(network, ties, site)
        circles = placed.map { Circle(x: Self.tenths($0.x), y: Self.tenths($0.y), r: Self.tenths($0.r)) }
        height = max(240, ((circles.map { $0.y + $0.r }.max() ?? 0) + Self.margin).rounded(.up))
        clusters = Clusters.of(network, ties, site)
    }

    /// All is worked out in the order of ids: sums of fractions depend on their order, and names change.
    private static func placed(_ network: CommunityNetwork, _ ties: [Embedding.Tie], _ site: SiteGraph) -> [Circle] {
        let ids = network.nodes.map { site[$0].id }
        let order = ids.indices.sorted { ids[$0] < ids[$1] }
        var ranks = Array(repeating: 0, count: order.count)
        for (rank, node) in order.enumerated() { ranks[node] = rank }
        let sorted = ties.map {
            Embedding.Tie(a: min(ranks[$0.a], ranks[$0.b]), b: max(ranks[$0.a], ranks[$0.b]), weight: $0.weight)
        }.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
        let radii = radii(order.map { network.nodes[$0] }, site)
        let pins = order.map { site.pins[ids[$0]] }
        let isPinned = pins.contains { $0 != nil }
        let found =
            isPinned
            ? beside(pins, radii, sorted) : fitted(Embedding.points(seeds: order.map { ids[$0] }, ties: sorted), radii)
        let apart = Separation.apart(
            isPinned ? found : gathered(found, sorted), isHeld: pins.map { $0 != nil }, width: width,
            gap: gap(order.count))
        // Pinned circles stay where they are.
        let top = isPinned ? 0 : (apart.map { $0.y - $0.r }.min() ?? 0) - margin
        return ranks.map { Circle(x: apart[$0].x, y: apart[$0].y - top, r: apart[$0].r) }
    }

    /// Groups drawn together, so that they read as groups and names have room between them; where a few share the
    /// picture, they do as they are.
    private static func gathered(_ circles: [Circle], _ ties: [Embedding.Tie]) -> [Circle] {
        let closeness = 1 - 0.15 * min(1, max(0, Double(circles.count) - 125) / 125)
        guard closeness < 1 else { return circles }
        let groups = Graph.groups(circles.count, ties.map { ($0.a, $0.b, $0.weight) })
        var sums: [Int: (x: Double, y: Double, count: Double)] = [:]
        for (circle, group) in zip(circles, groups) {
            let sum = sums[group, default: (0, 0, 0)]
            sums[group] = (sum.x + circle.x, sum.y + circle.y, sum.count + 1)
        }
        return zip(circles, groups).map { circle, group in
            let sum = sums[group]!
            let middle = (x: sum.x / sum.count, y: sum.y / sum.count)
            return Circle(
                x: middle.x + (circle.x - middle.x) * closeness, y: middle.y + (circle.y - middle.y) * closeness,
                r: circle.r)
        }
    }

    static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    // MARK: What draws two together

    /// How many of those that are most like it a community is drawn to that has fewer connections.
    private static let wanted = 3
    /// How strongly, where a stated connection is 1.
    private static let likeness = 0.05

    /// Each pair once, in order. Edges; and for communities of few edges those that are most like them.
    private static func ties(_ network: CommunityNetwork, _ suggestions: Suggestions) -> [Embedding.Tie] {
        var weights: [SIMD2<Int>: Double] = [:]
        var degrees = Array(repeating: 0, count: network.nodes.count)
        for edge in network.edges {
            if weights[edge.pair] == nil {
                degrees[edge.from] += 1
                degrees[edge.to] += 1
            }
            weights[edge.pair, default: 0] += edge.weight
        }
        for (node, numbers) in suggestions.ofNode.enumerated() where degrees[node] < wanted {
            for number in numbers.prefix(wanted - degrees[node]) {
                let one = suggestions.all[number]
                weights[SIMD2(one.from, one.to)] = likeness
            }
        }
        return weights.sorted { ($0.key.x, $0.key.y) < ($1.key.x, $1.key.y) }.map {
            Embedding.Tie(a: $0.key.x, b: $0.key.y, weight: $0.value)
        }
    }

    // MARK: Radii

    /// Where people look first: the largest circles and the best connected in turn.
    ///
    /// - Returns: all indexes, the most important first.
    package static func importance(_ radii: [Double], _ degrees: [Int]) -> [Int] {
        func ranks(_ isBefore: (Int, Int) -> Bool) -> [Int] {
            var ranks = Array(repeating: 0, count: radii.count)
            for (rank, index) in radii.indices.sorted(by: isBefore).enumerated() { ranks[index] = rank }
            return ranks
        }
        let bySize = ranks { (radii[$1], $0) < (radii[$0], $1) }
        let byDegree = ranks { (degrees[$1], $0) < (degrees[$0], $1) }
        return radii.indices.sorted { a, b in
            (min(bySize[a], byDegree[a]), bySize[a], a) < (min(bySize[b], byDegree[b]), bySize[b], b)
        }
    }

    /// Of a community that does not say how many members it has.
    public static let unknownRadius = 8.0
    private static let smallest = 7.0
    private static let largest = 26.0

    /// Area by members above a smallest circle, so that one of a few members can still be hit. Where hundreds have to
    /// find room, they differ less.
    private static func radii(_ nodes: [ItemID], _ site: SiteGraph) -> [Double] {
        let share = min(1, 250 / Double(max(1, nodes.count)))
        return nodes.map { id in
            guard case .community(let community) = site[id].entry, let count = community.memberCount?.value.count?.value
            else { return unknownRadius }
            return smallest + share * min(largest - smallest, Double(max(0, count)).squareRoot() / 4)
        }
    }

    // MARK: Positions

    /// Points in the picture: as wide as it is unless that makes it too high.
    private static func fitted(_ points: [(x: Double, y: Double)], _ radii: [Double]) -> [Circle] {
        guard let left = points.map(\.x).min(), let right = points.map(\.x).max(), let top = points.map(\.y).min(),
            let bottom = points.map(\.y).max()
        else { return [] }
        let room = width - 2 * margin
        // A few need less than a screen, and many more than one.
        let high =
            max(min(highest, 180 + 60 * Double(points.count)), 1.1 * Double(points.count).squareRoot() * 36) - 2
            * margin
        let scale = min(room / max(right - left, 1e-9), high / max(bottom - top, 1e-9))
        let sideways = min(1.25, room / max((right - left) * scale, 1e-9))
        return zip(points, radii).map { point, r in
            Circle(
                x: width / 2 + (point.x - (left + right) / 2) * scale * sideways, y: (point.y - top) * scale + margin,
                r: r)
        }
    }

    /// Those with pins on their pins; each other one in the middle of those it is tied to, or, tied to none, at the
    /// lower edge.
    private static func beside(_ pins: [MapPin?], _ radii: [Double], _ ties: [Embedding.Tie]) -> [Circle] {
        let bottom = pins.compactMap { $0?.y }.max() ?? 0
        var circles = zip(pins, radii).map { pin, r in
            // A whole circle, even at an edge.
            Circle(x: min(max(pin?.x ?? width / 2, r), width - r), y: max(pin?.y ?? bottom + 60, r), r: r)
        }
        var neighbours: [[(node: Int, weight: Double)]] = Array(repeating: [], count: pins.count)
        for tie in ties {
            neighbours[tie.a].append((tie.b, tie.weight))
            neighbours[tie.b].append((tie.a, tie.weight))
        }
        var isPlaced = pins.map { $0 != nil }
        for _ in 0..<20 {
            for index in pins.indices where pins[index] == nil {
                let known = neighbours[index].filter { isPlaced[$0.node] }
                let sum = known.reduce(0) { $0 + $1.weight }
                guard sum > 0 else { continue }
                circles[index].x = known.reduce(0) { $0 + circles[$1.node].x * $1.weight } / sum
                circles[index].y = known.reduce(0) { $0 + circles[$1.node].y * $1.weight } / sum
                isPlaced[index] = true
            }
        }
        return circles
    }
}
