import Site
import TestSupport
import Testing

@testable import Tools

/// What is not translated: a function of a site, and of what is known of its files' history.
@Suite struct TranslationTests {
    static let settings = "title: {en: T, cy: T}\nlanguages: [en, cy]\n"

    private static func site(_ files: [String: String]) async throws -> TestSite {
        try await TestSite(files.merging(["site.yaml": settings]) { mine, _ in mine })
    }

    private static func gaps(_ files: [String: String], _ language: String = "cy") async throws -> [TranslationGap] {
        try await site(files).site.translationGaps(in: language)
    }

    @Test func `a page without a translation is named with the file that would be one`() async throws {
        let gaps = try await Self.gaps([
            "resources/a.md": "---\ntitle: A\n---\n\nText.\n",
            "communities/b/index.md": "---\nname: B\nsummary: S.\n---\n",
            "resources/c.md": "---\ntitle: C\n---\n", "resources/c.cy.md": "---\ntitle: D\n---\n",
        ])
        #expect(gaps.map(\.translation) == ["communities/b/index.cy.md", "resources/a.cy.md"])
        #expect(gaps.allSatisfy { $0.extent == .page })
        #expect(gaps[1].lacksBody && gaps[1].texts.map(\.key) == ["title"])
    }

    @Test func `texts that a translation leaves out are named by their keys`() async throws {
        let gaps = try await Self.gaps([
            "communities/a.md":
                "---\nname: A\nsummary: S.\ncharter:\n  purpose: P.\n  values: [One, Two]\n  for_you_if: {share: S., "
                + "learn: L.}\n---\n\nText.\n",
            "communities/a.cy.md": "---\nname: A\ncharter:\n  values: [Un, Dau]\n  for_you_if: {share: S.}\n---\n",
        ])
        #expect(gaps.count == 1 && gaps[0].extent == .part && gaps[0].lacksBody)
        #expect(gaps[0].texts.map(\.key) == ["summary", "charter.purpose", "charter.for_you_if.learn"])
    }

    @Test func `texts in lists and embedded entries are in all languages below their key`() async throws {
        let gaps = try await Self.gaps([
            "communities/a.md": """
            ---
            name: {en: A, cy: A}
            summary: {en: S., cy: S.}
            members: [{person: Ada, title: Lead}]
            events:
              - {title: One, repeats: {every: week}}
              - {title: {en: Two, cy: Dau}, repeats: {every: week}}
            ---
            """
        ])
        #expect(gaps.map { $0.textsInPlace.map(\.key) } == [["title"], ["members.1.title"]])
        #expect(gaps.allSatisfy { $0.path == "communities/a.md" && !$0.isFileToWrite })
    }

    @Test func `a text that only the other language has is missing in the page's own`() async throws {
        let files = ["resources/a.md": "---\ntitle: {en: A, cy: B}\nsummary: {cy: S.}\n---\n"]
        #expect(try await Self.gaps(files).isEmpty)
        #expect(try await Self.gaps(files, "en").map { $0.textsInPlace.map(\.key) } == [["summary"]])
    }

    @Test func `names of people, facts and pages without words need no translation`() async throws {
        let gaps = try await Self.gaps([
            "people/ada.md": "---\nname: Ada\nagreed: 2026-01-10\n---\n",
            "communities/a.md": "---\nname: {en: A, cy: A}\nsummary: {en: S, cy: S}\nmembers: [Ada]\n---\n".replacing(
                "[Ada]", with: "[{person: ada}]"),
        ])
        #expect(gaps.isEmpty)
    }

    @Test func `a draft is reported as such, and terms without a file are listed`() async throws {
        let gaps = try await Self.gaps([
            "resources/a.md": "---\ntitle: A\ntopics: open-data\n---\n",
            "resources/a.cy.md": "---\ntitle: B\ndraft: true\n---\n",
        ])
        #expect(gaps.map(\.isDraft) == [true, false])
        #expect(gaps.map(\.translation) == ["resources/a.cy.md", "topics/open-data.md"])
        #expect(gaps[1].extent == .term)
    }

    @Test func `the site's own title is a text too`() async throws {
        let gaps = try await Self.gaps(["site.yaml": "title: T\nsummary: {en: S, cy: S}\nlanguages: [en, cy]\n"])
        #expect(gaps.map { $0.textsInPlace.map(\.key) } == [["title"]])
    }

    // MARK: languages_required

    @Test(arguments: [
        (
            "communities/a.md",
            "---\nname: {en: A, cy: A}\nsummary: {en: S., cy: S.}\nevents: [{title: Coffee, repeats: {every: "
                + "week}}]\n---\n",
            1
        ),
        ("resources/a.md", "---\ntitle: {en: A, cy: B}\n---\n\nText.\n", 1),
        ("resources/a.md", "---\ntitle: {en: A, cy: B}\nsummary: S.\n---\n", 0),
        ("people/ada.md", "---\nname: Ada\nagreed: 2026-01-10\n---\n", 0),
    ])
    func `a required language covers embedded pages and bodies`(path: String, text: String, count: Int) async throws {
        let site = try await TestSite([path: text, "site.yaml": Self.settings + "languages_required: [en, cy]\n"])
        #expect(site.codes.filter { $0 == "missing-translation" }.count == count)
    }

    // MARK: Histories

    private static let original = "---\ntitle: A\nsummary: S.\ntopics: [b]\norder: 1\n---\n\nText.\n"

    private static func outdated(then: String?, now: String = original) async throws -> [OutdatedTranslation] {
        let site = try await site(["resources/a.md": now, "resources/a.cy.md": "---\ntitle: B\n---\n"])
        let history = TranslationHistory(
            translated: .init(id: "abc", day: "2026-01-01"), changes: [.init(id: "def", day: "2026-02-01")],
            originalThen: then.map { Array($0.utf8) }, originalNow: Array(now.utf8))
        return site.site.outdatedTranslations(in: "cy", ["resources/a.cy.md": history])
    }

    @Test(arguments: [
        ("---\norder: 7\nsummary:   S.\ntitle: \"A\"\n---\nText.  \n\n", [String]?.none), (original, nil),
        ("---\ntitle: A\n---\n\nText.\n", ["summary"]),
        ("---\ntitle: Z\nsummary: S.\n---\n\nWords.\n", ["text", "title"]), ("---\n", []),
    ])
    func `changed texts make a translation old, changed facts do not`(then: String, changed: [String]?) async throws {
        #expect(try await Self.outdated(then: then).first?.changed == changed)
    }

    @Test func `where the original had another name, it is not known what changed`() async throws {
        #expect(try await Self.outdated(then: nil).map(\.changed) == [[]])
    }

    // MARK: Reports

    @Test func `the report for people is short, for programs whole`() async throws {
        let pages = (10..<60).map { ("resources/p\($0).md", "---\ntitle: A\n---\n") }
        let site = try await Self.site(Dictionary(uniqueKeysWithValues: pages))
        let report = TranslationReport(of: site.site, [:], unknown: "no history") { _ in nil }
        let human = report.text(.human, prefix: "content/", isVerbose: false)
        #expect(
            human.contains("  content/resources/p10.cy.md\n") && human.contains("  and 30 more; --verbose lists all\n")
                && !human.contains("p40"))
        #expect(
            human.hasSuffix(
                "cy: 50 pages to translate: 50 not translated\nNot known whether translations are older than their "
                    + "originals: no history.\n"
            ))
        #expect(report.text(.human, prefix: "", isVerbose: true).contains("p59.cy.md"))
        #expect(report.text(.json, prefix: "", isVerbose: false).split(separator: "\n").count == 50)
        #expect(!report.isComplete)
    }
}
