import Testing

@testable import Theme

/// What a template becomes: as in the specification of Mustache, with the transforms that themes use.
@Suite struct TemplateRendererTests {
    private static let context: Context = [
        "title": .text("Tea & talk"), "html": .text("<b>now</b>"), "empty": .text(""), "none": .none,
        "yes": .flag(true), "no": .flag(false),
        "head": .object(["title": .text("Inner"), "only": .text("here")]),
        "rows": .list([["name": .text("a")], ["name": .text("b")], ["name": .text("c")]]), "nobody": .list([]),
    ]

    private func rendered(_ template: String, _ partials: [String: String] = [:]) -> String {
        var files = partials.reduce(into: [:]) { $0["components/\($1.key)/\($1.key).mustache"] = Array($1.value.utf8) }
        files["pages/page.mustache"] = Array(template.utf8)
        let library = TemplateLibrary(files)
        let bytes = TemplateRenderer.render(library.index["pages/page"]!, of: library, Self.context)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("{{title}}", "Tea &amp; talk"),
        ("{{{html}}}{{&html}}", "<b>now</b><b>now</b>"),
        ("{{ title }}", "Tea &amp; talk"),
        ("[{{empty}}{{none}}{{unknown}}{{head}}{{rows}}]", "[]"),
        ("{{yes}} {{no}}", "true false"),
        ("{{head.title}} {{head.unknown}} {{unknown.title}}|", "Inner  |"),
    ])
    func variablesAreShown(template: String, expected: String) { #expect(rendered(template) == expected) }

    @Test(arguments: [
        ("{{#yes}}{{title}}{{/yes}}", "Tea &amp; talk"),
        ("{{#no}}x{{/no}}{{#none}}x{{/none}}{{#nobody}}x{{/nobody}}{{#unknown}}x{{/unknown}}", ""),
        ("{{^no}}1{{/no}}{{^none}}2{{/none}}{{^nobody}}3{{/nobody}}{{^unknown}}4{{/unknown}}", "1234"),
        ("{{^yes}}x{{/yes}}{{^title}}x{{/title}}{{^rows}}x{{/rows}}{{^head}}x{{/head}}", ""),
        ("{{#title}}[{{.}}]{{/title}}", "[Tea &amp; talk]"),
        ("{{#empty}}an empty text is there{{/empty}}", "an empty text is there"),
        ("{{#head}}{{title}}, {{only}}, {{#yes}}{{title}}{{/yes}}{{/head}}", "Inner, here, Inner"),
        ("{{#head}}{{#rows}}{{name}} {{title}}{{.title}}; {{/rows}}{{/head}}", "a Inner; b Inner; c Inner; "),
    ])
    func sectionsLookNamesUpFromTheInnermostOutward(template: String, expected: String) {
        #expect(rendered(template) == expected)
    }

    @Test(arguments: [
        ("{{#rows}}{{name}}{{^last()}}, {{/last()}}{{/rows}}", "a, b, c"),
        ("{{#rows}}{{#first()}}{{name}}{{/first()}}{{#even()}}e{{/even()}}{{#odd()}}o{{/odd()}}{{/rows}}", "aeoe"),
        ("{{#rows}}{{index()}} {{plusone(index())}} {{/rows}}", "0 1 1 2 2 3 "),
        ("{{count(rows)}} {{plusone(count(rows))}} {{minusone(count(nobody))}}", "3 4 -1"),
        ("{{#first(rows)}}{{name}}{{/first(rows)}}{{#last(rows)}}{{name}}{{/last(rows)}}", "ac"),
        ("{{#reversed(rows)}}{{name}}{{/reversed(rows)}}", "cba"),
        ("{{#empty(nobody)}}none{{/empty(nobody)}}{{#equalzero(count(rows))}}x{{/equalzero(count(rows))}}", "none"),
        ("{{#rows}}{{#head}}[{{#last()}}x{{/last()}}]{{/head}}{{/rows}}", "[][][]"),
        ("{{count(title)}}{{shouted(title)}}", ""),
    ])
    func transformsChangeWhatIsShown(template: String, expected: String) { #expect(rendered(template) == expected) }

    @Test(arguments: [
        ("a\n{{#yes}}\nb\n{{/yes}}\nc\n", "a\nb\nc\n"),
        ("a\r\n  {{#yes}}\t\r\nb\r\n{{/yes}}\r\nc", "a\r\nb\r\nc"),
        ("a\n{{! a remark\nover two lines }}\nb", "a\nb"),
        ("a {{! a remark }} b", "a  b"),
        ("{{#yes}} {{/yes}}\nb\n{{#yes}}\nc\n{{/yes}}", " \nb\nc\n"),
        ("  {{title}}\n", "  Tea &amp; talk\n"),
        ("{{#rows}}\n- {{name}}\n{{/rows}}\n", "- a\n- b\n- c\n"),
    ])
    func tagsAloneOnTheirLineLeaveNoEmptyLine(template: String, expected: String) {
        #expect(rendered(template) == expected)
    }

    @Test func partialsUseWhatIsAroundThem() {
        #expect(rendered("{{#rows}}{{> item}}{{/rows}}{{> unknown}}", ["item": "<{{name}}>"]) == "<a><b><c>")
        #expect(rendered("{{#rows}}{{> item}}{{/rows}}", ["item": "[{{#last()}}x{{/last()}}]"]) == "[][][]")
    }

    @Test func linesOfAPartialAreIndentedAsThePartialIs() {
        let partials = ["item": "<p>\n{{title}}\n{{#no}}x{{/no}}\n{{> inner}}\n</p>\n", "inner": "one\n\ntwo\n"]
        #expect(
            rendered("<div>\n  {{> item}}\n</div>\n", partials)
                == "<div>\n  <p>\n  Tea &amp; talk\n  \n  one\n  \n  two\n  </p>\n</div>\n")
        #expect(rendered("  x {{> inner}}|", partials) == "  x one\n\ntwo\n|")
    }

    /// Two names with one hash would be taken for the same.
    @Test func namesOfTheDefaultThemeDiffer() throws {
        var texts: [FieldName: Set<String>] = [:]
        for name in TemplateLibrary(try ThemeFiles([:], isDefault: false).all).names {
            texts[name, default: []].insert(name.text)
        }
        #expect(texts.count > 300)
        #expect(texts.values.filter { $0.count > 1 }.isEmpty)
    }
}
