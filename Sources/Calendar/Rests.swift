public import Content

/// When a community does not meet: while it takes a rest, and once it has ended.
public struct Rests: Sendable, Equatable {
    /// Without an end while that is not known.
    public let pause: ClosedRange<CivilDay>?
    /// The first day on which it is no more; also one to come.
    public let end: CivilDay?

    /// None.
    public init() { (pause, end) = (nil, nil) }

    public init(_ community: Community) {
        pause = community.pause
        end = community.closed?.value.firstDay
    }

    public func contains(_ day: CivilDay) -> Bool { ranges.contains { $0.contains(day) } }

    /// Whether it rests on a day until nobody knows when.
    public func isOpenEnded(on day: CivilDay) -> Bool {
        guard let pause, pause.upperBound == .last else { return false }
        return end.map { day < $0 } ?? true
    }

    var ranges: [ClosedRange<CivilDay>] {
        [pause, end.map { min($0, .last)...(.last) }].compactMap { $0 }
    }
}
