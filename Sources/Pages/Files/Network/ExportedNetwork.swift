internal import Content
internal import Network
internal import Site
internal import Text

/// The network as other programs get it, in the default language: what all its files are written from, so that none
/// reveals more than another.
///
/// People are in it only as numbers. Texts are on one line and hold no control characters, which XML cannot say.
struct ExportedNetwork: Sendable {
    /// In pixels, as positions and sizes are; y goes down.
    let width: Int
    let height: Int
    /// In the order of `CommunityNetwork.nodes`.
    let nodes: [Node]
    /// What is stated or shared, then likenesses, the best first.
    let edges: [Edge]

    struct Node: Sendable {
        let id: String
        let name: String
        /// From the site's root, in its style of links.
        let route: String
        /// The same with the site's address before it, where that is known.
        let url: String
        let governments: [Term]
        let roles: [Term]
        let topics: [Term]
        /// `paused` or `closed` where it rests or has ended.
        let stage: String?
        let scope: String?
        /// As the community says it; nobody counts them.
        let members: Int?
        /// Numbers with one digit after the point, so that every program treats all of them as fractions.
        let x: String
        let y: String
        /// The radius of its circle.
        let size: String
    }

    struct Term: Sendable {
        let id: String
        let name: String
    }

    struct Edge: Sendable {
        /// Ids of communities.
        let from: String
        let to: String
        let kind: String
        /// Two digits after the point; for a likeness, its score.
        let weight: String
        /// Whether the kind says which of the two is which: `from` is part of `to`, grew from it, or is succeeded by
        /// it.
        let isDirected: Bool
        /// Whether an entry states it: that of `from`.
        let isDeclared: Bool
        let isSuggestion: Bool
        /// In words, without markup.
        let reasons: [String]

        /// The reasons as one text; those of a likeness are whole sentences.
        var label: String { reasons.joined(separator: isSuggestion ? " " : "; ") }
    }

    /// The rest is on nobody's page either.
    private static let suggestionsListed = 5_000

    init(_ scope: PageScope) {
        let (site, map) = (scope.site, scope.shared.map)
        let layout = map.drawing().layout
        width = Int(NetworkLayout.width)
        height = Int(layout.height)
        let base = scope.shared.baseURL ?? ""
        nodes = zip(map.network.nodes, layout.circles).map { id, circle in
            Node(id, circle, base: base, scope)
        }
        let ids = map.network.nodes.map { site[$0].id }
        edges =
            map.network.edges.map { edge in
                Edge(
                    from: ids[edge.from], to: ids[edge.to], kind: edge.kind.name, weight: Self.hundredths(edge.weight),
                    isDirected: edge.kind.isDirected, isDeclared: edge.isDeclared, isSuggestion: false,
                    reasons: scope.reasons(edge).map(Self.line))
            }
            + map.suggestions.all.prefix(Self.suggestionsListed).map { one in
                Edge(
                    from: ids[one.from], to: ids[one.to], kind: "suggestion", weight: Self.hundredths(one.score),
                    isDirected: false, isDeclared: false, isSuggestion: true,
                    reasons: scope.reasons(one).map(Self.line))
            }
    }

    private static func hundredths(_ value: Double) -> String {
        let whole = Int((value * 100).rounded())
        return "\(whole / 100).\(whole % 100 / 10)\(whole % 10)"
    }

    static func tenths(_ value: Double) -> String {
        let whole = Int((value * 10).rounded())
        return "\(whole < 0 ? "-" : "")\(abs(whole) / 10).\(abs(whole) % 10)"
    }

    /// A space for each sign that ends a line or controls a terminal.
    static func line(_ text: String) -> String {
        var bytes = Array(text.utf8)
        let hadControls = ControlBytes.blank(&bytes) != nil
        var hadEnds = false
        for i in bytes.indices where bytes[i] < 0x20 {
            bytes[i] = 0x20
            hadEnds = true
        }
        return hadControls || hadEnds ? String(decoding: bytes, as: UTF8.self) : text
    }
}

extension ExportedNetwork.Node {
    init(_ id: ItemID, _ circle: NetworkLayout.Circle, base: String, _ scope: PageScope) {
        let site = scope.site
        let relations = site[relationsOf: id]
        func name(_ id: ItemID) -> String { ExportedNetwork.line(site[id].title(in: site.defaultLanguage).text) }
        func terms(_ items: [ItemID]) -> [ExportedNetwork.Term] { items.map { .init(id: site[$0].id, name: name($0)) } }
        var community: Community?
        if case .community(let entry) = site[id].entry { community = entry }
        self.init(
            id: site[id].id, name: name(id), route: scope.shared.href(site[id].route),
            url: base + scope.shared.href(site[id].route), governments: terms(relations.governments),
            roles: terms(relations.roles), topics: terms(relations.topics), stage: community?.state(on: site.today),
            scope: community?.scope?.value.rawValue, members: MapScript.members(of: id, site),
            x: ExportedNetwork.tenths(circle.x), y: ExportedNetwork.tenths(circle.y),
            size: ExportedNetwork.tenths(circle.r))
    }

    /// Names in one text, as programs without lists take them; `nil` for none.
    static func joined(_ terms: [ExportedNetwork.Term]) -> String? {
        terms.isEmpty ? nil : terms.map(\.name).joined(separator: "; ")
    }
}

extension CommunityNetwork.Edge.Kind {
    /// As the files call it.
    fileprivate var name: String {
        switch self {
        case .declared(let kind): kind.rawValue
        case .successor: "successor"
        case .sharedMembers: "shared-members"
        case .sharedEvents: "shared-events"
        }
    }

    fileprivate var isDirected: Bool {
        switch self {
        case .declared(let kind): kind == .partOf || kind == .grewFrom
        case .successor: true
        case .sharedMembers, .sharedEvents: false
        }
    }
}
