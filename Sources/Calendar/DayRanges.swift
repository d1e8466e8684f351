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

    init(exceptions repeats: Repetition?, and rests: [ClosedRange<CivilDay>] = []) {
        self.init((repeats?.except.items() ?? []).map { $0.value.firstDay...$0.value.lastDay } + rests)
    }

    /// The last day of the range with a day in it.
    func end(of day: CivilDay) -> CivilDay? {
        let index = ranges.partitioningIndex { $0.upperBound >= day }
        return index < ranges.count && ranges[index].lowerBound <= day ? ranges[index].upperBound : nil
    }
}
