import Foundation
import TestSupport
import Testing

@testable import Build

/// Built beside the tests.
private let program: String? = {
    let beside = Bundle.allBundles.map(\.bundleURL) + [URL(fileURLWithPath: CommandLine.arguments[0])]
    return beside.map { $0.deletingLastPathComponent().appending(path: "folkmoot").path }.first {
        FileManager.default.isExecutableFile(atPath: $0)
    }
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
        try TemporaryFolder([
            "content/site.yaml": "title: T\n",
            "content/a.md": "# A\n\n" + String(repeating: "[x](none.md)\n\n", count: count),
        ])
    }

    @Test func `a reader that closes the pipe does not end the program`() throws {
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
        let disk = try TemporaryFolder([
            "content/site.yaml": "title: {en: T, cy: T}\nlanguages: [en, cy]\ncontact: a@example.gov\n",
            "content/about.md": "# A\n",
        ])
        let result = try run("\"$folkmoot\" check --translations", in: disk)
        #expect(result.code == 0 && result.out.contains("  content/about.cy.md\n"))
        #expect(try run("\"$folkmoot\" check --translations --strict", in: disk).code == 1)
        #expect(try run("\"$folkmoot\" check --strict", in: disk).code == 0)
        let json = try run("\"$folkmoot\" check --translations --format json", in: disk).out
        #expect(
            json.hasPrefix("{\"path\":\"content/about.md\",\"line\":1,")
                && json.contains("\"translation\":\"content/about.cy.md\",\"keys\":[\"title\""))
    }

    @Test func `an error message is one line without control characters`() throws {
        let disk = try TemporaryFolder(["content/site.yaml": "title: T\n"])
        try disk.put("theme/a\u{1B}]0;x\n::error::b.mustache", "{{<open}}{{/open}}")
        let report = try run("\"$folkmoot\" check --theme ./theme", in: disk)
        #expect(
            report.code == 1 && report.error.contains("template-syntax") && !report.error.contains("\u{1B}")
                && !report.error.contains("\n::error::"))
        let result = try run("\"$folkmoot\" check --theme \"$(printf './a\\033]0;x\\n::error::b')\"", in: disk)
        #expect(result.code == 2)
        #expect(
            result.error.hasPrefix("folkmoot: ") && result.error.count { $0 == "\n" } == 1
                && !result.error.contains("\u{1B}"))
    }

    // MARK: Sheets

    @Test func `import and export say what they did, and set exit codes`() throws {
        let disk = try TemporaryFolder([
            "content/site.yaml": "title: T\n", "a.csv": "name,summary,founded\nA,S.,2020\n",
            "bad.csv": "name,summary,founded\nA,S.,x\n",
        ])
        let dry = try run("\"$folkmoot\" import a.csv --dry-run", in: disk)
        #expect(
            dry.code == 0 && dry.out.contains("+++ b/content/communities/a.md\n")
                && dry.error == "Would import: 1 new, 0 changed, 0 unchanged.\n")
        let bad = try run("\"$folkmoot\" import bad.csv", in: disk)
        #expect(bad.code == 1 && bad.error.contains("bad.csv:2:6: error: Row 2, column founded: `x` is not a date"))
        #expect(try run("\"$folkmoot\" import a.csv", in: disk).code == 0)
        #expect(disk.text("content/communities/a.md") == "---\nname: A\nsummary: S.\nfounded: 2020\n---\n")
        #expect(try run("\"$folkmoot\" export out.csv", in: disk).error == "Wrote 1 community to out.csv.\n")
        #expect(try run("\"$folkmoot\" export out.csv", in: disk).code == 2)
        #expect(try run("\"$folkmoot\" export -", in: disk).out.hasPrefix("\u{FEFF}id,name,summary,"))
        #expect(try run("\"$folkmoot\" import none.csv", in: disk).code == 2)
        #expect(
            try run("\"$folkmoot\" import a.csv --map name", in: disk).error.contains("--map takes a fact and a value"))
    }

    // MARK: Themes

    @Test func `a theme's problems stop the build and are reported with file and line, with those of the content`()
        throws
    {
        let disk = try TemporaryFolder([
            "content/site.yaml": "title: T\ntheme: mine\ncontact: a@example.gov\n",
            "themes/mine/theme.yaml": "name: mine\n",
            "themes/mine/font.woff2": "",
        ])
        try disk.put("themes/mine/pages/list.mustache", "<h1>\n  {{titel}}</h1>\n")
        let build = try run("\"$folkmoot\" build", in: disk)
        #expect(build.code == 1)
        #expect(
            build.error.hasPrefix(
                """
                themes/mine/font.woff2: warning: The theme does not use this file: it has templates (`.mustache`), \
                styles (`.css`), scripts (`.js`), words (`.yaml`), `icon.svg`, and pictures and fonts in \
                `assets/`. [unused-file]
                themes/mine/pages/list.mustache:2:3: error: `titel` is not one of the names that `pages/list` receives \
                here. Did you mean `title`? [unknown-variable]
                  2 |   {{titel}}</h1>
                    |   ^^^^^^^^^
                """), "\(build.error)")
        #expect(
            build.error.hasSuffix(
                "1 error, 1 warning in 2 files\nNothing was published, because the theme has errors.\n"))
        try disk.put("content/resources/a.md", "---\nkind: guide\n---\n")
        let check = try run("\"$folkmoot\" check --format github", in: disk)
        #expect(check.code == 1)
        #expect(
            check.out.contains("file=content/resources/a.md,line=2")
                && check.out.contains(
                    "::error file=themes/mine/pages/list.mustache,line=2,col=3,title=unknown-variable::")
        )
    }

    @Test func `a new theme builds unchanged, and is not made twice`() throws {
        let disk = try TemporaryFolder(["content/site.yaml": "title: T\ntheme: mine\ncontact: a@example.gov\n"])
        let made = try run("\"$folkmoot\" new theme mine", in: disk)
        #expect(made.code == 0 && made.out.contains("write `theme: mine` into content/site.yaml"))
        #expect(Set(disk.tree("themes/mine").keys) == ["theme.yaml", "tokens.css", "i18n/en.yaml", "README.md"])
        let check = try run("\"$folkmoot\" check --strict", in: disk)
        #expect(check.code == 0 && check.out == "No problems found.\n", "\(check.error)")
        try disk.put("themes/mine/tokens.css", "mine")
        let again = try run("\"$folkmoot\" new theme mine", in: disk)
        #expect(again.code == 2 && again.error == "folkmoot: `themes/mine` is there already; nothing was changed.\n")
        #expect(disk.text("themes/mine/tokens.css") == "mine")
    }

    @Test(arguments: ["default", "Mine", "../x", "a b", "-x"]) func `a theme cannot have just any name`(name: String)
        throws
    {
        let disk = try TemporaryFolder(["content/site.yaml": "title: T\n"])
        #expect(try run("\"$folkmoot\" new theme -- '\(name)'", in: disk).code == 2)
        #expect(disk.tree("themes").isEmpty)
    }

    @Test func `what a page's templates receive is printed`() throws {
        let disk = try TemporaryFolder([
            "content/site.yaml": "title: T\n",
            "content/communities/a.md": "---\nname: A <b>\nsummary: S\n---\n\nText.\n",
        ])
        for page in ["communities/a/", "/communities/a", "content/communities/a.md", "communities/a/index.html"] {
            let result = try run("\"$folkmoot\" theme context \(page)", in: disk)
            #expect(
                result.code == 0
                    && result.out.hasPrefix(
                        "pages/community.mustache receives:\n\nt (words): those of i18n/en.yaml\nroot (html): ../../\n"
                            + "title (text): A "
                            + "<b>\n"),
                "\(result)")
            #expect(
                result.out.contains("\nlayout.mustache receives:\n") && result.out.contains("\nbody (html): ‹body›\n"))
            #expect(
                result.out.contains(
                    "\n  rows (each a link), 2:\n    - link (html): <a href=\"../../\">Home</a>\n      text (text): "
                        + "Home\n"
                ))
        }
        #expect(try run("\"$folkmoot\" theme context", in: disk).out.hasPrefix("pages/home.mustache receives:"))
        let unknown = try run("\"$folkmoot\" theme context comunities/a/", in: disk)
        #expect(
            unknown.code == 2
                && unknown.error == "folkmoot: There is no page `comunities/a/`. Did you mean `communities/a/`?\n")
        #expect(
            try run("\"$folkmoot\" theme context robots.txt", in: disk).error
                == "folkmoot: `robots.txt` is not made with a template.\n")
    }

    @Test func `names and files of themes are printed`() throws {
        let disk = try TemporaryFolder()
        let fields = try run("\"$folkmoot\" theme fields pages/charter.mustache", in: disk)
        #expect(
            fields.out.hasPrefix("pages/charter: A community's charter.\n")
                && fields.out.contains("\nblock: A heading with a text"))
        #expect(
            try run("\"$folkmoot\" theme fields pages/chartr", in: disk).error.contains("Did you mean `pages/charter`?")
        )
        #expect(try run("\"$folkmoot\" theme file", in: disk).out.contains("\npages/home.mustache\n"))
        #expect(try run("\"$folkmoot\" theme file redirect.mustache", in: disk).out.contains(" }}\n<!DOCTYPE html>"))
        #expect(try run("\"$folkmoot\" --version", in: disk).out == "\(Program.version)\n")
    }

    // MARK: Forgetting

    @Test(arguments: [
        ("ada", 0), ("\"Ada Example\" --content content", 0), ("nobody", 0), ("ada --remove --dry-run", 1),
        ("ada --remove", 1), ("bo --remove", 0), ("bo --remove --dry-run", 0), ("nobody --remove", 0),
        // In this form, who is in charge of an action cannot be separated from the text around it.
        ("--remove eve", 1),
        // Two people of that name; no name at all; no handbook.
        ("\"Cy Example\"", 2), ("\"Cy Example\" --remove", 2), ("...", 2), ("ada --content none", 2),
        ("ada --dry-run", 64), ("", 64), ("ada bo", 64),
    ])
    func `forgetting ends with 0, with 1 where somebody has to decide, and with 2 or 64 where nothing was looked for`(
        arguments: String, code: Int32
    ) throws {
        func person(_ name: String) -> String { "---\nname: \(name)\nagreed: 2026-01-01\n---\n" }
        let disk = try TemporaryFolder([
            "content/site.yaml": "title: T\n", "content/index.md": "# T\n\nBy Ada Example.\n",
            "content/people/ada.md": person("Ada Example"), "content/people/bo.md": person("Bo Example"),
            "content/people/cy.md": person("Cy Example"), "content/people/cy-two.md": person("Cy Example"),
            "content/people/eve.md": person("Eve Example"),
            "content/resources/r.md": "---\ntitle: R\n---\n\n![Eve](../people/eve.md)\n",
        ])
        let before = disk.tree("content")
        let result = try run("\"$folkmoot\" forget \(arguments)", in: disk)
        #expect(result.code == code, "\(result.error)\(result.out)")
        #expect(result.error.isEmpty == (code < 2))
        let changes = ["ada --remove", "bo --remove"].contains(arguments)
        #expect((disk.tree("content") == before) != changes)
    }
}
