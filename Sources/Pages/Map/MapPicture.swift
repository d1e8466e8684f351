internal import Content
internal import Network
internal import Site
internal import Theme

/// The network as a picture made of links, in one language, with what its script needs.
package struct MapPicture: TemplateModel {
    enum Container {
        case page
        /// In a frame of another site, where no table is below it.
        case frame
        /// In a private site: it has a page for each community, and shows where help is wanted.
        case support(SupportNotes)
    }

    private let scope: PageScope
    private let container: Container
    private let map: MapModel
    private let drawing: MapDrawing
    private var nodes: [MapNode] = []
    private var clusters: [MapCluster] = []

    private var isFrame: Bool { if case .frame = container { true } else { false } }
    private var notes: SupportNotes? { if case .support(let notes) = container { notes } else { nil } }
    private var network: CommunityNetwork { map.network }
    private var layout: NetworkLayout { drawing.layout }

    init(_ scope: PageScope, in container: Container) {
        self.scope = scope
        self.container = container
        map = scope.shared.map
        drawing = map.drawing()
        (nodes, clusters) = labelled()
    }

    static let slots = SlotTable<MapPicture>("map picture", "The network as a picture, with what its script needs.") {
        Slot.text("viewbox", "size of the picture") { $0.drawing.layout.viewBox }
        Slot.list("nodes", "communities") { $0.nodes }
        Slot.list("clusters", "communities that are close together") { $0.clusters }
        Slot.list("regions", "governments in the arrangement by government; empty where there are not two") {
            $0.regions()
        }
        Slot.text("region_height", "how high that arrangement is; it is as wide as the other") {
            $0.drawing.byGovernment.map { String(Int($0.height)) }
        }
        Slot.text("declared_path", "lines that communities state, as the path of SVG") { $0.drawing.paths.declared }
        Slot.text("shared_path", "lines that were worked out") { $0.drawing.paths.shared }
        Slot.text("suggested_path", "lines between those that are alike") {
            $0.notes == nil ? $0.drawing.paths.suggested : nil
        }
        Slot.text("suggested_label", "how to show them") {
            $0.notes == nil ? $0.counted("map_show_suggested", $0.map.edges.suggested.count) : nil
        }
        Slot.flag("are_suggestions_shown", "whether they are drawn at first, as there are few other lines") {
            $0.map.edges.isSparse
        }
        Slot.text("left_out", "how many lines are not drawn, in words") {
            $0.counted("map_left_out", $0.map.edges.leftOut)
        }
        Slot.text("too_common", "how much is shared by too many to count, in words") {
            $0.counted("map_too_common", $0.network.tooCommon)
        }
        Slot.list("governments", "what the colours mean") { $0.legend() }
        Slot.flag("has_colours", "whether they mean anything") { !$0.legend().isEmpty }
        Slot.flag("has_sizes", "whether any number of members is known") { picture in
            picture.network.nodes.contains { MapScript.members(of: $0, picture.scope.site) != nil }
        }
        Slot.rows("stages", "what the rings mean") { $0.notes == nil ? $0.stages() : [] }
        Slot.text("network_url", "the data of the map's script") { $0.scope.root + $0.map.script.route }
        Slot.text("names_url", "other names of communities and terms, the small file of the search") {
            $0.scope.root + SiteSearch.names($0.scope.language)
        }
        Slot.html("target", "where its links open, in a frame") { $0.isFrame ? " target=\"_top\"" : nil }
        Slot.text("shown_text", "`{shown} of 40 communities`") {
            $0.scope.strings.count("map_shown", $0.network.nodes.count)
        }
    }

    /// `nil` for none.
    private func counted(_ key: String, _ count: Int) -> String? {
        count == 0 ? nil : scope.strings.count(key, count)
    }

    // MARK: Circles and names

    private func labelled() -> (nodes: [MapNode], clusters: [MapCluster]) {
        let circles = layout.circles.map { LabelPlacement.Circle(x: $0.x, y: $0.y, r: $0.r) }
        let texts = network.nodes.map { scope.title(of: $0).text }
        var importance = NetworkLayout.importance(circles.map(\.r), network.edgesOfNode.map(\.count))
        if let notes {
            // Names of those that want help most come first.
            let isFirst = network.nodes.map { notes.levels[$0] == .most }
            importance = importance.filter { isFirst[$0] } + importance.filter { !isFirst[$0] }
        }
        let size = (NetworkLayout.width, layout.height)
        var wide = LabelPlacement(circles, size: size)
        // What a cluster is about is said first: the names of communities have more positions to choose from.
        let clusters = zip(layout.clusters, drawing.paths.areas).compactMap { cluster($0, $1, &wide) }
        let labels = wide.labels(texts, importance: importance, style: .wide)
        return (circles.indices.map { node($0, labels[$0]) }, clusters)
    }

    private func node(_ index: Int, _ label: LabelPlacement.Label) -> MapNode {
        let id = network.nodes[index]
        let title = scope.title(of: id)
        return MapNode(
            id: scope.site[id].id, url: scope.url(of: id),
            languageAttribute: scope.strings.languageAttribute(of: title.language),
            labelText: ([title.text] + about(id)).joined(separator: scope.strings["list_separator"]),
            circle: layout.circles[index], classes: classes(of: id),
            label: MapLabel(label, isHidden: label.isHidden, .wide),
            find: isFrame ? scope.wordsToFind(id) : nil, name: isFrame ? title.text : nil,
            region: drawing.byGovernment?.points[index])
    }

    private func regions() -> [MapRegion] {
        (drawing.byGovernment?.regions ?? []).map { region in
            let title = region.government.map { scope.title(of: $0) }
            return MapRegion(
                circle: region.circle, text: title?.text ?? scope.strings["legend_none"],
                languageAttribute: title.flatMap { scope.strings.languageAttribute(of: $0.language) })
        }
    }

    /// Colour by what `MapColours` says, ring by stage; in a private site by how much help is wanted.
    private func classes(of id: ItemID) -> String {
        if let notes { return "help-\((notes.levels[id] ?? .past).rawValue)" }
        guard case .community(let community) = scope.site[id].entry else { return "none" }
        let stage = community.state(on: scope.site.today).map { " s-\($0)" } ?? ""
        return map.colours.name(of: id, scope.site) + stage
    }

    /// Government and stage, for the name that a screen reader says.
    private func about(_ id: ItemID) -> [String] {
        let governments = scope.site[relationsOf: id].governments.prefix(3).map { scope.title(of: $0).text }
        let state = notes.map { ($0.levels[id] ?? .past).text } ?? scope.stage(of: id)
        return governments + (state.map { [$0] } ?? [])
    }

    private func cluster(_ cluster: NetworkLayout.Cluster, _ area: MapArea?, _ placement: inout LabelPlacement)
        -> MapCluster?
    {
        guard let term = cluster.term, let area else { return nil }
        let circles = area.nodes.map { layout.circles[$0] }
        let title = scope.title(of: term)
        let x = circles.map(\.x).reduce(0, +) / Double(circles.count)
        let top = circles.map { $0.y - $0.r }.min()!
        let bottom = circles.map { $0.y + $0.r }.max()!
        let middle = circles.map(\.y).reduce(0, +) / Double(circles.count)
        let points = [top - 12, bottom + 22, middle, top - 28, bottom + 38, top - 44, bottom + 54].flatMap { y in
            [x, x - 50, x + 50, x - 100, x + 100].map { ($0, y) }
        }
        // A shape that cannot be named says nothing.
        guard let point = placement.title(title.text, at: points, style: .cluster) else { return nil }
        return MapCluster(
            outline: area.outline, text: title.text,
            languageAttribute: scope.strings.languageAttribute(of: title.language), x: point.x, y: point.y)
    }

    // MARK: Legend

    /// The stages that communities are at, with their rings; that they rest or have ended among them.
    private func stages() -> [LegendLine] {
        let found = Set(
            network.nodes.compactMap { id -> String? in
                guard case .community(let community) = scope.site[id].entry else { return nil }
                return community.state(on: scope.site.today)
            })
        return (Stage.allCases.map(\.rawValue) + ["paused", "closed"]).filter(found.contains).map {
            LegendLine(name: "s-\($0)", text: scope.strings.label("stage", $0))
        }
    }

    private func legend() -> [LegendLine] {
        if let notes {
            let found = Set(notes.levels.values)
            return SupportNotes.Level.allCases.filter(found.contains).map {
                LegendLine(
                    name: "help-\($0.rawValue)", text: $0.text, attributes: scope.attributes(language: "en"))
            }
        }
        let colours = map.colours
        guard colours.named.count > 1 || colours.named.count == 1 && colours.hasNone else { return [] }
        var lines = colours.named.enumerated().map { index, id in
            let title = scope.title(of: id)
            return LegendLine(
                name: "g\(index)", text: title.text, attributes: scope.attributes(language: title.language))
        }
        if colours.hasOthers { lines.append(LegendLine(name: "g-more", text: rest("legend_more", colours.facet))) }
        if colours.hasNone { lines.append(LegendLine(name: "none", text: rest("legend_none", colours.facet))) }
        return lines
    }

    /// What the colour means of those that have none of their own.
    private func rest(_ key: String, _ facet: MapColours.Facet) -> String {
        switch facet {
        case .government: scope.strings[key]
        case .role: scope.strings[key + "_role"]
        case .topic: scope.strings[key + "_topic"]
        }
    }
}
