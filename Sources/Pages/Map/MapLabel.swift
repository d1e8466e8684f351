internal import Network
internal import Theme

/// A name on a map, in one line or two.
struct MapLabel: TemplateModel {
    private let label: LabelPlacement.Label
    private let lineHeight: Double
    let isHidden: Bool

    init(_ label: LabelPlacement.Label, isHidden: Bool, _ style: LabelPlacement.Style) {
        self.label = label
        lineHeight = style.lineHeight
        self.isHidden = isHidden
    }

    static let slots = SlotTable<MapLabel>("label", "A name on the map, in one line or two.") {
        Slot.text("x", "where it begins") { MapPaths.number($0.label.x) }
        Slot.text("y", "where its first line is") { MapPaths.number($0.label.y) }
        Slot.text("anchor", "`start` or `end`, where it is not the middle") {
            $0.label.anchor == "middle" ? nil : $0.label.anchor
        }
        Slot.text("first", "line") { $0.label.lines.first ?? "" }
        Slot.list("more", "lines below it") { $0.linesBelow }
        Slot.flag("is_hidden", "whether it shows only on hover and focus") { $0.isHidden }
    }

    private var linesBelow: [Line] {
        label.lines.dropFirst().enumerated().map {
            Line(x: label.x, y: label.y + lineHeight * Double($0.offset + 1), text: $0.element)
        }
    }

    private struct Line: TemplateModel {
        let x: Double
        let y: Double
        let text: String

        static let slots = SlotTable<Line>("label line", "A line of a name.") {
            Slot.text("x", "where it begins") { MapPaths.number($0.x) }
            Slot.text("y", "where it is") { MapPaths.number($0.y) }
            Slot.text("text", "its words") { $0.text }
        }
    }
}
