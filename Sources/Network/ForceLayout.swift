internal import Content

/// Fruchterman–Reingold placement (Fruchterman and Reingold, 1991) from starts hashed from ids, so that a picture does
/// not depend on the order of the entries.
///
/// Every pair repels, so a step costs the square of the number of nodes; the number of steps falls as that grows.
enum ForceLayout {
    /// - Parameters:
    ///   - seeds: one id a node.
    ///   - edges: indexes into `seeds`, and how strongly the two attract each other.
    /// - Returns: points within the unit square, rounded to a thousandth.
    static func positions(seeds: [String], edges: [(Int, Int, Double)]) -> [Network.Point] {
        let count = seeds.count
        guard count > 1 else { return seeds.map { _ in Network.Point(x: 0.5, y: 0.5) } }
        var points = seeds.map(start)
        let ideal = (1 / Double(count)).squareRoot()
        let steps = max(20, min(400, 40_000_000 / (count * count)))
        for step in 0..<steps {
            var moves = repulsion(points, ideal)
            for (a, b, weight) in edges { attract(a, b, weight, points, ideal, &moves) }
            let heat = 0.1 * (1 - Double(step) / Double(steps))
            for i in points.indices {
                // A pull to the middle keeps what is connected with nothing in sight.
                moves[i].x += (0.5 - points[i].x) * 2 * ideal
                moves[i].y += (0.5 - points[i].y) * 2 * ideal
                let length = max(1e-9, (moves[i].x * moves[i].x + moves[i].y * moves[i].y).squareRoot())
                let reach = min(length, heat) / length
                points[i].x += moves[i].x * reach
                points[i].y += moves[i].y * reach
            }
        }
        return fitted(points)
    }

    private static func repulsion(_ points: [Network.Point], _ ideal: Double) -> [Network.Point] {
        var moves = Array(repeating: Network.Point(x: 0, y: 0), count: points.count)
        for i in points.indices {
            for j in (i + 1)..<max(i + 1, points.count) {
                let dx = points[i].x - points[j].x
                let dy = points[i].y - points[j].y
                let push = ideal * ideal / max(1e-6, dx * dx + dy * dy)
                moves[i].x += dx * push
                moves[i].y += dy * push
                moves[j].x -= dx * push
                moves[j].y -= dy * push
            }
        }
        return moves
    }

    private static func attract(
        _ a: Int, _ b: Int, _ weight: Double, _ points: [Network.Point], _ ideal: Double, _ moves: inout [Network.Point]
    ) {
        let dx = points[a].x - points[b].x
        let dy = points[a].y - points[b].y
        let pull = weight * (dx * dx + dy * dy).squareRoot() / ideal
        moves[a].x -= dx * pull
        moves[a].y -= dy * pull
        moves[b].x += dx * pull
        moves[b].y += dy * pull
    }

    private static func start(_ seed: String) -> Network.Point {
        var hash = StableHash.of(seed.utf8)
        hash ^= hash >> 33
        hash = hash &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 33
        return Network.Point(x: Double(hash & 0xFFFF) / 65535, y: Double(hash >> 16 & 0xFFFF) / 65535)
    }

    private static func fitted(_ points: [Network.Point]) -> [Network.Point] {
        func fit(_ values: [Double]) -> [Double] {
            let low = values.min()!
            let span = max(1e-9, values.max()! - low)
            return values.map { ((($0 - low) / span) * 1000).rounded() / 1000 }
        }
        return zip(fit(points.map(\.x)), fit(points.map(\.y))).map { Network.Point(x: $0, y: $1) }
    }
}
