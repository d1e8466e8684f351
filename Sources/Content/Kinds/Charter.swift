/// What a community has agreed on: `communities/ID/charter.md`, or the key `charter` of its community.
public struct Charter: Record {
    public var common = Common()
    public var agreed: Located<PartialDate>?
    public var review: Located<PartialDate>?
    public var purpose: Located<LocalizedText>?
    public var problem: Located<LocalizedText>?
    public var vision: Located<LocalizedText>?
    public var values: Located<LocalizedList>?
    public var principles: Located<LocalizedList>?
    public var inScope: Located<LocalizedList>?
    public var outOfScope: Located<LocalizedList>?
    public var forYouIf: Located<MembershipQuestions>?
    public var decisions: Located<LocalizedText>?
    public var codeOfConduct: Located<LocalizedText>?
    public var concerns: Located<LocalizedText>?
    public var success: Located<LocalizedList>?
    public var time: Located<LocalizedText>?
    public var benefits: Located<LocalizedList>?

    public init() {}

    public static let recordName = "charter"
    public static let example = GroupExample(["agreed: 2026-01-15", "purpose: To learn from each other."])
    public static let fields: [Field<Charter>] =
        Common.fields(of: \.common, title: "title", titleIsRequired: false) + [
            Field("agreed", \.agreed, .date, "When it was agreed."),
            Field("review", \.review, .date, "When it is reviewed next."),
            Field("purpose", \.purpose, .text, "Why the community exists, in one or two sentences."),
            Field("problem", \.problem, .text, "What was hard before it met."),
            Field("vision", \.vision, .text, "Where it wants to be."),
            Field("values", \.values, .texts, "What its members value."),
            Field("principles", \.principles, .texts, "How its members work together."),
            Field("in_scope", \.inScope, .texts, "What belongs to it."),
            Field("out_of_scope", \.outOfScope, .texts, "What does not."),
            Field("for_you_if", \.forYouIf, .record, "The four membership questions, answered."),
            Field("decisions", \.decisions, .text, "How it decides."),
            Field("code_of_conduct", \.codeOfConduct, .text, "A link or a text."),
            Field("concerns", \.concerns, .text, "Who to tell, in confidence, when something is not right."),
            Field("success", \.success, .texts, "How it knows whether it works."),
            Field("time", \.time, .text, "How much time it takes, such as 2 hours a month."),
            Field("benefits", \.benefits, .texts, "What a member's manager gets for that time."),
        ]
}

/// Emily Webber's four questions for finding members, answered for this community.
public struct MembershipQuestions: Record {
    public var share: Located<LocalizedText>?
    public var face: Located<LocalizedText>?
    public var learn: Located<LocalizedText>?
    public var give: Located<LocalizedText>?
    public init() {}
    public static let recordName = "membership question group"
    public static let example = GroupExample(["share: You publish data in a ministry."])
    public static let fields: [Field<MembershipQuestions>] = [
        Field("share", \.share, .text, "Role, environment and goals that members have in common."),
        Field("face", \.face, .text, "Day-to-day challenges that they have in common."),
        Field("learn", \.learn, .text, "What a member could learn."),
        Field("give", \.give, .text, "What a member could teach."),
    ]
}
