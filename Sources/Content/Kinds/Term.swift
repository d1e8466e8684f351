/// A word by which communities are found: `governments/ID.md`, `organisations/`, `roles/`, `topics/`, `skills/`.
public struct Term: Record {
    public var common = Common()
    public var parent: Located<String>?
    public var timeZone: Located<String>?

    public init() {}

    public static let recordName = "term"
    public static let fields: [Field<Term>] =
        Common.fields(of: \.common, title: "name", titleIsRequired: true) + [
            Field("parent", \.parent, .id, "The wider term of the same kind, such as the union that a nation is in."),
            Field(
                "time_zone", \.timeZone, .timeZone,
                "Of a government that has only one: its time zone, for a table of hours on pages of events."),
        ]
}
