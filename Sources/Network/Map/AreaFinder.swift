/// The areas of a picture: shapes around the communities of a cluster that are close together.
///
/// A cluster is found from ties, and some of its communities can be far from the rest or beyond others. An area is
/// drawn around those that are near each other with no stranger between, and only where there are three of them;
/// otherwise areas would sprawl over one another and hold communities that do not belong to them.
package struct MapArea: Sendable {
    /// Indexes of circles: the largest part of the cluster, beside which its name belongs.
    package let nodes: [Int]
    /// A dot on each and lines between those that are near, as the path of SVG, which a broad pen makes one shape.
    package let outline: String
}

/// Finds the areas of a layout. Circles are looked up in a grid, so that the cost of a line depends on what is near it.
struct AreaFinder {
    /// Between the middles of two that are joined.
    private static let reach = 110.0
    /// Half as wide as the pen.
    private static let pen = 25.0
    private static let least = 3

    private let circles: [NetworkLayout.Circle]
    private var cells: [SIMD2<Int>: [Int]] = [:]

    init(_ circles: [NetworkLayout.Circle]) {
        self.circles = circles
        for (index, circle) in circles.enumerated() { cells[Self.cell(circle.x, circle.y), default: []].append(index) }
    }

    private static func cell(_ x: Double, _ y: Double) -> SIMD2<Int> {
        SIMD2(Int((x / reach).rounded(.down)), Int((y / reach).rounded(.down)))
    }

    /// - Returns: `nil` where no three of a cluster are close together.
    func area(_ cluster: NetworkLayout.Cluster) -> MapArea? {
        let members = Set(cluster.nodes)
        let points = cluster.nodes.map { (circles[$0].x, circles[$0].y) }
        let near = SpanningTree.of(points).filter {
            isShort(cluster.nodes[$0], cluster.nodes[$1]) && isFree(cluster.nodes[$0], cluster.nodes[$1], members)
        }
        let roots = Graph.parts(points.count, near)
        let parts = Dictionary(grouping: points.indices) { roots[$0] }.values.filter { $0.count >= Self.least }.map {
            $0.map { cluster.nodes[$0] }
        }
        let lines = near.map { (cluster.nodes[$0], cluster.nodes[$1]) }
        guard let largest = parts.max(by: { ($0.count, $1[0]) < ($1.count, $0[0]) }) else { return nil }
        let drawn = parts.reduce(into: Set<Int>()) { $0.formUnion($1) }
        let outline =
            cluster.nodes.filter(drawn.contains).map { "M\(point($0))h0" }.joined()
            + lines.filter { drawn.contains($0.0) }.map { "M\(point($0))L\(point($1))" }.joined()
        return MapArea(nodes: largest, outline: outline)
    }

    private func point(_ index: Int) -> String { MapPaths.point(circles[index]) }

    private func isShort(_ a: Int, _ b: Int) -> Bool {
        let (dx, dy) = (circles[a].x - circles[b].x, circles[a].y - circles[b].y)
        return dx * dx + dy * dy < Self.reach * Self.reach
    }

    /// Whether the pen, on its way from one to the other, covers no circle of another cluster.
    private func isFree(_ a: Int, _ b: Int, _ members: Set<Int>) -> Bool {
        let (from, to) = (circles[a], circles[b])
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let middle = Self.cell((from.x + to.x) / 2, (from.y + to.y) / 2)
        for x in -1...1 {
            for y in -1...1 {
                for other in cells[middle &+ SIMD2(x, y)] ?? [] where !members.contains(other) {
                    let circle = circles[other]
                    let along = ((circle.x - from.x) * dx + (circle.y - from.y) * dy) / max(dx * dx + dy * dy, 1e-9)
                    // Beside the ends, the dots of the two cover it or not, whatever the line does.
                    guard along > 0, along < 1 else { continue }
                    let (px, py) = (from.x + along * dx - circle.x, from.y + along * dy - circle.y)
                    if px * px + py * py < (Self.pen - 4) * (Self.pen - 4) { return false }
                }
            }
        }
        return true
    }
}
