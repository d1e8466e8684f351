import TestSupport
import Testing

@testable import Theme

/// Pages in several languages, and what is not translated.
@Suite struct PageLanguageTests {
    @Test func `a page that is not translated says where its translation is written`() async throws {
        let settings =
            "title: T\nlanguages: [en, cy]\nrepository: {url: https://github.com/example/handbook, branch: \"a b#c\"}\n"
        let site = try await TestSite([
            "site.yaml": settings, "resources/r.md": "---\ntitle: R\n---\n\nText.\n",
            "communities/data.md": DataPeople.community("") + "\nText.\n",
        ])
        #expect(
            site.main("cy/resources/r/").contains(
                "https://github.com/example/handbook/new/a%20b%23c"
                    + "?filename=content/resources/r.cy.md&amp;value=---%0Atitle:"
            ))
        #expect(
            site.main("cy/communities/data/").contains("filename=content/communities/data.cy.md&amp;value=---%0Aname:"))
        #expect(!site.main("resources/r/").contains("/new/"))
    }

    @Test func `words from an untranslated file say their language on a translated page`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "about.md": "# About us\n",
            "communities/data.md": DataPeople.community(
                "wants: [speakers]\njoin: Ask at the desk.\nwelcome: {name: The data team}\n"),
        ])
        let page = site.page("cy/communities/data/")
        for text in [
            "<span lang=\"en\">speakers</span>", "<span lang=\"en\">Ask at the desk.</span>",
            "<strong lang=\"en\">The data team", "about/\" lang=\"en\">About us</a>",
        ] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func `words in the other direction say so`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, ar]\n",
            "communities/data.md": DataPeople.community("wants: [speakers]\n"),
        ])
        #expect(site.page("ar/communities/data/").contains("<span lang=\"en\" dir=\"ltr\">speakers</span>"))
        #expect(site.page("ar/communities/data/").contains("<h1 id=\"data-people\" lang=\"en\" dir=\"ltr\">"))
        #expect(site.page("communities/data/").contains("<a hreflang=\"ar\" lang=\"ar\" dir=\"rtl\""))
    }

    @Test(arguments: [
        ("ar", "rtl"), ("ar-EG", "rtl"), ("ar-Latn", "ltr"), ("az-Arab", "rtl"), ("he", "rtl"), ("nqo", "rtl"),
        ("en-1994", "ltr"), ("cy", "ltr"),
    ])
    func `the script of a language tells its direction`(tag: String, direction: String) {
        #expect(TextDirection.of(tag).rawValue == direction)
    }

    @Test func `every page exists in every language, with a marked fallback`() async throws {
        let site = try await TestSite(
            [
                "site.yaml": "title: {en: Guide, cy: Canllaw}\nlanguages: [en, cy]\n".replacing(
                    "{en: Guide, cy: Canllaw}", with: "\n  en: Guide\n  cy: Canllaw"),
                "resources/a.md": "---\ntitle: English title\n---\n\nEnglish text. [b](b.md)\n",
                "resources/a.cy.md": "---\ntitle: Teitl\n---\n\nTestun.\n",
                "resources/b.md": "---\ntitle: Only English\n---\n\nMore text.\n",
            ], baseURL: "https://example.gov/x/")
        #expect(site.problems == [])
        #expect(site.main("cy/resources/a/").contains("<h1 id=\"teitl\">Teitl</h1>"))
        #expect(site.main("cy/resources/a/").contains("Testun."))
        let fallback = site.page("cy/resources/b/")
        #expect(fallback.contains("<html lang=\"cy\""))
        #expect(fallback.contains("lang=\"en\">Only English</h1>"))
        #expect(fallback.contains("<div class=\"prose\" lang=\"en\">"))
        #expect(fallback.contains("<link rel=\"canonical\" href=\"https://example.gov/x/resources/b/\">"))
        #expect(site.page("cy/resources/a/").contains("hreflang=\"en\" href=\"https://example.gov/x/resources/a/\""))
    }

    @Test func `a page that is not translated leads to the heading of the translation`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\n",
            "resources/a.md": "---\ntitle: A\n---\n\n[x](b.md#part) [y](c.md#part) [z](d.md#part) [t](b.md#b)\n",
            "resources/b.md": "---\ntitle: B\n---\n\n## One\n\n### Part\n",
            "resources/b.cy.md": "---\ntitle: Bcy\n---\n\n## Un\n\n### Rhan\n",
            "resources/c.md": "---\ntitle: C\n---\n\n## Part\n",
            "resources/c.cy.md": "---\ntitle: Ccy\n---\n\n## Un\n\n## Dau\n",
            "resources/d.md": "---\ntitle: D\n---\n\n## Part\n",
        ])
        #expect(site.problems == [])
        let (english, welsh) = (site.main("resources/a/"), site.main("cy/resources/a/"))
        #expect(english.contains("resources/b/#part\"") && english.contains("resources/c/#part\""))
        #expect(welsh.contains("cy/resources/b/#rhan\""), "\(welsh)")
        #expect(welsh.contains("cy/resources/c/\"") && welsh.contains("cy/resources/d/#part\""))
        #expect(english.contains("resources/b/#b\"") && welsh.contains("cy/resources/b/\""))
    }

    @Test func `the message to a translator names the file that lacks the heading`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "resources/a.md": "---\ntitle: A\n---\n",
            "resources/a.cy.md": "---\ntitle: Acy\n---\n\n[x](b.md#part)\n",
            "resources/b.md": "---\ntitle: B\n---\n\n## Part\n",
            "resources/b.cy.md": "---\ntitle: Bcy\n---\n\n## Rhan\n",
        ])
        #expect(site.codes == ["broken-anchor"] && site.problems[0].path == "resources/a.cy.md")
        #expect(site.problems[0].message.hasPrefix("No heading of `resources/b.cy.md` has the anchor `#part`."))
    }
}
