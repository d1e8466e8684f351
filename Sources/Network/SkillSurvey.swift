public import Content
public import Site

/// Which skills communities need, have, learn and could teach, over all of them; people are numbers.
///
///     let survey = SkillSurvey(site)
///     let gaps = survey.skills.filter { $0.isWanted && $0.teachers.isEmpty }
public struct SkillSurvey: Sendable {
    /// A community with what its list of members says of a skill.
    public struct Use: Sendable {
        public let community: ItemID
        public let coverage: SkillCoverage
    }

    public struct Skill: Sendable {
        /// Its id.
        public let id: String
        /// In the order of the site.
        public let uses: [Use]

        /// Where too few can do it alone.
        public var needing: [Use] { uses.filter { $0.coverage.missing > 0 } }
        /// Where somebody wants to learn it, or has begun to.
        public var learning: [Use] { uses.filter { $0.coverage.learning > 0 } }
        /// Where somebody could teach it.
        public var teachers: [Use] { uses.filter(\.coverage.canBeTaught) }
        /// Whether somewhere too few can do it, or somebody is learning it.
        public var isWanted: Bool { uses.contains { $0.coverage.missing > 0 || $0.coverage.learning > 0 } }
    }

    /// Those that nobody could teach first, then those that are wanted, then by id.
    public let skills: [Skill]
    private let places: [String: Int]

    /// Of those that are open and say something of skills; where one of these is real, of no made-up ones.
    public init(_ site: SiteGraph) { self.init(site, site.communities) }

    /// Likewise, of some communities.
    public init(_ site: SiteGraph, _ communities: [ItemID]) {
        let known = communities.compactMap { id -> (id: ItemID, skills: [SkillCoverage])? in
            guard case .community(let community) = site[id].entry, !community.hasEnded(on: site.today) else {
                return nil
            }
            let skills = site.parts(of: id).flatMap { part -> [SkillCoverage] in
                if case .members(let list) = site[part].entry { list.skillCoverage(on: site.today) } else { [] }
            }
            return skills.isEmpty ? nil : (id, skills)
        }
        let real = Set(site.real(known.map(\.id)))
        var uses: [String: [Use]] = [:]
        for (id, skills) in known where real.contains(id) {
            for coverage in skills { uses[coverage.skill, default: []].append(Use(community: id, coverage: coverage)) }
        }
        let all = uses.map { Skill(id: $0.key, uses: $0.value) }
        func rank(_ skill: Skill) -> Int { skill.isWanted ? skill.teachers.isEmpty ? 0 : 1 : 2 }
        skills = all.map { (rank($0), $0) }.sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1)
        places = Dictionary(uniqueKeysWithValues: skills.enumerated().map { ($1.id, $0) })
    }

    public subscript(_ id: String) -> Skill? { places[id].map { skills[$0] } }

    /// Communities that could teach a skill to another: those of other governments first, because these two would not
    /// meet by themselves.
    public static func teachers(of skill: Skill, for community: ItemID, in site: SiteGraph) -> [(
        community: ItemID, isAcrossGovernments: Bool
    )] {
        let own = Set(site[relationsOf: community].governments)
        let others = skill.teachers.map(\.community).filter { $0 != community }.map { id in
            let governments = site[relationsOf: id].governments
            return (community: id, isAcrossGovernments: !governments.isEmpty && own.isDisjoint(with: governments))
        }
        return others.filter(\.isAcrossGovernments) + others.filter { !$0.isAcrossGovernments }
    }
}
