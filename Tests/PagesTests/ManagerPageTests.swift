import TestSupport
import Testing

/// The page of a community for the managers of its members.
@Suite struct ManagerPageTests {
    @Test func `a charter makes a page for the managers of members`() async throws {
        let site = try await TestSite([
            "communities/data.md": DataPeople.community("sponsor: The director\n"),
            "communities/data/charter.md": DataPeople.charter,
            "communities/data/writeups/a.md": "---\ntitle: A\ndate: 2026-01-01\noutcome: One list of names.\n---\n",
        ])
        let page = site.main("communities/data/for-your-manager/")
        for text in [
            "To share.", "2 hours a month", "Fewer repairs",
            "One list of names. <span class=\"muted\">(1 January 2026)</span>", "The director",
        ] { #expect(page.contains(text), "\(text)") }
        for route in ["communities/data/", "communities/data/charter/"] {
            #expect(site.main(route).contains("for-your-manager/\">A page for your manager"), "\(route)")
        }
    }

    @Test func `a charter that says nothing to a manager makes none, and a page of that name stays`() async throws {
        let silent = try await TestSite([
            "communities/data.md": DataPeople.community(""), "communities/data/charter.md": "---\nvision: V.\n---\n",
        ])
        #expect(silent.files["communities/data/for-your-manager/index.html"] == nil)
        let own = try await TestSite([
            "communities/data.md": DataPeople.community(""), "communities/data/charter.md": DataPeople.charter,
            "communities/data/for-your-manager.md": "# Ours\n",
        ])
        #expect(own.main("communities/data/for-your-manager/").contains("Ours"))
        let moved = try await TestSite([
            "communities/data.md": DataPeople.community("redirect_from: communities/data/for-your-manager/\n"),
            "communities/data/charter.md": DataPeople.charter,
        ])
        #expect(moved.page("communities/data/for-your-manager/").contains("http-equiv=\"refresh\""))
    }
}
