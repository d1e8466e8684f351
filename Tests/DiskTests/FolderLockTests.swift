import Foundation
import TestSupport
import Testing

@testable import Disk

@Suite struct FolderLockTests {
    let disk: TemporaryFolder

    init() throws { disk = try TemporaryFolder(["content/index.md": "# Home\n"]) }

    private func open() throws -> OutputFolder {
        try OutputFolder(at: disk.at("site"), contentPath: disk.at("content"), takeOver: false)
    }

    @Test func aSecondBuildIsToldWhichProcessIsAtWork() throws {
        let first = try open()
        let text = message { _ = try open() }
        #expect(
            text == "another build is writing into `\(disk.at("site"))` (process \(getpid())): wait for it to end")
        #expect(disk.text("site/.folkmoot-lock") == "\(getpid())\n")
        withExtendedLifetime(first) {}
    }

    @Test func theLockIsHeldAsLongAsTheRun() throws {
        var run: OutputRun? = try open().begin(planned: [])
        #expect(message { _ = try open() } != "")
        _ = try run?.finish([])
        run = nil
        #expect(message { _ = try open() } == "")
        #expect(disk.text("site/.folkmoot-lock") == nil)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/flock")))
    func anotherProcessHoldsTheLockUntilItIsKilled() throws {
        try disk.put("site/.folkmoot-lock", "4711\n")
        let child = Process()
        child.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
        child.arguments = ["-x", "--no-fork", disk.at("site/.folkmoot-lock"), "/bin/sh", "-c", "echo; exec sleep 60"]
        let pipe = Pipe()
        child.standardOutput = pipe
        try child.run()
        _ = pipe.fileHandleForReading.readData(ofLength: 1)
        #expect(message { _ = try open() }.contains("(process 4711): wait for it to end"))
        kill(child.processIdentifier, SIGKILL)
        child.waitUntilExit()
        #expect(message { _ = try open() } == "")
    }

    @Test func aLockThatIsALinkIsNotFollowed() throws {
        try disk.put("precious", "text")
        try disk.link("site/.folkmoot-lock", to: disk.at("precious"))
        #expect(message { _ = try open() }.contains("cannot write into"))
        #expect(disk.text("precious") == "text")
    }
}
