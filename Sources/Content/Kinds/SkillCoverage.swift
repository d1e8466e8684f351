/// How well the members of a community cover a skill.
public struct SkillCoverage: Sendable {
    /// Its id.
    public let skill: String
    /// How many people should be able to do it alone; `nil` where it is not said to be needed.
    public let needed: Int?
    /// By level from 0 (none) to 4 (could teach): how many people say that they have it; `nil` where that is withheld.
    public let levels: [Int]?
    /// How many want to learn it, or have begun to.
    public let learning: Int
    /// Who offers to mentor in it: indexes into the list of members.
    public let mentors: [Int]

    /// How many can do it alone.
    public var able: Int { count(3) + count(4) }

    /// How many more are needed; 0 where that is withheld.
    public var missing: Int { levels == nil ? 0 : max(0, (needed ?? 0) - able) }

    /// Whether it is needed and, as far as is known, too few have it.
    public var isNeeded: Bool { needed != nil && (levels == nil || missing > 0) }

    /// Whether somebody could teach it, or offers to mentor in it.
    public var canBeTaught: Bool { count(4) > 0 || !mentors.isEmpty }

    public func count(_ level: Int) -> Int { levels?[level] ?? 0 }
}

extension Members {
    /// In a smaller group, even a number may identify somebody.
    private static let fewestForNumbers = 5

    /// Whether levels and wishes of its members may be published as numbers.
    public func mayPublishNumbers(on day: CivilDay) -> Bool {
        members.items().count { $0.value.isCurrent(on: day) } >= Self.fewestForNumbers
    }

    /// The skills that are needed, had, learnt or taught by those who are members on a day: first those that most are
    /// missing for, then what else is needed, then the rest by id.
    ///
    /// - Parameter isPublic: of a small group only what it needs and who offers to mentor.
    public func skillCoverage(on day: CivilDay, isPublic: Bool) -> [SkillCoverage] {
        let isWithheld = isPublic && !mayPublishNumbers(on: day)
        let needed = Dictionary(
            (skillsNeeded?.value ?? []).map { ($0.term.value, $0.value.value) }, uniquingKeysWith: { a, _ in a })
        var levels: [String: [Int]] = [:]
        var learning: [String: Int] = [:]
        var mentors: [String: [Int]] = [:]
        for (index, member) in members.items().map(\.value).enumerated() where member.isCurrent(on: day) {
            for skill in Set(member.mentors.items().map(\.value)) { mentors[skill, default: []].append(index) }
            if isWithheld { continue }
            let own = Dictionary(
                (member.skills?.value ?? []).map { ($0.term.value, $0.value.value) }, uniquingKeysWith: { a, _ in a })
            for (skill, level) in own {
                levels[skill, default: [0, 0, 0, 0, 0]][min(max(level, 0), 4)] += 1
            }
            let wanted = Set(member.learning.items().map(\.value)).union(own.filter { $0.value == 1 }.keys)
            for skill in wanted { learning[skill, default: 0] += 1 }
        }
        let all = Set(needed.keys).union(levels.filter { $0.value.dropFirst().contains { $0 > 0 } }.keys)
            .union(learning.keys).union(mentors.keys)
        return all.map {
            SkillCoverage(
                skill: $0, needed: needed[$0], levels: isWithheld ? nil : levels[$0] ?? [0, 0, 0, 0, 0],
                learning: learning[$0] ?? 0, mentors: mentors[$0] ?? [])
        }.sorted { a, b in
            let (first, second) = ((a.missing, a.needed == nil ? 0 : 1), (b.missing, b.needed == nil ? 0 : 1))
            return first == second ? a.skill < b.skill : second < first
        }
    }
}
