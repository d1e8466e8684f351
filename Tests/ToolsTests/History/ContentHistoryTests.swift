import Content
import Foundation
import Site
import TestSupport
import Testing

@testable import Build
@testable import Tools

/// What the history of a repository says of entries, and what feeds make of it.
@Suite struct ContentHistoryTests {
    private static func history(_ log: String, of paths: String...) -> [String: [String?]] {
        let history = ContentHistory(GitLog(Array(log.utf8)), of: paths)
        return Dictionary(
            uniqueKeysWithValues: paths.map {
                ($0, [history.added[$0], history.changed[$0]].map { $0?.date.isoDate })
            })
    }

    @Test func `a file came with its first commit, whatever it was called then`() {
        let log =
            "\u{1}cc 2026-03-01 bb\n\nR100\told.md\tnew.md\n\u{1}bb 2026-02-01 aa\n\nM\told.md\n"
            + "\u{1}aa 2026-01-01 \n\nA\told.md\nA\tsame.md\n"
        #expect(Self.history(log, of: "new.md")["new.md"] == ["2026-01-01", "2026-02-01"])
        #expect(Self.history(log, of: "same.md")["same.md"] == ["2026-01-01", nil])
        #expect(Self.history(log, of: "unknown.md")["unknown.md"] == [nil, nil])
    }

    @Test func `a file that takes the name of another one came when it was added`() {
        let log =
            "\u{1}cc 2026-03-01 bb\n\nM\ta.md\n\u{1}bb 2026-02-01 aa\n\nA\ta.md\n"
            + "\u{1}aa 2026-01-02 99\n\nD\ta.md\n\u{1}99 2026-01-01 \n\nA\ta.md\n"
        #expect(Self.history(log, of: "a.md")["a.md"] == ["2026-02-01", "2026-03-01"])
    }

    @Test func `a commit of many files corrects none`() {
        let many = (1...20).map { "M\t\($0).md\n" }.joined()
        let log = "\u{1}cc 2026-03-01 bb\n\n\(many)M\ta.md\n\u{1}bb 2026-02-01 aa\n\n\(many)"
        let first = "\u{1}aa 2026-01-01 \n\nA\ta.md\nA\t1.md\n"
        #expect(Self.history(log + first, of: "a.md")["a.md"] == ["2026-01-01", nil])
        #expect(Self.history(log + first, of: "1.md")["1.md"] == ["2026-01-01", "2026-02-01"])
    }

    @Test(.enabled(if: Git(folder: "/").run(["--version"]) != nil, "git is not installed"))
    func `a site that is written has feeds with the days of its commits`() async throws {
        let repository = try Repository()
        let settings = "title: T\nbase_url: https://example.gov/\n"
        let community = "---\nname: Data people\nsummary: S.\n---\n"
        try repository.write(["site.yaml": settings, "communities/data.md": community])
        try repository.commit("2", day: "2026-02-03")
        try repository.write(["communities/data.md": community + "More.\n", "communities/b.md": community])
        let output = repository.disk.at("out")
        var command = BuildCommand(content: repository.disk.at(Repository.folder), output: output)
        #expect(try await command.run().messages == [])
        let feed = try #require(repository.disk.text("out/communities/feed.xml"))
        #expect(feed.components(separatedBy: "<entry>").count == 2)
        #expect(feed.contains("<published>2026-02-03T10:00:00Z</published>"))
        // A clone of the newest commits alone knows nothing of the others.
        repository.git("clone", "-q", "--depth", "1", "file://\(repository.disk.path)", repository.disk.at("clone"))
        command.content = repository.disk.at("clone/" + Repository.folder)
        command.output = repository.disk.at("other")
        let messages = try await command.run().messages
        #expect(messages.count == 1 && messages[0].contains("git fetch --unshallow"))
        #expect(repository.disk.text("other/communities/feed.xml") == nil)
        #expect(repository.disk.text("other/feed.xml") != nil)
        // What only looks like a repository, as one of another owner does for git.
        try repository.disk.put("broken/.git", "gitdir: nowhere\n")
        try repository.disk.put("broken/content/site.yaml", settings)
        command.content = repository.disk.at("broken/content")
        command.output = repository.disk.at("third")
        #expect(try await command.run().messages.first?.contains("`git log` there says why") == true)
    }
}
