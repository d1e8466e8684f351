import Diagnostics
import TestSupport
import Testing

@testable import Build
@testable import Pages
@testable import Theme

/// A project's theme in memory: what it changes, and what is said about it, with file, line and column.
@Suite struct ProjectThemeTests {
    /// Shadows one template, one text and one token.
    private static let small = [
        "theme.yaml": "name: small\nextends: default\nfolkmoot: \">=0.1, <1\"\n",
        "components/body/body.mustache":
            "{{#body}}\n<div class=\"prose small\"{{{body_attributes}}}>{{{body}}}</div>\n{{/body}}\n",
        "i18n/en.yaml": "search: Look for it\n",
        "tokens.css": ":root { --accent: #123456; }\n",
    ]

    private static let drawn = "<svg viewBox=\"0 0 32 32\"/>"

    /// `path:line:column: code: message`, a line each.
    private func report(
        _ files: [String: String], languages: [String] = ["en", "cy"], version: String = Program.version
    ) throws -> [String] {
        let all = Self.small.merging(files) { $1 }
        let problems = try CompiledTheme.read(
            all.mapValues { Array($0.utf8) }, pages: ContextShape.pages, languages: languages, version: version
        )
        .problems
        return problems.map { problem in
            let position = LineIndex(Array(all[problem.path]!.utf8)).position(of: problem.range.lowerBound)
            return "\(problem.path):\(position.line):\(position.column): \(problem.code): \(problem.message)"
        }
    }

    /// A line of a report without its message, as `path:line:column: code`. Of each rule, one test compares the whole
    /// text, and the others this.
    private static func placed(_ problem: String) -> String {
        problem.split(separator: ": ", maxSplits: 2).prefix(2).joined(separator: ": ")
    }

    private func fault(in template: String, at path: String = "pages/list.mustache") throws -> String {
        try report([path: template]).joined(separator: "\n")
    }

    /// Each template is a line of a page's, and must be reported there, with the code and this in the message, and no
    /// other.
    private func expect(_ examples: [(template: String, code: String, message: String)]) throws {
        let found = try report(["pages/list.mustache": examples.map(\.template).joined(separator: "\n")])
        #expect(found.count == examples.count)
        for (line, example) in examples.enumerated() {
            #expect(
                found.contains {
                    $0.hasPrefix("pages/list.mustache:\(line + 1):") && $0.contains(": \(example.code): ")
                        && $0.contains(example.message)
                },
                "\(example), \(found)")
        }
    }

    @Test func `it changes one template, one text and one token, and all else stays`() async throws {
        #expect(try report([:]) == [])
        let content = ["index.md": "# T\n\nText.\n", "site.yaml": "title: T\nlanguages: [en, cy]\n"]
        let site = try await TestSite(content, theme: Self.small)
        let plain = try await TestSite(content)
        #expect(site.page("").contains("<div class=\"prose small\"><p>Text.</p>"))
        #expect(site.page("").contains(">Look for it</button>") && !site.page("cy/").contains("Look for it"))
        let (style, before) = (try #require(Self.style(of: site)), try #require(Self.style(of: plain)))
        let own = try #require(style.range(of: ":root{--accent: #123456;}"))
        #expect(
            style[..<own.lowerBound].contains("--accent: var(--light")
                && style[own.upperBound...].contains("var(--accent)"))
        #expect(style.replacing(":root{--accent: #123456;}", with: "") == before)
        #expect(site.main("map/") == plain.main("map/"))
    }

    private static func style(of site: TestSite) -> String? {
        site.files.first { $0.key.hasPrefix("assets/style-") }?.value
    }

    // MARK: Templates

    @Test func `a template that includes itself is reported with file and line`() throws {
        #expect(
            try fault(in: "<p>\n{{> body}}</p>\n{{> list}}", at: "components/list/list.mustache")
                == "components/list/list.mustache:3:1: template-nesting: The partial includes itself: `list` → `list`.")
        #expect(
            try report(["pages/list.mustache": "<p>\n{{=<% %>=}}"]).map(Self.placed) == [
                "pages/list.mustache:2:1: template-syntax"
            ])
    }

    @Test func `a brace too many is reported`() throws {
        #expect(
            try fault(in: "<h1>{{title}}}</h1>")
                == "pages/list.mustache:1:5: template-syntax: A tag that begins with `{{` ends with `}}`: there is a "
                + "brace too many."
        )
    }

    @Test func `a misspelt variable is reported with file, line and the nearest name`() throws {
        let misspelt = try #require(Self.small["components/body/body.mustache"]).replacing(
            "{{{body}}}", with: "{{{boddy}}}")
        #expect(
            try report(["components/body/body.mustache": misspelt])
                == [
                    "components/body/body.mustache:2:47: unknown-variable: `boddy` is not one of the names that "
                        + "`pages/home` receives here. Did you mean `body`?"
                ])
        for (template, at, meant) in [
            ("{{> page-head}}\n<p>{{titel}}</p>\n", "2:4", "title"),
            ("{{#groups}}\n  {{#row}}{{{link}}}{{nothing}}{{/row}}\n{{/groups}}", "2:3", "rows"),
        ] {
            let found = try report(["pages/list.mustache": template])
            #expect(found.map(Self.placed) == ["pages/list.mustache:\(at): unknown-variable"])
            #expect(found.first?.hasSuffix(" Did you mean `\(meant)`?") == true)
        }
    }

    @Test func `all problems are reported at once, each once however many pages come to it`() throws {
        let found = try report([
            "components/page-head/page-head.mustache": "<h1>{{titel}}</h1>\n{{leed}}\n",
            "components/row/row.mustache": "{{{summary}}}",
        ])
        #expect(
            found.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
                "components/page-head/page-head.mustache:1:5: unknown-variable:",
                "components/page-head/page-head.mustache:2:1: unknown-variable:",
                "components/row/row.mustache:1:1: unescaped-text:",
            ])
    }

    @Test func `names are looked up as rendering does`() throws {
        let templates = [
            "{{#groups}}{{heading}} {{title}} "
                + "{{#rows}}{{{link}}}{{#meta}}{{#when}}{{{time}}}{{.}}{{/when}}{{/meta}}{{/rows}}{{/groups}}",
            "{{^groups}}{{title}}{{/groups}}", "{{&body}}", "{{t.search}}{{#t}}{{search}}{{/t}}",
            "{{breadcrumbs.count}}", "{{! {{titel}}", "{ {title} }",
        ]
        #expect(try fault(in: templates.joined(separator: "\n")) == "")
    }

    @Test func `names after a dot are within the one before`() throws {
        try expect([
            ("{{breadcrumbs.cuont}}", "unknown-variable", "(list of link). Did you mean `count`?"),
            ("{{title.lenght}}", "unknown-variable", "`title` has no `lenght`"),
            ("{{#groups}}{{.title}}{{/groups}}", "unknown-variable", "`title` is not one of the names"),
            ("{{rows}}", "unknown-variable", "`rows` is not one of the names"),
        ])
    }

    @Test func `a partial may show what only some pages have, and is not put where nothing of it exists`() throws {
        #expect(try fault(in: "{{#board}}{{heading}}{{/board}}", at: "components/page-foot/page-foot.mustache") == "")
        #expect(try fault(in: "{{> row}}").contains("1:1: unknown-variable: `row` has nothing to show here"))
        #expect(try fault(in: "{{#groups}}{{#rows}}{{> row}}{{/rows}}{{/groups}}") == "")
    }

    @Test func `partials, transforms, words and escaping are checked`() throws {
        try expect([
            ("{{> page-haed}}", "unknown-partial", "There is no partial `page-haed`. Did you mean `page-head`?"),
            (
                "{{#groups}}{{frist(rows)}}{{/groups}}", "unknown-transform",
                "There is no transform `frist`. Did you mean `first`?"
            ),
            ("{{uppercased(title)}}", "unknown-transform", "`uppercased`"),
            ("{{count(title)}}", "unknown-transform", "`count` cannot be used on `title`"),
            ("{{index()}}", "unknown-transform", "`index()` gives the place in a list"),
            (
                "{{#nothing}}{{index()}}{{#x}}{{first()}}{{/x}}{{/nothing}}", "unknown-variable",
                "`nothing` is not one of the names"
            ),
            ("{{#groups}}{{indx()}}{{/groups}}", "unknown-transform", "Did you mean `index`?"),
            ("{{t.serch}}", "unknown-word", "No language has a text `serch`. Did you mean `search`?"),
            ("{{t.months}}", "not-a-text", "`months` is a list or has a text for each plural form"),
            ("{{groups}}", "not-a-text", "`groups` is a list (section), which cannot be shown by itself."),
            ("{{{title}}}", "unescaped-text", "`title` is a text, and three braces"),
            ("{{body}}", "escaped-html", "`body` is finished HTML, and two braces"),
        ])
    }

    @Test func `transforms that exist may be used, and render`() async throws {
        let template =
            "{{#groups}}{{index()}}{{#first()}}!{{/first()}}{{#reversed(rows)}}"
            + "{{plusone(index())}}{{/reversed(rows)}}{{count(rows)}}"
            + "{{#first(rows)}}{{{link}}}{{/first(rows)}}{{/groups}}"
        #expect(try fault(in: template) == "")
        let site = try await TestSite(
            ["resources/a.md": "# A one\n", "resources/b.md": "# A two\n"], theme: ["pages/list.mustache": template])
        #expect(site.main("resources/").contains("0!122<a href=\"../resources/a/\">A one</a>"))
    }

    /// Each transform of the table as a template has it, and what it shows for a list of two.
    private static let uses: [String: (template: String, shown: String)] = [
        "first(list)": ("{{#first(rows)}}{{{link}}}{{/first(rows)}}", "One"),
        "last(list)": ("{{#last(rows)}}{{{link}}}{{/last(rows)}}", "Other"),
        "reversed(list)": ("{{#reversed(rows)}}{{{link}}}{{/reversed(rows)}}", "OtherOne"),
        "count(list)": ("{{count(rows)}}", "2"), "empty(list)": ("{{^empty(rows)}}!{{/empty(rows)}}", "!"),
        "equalzero(number)": ("{{^equalzero(count(rows))}}!{{/equalzero(count(rows))}}", "!"),
        "plusone(number)": ("{{plusone(count(rows))}}", "3"), "minusone(number)": ("{{minusone(count(rows))}}", "1"),
        "even(number)": ("{{#even(count(rows))}}!{{/even(count(rows))}}", "!"),
        "odd(number)": ("{{^odd(count(rows))}}!{{/odd(count(rows))}}", "!"),
        "index()": ("{{#rows}}{{index()}}{{/rows}}", "01"),
        "first()": ("{{#rows}}{{#first()}}{{{link}}}{{/first()}}{{/rows}}", "One"),
        "last()": ("{{#rows}}{{#last()}}{{{link}}}{{/last()}}{{/rows}}", "Other"),
        "even()": ("{{#rows}}{{#even()}}{{{link}}}{{/even()}}{{/rows}}", "One"),
        "odd()": ("{{#rows}}{{#odd()}}{{{link}}}{{/odd()}}{{/rows}}", "Other"),
    ]

    @Test func `every transform of the table renders as it says`() async throws {
        #expect(Set(Self.uses.keys) == Set(Transform.all.map(\.written)))
        let uses = Self.uses.sorted { $0.key < $1.key }
        let template = "|{{#groups}}" + uses.map { $0.value.template + "|" }.joined() + "{{/groups}}"
        #expect(try fault(in: template) == "")
        let site = try await TestSite(
            ["resources/a.md": "# One\n", "resources/b.md": "# Other\n"], theme: ["pages/list.mustache": template])
        let shown = site.main("resources/").replacing(#/<[^>]*>/#, with: "").split(
            separator: "|", omittingEmptySubsequences: false)
        for (number, use) in uses.enumerated() { #expect(shown[number + 1] == use.value.shown, "\(use.key)") }
    }

    @Test func `tags that cannot be read are reported at their position`() throws {
        let examples = [
            ("{{#groups}}", "`{{/groups}}` is missing"), ("{{/groups}}", "`{{/groups}}` closes nothing"),
            ("{{#groups}}{{#rows}}{{/groups}}", "`{{/rows}}` first"), ("{{title", "This tag is never closed"),
            ("{{{title}} x", "ends with `}}}`"),
            ("{{a b}}", "`{{a b}}` holds no name"), ("{{}}", "holds no name"),
            ("{{% CONTENT_TYPE:TEXT}}", "holds no name"), ("{{ #groups}}{{/groups}}", "holds no name"),
            ("{{first(}}", "holds no name"), ("{{#}}{{/}}", "holds no name"),
        ]
        let files = examples.enumerated().map { ("components/p\($0)/p\($0).mustache", "\né " + $1.0) }
        let found = try report(Dictionary(uniqueKeysWithValues: files))
        #expect(found.count == examples.count)
        for (number, example) in examples.enumerated() {
            let start = "components/p\(number)/p\(number).mustache:2:"
            #expect(
                found.contains { $0.hasPrefix(start) && $0.contains(": template-syntax: ") && $0.contains(example.1) },
                "\(example), \(found)")
        }
    }

    @Test func `templates that come to very many tags are refused`() throws {
        let found = try report([
            "pages/list.mustache": String(repeating: "{{> a}}", count: 60),
            "components/a/a.mustache": String(repeating: "{{title}}", count: 1_000),
        ])
        #expect(found.count == 1 && found[0].contains("have more than 50000 tags"))
        // What is left of them is reached by tags of the default theme.
        let almost = try report([
            "pages/writeup.mustache": String(repeating: "{{title}}", count: 49_000), "pages/list.mustache": "{{nope}}",
        ])
        #expect(almost.count == 1 && almost[0].hasPrefix("pages/list.mustache:1:1: "), "\(almost)")
    }

    // MARK: Facts of its own

    private static let own = "name: own\nextends: default\nfields:\n  x_region: The region.\n"

    private func ownFault(in template: String) throws -> String {
        try report(["theme.yaml": Self.own, "pages/resource.mustache": template]).joined(separator: "\n")
    }

    @Test func `a fact of its own is known where the theme declares it`() throws {
        #expect(
            try ownFault(in: "{{x.region}}{{#x}}{{region}}{{/x}}{{#x.region_list}}{{{link}}}{{/x.region_list}}") == "")
        let misspelt = try ownFault(in: "{{x.regoin}}")
        #expect(Self.placed(misspelt) == "pages/resource.mustache:1:1: unknown-variable")
        #expect(misspelt.hasSuffix(" (own facts). Did you mean `region`?") && !misspelt.contains("\n"))
        #expect(
            try ownFault(in: "{{{x.region}}}").contains(": unescaped-text: `x.region` is a text"))
        for name in [".", "..", "..."] {
            #expect(
                try ownFault(in: "{{#x.region}}{{{\(name)}}}{{/x.region}}").contains(
                    ": unescaped-text: `\(name)` is a text"))
        }
        #expect(try report(["pages/resource.mustache": "{{x.region}}"]).first?.contains("`x` has no `region`") == true)
        #expect(try fault(in: "{{x.region}}").contains("`x` is not one of the names that `pages/list` receives"))
    }

    @Test(arguments: [
        ("<a href=\"{{x.region}}\">", "the beginning of an address"), ("<img src=' {{x.region}}'>", "an address"),
        ("<p style=\"color: {{x.region}}\">", "part of a style"), ("<style>{{x.region}}</style>", "part of a style"),
        ("<p onclick=\"a('{{x.region}}')\">", "part of a script"),
        ("<script>{{x.region}}</script>", "part of a script"),
        ("<p class={{x.region}}>", "part of a tag, without quotes"), ("<p {{x.region}}>", "part of a tag"),
        ("<{{x.region}}>", "part of a tag"), ("<p on{{t.search}}='{{x.region}}'>", "part of a script"),
        ("<a href=\"{{> mine}}\">", "the beginning of an address"), ("<a href=\"/{{x.region}}\">", "an address"),
        ("<img srcset=\"a.png 1x, {{x.region}} 2x\">", "an address"),
        ("<a href=\"javascript:a({{x.region}})\">", "part of a script"),
    ])
    func `a fact of its own does not become code`(template: String, place: String) throws {
        let found = try report([
            "theme.yaml": Self.own, "pages/resource.mustache": template + "{{#x.region}}{{> mine}}{{/x.region}}",
            "components/mine/mine.mustache": "{{x.region}}",
        ])
        #expect(found.count == 1 && found[0].contains(": unsafe-place: ") && found[0].contains(place), "\(found)")
    }

    @Test(arguments: [
        "{{x.region}}", "<p class=\"r {{x.region}}\" data-r='{{x.region}}'>{{x.region}}</p>",
        "<a href=\"r/{{x.region}}/\">",
        "<script></script>{{x.region}}", "<!-- <p {{x.region}}> -->", "<p data-{{t.search}}=\"{{x.region}}\">",
        "<script type=\"text/html\"><p>{{x.region}}</p></script>",
    ])
    func `a fact of its own may be a text or a quoted value`(template: String) throws {
        #expect(try ownFault(in: template) == "")
    }

    // MARK: From which file one began

    @Test func `a file says from what it began, and the check when that has changed`() throws {
        let text = DefaultTheme.files["pages/list.mustache"]!
        let marked = FileOrigin.marked("pages/list.mustache", text, version: "0.1.0")
        #expect(
            marked.hasPrefix("{{! Begun from pages/list.mustache of folkmoot 0.1.0 (")
                && marked.hasSuffix(" }}\n" + text))
        #expect(FileOrigin.unmarked(Array(marked.utf8)) == Array(text.utf8))
        #expect(try fault(in: marked) == "")
        let other = FileOrigin.marked("pages/list.mustache", text + "\n", version: "0.1.0")
        #expect(
            try fault(in: other)
                == "pages/list.mustache:1:1: default-changed: `pages/list.mustache` of the default theme has "
                + "changed since folkmoot 0.1.0, from which this file began.")
        #expect(
            try fault(in: other.replacing("from pages/list", with: "from pages/lists")).contains(
                "began as `pages/lists.mustache`, which the default theme of folkmoot \(Program.version) does not have."
            ))
    }

    @Test(arguments: ["tokens.css", "components/code/code.js", "icon.svg", "i18n/en.yaml", "layout.mustache"])
    func `the note is a comment of the file's type, and changes no page`(path: String) async throws {
        let text = DefaultTheme.files[path]!
        let marked = FileOrigin.marked(path, text, version: "0.1.0")
        #expect(FileOrigin(Array(marked.utf8))?.path == path)
        let found = try CompiledTheme.read(
            ["theme.yaml": Array("name: a\n".utf8), path: Array(marked.utf8)], pages: ContextShape.pages,
            languages: ["en"], version: Program.version)
        #expect(found.problems == [])
    }

    @Test func `the note is no part of a page`() async throws {
        let text = DefaultTheme.files["layout.mustache"]!
        let content = ["index.md": "# T\n\nText.\n"]
        let marked = FileOrigin.marked("layout.mustache", text, version: "0.1.0")
        let site = try await TestSite(content, theme: ["layout.mustache": marked])
        #expect(try await site.page("") == TestSite(content).page(""))
    }

    @Test func `what the theme is has no note`() {
        let text = DefaultTheme.files["theme.yaml"]!
        #expect(FileOrigin.marked("theme.yaml", text, version: "0.1.0") == text)
    }

    // MARK: Files, words and versions

    @Test func `files that nothing uses are reported`() throws {
        let examples = [
            ("pages/communty.mustache", "Did you mean `pages/community.mustache`?"),
            ("css/tokens.css", "styles are `tokens.css`"), ("script.js", "scripts are those in"),
            ("i18n/english.yaml", "named after the language"),
            ("logo.svg", "pictures are `icon.svg` and those in `assets/`"),
            ("assets/logo.svg", "no template has `{{asset.logo.svg}}`, and no style has `url(assets/logo.svg)`"),
            ("assets/my logo.svg", "with letters, digits, hyphens and dots in its name"),
            ("assets/font.ttf", "a font (woff2, woff)"),
            ("assets/own.woff2", "does not use this file: no style has `url(assets/own.woff2)`"),
            ("assets/link-previw.png", "Did you mean `assets/link-preview.png`?"),
            ("them.yaml", "Did you mean `theme.yaml`?"),
        ]
        let found = try report(
            Dictionary(
                uniqueKeysWithValues: examples.map { path, _ in
                    let isWords = path.hasPrefix("i18n")
                    let picture = path.hasSuffix(".svg") ? Self.drawn : ""
                    return (path, isWords ? DefaultTheme.files["i18n/en.yaml"]! : picture)
                }))
        #expect(found.count == examples.count)
        for (path, message) in examples {
            #expect(
                found.contains { $0.hasPrefix("\(path):1:1: unused-file: ") && $0.contains(message) },
                "\(path), \(found)")
        }
    }

    @Test func `a font is used by a style, not by a template alone`() throws {
        let link = "<link rel=\"preload\" as=\"font\" href=\"{{asset.own.woff2}}\">"
        let found = try report(["assets/own.woff2": "", "pages/list.mustache": link])
        #expect(found.count == 1 && found[0].hasPrefix("assets/own.woff2:1:1: unused-file: "), "\(found)")
    }

    @Test func `a file that only a comment of a style names is not used`() throws {
        let found = try report(["assets/seal.png": "", "base.css": "/* url(assets/seal.png) */\n"])
        #expect(found.count == 1 && found[0].hasPrefix("assets/seal.png:1:1: unused-file: "), "\(found)")
    }

    @Test func `the picture for links is used, although no template names it`() throws {
        #expect(try report(["assets/link-preview.png": ""]) == [])
    }

    @Test func `a template that another includes is used`() throws {
        #expect(
            try report([
                "pages/list.mustache": "{{> mine}}", "components/mine/mine.mustache": "{{title}}",
                "components/mine/mine.css": "",
            ]) == [])
    }

    @Test(arguments: [
        (
            "nmae: x", "theme-yaml",
            "`nmae` is not a key of `theme.yaml`: it has `name`, `extends`, `folkmoot`, `fields`. Did you mean `name`?"
        ),
        ("fields: x_region", "theme-yaml", "Found a single value: `fields` "),
        ("fields: {region: The region.}", "theme-yaml", "`region` is not a key of your own"),
        ("fields: {x_region: [a]}", "theme-yaml", "what `x_region` is for"),
        ("name: [a]", "theme-yaml", "Found a list: `name` "),
        ("extends: other", "theme-yaml", "`other` cannot be extended"),
        ("folkmoot: about 1", "theme-yaml", "`about 1` is not a range of versions"),
        ("folkmoot: \">=0.1,\"", "theme-yaml", "is not a range of versions"),
        (
            "folkmoot: \">=0.1, <0.1\"", "theme-version",
            "This is folkmoot 0.1.0, and the theme is made for `>=0.1, <0.1`."
        ),
        ("- a", "theme-yaml", "Found a list: `theme.yaml` "),
    ]) func `theme yaml is checked`(example: (line: String, code: String, message: String)) throws {
        let found = try report(["theme.yaml": "# A theme\n\(example.line)\n"], version: "0.1.0")
        #expect(
            found.count == 1 && found[0].hasPrefix("theme.yaml:2:")
                && found[0].contains(": \(example.code): ") && found[0].contains(example.message), "\(found)")
    }

    @Test(arguments: [
        (">=0.1, <1", true), ("=0.1.2", true), (">0.1.2", false), ("<=0.1.2", true), ("0.1", nil), ("", nil),
        (">=1.2.3.4", nil), (">=0.1-beta", nil),
    ])
    func `a range of versions is read`(example: (text: String, contains: Bool?)) throws {
        #expect(VersionRange(example.text)?.contains(try #require(Version("0.1.2"))) == example.contains)
    }

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
        #expect(list.map(Self.placed) == ["i18n/en.yaml:1:1: word-form"] && list[0].contains("`menu`"))
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
        #expect(months.map(Self.placed) == ["i18n/en.yaml:1:1: word-form"] && months[0].contains(" 12 "))
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
            found.map(Self.placed) == ["i18n/ru.yaml:2:9: value-left-out", "i18n/ru.yaml:3:10: value-left-out"])
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
        try #require(found.map(Self.placed) == ["i18n/en.yaml:2:16: word-form"])
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
            found.map(Self.placed) == ["i18n/en.yaml:2:1: unreviewed-words", "i18n/en.yaml:2:22: unused-word"])
        #expect(found[0].contains("read 1 of the \(all) texts") && found[1].hasSuffix(" Did you mean `search`?"))
        let group = try report(["i18n/en.yaml": "unreviewed: {search: true}\n"])
        #expect(group.map(Self.placed) == ["i18n/en.yaml:1:1: word-form"] && group[0].contains("`unreviewed`"))
    }

    @Test func `a file that is not UTF-8 text is named, with what to do`() throws {
        func problems(_ words: [UInt8]) throws -> [Diagnostic] {
            let files = Self.small.mapValues { Array($0.utf8) }.merging(["i18n/fi.yaml": words]) { $1 }
            return try CompiledTheme.read(
                files, pages: ContextShape.pages, languages: ["en"], version: Program.version
            ).problems
        }
        let line = "search: Häku\n"
        let latin = try problems(line.unicodeScalars.map { UInt8($0.value) })
        #expect(latin.map(\.code) == ["theme-not-utf8"] && latin[0].path == "i18n/fi.yaml")
        #expect(latin[0].range == 9..<10 && latin[0].message.contains("Latin-1"))
        #expect(latin[0].help?.advice.contains("Save the file again as UTF-8") == true)
        for isLittle in [true, false] {
            let units = ("\u{FEFF}" + line).utf16.flatMap { unit -> [UInt8] in
                let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                return isLittle ? bytes.reversed() : bytes
            }
            let wide = try problems(units)
            #expect(wide.map(\.code) == ["theme-not-utf8"] && wide[0].message.contains("UTF-16"))
        }
        let marked = try problems(Array(("\u{FEFF}" + line).utf8))
        #expect(marked.map(\.code) == ["missing-word"])
    }

    @Test func `an added text is in every language of the site`() throws {
        let files = ["pages/list.mustache": "\n{{t.mine}}", "i18n/en.yaml": "mine: Mine\n"]
        #expect(try report(files, languages: ["en"]) == [])
        let found = try report(files)
        try #require(found.map(Self.placed) == ["pages/list.mustache:2:1: missing-word"])
        #expect(found[0].contains("`mine`") && found[0].contains("`i18n/cy.yaml`"))
        #expect(try report(files.merging(["i18n/cy.yaml": "mine: Fi\n"]) { $1 }) == [])
    }

    // MARK: The default theme

    @Test func `the default theme has no problem of its own`() throws {
        let files = DefaultTheme.files.mapValues { Array($0.utf8) }
        let drafts = CompiledTheme.defaultLanguages.filter { $0 != "en" }.map { "i18n/\($0).yaml: unreviewed-words" }
        #expect(
            try CompiledTheme.read(
                files, pages: ContextShape.pages, languages: CompiledTheme.defaultLanguages, version: Program.version
            ).problems.map { "\($0.path): \($0.code)" } == drafts)
    }

    @Test func `a page is made with every template that has a table`() {
        for shape in ContextShape.pages {
            #expect(DefaultTheme.files["\(shape.name).mustache"] != nil, "\(shape.name)")
        }
    }
}
