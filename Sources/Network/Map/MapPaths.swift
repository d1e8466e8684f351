/// The lines and shapes of the map as paths of SVG; in no language, made once a site.
package struct MapPaths: Sendable {
    /// One path for all lines of a kind; `nil` for none.
    package let declared: String?
    package let shared: String?
    package let suggested: String?
    /// In the order of `NetworkLayout.clusters`.
    package let outlines: [String]

    /// Two of a cluster that are farther apart are not joined.
    private static let reach = 220.0

    /// Tenths, without a zero behind the point.
    package static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0
            ? String(tenths / 10) : "\(tenths < 0 && tenths > -10 ? "-" : "")\(tenths / 10).\(abs(tenths % 10))"
    }

    package init(_ layout: NetworkLayout, _ edges: MapEdges) {
        let points = layout.circles.map { "\(Self.number($0.x)) \(Self.number($0.y))" }
        func path(_ pairs: [(Int, Int)]) -> String? {
            pairs.isEmpty ? nil : pairs.map { "M\(points[$0.0])L\(points[$0.1])" }.joined()
        }
        declared = path(edges.declared)
        shared = path(edges.shared)
        suggested = path(edges.suggested.map { ($0.from, $0.to) })
        // A dot on each and lines between those that are near, which a broad pen makes one shape.
        outlines = layout.clusters.map { cluster in
            let circles = cluster.nodes.map { layout.circles[$0] }
            let near = SpanningTree.of(circles.map { ($0.x, $0.y) }).filter { a, b in
                let (dx, dy) = (circles[a].x - circles[b].x, circles[a].y - circles[b].y)
                return dx * dx + dy * dy < Self.reach * Self.reach
            }
            return cluster.nodes.map { "M\(points[$0])h0" }.joined()
                + (path(near.map { (cluster.nodes[$0.0], cluster.nodes[$0.1]) }) ?? "")
        }
    }
}
