import Pages
import TestSupport
import Testing

@testable import Build
@testable import Theme

/// What a project's theme changes, and what is said of the default theme.
@Suite struct ProjectThemeTests {
    @Test func `it changes one template, one text and one token, and all else stays`() async throws {
        #expect(try report([:]) == [])
        let content = ["index.md": "# T\n\nText.\n", "site.yaml": "title: T\nlanguages: [en, cy]\n"]
        let site = try await TestSite(content, theme: smallTheme)
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
