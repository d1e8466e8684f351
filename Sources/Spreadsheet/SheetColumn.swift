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
        /// Names or addresses of channels on the platform of the row.
        case channelNames
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
    /// Of a text that is not in the site's default language.
    private(set) var language: String?
    private let ownKey: String

    private init(_ name: String, _ way: Way, _ alsoMeant: [String] = []) {
        self.name = name
        self.way = way
        self.alsoMeant = alsoMeant
        ownKey = name
    }

    /// The same text in another language: `name.sv`.
    private init(_ column: SheetColumn, in language: String) {
        (name, way, ownKey) = (column.name + "." + language, column.way, column.ownKey)
        alsoMeant = column.alsoMeant.map { $0 + "." + language }
        self.language = language
    }

    func inLanguage(_ language: String) -> SheetColumn { SheetColumn(self, in: language) }

    /// The key of front matter that it is about.
    var key: String {
        switch way {
        case .part(let group, _): group
        case .platforms, .channelNames: "channels"
        case .count: "member_count"
        default: ownKey
        }
    }

    /// In the order in which export writes them.
    public static let all: [SheetColumn] = [
        .init("id", .id, ["slug"]),
        .init("name", .text, ["title", "community", "community name", "name of community"]),
        .init("summary", .text, ["description", "about", "purpose", "aim"]),
        .init("government", .terms(.government), ["governments", "country"]),
        .init(
            "organisation", .organisation,
            [
                "organization", "org", "host", "hosted by", "host organisation", "host organization", "department",
                "agency", "ministry",
            ]),
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
        .init("welcome.name", .part(of: "welcome", key: "name"), ["contact person", "contact name", "who to ask"]),
        .init(
            "welcome.contact", .part(of: "welcome", key: "contact"),
            ["contact e-mail", "contact email", "contact address"]),
        .init("channels", .channels),
        .init("platform", .platforms, ["platforms"]),
        .init("channel", .channelNames, ["channel name"]),
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

    /// Whether export writes it: what a published sheet need not repeat, or `channels` says, it does not.
    var isExported: Bool { way != .channelNames && key != "welcome" }

    /// Whether it is a text that may be there in several languages.
    var isProse: Bool { ["name", "summary", "eligibility", "meets", "sponsor"].contains(key) }

    var isDate: Bool { way == .date || name == "member_count_as_of" }

    var isList: Bool { if case .list = way { true } else { false } }
}
