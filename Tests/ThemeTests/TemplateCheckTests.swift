import TestSupport
import Testing

@testable import Theme

/// What is said of a theme's templates: their tags, names, partials and transforms.
@Suite struct TemplateCheckTests {
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

    @Test func `a template that includes itself is reported with file and line`() throws {
        #expect(
            try fault(in: "<p>\n{{> body}}</p>\n{{> list}}", at: "components/list/list.mustache")
                == "components/list/list.mustache:3:1: template-nesting: The partial includes itself: `list` → `list`.")
        #expect(
            try report(["pages/list.mustache": "<p>\n{{=<% %>=}}"]).map(placed) == [
                "pages/list.mustache:2:1: template-syntax"
            ])
    }

    @Test(
        arguments: [
            // Within itself once, a list of each item, and lists one after the other.
            ("{{#groups}}{{#groups}}{{heading}}{{/groups}}{{/groups}}", nil),
            ("{{#groups}}{{#rows}}{{#groups}}{{#rows}}{{{link}}}{{/rows}}{{/groups}}{{/rows}}{{/groups}}", nil),
            ("{{#groups}}{{#sections}}{{#notices}}{{text}}{{/notices}}{{/sections}}{{/groups}}", nil),
            (
                "{{#term_rows.rows}}{{#groups}}{{heading}}{{/groups}}{{#groups}}{{heading}}{{/groups}}"
                    + "{{/term_rows.rows}}",
                nil
            ),
            // More often, however it is written.
            ("{{#groups}}\n{{#groups}}\n{{#groups}}{{heading}}{{/groups}}{{/groups}}{{/groups}}", "3:1 `groups`"),
            (
                "{{#groups}}{{#groups}}\n{{#reversed(groups)}}{{/reversed(groups)}}{{/groups}}{{/groups}}",
                "2:1 `groups`"
            ),
            (
                "{{#term_rows}}{{#rows}}{{#term_rows.rows}}\n{{#rows}}{{/rows}}{{/term_rows.rows}}{{/rows}}"
                    + "{{/term_rows}}",
                "2:1 `rows`"
            ),
            (
                "{{#term_rows}}{{#rows}}{{#term_rows}}{{#rows}}\n{{#term_rows}}{{#rows}}{{/rows}}{{/term_rows}}"
                    + "{{/rows}}"
                    + "{{/term_rows}}{{/rows}}{{/term_rows}}", "2:15 `rows`"
            ),
            (
                "{{#groups}}{{#sections}}{{#notices}}\n{{#browse_links.rows}}{{/browse_links.rows}}{{/notices}}"
                    + "{{/sections}}{{/groups}}", "2:1 `browse_links.rows`"
            ),
        ] as [(String, String?)])
    func `a list that is repeated too often within others is reported`(template: String, at: String?) throws {
        let found = try report(["pages/list.mustache": template])
        let expected = at.map { place in
            let parts = place.split(separator: " ")
            return "pages/list.mustache:\(parts[0]): repeated-list: \(parts[1]) is "
        }
        #expect(found.count == (at == nil ? 0 : 1) && found.allSatisfy { $0.hasPrefix(expected ?? "-") }, "\(found)")
    }

    @Test func `a list is counted through partials too`() throws {
        let found = try report([
            "pages/list.mustache": "{{#groups}}{{> mine}}{{/groups}}",
            "components/mine/mine.mustache": "{{#groups}}\n{{> inner}}{{/groups}}",
            "components/inner/inner.mustache": "<p>\n{{#groups}}{{heading}}{{/groups}}",
        ])
        #expect(found.map(placed) == ["components/inner/inner.mustache:2:1: repeated-list"])
    }

    @Test func `a brace too many is reported`() throws {
        #expect(
            try fault(in: "<h1>{{title}}}</h1>")
                == "pages/list.mustache:1:5: template-syntax: A tag that begins with `{{` ends with `}}`: there is a "
                + "brace too many."
        )
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

    @Test func `a misspelt variable is reported with file, line and the nearest name`() throws {
        let misspelt = try #require(smallTheme["components/body/body.mustache"]).replacing(
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
            #expect(found.map(placed) == ["pages/list.mustache:\(at): unknown-variable"])
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
}
