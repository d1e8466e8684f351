/// What a file is, by its path.
public enum Kind: String, Sendable, CaseIterable, Hashable {
    case home, community, charter, members, backlog, event, writeup, resource, person
    case government, organisation, role, topic, skill
    case chapter, page

    public var termKind: TermKind? { TermKind(rawValue: rawValue) }

    /// The folder of such entries, below `content/` or, for what communities have too, below a community's own; and the
    /// first part of the address of their list. `nil` for kinds without one.
    public var folder: String? {
        switch self {
        case .community: "communities"
        case .event, .writeup, .resource: rawValue + "s"
        case .person: "people"
        case .chapter: "handbook"
        default: termKind?.folder
        }
    }
}

/// The kinds of vocabulary: words by which communities are found.
public enum TermKind: String, Sendable, CaseIterable, Hashable {
    case government, organisation, role, topic, skill

    public var singular: String { rawValue }
    /// Whether each of them has a file; terms of other kinds are known by being used.
    public var hasFiles: Bool { self == .government || self == .organisation }
    /// The folder under `content/`, and the first part of its addresses.
    public var folder: String { rawValue + "s" }
    public var kind: Kind { Kind(rawValue: rawValue)! }
}
