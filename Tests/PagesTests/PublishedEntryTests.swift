import Pictures
import TestSupport
import Testing

/// Which entries are on the site: no drafts, and examples only as such.
@Suite struct PublishedEntryTests {
    @Test func `examples say so, and one setting leaves them out with all that belongs to them`() async throws {
        let content = [
            "communities/made-up/index.md":
                "---\nname: Made up\nsummary: S.\ngovernment: nowhere\nexample: true\n---\n",
            "communities/made-up/charter.md": "---\npurpose: P.\n---\n",
            "communities/made-up/events/e.md": "---\ntitle: E\nstarts: 2026-04-01\n---\n",
            "communities/real.md":
                "---\nname: Real\nsummary: S.\nconnections: [{to: made-up, kind: sister}]\n---\n\nSee "
                + "[this](made-up/index.md), [[made-up/e]] and [its events](made-up/events/e.md).\n",
            "governments/nowhere.md": "---\nname: Nowhere\nexample: true\n---\n",
            "events/f.md": "---\ntitle: F\nstarts: 2026-04-01\nhosts: [made-up]\n---\n",
        ]
        let all = try await TestSite(content)
        #expect(all.problems == [])
        for route in [
            "communities/made-up/", "communities/made-up/charter/", "communities/made-up/events/e/",
            "governments/nowhere/",
        ] {
            #expect(all.main(route).contains("Everything on this page is made up."), "\(route)")
        }
        #expect(!all.main("communities/real/").contains("made up."))
        let without = try await TestSite(
            content.merging(["site.yaml": "title: Test site\nexamples: false\n", "communities/made-up/plan.pdf": "x"]) {
                $1
            })
        #expect(without.problems == [])
        #expect(
            without.files.allSatisfy {
                !$0.key.contains("made-up") && !$0.key.contains("nowhere") && !$0.value.contains("communities/made-up")
            })
        #expect(without.main("communities/real/").contains("See this, "))
    }

    @Test func `pictures and documents of a community that is a draft are not published`() async throws {
        let site = try await TestSite([
            "communities/a/index.md": "---\nname: A\nsummary: S.\ndraft: true\n---\n", "communities/a/secret.pdf": "x",
            "communities/a/resources/plan.png": ExamplePicture.gif,
            "communities/b/photo.png": ExamplePicture.gif,
        ])
        #expect(
            !site.files.keys.contains { $0.contains("secret") || $0.contains("plan") }
                && site.files["communities/b/photo.png"] != nil)
    }

    @Test func `drafts, scheduled and expired pages are left out, and references to them are text`() async throws {
        let content = [
            "resources/a.md": "---\ntitle: A\n---\n\n[draft](d.md), [later](l.md), [over](o.md)\n",
            "resources/d.md": "---\ntitle: D\ndraft: true\n---\n",
            "resources/l.md": "---\ntitle: L\npublish_on: 2026-03-02\n---\n",
            "resources/o.md": "---\ntitle: O\nexpires_on: 2026-02-28\n---\n",
        ]
        let site = try await TestSite(content, today: "2026-03-01")
        #expect(site.codes == Array(repeating: "unpublished-reference", count: 3))
        #expect(site.main("resources/a/").contains("<p>draft, later, over</p>"))
        #expect(["d", "l", "o"].allSatisfy { site.files["resources/\($0)/index.html"] == nil })
        let next = try await TestSite(content, today: "2026-03-02")
        #expect(next.files["resources/l/index.html"] != nil)
        let all = try await TestSite(content, today: "2026-03-01", drafts: true)
        #expect(all.problems == [] && all.files["resources/d/index.html"] != nil)
    }
}
