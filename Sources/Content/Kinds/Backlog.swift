/// What members want to talk about: `communities/ID/backlog.md`, or the key `backlog` of its community.
public struct Backlog: Record {
    public var common = Common()
    public var board: Located<String>?
    public var publish: Located<Bool>?
    public var topics: Located<[Located<BacklogTopic>]>?

    public init() {}

    public static let recordName = "backlog"
    public static let example = GroupExample(["topics:", "  - title: How do we begin?"])
    public static let fields: [Field<Backlog>] =
        Common.fields(of: \.common, title: "title", titleIsRequired: false) + [
            Field("board", \.board, .url, "Where the board itself is, when it is elsewhere."),
            Field(
                "publish", \.publish, .boolean, "`false` keeps it off the site, for a community that is a safe space."
            ).withholding(),
            Field("topics", \.topics, .list(of: .record), "The topics."),
        ]
}

public struct BacklogTopic: Record {
    public var title: Located<LocalizedText>?
    public var stage: Located<BacklogStage>?
    public var votes: Located<Int>?
    public var added: Located<PartialDate>?
    public var by: Located<Mention>?
    public var writeup: Located<String>?
    public init() {}
    public static let recordName = "backlog topic"
    public static let example = GroupExample(["title: How do we begin?"], more: ["stage: to-discuss"])
    public static let fields: [Field<BacklogTopic>] = [
        Field("title", \.title, .text, required: true, "What it is about."),
        Field("stage", \.stage, .choice, "The stage that it is at."),
        Field("votes", \.votes, .count, "How many want it."),
        Field("added", \.added, .date, "When it was added."),
        Field("by", \.by, .mention(.person), "Who added it; shown only as far as `list_members` allows."),
        Field("writeup", \.writeup, .entry(.writeup), "The write-up of the meeting at which it was discussed."),
    ]
}

public enum BacklogStage: String, Choice {
    case toDiscuss = "to-discuss"
    case discussing, actioned, done
}
