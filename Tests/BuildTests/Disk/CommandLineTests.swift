import Foundation
import Testing

@testable import Build

/// Built beside the tests.
private let program: String? = {
    let beside = Bundle.allBundles.map(\.bundleURL) + [URL(fileURLWithPath: CommandLine.arguments[0])]
    return beside.map { $0.deletingLastPathComponent().appending(path: "folkmoot").path }.first { FileManager.default.isExecutableFile(atPath: $0) }
}()

/// The program itself, as a shell runs it.
@Suite(.enabled(if: program != nil, "the program was not built beside the tests")) struct CommandLineTests {
    /// - Parameter script: for `sh`; `$folkmoot` is the program.
    private func run(_ script: String, in disk: TemporaryFolder) throws -> (code: Int32, out: String, error: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", script]
        process.currentDirectoryURL = URL(fileURLWithPath: disk.path)
        process.environment = ProcessInfo.processInfo.environment.merging(["folkmoot": program!]) { $1 }
        try disk.put("out", "")
        try disk.put("error", "")
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: disk.at("out"))
        process.standardError = FileHandle(forWritingAtPath: disk.at("error"))
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, disk.text("out")!, disk.text("error")!)
    }

    private func broken(_ count: Int) throws -> TemporaryFolder {
        try TemporaryFolder(["content/site.yaml": "title: T\n", "content/a.md": "# A\n\n" + String(repeating: "[x](none.md)\n\n", count: count)])
    }

    @Test func `a reader that goes away does not end the program`() throws {
        let disk = try broken(5_000)
        let result = try run("{ \"$folkmoot\" check --format json; echo $? > code; } | head -n 1", in: disk)
        #expect(result.out.split(separator: "\n").count == 1)
        #expect(disk.text("code") == "1\n")
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func `a report that cannot be written is not lost in silence`() throws {
        let result = try run("\"$folkmoot\" check --format json > /dev/full", in: try broken(1))
        #expect(result.code == 2)
        #expect(result.error == "folkmoot: cannot write to standard output: No space left on device\n")
    }

    @Test(arguments: ["9223372036854775807", "1000"]) func `any number of jobs is taken`(jobs: String) throws {
        let disk = try TemporaryFolder(["content/site.yaml": "title: T\n", "content/index.md": "# T\n"])
        #expect(try run("\"$folkmoot\" build --jobs \(jobs)", in: disk).code == 0)
    }

    @Test func `what is not translated fails a check only when it is strict`() throws {
        let disk = try TemporaryFolder(["content/site.yaml": "title: {en: T, cy: T}\nlanguages: [en, cy]\n", "content/a.md": "# A\n"])
        let result = try run("\"$folkmoot\" check --translations", in: disk)
        #expect(result.code == 0 && result.out.contains("  content/a.cy.md\n"))
        #expect(try run("\"$folkmoot\" check --translations --strict", in: disk).code == 1)
        #expect(try run("\"$folkmoot\" check --strict", in: disk).code == 0)
        let json = try run("\"$folkmoot\" check --translations --format json", in: disk).out
        #expect(json.hasPrefix("{\"path\":\"content/a.md\",\"line\":1,") && json.contains("\"translation\":\"content/a.cy.md\",\"keys\":[\"title\""))
    }

    @Test func `an error message is one line without control characters`() throws {
        let disk = try TemporaryFolder(["content/site.yaml": "title: T\n"])
        try disk.put("theme/a\u{1B}]0;x\n::error::b.mustache", "{{#open}}")
        let result = try run("\"$folkmoot\" check --theme ./theme", in: disk)
        #expect(result.code == 2)
        #expect(result.error.hasPrefix("folkmoot: ") && result.error.count { $0 == "\n" } == 1 && !result.error.contains("\u{1B}"))
    }
}
