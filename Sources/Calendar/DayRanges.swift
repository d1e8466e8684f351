internal import Content
internal import Text

/// Days on which nothing happens: ranges that do not touch, ascending, so that one is found in few steps however many
/// a file lists.
struct DayRanges {
    private let ranges: [ClosedRange<CivilDay>]

    init(_ ranges: [ClosedRange<CivilDay>]) {
        var merged: [ClosedRange<CivilDay>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        self.ranges = merged
    }

    init(exceptions repeats: Repetition?, and others: DaysOff = DaysOff()) {
        self.init((repeats?.except.items() ?? []).map { $0.value.firstDay...$0.value.lastDay } + others.ranges)
    }

    /// The first day of what has no end; `nil` where there is no such range.
    var endless: CivilDay? { ranges.last.flatMap { $0.upperBound >= .last ? $0.lowerBound : nil } }

    /// The ranges with an end that are not over on a day.
    func ending(after day: CivilDay) -> some Sequence<ClosedRange<CivilDay>> {
        ranges[ranges.partitioningIndex { $0.upperBound >= day }...].prefix { $0.upperBound < .last }
    }

    /// The last day of the range with a day in it.
    func end(of day: CivilDay) -> CivilDay? {
        let index = ranges.partitioningIndex { $0.upperBound >= day }
        return index < ranges.count && ranges[index].lowerBound <= day ? ranges[index].upperBound : nil
    }
}
