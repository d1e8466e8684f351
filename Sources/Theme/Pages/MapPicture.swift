internal import Content
internal import Network
internal import Site

/// The network map as a picture made of links, with the same communities and connections as a table.
struct MapPicture {
    private let page: PageRenderer
    private let network: Network
    /// Size of the picture's coordinates; the sheet scales it.
    private let width = 1000.0
    private let height: Double
    private let margin = 60.0
    /// Names of governments in the order of their first community.
    private let governments: [String]
    /// The place of each name among them.
    private let governmentIndex: [String: Int]

    init(_ page: PageRenderer) {
        self.page = page
        var names: [String] = []
        var index: [String: Int] = [:]
        for government in page.shared.network.nodes.compactMap({ page.site[relationsOf: $0].governments.first }) {
            let name = page.title(of: government).text
            if index[name] == nil {
                index[name] = names.count
                names.append(name)
            }
        }
        governments = names
        governmentIndex = index
        network = page.shared.network
        height = network.nodes.count > 60 ? 900 : 640
    }

    func add(to context: inout Context) {
        let strings = page.strings
        context.set("filter", .flag(true))
        context.set("suggestions_url", .text(page.shared.suggestions.all.isEmpty ? nil : page.url(section: "map/suggestions/")))
        context.set("viewbox", .text("0 0 \(Int(width)) \(Int(height))"))
        context.set("nodes", .list(nodes()))
        context.set("edges", .list(network.edges.compactMap(edge)))
        let counts = [strings.count("communities_count", network.nodes.count), strings.count("connections_count", network.edges.count)]
        context.set("counts", .text(strings.joined(counts)))
        context.set("table_rows", .list(network.nodes.indices.map(tableRow)))
        context.set("has_ungoverned", .flag(network.nodes.contains { page.site[relationsOf: $0].governments.isEmpty }))
        context.set("governments", .list(governments.enumerated().map { ["class": .text("g\($0.offset % 8)"), "text": .text($0.element)] }))
    }

    /// The same picture without names, for the home page; nothing while there is nothing to connect.
    func addTeaser(to context: inout Context) {
        guard network.nodes.count > 1 else { return }
        let counts = page.counts()
        context.set(
            "teaser",
            .object([
                "viewbox": .text("0 0 \(Int(width)) \(Int(height))"), "counts": .text(counts), "label": .text("\(page.strings["map_label_plain"]): \(counts)"),
                "edges": .list(network.edges.compactMap(edge)), "nodes": .list(network.nodes.indices.map(dot)),
            ]))
    }

    private func dot(_ index: Int) -> Context {
        let (x, y) = place(index)
        return [
            "x": .text(number(x)), "y": .text(number(y)), "r": .text(number(radius(index) * 1.6)), "class": .text(colour(network.nodes[index])),
        ]
    }

    private func place(_ index: Int) -> (x: Double, y: Double) {
        let point = network.positions[index]
        return (margin + point.x * (width - 2 * margin), margin + point.y * (height - 2 * margin))
    }

    private func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
    }

    private func colour(_ id: ItemID) -> String {
        guard let government = page.site[relationsOf: id].governments.first,
            let index = governmentIndex[page.title(of: government).text]
        else { return "none" }
        return "g\(index % 8)"
    }

    private func nodes() -> [Context] {
        let circles = network.nodes.indices.map { index in
            let (x, y) = place(index)
            return LabelPlacement.Circle(x: x, y: y, r: radius(index))
        }
        let texts = network.nodes.map { Self.shortened(page.title(of: $0).text) }
        var degrees = Array(repeating: 0, count: circles.count)
        for edge in network.edges {
            degrees[edge.from] += 1
            degrees[edge.to] += 1
        }
        let importance = circles.indices.sorted { (circles[$1].r, degrees[$1], $0) < (circles[$0].r, degrees[$0], $1) }
        let labels = LabelPlacement.labels(texts, beside: circles, importance: importance, size: (width, height))
        return circles.indices.map { node($0, circles[$0], texts[$0], labels[$0]) }
    }

    private func node(_ index: Int, _ circle: LabelPlacement.Circle, _ text: String, _ label: LabelPlacement.Label) -> Context {
        let id = network.nodes[index]
        let title = page.title(of: id)
        return [
            "id": .text(page.site[id].id),
            "url": .text(page.url(of: id)),
            "lang_attribute": .text(page.strings.languageAttribute(of: title.language)),
            "label": .text(text),
            "label_text": .text(([title.text] + about(id)).joined(separator: page.strings["list_separator"])),
            "x": .text(number(circle.x)), "y": .text(number(circle.y)), "r": .text(number(circle.r)),
            "label_x": .text(number(label.x)), "label_y": .text(number(label.y)), "anchor": .text(label.anchor),
            "class": .text(colour(id) + (label.isHidden ? " unlabelled" : "")),
        ]
    }

    private static func shortened(_ name: String) -> String {
        name.count <= 32 ? name : name.prefix(31).trimmingSuffix(" ") + "…"
    }

    /// Area by members; a radius of its own where the number is unknown.
    private func radius(_ index: Int) -> Double {
        guard case .community(let community) = page.site[network.nodes[index]].entry, let count = community.memberCount?.value.count?.value else { return 9 }
        return min(26, 7 + Double(count).squareRoot() / 4)
    }

    /// Government and stage, for the name that a screen reader says.
    private func about(_ id: ItemID) -> [String] {
        guard case .community(let community) = page.site[id].entry else { return [] }
        let governments = page.site[relationsOf: id].governments.map { page.title(of: $0).text }
        let stage = community.stage.map { page.strings.label("stage", $0.value.rawValue) }
        return governments + [stage].compactMap { $0 }
    }

    private func edge(_ edge: Network.Edge) -> Context? {
        let (a, b) = (place(edge.from), place(edge.to))
        return [
            "x1": .text(number(a.x)), "y1": .text(number(a.y)), "x2": .text(number(b.x)), "y2": .text(number(b.y)),
            "class": .text(isDeclared(edge) ? "edge" : "edge shared"),
        ]
    }

    private func isDeclared(_ edge: Network.Edge) -> Bool {
        if case .sharedMembers = edge.kind { false } else { true }
    }

    private func tableRow(_ index: Int) -> Context {
        let id = network.nodes[index]
        guard case .community(let community) = page.site[id].entry else { return [:] }
        let title = page.title(of: id)
        let relations = page.site[relationsOf: id]
        var neighbours: [Int: Double] = [:]
        for edge in network.edgesOfNode[index].map({ network.edges[$0] }) {
            let other = edge.from == index ? edge.to : edge.from
            neighbours[other, default: 0] += isDeclared(edge) ? 100 : Double(sharedCount(edge))
        }
        let nearest = neighbours.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        return [
            "other_names": .text(page.otherNames(id)),
            "id": .text(page.site[id].id), "url": .text(page.url(of: id)), "name": .text(title.text), "attributes": .text(page.attributes(language: title.language)),
            "governments": .list(relations.governments.map { page.link(to: $0) }),
            "roles": .list(relations.roles.map { page.link(to: $0) }),
            "stage": .text(community.stage.map { page.strings.label("stage", $0.value.rawValue) }),
            "members": .text(community.memberCount?.value.count.map { page.strings.grouped($0.value) }),
            "connections": .list(nearest.prefix(5).map { page.link(to: network.nodes[$0]) }),
            "more": nearest.count > 5 ? .text(page.strings.count("and_more", nearest.count - 5)) : .none,
        ]
    }

    private func sharedCount(_ edge: Network.Edge) -> Int {
        if case .sharedMembers(let count) = edge.kind { count } else { 0 }
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(_ character: Character) -> String {
        var text = String(self)
        while text.last == character { text.removeLast() }
        return text
    }
}
