import TestSupport
import Testing

/// Which chapter of the handbook is before and after another.
@Suite struct ChapterOrderTests {
    @Test func `handbook chapters lead to the one before and the one after`() async throws {
        let site = try await TestSite([
            "handbook/z.md": "---\ntitle: First\norder: 1\n---\n",
            "handbook/a.md": "---\ntitle: Second\norder: 2\n---\n",
            "handbook/m.md": "---\ntitle: Last\n---\n",
        ])
        #expect(site.main("handbook/a/").contains("Previous</span> <a href=\"../../handbook/z/\">First</a>"))
        #expect(site.main("handbook/a/").contains("Next</span> <a href=\"../../handbook/m/\">Last</a>"))
        #expect(!site.main("handbook/z/").contains("Previous"))
    }

    @Test func `chapters follow each other by the numbers in their names`() async throws {
        let names = ["part-10", "part-2", "part-1", "part-2-more", "part-2/b", "part-2/a-10", "part-2/a-9"]
        let site = try await TestSite(
            Dictionary(uniqueKeysWithValues: names.map { ("handbook/\($0).md", "---\ntitle: Of \($0)\n---\n") }))
        let sorted = ["part-1", "part-2", "part-2/a-9", "part-2/a-10", "part-2/b", "part-2-more", "part-10"]
        for (name, next) in zip(sorted, sorted.dropFirst()) {
            #expect(site.main("handbook/\(name)/").contains("Next</span> <a href=\"../"), "\(name)")
            #expect(site.main("handbook/\(name)/").contains(">Of \(next)</a>"), "\(name)")
        }
        #expect(!site.main("handbook/part-10/").contains("Next</span>"))
    }
}
