import Foundation
import TestSupport
import Testing

@testable import Build
@testable import Disk

@Suite struct ParallelMapTests {
    struct Odd: Error, Equatable { let index: Int }

    @Test(arguments: [1, 2, 3, 8]) func keepsTheOrder(jobs: Int) async {
        for count in [0, 1, 2, 7, 1_000] {
            let results = await parallelMap(Array(0..<count), jobs: jobs) { index, item in "\(index):\(item)" }
            #expect(results == (0..<count).map { "\($0):\($0)" })
        }
    }

    @Test(arguments: [Int.max, 1_000, 0, -1]) func anyNumberOfJobsIsTaken(jobs: Int) async {
        #expect(await parallelMap(Array(0..<1_000), jobs: jobs) { _, item in item } == Array(0..<1_000))
        #expect((1...(4 * maximumJobs)).contains(runs(of: 1_000, jobs: jobs, fine: false).count))
        #expect((2...(2 * ProcessInfo.processInfo.activeProcessorCount)).contains(Pipeline.rendererCount(jobs: jobs)))
    }

    @Test(arguments: [1, 4]) func throwsTheFirstErrorInOrder(jobs: Int) async {
        for _ in 0..<20 {
            let error = await #expect(throws: Odd.self) {
                try await parallelMap(Array(0..<400), jobs: jobs) { index, item throws(Odd) -> Int in
                    if [117, 118, 250, 399].contains(item) { throw Odd(index: index) }
                    return item
                }
            }
            #expect(error == Odd(index: 117))
        }
    }

    @Test(arguments: [1, 4]) func progressGrowsToTheEnd(jobs: Int) async {
        var seen: [Int] = []
        _ = await parallelMap(Array(0..<1_000), jobs: jobs, progress: { seen.append($0) }, { _, item in item })
        #expect(seen.count == 100)
        #expect(seen == seen.sorted() && seen.last == 1_000)
    }

    @Test func runsCoverAllOnce() {
        for count in [0, 1, 5, 99, 100, 101, 12_345] {
            for fine in [false, true] {
                let runs = runs(of: count, jobs: 2, fine: fine)
                #expect(runs.flatMap { Array($0) } == Array(0..<count))
                #expect(runs.count == min(count, fine ? 100 : 8))
            }
        }
    }
}

@Suite struct ProgressBarTests {
    private func lines(isShown: Bool, at times: [Duration]) -> [String] {
        var drawn: [String] = []
        var now = Duration.zero
        let bar = ProgressBar("Rendering", total: 10, isShown: isShown, elapsed: { now }, draw: { drawn.append($0) })
        for (done, time) in times.enumerated() {
            now = time
            bar.update(done)
        }
        bar.end()
        bar.end()
        return drawn
    }

    @Test func appearsAfterASecondAndClearsItsLine() {
        let times: [Duration] = [
            .milliseconds(10), .milliseconds(999), .seconds(1), .milliseconds(1_050), .milliseconds(1_200),
        ]
        let first = "Rendering [####................] 2 of 10"
        let second = "Rendering [########............] 4 of 10"
        #expect(
            lines(isShown: true, at: times) == [
                "\r" + first, "\r" + second, "\r" + String(repeating: " ", count: first.count) + "\r",
            ])
    }

    @Test func quickStepsAndOtherOutputsShowNothing() {
        #expect(lines(isShown: true, at: [.milliseconds(500)]).isEmpty)
        #expect(lines(isShown: false, at: [.seconds(5)]).isEmpty)
    }
}

@Suite struct MemorySinkTests {
    @Test func keepsWhatTasksWrite() async throws {
        let sink = MemorySink()
        let written = try await parallelMap(Array(0..<500), jobs: 8) { _, item in
            try sink.write("\(item).html", Array("page \(item)".utf8))
        }
        #expect(written.allSatisfy { $0.status == .written })
        _ = try sink.copy(OpenAsset([7], at: "a.txt"), to: "a.txt")
        let files = try await sink.files()
        #expect(files.count == 501 && files["a.txt"] == [7] && files["42.html"] == Array("page 42".utf8))
    }

    @Test func refusesASecondFileOnOnePath() async throws {
        let sink = MemorySink()
        _ = try sink.write("a", [1])
        _ = try sink.write("a", [1])
        await #expect(throws: BuildError("`a` was written twice.")) { try await sink.files() }
    }
}
