import Diagnostics
import Pages
import Testing

@testable import Build
@testable import Theme

/// What is said of files that nothing uses, of `theme.yaml`, and of files that cannot be read.
@Suite struct ThemeFileTests {
    private static let drawn = "<svg viewBox=\"0 0 32 32\"/>"

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

    @Test func `a file that is not UTF-8 text is named, with what to do`() throws {
        func problems(_ words: [UInt8]) throws -> [Diagnostic] {
            let files = smallTheme.mapValues { Array($0.utf8) }.merging(["i18n/fi.yaml": words]) { $1 }
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
}
