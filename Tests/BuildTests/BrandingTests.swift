import Build
import Foundation
import TestSupport
import Testing

/// A ministry's logo, typeface and colours.
@Suite struct BrandingTests {
    private static let drawn = "<svg viewBox=\"0 0 3 1\"/>"
    private static let manifest = "name: own\nextends: default\nfolkmoot: \">=0.1, <99\"\n"

    private static func outcome(
        _ settings: String, _ files: [String: String] = [:], into output: Bool = false
    ) async throws -> (problems: [String], folder: TemporaryFolder) {
        let all = files.merging([
            "content/site.yaml": "title: T\ntheme: own\n" + settings + "contact: hello@example.gov\n",
            "themes/own/theme.yaml": manifest,
        ]) { $1 }
        let folder = try TemporaryFolder(all)
        let command = BuildCommand(content: folder.at("content"), output: output ? folder.at("site") : nil)
        let outcome = try await command.run()
        let problems = (outcome.problems + outcome.themeProblems).map { "\($0.code) \($0.range): \($0.message)" }
        return (problems, folder)
    }

    private static func text(_ path: String, in folder: TemporaryFolder) throws -> String {
        try String(contentsOf: URL(fileURLWithPath: folder.at("site/\(path)")), encoding: .utf8)
    }

    @Test func `a logo of the theme is shown in the header, with one for dark pages`() async throws {
        let (problems, folder) = try await Self.outcome(
            "logo:\n  file: logo.svg\n  dark: dark.svg\n  alt: Ministry of Tests\n",
            ["themes/own/assets/logo.svg": Self.drawn, "themes/own/assets/dark.svg": Self.drawn + "\n"], into: true)
        #expect(problems == [])
        let home = try Self.text("index.html", in: folder)
        let light = try #require(
            home.firstMatch(
                of: #/<img class="logo on-light" src="\./(assets/logo-[0-9a-z]+\.svg)" alt="Ministry of Tests">/#))
        let dark = try #require(
            home.firstMatch(of: #/<img class="logo on-dark" src="\./(assets/dark-[0-9a-z]+\.svg)" alt="">/#))
        #expect(try Self.text(String(light.1), in: folder) == Self.drawn)
        #expect(try Self.text(String(dark.1), in: folder) == Self.drawn + "\n")
        #expect(try Self.text("map/index.html", in: folder).contains("src=\"../\(light.1)\""))
        #expect(!home.contains("icon-") || !home.contains("width=\"28\""))
    }

    @Test func `a logo that is not there is reported with its position`() async throws {
        let (problems, _) = try await Self.outcome("logo: logoo.svg\n", ["themes/own/assets/logo.svg": Self.drawn])
        #expect(
            problems.filter { $0.hasPrefix("logo-missing") } == [
                "logo-missing 26..<35: There is no picture `logoo.svg`. Did you mean `logo.svg`?"
            ])
    }

    @Test(arguments: ["/pictures/logo.svg", "logo.svg", "{file: pictures/logo.svg, alt: Ministry}"])
    func `an SVG logo in the content folder is one problem, which says where it belongs`(name: String) async throws {
        for (theme, place) in [
            ("theme: own\n", "Put the file into `themes/own/assets/`, and write its name alone: `logo.svg`."),
            (
                "",
                "Put the file into `themes/own/assets/`, write its name alone, `logo.svg`, and add `theme: own` to "
                    + "`site.yaml`. Or save the picture as PNG or WebP."
            ),
        ] {
            let folder = try TemporaryFolder([
                "content/site.yaml": "title: T\n\(theme)logo: \(name)\ncontact: hello@example.gov\n",
                "content/pictures/logo.svg": Self.drawn, "themes/own/theme.yaml": Self.manifest,
            ])
            let outcome = try await BuildCommand(content: folder.at("content"), output: nil).run()
            #expect(
                outcome.problems.map { "\($0.path) \($0.code): \($0.message) \($0.help?.text ?? "")" } == [
                    "site.yaml logo-missing: The logo `/pictures/logo.svg` is in the content folder, where an SVG "
                        + "picture is left out: only a theme may have one. \(place)"
                ])
        }
    }

    @Test func `without any theme, an SVG logo begins with making one`() async throws {
        let folder = try TemporaryFolder([
            "content/site.yaml": "title: T\nlogo: /logo.svg\ncontact: hello@example.gov\n",
            "content/logo.svg": Self.drawn,
        ])
        let outcome = try await BuildCommand(content: folder.at("content"), output: nil).run()
        #expect(outcome.problems.map(\.code) == ["logo-missing"])
        #expect(outcome.problems[0].help?.text.hasPrefix("Make a theme with `folkmoot new theme mine`. ") == true)
    }

    @Test func `a logo that is broken, or of another type, is not said to be missing`() async throws {
        let (broken, _) = try await Self.outcome("logo: /logo.png\n", ["content/logo.png": "png"])
        #expect(
            broken == [
                "picture-left-out 0..<0: `logo.png` is left out: whatever its name says, it is no picture.",
                "logo-missing 26..<35: The picture `/logo.png` is left out, so it cannot be the logo.",
            ])
        let (other, _) = try await Self.outcome("logo: /logo.bmp\n", ["content/logo.bmp": "BM"])
        #expect(
            other == [
                "logo-missing 26..<35: The logo `/logo.bmp` is left out: in the content folder, a picture must be png, "
                    + "jpg, jpeg, gif, webp or avif."
            ])
        let (elsewhere, _) = try await Self.outcome(
            "logo: /pictures/logo.svg\n", ["themes/own/assets/logo.svg": Self.drawn])
        #expect(elsewhere.contains { $0.hasSuffix("`/pictures/logo.svg`. Did you mean `logo.svg`?") })
    }

    @Test(arguments: [("", "it is empty"), ("png", "whatever its name says, it is no picture")])
    func `a picture of the theme that cannot be shown is reported with its file`(bytes: String, reason: String)
        async throws
    {
        let (problems, _) = try await Self.outcome(
            "logo: logo.png\n", ["themes/own/assets/logo.png": bytes, "themes/own/assets/link-preview.png": bytes])
        #expect(
            problems == [
                "theme-picture 0..<0: `assets/link-preview.png` cannot be shown, so links to the site are shown "
                    + "without it: \(reason).",
                "theme-picture 0..<0: `assets/logo.png` cannot be shown, so readers see no logo: \(reason).",
            ])
    }

    @Test func `a typeface and a picture have their hash in their names, in styles and templates`() async throws {
        let (problems, folder) = try await Self.outcome(
            "",
            [
                "themes/own/tokens.css":
                    "@font-face { font-family: Own; src: url(\"assets/own.woff2\") format(\"woff2\"); }\n"
                    + ":root { --font: Own, sans-serif; }\n",
                "themes/own/components/site-footer/site-footer.mustache":
                    "<footer><img src=\"{{asset.seal.png}}\" alt=\"\"></footer>\n",
                "themes/own/assets/own.woff2": "font", "themes/own/assets/seal.png": "png",
            ], into: true)
        #expect(problems == [])
        let page = try Self.text("map/index.html", in: folder)
        let seal = try #require(
            page.firstMatch(of: #/<footer><img src="\.\./(assets/seal-[0-9a-z]+\.png)" alt=""></footer>/#))
        #expect(try Self.text(String(seal.1), in: folder) == "png")
        let style = try #require(page.firstMatch(of: #/href="\.\./(assets/style-[0-9a-z]+\.css)"/#))
        let css = try Self.text(String(style.1), in: folder)
        let font = try #require(css.firstMatch(of: #/url\("(own-[0-9a-z]+\.woff2)"\)/#))
        #expect(try Self.text("assets/\(font.1)", in: folder) == "font")
    }

    @Test func `a file that the theme does not have, and one that nothing shows, are reported`() async throws {
        let (problems, _) = try await Self.outcome(
            "",
            [
                "themes/own/tokens.css": "a { background: url(assets/flagg.svg); }\n",
                "themes/own/components/site-footer/site-footer.mustache": "<footer>{{asset.sael.png}}</footer>\n",
                "themes/own/assets/flag.svg": Self.drawn, "themes/own/assets/seal.png": "png",
            ])
        try #require(
            problems.map { String($0.prefix { $0 != ":" }) } == [
                "unused-file 0..<0", "unused-file 0..<0", "unknown-asset 8..<26", "unknown-asset 20..<36",
            ])
        #expect(problems[0].contains("`{{asset.flag.svg}}`") && problems[0].hasSuffix(" `url(assets/flag.svg)`."))
        #expect(problems[1].hasSuffix(" `url(assets/seal.png)`.") && problems[2].hasSuffix(" Did you mean `seal.png`?"))
        #expect(
            problems[3]
                == "unknown-asset 20..<36: The theme has no file `assets/flagg.svg`. Did you mean `flag.svg`?")
    }

    @Test func `colours take the place of the theme's, light and dark`() async throws {
        let (problems, folder) = try await Self.outcome(
            "colours:\n  accent: \"#1d70b8\"\n  header: {light: \"#0b0c0c\", dark: \"#000\"}\n", into: true)
        #expect(problems == [])
        let style = try #require(
            try Self.text("index.html", in: folder).firstMatch(of: #/assets/style-[0-9a-z]+\.css/#))
        let css = try Self.text(String(style.0), in: folder)
        #expect(css.contains("--accent: var(--light, #1d70b8) var(--dark, #7fd0dc);"))
        #expect(css.contains("--band: var(--light, #0b0c0c) var(--dark, #000000);"))
    }

    @Test func `colours that are too alike are reported, with the pair and its ratio`() async throws {
        let (problems, _) = try await Self.outcome(
            "colours:\n  header: \"#8fb4d9\"\n  accent: {light: \"#1d70b8\", dark: \"#333\"}\n")
        #expect(
            problems.first
                == "colour-contrast 39..<48: `header` #8fb4d9 and `band-ink` #ffffff have a contrast of 2.1 to 1 on a "
                + "light page.")
        #expect(
            problems.contains {
                $0.contains("`accent` #333333 and `paper` #0f1718 ") && $0.contains(" 1.4 to 1 on a dark page")
            })
        #expect(problems.allSatisfy { $0.hasPrefix("colour-contrast") })
    }

    @Test func `a colour that cannot be read is an error`() async throws {
        let (problems, _) = try await Self.outcome("colours:\n  accent: blueish\n")
        #expect(problems.count == 1 && problems[0].hasPrefix("wrong-type 39..<46: "), "\(problems)")
    }
}
