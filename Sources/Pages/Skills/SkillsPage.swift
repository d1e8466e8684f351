internal import Content
internal import Network
internal import Site
internal import Theme

/// All skills: where they are needed, and who could teach them, across governments: `pages/skills.mustache`.
struct SkillsPage: PageModel {
    let head: PageHead
    private let skills: [SkillSurvey.Skill]
    /// Skills that no member list mentions.
    private let others: [PageLink]

    /// More are counted.
    private static let listed = 200

    init(_ head: PageHead) {
        self.head = head
        let scope = head.scope
        skills = scope.derived.skills.skills
        others = scope.byTitle(scope.site.all(.skill).filter { scope.derived.skills[scope.site[$0].id] == nil }).map {
            scope.link(to: $0)
        }
    }

    static let slots = SlotTable<SkillsPage>(
        "pages/skills", "All skills, with who needs them and who could teach them.", including: [.head]
    ) {
        Slot.rows("survey", "skills that are needed, had, learnt or taught") { page in
            page.skills.prefix(listed).map { SkillSurveyLine($0, page.scope) }
        }
        Slot.text("survey_left", "how many more there are, in words") { $0.scope.more($0.skills.count - listed) }
        Slot.text("summary", "how many of those that are needed somebody could teach, in a sentence") { $0.summary }
        Slot.rows("others", "skills that no community mentions") { Array($0.others.prefix(listed)) }
        Slot.text("others_left", "how many more there are, in words") { $0.scope.more($0.others.count - listed) }
        Slot.object("empty", "where there is no skill yet") { page in
            page.skills.isEmpty && page.others.isEmpty ? page.scope.invitation(to: "skills") : nil
        }
    }

    var hasSkills: Bool { !skills.isEmpty }

    private var summary: String? {
        let wanted = skills.filter(\.isWanted)
        guard !wanted.isEmpty else { return nil }
        return scope.strings.format(
            "survey_summary",
            [
                "taught": scope.strings.grouped(wanted.count { !$0.teachers.isEmpty }),
                "needed": scope.strings.grouped(wanted.count),
            ])
    }
}

/// A skill over all communities.
private struct SkillSurveyLine: TemplateModel {
    private let skill: SkillSurvey.Skill
    private let scope: PageScope

    init(_ skill: SkillSurvey.Skill, _ scope: PageScope) { (self.skill, self.scope) = (skill, scope) }

    private var state: String? { skill.isWanted ? skill.teachers.isEmpty ? "none" : "enough" : nil }

    static let slots = SlotTable<SkillSurveyLine>("skill over all", "A skill over all communities.") {
        Slot.object("skill", "its page") { $0.scope.skill($0.skill.id) }
        Slot.text("state", "`none` or `enough`: whether somebody could teach it; absent where nobody needs it") {
            $0.state
        }
        Slot.text("state_text", "the same in words") { line in line.state.map { line.scope.strings["survey_\($0)"] } }
        Slot.object("needing", "communities that need it") { PlacedCommunities($0.skill.needing, $0.scope) }
        Slot.object("teachers", "communities where somebody could teach it") {
            PlacedCommunities($0.skill.teachers, $0.scope)
        }
        Slot.object("learning", "communities where somebody is learning it, or wants to") {
            PlacedCommunities($0.skill.learning, $0.scope)
        }
    }
}

/// A few communities with their governments.
private struct PlacedCommunities: TemplateModel {
    private let communities: [ItemID]
    private let scope: PageScope

    /// More are counted; the page of the skill has them.
    private static let listed = 4

    /// - Returns: `nil` for none.
    init?(_ uses: [SkillSurvey.Use], _ scope: PageScope) {
        if uses.isEmpty { return nil }
        (communities, self.scope) = (uses.map(\.community), scope)
    }

    static let slots = SlotTable<PlacedCommunities>("placed communities", "A few communities with their governments.") {
        Slot.list("communities", "at least one") { list in
            list.communities.prefix(listed).map { Placed(community: $0, scope: list.scope) }
        }
        Slot.text("more", "how many more there are, in words") { list in
            list.scope.more(list.communities.count - listed)
        }
    }

    private struct Placed: LinkModel {
        let community: ItemID
        let scope: PageScope

        var link: PageLink { scope.link(to: community) }

        static let slots = SlotTable<Placed>(
            "placed community", "A community with its governments.", including: [.link]
        ) {
            Slot.list("governments", "where it is") { placed in
                placed.scope.site[relationsOf: placed.community].governments.prefix(2).map {
                    let title = placed.scope.title(of: $0)
                    return placed.scope.plain(title.text, in: title.language)
                }
            }
        }
    }
}

extension PageScope {
    /// Who could teach a skill, who needs it and who is learning it: lists of the skill's page.
    func sections(ofSkill id: ItemID) -> [EntrySection?] {
        guard let skill = derived.skills[site[id].id] else { return [] }
        func list(_ anchor: String, _ uses: [SkillSurvey.Use], note: (SkillSurvey.Use) -> String? = { _ in nil })
            -> EntrySection?
        {
            section(
                anchor, "survey_\(anchor)", uses.prefix(Self.usesListed).map { row($0.community, note: note($0)) },
                more: more(uses.count - Self.usesListed).map { plain($0) })
        }
        return [
            list("teachers", skill.teachers),
            list("needing", skill.needing) { use in
                guard use.coverage.levels != nil else { return nil }
                let state = strings[use.coverage.able == 0 ? "skill_none" : "skill_some"]
                return strings["skill_covered"] + strings["colon"] + " " + state
            },
            list("learning", skill.learning),
        ]
    }

    private static let usesListed = 200
}
