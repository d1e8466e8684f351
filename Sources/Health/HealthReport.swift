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
        /// What readers of its page may be asked to help with.
        public let invitations: [Finding]
        /// Whether people have met or written within a year.
        public let isActive: Bool
        /// Who looks after it now, so that somebody who looks after several gets one message. Never written.
        package let stewards: Set<Reference>

        var weight: Int { findings.reduce(0) { $0 + $1.signal.weight } }
    }

    /// Those that are open: communities that have ended or rest need nothing. Active ones first, then by the weight of
    /// their signals, then by name.
    public let communities: [CommunityHealth]

    /// - Parameter asked: the communities to look at; `nil` for all, but for made-up ones beside real ones.
    public init(of site: SiteGraph, _ asked: [ItemID]? = nil) {
        let survey = Survey(of: site)
        let wanted = asked ?? site.real(site.communities)
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
        let stewards = Set(facts.members?.current(.steward).map(\.person) ?? [])
        if !question.isEmpty {
            let finding = Finding(signal: .thinEntry, evidence: question, step: facts.step(for: .thinEntry))
            return CommunityHealth(
                community: facts.id, findings: [finding], invitations: [], isActive: false, stewards: stewards)
        }
        let findings = Signal.all.compactMap { signal -> Finding? in
            let evidence = signal.find(facts)
            return evidence.isEmpty ? nil : Finding(signal: signal, evidence: evidence, step: facts.step(for: signal))
        }
        let year = facts.site.today + -365
        // What a small group cannot do yet is not a number to publish.
        let mayTellSkills = facts.members?.list.mayPublishNumbers(on: facts.site.today) ?? false
        let invitations = findings.filter {
            $0.signal.isInvitation && (mayTellSkills || $0.signal.code != Signal.skillGap.code)
        }
        return CommunityHealth(
            community: facts.id, findings: findings, invitations: invitations,
            isActive: facts.lastSign.map { $0.day >= year } ?? false,
            stewards: stewards)
    }
}
