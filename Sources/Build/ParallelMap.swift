/// More tasks than this help on no machine that builds a handbook.
let maximumJobs = 64

/// Applies `body` to each item, on several cores, and returns the results in the order of the items.
///
/// Items go to tasks in runs of neighbours, about four runs a core (more, if there is progress to show), and at most
/// `jobs` runs are at work at once. With `jobs` 1 all is done in place, in order.
/// - Parameters:
///   - jobs: how many runs at once, at most `maximumJobs`; never more than the cores of the machine have effect.
///   - progress: gets the number of finished items now and then, never twice at once, on the caller's isolation.
///   - body: gets the index of the item and the item.
/// - Throws: the error of the first item, in order, whose body threw; waits for the runs at work and begins no
///   others.
public func parallelMap<T: Sendable, R: Sendable, E: Error>(
    _ items: [T], jobs: Int, isolation: isolated (any Actor)? = #isolation, progress: ((Int) -> Void)? = nil,
    _ body: @escaping @Sendable (Int, T) throws(E) -> R
) async throws(E) -> [R] {
    let jobs = min(jobs, maximumJobs)
    let runs = runs(of: items.count, jobs: jobs, fine: progress != nil)
    if jobs <= 1 || runs.count <= 1 {
        var results: [R] = []
        results.reserveCapacity(items.count)
        for run in runs {
            for i in run { results.append(try body(i, items[i])) }
            progress?(run.upperBound)
        }
        return results
    }
    let outcomes = await withTaskGroup(of: (Int, Result<[R], E>).self) { group in
        var outcomes: [Result<[R], E>?] = Array(repeating: nil, count: runs.count)
        var next = 0
        var done = 0
        var failed = false
        func start() {
            guard next < runs.count, !failed else { return }
            let (index, run) = (next, runs[next])
            next += 1
            group.addTask { (index, apply(body, to: items, in: run)) }
        }
        for _ in 0..<jobs { start() }
        while let (index, outcome) = await group.next() {
            if case .failure = outcome { failed = true }
            outcomes[index] = outcome
            done += runs[index].count
            start()
            progress?(done)
        }
        return outcomes
    }
    var results: [R] = []
    results.reserveCapacity(items.count)
    // Runs begin in order, so those that were not begun come after the one that failed.
    for outcome in outcomes { if let outcome { results += try outcome.get() } }
    return results
}

private func apply<T, R, E: Error>(
    _ body: (Int, T) throws(E) -> R, to items: [T], in run: Range<Int>
) -> Result<[R], E> {
    Result { () throws(E) in
        var results: [R] = []
        results.reserveCapacity(run.count)
        for i in run { results.append(try body(i, items[i])) }
        return results
    }
}

/// Cuts `0..<count` into ranges of nearly equal length, in order.
func runs(of count: Int, jobs: Int, fine: Bool) -> [Range<Int>] {
    let wanted = min(count, max(min(max(jobs, 1), maximumJobs) * 4, fine ? 100 : 0))
    return (0..<wanted).map { (count * $0 / wanted)..<(count * ($0 + 1) / wanted) }
}
