public import Site

/// Which community grew from which, and which took over from which, over all of them.
///
///     let (before, after) = Descent(site).line(of: id)
public struct Descent: Sendable {
    private let before: [ItemID: [ItemID]]
    private let after: [ItemID: [ItemID]]

    /// A page shows no longer line.
    private static let limit = 30

    public init(_ site: SiteGraph) {
        var (before, after): ([ItemID: [ItemID]], [ItemID: [ItemID]]) = ([:], [:])
        func add(_ older: ItemID, _ younger: ItemID) {
            guard older != younger, !(after[older] ?? []).contains(younger) else { return }
            after[older, default: []].append(younger)
            before[younger, default: []].append(older)
        }
        for id in site.communities {
            let relations = site[relationsOf: id]
            for connection in relations.connections where connection.kind == .grewFrom {
                if let older = connection.to.item { add(older, id) }
            }
            if let younger = relations.successor?.item { add(id, younger) }
        }
        (self.before, self.after) = (before, after)
    }

    /// What a community came from, the most distant first, and what came of it, the nearest first; each community
    /// once, also where a mistake makes a ring.
    public func line(of id: ItemID) -> (before: [ItemID], after: [ItemID]) {
        let before = Self.reached(from: id, by: before)
        let known = Set(before)
        return (before.reversed(), Self.reached(from: id, by: after).filter { !known.contains($0) })
    }

    private static func reached(from id: ItemID, by steps: [ItemID: [ItemID]]) -> [ItemID] {
        var found: [ItemID] = []
        var seen: Set<ItemID> = [id]
        var next = 0
        var place = id
        while true {
            for other in steps[place] ?? [] where found.count < limit && seen.insert(other).inserted {
                found.append(other)
            }
            guard next < found.count else { return found }
            place = found[next]
            next += 1
        }
    }
}
