/// The lines and shapes of the map as paths of SVG; in no language, made once per site.
package struct MapPaths: Sendable {
    /// One path for all lines of a kind; `nil` for none.
    package let declared: String?
    package let shared: String?
    package let suggested: String?
    /// In the order of `NetworkLayout.clusters`; `nil` where no communities of a cluster are close together.
    package let areas: [MapArea?]

    /// Tenths, without a zero after the point.
    package static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0
            ? String(tenths / 10) : "\(tenths < 0 && tenths > -10 ? "-" : "")\(tenths / 10).\(abs(tenths % 10))"
    }

    static func point(_ circle: NetworkLayout.Circle) -> String { "\(number(circle.x)) \(number(circle.y))" }

    package init(_ layout: NetworkLayout, _ edges: MapEdges) {
        let points = layout.circles.map(Self.point)
        func path(_ pairs: [(Int, Int)]) -> String? {
            pairs.isEmpty ? nil : pairs.map { "M\(points[$0.0])L\(points[$0.1])" }.joined()
        }
        declared = path(edges.declared)
        shared = path(edges.shared)
        suggested = path(edges.suggested.map { ($0.from, $0.to) })
        let finder = AreaFinder(layout.circles)
        areas = layout.clusters.map(finder.area)
    }
}
