import Foundation
import TestSupport
import Testing

@testable import Tools

/// `folkmoot map pin`: the positions of communities, in a file of the handbook.
@Suite struct MapPinTests {
    private static func handbook(_ more: [String: String] = [:]) throws -> TemporaryFolder {
        var files = ["content/site.yaml": "title: T\n"]
        for id in ["a", "b", "c", "d"] {
            files["content/communities/\(id).md"] = "---\nname: \(id)\nsummary: S.\n---\n"
        }
        return try TemporaryFolder(files.merging(more) { $1 })
    }

    private func pin(_ disk: TemporaryFolder, isFresh: Bool = false) async throws -> EditOutcome {
        var command = MapPinCommand(content: disk.at("content"))
        command.isFresh = isFresh
        return try await command.run()
    }

    /// By id, the text after the colon.
    private func lines(_ disk: TemporaryFolder) -> [String: String] {
        let lines = (disk.text("content/map.yaml") ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            $0.components(separatedBy: ": ")
        }
        return Dictionary(uniqueKeysWithValues: lines.map { ($0[0], $0[1]) })
    }

    @Test func `each community has a line, and a second run changes nothing`() async throws {
        let disk = try Self.handbook()
        #expect(try await pin(disk).report?.hasPrefix("Pinned 4 communities in map.yaml: 4 new, 0 gone.") == true)
        let before = disk.text("content/map.yaml")
        #expect(lines(disk).keys.sorted() == ["a", "b", "c", "d"])
        #expect(try await pin(disk).report == "All 4 communities are pinned already.")
        #expect(disk.text("content/map.yaml") == before)
    }

    @Test func `a new community is added, one that goes is taken out, and the others keep their lines`() async throws {
        let disk = try Self.handbook()
        _ = try await pin(disk)
        let before = lines(disk)
        try FileManager.default.removeItem(atPath: disk.at("content/communities/b.md"))
        try disk.put("content/communities/e.md", "---\nname: E\nsummary: S.\n---\n")
        #expect(try await pin(disk).report?.contains("1 new, 1 gone") == true)
        let after = lines(disk)
        #expect(after.keys.sorted() == ["a", "c", "d", "e"] && ["a", "c", "d"].allSatisfy { after[$0] == before[$0] })
    }

    @Test func `a community whose file has a mistake keeps its position, and so does a draft`() async throws {
        let disk = try Self.handbook()
        _ = try await pin(disk)
        let before = lines(disk)
        try disk.put("content/communities/a.md", "---\nname: [A\n---\n")
        try disk.put("content/communities/b.md", "---\nname: B\n---\n")
        try disk.put("content/communities/c.md", "---\nname: C\nsummary: S.\ndraft: true\n---\n")
        try disk.put("content/communities/e.md", "---\nname: E\nsummary: S.\n---\n")
        #expect(try await pin(disk).report?.contains("1 new, 0 gone, 2 kept although their files have errors") == true)
        #expect(["a", "b", "c", "d"].allSatisfy { lines(disk)[$0] == before[$0] })
    }

    @Test func `a file that cannot be read is left alone, unless it is to be made again`() async throws {
        let disk = try Self.handbook(["content/map.yaml": "a: here\n"])
        let outcome = try await pin(disk)
        #expect(outcome.report == nil && outcome.problems.map(\.code) == ["bad-pin"])
        #expect(disk.text("content/map.yaml") == "a: here\n")
        #expect(try await pin(disk, isFresh: true).report != nil)
        #expect(lines(disk).count == 4)
    }

    @Test func `what it writes it can read, however odd the pins were`() async throws {
        let disk = try Self.handbook(["content/map.yaml": "a: [0, 0]\nb: [1000, 20000]\nc: [1000, 0]\nd: [0, 20000]\n"])
        _ = try await pin(disk)
        let again = try await pin(disk)
        #expect(again.report != nil && again.problems.isEmpty)
    }

    @Test func `a link that leads out of the handbook is not followed`() async throws {
        let disk = try Self.handbook(["elsewhere.yaml": "a: [100, 100]\n"])
        try disk.link("content/map.yaml", to: "../elsewhere.yaml")
        _ = try? await pin(disk)
        #expect(disk.text("elsewhere.yaml") == "a: [100, 100]\n")
    }
}
