import Content
import Foundation
import TestSupport
import Testing

@testable import Build
@testable import Tools

/// A handbook in a git repository of its own: the content is in a folder whose name a shell would take apart.
final class Repository {
    let disk: TemporaryFolder
    static let folder = "my 'wiki' $x"

    init() throws {
        disk = try TemporaryFolder()
        try write(["site.yaml": TranslationTests.settings, "resources/a.md": "---\ntitle: A\n---\n\nOne.\n"])
        git("init", "-q", "-b", "main")
        try commit("1", day: "2026-01-01")
    }

    func write(_ files: [String: String]) throws {
        for (name, text) in files { try disk.put("\(Self.folder)/\(name)", text) }
    }

    func commit(_ message: String, day: String) throws {
        git("add", ".")
        git("commit", "-q", "--allow-empty", "-m", message, date: "\(day)T12:00:00Z")
    }

    func git(_ arguments: String..., date: String = "2026-01-01T12:00:00Z") {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            [
                "git", "-C", disk.path, "-c", "user.name=A", "-c", "user.email=a@example.gov", "-c",
                "commit.gpgSign=false",
            ] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging([
            "GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date,
        ]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try? process.run()
        process.waitUntilExit()
    }

    func report(in path: String? = nil) async throws -> String {
        var command = CheckCommand(BuildCommand(content: path ?? disk.at(Self.folder), output: nil))
        command.checksTranslations = true
        return try await command.run().translations!.text(.human, prefix: "wiki/", isVerbose: false)
    }
}

private let hasGit = Git(folder: "/").run(["--version"]) != nil

@Suite(.enabled(if: hasGit, "git is not installed")) struct GitTests {
    private static let allDone = "en: nothing to translate\ncy: 1 page to translate, all done\n"

    @Test(arguments: ["Über_uns", "My Page", "日本/README"])
    func `files of any name have their history`(name: String) async throws {
        let repository = try Repository()
        try repository.write([
            "resources/a.cy.md": "---\ntitle: A\n---\n\nUn.\n", "resources/\(name).md": "# A\n\nOne.\n",
            "resources/\(name).cy.md": "# A\n\nUn.\n",
        ])
        try repository.commit("2", day: "2026-02-01")
        try repository.write(["resources/\(name).md": "# A\n\nTwo.\n"])
        try repository.commit("3", day: "2026-03-01")
        let report = try await repository.report()
        #expect(
            report.contains(
                "wiki/resources/\(name).cy.md, of 2026-02-01: in resources/\(name).md, text changed in 1 commit, "
                    + "last on 2026-03-01\n"), "\(report)")
    }

    @Test func `a translation is older once its original's texts changed in a commit or before one`() async throws {
        let repository = try Repository()
        try repository.write(["resources/a.cy.md": "---\ntitle: B\n---\n\nUn.\n"])
        #expect(try await repository.report() == Self.allDone)
        try repository.commit("2", day: "2026-02-01")
        #expect(try await repository.report() == Self.allDone)
        try repository.write(["resources/a.md": "---\ntitle: A\norder: 1\n---\n\nOne.\n"])
        try repository.commit("3: a fact", day: "2026-03-01")
        #expect(try await repository.report() == Self.allDone)
        try repository.write(["resources/a.md": "---\ntitle: A\norder: 1\n---\n\nTwo.\n"])
        #expect(
            try await repository.report().contains(
                "wiki/resources/a.cy.md, of 2026-02-01: in resources/a.md, text changed in 1 commit, last on "
                    + "2026-03-01\n"
            ))
        try repository.commit("4", day: "2026-04-01")
        #expect(
            try await repository.report().contains(
                "text changed in 2 commits, last on 2026-04-01\n      git -C wiki diff "))
        try repository.write(["resources/a.cy.md": "---\ntitle: B\n---\n\nDau.\n"])
        #expect(try await repository.report() == Self.allDone)
    }

    @Test func `what counts is on what state a translation was built, not its date`() async throws {
        let repository = try Repository()
        repository.git("checkout", "-q", "-b", "translation")
        try repository.write(["resources/a.cy.md": "---\ntitle: B\n---\n\nUn.\n"])
        try repository.commit("late translation of the old state", day: "2026-05-01")
        repository.git("checkout", "-q", "main")
        try repository.write(["resources/a.md": "---\ntitle: A\n---\n\nTwo.\n"])
        try repository.commit("early change", day: "2026-02-01")
        repository.git("merge", "-q", "translation")
        #expect(
            try await repository.report().contains(
                "a.cy.md, of 2026-05-01: in resources/a.md, text changed in 1 commit, last on 2026-02-01\n"))
    }

    @Test func `a change of a translation that is not of its texts makes it no newer`() async throws {
        let repository = try Repository()
        try repository.write(["resources/a.cy.md": "---\ntitle: B\n---\n\nUn.\n"])
        try repository.commit("2", day: "2026-02-01")
        try repository.write(["resources/a.md": "---\ntitle: A\n---\n\nTwo.\n"])
        try repository.commit("3", day: "2026-03-01")
        try repository.write(["resources/a.cy.md": "---\r\ntitle: \"B\"\r\nx_mine: 1\r\n---\r\n\r\nUn. \r\n"])
        #expect(try await repository.report().contains("a.cy.md, of 2026-02-01: in resources/a.md, text changed"))
        try repository.commit("4: line ends, quotes and a key of a theme", day: "2026-04-01")
        #expect(
            try await repository.report().contains(
                "a.cy.md, of 2026-02-01: in resources/a.md, text changed in 1 commit, last on 2026-03-01\n"))
        try repository.write(["resources/a.cy.md": "---\ntitle: B\nverified: 2026-05-01\n---\n\nUn.\n"])
        try repository.commit("5: held against its original, and right", day: "2026-05-01")
        #expect(try await repository.report() == Self.allDone)
    }

    @Test func `a page that was moved is compared under the name that it had`() async throws {
        let repository = try Repository()
        let text = (1...20).map { "Line \($0) of a text that git knows again.\n" }.joined()
        try repository.write([
            "resources/a.md": "---\ntitle: A\n---\n\n\(text)", "resources/a.cy.md": "---\ntitle: B\n---\n\n\(text)",
        ])
        try repository.commit("2", day: "2026-02-01")
        repository.git("mv", "\(Repository.folder)/resources/a.md", "\(Repository.folder)/resources/b.md")
        repository.git("mv", "\(Repository.folder)/resources/a.cy.md", "\(Repository.folder)/resources/b.cy.md")
        try repository.commit("3: both have another name", day: "2026-03-01")
        #expect(try await repository.report() == Self.allDone)
        try repository.write(["resources/b.md": "---\ntitle: A\n---\n\nMore.\n\n\(text)"])
        try repository.commit("4", day: "2026-04-01")
        #expect(
            try await repository.report().contains(
                "b.cy.md, of 2026-02-01: in resources/b.md, text changed in 1 commit, last on 2026-04-01\n"))
    }

    @Test func `a shallow clone and a folder without git are reported as such`() async throws {
        let repository = try Repository()
        try repository.write(["resources/a.cy.md": "---\ntitle: B\n---\n\nUn.\n"])
        try repository.commit("2", day: "2026-02-01")
        let clones = try TemporaryFolder()
        repository.git("clone", "-q", "--depth", "1", "file://" + repository.disk.path, clones.at("clone"))
        #expect(
            try await repository.report(in: clones.at("clone/" + Repository.folder)).contains(
                "older than their originals: this clone has only the newest part"))
        try clones.put("plain/site.yaml", TranslationTests.settings)
        try clones.put("plain/a.md", "# A\n")
        try clones.put("plain/a.cy.md", "# B\n")
        #expect(
            try await repository.report(in: clones.at("plain")).contains(
                "older than their originals: there is no git history"))
    }

    @Test func `nothing that a repository is configured to run is run`() async throws {
        let repository = try Repository()
        try repository.write(["resources/a.cy.md": "---\ntitle: B\n---\n\nUn.\n"])
        try repository.commit("2", day: "2026-02-01")
        let trap = repository.disk.at("trap")
        try repository.disk.put("trap", "#!/bin/sh\ntouch \"\(repository.disk.at("sprung"))\"\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: trap)
        for key in [
            "core.fsmonitor", "core.pager", "pager.log", "diff.external", "gpg.program", "core.sshCommand",
            "filter.x.clean", "diff.x.textconv",
        ] {
            repository.git("config", key, trap)
        }
        repository.git("config", "log.showSignature", "true")
        try repository.write([".gitattributes": "* filter=x diff=x\n"])
        #expect(try await repository.report() == Self.allDone)
        #expect(repository.disk.text("sprung") == nil)
    }

    @Test func `a name with control characters is no commit`() {
        let log = GitLog(
            Array(
                "\u{1}aa 2026-01-02 bb\n\nM\tb.md\nA\t\"\\001cc 2026-01-01\"\n\u{1}bb 2026-01-01 \n\nA\ta.md\nA\tb.md\n"
                    .utf8))
        #expect(log.commits.map(\.id) == ["aa", "bb"])
        #expect(log.touching["b.md"]?.map(\.commit) == [0, 1] && log.touching["a.md"]?.map(\.commit) == [1])
        #expect(log.ancestry(of: 0) == [0, 1] && log.ancestry(of: 1) == [1])
    }

    @Test func `files are distinguished from folders and from missing paths`() {
        let files = GitFiles.read(Array("x:a missing\nff blob 4\na\nb\n\nee tree 3\nxyz\ndd blob 0\n\n".utf8))
        #expect(files == [nil, Array("a\nb\n".utf8), nil, []])
    }
}
