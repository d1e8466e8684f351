internal import Content
internal import Network
internal import Site

/// How many communities each government has for each role and topic, and how many that could teach each skill; in no
/// language, made once a site.
///
/// A government counts with all that are within it: a table of every nation, region and city would be mostly empty.
struct CoverageModel: Sendable {
    /// All of them, with the communities that are at work; those with the most first.
    let governments: [ItemID]
    /// Those that are in no other, in the same order.
    let unions: [ItemID]
    private let unionOf: [ItemID: ItemID]
    private let counts: [Cell: [ItemID]]
    private let totals: [ItemID: Int]

    private struct Cell: Hashable {
        var term: ItemID, union: ItemID
    }

    init(_ site: SiteGraph, _ skills: SkillSurvey) {
        var counts: [Cell: [ItemID]] = [:]
        var totals: [ItemID: Int] = [:]
        var sizes: [ItemID: Int] = [:]
        let unionOf = Dictionary(uniqueKeysWithValues: site.all(.government).map { ($0, site.outermost(of: $0)) })
        for id in site.communities {
            guard case .community(let community) = site[id].entry, !community.hasEnded(on: site.today) else { continue }
            let relations = site[relationsOf: id]
            let governments = relations.governments.prefix(40)
            for government in governments { sizes[government, default: 0] += 1 }
            let unions = Set(governments.compactMap { unionOf[$0] })
            for union in unions.subtracting(governments) { sizes[union, default: 0] += 1 }
            for term in (relations.roles + relations.topics).prefix(80) {
                totals[term, default: 0] += 1
                for union in unions { counts[Cell(term: term, union: union), default: []].append(id) }
            }
        }
        for skill in skills.skills {
            guard let term = site.routes["skills/\(skill.id)/"] else { continue }
            for id in skill.teachers.map(\.community) {
                totals[term, default: 0] += 1
                for union in Set(site[relationsOf: id].governments.prefix(40).compactMap { unionOf[$0] }) {
                    counts[Cell(term: term, union: union), default: []].append(id)
                }
            }
        }
        self.counts = counts
        self.totals = totals
        self.unionOf = unionOf
        governments = site.all(.government).sorted { (sizes[$1] ?? 0, $0) < (sizes[$0] ?? 0, $1) }
        unions = governments.filter { unionOf[$0] == $0 }
    }

    func union(of government: ItemID) -> ItemID? { unionOf[government] }

    func total(_ term: ItemID) -> Int { totals[term] ?? 0 }

    /// Those of a union and of all governments within it, in the order of `SiteGraph.communities`.
    func communities(_ term: ItemID, _ union: ItemID) -> [ItemID] { counts[Cell(term: term, union: union)] ?? [] }

    /// Governments that have none for a role or topic: first those in one union with one that has, then those with the
    /// most communities.
    ///
    /// - Parameter having: those that have one.
    func governments(without having: some Collection<ItemID>) -> [ItemID] {
        let having = Set(having)
        let unions = Set(having.compactMap { unionOf[$0] })
        let rest = governments.filter { !having.contains($0) }
        func isNear(_ government: ItemID) -> Bool { unionOf[government].map(unions.contains) ?? false }
        return rest.filter(isNear) + rest.filter { !isNear($0) }
    }

    /// Who to contact where a government has no community for a role or topic: one of the same union, then one that
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
