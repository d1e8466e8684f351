internal import Content
internal import Network
internal import Site
internal import Theme

/// All skills: where too few people have one, and who could teach it, across governments: `pages/skills.mustache`.
struct SkillsPage: PageModel {
    let head: PageHead
    private let lines: [Line]
    private let summary: String?
    /// Skills of which no list of members says anything.
    private let others: [PageLink]

    init(_ head: PageHead) {
        self.head = head
        let scope = head.scope
        let skills = scope.shared.skills.skills
        lines = skills.map { Line($0, scope) }
        let wanted = skills.filter(\.isWanted)
        summary =
            wanted.isEmpty
            ? nil
            : scope.strings.format(
                "survey_summary",
                [
                    "taught": scope.strings.grouped(wanted.count { !$0.teachers.isEmpty }),
                    "wanted": scope.strings.grouped(wanted.count),
                ])
        others = scope.byTitle(scope.site.all(.skill).filter { scope.shared.skills[scope.site[$0].id] == nil }).map {
            scope.link(to: $0)
        }
    }

    static let slots = SlotTable<SkillsPage>(
        "pages/skills", "All skills, with who needs them and who could teach them.", including: [.head]
    ) {
        Slot.rows("survey", "skills that are needed, had, learnt or taught") { $0.lines }
        Slot.text("summary", "how many of those that are wanted somebody could teach, in a sentence") { $0.summary }
        Slot.rows("others", "skills of which no community says anything") { $0.others }
        Slot.flag("is_empty", "whether there is no skill yet") { $0.lines.isEmpty && $0.others.isEmpty }
    }

    var hasSkills: Bool { !lines.isEmpty }

    /// A skill over all communities.
    private struct Line: TemplateModel {
        let skill: PageLink
        let state: String?
        let stateText: String?
        /// Finished HTML.
        let needing: String?
        let teachers: String?
        let learning: String?

        /// More are counted; the page of the skill has all.
        private static let listed = 4

        init(_ skill: SkillSurvey.Skill, _ scope: PageScope) {
            self.skill = scope.skill(skill.id)
            state = skill.isWanted ? skill.teachers.isEmpty ? "none" : "enough" : nil
            stateText = state.map { scope.strings["survey_\($0)"] }
            func names(_ uses: [SkillSurvey.Use]) -> String? {
                let shown = uses.prefix(Self.listed).map { scope.placed($0.community) }
                let more = uses.count - shown.count
                let all = shown + (more == 0 ? [] : [scope.plain(scope.strings.count("and_more", more)).html])
                return all.isEmpty ? nil : all.joined(separator: "<br>")
            }
            (needing, teachers, learning) = (names(skill.needing), names(skill.teachers), names(skill.learning))
        }

        static let slots = SlotTable<Line>("skill over all", "A skill over all communities.") {
            Slot.object("skill", "its page") { $0.skill }
            Slot.text("state", "`none` or `enough`: whether somebody could teach it; absent where nobody wants it") {
                $0.state
            }
            Slot.text("state_text", "the same in words") { $0.stateText }
            Slot.html("needing", "communities where too few people can do it alone") { $0.needing }
            Slot.html("teachers", "communities where somebody could teach it") { $0.teachers }
            Slot.html("learning", "communities where somebody is learning it, or wants to") { $0.learning }
        }
    }
}

extension PageScope {
    /// A community with its governments, as finished HTML.
    fileprivate func placed(_ community: ItemID) -> String {
        let governments = site[relationsOf: community].governments.prefix(2).map { title(of: $0) }.map {
            Self.linkHTML($0.text, attributes: attributes(language: $0.language), url: nil)
        }
        let place = governments.joined(separator: strings["list_separator"])
        return link(to: community).html + (place.isEmpty ? "" : " <span class=\"muted\">\(place)</span>")
    }

    /// Who could teach a skill, who needs it and who is learning it: lists of the skill's page.
    func sections(ofSkill id: ItemID) -> [EntrySection?] {
        guard let skill = shared.skills[site[id].id] else { return [] }
        func rows(_ uses: [SkillSurvey.Use], note: (SkillSurvey.Use) -> String? = { _ in nil }) -> [EntryRow] {
            uses.map { row($0.community, note: note($0)) }
        }
        return [
            section("teachers", "survey_teachers", rows(skill.teachers)),
            section(
                "needing", "survey_needing",
                rows(skill.needing) { strings[$0.coverage.able == 0 ? "skill_none" : "skill_some"] }),
            section("learning", "survey_learning", rows(skill.learning)),
        ]
    }
}
