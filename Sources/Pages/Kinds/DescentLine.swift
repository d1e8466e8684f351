internal import Content
internal import Site
internal import Theme

/// What a community came from, or what came of it.
struct DescentLine: TemplateModel {
    private let heading: String
    private let anchor: String
    private let communities: [ItemID]
    private let scope: PageScope

    /// More are counted.
    private static let listed = 30

    /// - Returns: of what it came from and what came of it, those that are known.
    static func lines(of id: ItemID, _ scope: PageScope) -> [DescentLine] {
        let (before, after) = scope.shared.descent.line(of: id)
        return [("before", before), ("after", after)].filter { !$0.1.isEmpty }.map { name, communities in
            // Those whose first year is not known come last, the nearest first.
            let sorted = communities.map { (Self.years(of: $0, scope).founded ?? .max, $0) }.enumerated().sorted {
                ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
            }
            return DescentLine(
                heading: scope.strings["descent_\(name)"], anchor: name, communities: sorted.map(\.element.1),
                scope: scope)
        }
    }

    private static func years(of id: ItemID, _ scope: PageScope) -> (founded: Int?, closed: Int?) {
        guard case .community(let entry) = scope.site[id].entry else { return (nil, nil) }
        return (entry.founded?.value.year, entry.closed?.value.year)
    }

    static let slots = SlotTable<DescentLine>("descent", "What a community came from, or what came of it.") {
        Slot.text("heading", "which of the two") { $0.heading }
        Slot.text("anchor", "for `id`") { $0.anchor }
        Slot.list("steps", "communities, the oldest first") { line in
            line.communities.prefix(listed).map { Step(id: $0, scope: line.scope) }
        }
        Slot.text("left", "how many more there are, in words") { line in
            line.scope.more(line.communities.count - listed)
        }
    }

    private struct Step: LinkModel {
        let id: ItemID
        let scope: PageScope

        var link: PageLink { scope.link(to: id) }

        static let slots = SlotTable<Step>("descent step", "A community in a line of descent.", including: [.link]) {
            Slot.text("years", "from when until when, as far as is known") { step in
                let (founded, closed) = DescentLine.years(of: step.id, step.scope)
                if founded == nil, closed == nil { return nil }
                return [founded, closed].map { $0.map(String.init) ?? "" }.joined(separator: "–")
            }
        }
    }
}
