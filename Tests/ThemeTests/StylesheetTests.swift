import Testing

@testable import Theme

@Suite struct StylesheetTests {
    @Test(arguments: [
        ("a { b: c; } /* d */\n", "a{b: c;}"), ("a\\; b { --dark: ; c: d }\n", "a\\; b{--dark: ;c: d }"),
        ("/* a\n b */\n\n  c {\n\td: e;\n  }\n\nf,\ng {\n  h: i\n}\n", "c{d: e;}f,\ng{h: i\n}"),
        ("a::before { content: \"/* b */\"; }\n", "a::before{content: \"/* b */\";}"),
        ("a { content: '\\'/*'; } /* b */", "a{content: '\\'/*';}"), ("a { content: ' { '; }", "a{content: ' { ';}"),
        ("a\\ { b: c }", "a\\ {b: c }"),
        ("@media (width > 1em) {\n  a { b: c }\n}\n", "@media (width > 1em){a{b: c }}"),
        ("a { b: c } /* open", "a{b: c }/* open"), ("", ""),
    ])
    func `comments and indentation stay in the theme's files, strings as they are`(css: String, published: String) {
        #expect(String(decoding: Stylesheet.compact(Array(css.utf8)), as: UTF8.self) == published)
    }

    @Test func `comments that never end do not take quadratic time`() {
        let css = Array(String(repeating: "/*a", count: 100_000).utf8)
        #expect(Stylesheet.compact(css) == css)
    }
}
