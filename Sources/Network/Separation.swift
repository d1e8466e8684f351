/// Moves circles apart until none overlaps another, each as little as it can.
///
/// Circles that overlap push each other in turns; their positions are looked up in a grid, so that the cost of a turn
/// depends on its neighbors. Circles that are held move only to get clear of another that is.
struct Separation {
    /// Between the edges of two circles, at least; above twice what rounding to a tenth can take.
    static let leastGap = 3.0

    private var circles: [NetworkLayout.Circle]
    private let isHeld: [Bool]
    private let width: Double?
    private let gap: Double
    private let hasHeld: Bool
    /// Circles are looked up among those of about their size, so that one large circle does not make all the others
    /// neighbours: by level, the largest radius in it, each four times the one before.
    private let limits: [Double]
    private let levels: [Int]

    /// - Parameters:
    ///   - width: circles stay between 0 and this, and how high the picture becomes is free; without it, the circles
    ///     lie around the origin and make room on all sides.
    ///   - gap: between the edges of two circles.
    static func apart(_ circles: [NetworkLayout.Circle], isHeld: [Bool], width: Double?, gap: Double) -> [NetworkLayout
        .Circle]
    {
        var separation = Separation(circles, isHeld: isHeld, width: width, gap: gap)
        for _ in 0..<40 {
            for _ in 0..<120 where separation.push() == 0 { return separation.circles }
            separation.drawOut()
        }
        return separation.circles
    }

    private init(_ circles: [NetworkLayout.Circle], isHeld: [Bool], width: Double?, gap: Double) {
        (self.circles, self.isHeld, self.width, self.gap) = (circles, isHeld, width, gap)
        hasHeld = isHeld.contains(true)
        let radii = circles.map(\.r).sorted()
        let largest = radii.last ?? 1
        var limits = [min(largest, 4 * max(1, radii.isEmpty ? 1 : radii[radii.count / 2]))]
        while limits.last! < largest { limits.append(min(largest, 4 * limits.last!)) }
        self.limits = limits
        levels = circles.map { circle in limits.firstIndex { circle.r <= $0 }! }
    }

    /// Where there is no room, there is to be more.
    private mutating func drawOut() {
        for index in circles.indices where !isHeld[index] {
            if width == nil {
                circles[index].x *= 1.03
                circles[index].y *= 1.03
            } else {
                circles[index].y *= 1.1
            }
        }
    }

    /// - Returns: how many pairs overlapped.
    private mutating func push() -> Int {
        let grid = CircleGrid(circles.indices.map { square($0, levels[$0]) })
        var overlaps = 0
        for index in circles.indices {
            for level in 0...levels[index] {
                let isOwn = level == levels[index]
                let far = isOwn ? side(level) : circles[index].r + limits[level] + gap
                let (least, most) = (square(index, level, -far), square(index, level, far))
                for x in least.x...most.x {
                    for y in least.y...most.y {
                        grid.each(in: CircleGrid.Square(level: level, x: x, y: y)) { other in
                            if !isOwn || other > index, part(index, other) { overlaps += 1 }
                        }
                    }
                }
            }
        }
        return overlaps
    }

    /// Of the squares of a level: no two circles that overlap are farther apart than in squares side by side.
    private func side(_ level: Int) -> Double { 2 * limits[level] + gap }

    private func square(_ index: Int, _ level: Int, _ aside: Double = 0) -> CircleGrid.Square {
        func number(_ value: Double) -> Int { Int(((value + aside) / side(level)).rounded(.down)) }
        return CircleGrid.Square(level: level, x: number(circles[index].x), y: number(circles[index].y))
    }

    /// Whether the two overlapped.
    private mutating func part(_ a: Int, _ b: Int) -> Bool {
        var dx = circles[b].x - circles[a].x
        var dy = circles[b].y - circles[a].y
        // Pins say where, and not how far apart: these two move only if one covers the other.
        let areHeld = isHeld[a] && isHeld[b]
        let wanted = circles[a].r + circles[b].r + (areHeld ? Self.leastGap : gap)
        var distance = (dx * dx + dy * dy).squareRoot()
        guard distance < wanted - 0.01 else { return false }
        if distance < 1e-6 {
            // At one point: to the side that their order says.
            (dx, dy, distance) = (a % 2 == 0 ? 1 : -1, 1, 1.4142135623730951)
        }
        let push = (wanted - distance) / distance * (isHeld[a] == isHeld[b] ? 0.5 : 1)
        if areHeld || !isHeld[a] { move(a, -dx * push, -dy * push) }
        if areHeld || !isHeld[b] { move(b, dx * push, dy * push) }
        return true
    }

    private mutating func move(_ index: Int, _ dx: Double, _ dy: Double) {
        circles[index].x += dx
        if let width { circles[index].x = min(max(circles[index].x, circles[index].r), width - circles[index].r) }
        // Unpinned pictures are moved into place afterwards; beside pins nothing may be above the upper edge.
        circles[index].y = hasHeld ? max(circles[index].y + dy, circles[index].r) : circles[index].y + dy
    }
}

/// Which circles are in a square.
private struct CircleGrid {
    struct Square: Equatable {
        let level: Int
        let x: Int
        let y: Int

        /// The same for few others.
        var hash: Int { x &* 0x9E37_79B1 ^ y &* 0x85EB_CA6B ^ level &* 0xC2B2_AE35 }
    }

    private let squares: [Square]
    /// The numbers of the circles by the last bits of their hashes, and where those of each begin.
    private var numbers: [Int]
    private var starts: [Int]
    private let mask: Int

    /// - Parameter squares: that of each circle.
    init(_ squares: [Square]) {
        self.squares = squares
        mask = 1 << (Int.bitWidth - squares.count.leadingZeroBitCount) - 1
        starts = Array(repeating: 0, count: mask + 2)
        for square in squares { starts[(square.hash & mask) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        numbers = Array(repeating: 0, count: squares.count)
        var next = starts
        for (number, square) in squares.enumerated() {
            numbers[next[square.hash & mask]] = number
            next[square.hash & mask] += 1
        }
    }

    /// In ascending order.
    func each(in square: Square, _ body: (Int) -> Void) {
        let bucket = square.hash & mask
        for number in numbers[starts[bucket]..<starts[bucket + 1]] where squares[number] == square { body(number) }
    }
}
