extension RandomAccessCollection where Index == Int {
    /// The first index of the elements for which a condition holds, where it holds for all from some element on; the
    /// end where it holds for none. Found by halves.
    @inlinable package func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
