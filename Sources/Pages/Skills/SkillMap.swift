internal import Content
internal import Network
internal import Site
internal import Text
internal import Theme

/// Which skills a community, or several together, have, need and could teach: numbers, and never a level beside a
/// name.
struct SkillMap: TemplateModel {
    let lines: [SkillLine]
    /// How many of the skills that are needed enough people have, in a sentence; `nil` where none is needed.
    let summary: String?
    /// What people could learn from each other, as topics of a backlog; `nil` where there is nothing.
    let topics: String?

    /// More are no agenda.
    private static let topicLimit = 10

    /// - Parameter people: who each member of the list is.
    init(_ list: Members, people: [Reference], in language: String, _ scope: PageScope) {
        let coverage = list.skillCoverage(on: scope.site.today)
        let members = list.members.items().map(\.value)
        let privacy = MemberPrivacy(scope.site)
        // One or two could be told who they are where somebody is named.
        let hidesFew = members.contains { privacy.names($0) }
        func mentors(_ skill: SkillCoverage) -> (named: [PageLink], others: Int) {
            let named = skill.mentors.filter { privacy.names(members[$0]) }.map {
                scope.link(to: people[$0], in: language)
            }
            return (named, skill.mentors.count - named.count)
        }
        lines = coverage.map { SkillLine($0, mentors: mentors($0), hidesFew: hidesFew, scope) }
        summary = Self.summary(of: coverage, scope)
        let toLearn = coverage.filter { $0.missing > 0 || $0.learning > 0 }.prefix(Self.topicLimit)
        topics =
            toLearn.isEmpty
            ? nil
            : FrontMatterValue.groups(
                toLearn.map { skill in
                    let title = scope.strings.format("skill_topic", ["skill": scope.skill(skill.skill).text])
                    return [FrontMatterValue.Line("title", title)]
                }
            ).lines(for: "topics").joined(separator: "\n") + "\n"
    }

    /// Several communities together: those with a mentor are named, and no mentor.
    ///
    /// - Returns: `nil` where none says anything of skills.
    init?(of communities: [ItemID], _ scope: PageScope) {
        let skills = SkillSurvey(scope.site, communities).skills
        if skills.isEmpty { return nil }
        let hidesFew = MemberPrivacy(scope.site).listing != .counts
        let coverage = skills.map { SkillCoverage.sum(of: $0.id, $0.uses.map(\.coverage)) }
        lines = zip(skills, coverage).map { skill, sum in
            let mentoring = skill.uses.filter { !$0.coverage.mentors.isEmpty }.map { scope.link(to: $0.community) }
            return SkillLine(sum, mentors: (mentoring, 0), hidesFew: hidesFew, scope)
        }
        summary = Self.summary(of: coverage, scope)
        topics = nil
    }

    private static func summary(of coverage: [SkillCoverage], _ scope: PageScope) -> String? {
        let needed = coverage.filter { $0.needed != nil }
        if needed.isEmpty { return nil }
        return scope.strings.format(
            "skills_summary",
            [
                "covered": scope.strings.grouped(needed.count { $0.missing == 0 }),
                "needed": scope.strings.grouped(needed.count),
            ])
    }

    static let slots = SlotTable<SkillMap>("skill map", "Which skills there are, and which are needed.") {
        Slot.list("lines", "skills that are needed, had, learnt or taught") { $0.lines }
        Slot.text("summary", "how many of those that are needed are covered, in a sentence") { $0.summary }
        Slot.text("topics", "what people could learn from each other, as topics of a backlog") { $0.topics }
    }
}

extension PageScope {
    /// A skill's page, or its name where it has none.
    func skill(_ id: String) -> PageLink {
        site.routes["skills/\(id)/"].map { link(to: $0) } ?? plain(word(id))
    }
}

/// A row of the skill map.
struct SkillLine: TemplateModel {
    let skill: PageLink
    let needed: String?
    /// `none`, `some` or `enough`; `nil` where it is not said to be needed.
    let state: String?
    let stateText: String?
    let teach: String
    let alone: String
    let helped: String
    let learning: String
    /// Finished HTML.
    let mentors: String?

    /// More are counted.
    private static let mentorLimit = 6

    init(
        _ coverage: SkillCoverage, mentors: (named: [PageLink], others: Int), hidesFew: Bool, _ scope: PageScope
    ) {
        let strings = scope.strings
        func count(_ number: Int) -> String {
            number == 0 ? "–" : hidesFew && number < 3 ? strings["skill_few"] : strings.grouped(number)
        }
        skill = scope.skill(coverage.skill)
        needed = coverage.needed.map { strings.grouped($0) }
        state = coverage.needed.map { _ in
            coverage.missing == 0 ? "enough" : coverage.able == 0 ? "none" : "some"
        }
        stateText = state.map { strings["skill_\($0)"] }
        teach = count(coverage.levels[4])
        alone = count(coverage.levels[3])
        helped = count(coverage.levels[2])
        learning = count(coverage.learning)
        let named = mentors.named.prefix(Self.mentorLimit)
        let others = mentors.others + mentors.named.count - named.count
        let more = strings.count(named.isEmpty ? "skill_mentors" : "and_more", others)
        let all = named.map(\.html) + (others == 0 ? [] : [HTMLEscape.text(more)])
        self.mentors = all.isEmpty ? nil : all.joined(separator: strings["list_separator"])
    }

    static let slots = SlotTable<SkillLine>("skill", "A skill that a community has, needs or could teach.") {
        Slot.object("skill", "its page") { $0.skill }
        Slot.text("state", "`none`, `some` or `enough`; absent where it is not said to be needed") { $0.state }
        Slot.text("state_text", "the same in words") { $0.stateText }
        Slot.text("needed", "how many people should be able to do it alone") { $0.needed }
        Slot.text("teach", "how many could teach it") { $0.teach }
        Slot.text("alone", "how many can do it alone") { $0.alone }
        Slot.text("helped", "how many can do it with help") { $0.helped }
        Slot.text("learning", "how many are learning it, or want to") { $0.learning }
        Slot.html("mentors", "who offers to mentor in it") { $0.mentors }
    }
}
