/// A meeting, once or again and again: `…/events/NAME.md`, or an item of the key `events` of a community.
public struct Event: Record {
    public var common = Common()
    public var id: Located<String>?
    public var starts: Located<PartialDate>?
    public var ends: Located<PartialDate>?
    public var minutes: Located<Int>?
    public var timeZone: Located<String>?
    public var kind: Located<EventKind>?
    public var repeats: Located<Repetition>?
    public var place: Located<LocalizedText>?
    public var online: Located<String>?
    public var register: Located<String>?
    public var openTo: Located<Audience>?
    public var access: Located<[Located<String>]>?
    public var languages: Located<[Located<String>]>?
    public var hosts: Located<[Located<Mention>]>?
    public var speakers: Located<[Located<Mention>]>?
    public var agenda: Located<[Located<AgendaItem>]>?
    public var status: Located<EventStatus>?
    public var occurrenceOf: Located<OccurrenceName>?
    public var revision: Located<Int>?
    public var added: Located<PartialDate>?

    public init() {}

    public static let recordName = "event"
    public static let example = GroupExample(
        ["title: Lean Coffee", "starts: 2027-01-14 10:00"], more: ["minutes: 60"])
    public static let fields: [Field<Event>] =
        Common.fields(of: \.common, title: "title", titleIsRequired: true, unless: "occurrence_of") + [
            Field("id", \.id, .id, "Its name in addresses, where it has no file."),
            Field(
                "starts", \.starts, .time, "When it begins: a time, or a day, month or year where no more is known.",
                synonyms: ["date", "start"], alsoMeant: ["when"]),
            Field("ends", \.ends, .time, "When it ends.", synonyms: ["end"]),
            Field(
                "minutes", \.minutes, .integer(1...100_000), "How long it takes, instead of `ends`.",
                alsoMeant: ["duration", "length"]),
            Field(
                "time_zone", \.timeZone, .timeZone, "The time zone of its times; without it, the site's.",
                synonyms: ["timezone", "tz"]),
            Field("kind", \.kind, .choice, "What kind of meeting it is.", synonyms: ["type"]),
            Field("repeats", \.repeats, .record, "How it repeats."),
            Field(
                "place", \.place, .text, "Where it is.", synonyms: ["location", "venue"],
                alsoMeant: ["where", "address"]),
            Field("online", \.online, .url, "The address of the call; published only when it is open to everyone."),
            Field("register", \.register, .url, "Where to sign up."),
            Field("open_to", \.openTo, .choice, "Who may come."),
            Field(
                "access", \.access, .list(of: .plain), "What makes it accessible, such as captions or step-free.",
                alsoMeant: ["accessibility"]),
            Field("languages", \.languages, .list(of: .language), "The languages spoken."),
            Field(
                "hosts", \.hosts, .list(of: .mention(.community, .organisation)),
                "The communities or organisations that host it.", alsoMeant: ["host", "organisers"]),
            Field("speakers", \.speakers, .list(of: .mention(.person)), "Who speaks.", synonyms: ["speaker"]),
            Field("agenda", \.agenda, .list(of: .record), "What happens, in order."),
            Field("status", \.status, .choice, "Whether it is planned, is cancelled or has happened."),
            Field(
                "occurrence_of", \.occurrenceOf, .occurrence,
                "Which date of which series this is, such as `lean-coffee@2026-12-17`: what differs on that date is "
                    + "here, and everything else is as in the series."),
            Field(
                "revision", \.revision, .integer(0...1_000_000),
                "A number to increase when calendars that hold this event should notice a change."),
            Field(
                "added", \.added, .date,
                "The day its entry was added to the site; takes precedence over the git history."),
        ]
}

extension Event {
    /// The address of the call as far as it is published: only when everyone may come.
    public var publicOnline: Located<String>? { openTo?.value == .everyone ? online : nil }
}

public enum EventKind: String, Choice {
    case meetup, meeting, webinar
    case leanCoffee = "lean-coffee"
    case safeSpace = "safe-space"
    case showAndTell = "show-and-tell"
    case unconference, workshop, talk, practice, game, visit
    case openDoor = "open-door"
    case social, review, other
}

public enum Audience: String, Choice {
    case members
    case publicSector = "public-sector"
    case everyone
}

public enum EventStatus: String, Choice {
    case planned, cancelled, happened
}

public struct AgendaItem: Record {
    public var title: Located<LocalizedText>?
    public var minutes: Located<Int>?
    public init() {}
    public static let recordName = "agenda item"
    public static let example = GroupExample(["title: Welcome"], more: ["minutes: 10"])
    public static let fields: [Field<AgendaItem>] = [
        Field("title", \.title, .text, required: true, "What it is about."),
        Field("minutes", \.minutes, .integer(1...100_000), "How long it takes."),
    ]
}

public struct Repetition: Record {
    public var every: Located<Interval>?
    public var day: Located<[Located<RepeatDay>]>?
    /// Why there is none, where the key is there.
    public var dayLack: ValueLack?
    public var until: Located<PartialDate>?
    public var count: Located<Int>?
    public var except: Located<[Located<PartialDate>]>?
    public init() {}
    public mutating func noteLack(of key: String, _ lack: ValueLack) { if key == "day" { dayLack = lack } }
    public static let recordName = "repetition"
    public static let example = GroupExample(["every: 2 weeks"], more: ["day: thursday"])
    public static let fields: [Field<Repetition>] = [
        Field("every", \.every, .interval, required: true, "How often, such as `week`, `2 weeks` or `3 months`."),
        Field(
            "day", \.day, .list(of: .repeatDay),
            "On which day, such as `thursday`, `first tuesday`, `last friday`, `15` or `last day`.",
            alsoMeant: ["days", "on"]),
        Field("until", \.until, .date, "The last day on which it may happen."),
        Field(
            "count", \.count, .integer(1...1000),
            "How many dates it has, instead of `until`; those of `except` are counted too."),
        Field("except", \.except, .list(of: .date), "Days on which it does not happen."),
    ]
}
