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
        why: "Without a purpose that all agreed on, everybody expects something different.",
        step: "Take twenty minutes of a meeting to agree on one sentence: what is different because you meet.",
        chapter: "handbook/a-charter-people-use/", weight: 1,
        bad: charter("").filter { !$0.key.hasSuffix("charter.md") }, good: charter("agreed: 2026-01-15\n")
    ) { facts in
        guard facts.isKept, facts.survey.chartersAreUsual, facts.charter == nil,
            facts.community.stage?.value != .potential
        else { return [] }
        return [Evidence("no charter", facts.position.range, in: facts.position.path)]
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
        guard facts.isUnverified, let last = facts.confirmed else { return [] }
        let text = "`\(last.key): \(last.date.value.isoDate)`"
        let counted = facts.counted.flatMap { facts.isOld($0.date) ? $0 : nil }
        return [Evidence(text, last.date.range, in: facts.item.path)]
            + (counted.map { [Evidence("counted \($0.date.value.isoDate)", $0.date.range, in: $0.path)] } ?? [])
    }

    static let countsStale = Signal(
        code: "counts-stale", name: "Numbers to count again",
        why: "How many come, and whether more or fewer than last year, is the first thing that a sponsor asks.",
        step: "Count again at the next meeting, or ask those who run its list or channel; set `as_of` to that day.",
        chapter: "handbook/kinds-of-member/", weight: 1,
        bad: community("member_count:\n  count: 12\n  as_of: 2024-01-01\n"),
        good: community("member_count:\n  count: 12\n  as_of: 2026-01-01\n")
    ) { facts in
        // Old numbers in an old entry are one question, and numbers that were new when the entry was confirmed none.
        guard !facts.isUnverified, let counted = facts.counted, facts.isOld(counted.date) else { return [] }
        if let confirmed = facts.confirmed?.date.value.lastDay {
            let age = confirmed.plus(months: -facts.thresholds.verifyMonths)
            if age <= counted.date.value.lastDay { return [] }
        }
        return [Evidence("counted \(counted.date.value.isoDate)", counted.date.range, in: counted.path)]
    }

    static let thin = Signal(
        code: "thin-entry", name: "Thin entry",
        why: "Too little is known of it to say how it is.",
        step: "Ask somebody who belongs to it one question.",
        chapter: "handbook/joining-the-map/", weight: 0,
        bad: ["communities/a.md": "---\nname: A\nsummary: B.\n---\n"], good: community("verified: 2026-01-01\n")
    ) { facts in
        guard facts.isThin else { return [] }
        let unsaid = facts.unsaid.map { "`\($0)`" }.joined(separator: ", ")
        return [Evidence("nothing is said about \(unsaid)", facts.position.range, in: facts.position.path)]
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
            community.wants != nil, community.memberCount != nil,
        ]
        return !isKept && said.count { $0 } < 2
    }

    /// What a newcomer would want to know first, and cannot.
    fileprivate var unsaid: [String] {
        [
            ("join", community.join == nil), ("meets", community.meets == nil),
            ("channels", community.channels == nil), ("welcome", community.welcome == nil),
        ].filter(\.1).map(\.0)
    }

    /// When people were last counted.
    fileprivate var counted: (date: Located<PartialDate>, path: String)? {
        let counts = members?.list.lastCounts(by: site.today)?.asOf.map { ($0, members!.path) }
        let total = community.memberCount?.value.asOf.map { ($0, item.path) }
        return [counts, total].compactMap { $0 }.max { $0.0.value.lastDay < $1.0.value.lastDay }.map { ($0.0, $0.1) }
    }

    /// What to do next about a signal, where it depends on what is known.
    func step(for signal: Signal) -> String {
        switch signal.code {
        case Signal.thinEntry.code: question
        case Signal.unverified.code where isForgotten:
            "Ask whether it still exists. If it has ended, set `closed`; if not, set `verified` to that day."
        default: signal.step
        }
    }

    /// The one question whose answer would help most.
    private var question: String {
        if isForgotten { return "Ask: does it still exist? If it has ended, set `closed`." }
        if community.join == nil, community.channels == nil, community.welcome == nil {
            return "Ask: how does somebody join? The answer is `join`."
        }
        if community.meets == nil {
            return "Ask: where and when do its members talk? The answer is `channels` or `meets`."
        }
        return "Ask: who greets somebody new? The answer is `welcome`."
    }
}
