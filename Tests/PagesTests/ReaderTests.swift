import TestSupport
import Testing

/// What a reader is shown of a community, a write-up and a list.
@Suite struct ReaderTests {
    @Test func `what nobody knows about a community says so, and where to add it`() async throws {
        let page = try await DataPeople.page("")
        for unknown in ["No date is known yet.", "who it is for", "how to join", "Nobody is named yet."] {
            #expect(page.contains(unknown), "\(unknown)")
        }
        #expect(
            page.components(
                separatedBy:
                    "Do you know? <a href=\"../../add/#kind=remark&amp;about=wrong"
                    + "&amp;page=Data%20people%20%28/communities/data/%29\">Add it</a>"
            ).count == 4)
        #expect(page.contains("Do you know? <a href=\"../../add/#kind=event&amp;community=data\">Add it</a>"))
    }

    @Test func `a habit is shown where no date is known`() async throws {
        let page = try await DataPeople.page("meets: Thursdays at ten.\n")
        #expect(page.contains("<p>Thursdays at ten.</p>\n<p class=\"muted\">No date is known yet."))
    }

    @Test func `the second way to join is for those whose network blocks the first`() async throws {
        let page = try await DataPeople.page("join: [\"https://chat.example.gov/x\", data@example.gov]\n")
        #expect(
            page.contains(
                "<p class=\"join-way\"><a href=\"https://chat.example.gov/x\" rel=\"noopener\">chat.example.gov</a></p>"
            ))
        #expect(
            page.contains(
                "If that does not work for you: <span class=\"value\"><a href=\"mailto:data@example.gov\""))
    }

    @Test func `the charter's questions are answered on the community's page`() async throws {
        let site = try await TestSite([
            "communities/data.md": DataPeople.community(""), "communities/data/charter.md": DataPeople.charter,
        ])
        #expect(site.main("communities/data/").contains("<div><dt>What we face</dt><dd>Odd dates.</dd></div>"))
    }

    @Test func `decisions and actions are among the headings of a write-up`() async throws {
        let site = try await TestSite([
            "writeups/w.md":
                "---\ntitle: W\ndate: 2026-02-12\ndecisions: [We meet again]\nactions: [{what: Book a "
                + "room}]\n---\n\n## One\n\n## Two\n"
        ])
        let page = site.main("writeups/w/")
        let links = page.matches(of: #/<a href="#([^"]*)"/#).map { String($0.1) }
        #expect(links.starts(with: ["s.decisions", "s.actions", "one", "two"]))
        #expect(page.contains("id=\"s.decisions\"") && page.contains("id=\"s.actions\""))
    }

    @Test func `pages with the same title that link here say what they are`() async throws {
        let site = try await TestSite([
            "about.md": "# About\n",
            "events/e.md": "---\ntitle: Lean Coffee\nstarts: 2026-03-12\n---\n\n[a](../about.md)\n",
            "resources/r.md": "---\ntitle: Lean Coffee\n---\n\n[a](../about.md)\n",
            "resources/s.md": "---\ntitle: Other\n---\n\n[a](../about.md)\n",
        ])
        let page = site.main("about/")
        #expect(
            page.contains(">Lean Coffee</a> <span class=\"muted\">(Event)</span>")
                && page.contains(">Lean Coffee</a> <span class=\"muted\">(Resource)</span>"))
        #expect(page.contains(">Other</a></li>"))
    }

    @Test(arguments: [
        "mailto:a@example.gov", "https://user:key@example.gov/r", "https://example.gov/r?x=1",
        "https://example.gov/r#x",
    ])
    func `a repository is an address to which paths are added`(url: String) async throws {
        let site = try await TestSite(["site.yaml": "title: T\nrepository: {url: \"\(url)\"}\n"])
        #expect(site.codes == ["wrong-type"])
    }

    @Test func `a community that names very many terms shows the first on each of their pages`() async throws {
        let roles = (1...30).map { "r\($0)x" }.joined(separator: ", ")
        let page = try await TestSite(["communities/data.md": DataPeople.community("roles: [\(roles)]\n")]).main(
            "roles/r7x/")
        #expect(page.contains("and 25 more") && !page.contains("R9x"))
    }

    @Test(arguments: [
        ("https://good.gov@evil.example/", "evil.example"), ("https://evil.example?.good.gov", "evil.example"),
        ("https://evil.example#.good.gov", "evil.example"),
        ("https://example.gov:8080/a", "example.gov:8080"),
    ])
    func `a link shows the host that it leads to`(url: String, host: String) async throws {
        #expect(try await DataPeople.page("join: [\"\(url)\"]\n").contains("\" rel=\"noopener\">\(host)</a>"))
    }

    @Test func `an empty list invites to begin it`() async throws {
        let page = try await TestSite(["site.yaml": DataPeople.settings]).main("events/")
        #expect(page.contains("No meetup has been announced yet."))
        #expect(page.contains("<a href=\"../add/#s.add-event\""))
    }
}
