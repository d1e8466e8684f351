extension SiteGraph {
    /// Terms with those above them, each once: anyone who asks for a subject means its parts too.
    package func withParents(_ terms: [ItemID], atMost limit: Int) -> [ItemID] {
        var found: [ItemID] = []
        for term in terms {
            var next: ItemID? = term
            while let term = next, !found.contains(term), found.count < limit {
                found.append(term)
                next = self[relationsOf: term].parent
            }
        }
        return found
    }

    /// The outermost term that a term is in, or the term itself; of a ring, which the checks report, any.
    package func outermost(of term: ItemID) -> ItemID {
        var outermost = term
        for _ in 0..<20 {
            guard let parent = self[relationsOf: outermost].parent else { break }
            outermost = parent
        }
        return outermost
    }
}
