internal import Content
public import Site

/// The signals of all communities, those first that a little help would help most.
public struct HealthReport: Sendable {
    public struct Finding: Sendable {
        public let signal: Signal
        /// Never empty.
        public let evidence: [Evidence]
        /// What to ask, where it depends on what is known; else as the signal has it.
        public let step: String
    }

    public struct CommunityHealth: Sendable {
        public let community: ItemID
        /// The weightiest first; empty where there is none.
        public let findings: [Finding]
        /// Whether people have met or written within a year.
        public let isActive: Bool

        var weight: Int { findings.reduce(0) { $0 + $1.signal.weight } }
    }

    /// Those that are open: who has ended, or rests, needs nothing. Active ones first, then by the weight of their
    /// signals, then by name.
    public let communities: [CommunityHealth]

    /// - Parameter ids: the communities to look at; without any all, but for made-up ones beside real ones.
    public init(of site: SiteGraph, _ ids: [String] = []) {
        let survey = Survey(of: site)
        let wanted =
            ids.isEmpty ? site.real(site.communities) : site.communities.filter { ids.contains(site[$0].id) }
        communities = wanted.compactMap { id in
            CommunityFacts(of: id, in: survey).map { Self.health(of: $0) }
        }.sorted { a, b in
            // Where people still meet, a hand makes a difference.
            let (first, second) = (a.isActive && a.weight > 0, b.isActive && b.weight > 0)
            return first == second ? (b.weight, a.community) < (a.weight, b.community) : first
        }
    }

    private static func health(of facts: CommunityFacts) -> CommunityHealth {
        let question = Signal.thinEntry.find(facts)
        if !question.isEmpty {
            let finding = Finding(signal: .thinEntry, evidence: question, step: facts.question)
            return CommunityHealth(community: facts.id, findings: [finding], isActive: false)
        }
        let findings = Signal.all.compactMap { signal -> Finding? in
            let evidence = signal.find(facts)
            return evidence.isEmpty ? nil : Finding(signal: signal, evidence: evidence, step: signal.step)
        }
        let year = facts.site.today + -365
        return CommunityHealth(
            community: facts.id, findings: findings, isActive: facts.lastSign.map { $0.day >= year } ?? false)
    }
}
