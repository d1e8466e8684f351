/// Moves circles apart until none overlaps another, each as little as it can.
///
/// Circles that overlap push each other in turns; who stands where is looked up in a grid, so that a turn costs what it
/// has of neighbours. Circles that are held move only to get clear of another that is.
struct Separation {
    /// Between the edges of two circles, at least; above twice what rounding to a tenth can take.
    static let leastGap = 3.0

    private var circles: [NetworkLayout.Circle]
    private let isHeld: [Bool]
    private let width: Double
    private let gap: Double
    private let hasHeld: Bool
    private let cell: Double

    /// - Parameters:
    ///   - width: circles stay between 0 and this; how high the picture becomes is free.
    ///   - gap: between the edges of two circles.
    static func apart(_ circles: [NetworkLayout.Circle], isHeld: [Bool], width: Double, gap: Double) -> [NetworkLayout
        .Circle]
    {
        var separation = Separation(
            circles: circles, isHeld: isHeld, width: width, gap: gap, hasHeld: isHeld.contains(true),
            cell: 2 * (circles.map(\.r).max() ?? 1) + gap)
        // Where there is no room within the width, the picture is drawn out downwards.
        for _ in 0..<40 {
            for _ in 0..<120 where separation.push() == 0 { return separation.circles }
            for index in separation.circles.indices where !isHeld[index] { separation.circles[index].y *= 1.1 }
        }
        return separation.circles
    }

    /// - Returns: how many pairs overlapped.
    private mutating func push() -> Int {
        var cells: [SIMD2<Int>: [Int]] = [:]
        for (index, circle) in circles.enumerated() { cells[place(of: circle), default: []].append(index) }
        var overlaps = 0
        for index in circles.indices {
            let home = place(of: circles[index])
            for dx in -1...1 {
                for dy in -1...1 {
                    for other in cells[home &+ SIMD2(dx, dy)] ?? [] where other > index && part(index, other) {
                        overlaps += 1
                    }
                }
            }
        }
        return overlaps
    }

    private func place(of circle: NetworkLayout.Circle) -> SIMD2<Int> {
        SIMD2(Int((circle.x / cell).rounded(.down)), Int((circle.y / cell).rounded(.down)))
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
            // In one place: to the side that their order says.
            (dx, dy, distance) = (a % 2 == 0 ? 1 : -1, 1, 1.4142135623730951)
        }
        let push = (wanted - distance) / distance * (isHeld[a] == isHeld[b] ? 0.5 : 1)
        if areHeld || !isHeld[a] { move(a, -dx * push, -dy * push) }
        if areHeld || !isHeld[b] { move(b, dx * push, dy * push) }
        return true
    }

    private mutating func move(_ index: Int, _ dx: Double, _ dy: Double) {
        circles[index].x = min(max(circles[index].x + dx, circles[index].r), width - circles[index].r)
        // Unpinned pictures are moved into place afterwards; beside pins nothing may stand above the upper edge.
        circles[index].y = hasHeld ? max(circles[index].y + dy, circles[index].r) : circles[index].y + dy
    }
}
