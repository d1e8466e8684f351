import Foundation
import TestSupport
import Testing

/// Where a community is on the curve of energy and effort.
@Suite struct StageCurveTests {
    private static func page(_ keys: String, _ others: [String: String] = [:]) async throws -> String {
        let files = ["communities/a.md": "---\nname: A\nsummary: S.\n\(keys)---\n"]
        return try await TestSite(files.merging(others) { $1 }).main("communities/a/")
    }

    @Test(arguments: [
        ("potential", "30", "66", "ask each of them who else"), ("forming", "90", "22", "Next comes a dip"),
        ("maturing", "150", "52", "A dip is to be expected."),
        ("self-sustaining", "210", "16", "One day its question may change."),
        ("transformation", "270", "63", "an honest talk"),
    ]) func `each stage has its point on the line, and its words`(stage: String, x: String, y: String, words: String)
        async throws
    {
        let page = try await Self.page("stage: \(stage)\n")
        #expect(page.contains("<circle cx=\"\(x)\" cy=\"\(y)\""))
        #expect(page.contains("<li aria-current=\"step\"><strong>"))
        #expect(page.components(separatedBy: "aria-current=\"step\"").count == 2 && page.contains(words))
    }

    @Test func `a community that has ended, rests or says no stage has no curve`() async throws {
        for keys in ["", "stage: forming\npaused: 2026-01-01\n", "stage: forming\nclosed: 2026-01-01\n"] {
            #expect(!(try await Self.page(keys)).contains("s.stage\""), "\(keys)")
        }
    }

    @Test func `the line runs in the direction of the language`() async throws {
        let files = [
            "site.yaml": "title: T\nlanguages: [en, ar]\n",
            "communities/a.md": "---\nname: A\nsummary: S.\nstage: forming\n---\n",
        ]
        let site = try await TestSite(files)
        #expect(site.main("ar/communities/a/").contains("<g transform=\"translate(300) scale(-1 1)\">"))
        #expect(!site.main("communities/a/").contains("scale(-1 1)"))
    }

    @Test func `the chapter is linked where the handbook has it`() async throws {
        #expect(!(try await Self.page("stage: forming\n")).contains("five-stages"))
        let page = try await Self.page("stage: forming\n", ["handbook/five-stages.md": "# Five stages\n"])
        #expect(page.contains("<p><a href=\"../../handbook/five-stages/\">What the five stages are</a></p>"))
    }
}
