import Disk
import Foundation
import TestSupport
import Testing

@testable import Build
@testable import Tools

struct UpgradeTests {
    private static let release = NamedRelease(version: "0.1.0", home: "https://example.org/f", sha256: "aa")
    private static let workflow = ".github/workflows/check.yml"

    /// A repository as `new handbook` makes it, but for its content.
    private func handbook() throws -> TemporaryFolder {
        let disk = try TemporaryFolder(WorkflowFiles.withCopies(WorkflowFiles.files(Self.release)))
        try disk.put("content/site.yaml", "title: T\n")
        return disk
    }

    private func upgrade(
        _ disk: TemporaryFolder, to files: [String: String]? = nil, writes: Bool = true
    ) throws -> (text: String, left: Int) {
        var command = UpgradeCommand(at: disk.path)
        command.writes = writes
        return try command.run(Self.release, newest: files ?? WorkflowFiles.files(Self.release))
    }

    /// What this program writes, with another line in one file.
    private func files(_ path: String, replacing old: String, by new: String) throws -> [String: String] {
        var files = WorkflowFiles.files(Self.release)
        let text = try #require(files[path])
        #expect(text.contains(old))
        files[path] = text.replacingOccurrences(of: old, with: new)
        return files
    }

    @Test func `a new handbook names the release, and keeps each file as it was written`() throws {
        let disk = try TemporaryFolder()
        _ = try NewHandbook(at: disk.at("demo"), title: "T").make()
        let release = try #require(disk.text("demo/.folkmoot/release"))
        #expect(release.contains("version = \(Program.version)\n"))
        let address = "\(Program.home)/releases/download/v\(Program.version)/folkmoot-\(Program.version)-linux-x86_64"
        #expect(release.contains("url = \(address).tar.gz\n"))
        // The tests run in a program that is of no release.
        #expect(release.contains("sha256 = unknown\n"))
        #expect(!release.contains("@"))
        for path in WorkflowFiles.files(Self.release).keys {
            #expect(disk.text("demo/" + path) == disk.text("demo/.folkmoot/written/" + path), "\(path)")
        }
    }

    @Test func `a handbook of this version has nothing to write`() throws {
        let disk = try handbook()
        let before = disk.tree()
        let said = try upgrade(disk)
        #expect(said.left == 0)
        #expect(said.text == "The files for hosts are those of folkmoot 0.1.0, with your own changes.\n")
        #expect(disk.tree() == before)
    }

    @Test func `without a flag it shows what would change, and writes nothing`() throws {
        let disk = try handbook()
        let before = disk.tree()
        let newest = try files(Self.workflow, replacing: "name: Check\n", by: "name: Check it\n")
        let said = try upgrade(disk, to: newest, writes: false)
        #expect(said.text.contains("\n-name: Check\n+name: Check it\n"))
        #expect(said.text.hasSuffix("Would write 1 file; `folkmoot upgrade --write` does.\n"))
        #expect(disk.tree() == before)
    }

    @Test func `a file that nobody changed is renewed, with its copy`() throws {
        let disk = try handbook()
        let newest = try files(Self.workflow, replacing: "name: Check\n", by: "name: Check it\n")
        #expect(try upgrade(disk, to: newest).left == 0)
        #expect(disk.text(Self.workflow) == newest[Self.workflow])
        #expect(disk.text(".folkmoot/written/" + Self.workflow) == newest[Self.workflow])
        #expect(try upgrade(disk, to: newest).text.hasPrefix("The files for hosts are those of"))
    }

    @Test func `what somebody changed elsewhere in a file is kept, more than once`() throws {
        let disk = try handbook()
        let own = try #require(disk.text(Self.workflow)).replacingOccurrences(of: "exit 1", with: "exit 0")
        try disk.put(Self.workflow, own)
        for name in ["Check it", "Check this"] {
            let newest = try files(Self.workflow, replacing: "name: Check\n", by: "name: \(name)\n")
            let said = try upgrade(disk, to: newest)
            #expect(said.left == 0)
            #expect(said.text.contains("check.yml: your changes are kept.\n"))
            #expect(
                disk.text(Self.workflow) == own.replacingOccurrences(of: "name: Check\n", with: "name: \(name)\n"))
        }
    }

    @Test func `a file in which both changed a line is left, with what to bring in`() throws {
        let disk = try handbook()
        let own = try #require(disk.text(Self.workflow)).replacingOccurrences(of: "name: Check\n", with: "name: Ours\n")
        try disk.put(Self.workflow, own)
        let newest = try files(Self.workflow, replacing: "name: Check\n", by: "name: Check it\n")
        let before = disk.tree()
        #expect(try upgrade(disk, to: newest, writes: false).left == 1)
        #expect(disk.tree() == before)
        let said = try upgrade(disk, to: newest)
        #expect(said.left == 1)
        #expect(said.text.contains("\n-name: Check\n+name: Check it\n"))
        #expect(disk.text(Self.workflow) == own)
        #expect(disk.text(Self.workflow + ".new") == newest[Self.workflow])
        // What was brought in by hand is theirs, and the next version is compared with this one.
        try disk.put(Self.workflow, own.replacingOccurrences(of: "name: Ours\n", with: "name: Ours, checked\n"))
        #expect(try upgrade(disk, to: newest).left == 0)
        let later = try files(Self.workflow, replacing: "name: Check\n", by: "name: Check this\n")
        #expect(try upgrade(disk, to: later).text.contains("check.yml.new` is still there."))
        try FileManager.default.removeItem(atPath: disk.at(Self.workflow + ".new"))
        #expect(try upgrade(disk, to: later).left == 1)
        #expect(disk.text(Self.workflow)?.contains("name: Ours, checked\n") == true)
    }

    @Test func `a file that somebody removed stays away, and one that is new comes`() throws {
        let disk = try handbook()
        try FileManager.default.removeItem(atPath: disk.at(".gitlab-ci.yml"))
        var newest = WorkflowFiles.files(Self.release)
        newest[".gitlab-ci.yml"]? += "# new\n"
        newest[".github/workflows/new.yml"] = "name: New\n"
        let said = try upgrade(disk, to: newest)
        #expect(said.text.contains(".gitlab-ci.yml: you removed it, so it is not added."))
        #expect(disk.text(".gitlab-ci.yml") == nil)
        #expect(disk.text(".github/workflows/new.yml") == "name: New\n")
    }

    @Test func `a file that a newer program no longer has goes, unless somebody changed it`() throws {
        let disk = try handbook()
        var newest = WorkflowFiles.files(Self.release)
        for path in [Self.workflow, ".gitlab-ci.yml"] { newest[path] = nil }
        try disk.put(".gitlab-ci.yml", "stages: [ours]\n")
        let said = try upgrade(disk, to: newest)
        #expect(said.left == 1)
        #expect(disk.text(Self.workflow) == nil)
        #expect(disk.text(".gitlab-ci.yml") == "stages: [ours]\n")
    }

    @Test func `a file of which nothing is known is not overwritten`() throws {
        let disk = try TemporaryFolder(["content/site.yaml": "title: T\n", ".gitlab-ci.yml": "stages: [ours]\n"])
        let said = try upgrade(disk)
        #expect(said.left == 1)
        #expect(said.text.contains(".gitlab-ci.yml: it is not known what you changed in it."))
        #expect(disk.text(".gitlab-ci.yml") == "stages: [ours]\n")
        #expect(disk.text(Self.workflow) == WorkflowFiles.files(Self.release)[Self.workflow])
    }

    @Test func `lines that a checkout ended in another way are no change, and stay so`() throws {
        let disk = try handbook()
        for path in WorkflowFiles.withCopies(WorkflowFiles.files(Self.release)).keys {
            try disk.put(path, try #require(disk.text(path)).replacingOccurrences(of: "\n", with: "\r\n"))
        }
        let before = disk.tree()
        #expect(try upgrade(disk).text.hasPrefix("The files for hosts are those of"))
        #expect(disk.tree() == before)
        let newest = try files(Self.workflow, replacing: "name: Check\n", by: "name: Check it\n")
        #expect(try upgrade(disk, to: newest).left == 0)
        let text = try #require(newest[Self.workflow])
        #expect(disk.text(Self.workflow) == text.replacingOccurrences(of: "\n", with: "\r\n"))
    }

    @Test func `a copy of another file is not its own copy`() throws {
        let disk = try handbook()
        for path in ["content/site.yaml", "README.md", ".github/CODEOWNERS", ".github/workflows/a b.yml"] {
            try disk.put(path, "ours\n")
            try disk.put(".folkmoot/written/" + path, "ours\n")
        }
        let before = disk.tree()
        #expect(try upgrade(disk).left == 0)
        #expect(disk.tree() == before)
    }

    @Test func `a program of no release keeps the release that is named, and an older one changes nothing`() throws {
        let disk = try handbook()
        let own = NamedRelease(version: "0.1.0", home: "https://example.org/f")
        let said = try UpgradeCommand(at: disk.path).run(own)
        #expect(said.text == "The files for hosts are those of folkmoot 0.1.0, with your own changes.\n")
        let text = try #require(disk.text(".folkmoot/release"))
        try disk.put(".folkmoot/release", text.replacingOccurrences(of: "version = 0.1.0", with: "version = 99.0.0"))
        #expect(throws: BuildError.self) { try upgrade(disk) }
    }

    @Test func `a file that is a link is not written through`() throws {
        let disk = try handbook()
        let outside = try TemporaryFolder(["profile": try #require(disk.text(".gitlab-ci.yml"))])
        try FileManager.default.removeItem(atPath: disk.at(".gitlab-ci.yml"))
        try disk.link(".gitlab-ci.yml", to: outside.at("profile"))
        let newest = try files(".gitlab-ci.yml", replacing: "pages:", by: "published:")
        #expect(throws: BuildError.self) { try upgrade(disk, to: newest) }
        #expect(outside.text("profile") == WorkflowFiles.files(Self.release)[".gitlab-ci.yml"])
    }

    @Test func `nothing is written where no handbook is, or outside of it`() throws {
        let empty = try TemporaryFolder()
        #expect(throws: BuildError.self) { try upgrade(empty) }
        let disk = try TemporaryFolder(["content/site.yaml": "title: T\n", "elsewhere/a": ""])
        let outside = try TemporaryFolder()
        try disk.link(".github", to: outside.path)
        #expect(throws: BuildError.self) { try upgrade(disk) }
        #expect(outside.tree().isEmpty)
        #expect(disk.text(".gitlab-ci.yml") == nil)
    }
}
