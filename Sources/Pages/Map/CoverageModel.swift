internal import Content
internal import Site

/// How many communities each government has for each role and topic; in no language, made once a site.
struct CoverageModel: Sendable {
    /// With the communities that are at work; those with the most first.
    let governments: [ItemID]
    private let counts: [Cell: [ItemID]]
    private let totals: [ItemID: Int]

    private struct Cell: Hashable {
        var term: ItemID, government: ItemID
    }

    init(_ site: SiteGraph) {
        var counts: [Cell: [ItemID]] = [:]
        var totals: [ItemID: Int] = [:]
        var sizes: [ItemID: Int] = [:]
        for id in site.communities {
            guard case .community(let community) = site[id].entry, !community.hasEnded(on: site.today) else { continue }
            let relations = site[relationsOf: id]
            for government in relations.governments.prefix(40) { sizes[government, default: 0] += 1 }
            for term in (relations.roles + relations.topics).prefix(80) {
                totals[term, default: 0] += 1
                for government in relations.governments.prefix(40) {
                    counts[Cell(term: term, government: government), default: []].append(id)
                }
            }
        }
        self.counts = counts
        self.totals = totals
        governments = site.all(.government).sorted { (sizes[$1] ?? 0, $0) < (sizes[$0] ?? 0, $1) }
    }

    func count(_ term: ItemID, _ government: ItemID) -> Int { communities(term, government).count }
    func total(_ term: ItemID) -> Int { totals[term] ?? 0 }

    /// In the order of `SiteGraph.communities`.
    func communities(_ term: ItemID, _ government: ItemID) -> [ItemID] {
        counts[Cell(term: term, government: government)] ?? []
    }

    /// Whom to write to where a government has no community for a role or topic: one of the same union, then one that
    /// reaches over borders, then one that is open, then the largest.
    func nearest(to government: ItemID, among communities: [ItemID], _ site: SiteGraph) -> ItemID? {
        let parent = site[relationsOf: government].parent
        func rank(_ id: ItemID) -> (Int, Int) {
            guard case .community(let community) = site[id].entry else { return (0, 0) }
            let governments = site[relationsOf: id].governments
            let isRelated = governments.contains {
                $0 == parent || site[relationsOf: $0].parent == government
                    || (parent != nil && site[relationsOf: $0].parent == parent)
            }
            let reaches = [.international, .severalGovernments].contains(community.scope?.value)
            return (
                (isRelated ? 4 : 0) + (reaches ? 2 : 0) + (community.membership?.value == .open ? 1 : 0),
                community.memberCount?.value.count?.value ?? 0
            )
        }
        return communities.map { ($0, rank($0)) }.max { ($0.1.0, $0.1.1, $1.0) < ($1.1.0, $1.1.1, $0.0) }?.0
    }
}
