internal import Content
internal import Text

/// Stochastic neighbor embedding of a graph: nodes that are tied are near each other, all others apart.
///
/// The cost and the heavy-tailed kernel are those of t-SNE (van der Maaten and Hinton, 2008); how near two nodes should
/// be is not measured in a space: the ties say it, each node's weighed against the sum of its own. What matters here
/// more than the best picture is that nearly the same graph gives nearly the same one. Hence no random start, no
/// momentum and no early exaggeration: each node starts from points hashed from ids, and goes down the gradient with
/// plain steps.
struct Embedding {
    struct Tie {
        var a: Int
        var b: Int
        /// Above 0.
        var weight: Double
    }

    private typealias Lanes = SIMD8<Float>

    private let count: Int
    private var x: [Lanes]
    private var y: [Lanes]
    /// By node: where its ties begin in `ends` and `shares`.
    private var starts: [Int] = []
    private var ends: [Int] = []
    /// The share of all nearness that is between the two; all sum to 1.
    private var shares: [Float] = []
    /// How strongly each node is drawn to its anchor: nodes that are tied to few have nothing else that would keep
    /// them.
    private var holds: [Float] = []
    /// By node, a point in a picture whose points are 1 from the middle on average.
    private var anchors: [SIMD2<Float>] = []

    /// Enough that nothing drifts away, and too little to be seen elsewhere.
    private static let hold: Float = 0.003

    /// - Parameters:
    ///   - seeds: one id a node.
    ///   - ties: between indexes of `seeds`, each pair at most once.
    /// - Returns: points in no particular unit, the middle of all at the origin.
    static func points(seeds: [String], ties: [Tie]) -> [(x: Double, y: Double)] {
        guard seeds.count > 1 else { return seeds.map { _ in (0, 0) } }
        var embedding = Embedding(seeds, ties)
        for _ in 0..<steps(seeds.count) { embedding.descend() }
        return embedding.centred()
    }

    /// A step costs the square of the number of nodes.
    private static func steps(_ count: Int) -> Int { max(40, min(300, 1_000_000_000 / (count * count))) }

    private init(_ seeds: [String], _ ties: [Tie]) {
        count = seeds.count
        let blocks = (count + Lanes.scalarCount - 1) / Lanes.scalarCount
        // What fills the last block is too far away to matter.
        x = Array(repeating: Lanes(repeating: 1e9), count: blocks)
        y = x
        var neighbours: [[(node: Int, weight: Double)]] = Array(repeating: [], count: count)
        var sums = Array(repeating: 0.0, count: count)
        for tie in ties {
            // The root keeps one strong tie from being all that counts.
            let weight = tie.weight.squareRoot()
            neighbours[tie.a].append((tie.b, weight))
            neighbours[tie.b].append((tie.a, weight))
            sums[tie.a] += weight
            sums[tie.b] += weight
        }
        // Each node that has ties gives away one share; between two it is the mean of what they give each other.
        let tied = Double(max(1, neighbours.count { !$0.isEmpty }))
        for (node, list) in neighbours.enumerated() {
            starts.append(ends.count)
            for (other, weight) in list {
                ends.append(other)
                shares.append(Float((weight / sums[node] + weight / sums[other]) / 2 / tied))
            }
        }
        starts.append(ends.count)
        start(seeds, neighbours)
    }

    /// What is tied begins close together: a node starts at the mean of points hashed from ids, of its own and of the
    /// leaders within one tie and within two. The leader of some nodes is the one with the lowest hash (Broder, 1997),
    /// because it stays the same when one of the others leaves, where a mean would shift. Parts that are not tied to
    /// most of the nodes have the point of their leader as an anchor.
    private mutating func start(_ seeds: [String], _ neighbours: [[(node: Int, weight: Double)]]) {
        let hashes = seeds.map(Self.hash)
        let own = hashes.map(Self.origin)
        func lead(_ leaders: [Int]) -> [Int] {
            neighbours.enumerated().map { node, list in
                list.reduce(leaders[node]) { hashes[leaders[$1.node]] < hashes[$0] ? leaders[$1.node] : $0 }
            }
        }
        var leaders = Array(0..<count)
        var points = own.map { 0.1 * $0 }
        for _ in 0..<2 {
            leaders = lead(leaders)
            for node in 0..<count { points[node] += own[leaders[node]] }
        }
        let parts = Graph.parts(count, neighbours.enumerated().flatMap { node, list in list.map { (node, $0.node) } })
        var sizes = Array(repeating: 0, count: count)
        var first: [Int?] = Array(repeating: nil, count: count)
        for (node, part) in parts.enumerated() {
            sizes[part] += 1
            first[part] = first[part].map { hashes[node] < hashes[$0] ? node : $0 } ?? node
        }
        anchors = parts.map { 2 * sizes[$0] > count ? .zero : 2 * own[first[$0]!] }
        holds = parts.map { Self.hold / Float(count) / Float(sizes[$0]) }
        let middle = points.reduce(.zero, +) / Float(count)
        let spread = (points.map { ($0 - middle) * ($0 - middle) }.reduce(.zero, +).sum() / Float(count)).squareRoot()
        for (node, point) in points.enumerated() { set(node, (point - middle) / max(spread, 1e-6) * 0.14) }
    }

    private static func hash(_ seed: String) -> UInt64 {
        var hash = StableHash.of(seed.utf8)
        hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 33
        return hash
    }

    /// From −½ to ½.
    private static func origin(_ hash: UInt64) -> SIMD2<Float> {
        SIMD2(Float(hash & 0xFFFF), Float(hash >> 16 & 0xFFFF)) / 65535 - 0.5
    }

    private func point(_ node: Int) -> SIMD2<Float> {
        let (block, lane) = node.quotientAndRemainder(dividingBy: Lanes.scalarCount)
        return SIMD2(x[block][lane], y[block][lane])
    }

    private mutating func set(_ node: Int, _ point: SIMD2<Float>) {
        let (block, lane) = node.quotientAndRemainder(dividingBy: Lanes.scalarCount)
        x[block][lane] = point.x
        y[block][lane] = point.y
    }

    /// One step down the gradient of the Kullback–Leibler divergence, with a quarter of the number of nodes as its rate
    /// (Belkina and others, 2019, without their exaggeration).
    private mutating func descend() {
        let (pushes, nearness) = repulsion()
        let spread = self.spread
        let rate = Float(count)
        let moves = (0..<count).map { node in
            let here = point(node)
            var pull = holds[node] * (here - spread * anchors[node])
            for index in starts[node]..<starts[node + 1] {
                let apart = here - point(ends[index])
                pull += shares[index] / (1 + (apart * apart).sum()) * apart
            }
            return rate * (pushes[node] / nearness - pull)
        }
        for node in 0..<count { set(node, point(node) + moves[node]) }
    }

    /// How all others push each node, and the sum of nearness over all ordered pairs.
    private func repulsion() -> (pushes: [SIMD2<Float>], nearness: Float) {
        var nearness: Float = 0
        let pushes = (0..<count).map { node in
            let here = point(node)
            var pushX = Lanes.zero
            var pushY = Lanes.zero
            var sum = Lanes.zero
            x.withUnsafeBufferPointer { x in
                y.withUnsafeBufferPointer { y in
                    for block in x.indices {
                        let dx = here.x - x[block]
                        let dy = here.y - y[block]
                        let near = 1 / (1 + dx * dx + dy * dy)
                        sum += near
                        let push = near * near
                        pushX += push * dx
                        pushY += push * dy
                    }
                }
            }
            // It is at no distance from itself.
            nearness += sum.sum() - 1
            return SIMD2(pushX.sum(), pushY.sum())
        }
        return (pushes, max(nearness, 1e-12))
    }

    /// How far points are from the middle: the root of the mean square.
    private var spread: Float {
        ((0..<count).reduce(0) { $0 + (point($1) * point($1)).sum() } / Float(count)).squareRoot()
    }

    private func centred() -> [(x: Double, y: Double)] {
        let points = (0..<count).map(point)
        let middle = points.reduce(.zero, +) / Float(count)
        return points.map { (Double($0.x - middle.x), Double($0.y - middle.y)) }
    }
}
