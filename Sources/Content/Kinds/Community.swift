/// A community of practice: `communities/ID.md` or `communities/ID/index.md`.
public struct Community: Record {
    public var common = Common()
    public var government: Located<[Located<String>]>?
    public var organisations: Located<[Located<Mention>]>?
    public var scope: Located<Scope>?
    public var roles: Located<[Located<String>]>?
    public var topics: Located<[Located<String>]>?
    public var stage: Located<Stage>?
    public var stageSince: Located<PartialDate>?
    public var founded: Located<PartialDate>?
    public var membership: Located<Membership>?
    public var eligibility: Located<LocalizedText>?
    public var join: Located<[Located<String>]>?
    public var meets: Located<LocalizedText>?
    public var memberCount: Located<MemberCount>?
    public var welcome: Located<Welcome>?
    public var channels: Located<[Located<Channel>]>?
    public var connections: Located<[Located<Connection>]>?
    public var wants: Located<[Located<String>]>?
    public var offers: Located<[Located<String>]>?
    public var sponsor: Located<LocalizedText>?
    public var paused: Located<PartialDate>?
    public var until: Located<PartialDate>?
    public var closed: Located<PartialDate>?
    public var added: Located<PartialDate>?
    public var successor: Located<Mention>?
    public var charter: Located<Charter>?
    public var members: Located<Members>?
    public var events: Located<[Located<Event>]>?
    public var writeups: Located<[Located<Writeup>]>?
    public var resources: Located<[Located<Resource>]>?
    public var backlog: Located<Backlog>?

    public init() {}

    /// An end that is only announced does not count yet.
    public func hasEnded(on day: CivilDay) -> Bool { closed.map { $0.value.firstDay <= day } ?? false }

    /// The days of its rest, past or to come; without an end while the end is not known.
    public var pause: ClosedRange<CivilDay>? {
        guard let first = paused?.value.firstDay else { return nil }
        let last = until?.value.lastDay ?? .last
        return first <= last ? first...last : nil
    }

    /// Whether it rests on a day; a pause that is only announced does not count yet.
    public func rests(on day: CivilDay) -> Bool { pause?.contains(day) ?? false }

    /// How far it has come, as a filter names it: an end or a rest counts before its stage.
    public func state(on day: CivilDay) -> String? {
        if hasEnded(on: day) { return "closed" }
        return rests(on: day) ? "paused" : stage?.value.rawValue
    }

    public static let recordName = "community"
    public static let fields: [Field<Community>] =
        Common.fields(of: \.common, title: "name", titleIsRequired: true, summaryIsRequired: true) + [
            Field(
                "government", \.government, .list(of: .term(.government)),
                "The government or governments it belongs to.", synonyms: ["governments"], alsoMeant: ["country"]),
            Field(
                "organisation", \.organisations, .list(of: .mention(.organisation)), "Who hosts it, if anyone.",
                synonyms: ["organization", "org"], alsoMeant: ["host"]),
            Field("scope", \.scope, .choice, "How far it reaches."),
            Field("roles", \.roles, .list(of: .term(.role)), "The professions it is for.", synonyms: ["role"]),
            Field("topics", \.topics, .list(of: .term(.topic)), "What it is about.", synonyms: ["topic", "tags"]),
            Field("stage", \.stage, .choice, "Where it is on the curve from potential to transformation."),
            Field("stage_since", \.stageSince, .date, "The date when it reached this stage."),
            Field("founded", \.founded, .date, "When it began."),
            Field("membership", \.membership, .choice, "Who may join."),
            Field("eligibility", \.eligibility, .text, "Who may join, in a sentence."),
            Field(
                "join", \.join, .list(of: .linkOrText),
                "How to join: a link, an e-mail address or a sentence; the second is for those whose network blocks "
                    + "the first.",
                alsoMeant: ["email", "e-mail", "mail", "address", "contact"]
            ),
            Field("meets", \.meets, .text, "When it meets, in words."),
            Field("member_count", \.memberCount, .record, "How many members it has, and when they were counted."),
            Field("welcome", \.welcome, .record, "Who welcomes newcomers."),
            Field("channels", \.channels, .list(of: .record), "Where its members talk."),
            Field("connections", \.connections, .list(of: .record), "Communities it is connected with."),
            Field("wants", \.wants, .list(of: .plain), "Support that it wants."),
            Field("offers", \.offers, .list(of: .plain), "Support that it offers."),
            Field("sponsor", \.sponsor, .text, "Who backs it in its organisation."),
            Field("paused", \.paused, .date, "The date from which it rests."),
            Field("until", \.until, .date, "The date until which it rests, if known."),
            Field("closed", \.closed, .date, "When it ended."),
            Field(
                "added", \.added, .date,
                "The day its entry was added to the site; takes precedence over the git history."),
            Field("successor", \.successor, .mention(.community), "The community that took over."),
            Field("charter", \.charter, .record, "Its charter, if it has no file of its own."),
            Field(
                "members", \.members, .record(orListOf: "members"), "Its members, if they have no file of their own."),
            Field("events", \.events, .list(of: .record), "Events that have no file of their own."),
            Field("writeups", \.writeups, .list(of: .record), "Write-ups that have no file of their own."),
            Field("resources", \.resources, .list(of: .record), "Resources that have no file of their own."),
            Field("backlog", \.backlog, .record(orListOf: "topics"), "Its backlog, if it has no file of its own."),
        ]
}

public enum Scope: String, Choice {
    case team, organisation
    case oneGovernment = "one-government"
    case severalGovernments = "several-governments"
    case international
}

/// The stages of Emily Webber's curve; Etienne Wenger's names for them are understood.
public enum Stage: String, Choice {
    case potential, forming, maturing
    case selfSustaining = "self-sustaining"
    case transformation

    public static let synonyms: [String: Stage] = [
        "coalescing": .forming, "maturation": .maturing, "stewardship": .selfSustaining, "sustaining": .selfSustaining,
    ]
}

public enum Membership: String, Choice {
    case open
    case publicSector = "public-sector"
    case organisation, invitation
}

public struct MemberCount: Record {
    public var count: Located<Int>?
    public var asOf: Located<PartialDate>?
    public init() {}
    public static let recordName = "member count"
    public static let example = GroupExample(["count: 25"], more: ["as_of: 2026-03"])
    public static let fields: [Field<MemberCount>] = [
        Field("count", \.count, .count, required: true, "How many members."),
        Field("as_of", \.asOf, .date, "When they were counted."),
    ]
}

public struct Welcome: Record {
    public var name: Located<String>?
    public var title: Located<LocalizedText>?
    public var contact: Located<String>?
    public init() {}
    public static let recordName = "welcome"
    public static let example = GroupExample(["name: Jo Bloggs"], more: ["contact: data-people@example.gov"])
    public static let fields: [Field<Welcome>] = [
        Field("name", \.name, .plain, "Who greets newcomers."),
        Field("title", \.title, .text, "What they do there."),
        Field(
            "contact", \.contact, .linkOrText, "An e-mail address or a link.",
            alsoMeant: ["email", "e-mail", "mail", "address"]),
    ]
}

public struct Channel: Record {
    public var platform: Located<String>?
    public var name: Located<String>?
    public var url: Located<String>?
    public var access: Located<Membership>?
    public init() {}
    public static let recordName = "channel"
    public static let example = GroupExample(
        ["platform: slack"], more: ["name: \"#data-people\"", "url: https://example.gov/slack"])
    public static let fields: [Field<Channel>] = [
        Field("platform", \.platform, .plain, required: true, "The service, such as slack, mailing-list or forum."),
        Field("name", \.name, .plain, "The channel's name there."),
        Field("url", \.url, .url, "Its address."),
        Field("access", \.access, .choice, "Who gets in."),
    ]
}

public struct Connection: Record {
    public var to: Located<Mention>?
    public var kind: Located<ConnectionKind>?
    public var note: Located<LocalizedText>?
    public init() {}
    public static let recordName = "connection"
    public static let example = GroupExample(["to: Another community", "kind: partner"])
    public static let fields: [Field<Connection>] = [
        Field(
            "to", \.to, .mention(.community), required: true, "The other community.", alsoMeant: ["community", "with"]),
        Field("kind", \.kind, .choice, required: true, "How the two are connected."),
        Field("note", \.note, .text, "A few words about it."),
    ]
}

public enum ConnectionKind: String, Choice {
    case partOf = "part-of"
    case partner, sister
    case grewFrom = "grew-from"
}
