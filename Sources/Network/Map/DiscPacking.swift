/// Circles packed into a disc, each near the point that is wished for it.
///
/// They are laid in rows that fill the disc evenly, in the order of their wishes, and moved apart. Where many wish for
/// one point, separating them from there would take endless turns, and leave a shape that is not round.
struct DiscPacking {
    /// The middles of the circles, from the middle of the disc.
    let offsets: [SIMD2<Double>]
    /// Of the disc, which has all of them.
    let radius: Double

    private struct Piece {
        let wish: SIMD2<Double>
        /// The side of a square that is as large as what the circle needs.
        let side: Double
    }

    /// How much more room circles need than they cover.
    private static let looseness = 1.25

    /// - Parameters:
    ///   - radii: one or more.
    ///   - wishes: only their order in each direction counts.
    ///   - gap: between the edges of two circles.
    init(_ radii: [Double], wishes: [SIMD2<Double>], gap: Double) {
        let wide = Self.radius(of: radii, gap: gap)
        let points = Self.spread(zip(wishes, radii).map { Piece(wish: $0, side: $1 + gap / 2) })
        let circles = zip(points, radii).map {
            NetworkLayout.Circle(x: $0.x * wide, y: $0.y * wide, r: $1)
        }
        let apart = Separation.apart(circles, isHeld: radii.map { _ in false }, width: nil, gap: gap)
        (offsets, radius) = Self.enclosed(apart)
    }

    /// About that of a disc that has room for these.
    static func radius(of radii: [Double], gap: Double) -> Double {
        radii.reduce(0) { $0 + looseness * ($1 + gap / 2) * ($1 + gap / 2) }.squareRoot()
    }

    /// In a disc of radius 1, evenly.
    private static func spread(_ pieces: [Piece]) -> [SIMD2<Double>] {
        let wishes = pieces.map(\.wish)
        func extent(_ axis: Int) -> Double { wishes.map { $0[axis] }.max()! - wishes.map { $0[axis] }.min()! }
        // The rows are across the direction in which the wishes differ most.
        let (along, across) = extent(0) > extent(1) ? (1, 0) : (0, 1)
        func order(_ numbers: some Sequence<Int>, by axis: Int) -> [Int] {
            numbers.sorted { a, b in
                (wishes[a][axis], wishes[a][1 - axis], a) < (wishes[b][axis], wishes[b][1 - axis], b)
            }
        }
        var points = wishes
        for (row, numbers) in rows(order(pieces.indices, by: across), pieces) {
            let half = (1 - row * row).squareRoot()
            let whole = numbers.reduce(0) { $0 + pieces[$1].side }
            var before = 0.0
            for number in order(numbers, by: along) {
                points[number][across] = row
                points[number][along] = half * (2 * (before + pieces[number].side / 2) / whole - 1)
                before += pieces[number].side
            }
        }
        return points
    }

    /// Rows from one side of the disc to the other, as high as two neighbours in a row are apart.
    ///
    /// - Returns: where each row is, from -1 to 1, and who is in it.
    private static func rows(_ order: [Int], _ pieces: [Piece]) -> [(middle: Double, numbers: [Int])] {
        // A disc of n equal squares is about the square root of 4n/π of them wide.
        let count = max(1, Int((1.1283791670955126 * Double(order.count).squareRoot()).rounded()))
        let middles = (0..<count).map { 2 * (Double($0) + 0.5) / Double(count) - 1 }
        let chords = middles.map { (1 - $0 * $0).squareRoot() }
        let scale = pieces.reduce(0) { $0 + $1.side * $1.side } / chords.reduce(0, +)
        var rows = middles.map { (middle: $0, numbers: [Int]()) }
        var row = 0
        var ends = chords[0] * scale
        var before = 0.0
        for number in order {
            let area = pieces[number].side * pieces[number].side
            while row + 1 < count, before + area / 2 > ends {
                row += 1
                ends += chords[row] * scale
            }
            rows[row].numbers.append(number)
            before += area
        }
        return rows
    }

    /// Around the middle of a small circle that has all of them (Bădoiu and Clarkson, 2003: a step towards the
    /// farthest, ever shorter).
    private static func enclosed(_ circles: [NetworkLayout.Circle]) -> (offsets: [SIMD2<Double>], radius: Double) {
        let points = circles.map { SIMD2($0.x, $0.y) }
        var middle = points[0]
        func reach(_ index: Int) -> Double {
            let way = points[index] - middle
            return (way * way).sum().squareRoot() + circles[index].r
        }
        for step in 1...60 {
            let farthest = circles.indices.max { (reach($0), $0) < (reach($1), $1) }!
            middle += (points[farthest] - middle) / Double(step + 1)
        }
        return (points.map { $0 - middle }, circles.indices.map(reach).max()!)
    }
}
