internal import Content
internal import Diagnostics
internal import Site

/// Signals of those who look after a community.
extension Signal {
    private static let entry = "---\nname: A\nsummary: B.\n---\n"

    private static func list(_ members: String) -> [String: String] {
        ["communities/a.md": entry, "communities/a/members.md": "---\nmembers:\n\(members)---\n"]
    }

    static let noSteward = Signal(
        code: "no-steward", name: "Nobody looks after it",
        why: "When its steward leaves, a community often ends too: nobody answers, and nobody calls the next meeting.",
        step: "Ask those who come most often whether two of them would share the work for half a year.",
        chapter: "handbook/looking-after-stewards/", weight: 8,
        bad: list("  - person: B\n    part: steward\n    until: 2025-04\n  - person: C\n    part: core\n"),
        good: list("  - person: B\n    part: steward\n  - person: D\n    part: deputy\n")
    ) { facts in
        guard let members = facts.members, members.current(.steward).isEmpty else { return [] }
        if let last = members.former.max(by: { $0.member.lastDay < $1.member.lastDay }) {
            let until = last.member.until.map { " until \($0.value.isoDate)" } ?? ""
            return [Evidence("the last steward was there\(until)", last.range, in: members.path)]
        }
        // A list in which nobody has a part does not say who looks after it.
        guard members.current.contains(where: { $0.member.part != nil }) else { return [] }
        return [Evidence("nobody in the list is steward", members.range, in: members.path)]
    }

    static let noDeputy = Signal(
        code: "no-deputy", name: "It rests on one person",
        why: "One person falls ill, moves on or burns out, and what they knew goes with them.",
        step: "Let somebody run the next meeting together with the steward, and name them as deputy if they like it.",
        chapter: "handbook/looking-after-stewards/", weight: 5,
        bad: list("  - person: B\n    part: steward\n"),
        good: list("  - person: B\n    part: steward\n  - person: C\n    part: deputy\n")
    ) { facts in
        guard let members = facts.members, members.current(.deputy).isEmpty else { return [] }
        let stewards = members.current(.steward)
        guard stewards.count == 1, let steward = stewards.first else { return [] }
        let core = members.current(.core).count
        let others = core == 0 ? "" : core == 1 ? ", 1 core member" : ", \(core) core members"
        return [Evidence("1 steward, no deputy\(others)", steward.range, in: members.path)]
    }

    static let termEnds = Signal(
        code: "term-ends", name: "Its steward leaves soon",
        why: "A handover takes two or three meetings, and there is still time for it.",
        step: "Agree on who takes over, and write down together what the steward does in a month.",
        chapter: "handbook/looking-after-stewards/", weight: 7,
        bad: list("  - person: B\n    part: steward\n    until: 2026-04-15\n"),
        good: list(
            "  - person: B\n    part: steward\n    until: 2026-04-15\n  - person: C\n    part: steward\n  - person: D\n"
                + "    part: deputy\n")
    ) { facts in
        guard let members = facts.members else { return [] }
        let limit = facts.site.today + facts.thresholds.noticeDays
        let stewards = members.current(.steward)
        let leaving = stewards.filter { $0.member.lastDay <= limit }
        guard leaving.count == stewards.count else { return [] }
        return leaving.map { Evidence("`until: \($0.member.until!.value.isoDate)`", $0.range, in: members.path) }
    }

    static let sharedSteward = Signal(
        code: "shared-steward", name: "Its steward has many communities",
        why: "Somebody who looks after many has little time for each, and all of them lose the same person at once.",
        step: "Ask the steward which of them somebody else could take over, and help to find that person.",
        chapter: "handbook/looking-after-stewards/", weight: 4,
        bad: Dictionary(
            uniqueKeysWithValues: ["a", "b", "c"].flatMap { id in
                [
                    ("communities/\(id).md", entry.replacing("A", with: id.uppercased())),
                    ("communities/\(id)/members.md", "---\nmembers:\n  - person: B\n    part: steward\n---\n"),
                ]
            }),
        good: list("  - person: B\n    part: steward\n  - person: C\n    part: deputy\n")
    ) { facts in
        guard let members = facts.members else { return [] }
        let stewards = members.current(.steward)
        let all = stewards.map { facts.survey.stewarded[$0.person] ?? [] }
        // Where somebody else has time for it, nothing is missing.
        guard let fewest = all.min(by: { $0.count < $1.count }), fewest.count >= facts.thresholds.sharedCommunities
        else {
            return []
        }
        return fewest.map { Evidence("steward of \(fewest.count) communities", $0.range, in: $0.path) }
    }

    static let noTime = Signal(
        code: "no-time", name: "No working time for it",
        why: "What is done at the side of the desk is the first to stop when work gets busy.",
        step:
            "Help the steward to ask for a few hours a month: the page for a member's manager says what they are for.",
        chapter: "handbook/showing-value/", weight: 4,
        bad: list("  - person: B\n    part: steward\n    time: 0\n"),
        good: list("  - person: B\n    part: steward\n    time: 10\n  - person: C\n    part: deputy\n")
    ) { facts in
        guard let members = facts.members else { return [] }
        let stated = members.current(.steward).filter { $0.member.time != nil }
        guard stated.allSatisfy({ $0.member.time?.value == 0 }) else { return [] }
        return stated.map { Evidence("`time: 0`", $0.member.time?.range ?? $0.range, in: members.path) }
    }

    static let skillGap = Signal(
        code: "skill-gap", name: "A skill that it needs is rare",
        why: "Work that too few people can do waits for them, and stops when they leave.",
        step: "Ask who would like to learn it, and look for a mentor in a community that is alike.",
        chapter: "handbook/mapping-skills/", weight: 3, isInvitation: true,
        bad: [
            "communities/a.md": entry,
            "communities/a/members.md":
                "---\nmembers:\n  - person: B\n    part: core\n    skills:\n      facilitation: 2\nskills_needed:\n"
                + "  facilitation: 2\n---\n",
        ],
        good: [
            "communities/a.md": entry,
            "communities/a/members.md":
                "---\nmembers:\n  - person: B\n    part: core\n    skills:\n      facilitation: 3\nskills_needed:\n"
                + "  facilitation: 1\n---\n",
        ]
    ) { facts in
        guard let members = facts.members, members.current.contains(where: { $0.member.skills != nil }) else {
            return []
        }
        let rare = members.list.skillCoverage(on: facts.site.today, isPublic: false).filter { $0.missing > 0 }
        let coverage = Dictionary(uniqueKeysWithValues: rare.map { ($0.skill, $0) })
        return (members.list.skillsNeeded?.value ?? []).compactMap { needed in
            guard let skill = coverage[needed.term.value] else { return nil }
            return Evidence(
                "`\(skill.skill)`: \(skill.able) of \(needed.value.value) can do it alone", needed.term.range,
                in: members.path, of: skill.skill)
        }
    }

    static let oneWriter = Signal(
        code: "one-writer", name: "One person writes it up",
        why: "What a community learns is kept by one person, and stops when they have no time.",
        step: "Take turns: each person with a topic on the agenda writes five lines about it.",
        chapter: "handbook/showing-value/", weight: 2,
        bad: writeups(by: ["B", "B", "B", "B"]), good: writeups(by: ["B", "C", "B", "D"])
    ) { facts in
        let written = (facts.survey.writeups[facts.id] ?? []).filter { !facts.site[relationsOf: $0].authors.isEmpty }
        guard written.count >= 4 else { return [] }
        var counts: [Reference: Int] = [:]
        for id in written { for author in Set(facts.site[relationsOf: id].authors) { counts[author, default: 0] += 1 } }
        let most = counts.values.max() ?? 0
        guard most * 100 >= written.count * facts.thresholds.writerPercent,
            let author = counts.first(where: { $0.value == most })?.key,
            let last = written.last(where: { facts.site[relationsOf: $0].authors.contains(author) })
        else { return [] }
        let text = "\(most) of \(written.count) write-ups are by one person"
        return [Evidence(text, facts.site[last].range, in: facts.site[last].path)]
    }

    private static func writeups(by authors: [String]) -> [String: String] {
        var files = ["communities/a.md": entry]
        for (number, author) in authors.enumerated() {
            files["communities/a/writeups/w\(number).md"] =
                "---\ntitle: W\(number)\ndate: 2026-01-0\(number + 1)\nauthors: [\(author)]\n---\n"
        }
        return files
    }
}

extension Member {
    /// The last day of their term; of one without an end, the last of all days.
    fileprivate var lastDay: CivilDay { until?.value.lastDay ?? .last }
}
