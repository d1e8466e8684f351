import TestSupport
import Testing

@testable import Build
@testable import Tools

private let hasGit = Git(folder: "/").run(["--version"]) != nil

@Suite(.enabled(if: hasGit, "git is not installed")) struct ForgetHistoryTests {
    private static func report(_ person: String, in repository: Repository) async throws -> String {
        let command = ForgetCommand(content: repository.disk.at(Repository.folder), person: person)
        return try await command.run().edit.report ?? ""
    }

    @Test func `commits that brought the name or took it away are counted, since the first`() async throws {
        let repository = try Repository()
        try repository.write([
            "people/ada.md": "---\nname: Ada Example\n---\n", "resources/b.md": "---\ntitle: B\n---\n\nBo.\n",
        ])
        try repository.commit("2", day: "2026-02-01")
        try repository.write(["resources/a.md": "---\ntitle: A\n---\n\nAsk Ada Example.\n"])
        try repository.commit("3", day: "2026-03-01")
        try repository.write(["resources/a.md": "---\ntitle: A\n---\n\nTwo.\n"])
        try repository.commit("4", day: "2026-04-01")
        try repository.write(["resources/a.md": "---\ntitle: A\n---\n\nThree.\n"])
        try repository.commit("5", day: "2026-05-01")
        #expect(try await Self.report("ada", in: repository).contains("; 3 commits since 2026-02-01 added or removed"))
        #expect(try await Self.report("Bo Nobody", in: repository).contains("each file.\n"))
    }

    @Test func `a name that looks like an option of git is none`() async throws {
        let repository = try Repository()
        #expect(try await Self.report("--output=x", in: repository).contains("each file.\n"))
        #expect(repository.disk.tree()["x"] == nil)
    }

    @Test func `without a repository it says so`() async throws {
        let disk = try TemporaryFolder(["content/site.yaml": "title: T\n"])
        let report = try await ForgetCommand(content: disk.at("content"), person: "Ada Example").run().edit.report
        #expect(report?.contains("not in a git repository") == true)
    }
}
