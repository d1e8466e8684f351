import TestSupport
import Testing

@testable import Build

/// Reader views judge the blocks of a page by their names (Readability.js of Firefox 153, readability-lxml 0.9), before
/// they look at what is in them. `make browser-test` looks at what they keep.
@Suite struct ReaderViewTests {
    private static let left = [
        "banner", "comment", "community", "disqus", "extra", "footer", "gdpr", "header", "legends", "menu", "pager",
        "pagination", "popup", "related", "remark", "replies", "rss", "shoutbox", "sidebar", "social", "sponsor",
        "supplemental",
    ]
    /// A block of such a name counts as the text of the page, and all others are left out.
    private static let preferred = [
        "article", "blog", "body", "content", "hentry", "main", "page", "post", "story", "text",
    ]

    private static let files = [
        "communities/data/index.md":
            "---\nname: Data people\nsummary: S.\ngovernment: wales\ntopics: [charts]\n"
            + "join: a@example.gov\n---\nWe.\n",
        "communities/data/events/soon.md": "---\ntitle: Soon\nstarts: 2026-03-12 14:00\n---\nCome.\n",
        "communities/data/writeups/one.md": "---\ntitle: One\ndate: 2026-02-12\n---\nText.\n",
        "communities/data/charter.md": "---\npurpose: To learn.\n---\nMore.\n",
        "communities/data/members.md": "---\nmembers: []\n---\n", "about.md": "---\ntitle: About\n---\nText.\n",
    ]

    @Test(arguments: [
        "communities/data/", "communities/data/events/soon/", "communities/data/writeups/one/",
        "communities/data/charter/", "communities/data/members/", "topics/charts/", "about/",
    ])
    func `no block of a page has a name by which reader views would leave it or all others out`(route: String)
        async throws
    {
        let main = try await TestSite(Self.files).main(route)
        let names = main.matches(of: #/<(?:div|section|layout-box|ul|ol|dl|p)[^>]* class="([^"]*)"/#).flatMap {
            $0.1.split(separator: " ")
        }
        #expect(names.contains("heading"), "\(route) is no page")
        // It is about the page, so a reader view may drop it.
        let own = names.filter { $0 != "page-foot" }
        #expect(own.filter { name in (Self.left + Self.preferred).contains { name.contains($0) } } == [])
    }

    /// readability-lxml drops a `div`, `section` or `ul` if more than a fifth of its text is links.
    @Test func `facts and lists are in elements that reader views keep although most is links`() async throws {
        let site = try await TestSite(Self.files)
        let main = site.main("communities/data/")
        #expect(main.hasPrefix("<main class=\"wrap entry\""))
        for name in ["facts", "events", "writeups"] {
            let start = try #require(main.range(of: "aria-labelledby=\"s.\(name)\""), "\(name)").lowerBound
            let tag = main[..<start].split(separator: "<").last!
            #expect(tag.hasPrefix("layout-box role=\"region\""), "\(name)")
        }
        #expect(main.contains("id=\"s.writeups\">Write-ups</h2>\n<ol class=\"rows\">"))
        #expect(main.contains("id=\"s.about-us\">How it works</h2>\n<ul class=\"rows\">"))
    }

    @Test func `the link to copy an event is below its text, also where the site has no contact`() async throws {
        let main = try await TestSite(Self.files).main("communities/data/events/soon/")
        let foot = try #require(main.components(separatedBy: "<div class=\"page-foot\">").dropFirst().first)
        #expect(foot.contains("Copy this event for next time") && !foot.contains("Is something wrong?"))
        #expect(main.components(separatedBy: "Copy this event for next time").count == 2)
    }
}
