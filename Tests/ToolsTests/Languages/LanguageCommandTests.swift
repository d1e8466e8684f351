import Build
import Disk
import Foundation
import TestSupport
import Testing

@testable import Theme
@testable import Tools

/// `folkmoot theme language`.
@Suite struct LanguageCommandTests {
    private static func folder(_ settings: String = "title: T\n", _ files: [String: String] = [:]) throws
        -> TemporaryFolder
    {
        try TemporaryFolder(files.merging(["content/site.yaml": settings]) { $1 })
    }

    private static func run(_ code: String?, in folder: TemporaryFolder, all: Bool = false) async throws -> String {
        var command = LanguageCommand(content: folder.at("content"))
        command.listsAll = all
        return if let code { try await command.language(code) } else { try await command.languages() }
    }

    private static func text(_ path: String, in folder: TemporaryFolder) throws -> String {
        try String(contentsOf: URL(fileURLWithPath: folder.at(path)), encoding: .utf8)
    }

    @Test func `a new file has what CLDR knows, and every other text in English as a comment`() async throws {
        let folder = try Self.folder()
        let said = try await Self.run("fi", in: folder)
        #expect(said.contains("what Unicode CLDR knows of Finnish"))
        #expect(said.contains("Add `theme: site`") && said.contains("Add `fi` to `languages`"))
        let text = try Self.text("themes/site/i18n/fi.yaml", in: folder)
        #expect(text.contains("\nlanguage_name: \"Suomi\"\n"))
        #expect(text.contains("\nmonths: [tammikuuta, "))
        #expect(text.contains("\nmonths_alone: [tammikuu, "))
        #expect(text.contains("\nweekdays: [maanantai, "))
        #expect(text.contains("\ndate_day: \"{day}. {month} {year}\"\n"))
        #expect(text.contains("\nlanguage_cy: \"kymri\"\n"))
        let home = try #require(text.range(of: "\n# skip_to_content: Skip to main content\n"))
        let late = try #require(text.range(of: "\n# report_notes: "))
        #expect(home.lowerBound < late.lowerBound)
        // What readers of a community meet that says little about itself is among the first.
        let others = try #require(text.range(of: "\n# All other texts.\n"))
        for key in [
            "languages", "licence", "contact", "search_suggestions", "join_unknown", "for_whom_unknown",
            "missing_join", "missing_charter",
        ] {
            let place = try #require(text.range(of: "\n# \(key): "), "\(key)")
            #expect(place.lowerBound < others.lowerBound, "\(key)")
        }
        #expect(try Self.text("themes/site/theme.yaml", in: folder).contains("extends: default"))
        // Each text of English is there once.
        let english = try CompiledTheme().share(of: "en").all
        let strings = try Strings(language: "fi", yaml: Array(text.utf8), path: "fi.yaml")
        let commented = text.split(separator: "\n").filter { $0.contains(#/^# [a-z_]+:/#) }
        let own = strings.keys.subtracting(["months_alone", "alphabet"])
        #expect(own.intersection(commented.map { String($0.dropFirst(2).prefix { $0 != ":" }) }) == [])
        #expect(own.filter { $0.hasPrefix("language_") }.count > 4)
        #expect(
            commented.count
                + own.filter {
                    !$0.hasPrefix("language_")
                        || [
                            "language_name", "language_en", "language_cy", "language_fr", "language_ar", "language_de",
                            "language_es",
                        ].contains($0)
                }.count == english)
    }

    @Test func `a new file is usable at once in every language that CLDR knows`() throws {
        let theme = try CompiledTheme()
        let words = LanguageWords(theme)
        let english = try theme.strings("en", first: "en")
        #expect(LanguageFacts.all.count > 70)
        for (code, name) in LanguageFacts.all {
            let text = words.newFile(code, LanguageFacts.of(code), naming: Set(["en", code]).sorted())
            let strings = try Strings(language: code, yaml: Array(text.utf8), path: "\(code).yaml")
            #expect(strings.faults(besides: english).isEmpty, "\(name): \(strings.faults(besides: english))")
            #expect(strings.list("months").count == 12 && strings.list("weekdays").count == 7, "\(name)")
            #expect(strings.ownName != code, "\(name)")
            for key in strings.keys {
                let leftOut = Strings.leftOut(of: strings[key], key: key, english: english[key])
                #expect(leftOut == [], "\(name): \(key)")
            }
            // A pattern of CLDR may hold a choice of words.
            #expect(!strings["list_last_separator"].contains("("), "\(name)")
        }
    }

    @Test func `a file that is there is not changed, and what is missing is listed, the most important first`()
        async throws
    {
        let words = "language_name: Suomi\nsearch: Search\nhome: Etusivu\n"
        let folder = try Self.folder(
            "title: T\ntheme: own\nlanguages: [fi]\n",
            [
                "themes/own/theme.yaml": CompiledTheme.manifest(name: "own", version: Program.version),
                "themes/own/i18n/fi.yaml": words,
            ])
        let said = try await Self.run("fi", in: folder)
        let all = try CompiledTheme().share(of: "en").all
        #expect(
            said.hasPrefix(
                "fi: 3 of \(all) texts.\nMissing, the most important first (20 of \(all - 3); `--all` lists all):\n"))
        #expect(said.contains("\nskip_to_content: Skip to main content\n"))
        #expect(said.hasSuffix("\nAs in English, which may be right: `search`."))
        #expect(try await Self.run("fi", in: folder, all: true).split(separator: "\n").count > all - 3)
        #expect(try Self.text("themes/own/i18n/fi.yaml", in: folder) == words)
        #expect(try await Self.run(nil, in: folder).hasPrefix("fi (Finnish): 3 of \(all) texts, 1 as in English\n"))
    }

    @Test func `texts that nobody has read are counted and listed`() async throws {
        let folder = try Self.folder(
            "title: T\ntheme: own\nlanguages: [fi]\n",
            [
                "themes/own/theme.yaml": CompiledTheme.manifest(name: "own", version: Program.version),
                "themes/own/i18n/fi.yaml": "home: Etusivu\nsearch: Haku\nmenu: Valikko\nunreviewed: [menu, search]\n",
            ])
        let said = try await Self.run("fi", in: folder)
        #expect(said.hasSuffix("\nNo fluent reader has read 2 of them yet: `menu`, `search`."))
        #expect(try await Self.run(nil, in: folder).contains(" texts; 2 that a fluent reader has not read yet\n"))
        try folder.put("themes/own/i18n/fi.yaml", "home: Etusivu\nunreviewed: true\n")
        #expect(try await Self.run("fi", in: folder).hasSuffix("\nNo fluent reader has read these texts yet."))
    }

    @Test func `a theme with an error is not looked at, and the first error is shown with its place`() async throws {
        let folder = try Self.folder(
            "title: T\ntheme: own\nlanguages: [fi]\n",
            [
                "themes/own/theme.yaml": CompiledTheme.manifest(name: "own", version: Program.version),
                "themes/own/i18n/fi.yaml": "home: Etusivu\nsearch: \"Haku {x}\"\n",
            ])
        let said = await failure { _ = try await Self.run("fi", in: folder) }
        #expect(said.contains("themes/own/i18n/fi.yaml:2: `{x}` in `search` is not filled in"))
    }

    @Test func `languages that ship say that a fluent reader has not read them`() async throws {
        let said = try await Self.run(nil, in: Self.folder("title: T\nlanguages: [en, de]\n"))
        #expect(said.contains("de (German): "))
        #expect(said.contains("; a draft that a fluent reader has not read yet"))
    }

    @Test(arguments: ["finnish", "../x", "zz", "EN", ""]) func `what is not the code of a language is refused`(
        code: String
    ) async throws {
        let folder = try Self.folder()
        await #expect(throws: BuildError.self) { try await Self.run(code, in: folder) }
        #expect(!FileManager.default.fileExists(atPath: folder.at("themes")))
    }

    /// Texts that are to the letter those of English, by language. Names of programs are the same everywhere. A higher
    /// number means that English was copied.
    @Test func `languages that ship have all texts, and few of them are those of English`() throws {
        let theme = try CompiledTheme()
        let most = ["ar": 20, "cy": 20, "de": 40, "es": 20, "fr": 60]
        for language in CompiledTheme.defaultLanguages where language != "en" {
            let share = try theme.share(of: language)
            let missing = try theme.missingWords(language)
            #expect(share.own == share.all, "\(language) lacks \(missing)")
            let copied = try theme.copiedWords(language)
            #expect(copied.count <= most[language] ?? 0, "\(language): \(copied.count) \(copied)")
        }
    }
}
