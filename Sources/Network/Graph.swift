/// What is worked out from pairs of nodes alone.
enum Graph {
    /// By node: a node that stands for the connected part of the graph that it belongs to.
    static func parts(_ count: Int, _ pairs: [(Int, Int)]) -> [Int] {
        var parents = Array(0..<count)
        func root(_ node: Int) -> Int {
            var node = node
            while parents[node] != node {
                parents[node] = parents[parents[node]]
                node = parents[node]
            }
            return node
        }
        for (a, b) in pairs { parents[root(a)] = root(b) }
        return (0..<count).map(root)
    }

    /// Groups of nodes that are tied to each other more than to others: modularity, moving one node at a time to the
    /// group where it is highest, then the groups as nodes, until nothing moves (the Louvain method; Blondel and
    /// others, 2008).
    ///
    /// - Parameter ties: each pair at most once, with weights above 0.
    /// - Returns: by node, the number of its group; numbers are in the order of the groups' first nodes.
    static func groups(_ count: Int, _ ties: [(Int, Int, Double)]) -> [Int] {
        var groupOf = Array(0..<count)
        var level = ties.map { (a: $0.0, b: $0.1, weight: $0.2) }
        var size = count
        for _ in 0..<20 {
            let moved = oneLevel(size, level)
            let (numbers, groups) = renumbered(moved)
            groupOf = groupOf.map { numbers[$0] }
            guard groups < size else { break }
            var sums: [SIMD2<Int>: Double] = [:]
            for tie in level {
                let (a, b) = (numbers[tie.a], numbers[tie.b])
                sums[SIMD2(min(a, b), max(a, b)), default: 0] += tie.weight
            }
            level = sums.sorted { ($0.key.x, $0.key.y) < ($1.key.x, $1.key.y) }.map { ($0.key.x, $0.key.y, $0.value) }
            size = groups
        }
        return renumbered(groupOf).numbers
    }

    private static func oneLevel(_ count: Int, _ ties: [(a: Int, b: Int, weight: Double)]) -> [Int] {
        var neighbours: [[(node: Int, weight: Double)]] = Array(repeating: [], count: count)
        var degrees = Array(repeating: 0.0, count: count)
        for tie in ties {
            degrees[tie.a] += tie.weight
            degrees[tie.b] += tie.weight
            guard tie.a != tie.b else { continue }
            neighbours[tie.a].append((tie.b, tie.weight))
            neighbours[tie.b].append((tie.a, tie.weight))
        }
        let whole = degrees.reduce(0, +)
        var group = Array(0..<count)
        guard whole > 0 else { return group }
        var totals = degrees
        for _ in 0..<30 {
            var hasMoved = false
            for node in 0..<count where !neighbours[node].isEmpty {
                var links: [Int: Double] = [:]
                for (other, weight) in neighbours[node] { links[group[other], default: 0] += weight }
                totals[group[node]] -= degrees[node]
                func gain(_ candidate: Int) -> Double {
                    (links[candidate] ?? 0) - totals[candidate] * degrees[node] / whole
                }
                var best = group[node]
                for candidate in links.keys.sorted() where gain(candidate) > gain(best) + 1e-12 { best = candidate }
                hasMoved = hasMoved || best != group[node]
                group[node] = best
                totals[best] += degrees[node]
            }
            if !hasMoved { break }
        }
        return group
    }

    private static func renumbered(_ groups: [Int]) -> (numbers: [Int], count: Int) {
        var numbers: [Int: Int] = [:]
        let found = groups.map { group in
            if let number = numbers[group] { return number }
            numbers[group] = numbers.count
            return numbers.count - 1
        }
        return (found, numbers.count)
    }
}
