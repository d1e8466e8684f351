import TestSupport
import Testing

@testable import Build

struct HandbookReleaseTests {
    private func message(_ release: String?) async throws -> [String] {
        let disk = try TemporaryFolder(["content/site.yaml": "title: T\n", "content/index.md": "# T\n"])
        if let release { try disk.put(".folkmoot/release", release) }
        return try await BuildCommand(content: disk.at("content"), output: nil).run().messages
    }

    @Test func `workflows of another version are named, by a check too`() async throws {
        let older = try await message("# The release.\nversion = 0.0.9\nurl = x\n")
        #expect(older.count == 1 && older[0].contains("run folkmoot 0.0.9") && older[0].contains("`folkmoot upgrade`"))
        let newer = try await message("version = 99.0.0\n")
        #expect(newer.count == 1 && newer[0].contains("install the newer one"))
    }

    @Test(arguments: [nil, "version = \(Program.version)\n", "version = soon\n", "nothing\n"])
    func `workflows of this version, or of none, are not named`(release: String?) async throws {
        #expect(try await message(release) == [])
    }
}
