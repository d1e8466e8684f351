/// A person who agreed to be listed: `people/ID.md`.
public struct Person: Record {
    public var common = Common()
    public var organisation: Located<Mention>?
    public var government: Located<[Located<String>]>?
    public var roles: Located<[Located<String>]>?
    public var links: Located<[Located<TitledLink>]>?
    public var skills: Located<[TermEntry<Int>]>?
    public var agreed: Located<PartialDate>?
    /// Why there is none, where the key is there.
    public var agreedLack: ValueLack?

    public init() {}

    public mutating func noteLack(of key: String, _ lack: ValueLack) { if key == "agreed" { agreedLack = lack } }

    public static let recordName = "person"
    public static let fields: [Field<Person>] =
        Common.fields(of: \.common, title: "name", titleIsRequired: true) + [
            Field(
                "organisation", \.organisation, .mention(.organisation), "Where they work.", synonyms: ["organization"]
            ),
            Field("government", \.government, .list(of: .term(.government)), "The government they work for."),
            Field("roles", \.roles, .list(of: .term(.role)), "Their professions."),
            Field("links", \.links, .list(of: .record), "Where to find them."),
            Field(
                "skills", \.skills, .map(from: .skill, to: .integer(0...4)),
                "Skills from 0 (none) to 4 (could teach); never published by name."),
            Field(
                "agreed", \.agreed, .date, "When they agreed to be listed; without it they have no page.",
                alsoMeant: ["consent", "consented"]),
        ]
}

public struct TitledLink: Record {
    public var title: Located<LocalizedText>?
    public var url: Located<String>?
    public init() {}
    public static let recordName = "link"
    public static let example = GroupExample(["url: https://example.gov/"], more: ["title: Our team"])
    public static let fields: [Field<TitledLink>] = [
        Field("title", \.title, .text, "What it is."),
        Field("url", \.url, .url, required: true, "Its address."),
    ]
}
