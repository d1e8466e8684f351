/// How well the members of a community cover a skill.
public struct SkillCoverage: Sendable {
    /// Its id.
    public let skill: String
    /// How many people should be able to do it alone; `nil` where it is not said to be needed.
    public let needed: Int?
    /// By level from 0 (none) to 4 (could teach): how many people say that they have it.
    public let levels: [Int]
    /// How many want to learn it, or have begun to.
    public let learning: Int
    /// Who offers to mentor in it: places in the list of members.
    public let mentors: [Int]
    /// How many more are needed.
    public let missing: Int

    /// - Parameter missing: `nil` for as many as are needed beyond those who can do it alone.
    init(skill: String, needed: Int?, levels: [Int], learning: Int, mentors: [Int] = [], missing: Int? = nil) {
        (self.skill, self.needed, self.levels) = (skill, needed, levels)
        (self.learning, self.mentors) = (learning, mentors)
        self.missing = missing ?? max(0, (needed ?? 0) - levels[3] - levels[4])
    }

    /// How many can do it alone.
    public var able: Int { levels[3] + levels[4] }

    /// Whether somebody could teach it, or offers to mentor in it.
    public var canBeTaught: Bool { levels[4] > 0 || !mentors.isEmpty }

    /// What several communities say of one skill, together. Those whom one has too many are not there for another.
    /// Mentors are left out: they are places in one list.
    public static func sum(of skill: String, _ all: some Sequence<SkillCoverage>) -> SkillCoverage {
        var levels = [0, 0, 0, 0, 0]
        var (needed, learning, missing) = (Int?.none, 0, 0)
        for one in all {
            for (level, count) in one.levels.enumerated() { levels[level] += count }
            if let own = one.needed { needed = (needed ?? 0) + own }
            learning += one.learning
            missing += one.missing
        }
        return SkillCoverage(skill: skill, needed: needed, levels: levels, learning: learning, missing: missing)
    }
}

extension Members {
    /// The skills that are needed, had, learnt or taught by those who are members on a day: first those that most are
    /// missing for, then what else is needed, then the rest by id.
    public func skillCoverage(on day: CivilDay) -> [SkillCoverage] {
        let needed = Dictionary(
            (skillsNeeded?.value ?? []).map { ($0.term.value, $0.value.value) }, uniquingKeysWith: { a, _ in a })
        var levels: [String: [Int]] = [:]
        var learning: [String: Int] = [:]
        var mentors: [String: [Int]] = [:]
        for (place, member) in members.items().map(\.value).enumerated() where member.isCurrent(on: day) {
            let own = Dictionary(
                (member.skills?.value ?? []).map { ($0.term.value, $0.value.value) }, uniquingKeysWith: { a, _ in a })
            for (skill, level) in own {
                levels[skill, default: [0, 0, 0, 0, 0]][min(max(level, 0), 4)] += 1
            }
            let wanted = Set(member.learning.items().map(\.value)).union(own.filter { $0.value == 1 }.keys)
            for skill in wanted { learning[skill, default: 0] += 1 }
            for skill in Set(member.mentors.items().map(\.value)) { mentors[skill, default: []].append(place) }
        }
        let all = Set(needed.keys).union(levels.filter { $0.value.dropFirst().contains { $0 > 0 } }.keys)
            .union(learning.keys).union(mentors.keys)
        return all.map {
            SkillCoverage(
                skill: $0, needed: needed[$0], levels: levels[$0] ?? [0, 0, 0, 0, 0], learning: learning[$0] ?? 0,
                mentors: mentors[$0] ?? [])
        }.sorted { a, b in
            let (first, second) = ((a.missing, a.needed == nil ? 0 : 1), (b.missing, b.needed == nil ? 0 : 1))
            return first == second ? a.skill < b.skill : second < first
        }
    }
}
