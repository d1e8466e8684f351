internal import Content
internal import Network
internal import Site
internal import Text
internal import Theme

/// Which skills a community, or several together, have, need and could teach: numbers, and never a level beside a
/// name.
struct SkillMap: TemplateModel {
    let lines: [SkillLine]
    /// How many lines are not shown.
    private let left: Int
    /// How many of the skills that are needed enough people have, in a sentence; `nil` where that is not known.
    private let summary: String?
    /// Why there are no numbers; `nil` where there are.
    private let withheld: String?
    /// What people could learn from each other, as topics of a backlog; `nil` where there is nothing.
    private let topics: String?
    private let scope: PageScope

    /// More would not be an agenda.
    private static let topicLimit = 10
    /// A list may have thousands.
    private static let lineLimit = 100

    /// The skills of one community.
    ///
    /// - Parameter people: who each member of the list is.
    init(_ list: Members, people: [Reference], in language: String, _ scope: PageScope) {
        let coverage = list.skillCoverage(on: scope.site.today, isPublic: true)
        let members = list.members.items().map(\.value)
        let privacy = MemberPrivacy(scope.site)
        let hidesFew = members.contains { privacy.names($0) }
        func mentors(_ skill: SkillCoverage) -> (named: [PageLink], others: Int) {
            let named = skill.mentors.filter { privacy.names(members[$0]) }.map {
                scope.link(to: people[$0], in: language)
            }
            return (named, skill.mentors.count - named.count)
        }
        let toLearn = coverage.filter { $0.missing > 0 || $0.learning > 0 }.prefix(Self.topicLimit)
        let topics = toLearn.map { skill in
            let title = scope.strings.format("skill_topic", ["skill": scope.skill(skill.skill).text])
            return [FrontMatterValue.Line("title", title)]
        }
        self.init(
            coverage.map {
                SkillLine($0.skill, [.init(coverage: $0, hidesFew: hidesFew)], mentors: mentors($0), scope)
            },
            topics: topics.isEmpty
                ? nil : FrontMatterValue.groups(topics).lines(for: "topics").joined(separator: "\n") + "\n", scope)
    }

    /// Those of several communities together: the communities that have a mentor are named, and no mentor.
    ///
    /// - Returns: `nil` where none says anything about skills.
    init?(of communities: [ItemID], _ scope: PageScope) {
        let skills = scope.derived.skills.skills(of: communities)
        if skills.isEmpty { return nil }
        let privacy = MemberPrivacy(scope.site)
        let naming = Set(
            communities.filter { id in
                scope.site.parts(of: id).contains { part in
                    guard case .members(let list) = scope.site[part].entry else { return false }
                    return list.members.items().contains { privacy.names($0.value) }
                }
            })
        self.init(
            skills.map { skill in
                let mentoring = skill.uses.filter { !$0.coverage.mentors.isEmpty }.map { scope.link(to: $0.community) }
                let parts = skill.uses.map {
                    SkillLine.Part(coverage: $0.coverage, hidesFew: naming.contains($0.community))
                }
                return SkillLine(skill.id, parts, mentors: (mentoring, 0), scope)
            }, topics: nil, scope)
    }

    private init(_ all: [SkillLine], topics: String?, _ scope: PageScope) {
        lines = Array(all.prefix(Self.lineLimit))
        left = all.count - lines.count
        let known = all.filter { $0.state != nil }
        summary =
            known.isEmpty
            ? nil
            : scope.strings.format(
                "skills_summary",
                [
                    "covered": scope.strings.grouped(known.count { $0.state == "enough" }),
                    "needed": scope.strings.grouped(known.count),
                ])
        withheld = all.contains(where: \.isKnown) ? nil : scope.strings["skills_withheld"]
        (self.topics, self.scope) = (topics, scope)
    }

    static let slots = SlotTable<SkillMap>("skill map", "Which skills there are, and which are needed.") {
        Slot.list("lines", "skills that are needed, had, learnt or taught") { $0.lines }
        Slot.text("left", "how many more there are, in words") { map in
            map.scope.more(map.left)
        }
        Slot.text("summary", "how many of those that are needed are covered, in a sentence") { $0.summary }
        Slot.text("withheld", "why there are no numbers, in a sentence; absent where there are some") { $0.withheld }
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
    /// What one community says of the skill.
    struct Part {
        let coverage: SkillCoverage
        /// Whether one or two people could be identified, because the list names somebody.
        let hidesFew: Bool
    }

    private let skill: PageLink
    private let needed: String?
    /// `none`, `some` or `enough`; `nil` where it is not said to be needed, or how many can is withheld.
    let state: String?
    private let teach: String
    private let alone: String
    private let helped: String
    private let learning: String
    /// Finished HTML.
    private let mentors: String?
    /// Whether there are numbers.
    let isKnown: Bool
    private let scope: PageScope

    /// More are counted.
    private static let mentorLimit = 6

    init(_ id: String, _ parts: [Part], mentors: (named: [PageLink], others: Int), _ scope: PageScope) {
        self.scope = scope
        skill = scope.skill(id)
        let known = parts.filter { $0.coverage.levels != nil }
        isKnown = !known.isEmpty
        let wanted = parts.compactMap(\.coverage.needed)
        needed = wanted.isEmpty ? nil : scope.strings.grouped(wanted.reduce(0, +))
        // What one community has too many of is not there for another.
        let missing = known.reduce(0) { $0 + $1.coverage.missing }
        let isSaid = missing > 0 || parts.allSatisfy { $0.coverage.needed == nil || $0.coverage.levels != nil }
        let able = known.reduce(0) { $0 + $1.coverage.able }
        state = wanted.isEmpty || !isSaid ? nil : missing == 0 ? "enough" : able == 0 ? "none" : "some"
        func cell(_ count: (SkillCoverage) -> Int) -> String {
            Self.count(known.map { (count($0.coverage), $0.hidesFew) }, scope)
        }
        teach = cell { $0.count(4) }
        alone = cell { $0.count(3) }
        helped = cell { $0.count(2) }
        learning = cell(\.learning)
        let named = mentors.named.prefix(Self.mentorLimit)
        let others = mentors.others + mentors.named.count - named.count
        let more = scope.strings.count(named.isEmpty ? "skill_mentors" : "and_more", others)
        let all = named.map(\.html) + (others == 0 ? [] : [HTMLEscape.text(more)])
        self.mentors = all.isEmpty ? nil : all.joined(separator: scope.strings["list_separator"])
    }

    /// A sum never reveals more than its parts do on their own pages.
    private static func count(_ parts: [(count: Int, hidesFew: Bool)], _ scope: PageScope) -> String {
        if parts.isEmpty { return "" }
        let isHidden = { (part: (count: Int, hidesFew: Bool)) in part.hidesFew && (1...2).contains(part.count) }
        let sum = scope.strings.grouped(parts.reduce(0) { $0 + (isHidden($1) ? 0 : $1.count) })
        guard parts.contains(where: isHidden) else { return sum == "0" ? "–" : sum }
        return sum == "0" ? scope.strings["skill_few"] : scope.strings.format("skill_and_few", ["n": sum])
    }

    static let slots = SlotTable<SkillLine>("skill", "A skill that a community has, needs or could teach.") {
        Slot.object("skill", "its page") { $0.skill }
        Slot.text("state", "`none`, `some` or `enough`; absent where it is not needed, or not known") { $0.state }
        Slot.text("state_text", "the same in words") { line in line.state.map { line.scope.strings["skill_\($0)"] } }
        Slot.text("needed", "how many people should be able to do it alone") { $0.needed }
        Slot.text("teach", "how many could teach it") { $0.teach }
        Slot.text("alone", "how many can do it alone") { $0.alone }
        Slot.text("helped", "how many can do it with help") { $0.helped }
        Slot.text("learning", "how many are learning it, or want to") { $0.learning }
        Slot.html("mentors", "who offers to mentor in it") { $0.mentors }
    }
}
