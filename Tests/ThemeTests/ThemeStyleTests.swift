import Diagnostics
import Testing

@testable import Build
@testable import Pages
@testable import Theme

/// What a project's styles, templates and pictures load, and whether browsers read them to their ends.
@Suite struct ThemeStyleTests {
    /// `line:column: code: message` of one file, a line each.
    private func problems(_ path: String, _ text: String, besides others: [String: String] = [:]) throws -> [String] {
        let files = others.merging([
            "theme.yaml": "name: small\nextends: default\nfolkmoot: \">=0.1, <99\"\n", path: text,
        ]) { $1 }
        let problems = try CompiledTheme.read(
            files.mapValues { Array($0.utf8) }, pages: ContextShape.pages, languages: ["en"], version: Program.version
        ).problems
        return problems.filter { $0.path == path }.map { problem in
            let position = LineIndex(Array(text.utf8)).position(of: problem.range.lowerBound)
            return "\(position.line):\(position.column): \(problem.code): \(problem.message)"
        }
    }

    private func addresses(_ css: String) -> [String] {
        let bytes = Array(css.utf8)
        return StyleScan(bytes).addresses.map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    // MARK: Styles

    @Test(arguments: [
        ("a { b: c; }\nd {\n  e: f;\n", "2:3: broken-style: This `{` is never closed: `}` is missing"),
        ("a { b: c; }\n}\nd { e: f; }\n", "2:1: broken-style: This `}` closes nothing: no `{` is open"),
        ("a { b: calc(1px + 2px; }\nd { e: f; }\n", "1:12: broken-style: This `(` is never closed: `)` is missing"),
        ("a[b { c: d; }\n", "1:2: broken-style: This `[` is never closed: `]` is missing"),
        ("a { b: c); }\n", "1:9: broken-style: This `)` closes nothing"),
        ("a { b: c; }\n/* d\ne { f: g; }\n", "2:1: broken-style: This comment is never closed: `*/` is missing"),
        ("a { content: \"b; }\nd { e: f; }\n", "1:14: broken-style: This string is not closed on its line"),
        ("a { background: url(b.png; }\nd { e: f; }\n", "1:17: broken-style: This `url(` is never closed"),
    ])
    func `a style that swallows what follows is reported once, where it begins`(css: String, message: String) throws {
        let found = try problems("base.css", css)
        #expect(found.count == 1 && found[0].hasPrefix(message), "\(found)")
    }

    @Test(arguments: [
        "a::before { content: \"}\"; } b::after { content: '\\'{'; }\n", "/* { */ a { b: c } /* ( */\n",
        "a\\{b { c: d; }\n", "a[b=\"]\"] { c: d; }\n", "@media (width > 1em) { a { b: c; } }\n", "a { b: ; }\n",
        "a { background: url(data:image/png;base64,ab/*cd); }\n", "a { content: \"b\\\nc\"; }\n", "",
    ])
    func `a style that can be read to its end passes`(css: String) throws {
        #expect(try problems("base.css", css) == [])
    }

    @Test func `import has no effect, and is reported alone`() throws {
        #expect(
            try problems(
                "base.css", "@charset \"utf-8\";\n@import url(https://example.com/a.css) screen;\na { b: c; }\n")
                == ["2:1: style-import: `@import` has no effect here: all styles of the theme become one file."])
    }

    @Test func `addresses are read as browsers do`() {
        #expect(
            addresses("a { b: url( 'c.png' ), URL(d e), image-set(\"f\" 1x type(\"image/png\"), url(g) 2x); }") == [
                "c.png", "d e", "f", "g",
            ])
        #expect(
            addresses("/* url(a) */ b { content: 'url(c)'; } @namespace svg url(http://www.w3.org/2000/svg);") == [])
    }

    @Test(arguments: [
        "https://fonts.example.com/a.woff2", "//cdn.example.com/a.png", "HTTP://example.com/a", "\\\\example.com\\a",
    ])
    func `a style asks no other host`(address: String) throws {
        let found = try problems("base.css", "a {\n  background: url(\"\(address)\");\n}\n")
        #expect(
            found == ["2:20: other-host: `\(address)` is on another host, which would learn who reads the site."])
    }

    @Test func `an address with a line end in it may be of another host`() throws {
        let found = try problems("pages/list.mustache", "<img src=\"ht\ntps:/\t/example.com/a\" alt=\"\">")
        #expect(found.count == 1 && found[0].contains(": other-host: "), "\(found)")
    }

    @Test(arguments: ["#a", "data:image/png;base64,ab", "../pictures/a.png", "/a:b.png", "?a=https://example.com"])
    func `an address of the site itself is no other host`(address: String) throws {
        #expect(try problems("base.css", "a { background: url(\"\(address)\"); }\n") == [])
    }

    @Test func `a typeface that nothing uses is reported, by its name`() throws {
        let face = "@font-face {\n  font-family: \"Own Sans\"; src: url(assets/own.woff2);\n}\n"
        let files = ["assets/own.woff2": ""]
        #expect(
            try problems("base.css", "/* Own Sans */\n\(face).own { --sans: 0; }\n", besides: files).first
                == "3:17: unused-font: No style uses the typeface `Own Sans`.")
        for use in ["a { font: 1rem/1.5 'own sans', serif; }\n", ":root { --font: \"Own Sans\"; }\n"] {
            #expect(try problems("base.css", face + use, besides: files) == [])
        }
        #expect(
            try problems(
                "base.css", face, besides: ["tokens.css": ":root { --font: 'Own Sans'; }"].merging(files) { $1 })
                == [])
    }

    @Test(arguments: [
        "{", "(", "/*", "url(", "@font-face{", "@font-face{font-family:a;}", "@import ", "\"", "}", "(}", "\\",
        "font-family ",
    ])
    func `a style of any size takes linear time`(unit: String) {
        let scan = StyleScan(Array(String(repeating: unit, count: 100_000).utf8))
        #expect(scan.faults.count <= 20)
    }

    // MARK: Templates

    @Test(arguments: [
        "<script src=\"https://example.com/a.js\"></script>", "<link rel=stylesheet href=//example.com/a.css>",
        "<img {{#lead}}src='https://{{title}}.example.com/a.png'{{/lead}} alt=\"\">",
        "<img src=\"{{{root}}}a.png\" srcset=\"a.png 1x, https://example.com/b.png 2x\" alt=\"\">",
        "<p style=\"background: url(https://example.com/a.png)\">", "<style>@import 'https://example.com/a';</style>",
        "<svg><use xlink:href=\"https://example.com/a.svg#b\"/></svg>", "<IFRAME SRC='https://example.com/'></IFRAME>",
        "<link rel=\"preconnect\" href=\"https://example.com\">",
        "<!--><img src=\"https://example.com/a\"> -->", "<!-- a --!><img src=\"https://example.com/a\"> -->",
        "<img a@='>' {{#lead}}src='https://example.com/a'{{/lead}}>",
        "<script type=\"text/html\"><img src=\"https://example.com/a\"></script>",
    ])
    func `a template asks no other host`(template: String) throws {
        let found = try problems("pages/list.mustache", "\n" + template)
        #expect(found.count == 1 && found[0].hasPrefix("2:") && found[0].contains(": other-host: "), "\(found)")
    }

    @Test(arguments: [
        "<a href=\"https://example.com/\">A</a>", "<link rel=\"canonical\" href=\"https://example.com/\">",
        "<!-- <img src=\"https://example.com/a\"> -->", "{{! <img src=\"https://example.com/a\"> }}",
        "<script>'<img src=\"https://example.com/a\">'</script>", "<img src=\"data:image/png;base64,ab\" alt=\"\">",
        "<form action=\"https://example.com/\"></form>", "<img src=\"{{{root}}}a.png\" alt=\"\">",
    ])
    func `a link to another host asks nothing of it`(template: String) throws {
        #expect(try problems("pages/list.mustache", template) == [])
    }

    // MARK: Pictures

    @Test(arguments: [
        ("<svg/>", "1:1: svg-size: The picture does not say its size"),
        ("<svg width=\"100%\" height=\"100%\"/>", "1:1: svg-size: "), ("<svg viewBox=\"0 0 0 9\"/>", "1:1: svg-size: "),
        ("png", "1:1: svg-size: Browsers cannot show this picture"),
        (
            "<?xml version=\"1.0\"?>\n<svg viewBox=\"0,0 96.5,32\"/>",
            "2:1: icon-shape: The icon is 96.5 wide and 32 high."
        ),
        ("<svg width=\"20px\" height=\"90px\"/>", "1:1: icon-shape: The icon is 20 wide and 90 high."),
        ("<svg viewBox=\"0 0 9 9\"><image href=\"https://example.com/a.png\"/></svg>", "1:37: other-host: "),
    ])
    func `an icon is a square that says its size`(svg: String, message: String) throws {
        let found = try problems("icon.svg", svg)
        #expect(found.count == 1 && found[0].hasPrefix(message), "\(found)")
    }

    @Test(arguments: [
        "<svg viewBox=\"0 0 32 32\"/>", "<svg width=\"20\" height=\"24\"/>",
        "<!-- <svg> --><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-4 -4 8 8\"><a "
            + "href=\"https://example.com/\"/></svg>",
    ])
    func `an icon that is about as wide as high passes`(svg: String) throws {
        #expect(try problems("icon.svg", svg) == [])
    }

    @Test func `a logo may have any shape`() throws {
        #expect(
            try problems(
                "assets/logo.svg", "<svg viewBox=\"0 0 300 40\"/>",
                besides: ["pages/list.mustache": "<img src=\"{{asset.logo.svg}}\" alt=\"\">"]) == [])
    }
}
