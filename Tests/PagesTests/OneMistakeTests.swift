import TestSupport
import Testing

/// One mistake is one problem, wherever else it shows.
@Suite struct OneMistakeTests {
    @Test func `a date that cannot be read is one mistake`() async throws {
        let site = try await TestSite([
            "events/e.md": "---\ntitle: E\nstarts: 12/03/2026\n---\n", "events/f.md": "---\ntitle: F\n---\n",
        ])
        #expect(
            site.problems.map { "\($0.path): \($0.code)" } == [
                "events/e.md: bad-date", "events/f.md: event-without-date",
            ])
    }

    @Test func `a mistake in a community's file is one error, not one for each file that belongs to it`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "communities/data/index.md": "---\nname: Data\n---\n",
            "communities/data/index.cy.md": "---\nname: Data\n---\n",
            "communities/data/charter.md": "---\npurpose: P.\n---\n",
            "events/e.md":
                "---\ntitle: E\nstarts: 2026-05-01\nhosts: data\n---\n\n[data](../communities/data/index.md) "
                + "[[data]]\n",
        ])
        #expect(site.codes == ["missing-key"])
    }

    @Test(arguments: ["--\n", "—\n", " ---\n", "", "\n---\n"])
    func `front matter that does not start as it should is explained`(start: String) async throws {
        let site = try await TestSite(["communities/data.md": start + "name: Data\nsummary: S.\n---\n"])
        #expect(site.codes == ["front-matter-unclosed"])
    }
}
