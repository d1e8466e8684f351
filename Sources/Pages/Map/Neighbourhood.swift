internal import Content
internal import Network
internal import Site
internal import Theme

/// A small picture of the connections that a community has or might have: itself in the middle, the others around it in
/// the directions in which they are on the map.
struct Neighbourhood: TemplateModel {
    private static let width = 280.0
    private static let style = LabelPlacement.Style(size: 13, width: 100)
    private static let connected = 7
    private static let suggested = 3

    private let height: Double
    private let colour: String
    private let neighbours: [Neighbour]
    private let hasSuggested: Bool
    private let more: String?
    private let mapURL: String

    /// `nil` where there is nobody to show.
    init?(of id: ItemID, _ scope: PageScope) {
        let map = scope.shared.map
        guard let node = map.network.index[id] else { return nil }
        let all = map.network.neighbours(of: node)
        let near = all.prefix(Self.connected)
        let like = map.suggestions.ofNode[node].map { map.suggestions.all[$0].other(than: node) }.filter {
            !near.contains($0)
        }.prefix(Self.suggested)
        guard !near.isEmpty || !like.isEmpty else { return nil }
        let others = near.map { ($0, false) } + like.map { ($0, true) }
        // A few need less room.
        height = others.count <= 2 ? 130.0 : others.count <= 4 ? 210 : 280
        colour = map.colours.name(of: id, scope.site)
        neighbours = Self.neighbours(others, around: node, height, scope)
        hasSuggested = !like.isEmpty
        more = scope.more(all.count - near.count)
        mapURL =
            scope.mapURL("community=\(scope.site[id].id)" + (like.isEmpty ? "" : "&suggestions=yes"))
    }

    static let slots = SlotTable<Neighbourhood>(
        "neighbourhood", "A small map of a community's connections."
    ) {
        Slot.text("viewbox", "size of the picture") { "0 0 \(Int(width)) \(Int($0.height))" }
        Slot.text("x", "of its own circle") { MapPaths.number($0.centre.x) }
        Slot.text("y", "of its own circle") { MapPaths.number($0.centre.y) }
        Slot.text("class", "colour of its own circle") { $0.colour }
        Slot.list("nodes", "the others") { $0.neighbours }
        Slot.flag("has_suggested", "whether some are only alike") { $0.hasSuggested }
        Slot.text("more", "how many more, in words") { $0.more }
        Slot.text("map_url", "the map, with it in the middle") { $0.mapURL }
    }

    private var centre: (x: Double, y: Double) { (Self.width / 2, height / 2) }

    private static func neighbours(
        _ others: [(node: Int, isSuggested: Bool)], around node: Int, _ height: Double, _ scope: PageScope
    ) -> [Neighbour] {
        let map = scope.shared.map
        let (x, y) = (width / 2, height / 2)
        let circles =
            [LabelPlacement.Circle(x: x, y: y, r: 11)]
            + points(around: node, others.map(\.node), height, map).map {
                LabelPlacement.Circle(x: $0.x, y: $0.y, r: 7)
            }
        let texts = [""] + others.map { scope.title(of: map.network.nodes[$0.node]).text }
        var placement = LabelPlacement(circles, size: (width, height))
        let labels = placement.labels(texts, importance: Array(1..<circles.count), style: style)
        return others.indices.map { index in
            let id = map.network.nodes[others[index].node]
            let title = scope.title(of: id)
            let label = labels[index + 1]
            return Neighbour(
                url: scope.url(of: id), name: title.text, circle: circles[index + 1],
                colour: map.colours.name(of: id, scope.site), centre: (x, y), isSuggested: others[index].isSuggested,
                languageAttribute: scope.strings.languageAttribute(of: title.language),
                label: label.isHidden ? nil : MapLabel(label, isHidden: false, style))
        }
    }

    /// Evenly around, in the order of their directions on the map, turned as little as possible.
    private static func points(around node: Int, _ others: [Int], _ height: Double, _ map: MapModel) -> [(
        x: Double, y: Double
    )] {
        let circles = map.drawing().layout.circles
        let here = circles[node]
        let angles = others.map { Angle.of(circles[$0].y - here.y, circles[$0].x - here.x) }
        let order = others.indices.sorted { (angles[$0], $0) < (angles[$1], $1) }
        var points = Array(repeating: (x: 0.0, y: 0.0), count: others.count)
        for (turn, index) in order.enumerated() {
            let (sine, cosine) = Angle.point(Double(turn) / Double(others.count))
            // In turns nearer and farther, so that names find room.
            let reach = turn % 2 == 0 ? 1.0 : 0.72
            points[index] = (width / 2 + cosine * 84 * reach, height / 2 + sine * (height / 2 - 46) * reach)
        }
        return points
    }
}

/// A community near another.
private struct Neighbour: TemplateModel {
    let url: String
    let name: String
    let circle: LabelPlacement.Circle
    let colour: String
    let centre: (x: Double, y: Double)
    let isSuggested: Bool
    let languageAttribute: String?
    let label: MapLabel?

    static let slots = SlotTable<Neighbour>("neighbour", "A community near another.") {
        Slot.text("url", "its page") { $0.url }
        Slot.text("name", "its title") { $0.name }
        Slot.text("x", "of its circle") { MapPaths.number($0.circle.x) }
        Slot.text("y", "of its circle") { MapPaths.number($0.circle.y) }
        Slot.text("class", "its colour") { $0.colour }
        Slot.text("centre_x", "of the circle in the middle") { MapPaths.number($0.centre.x) }
        Slot.text("centre_y", "of the circle in the middle") { MapPaths.number($0.centre.y) }
        Slot.flag("is_suggested", "whether the two are only alike") { $0.isSuggested }
        Slot.html("lang_attribute", "`lang` of its title") { $0.languageAttribute }
        Slot.object("label", "where it has a place") { $0.label }
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
