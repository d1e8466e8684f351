/// A wiki page, or a pointer to a thing elsewhere: `…/resources/**/NAME.md`, or an item of the key `resources`.
public struct Resource: Record {
    public var common = Common()
    public var id: Located<String>?
    public var kind: Located<ResourceKind>?
    public var url: Located<String>?
    public var topics: Located<[Located<String>]>?
    public var roles: Located<[Located<String>]>?
    public var owner: Located<LocalizedText>?
    public var licence: Located<String>?
    public var reviewed: Located<PartialDate>?

    public init() {}

    public static let recordName = "resource"
    public static let example = GroupExample(["title: Our guide"], more: ["url: https://example.gov/guide"])
    public static let fields: [Field<Resource>] =
        Common.fields(of: \.common, title: "title", titleIsRequired: true) + [
            Field("id", \.id, .id, "Its name in addresses, where it has no file."),
            Field("kind", \.kind, .choice, "What kind of thing it is.", synonyms: ["type"]),
            Field("url", \.url, .url, "Where the thing itself is, when it is elsewhere.", synonyms: ["link"]),
            Field("topics", \.topics, .list(of: .term(.topic)), "What it is about.", synonyms: ["tags"]),
            Field("roles", \.roles, .list(of: .term(.role)), "Who it is for."),
            Field("owner", \.owner, .text, "Who looks after it."),
            Field("licence", \.licence, .plain, "Its licence.", synonyms: ["license"]),
            Field("reviewed", \.reviewed, .date, "When somebody last checked it."),
        ]
}

public enum ResourceKind: String, Choice {
    case guide, template, slides, video, tool, reading
    case caseStudy = "case-study"
}
