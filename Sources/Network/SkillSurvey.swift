public import Content
public import Site

/// Which skills communities need, have, learn and could teach, over all of them; people are numbers.
///
///     let survey = SkillSurvey(site, isPublic: true)
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

        /// Where it is needed, and as far as is known too few have it.
        public var needing: [Use] { uses.filter(\.coverage.isNeeded) }
        /// Where somebody wants to learn it, or has begun to.
        public var learning: [Use] { uses.filter { $0.coverage.learning > 0 } }
        /// Where somebody could teach it.
        public var teachers: [Use] { uses.filter(\.coverage.canBeTaught) }
        /// Whether somewhere it is needed, or somebody is learning it.
        public var isWanted: Bool { uses.contains { $0.coverage.isNeeded || $0.coverage.learning > 0 } }
    }

    /// Those that nobody could teach first, then those that are wanted, then by id. Of made-up communities only where
    /// no real one says anything of skills.
    public let skills: [Skill]
    private let indexes: [String: Int]
    private let ofCommunity: [ItemID: [SkillCoverage]]

    /// Of communities that go on.
    ///
    /// - Parameters:
    ///   - isPublic: of small groups no levels.
    ///   - asked: communities that count although they are made up.
    public init(_ site: SiteGraph, isPublic: Bool, asked: Set<ItemID> = []) {
        var ofCommunity: [ItemID: [SkillCoverage]] = [:]
        for id in site.communities {
            guard case .community(let community) = site[id].entry, !community.hasEnded(on: site.today),
                !community.rests(on: site.today)
            else { continue }
            for part in site.parts(of: id) {
                guard case .members(let list) = site[part].entry else { continue }
                let skills = list.skillCoverage(on: site.today, isPublic: isPublic)
                if !skills.isEmpty { ofCommunity[id] = skills }
            }
        }
        self.ofCommunity = ofCommunity
        let known = site.communities.filter { ofCommunity[$0] != nil }
        let counted = Set(site.real(known)).union(asked)
        skills = Self.skills(of: known.filter(counted.contains), ofCommunity)
        indexes = Dictionary(uniqueKeysWithValues: skills.enumerated().map { ($1.id, $0) })
    }

    public subscript(_ id: String) -> Skill? { indexes[id].map { skills[$0] } }

    /// What one community says.
    public func coverage(of community: ItemID) -> [SkillCoverage] { ofCommunity[community] ?? [] }

    /// The skills of some communities, in the same order.
    public func skills(of communities: some Sequence<ItemID>) -> [Skill] { Self.skills(of: communities, ofCommunity) }

    private static func skills(
        of communities: some Sequence<ItemID>, _ ofCommunity: [ItemID: [SkillCoverage]]
    ) -> [Skill] {
        var uses: [String: [Use]] = [:]
        for id in communities {
            for coverage in ofCommunity[id] ?? [] {
                uses[coverage.skill, default: []].append(Use(community: id, coverage: coverage))
            }
        }
        let all = uses.map { Skill(id: $0.key, uses: $0.value) }
        func rank(_ skill: Skill) -> Int { skill.isWanted ? skill.teachers.isEmpty ? 0 : 1 : 2 }
        return all.map { (rank($0), $0) }.sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1)
    }

    /// A few communities that could teach a skill to another: those of other governments first, because these two would
    /// not meet by themselves.
    public static func teachers(
        of skill: Skill, for community: ItemID, atMost limit: Int, in site: SiteGraph
    ) -> [ItemID] {
        let own = Set(site[relationsOf: community].governments)
        var (far, near): ([ItemID], [ItemID]) = ([], [])
        for use in skill.uses where use.community != community && use.coverage.canBeTaught {
            let governments = site[relationsOf: use.community].governments
            if !governments.isEmpty, own.isDisjoint(with: governments) {
                far.append(use.community)
            } else if near.count < limit {
                near.append(use.community)
            }
            if far.count == limit { break }
        }
        return Array((far + near).prefix(limit))
    }
}
