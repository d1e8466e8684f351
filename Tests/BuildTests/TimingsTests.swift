import Foundation
import TestSupport
import Testing

@testable import Build

@Suite struct TimingsTests {
    private func timings() -> Timings {
        var timings = Timings()
        timings.mark("read and parse")
        timings.note(files: (1...9).map { ("page-\($0).md", Double($0 % 5) / 1000) })
        timings.note(beside: "index", cpuSeconds: 0.25)
        timings.mark("render \"and\" write")
        timings.note(pages: [(name: "a/index.html", seconds: 0.002), (name: "b/index.html", seconds: 0.0305)])
        timings.note(size: 3_000_000, written: 1_200_000)
        timings.zones = "release 2026a"
        return timings
    }

    @Test func `the five slowest come first, by name where they took as long`() {
        #expect(
            timings().slowestFiles.map(\.name) == ["page-4.md", "page-9.md", "page-3.md", "page-8.md", "page-2.md"])
        #expect(timings().slowestPages.map(\.name) == ["b/index.html", "a/index.html"])
    }

    @Test func `people read a line for each phase, with CPU time, cores and memory`() throws {
        let lines = timings().text(.text).split(separator: "\n")
        let phase = #/read and parse +\d+\.\d{3} s +\d+ %  \d+\.\d{3} s of CPU, \d+\.\d cores, +\d+\.\d MB at most/#
        #expect(try phase.wholeMatch(in: lines[0]) != nil)
        #expect(lines.contains("  beside it        0.250 s of CPU: index"))
        #expect(lines.contains("slowest pages      30.5 ms    b/index.html"))
        #expect(lines.contains("                   2.0 ms     a/index.html"))
        #expect(lines.contains("bytes              1.2 MB written of 3.0 MB"))
        #expect(lines.last == "time zones         release 2026a")
    }

    /// What a program relies on.
    private struct Report: Decodable {
        struct Phase: Decodable {
            let name: String
            let seconds, cpuSeconds, cores: Double
            let peakMemoryBytes: Int
        }
        struct Step: Decodable {
            let name: String
            let seconds: Double
        }
        let phases: [Phase]
        let slowestFiles, slowestPages: [Step]
        let bytes, bytesWritten: Int
        let timeZones: String
    }

    @Test func `programs read the same as one line of JSON`() throws {
        let text = timings().text(.json)
        #expect(text.hasSuffix("}\n") && !text.dropLast().contains("\n"))
        let read = try JSONDecoder().decode(Report.self, from: Data(text.utf8))
        #expect(read.phases.map(\.name) == ["read and parse", "render \"and\" write"])
        #expect(read.phases.allSatisfy { $0.peakMemoryBytes > 1_000_000 })
        #expect(read.slowestFiles.first?.seconds == 0.004)
        #expect(read.slowestPages.map(\.name) == ["b/index.html", "a/index.html"])
        #expect(read.bytesWritten == 1_200_000 && read.bytes == 3_000_000 && read.timeZones == "release 2026a")
    }

    @Test func `with one job the search is a phase, else it is made beside the pages`() async throws {
        let disk = try TemporaryFolder(["content/site.yaml": "title: T\n", "content/index.md": "# T\n"])
        var command = BuildCommand(content: disk.at("content"), output: disk.at("site"))
        let alone = try await command.run().timings
        #expect(alone.phases.map(\.name).contains("index") && !alone.description.contains("beside it"))
        command.options.jobs = 2
        let together = try await command.run().timings
        #expect(!together.phases.map(\.name).contains("index") && together.description.contains("of CPU: index\n"))
    }

    @Test func `a build says what it wrote, and what took longest`() async throws {
        let disk = try TemporaryFolder([
            "content/site.yaml": "title: T\n", "content/index.md": "---\ntitle: T\n---\nText.\n",
        ])
        var command = BuildCommand(content: disk.at("content"), output: disk.at("site"))
        let first = try await command.run().timings
        #expect(first.size > 0 && first.writtenSize == first.size)
        #expect(first.slowestFiles.map(\.name) == ["index.md"])
        #expect(first.slowestPages.count == 5)
        command.options.jobs = 2
        let second = try await command.run().timings
        #expect(second.size == first.size && second.writtenSize == 0)
    }
}
