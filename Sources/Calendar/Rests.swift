public import Content

/// When a community does not meet: while it takes a rest, and once it has ended.
public struct Rests: Sendable, Equatable {
    /// Without an end while that is not known.
    public let pause: ClosedRange<CivilDay>?
    /// The first day on which it no longer exists; this may be in the future.
    public let end: CivilDay?

    /// None.
    public init() { (pause, end) = (nil, nil) }

    public init(_ community: Community) {
        pause = community.pause
        end = community.closed?.value.firstDay
    }

    public func contains(_ day: CivilDay) -> Bool { ranges.contains { $0.contains(day) } }

    /// Whether it rests on a day without a known end.
    public func isOpenEnded(on day: CivilDay) -> Bool {
        guard let pause, pause.upperBound == .last else { return false }
        return end.map { day < $0 } ?? true
    }

    fileprivate var ranges: [ClosedRange<CivilDay>] {
        [pause, end.map { min($0, .last)...(.last) }].compactMap { $0 }
    }
}

/// Days that a repetition leaves out besides its exceptions.
public struct DaysOff: Sendable {
    public let rests: Rests
    /// Those that have an entry of their own, which says what happens instead.
    public let replaced: Set<CivilDay>

    public init(rests: Rests = Rests(), replaced: some Sequence<CivilDay> = []) {
        self.rests = rests
        self.replaced = Set(replaced)
    }

    var ranges: [ClosedRange<CivilDay>] { rests.ranges + replaced.map { $0...$0 } }
}
