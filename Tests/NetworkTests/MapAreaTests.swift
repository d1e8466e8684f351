import Site
import Testing

@testable import Network

/// Shapes around communities that are close together.
@Suite struct MapAreaTests {
    private static func area(_ points: [(Double, Double)], of cluster: [Int]) -> MapArea? {
        let circles = points.map { NetworkLayout.Circle(x: $0.0, y: $0.1, r: 8) }
        return AreaFinder(circles).area(NetworkLayout.Cluster(nodes: cluster, term: nil))
    }

    @Test func `an area has all of a cluster that are near each other`() {
        let area = Self.area([(0, 0), (40, 0), (40, 40), (300, 300)], of: [0, 1, 2])
        #expect(area?.nodes == [0, 1, 2])
        #expect(area?.outline == "M0 0h0M40 0h0M40 40h0M0 0L40 0M40 0L40 40")
    }

    @Test func `a community far from the rest is not in it`() {
        let area = Self.area([(0, 0), (40, 0), (40, 40), (300, 300)], of: [0, 1, 2, 3])
        #expect(area?.nodes == [0, 1, 2])
        #expect(area?.outline.contains("300") == false)
    }

    @Test func `a line does not run over a circle of another cluster`() {
        let row = [(0.0, 0.0), (30.0, 0.0), (60.0, 0.0), (150.0, 0.0), (105.0, 4.0)]
        #expect(Self.area(row, of: [0, 1, 2, 3])?.nodes == [0, 1, 2])
        #expect(Self.area(Array(row.dropLast()), of: [0, 1, 2, 3])?.nodes == [0, 1, 2, 3])
    }

    @Test func `two parts of a cluster are two shapes, and its name belongs to the larger`() {
        let points = [(0.0, 0.0), (30, 0), (60, 0), (500, 0), (530, 0), (560, 0), (590, 0)]
        let area = Self.area(points, of: Array(0..<7))
        #expect(area?.nodes == [3, 4, 5, 6])
        #expect(area?.outline.contains("M0 0L30 0") == true)
    }

    @Test func `where no three are close together there is no area`() {
        #expect(Self.area([(0, 0), (40, 0), (400, 0), (440, 0)], of: [0, 1, 2, 3]) == nil)
    }
}
