internal import Content

/// A column that a sheet may have: a fact of a community.
public struct SheetColumn: Sendable, Equatable {
    /// How a cell goes into front matter.
    enum Way: Sendable, Equatable {
        case id
        case text
        /// One of a few values; spaces and capitals do not matter.
        case choice
        /// Items separated by semicolons; the order counts only where it says so.
        case list(isOrdered: Bool)
        case date
        case terms(TermKind)
        case organisation
        case community
        /// A key within a group.
        case part(of: String, key: String)
        /// Platforms of channels.
        case platforms
        /// `platform: name <address>`, separated by semicolons.
        case channels
        /// `kind:id (a few words)`, separated by semicolons.
        case connections
        case count
    }

    /// The heading that export writes.
    public let name: String
    let way: Way
    /// Other headings that people write.
    let alsoMeant: [String]

    private init(_ name: String, _ way: Way, _ alsoMeant: [String] = []) {
        self.name = name
        self.way = way
        self.alsoMeant = alsoMeant
    }

    /// The key of front matter that it is about.
    var key: String {
        switch way {
        case .part(let group, _): group
        case .platforms: "channels"
        case .count: "member_count"
        default: name
        }
    }

    /// In the order in which export writes them.
    public static let all: [SheetColumn] = [
        .init("id", .id, ["slug"]),
        .init("name", .text, ["title", "community"]),
        .init("summary", .text, ["description", "about"]),
        .init("government", .terms(.government), ["governments", "country"]),
        .init("organisation", .organisation, ["organization", "org", "host", "department"]),
        .init("scope", .choice),
        .init("roles", .terms(.role), ["role", "professions", "profession"]),
        .init("topics", .terms(.topic), ["topic", "tags", "subjects"]),
        .init("stage", .choice),
        .init("stage_since", .date),
        .init("founded", .date, ["since", "started"]),
        .init("membership", .choice, ["access"]),
        .init("eligibility", .text, ["who can join"]),
        .init("join", .list(isOrdered: true), ["url", "link", "website", "homepage", "how to join", "contact"]),
        .init("meets", .text, ["meetings", "when it meets"]),
        .init("channels", .channels),
        .init("platform", .platforms, ["platforms", "channel"]),
        .init("connections", .connections, ["connected with"]),
        .init("member_count", .count, ["members", "size", "number of members"]),
        .init("member_count_as_of", .part(of: "member_count", key: "as_of"), ["counted"]),
        .init("wants", .list(isOrdered: false)),
        .init("offers", .list(isOrdered: false)),
        .init("sponsor", .text),
        .init("paused", .date),
        .init("until", .date),
        .init("closed", .date),
        .init("successor", .community),
        .init("also_known_as", .list(isOrdered: false), ["other names", "own name", "acronym"]),
        .init("source", .list(isOrdered: false), ["sources"]),
        .init("as_of", .date, ["date", "last updated"]),
        .init("verified", .date),
    ]

    /// The column that a heading names: `Member count` is `member_count`.
    static func named(_ heading: String) -> SheetColumn? {
        let name = folded(heading)
        return all.first { $0.name == name } ?? all.first { $0.alsoMeant.contains { folded($0) == name } }
    }

    /// Whether a heading is the name of a column, and none of the others that people write.
    static func isName(_ heading: String) -> Bool { all.contains { $0.name == folded(heading) } }

    var isDate: Bool { way == .date || name == "member_count_as_of" }

    var isList: Bool { if case .list = way { true } else { false } }

    static func folded(_ heading: String) -> String {
        String(heading.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    }
}
