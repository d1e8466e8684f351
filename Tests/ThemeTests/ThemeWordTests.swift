import Testing

@testable import Theme

/// The words of a theme: which are missing, misspelt or lack a value, and which nobody has read.
@Suite struct ThemeWordTests {
    @Test func `words override those of the default theme, and misspelt ones are reported`() throws {
        #expect(
            try report(["i18n/en.yaml": "# Ours\nserch: Find\n"]) == [
                "i18n/en.yaml:2:1: unused-word: Nothing uses the text `serch`. Did you mean `search`?"
            ])
        #expect(try report(["i18n/en.yaml": "platform_zulip: Zulip\n"]) == [])
        #expect(
            try report(["i18n/en.yaml": "search: a\nvotes: {one: One}\n"]) == [
                "i18n/en.yaml:2:1: word-form: `votes` has no text for `other`."
            ])
        let list = try report(["i18n/en.yaml": "menu: [a]\n"])
        #expect(list.map(placed) == ["i18n/en.yaml:1:1: word-form"] && list[0].contains("`menu`"))
        #expect(try report(["i18n/cy.yaml": "a: b\n"], languages: ["en"]).map { $0.contains("unused-word") } == [true])
    }

    @Test func `an added language says how many texts it has`() throws {
        let all = try CompiledTheme().share(of: "en").all
        #expect(
            try report([
                "i18n/xx.yaml": "menu: Menu\nsearch: Haku\nmonths_alone: [a, b, c, d, e, f, g, h, i, j, k, l]\n"
            ])
                == [
                    "i18n/xx.yaml:1:1: missing-word: `xx` has 2 of \(all) texts. The others are shown in "
                        + "another language."
                ])
        let months = try report(["i18n/en.yaml": "months_alone: [a]\n"])
        #expect(months.map(placed) == ["i18n/en.yaml:1:1: word-form"] && months[0].contains(" 12 "))
    }

    @Test func `an added text is in every language of the site`() throws {
        let files = ["pages/list.mustache": "\n{{t.mine}}", "i18n/en.yaml": "mine: Mine\n"]
        #expect(try report(files, languages: ["en"]) == [])
        let found = try report(files)
        try #require(found.map(placed) == ["pages/list.mustache:2:1: missing-word"])
        #expect(found[0].contains("`mine`") && found[0].contains("`i18n/cy.yaml`"))
        #expect(try report(files.merging(["i18n/cy.yaml": "mine: Fi\n"]) { $1 }) == [])
    }

    @Test func `a value that a text leaves out is reported where the text is`() throws {
        #expect(
            try report(["i18n/en.yaml": "search: Find\nsearch_found: Pages\n"]) == [
                "i18n/en.yaml:2:15: value-left-out: `{n}` is left out in `search_found`, so readers do not see "
                    + "this value."
            ])
        let votes = "votes:\n  {one: голос, few: \"{n} голоса\",\n   many: голосов, other: \"{n} голоса\"}\n"
        let found = try report(["i18n/ru.yaml": votes]).filter { !$0.contains("missing-word") }
        try #require(
            found.map(placed) == ["i18n/ru.yaml:2:9: value-left-out", "i18n/ru.yaml:3:10: value-left-out"])
        #expect(found[0].contains(" `one` of `votes`") && found[0].hasSuffix(" 21."))
        #expect(found[1].contains(" `many` of `votes`") && found[1].hasSuffix(" 5."))
    }

    @Test(arguments: [
        ("de", "votes: {one: eine Stimme, other: \"{n} Stimmen\"}"), ("de", "time: \"{h} Uhr {minute}\""),
        ("fr", "every_day: {one: Chaque jour, other: \"Tous les {n} jours\"}"),
        ("ar", "votes: {zero: لا أصوات, one: صوت, two: صوتان, few: \"{n}\", many: \"{n}\", other: \"{n}\"}"),
        ("fr", "mail_thin_entry: Comment vous rejoindre ?"),
    ]) func `a number is left out where one number alone takes the form`(example: (code: String, line: String)) throws {
        #expect(try report(["i18n/\(example.code).yaml": example.line + "\n"]) == [])
    }

    @Test func `a placeholder that nothing fills in is reported where it is`() throws {
        let found = try report(["i18n/en.yaml": "search: Find\nsearch_found: \"{m} pages: {n}\"\n"])
        try #require(found.map(placed) == ["i18n/en.yaml:2:16: word-form"])
        #expect(found[0].contains("`{m}` in `search_found`") && found[0].hasSuffix(" Did you mean `{n}`?"))
        #expect(
            try report(["i18n/en.yaml": "votes:\n  {one: One vote,\n   other: \"{m} votes, {n}\"}\nsearch: Find\n"])[0]
                .hasPrefix("i18n/en.yaml:3:12: word-form: `{m}` in `votes` is not filled in"))
    }

    @Test func `texts that nobody has read are counted for each language`() throws {
        func count(_ code: String, _ words: String) throws -> [String] {
            try report(["i18n/\(code).yaml": words]).filter { !$0.contains("missing-word") }
        }
        let all = try CompiledTheme().share(of: "en").all
        #expect(
            try count("xx", "menu: Menu\nsearch: Haku\nunreviewed: [search]\n") == [
                "i18n/xx.yaml:3:1: unreviewed-words: No fluent reader has read 1 of the 2 texts in `xx` yet."
            ])
        #expect(try count("xx", "menu: Menu\nsearch: Haku\nunreviewed: true\n")[0].contains("read 2 of the 2 texts"))
        // Those that come with the program are drafts, until somebody corrects them or says that they have been read.
        #expect(try count("cy", "search: Hela\nunreviewed: search\n")[0].contains("read \(all) of the \(all) texts"))
        #expect(try count("cy", "search: Hela\n") == [])
        #expect(try count("cy", "search: Hela\nunreviewed: false\n") == [])
        let theme = try CompiledTheme(overriding: ["i18n/cy.yaml": Array("search: Hela\n".utf8)])
        #expect(try theme.unreviewedWords("cy").count == all - 1)
        #expect(try theme.unreviewedWords("en") == [])
    }

    @Test func `what unreviewed names is a text of the language`() throws {
        let all = try CompiledTheme().share(of: "en").all
        let found = try report(["i18n/en.yaml": "search: Find\nunreviewed: [search, serch]\n"])
        try #require(
            found.map(placed) == ["i18n/en.yaml:2:1: unreviewed-words", "i18n/en.yaml:2:22: unused-word"])
        #expect(found[0].contains("read 1 of the \(all) texts") && found[1].hasSuffix(" Did you mean `search`?"))
        let group = try report(["i18n/en.yaml": "unreviewed: {search: true}\n"])
        #expect(group.map(placed) == ["i18n/en.yaml:1:1: word-form"] && group[0].contains("`unreviewed`"))
    }
}
