import Pictures
import TestSupport
import Testing

/// Links in texts: to files, to names in double brackets, to headings and to what the program makes.
@Suite struct TextLinkTests {
    @Test func `links by path, by wiki name and to anchors lead to pages, relative to the page`() async throws {
        let site = try await TestSite([
            "resources/a.md":
                "---\ntitle: A\n---\n\n[one](sub/b.md#part-two) [[b]] [[sub/b|two]] [top](#a) ![board](x.png)\n",
            "resources/sub/b.md": "---\ntitle: Page B\n---\n\n## Part two\n", "resources/x.png": ExamplePicture.gif,
        ])
        #expect(site.problems == [])
        let main = site.main("resources/a/")
        #expect(main.contains("<a href=\"../../resources/sub/b/#part-two\">one</a>"))
        #expect(main.contains("<a href=\"../../resources/sub/b/\">Page B</a>"))
        #expect(main.contains("<a href=\"../../resources/sub/b/\">two</a>"))
        #expect(main.contains("<a href=\"#a\">top</a>"))
        #expect(main.contains("<img src=\"../../resources/x.png\""))
        #expect(site.files["resources/x.png"] == ExamplePicture.gif)
        #expect(site.main("resources/sub/b/").contains("Pages that link here"))
    }

    @Test func `anchors are found in other letter case`() async throws {
        let site = try await TestSite(["resources/a.md": "---\ntitle: A\n---\n\n[x](#Part-Two)\n\n## Part two\n"])
        #expect(site.problems == [])
        #expect(site.main("resources/a/").contains("href=\"#part-two\">x</a>"))
    }

    @Test func `a heading Top is an anchor of its own`() async throws {
        let site = try await TestSite([
            "resources/a.md": "---\ntitle: A\n---\n\n[x](b.md#top) [y](c.md#top)\n",
            "resources/b.md": "---\ntitle: B\n---\n\n## First\n\n## Top\n",
            "resources/c.md": "---\ntitle: C\n---\n\n## First\n",
        ])
        #expect(site.problems == [])
        #expect(site.main("resources/a/").contains("href=\"../../resources/b/#top\""))
        #expect(site.main("resources/a/").contains("href=\"../../resources/c/\""))
    }

    @Test func `a broken link is an error and leaves its text`() async throws {
        let site = try await TestSite([
            "resources/a.md": "---\ntitle: A\n---\n\nSee [the guide](giude.md).\n",
            "resources/guide.md": "---\ntitle: G\n---\n",
        ])
        #expect(site.codes == ["broken-link"])
        #expect(site.problems[0].message.contains("Did you mean `guide.md`?"))
        #expect(site.main("resources/a/").contains("<p>See the guide.</p>"))
    }

    @Test func `a wiki link is looked up in its own community first`() async throws {
        let site = try await TestSite([
            "communities/data.md": DataPeople.file,
            "communities/data/resources/a.md": "---\ntitle: Ours\n---\n\n[[agenda]]\n",
            "communities/data/resources/agenda.md": "---\ntitle: Our agenda\n---\n",
            "resources/agenda.md": "---\ntitle: Shared agenda\n---\n",
            "resources/c.md": "---\ntitle: C\n---\n\n[[agenda]] and [[data/agenda]]\n",
        ])
        #expect(site.problems == [])
        #expect(site.main("communities/data/resources/a/").contains(">Our agenda</a>"))
        #expect(site.main("resources/c/").contains(">Shared agenda</a>"))
        #expect(site.main("resources/c/").contains(">Our agenda</a>"))
    }

    @Test func `a wiki link never means its own page`() async throws {
        let site = try await TestSite([
            "communities/data.md": DataPeople.file, "resources/lean-coffee.md": "---\ntitle: The guide\n---\n",
            "communities/data/events/lean-coffee.md":
                "---\ntitle: Our coffee\nstarts: 2026-05-01\n---\n\n[[lean-coffee]]\n",
        ])
        #expect(
            site.main("communities/data/events/lean-coffee/").contains(
                "href=\"../../../../resources/lean-coffee/\">The guide</a>"))
    }

    @Test func `a link to a page of the program keeps its query and section`() async throws {
        let site = try await TestSite([
            "resources/a.md": """
            ---
            title: A
            ---

            [m](../map/?topic=agile) [s](../search/?q=lean%20coffee) [a](/add/?kind=event&x=%22#form)
            [e](../map/embed/?government=uk) [l](../resources/?topic=open-data#s.a)
            """
        ])
        #expect(site.problems == [])
        let main = site.main("resources/a/")
        for address in [
            "map/?topic=agile", "search/?q=lean%20coffee", "add/?kind=event&amp;x=%22#form",
            "map/embed/?government=uk", "resources/?topic=open-data#s.a",
        ] {
            #expect(main.contains("href=\"../../\(address)\""), "\(address)")
        }
    }

    @Test func `a text can link to the files that the program makes`() async throws {
        let links = [
            "data/communities.csv", "data/network.json", "data/network.graphml", "data/network.gexf", "data/nodes.csv",
            "data/edges.csv", "data/pages.json", "robots.txt",
        ]
        let feeds = ["feed.xml", "sitemap.xml"]
        func text(_ links: [String]) -> String {
            "---\ntitle: A\n---\n\n" + links.map { "[x](../\($0))\n" }.joined()
        }
        let site = try await TestSite([
            "site.yaml": "title: T\nbase_url: https://example.gov/x/\n", "resources/a.md": text(links + feeds),
        ])
        #expect(site.problems == [])
        for link in links + feeds {
            #expect(site.main("resources/a/").contains("href=\"../../\(link)\""), "\(link)")
            #expect(site.files[link] != nil, "\(link)")
        }
        let without = try await TestSite(["resources/a.md": text(feeds)])
        #expect(without.codes == ["broken-link", "broken-link"])
        #expect(
            without.problems[0].message
                == "There is no `feed.xml`, because `site.yaml` does not say the address of the site.")
    }

    @Test(arguments: ["../old/place/", "/old/place", "../old/place/index.html", "../old.html#part"])
    func `a link to an old address says where the page is now`(link: String) async throws {
        let site = try await TestSite([
            "resources/a.md": "---\ntitle: A\nredirect_from: [/old/place/, old.html]\n---\n",
            "resources/b.md": "---\ntitle: B\n---\n\n[x](\(link))\n",
        ])
        #expect(site.codes == ["broken-link"])
        #expect(site.problems[0].message.hasSuffix(" It is an old address of `resources/a.md`: link to that."))
    }

    @Test func `links in files mode name index html`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlinks: files\n", "resources/a.md": "---\ntitle: A\n---\n\n[[b]]\n",
            "resources/b.md": "---\ntitle: B\n---\n",
        ])
        #expect(site.main("resources/a/").contains("href=\"../../resources/b/index.html\""))
        #expect(!site.page("resources/a/").contains("/\">"))
    }
}
