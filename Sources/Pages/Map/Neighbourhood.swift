internal import Content
internal import Network
internal import Site
internal import Theme

/// A small picture of whom a community is connected with, and whom it might be: itself in the middle, the others around
/// it in the directions in which they stand on the map.
struct Neighbourhood {
    private static let width = 280.0
    private static let style = LabelPlacement.Style(size: 13, width: 100)
    private static let connected = 7
    private static let suggested = 3

    private let scope: PageScope
    private let map: MapModel

    init(_ scope: PageScope) {
        self.scope = scope
        map = scope.shared.map
    }

    /// `nil` where there is nobody to show.
    func picture(of id: ItemID) -> Context? {
        guard let node = map.network.index[id] else { return nil }
        let neighbours = map.network.neighbours(of: node)
        let near = neighbours.prefix(Self.connected)
        let like = map.suggestions.ofNode[node].map { map.suggestions.all[$0].other(than: node) }.filter {
            !near.contains($0)
        }.prefix(Self.suggested)
        guard !near.isEmpty || !like.isEmpty else { return nil }
        let others = near.map { ($0, false) } + like.map { ($0, true) }
        // A few need less room.
        let height = others.count <= 2 ? 130.0 : others.count <= 4 ? 210 : 280
        let places = places(around: node, others.map(\.0), height)
        let (x, y) = (Self.width / 2, height / 2)
        let circles =
            [LabelPlacement.Circle(x: x, y: y, r: 11)] + places.map { LabelPlacement.Circle(x: $0.x, y: $0.y, r: 7) }
        let texts = [""] + others.map { scope.title(of: map.network.nodes[$0.0]).text }
        var placement = LabelPlacement(circles, size: (Self.width, height))
        let labels = placement.labels(texts, importance: Array(1..<circles.count), style: Self.style)
        return [
            "viewbox": .text("0 0 \(Int(Self.width)) \(Int(height))"),
            "x": .text(MapPaths.number(x)), "y": .text(MapPaths.number(y)),
            "class": .text(map.colours.name(of: id, scope.site)),
            "nodes": .list(others.indices.map { dot(others[$0], circles[$0 + 1], labels[$0 + 1], centre: (x, y)) }),
            "has_suggested": .flag(!like.isEmpty),
            "more": .text(
                neighbours.count > near.count ? scope.strings.count("and_more", neighbours.count - near.count) : nil),
            "map_url": .text(
                scope.url(section: "map/") + "?community=\(scope.site[id].id)"
                    + (like.isEmpty ? "" : "&suggestions=yes")),
        ]
    }

    /// Evenly around, in the order of their directions on the map, turned as little as possible.
    private func places(around node: Int, _ others: [Int], _ height: Double) -> [(x: Double, y: Double)] {
        let circles = map.drawing().layout.circles
        let here = circles[node]
        let angles = others.map { Angle.of(circles[$0].y - here.y, circles[$0].x - here.x) }
        let order = others.indices.sorted { (angles[$0], $0) < (angles[$1], $1) }
        var places = Array(repeating: (x: 0.0, y: 0.0), count: others.count)
        for (turn, index) in order.enumerated() {
            let (sine, cosine) = Angle.point(Double(turn) / Double(others.count))
            // In turns nearer and farther, so that names find room.
            let reach = turn % 2 == 0 ? 1.0 : 0.72
            places[index] = (Self.width / 2 + cosine * 84 * reach, height / 2 + sine * (height / 2 - 46) * reach)
        }
        return places
    }

    private func dot(
        _ other: (node: Int, isSuggested: Bool), _ circle: LabelPlacement.Circle, _ label: LabelPlacement.Label,
        centre: (x: Double, y: Double)
    ) -> Context {
        let id = map.network.nodes[other.node]
        return [
            "centre_x": .text(MapPaths.number(centre.x)), "centre_y": .text(MapPaths.number(centre.y)),
            "url": .text(scope.url(of: id)), "name": .text(scope.title(of: id).text),
            "x": .text(MapPaths.number(circle.x)), "y": .text(MapPaths.number(circle.y)),
            "class": .text(map.colours.name(of: id, scope.site)), "is_suggested": .flag(other.isSuggested),
            "lang_attribute": .text(scope.strings.languageAttribute(of: scope.title(of: id).language)),
            "label": .object(label.isHidden ? nil : MapPicture.text(label, isHidden: false, Self.style)),
        ]
    }
}

/// Angles as turns of a circle, the same on every machine, which libraries of mathematics do not promise.
private enum Angle {
    /// A number that grows with the direction of a vector, from 0 to 4.
    static func of(_ y: Double, _ x: Double) -> Double {
        let sum = abs(x) + abs(y)
        guard sum > 0 else { return 0 }
        return y >= 0 ? (x >= 0 ? y / sum : 2 - y / sum) : (x < 0 ? 2 - y / sum : 4 + y / sum)
    }

    /// Sine and cosine of a part of a turn, from a square that is drawn out to a circle.
    static func point(_ turn: Double) -> (sine: Double, cosine: Double) {
        let quarter = turn * 4
        let (x, y): (Double, Double) =
            switch quarter {
            case ..<1: (1 - quarter, quarter)
            case ..<2: (1 - quarter, 2 - quarter)
            case ..<3: (quarter - 3, 2 - quarter)
            default: (quarter - 3, quarter - 4)
            }
        let length = (x * x + y * y).squareRoot()
        return (y / length, x / length)
    }
}
