/// What happened when people met: `…/writeups/NAME.md`, or an item of the key `writeups` of a community.
public struct Writeup: Record {
    public var common = Common()
    public var id: Located<String>?
    public var date: Located<PartialDate>?
    public var corrected: Located<PartialDate>?
    public var event: Located<OccurrenceName>?
    public var authors: Located<[Located<Mention>]>?
    public var attendees: Located<Int>?
    public var topics: Located<[Located<String>]>?
    public var outcome: Located<LocalizedText>?
    public var decisions: Located<LocalizedList>?
    public var actions: Located<[Located<Action>]>?
    public var url: Located<String>?
    public var recording: Located<String>?
    public var slides: Located<String>?

    public init() {}

    public static let recordName = "write-up"
    public static let example = GroupExample(["title: What we learned", "date: 2026-01-15"])
    public static let fields: [Field<Writeup>] =
        Common.fields(of: \.common, title: "title", titleIsRequired: true) + [
            Field("id", \.id, .id, "Its name in addresses, where it has no file."),
            Field("date", \.date, .date, required: true, "When people met."),
            Field(
                "corrected", \.corrected, .date, "When it was last corrected in a way that its readers should hear of.",
                alsoMeant: ["updated", "lastmod"]),
            Field(
                "event", \.event, .eventOrOccurrence,
                "The event it is about; of a series with the day, such as `lean-coffee@2026-12-17`."),
            Field("authors", \.authors, .list(of: .mention(.person)), "Who wrote it.", synonyms: ["author"]),
            Field("attendees", \.attendees, .count, "How many came."),
            Field("topics", \.topics, .list(of: .term(.topic)), "What it was about.", synonyms: ["tags"]),
            Field("outcome", \.outcome, .text, "What changed because people met."),
            Field("decisions", \.decisions, .texts, "What was decided."),
            Field("actions", \.actions, .list(of: .record), "What somebody will do."),
            Field("url", \.url, .url, "Where it was first published."),
            Field("recording", \.recording, .url, "A recording."),
            Field("slides", \.slides, .url, "The slides."),
        ]
}

public struct Action: Record {
    public var what: Located<LocalizedText>?
    public var who: Located<Mention>?
    public var by: Located<PartialDate>?
    public var done: Located<Bool>?
    public init() {}
    public static let recordName = "action"
    public static let example = GroupExample(["what: Write down how we work"])
    public static let fields: [Field<Action>] = [
        Field("what", \.what, .text, required: true, "What is to be done."),
        Field("who", \.who, .mention(.person), "Who does it; shown only as far as `list_members` allows."),
        Field("by", \.by, .date, "By when."),
        Field("done", \.done, .boolean, "`true` when it is done."),
    ]
}
