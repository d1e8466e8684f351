internal import Content
internal import Site
internal import Text
internal import Theme

/// Which skills a community has, needs and could teach: numbers, and never a level beside a name.
struct SkillMap {
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
        lines = coverage.map { skill in
            SkillLine(skill, mentors: mentors(skill), hidesFew: hidesFew, scope)
        }
        let needed = coverage.filter { $0.needed != nil }
        summary =
            needed.isEmpty
            ? nil
            : scope.strings.format(
                "skills_summary",
                [
                    "covered": scope.strings.grouped(needed.count { $0.missing == 0 }),
                    "needed": scope.strings.grouped(needed.count),
                ])
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
