public import Site

/// Which community grew from which, and which took over from which, over all of them.
///
///     let (before, after) = Descent(site).line(of: id)
public struct Descent: Sendable {
    private let before: [ItemID: [ItemID]]
    private let after: [ItemID: [ItemID]]

    public init(_ site: SiteGraph) {
        var (before, after): ([ItemID: [ItemID]], [ItemID: [ItemID]]) = ([:], [:])
        var pairs: Set<[ItemID]> = []
        func add(_ older: ItemID, _ younger: ItemID) {
            guard older != younger, pairs.insert([older, younger]).inserted else { return }
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

    /// What a community came from, and what came of it, the nearest first; each community once, also where a mistake
    /// makes a ring.
    public func line(of id: ItemID) -> (before: [ItemID], after: [ItemID]) {
        let before = Self.reached(from: id, by: before)
        let known = Set(before)
        return (before, Self.reached(from: id, by: after).filter { !known.contains($0) })
    }

    private static func reached(from id: ItemID, by steps: [ItemID: [ItemID]]) -> [ItemID] {
        var found = [id]
        var seen: Set<ItemID> = [id]
        var next = 0
        while next < found.count {
            for other in steps[found[next]] ?? [] where seen.insert(other).inserted { found.append(other) }
            next += 1
        }
        return Array(found.dropFirst())
    }
}
