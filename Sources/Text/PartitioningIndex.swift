extension RandomAccessCollection where Index == Int {
    /// The index of the first element for which a condition holds, if it holds for all from some element on; the end if
    /// it holds for none. A binary search.
    @inlinable package func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
