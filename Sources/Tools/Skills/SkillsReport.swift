internal import Content
internal import Network
internal import Site
internal import Spreadsheet
internal import Text

/// The skills of a handbook's communities, ready to be written. It names communities, but no people.
struct SkillsReport {
    struct Skill {
        let id: String
        let name: String
        let needing: [Need]
        let teachers: [SkilledCommunity]
        let learning: [SkillSurvey.Use]
        let uses: [SkillSurvey.Use]

        var isWanted: Bool { !needing.isEmpty || !learning.isEmpty }
    }

    /// A community where too few can do it alone.
    struct Need {
        let id: String
        let coverage: SkillCoverage
        /// A few communities that could teach it, those of other governments first.
        let ask: [SkilledCommunity]
    }

    /// A community with its governments.
    struct SkilledCommunity {
        let id: String
        let governments: [String]

        var text: String { governments.isEmpty ? id : "\(id) (\(governments.joined(separator: ", ")))" }
    }

    private let site: SiteGraph
    private let skills: [Skill]
    private let communities: Int

    /// How many communities a steward is pointed to.
    private static let asked = 3

    /// - Parameter ids: the communities whose needs are shown; all where it is empty.
    init(_ site: SiteGraph, of ids: [String]) {
        self.site = site
        func community(_ id: ItemID) -> SkilledCommunity {
            SkilledCommunity(id: site[id].id, governments: site[relationsOf: id].governments.map { site[$0].id })
        }
        let chosen = Set(site.communities.filter { ids.contains(site[$0].id) })
        func isChosen(_ use: SkillSurvey.Use) -> Bool { ids.isEmpty || chosen.contains(use.community) }
        skills = SkillSurvey(site, isPublic: false, asked: chosen).skills.map { skill in
            let name = site.routes["skills/\(skill.id)/"].map { site[$0].title(in: site.defaultLanguage).text }
            return Skill(
                id: skill.id, name: name ?? skill.id,
                needing: skill.needing.filter(isChosen).map { use in
                    let ask = SkillSurvey.teachers(of: skill, for: use.community, atMost: Self.asked, in: site)
                    return Need(id: site[use.community].id, coverage: use.coverage, ask: ask.map(community))
                },
                teachers: skill.teachers.map { community($0.community) }, learning: skill.learning.filter(isChosen),
                uses: skill.uses.filter(isChosen))
        }.filter { !$0.uses.isEmpty }
        communities = Set(skills.flatMap { $0.uses.map(\.community) }).count
    }

    func bytes(as format: SkillsFormat) -> [UInt8] {
        switch format {
        case .table: Array(table.utf8)
        case .markdown: Array(markdown.utf8)
        case .json: json
        case .csv: csv
        }
    }

    private var wanted: [Skill] { skills.filter(\.isWanted) }

    private var summary: String {
        let untaught = wanted.count { $0.teachers.isEmpty }
        return "\(site.today.date.isoDate): \(HealthDocument.count(skills.count, "skill", "skills")) in "
            + "\(HealthDocument.count(communities, "community", "communities")), \(wanted.count) wanted, "
            + "\(untaught) of them taught nowhere."
    }

    private func use(_ use: SkillSurvey.Use) -> String { "\(site[use.community].id) (\(use.coverage.learning))" }

    private static func need(_ need: Need) -> String {
        "\(need.id) (\(need.coverage.able) of \(need.coverage.needed ?? 0))"
    }

    // MARK: For people

    private var table: String {
        var out = summary + "\n"
        for skill in wanted {
            out += "\n\(skill.name)\(ID.from(skill.name) == skill.id ? "" : " (\(skill.id))")\n"
            for need in skill.needing {
                out += "  too few in     \(Self.need(need))\n    ask          \(Self.few(need.ask.map(\.text)))\n"
            }
            guard !skill.learning.isEmpty else { continue }
            out += "  learning       \(Self.few(skill.learning.map(use)))\n"
            if skill.needing.isEmpty { out += "    ask          \(Self.few(skill.teachers.map(\.text)))\n" }
        }
        return out
    }

    /// A few of a list; a sheet has all.
    private static func few(_ texts: [String], limit: Int = 5) -> String {
        if texts.isEmpty { return "nobody yet could teach it" }
        let more = texts.count > limit ? ["\(texts.count - limit) more"] : []
        return (texts.prefix(limit) + more).joined(separator: ", ")
    }

    private var markdown: String {
        var out =
            "# Skills\n\n\(summary)\n\n| Skill | Too few in | Could teach it | Learning it |\n"
            + "| --- | --- | --- | --- |\n"
        for skill in skills {
            let cells = [
                skill.name, skill.needing.isEmpty ? "" : Self.few(skill.needing.map(Self.need)),
                Self.few(skill.teachers.map(\.text)), skill.learning.isEmpty ? "" : Self.few(skill.learning.map(use)),
            ]
            out += "| " + cells.map(MarkdownText.escaped).joined(separator: " | ") + " |\n"
        }
        return out
    }

    // MARK: For programs

    private var json: [UInt8] {
        func listed(_ communities: [SkilledCommunity]) -> JSON {
            .list(
                communities.map {
                    .object([("community", .text($0.id)), ("governments", .list($0.governments.map(JSON.text)))])
                })
        }
        let members: [(String, JSON)] = [
            ("as_of", .text(site.today.date.isoDate)),
            (
                "skills",
                .list(
                    skills.map { skill in
                        .object([
                            ("id", .text(skill.id)), ("name", .text(skill.name)),
                            (
                                "needed_in",
                                .list(
                                    skill.needing.map { need in
                                        .object([
                                            ("community", .text(need.id)),
                                            ("needed", .number(need.coverage.needed ?? 0)),
                                            ("able", .number(need.coverage.able)), ("ask", listed(need.ask)),
                                        ])
                                    })
                            ),
                            ("could_teach", listed(skill.teachers)),
                            (
                                "learning",
                                .list(
                                    skill.learning.map {
                                        .object([
                                            ("community", .text(site[$0.community].id)),
                                            ("people", .number($0.coverage.learning)),
                                        ])
                                    })
                            ),
                        ])
                    })
            ),
        ]
        return Array((JSON.object(members).compact + "\n").utf8)
    }

    /// A row for each skill of each community.
    private var csv: [UInt8] {
        let head = [
            "skill", "name", "community", "needed", "missing", "could_teach", "alone", "with_help", "learning",
            "mentors",
        ]
        let rows = skills.flatMap { skill in
            skill.uses.map { use in
                let coverage = use.coverage
                return [skill.id, skill.name, site[use.community].id, coverage.needed.map(String.init) ?? ""]
                    + [
                        coverage.missing, coverage.count(4), coverage.count(3), coverage.count(2), coverage.learning,
                        coverage.mentors.count,
                    ].map(String.init)
            }
        }
        return SheetExport.bytes(of: [head] + rows)
    }
}
