internal import Content
internal import Site

/// Signals of what is written about a community: its charter, and how old its facts are.
extension Signal {
    private static func community(_ keys: String) -> [String: String] {
        ["communities/a.md": "---\nname: A\nsummary: B.\njoin: a@example.org\nmeets: Weekly.\n\(keys)---\n"]
    }

    private static func charter(_ keys: String) -> [String: String] {
        community("").merging([
            "communities/a/charter.md": "---\npurpose: P.\n\(keys)---\n",
            "communities/a/events/e.md": "---\ntitle: E\nstarts: 2026-03-09\n---\n",
        ]) { $1 }
    }

    static let noCharter = Signal(
        code: "no-charter", name: "No charter",
        why: "Without a purpose that all agreed on, everybody expects something else.",
        step: "Take twenty minutes of a meeting to agree on one sentence: what is different because you meet.",
        chapter: "handbook/a-charter-people-use/", weight: 1,
        bad: charter("").filter { !$0.key.hasSuffix("charter.md") }, good: charter("agreed: 2026-01-15\n")
    ) { facts in
        guard facts.isKept, facts.survey.chartersAreUsual, facts.charter == nil,
            facts.community.stage?.value != .potential
        else { return [] }
        return [Evidence("no charter", facts.place.range, in: facts.place.path)]
    }

    static let charterReview = Signal(
        code: "charter-review", name: "Charter to look at again",
        why: "People and work change; a charter that nobody remembers holds nobody together.",
        step: "Read it aloud at the next meeting, change what is no longer true, and set `review` a year on.",
        chapter: "handbook/a-charter-people-use/", weight: 1,
        bad: charter("agreed: 2024-01-15\nreview: 2025-01-15\n"), good: charter("review: 2026-06-01\n")
    ) { facts in
        guard let charter = facts.charter else { return [] }
        if let review = charter.entry.review {
            guard review.value.lastDay < facts.site.today else { return [] }
            return [Evidence("`review: \(review.value.isoDate)`", review.range, in: charter.path)]
        }
        guard let agreed = charter.entry.agreed,
            agreed.value.lastDay < facts.day(monthsAgo: facts.thresholds.reviewMonths)
        else { return [] }
        return [Evidence("`agreed: \(agreed.value.isoDate)`, no `review`", agreed.range, in: charter.path)]
    }

    static let unverified = Signal(
        code: "unverified", name: "Facts to confirm",
        why: "Somebody who follows an old link or writes to an old address gives up.",
        step: "Ask somebody who belongs to it to read the entry, and set `verified` to that day.",
        chapter: "handbook/joining-the-map/", weight: 1,
        bad: community("verified: 2024-06-01\n"), good: community("verified: 2025-06-01\n")
    ) { facts in
        let common = facts.item.common
        let stated = [("verified", common.verified), ("as_of", common.asOf)].compactMap { key, date in
            date.map { (key: key, date: $0) }
        }
        guard let last = stated.max(by: { $0.date.value.lastDay < $1.date.value.lastDay }),
            last.date.value.lastDay < facts.day(monthsAgo: facts.thresholds.verifyMonths)
        else { return [] }
        return [Evidence("`\(last.key): \(last.date.value.isoDate)`", last.date.range, in: facts.item.path)]
    }

    static let countsStale = Signal(
        code: "counts-stale", name: "Numbers to count again",
        why: "How many come, and whether more or fewer than last year, is the first thing that a sponsor asks.",
        step: "Count again at the next meeting, and set `as_of` to that day.",
        chapter: "handbook/kinds-of-member/", weight: 1,
        bad: community("member_count:\n  count: 12\n  as_of: 2024-01-01\n"),
        good: community("member_count:\n  count: 12\n  as_of: 2026-01-01\n")
    ) { facts in
        let counts = facts.members?.list.lastCounts?.asOf.map { ($0, facts.members!.path) }
        let total = facts.community.memberCount?.value.asOf.map { ($0, facts.item.path) }
        guard let last = [counts, total].compactMap({ $0 }).max(by: { $0.0.value.lastDay < $1.0.value.lastDay }),
            last.0.value.lastDay < facts.day(monthsAgo: facts.thresholds.verifyMonths)
        else { return [] }
        return [Evidence("counted \(last.0.value.isoDate)", last.0.range, in: last.1)]
    }

    static let thin = Signal(
        code: "thin-entry", name: "Thin entry",
        why: "Too little is known of it to say how it is.",
        step: "Ask somebody who belongs to it one question.",
        chapter: "handbook/joining-the-map/", weight: 0,
        bad: ["communities/a.md": "---\nname: A\nsummary: B.\n---\n"], good: community("verified: 2026-01-01\n")
    ) { facts in
        guard facts.isThin else { return [] }
        return [Evidence("no members, events, write-ups or charter", facts.place.range, in: facts.place.path)]
    }
}

extension CommunityFacts {
    /// Whether somebody keeps more than an entry here, so that what is absent may be missing.
    var isKept: Bool {
        members != nil || charter != nil || hasMet || isMeetingPlanned != false || !signs.isEmpty
    }

    fileprivate var isThin: Bool {
        let said = [
            community.join != nil, community.welcome != nil, community.channels != nil, community.meets != nil,
            community.wants != nil,
        ]
        return !isKept && said.count { $0 } < 2
    }

    /// The one question whose answer would help most.
    var question: String {
        if community.join == nil, community.channels == nil, community.welcome == nil {
            return "Ask: how does somebody join? The answer is `join`."
        }
        if community.meets == nil { return "Ask: when does it meet? The answer is `meets`, or an event." }
        return "Ask: who greets somebody new? The answer is `welcome`."
    }
}
