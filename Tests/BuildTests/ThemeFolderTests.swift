import Foundation
import TestSupport
import Testing

@testable import Build

@Suite struct ThemeFolderTests {
    private func files(_ disk: TemporaryFolder, _ name: String = "theme", limits: ThemeFolder.Limits = .init()) throws
        -> [String: String]
    {
        try ThemeFolder(disk.at(name), content: disk.at("content"), limits: limits).read().files.mapValues {
            String(decoding: $0, as: UTF8.self)
        }
    }

    @Test(arguments: ["./content/_t", "../secret/", "/", "a/b", "..", ".", "", "-x", "Dark", "a b", "x\u{1B}"])
    func `settings name a theme, not a path`(name: String) {
        #expect(!ThemeFolder.isName(name))
        #expect(
            message { _ = try ThemeFolder.load(flag: nil, setting: name, content: "content", languages: ["en"]) }
                .contains("takes only the name of a folder below `themes/`"))
    }

    @Test func `a path in the settings is a problem of the content, and the rest is built with the default theme`()
        async throws
    {
        let disk = try TemporaryFolder([
            "content/site.yaml": "title: T\ntheme: ./content/_t\ncontact: hello@example.gov\n",
            "content/_t/layout.mustache": "{{",
            "content/index.md": "# T\n",
        ])
        var command = BuildCommand(content: disk.at("content"), output: disk.at("site"))
        command.keepsGoing = true
        let outcome = try await command.run()
        #expect(outcome.problems.map(\.code) == ["bad-theme"])
        #expect(disk.text("site/index.html")?.contains("<main") == true)
    }

    @Test func `a name in the settings that has no folder is a problem of the content, at its line`() async throws {
        let disk = try TemporaryFolder([
            "content/site.yaml": "title: T\ntheme: none-such\ncontact: hello@example.gov\n",
            "content/index.md": "# T\n",
        ])
        var command = BuildCommand(content: disk.at("content"), output: disk.at("site"))
        let outcome = try await command.run()
        #expect(
            outcome.problems.map(\.code) == ["missing-theme"] && outcome.problems.map(\.range) == [16..<25]
                && outcome.exitCode == 1)
        #expect(disk.text("site/index.html") == nil)
        command.keepsGoing = true
        #expect(try await command.run().exitCode == 0)
        #expect(disk.text("site/index.html")?.contains("<main") == true)
    }

    @Test(arguments: [
        ("", "names no theme.", "Write into `site.yaml`:\ntheme: site"),
        ("theme: default\n", "names no theme.", "Write into `site.yaml`:\ntheme: site"),
        ("theme: own\n", "names the theme `own`.", "Move the file into `themes/own/i18n/`."),
    ])
    func `words in a theme that the settings do not name are found`(theme: String, message: String, help: String)
        async throws
    {
        let manifest = "extends: default\nfolkmoot: \">=0.1, <99\"\n"
        let disk = try TemporaryFolder([
            "content/site.yaml": "title: T\nlanguages: [en, fi]\n\(theme)contact: hello@example.gov\n",
            "themes/site/theme.yaml": "name: site\n" + manifest, "themes/site/i18n/fi.yaml": "search: Haku\n",
            "themes/own/theme.yaml": "name: own\n" + manifest, "themes/b/i18n/fi.yaml": "search: Haku\n",
        ])
        let outcome = try await BuildCommand(content: disk.at("content"), output: nil).run()
        #expect(
            outcome.problems.map { "\($0.code): \($0.message) \($0.help?.text ?? "")" } == [
                "language-without-words: The texts in `fi` are not used: they are in "
                    + "`\(disk.at("themes/site/i18n/fi.yaml"))`, and `site.yaml` \(message) \(help)"
            ])
        try disk.put("content/site.yaml", "title: T\nlanguages: [en, fi]\ntheme: site\ncontact: hello@example.gov\n")
        #expect(try await BuildCommand(content: disk.at("content"), output: nil).run().problems.isEmpty)
    }

    @Test func `a name without a folder is reported`() {
        let text = message {
            _ = try ThemeFolder.load(flag: nil, setting: "none-such", content: "content", languages: ["en"])
        }
        #expect(text == "There is no theme `none-such`: looked for the folder `themes/none-such`.")
    }

    @Test func `authors of content cannot write templates`() throws {
        let disk = try TemporaryFolder(["content/_t/a.css": "x", "content/a.md": "x", "theme/a.css": "x"])
        try disk.link("aside", to: "content/_t")
        try disk.link("content/real", to: "../theme")
        for name in ["content", "content/_t", "aside"] {
            #expect(message { _ = try files(disk, name) }.contains("it is in the content folder"))
        }
        #expect(message { _ = try files(disk, "") }.contains("the content folder is in it"))
        #expect(try files(disk, "theme") == ["a.css": "x"])
    }

    @Test func `a theme folder holds files of known types that are not hidden`() throws {
        let disk = try TemporaryFolder([
            "theme/a/b/c.mustache": "1", "theme/i18n/en.yaml": "2", "theme/x.png": "3", "theme/.git/a.css": "4",
            "theme/.a.css": "5", "theme/css": "6", "content/a.md": "x",
        ])
        #expect(try files(disk) == ["a/b/c.mustache": "1", "i18n/en.yaml": "2"])
    }

    @Test func `links stay in the theme`() throws {
        let disk = try TemporaryFolder([
            "theme/a.css": "1", "theme/.env": "2", "secret": "3", "folder/b.css": "4", "content/a.md": "x",
        ])
        try disk.link("theme/b.css", to: "a.css")
        try disk.link("theme/folder", to: "../folder")
        #expect(try files(disk) == ["a.css": "1", "b.css": "1"])
        try disk.link("theme/c.css", to: "../secret")
        #expect(
            message { _ = try files(disk) }.contains(
                "`\(disk.at("theme"))/c.css` cannot be used: it is a link that leads out of the theme"))
        try FileManager.default.removeItem(atPath: disk.at("theme/c.css"))
        try disk.link("theme/c.css", to: ".env")
        #expect(message { _ = try files(disk) }.contains("it is a link to a hidden file"))
    }

    @Test func `a pipe is not waited for`() throws {
        let disk = try TemporaryFolder(["theme/a.css": "1", "content/a.md": "x"])
        #expect(mkfifo(disk.at("theme/b.css"), 0o644) == 0)
        #expect(message { _ = try files(disk) }.contains("it is not a file"))
    }

    @Test func `a folder that cannot be a theme is not read to its end`() throws {
        let disk = try TemporaryFolder(["content/a.md": "x"])
        for name in 0..<4 { try disk.put("theme/\(name).css", "12345") }
        #expect(try files(disk).count == 4)
        #expect(message { _ = try files(disk, limits: .init(files: 3)) }.contains("more than 3 files"))
        #expect(message { _ = try files(disk, limits: .init(fileSize: 4)) }.contains("is larger than"))
        #expect(message { _ = try files(disk, limits: .init(totalSize: 19)) }.contains("together"))
        #expect(message { _ = try files(disk, limits: .init(entries: 3)) }.contains("is it the right folder?"))
    }
}
