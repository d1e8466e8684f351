public import Content
internal import Text

/// The terms of a site by all their spellings, so that `product owner` finds the role `product-manager`.
public struct Vocabulary: Sendable {
    /// By kind, then by id or folded spelling: the term's route.
    private var routes: [TermKind: [String: String]] = [:]
    /// Spellings that two terms claim: kind, spelling, the two routes.
    private(set) var clashes: [(kind: TermKind, spelling: String, first: String, second: String)] = []

    public init(items: [Item]) {
        for item in items {
            guard case .term(let kind, _) = item.entry else { continue }
            routes[kind, default: [:]][item.id] = item.route
        }
        for item in items {
            guard case .term(let kind, let term) = item.entry else { continue }
            for spelling in term.common.names { claim(ID.from(spelling), for: item.route, kind) }
        }
    }

    private mutating func claim(_ spelling: String, for route: String, _ kind: TermKind) {
        if let other = routes[kind]?[spelling] {
            if other != route { clashes.append((kind, spelling, other, route)) }
            return
        }
        routes[kind, default: [:]][spelling] = route
    }

    /// The route of the term that has this id or spelling.
    public func route(_ text: String, _ kind: TermKind) -> String? {
        routes[kind]?[text] ?? routes[kind]?[ID.from(text)]
    }

    mutating func add(id: String, route: String, _ kind: TermKind) { routes[kind, default: [:]][id] = route }

    /// Ids and spellings, folded and sorted.
    public func ids(_ kind: TermKind) -> [String] { (routes[kind] ?? [:]).keys.sorted() }
}
