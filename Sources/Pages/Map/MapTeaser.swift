internal import Network
internal import Site
internal import Theme

/// The picture of the map without names, for the home page.
struct MapTeaser: TemplateModel {
    private let scope: PageScope
    private let map: MapModel
    private let drawing: MapDrawing
    private let counts: String

    /// Nothing while there is nothing to connect.
    init?(_ scope: PageScope) {
        map = scope.shared.map
        guard map.network.nodes.count > 1 else { return nil }
        self.scope = scope
        drawing = map.drawing()
        counts = Self.counts(scope)
    }

    static let slots = SlotTable<MapTeaser>("teaser", "The map without names.") {
        Slot.text("viewbox", "size of the picture") { $0.drawing.layout.viewBox }
        Slot.text("label", "what the picture shows, for screen readers") {
            "\($0.scope.strings["map_label_plain"]): \($0.counts)"
        }
        Slot.text("counts", "how much there is, in words") { $0.counts }
        Slot.list("nodes", of: .dot, "communities") { $0.map.network.nodes.indices.map($0.dot) }
        Slot.text("declared_path", "lines that communities state, as the path of SVG") { $0.drawing.paths.declared }
        Slot.text("shared_path", "lines that were worked out") { $0.drawing.paths.shared }
    }

    /// How many communities there are, and in how many governments.
    private static func counts(_ scope: PageScope) -> String {
        // What is made up is not counted, unless all is.
        func number(_ ids: [ItemID]) -> Int {
            let real = ids.count { !scope.site.isExample(scope.site[$0]) }
            return real == 0 ? ids.count : real
        }
        let governments = number(scope.site.all(.government))
        return scope.strings.joined(
            [
                scope.strings.count("communities_count", number(scope.site.communities)),
                governments == 0 ? nil : scope.strings.count("governments_count", governments),
            ].compactMap { $0 })
    }

    private func dot(_ index: Int) -> Context {
        let circle = drawing.layout.circles[index]
        return [
            "x": .text(MapPaths.number(circle.x)), "y": .text(MapPaths.number(circle.y)),
            "r": .text(MapPaths.number(circle.r * 1.4)),
            "class": .text(map.colours.name(of: map.network.nodes[index], scope.site)),
        ]
    }
}

extension NetworkLayout {
    /// As SVG has it.
    var viewBox: String { "0 0 \(Int(Self.width)) \(Int(height))" }
}
