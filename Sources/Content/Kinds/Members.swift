/// Who is in a community, in which part: `communities/ID/members.md`, or the key `members` of its community.
public struct Members: Record {
    public var common = Common()
    public var members: Located<[Located<Member>]>?
    public var counts: Located<[Located<MemberCounts>]>?
    public var skillsNeeded: Located<[TermEntry<Int>]>?

    public init() {}

    public static let recordName = "member list"
    public static let example = GroupExample(["members:", "  - person: Jo Bloggs", "    agreed: 2026-01-15"])
    public static let fields: [Field<Members>] =
        Common.fields(of: \.common, title: "title", titleIsRequired: false) + [
            Field("members", \.members, .list(of: .record), "The people, one after the other."),
            Field(
                "counts", \.counts, .list(of: .record),
                "How many there are of each part; once for each time they were counted."),
            Field(
                "skills_needed", \.skillsNeeded, .map(from: .skill, to: .integer(0...10_000)),
                "How many people at level 3 or more each skill needs."),
        ]
}

public struct Member: Record {
    public var person: Located<Mention>?
    public var part: Located<MemberPart>?
    public var title: Located<LocalizedText>?
    public var agreed: Located<PartialDate>?
    /// Why there is none, where the key is there.
    public var agreedLack: ValueLack?
    public var since: Located<PartialDate>?
    public var until: Located<PartialDate>?
    /// How much of their working week is officially for this, in per cent; never published.
    public var time: Located<Int>?
    /// 0 none, 1 learning, 2 with help, 3 alone, 4 could teach; never published by name.
    public var skills: Located<[TermEntry<Int>]>?
    public var learning: Located<[Located<String>]>?
    public var mentors: Located<[Located<String>]>?

    public init() {}

    public static let recordName = "member"
    public static let example = GroupExample(["person: Jo Bloggs"], more: ["part: steward", "agreed: 2026-01-15"])
    public static let fields: [Field<Member>] = [
        Field(
            "person", \.person, .mention(.person), required: true, "An id under people/, or a name.",
            alsoMeant: ["name"]),
        Field("part", \.part, .choice, "The part they play.", alsoMeant: ["role"]),
        Field("title", \.title, .text, "What they do there."),
        Field(
            "agreed", \.agreed, .date,
            "When they agreed to be listed; without it, here or in their own file, they are counted and not named.",
            alsoMeant: ["consent", "consented"]),
        Field("since", \.since, .date, "When they joined, or their term began."),
        Field("until", \.until, .date, "When they left, or their term ends."),
        Field(
            "time", \.time, .integer(0...100),
            "How much of their working week is officially for this, in per cent; never published."),
        Field(
            "skills", \.skills, .map(from: .skill, to: .integer(0...4)),
            "Skills from 0 (none) to 4 (could teach); never published by name."),
        Field("learning", \.learning, .list(of: .term(.skill)), "What they want to learn."),
        Field("mentors", \.mentors, .list(of: .term(.skill)), "What they offer to mentor; published."),
    ]
}

public enum MemberPart: String, Choice {
    case steward, deputy, core, active, occasional, peripheral, supporter, alumni
}

public struct MemberCounts: Record {
    public var core: Located<Int>?
    public var active: Located<Int>?
    public var occasional: Located<Int>?
    public var peripheral: Located<Int>?
    public var supporter: Located<Int>?
    public var alumni: Located<Int>?
    public var asOf: Located<PartialDate>?
    public init() {}
    public static let recordName = "member counts"
    public static let example = GroupExample(["core: 3"], more: ["active: 12", "as_of: 2026-02"])
    public static let fields: [Field<MemberCounts>] = [
        Field("core", \.core, .count, "Core members."),
        Field("active", \.active, .count, "Active members."),
        Field("occasional", \.occasional, .count, "Occasional members."),
        Field("peripheral", \.peripheral, .count, "Peripheral members."),
        Field("supporter", \.supporter, .count, "Supporters from outside."),
        Field("alumni", \.alumni, .count, "Former members."),
        Field("as_of", \.asOf, .date, "When they were counted."),
    ]

    /// The counts that are known, in the order of the parts.
    public var known: [(part: MemberPart, count: Int)] {
        [
            (.core, core), (.active, active), (.occasional, occasional), (.peripheral, peripheral),
            (.supporter, supporter), (.alumni, alumni),
        ]
        .compactMap { part, count in count.map { (part, $0.value) } }
    }
}

extension Members {
    /// What was counted last by a day; of counts that do not say their day, the last in the file.
    public func lastCounts(by day: CivilDay) -> MemberCounts? {
        dated(by: day).last?.counts ?? counts.items().last { $0.value.asOf == nil }?.value
    }

    /// The counts of an earlier day than the last ones; `nil` where there are none.
    public func earlierCounts(by day: CivilDay) -> MemberCounts? {
        let all = dated(by: day)
        return all.last.flatMap { last in all.last { $0.day < last.day }?.counts }
    }

    /// Counts that say their day, ascending, up to a day.
    private func dated(by day: CivilDay) -> [(day: CivilDay, counts: MemberCounts)] {
        counts.items().compactMap { one in one.value.asOf.map { (day: $0.value.firstDay, counts: one.value) } }
            .filter { $0.day <= day }.sorted { $0.day < $1.day }
    }

    /// The people who are members on a day.
    public func current(on day: CivilDay) -> [Member] { members.items().map(\.value).filter { $0.isCurrent(on: day) } }
}

extension Member {
    public mutating func noteLack(of key: String, _ lack: ValueLack) { if key == "agreed" { agreedLack = lack } }

    /// Whether they are a member on a day: their term has begun and is not over, and they have not left.
    public func isCurrent(on day: CivilDay) -> Bool { hasBegun(by: day) && !hasLeft(by: day) }

    /// Whether their term, if it is stated, has begun by a day.
    public func hasBegun(by day: CivilDay) -> Bool { since.map { $0.value.firstDay <= day } ?? true }

    /// Whether they have left by a day, or their term was over before.
    public func hasLeft(by day: CivilDay) -> Bool {
        part?.value == .alumni || until.map { $0.value.lastDay < day } ?? false
    }
}
