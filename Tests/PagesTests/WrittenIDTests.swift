import TestSupport
import Testing

/// Links to ids that headings are given, as sites made by other programs have them.
@Suite struct WrittenIDTests {
    private func site(_ link: String, _ heading: String) async throws -> TestSite {
        try await TestSite([
            "site.yaml": "title: T\n", "resources/a.md": "---\ntitle: A\n---\n\n[Fees](\(link))\n",
            "resources/b.md": "---\ntitle: B\n---\n\n\(heading)\n\nText.\n",
        ])
    }

    @Test(arguments: [
        ("b.md#fees", "## What we ask for {#fees}", "fees"), ("b.md#v1.2", "## News {#v1.2}", "v1-2"),
        ("b.md#taliadau", "## Faint {: #taliadau .large }", "taliadau"), ("b.md#Fees", "## F {#Fees}", "Fees"),
        ("b.md#رسوم", "## ما نطلبه {#رسوم}", "رسوم"),
    ])
    func `a link to such an id leads to its heading`(link: String, heading: String, id: String) async throws {
        let site = try await site(link, heading)
        #expect(site.problems.map(\.code) == [])
        #expect(site.page("resources/b/").contains("id=\"\(id)\""))
        #expect(!site.page("resources/b/").contains(" {#"))
    }

    @Test func `a link to another id is reported`() async throws {
        let site = try await site("b.md#fee", "## What we ask for {#fees}")
        #expect(site.problems.map(\.code) == ["broken-anchor"])
    }
}
