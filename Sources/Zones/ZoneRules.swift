internal import Text

/// The offsets from UTC that one time zone has had and will have.
///
/// Times are whole seconds since 1970-01-01 00:00: an *instant* counts them in UTC, a *local time* on the clocks of the
/// zone.
public struct ZoneRules: Sendable, Equatable {
    /// When the offset changes; ascending.
    var changes: [Change] = []
    /// Before the first change.
    var firstOffset: Int
    /// After the last change; without it the last offset stays.
    var rest: YearlyRule?

    struct Change: Sendable, Equatable {
        /// The first instant at which the new offset holds.
        var instant: Int
        /// Seconds east of UTC.
        var offset: Int
    }

    /// A zone that never changes.
    init(offset: Int) { firstOffset = offset }

    public static let utc = ZoneRules(offset: 0)

    /// - Returns: seconds east of UTC.
    public func offset(at instant: Int) -> Int {
        if let last = changes.last, let rest, instant >= last.instant { return rest.offset(at: instant) }
        if changes.isEmpty, let rest { return rest.offset(at: instant) }
        return changes[..<firstChange(after: instant)].last?.offset ?? firstOffset
    }

    /// - Returns: seconds since 1970-01-01 00:00 on the clocks of the zone.
    public func local(_ instant: Int) -> Int { instant + offset(at: instant) }

    /// The instant of a local time, by RFC 5545, section 3.3.5: of a time that comes twice the first, and of a time
    /// that is skipped the one by the offset before the gap.
    public func instant(_ local: Int) -> Int { found(local).instant }

    /// The local times around one over which the clocks are put forward, so that nobody's clock ever shows them; `nil`
    /// where the time exists.
    public func gap(at local: Int) -> Range<Int>? { found(local).gap }

    /// The gaps of the clocks between two instants; ascending, as local times.
    public func gaps(after start: Int, through end: Int) -> [Range<Int>] {
        changes(after: start, through: end).compactMap { change in
            let before = offset(at: change.instant - 1)
            return change.offset > before ? (change.instant + before)..<(change.instant + change.offset) : nil
        }
    }

    /// No offset is as large (RFC 9636, section 3.2, has less than 26 hours).
    private static let reach = 26 * 3600

    /// Walks through the stretches of one offset each around a local time; there are seldom more than two.
    private func found(_ local: Int) -> (instant: Int, gap: Range<Int>?) {
        var offset = self.offset(at: local - Self.reach)
        for change in self.changes(after: local - Self.reach, through: local + Self.reach) {
            let instant = local - offset
            if instant < change.instant { return (instant, nil) }
            if local - change.offset < change.instant {
                return (instant, (change.instant + offset)..<(change.instant + change.offset))
            }
            offset = change.offset
        }
        return (local - offset, nil)
    }

    /// The index of the first change after an instant.
    private func firstChange(after instant: Int) -> Int {
        changes.partitioningIndex { $0.instant > instant }
    }

    /// Ascending.
    func changes(after start: Int, through end: Int) -> [Change] {
        var found: [Change] = []
        var index = firstChange(after: start)
        while index < changes.count, changes[index].instant <= end {
            found.append(changes[index])
            index += 1
        }
        guard let rest, end > changes.last?.instant ?? .min else { return found }
        let from = max(start, changes.last?.instant ?? start)
        return found + rest.changes(after: from, through: end)
    }

    /// Whether two zones have the same clocks from one instant to another.
    public func agrees(with other: ZoneRules, from start: Int, through end: Int) -> Bool {
        let instants = [self, other].flatMap { $0.changes(after: start, through: end).map(\.instant) }
        return ([start] + instants).allSatisfy { offset(at: $0) == other.offset(at: $0) }
    }
}
