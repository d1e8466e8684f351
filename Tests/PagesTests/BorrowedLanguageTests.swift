import TestSupport
import Testing
import Theme

/// Sites in a language of which the theme has a few words or none.
@Suite struct BorrowedLanguageTests {
    private static let finnish = """
        language_name: Suomi
        months: [tammikuuta, helmikuuta, maaliskuuta, huhtikuuta, toukokuuta, kesäkuuta, heinäkuuta, elokuuta,
          syyskuuta, lokakuuta, marraskuuta, joulukuuta]
        months_alone: [tammikuu, helmikuu, maaliskuu, huhtikuu, toukokuu, kesäkuu, heinäkuu, elokuu, syyskuu, lokakuu,
          marraskuu, joulukuu]
        date_day: "{day}. {month} {year}"
        search: Haku
        """

    private static func site(_ languages: String, words: String? = finnish) async throws -> [String: String] {
        let content = [
            "site.yaml": "title: T\nlanguages: [\(languages)]\ntime_zone: Europe/Helsinki\n",
            "communities/a.md": "---\nname: Ensimmäinen\nsummary: S.\nfounded: 2026-03-05\nclosed: 2026-05\n---\n",
            "communities/b.md": "---\nname: Toinen\nsummary: S.\n---\n",
            "communities/b/events/e.md": "---\ntitle: E\nstarts: 2026-03-12 14:00\n---\n",
        ]
        return try await TestSite(content, today: "2026-03-01", theme: words.map { ["i18n/fi.yaml": $0] } ?? [:]).files
    }

    @Test func `missing words are English and say so, and own words say nothing`() async throws {
        let page = try #require(try await Self.site("fi")["communities/a/index.html"])
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"fi\""))
        #expect(page.contains("<span lang=\"en\">Skip to main content</span>"))
        #expect(page.contains("Haku"))
        #expect(!page.contains("<span lang=\"en\">Haku"))
        #expect(page.contains("5. maaliskuuta 2026"))
        #expect(page.contains("toukokuu 2026"))
    }

    @Test func `missing words are those of the site's first language before those of English`() async throws {
        let page = try #require(try await Self.site("cy, fi")["fi/communities/a/index.html"])
        #expect(page.contains("<span lang=\"cy\">"))
        #expect(!page.contains("<span lang=\"en\">"))
    }

    @Test func `a language of which the theme has no word is made too`() async throws {
        let files = try await Self.site("en, sv", words: nil)
        let page = try #require(files["sv/communities/a/index.html"])
        #expect(page.contains("<html lang=\"sv\""))
        #expect(page.contains("<span lang=\"en\">Skip to main content</span>"))
        #expect(try #require(files["communities/a/index.html"]).contains(">sv</a>"))
    }

    @Test func `no file of the site has a mark`() async throws {
        for (path, text) in try await Self.site("en, fi, ar") {
            #expect(!text.unicodeScalars.contains { (0xFDD0...0xFDD2).contains($0.value) }, "\(path)")
            #expect(!text.contains("%EF%B7%9"), "\(path)")
        }
    }

    @Test func `a site whose languages have all words is the same as without this`() async throws {
        let files = try await Self.site("en, cy", words: nil)
        #expect(!files.values.contains { $0.contains("<span lang=\"en\">Skip to main content</span>") })
    }

    @Test func `the page for a wrong address speaks every language of the site`() async throws {
        let page = try #require(try await Self.site("en, cy, ar", words: nil)["404.html"])
        #expect(page.contains("<h1>Page not found</h1>"))
        let welsh = try #require(page.range(of: "<section lang=\"cy\">\n<h2>"))
        let arabic = try #require(page.range(of: "<section lang=\"ar\" dir=\"rtl\">\n<h2>"))
        #expect(welsh.lowerBound < arabic.lowerBound)
        #expect(page.contains("<a href=\"/cy/\">") && page.contains("<a href=\"/ar/map/\">"))
    }
}
