internal import Network
internal import Theme

/// A community on the map.
struct MapNode: TemplateModel {
    let id: String
    let url: String
    let languageAttribute: String?
    let labelText: String
    let circle: NetworkLayout.Circle
    let classes: String
    let label: MapLabel
    let find: String?
    let name: String?
    /// Its middle in the arrangement by government.
    let region: SIMD2<Double>?

    static let slots = SlotTable<MapNode>("node", "A community on the map.") {
        Slot.text("id", "its id") { $0.id }
        Slot.text("url", "its page") { $0.url }
        Slot.html("lang_attribute", "`lang` of its title") { $0.languageAttribute }
        Slot.text("label_text", "title, government and stage, for screen readers") { $0.labelText }
        Slot.text("x", "of the circle's middle") { MapPaths.number($0.circle.x) }
        Slot.text("y", "of the circle's middle") { MapPaths.number($0.circle.y) }
        Slot.text("r", "radius of the circle") { MapPaths.number($0.circle.r) }
        Slot.text("class", "its colour (`g0` to `g6`, `g-more` or `none`), and `s-…` by stage") { $0.classes }
        Slot.object("label", "its name") { $0.label }
        Slot.text("find", "words by which it is found where there is no table") { $0.find }
        Slot.text("name", "the title, where there is no table") { $0.name }
        Slot.text("region", "its middle in the arrangement by government, as `x y`") { node in
            node.region.map { "\(MapPaths.number($0.x)) \(MapPaths.number($0.y))" }
        }
    }
}

/// A government in the arrangement by government.
struct MapRegion: TemplateModel {
    let circle: NetworkLayout.Circle
    let text: String
    let languageAttribute: String?

    static let slots = SlotTable<MapRegion>("region", "A government in the arrangement by government.") {
        Slot.text("x", "of its middle") { MapPaths.number($0.circle.x) }
        Slot.text("y", "of its middle") { MapPaths.number($0.circle.y) }
        Slot.text("r", "radius") { MapPaths.number($0.circle.r) }
        Slot.text("text", "its title, or that these state none") { $0.text }
        Slot.html("lang_attribute", "`lang` of it") { $0.languageAttribute }
    }
}

/// Communities that are close together on the map, with what they have in common.
struct MapCluster: TemplateModel {
    let outline: String
    let text: String
    let languageAttribute: String?
    let x: Double
    let y: Double

    static let slots = SlotTable<MapCluster>("cluster", "Communities that are close together.") {
        Slot.text("outline", "through them, as the path of SVG") { $0.outline }
        Slot.text("text", "what they have in common") { $0.text }
        Slot.html("lang_attribute", "`lang` of it") { $0.languageAttribute }
        Slot.text("x", "the middle of the name") { MapPaths.number($0.x) }
        Slot.text("y", "its line") { MapPaths.number($0.y) }
    }
}

/// What a colour or a ring of the map means.
struct LegendLine: TemplateModel {
    let name: String
    let text: String
    var attributes: String?

    static let slots = SlotTable<LegendLine>("legend", "A colour or a ring of the map.") {
        Slot.text("class", "as on the circles") { $0.name }
        Slot.text("text", "what it means") { $0.text }
        Slot.html("attributes", "`lang` and `dir`, for the tag around the text") { $0.attributes }
    }
}
