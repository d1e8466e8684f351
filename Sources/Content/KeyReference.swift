/// All keys, from the tables of fields that also read them: what a page about them needs.
public struct KeyReference: Sendable {
    public struct Key: Sendable {
        public let name: String
        public let isRequired: Bool
        /// The key beside which a required one may be left out.
        public let unless: String?
        public let shape: Shape
        /// Whether a translation may have it: facts are written once, in the original.
        public let isForTranslations: Bool
        /// What it is for, in a phrase.
        public let summary: String
    }

    /// A group of keys: front matter of a kind, or a group below a key.
    public struct Group: Sendable {
        /// Such as `community` or `member count`.
        public let name: String
        /// Where such a file is; `nil` for a group below a key.
        public let path: String?
        public let keys: [Key]
    }

    /// What every kind takes.
    public static let common = Group(name: "every file", path: nil, keys: keys(of: Page.self))

    /// By kind, without what every kind takes; then the groups below their keys.
    public static let all: [Group] = [
        group(Settings.self, "site.yaml"), group(Community.self, "communities/ID.md or communities/ID/index.md"),
        group(MemberCount.self), group(Welcome.self), group(Channel.self), group(Connection.self),
        group(Charter.self, "communities/ID/charter.md"), group(MembershipQuestions.self),
        group(Members.self, "communities/ID/members.md"), group(Member.self), group(MemberCounts.self),
        group(Event.self, "events/NAME.md or communities/ID/events/NAME.md"), group(Repetition.self),
        group(AgendaItem.self), group(Writeup.self, "writeups/NAME.md or communities/ID/writeups/NAME.md"),
        group(Action.self),
        group(Resource.self, "resources/NAME.md or communities/ID/resources/NAME.md"),
        group(Backlog.self, "communities/ID/backlog.md"), group(BacklogTopic.self),
        group(Person.self, "people/ID.md"), group(TitledLink.self),
        group(Term.self, "governments/ID.md, organisations/ID.md, roles/ID.md, topics/ID.md or skills/ID.md"),
        group(Repository.self), group(NavigationEntry.self), group(SocialImage.self), group(Logo.self),
        group(Colours.self), group(ColourPair.self), group(HealthSettings.self),
    ]

    /// The keys of each group, by its name, without what every kind takes.
    static let byName: [String: [Key]] = Dictionary(all.map { ($0.name, $0.keys) }, uniquingKeysWith: { a, _ in a })

    /// The groups that a file can be, so that they also take the keys of every file.
    static let entries: Set<String> = Set(all.filter { $0.path != nil }.map(\.name))

    /// All keys of `site.yaml`.
    public static let settings: [Key] = keys(of: Settings.self)

    /// All keys of a kind, with those that every kind takes.
    public static func group(of kind: Kind) -> [Key] {
        switch kind {
        case .community: keys(of: Community.self)
        case .charter: keys(of: Charter.self)
        case .members: keys(of: Members.self)
        case .backlog: keys(of: Backlog.self)
        case .event: keys(of: Event.self)
        case .writeup: keys(of: Writeup.self)
        case .resource: keys(of: Resource.self)
        case .person: keys(of: Person.self)
        case .government, .organisation, .role, .topic, .skill: keys(of: Term.self)
        case .home, .chapter, .page: keys(of: Page.self)
        }
    }

    private static func keys<R: Record>(of type: R.Type) -> [Key] {
        R.fields.map {
            Key(
                name: $0.key, isRequired: $0.isRequired, unless: $0.unless, shape: $0.shape,
                isForTranslations: $0.merge != nil, summary: $0.summary)
        }
    }

    private static func group<R: Record>(_ type: R.Type, _ path: String? = nil) -> Group {
        let shared = path == nil || R.self == Settings.self ? [] : Set(common.keys.map(\.name)).subtracting(["title"])
        return Group(
            name: R.recordName, path: path, keys: keys(of: type).filter { $0.isRequired || !shared.contains($0.name) })
    }
}
