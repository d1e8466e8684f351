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
        Slot.text("label", "what the picture is, for screen readers; they read how much is on it below") {
            $0.scope.strings["map_label_plain"]
        }
        Slot.text("counts", "how much there is, in words") { $0.counts }
        Slot.list("nodes", "communities") { $0.map.network.nodes.indices.map($0.dot) }
        Slot.text("declared_path", "lines that communities state, as the path of SVG") { $0.drawing.paths.declared }
        Slot.text("shared_path", "lines that were worked out") { $0.drawing.paths.shared }
    }

    /// How many communities there are, and in how many governments, where these are several.
    private static func counts(_ scope: PageScope) -> String {
        let governments = scope.site.real(scope.site.all(.government)).count
        return scope.strings.joined(
            [
                scope.strings.count("communities_count", scope.site.real(scope.site.communities).count),
                governments < 2 ? nil : scope.strings.count("governments_count", governments),
            ].compactMap { $0 })
    }

    private func dot(_ index: Int) -> Dot {
        Dot(
            circle: drawing.layout.circles[index], colour: map.colours.name(of: map.network.nodes[index], scope.site))
    }

    /// A community.
    private struct Dot: TemplateModel {
        let circle: NetworkLayout.Circle
        let colour: String

        static let slots = SlotTable<Dot>("dot", "A community on the small map.") {
            Slot.text("x", "of its middle") { MapPaths.number($0.circle.x) }
            Slot.text("y", "of its middle") { MapPaths.number($0.circle.y) }
            Slot.text("r", "radius") { MapPaths.number($0.circle.r * 1.4) }
            Slot.text("class", "its colour: `g0` to `g6`, `g-more` or `none`") { $0.colour }
        }
    }
}

extension NetworkLayout {
    /// As SVG has it.
    var viewBox: String { "0 0 \(Int(Self.width)) \(Int(height))" }
}
