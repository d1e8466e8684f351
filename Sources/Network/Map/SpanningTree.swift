/// The shortest lines that join points to one tree (Prim, 1957).
enum SpanningTree {
    /// - Returns: pairs of indexes; one fewer than there are points.
    static func of(_ points: [(x: Double, y: Double)]) -> [(Int, Int)] {
        guard points.count > 1 else { return [] }
        func distance(_ a: Int, _ b: Int) -> Double {
            let (dx, dy) = (points[a].x - points[b].x, points[a].y - points[b].y)
            return dx * dx + dy * dy
        }
        var nearest = Array(repeating: 0, count: points.count)
        var left = Set(1..<points.count)
        var tree: [(Int, Int)] = []
        while let next = left.min(by: { (distance($0, nearest[$0]), $0) < (distance($1, nearest[$1]), $1) }) {
            tree.append((nearest[next], next))
            left.remove(next)
            for other in left where distance(other, next) < distance(other, nearest[other]) { nearest[other] = next }
        }
        return tree
    }
}
