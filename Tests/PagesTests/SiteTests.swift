import Foundation
import Pictures
import TestSupport
import Testing

@testable import Build

@Suite struct SiteTests {
    static let community = "---\nname: Data people\nsummary: People who share data.\n---\n"

    @Test func `the smallest site has these files and no others`() async throws {
        let site = try await TestSite(["index.md": "# Hello\n"])
        let names = site.files.keys.filter { !$0.hasPrefix("assets/search/en/") }.map {
            $0.replacing(#/-[0-9a-f]{16}\./#, with: "-HASH.")
        }.sorted()
        #expect(
            names == [
                "404.html", "add/index.html", "assets/add-HASH.css", "assets/add-HASH.js",
                "assets/calendar-HASH.css", "assets/calendar-HASH.js", "assets/head-HASH.js",
                "assets/icon-HASH.svg", "assets/map-HASH.css", "assets/map-HASH.js", "assets/months-HASH.css",
                "assets/months-HASH.js", "assets/network-HASH.js", "assets/script-HASH.js", "assets/search-HASH.css",
                "assets/search-HASH.js", "assets/skills-HASH.css", "assets/style-HASH.css",
                "calendar/index.html",
                "communities/index.html", "data/communities.csv", "data/communities.json", "data/edges.csv",
                "data/events.json", "data/network.gexf", "data/network.graphml", "data/network.json",
                "data/nodes.csv", "data/pages.json", "data/search-en.js", "events.ics", "events/index.html",
                "governments/index.html",
                "handbook/index.html", "index.html", "map/coverage/index.html", "map/embed/index.html",
                "map/index.html", "map/suggestions/index.html", "organisations/index.html", "people/index.html",
                "resources/index.html", "robots.txt", "roles/index.html", "search/index.html", "skills/index.html",
                "topics/index.html", "writeups/index.html",
            ])
        #expect(site.problems == [])
    }

    @Test func `a file that browsers may keep for a year gets another name when it changes`() async throws {
        let theme = { (rule: String) in ["components/row/row.css": ".row { color: \(rule); }", "icon.svg": "<svg/>"] }
        let one = try await TestSite(["communities/data.md": Self.community])
        let two = try await TestSite(
            ["communities/data.md": Self.community, "communities/b.md": "---\nname: Others\nsummary: S.\n---\n"],
            theme: theme("red"))
        for (path, text) in one.files where path.hasPrefix("assets/") {
            #expect(two.files[path] == nil || two.files[path] == text, "\(path)")
            #expect(path.contains(#/(-[0-9a-f]{16}|\/[a-z][0-9a-f]{10})\.(js|css|svg)$/#), "\(path)")
        }
        let kept = Set(one.files.keys).intersection(two.files.keys).filter { $0.hasPrefix("assets/") }
        #expect(!kept.contains { $0.hasPrefix("assets/search/en/t") || $0.hasPrefix("assets/style") })
    }

    @Test func `one file and a folder make the same community page`() async throws {
        let file = try await TestSite(["communities/data.md": Self.community])
        let folder = try await TestSite(["communities/data/index.md": Self.community])
        #expect(file.page("communities/data/") == folder.page("communities/data/"))
        #expect(file.main("communities/data/").contains("<h1 id=\"data-people\">Data people</h1>"))
    }

    @Test func `a community in one file has the pages of all its parts`() async throws {
        let site = try await TestSite([
            "communities/data.md": """
            ---
            name: Data people
            summary: People who share data.
            charter: {purpose: To share.}
            members: [{person: Ada L, part: steward, agreed: 2026-01-10}]
            events: [{title: First meeting, starts: 2026-02-12 14:00}]
            writeups: [{title: How it went, date: 2026-02-12, event: 2026-02-12-first-meeting}]
            resources: [{title: A guide, url: "https://example.gov/guide"}]
            backlog: [{title: Say no, stage: done}]
            ---
            """
        ])
        #expect(site.problems == [])
        for route in [
            "charter/", "members/", "events/2026-02-12-first-meeting/", "writeups/2026-02-12-how-it-went/",
            "resources/a-guide/", "backlog/",
        ] {
            #expect(site.files["communities/data/\(route)index.html"] != nil, "\(route)")
        }
        #expect(site.main("communities/data/events/2026-02-12-first-meeting/").contains("How it went"))
        #expect(site.main("communities/data/writeups/2026-02-12-how-it-went/").contains("First meeting"))
    }

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

    @Test func `a date that cannot be read is one mistake`() async throws {
        let site = try await TestSite([
            "events/e.md": "---\ntitle: E\nstarts: 12/03/2026\n---\n", "events/f.md": "---\ntitle: F\n---\n",
        ])
        #expect(
            site.problems.map { "\($0.path): \($0.code)" } == [
                "events/e.md: bad-date", "events/f.md: event-without-date",
            ])
    }

    @Test func `an absent part is unknown, an empty one means none`() async throws {
        let unknown = try await TestSite(["communities/data.md": Self.community])
        let none = try await TestSite([
            "communities/data.md": Self.community.replacing("---\n", with: "---\nmembers: []\n", maxReplacements: 1)
        ])
        #expect(unknown.main("communities/data/").contains("how many members it has"))
        #expect(unknown.files["communities/data/members/index.html"] == nil)
        #expect(!none.main("communities/data/").contains("how many members it has"))
        #expect(none.main("communities/data/members/").contains("no members at the moment"))
    }

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
            "communities/data.md": Self.community,
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

    @Test func `terms are made from their ids, and other spellings count as the term`() async throws {
        let site = try await TestSite([
            "communities/a.md": "---\nname: A\nsummary: B.\nroles: [product-owner]\ntopics: [open-data]\n---\n",
            "roles/product-manager.md": "---\nname: Product manager\nalso_known_as: Product owner\n---\n",
        ])
        #expect(site.problems == [])
        #expect(site.main("roles/product-manager/").contains(">A</a>"))
        #expect(site.main("topics/open-data/").contains("<h1>Open data</h1>"))
        #expect(site.files["roles/product-owner/index.html"] == nil)
    }

    @Test func `every page exists in every language, with a marked fallback`() async throws {
        let site = try await TestSite(
            [
                "site.yaml": "title: {en: Guide, cy: Canllaw}\nlanguages: [en, cy]\n".replacing(
                    "{en: Guide, cy: Canllaw}", with: "\n  en: Guide\n  cy: Canllaw"),
                "resources/a.md": "---\ntitle: English title\n---\n\nEnglish text. [b](b.md)\n",
                "resources/a.cy.md": "---\ntitle: Teitl\n---\n\nTestun.\n",
                "resources/b.md": "---\ntitle: Only English\n---\n\nMore text.\n",
            ], baseURL: "https://example.gov/x/")
        #expect(site.problems == [])
        #expect(site.main("cy/resources/a/").contains("<h1 id=\"teitl\">Teitl</h1>"))
        #expect(site.main("cy/resources/a/").contains("Testun."))
        let fallback = site.page("cy/resources/b/")
        #expect(fallback.contains("<html lang=\"cy\""))
        #expect(fallback.contains("lang=\"en\">Only English</h1>"))
        #expect(fallback.contains("<div class=\"prose\" lang=\"en\">"))
        #expect(fallback.contains("<link rel=\"canonical\" href=\"https://example.gov/x/resources/b/\">"))
        #expect(site.page("cy/resources/a/").contains("hreflang=\"en\" href=\"https://example.gov/x/resources/a/\""))
    }

    @Test func `old paths lead to the page`() async throws {
        let site = try await TestSite(["resources/a.md": "---\ntitle: A\nredirect_from: [/old/place/, old.html]\n---\n"]
        )
        #expect(site.problems == [])
        #expect(site.page("old/place/").contains("url=../../resources/a/"))
        #expect(site.page("old.html").contains("url=./resources/a/"))
        // A script takes query and section along, where there is one.
        #expect(site.page("old/place/").contains("data-to=\"../../resources/a/index.html\"></script>"))
        #expect(site.files.keys.contains { $0.hasPrefix("assets/redirect-") && $0.hasSuffix(".js") })
    }

    @Test(arguments: [
        "<!-- x -->\n\n# The title", "<!-- x -->\n# The title",
        "<!-- markdownlint-disable MD041 -->\n<!--\nTwo\nlines\n-->\n\n# The title",
        "[//]: # (x)\n\n# The title", "# The title",
    ])
    func `a page takes its title from its first heading, below comments too`(text: String) async throws {
        let site = try await TestSite([
            "resources/a.md": text + "\n\nText.\n",
            "resources/b.md": "---\ntitle: The title\n---\n\n\(text)\n\nText.\n",
            "resources/c.md": "---\ntitle: Another one\n---\n\n\(text)\n\nText.\n",
        ])
        let marked = try await TestSite(["resources/d.md": "---\ntitle: _The_ title\n---\n\n# _The_ title\n"])
        #expect(marked.problems == [])
        #expect(site.codes == ["two-titles"] && site.problems[0].path == "resources/c.md")
        for page in ["a", "b"] {
            let main = site.main("resources/\(page)/")
            #expect(main.contains(">The title</h1>") && main.ranges(of: "The title</h").count == 1, "\(main)")
        }
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

    @Test func `a page that is not translated leads to the heading of the translation`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\n",
            "resources/a.md": "---\ntitle: A\n---\n\n[x](b.md#part) [y](c.md#part) [z](d.md#part) [t](b.md#b)\n",
            "resources/b.md": "---\ntitle: B\n---\n\n## One\n\n### Part\n",
            "resources/b.cy.md": "---\ntitle: Bcy\n---\n\n## Un\n\n### Rhan\n",
            "resources/c.md": "---\ntitle: C\n---\n\n## Part\n",
            "resources/c.cy.md": "---\ntitle: Ccy\n---\n\n## Un\n\n## Dau\n",
            "resources/d.md": "---\ntitle: D\n---\n\n## Part\n",
        ])
        #expect(site.problems == [])
        let (english, welsh) = (site.main("resources/a/"), site.main("cy/resources/a/"))
        #expect(english.contains("resources/b/#part\"") && english.contains("resources/c/#part\""))
        #expect(welsh.contains("cy/resources/b/#rhan\""), "\(welsh)")
        #expect(welsh.contains("cy/resources/c/\"") && welsh.contains("cy/resources/d/#part\""))
        #expect(english.contains("resources/b/#b\"") && welsh.contains("cy/resources/b/\""))
    }

    @Test func `the message to a translator names the file that lacks the heading`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "resources/a.md": "---\ntitle: A\n---\n",
            "resources/a.cy.md": "---\ntitle: Acy\n---\n\n[x](b.md#part)\n",
            "resources/b.md": "---\ntitle: B\n---\n\n## Part\n",
            "resources/b.cy.md": "---\ntitle: Bcy\n---\n\n## Rhan\n",
        ])
        #expect(site.codes == ["broken-anchor"] && site.problems[0].path == "resources/a.cy.md")
        #expect(site.problems[0].message.hasPrefix("No heading of `resources/b.cy.md` has the anchor `#part`."))
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

    @Test func `an event says its next date, and a call's address only to everyone`() async throws {
        let event =
            "---\ntitle: Coffee\nstarts: 2026-01-01 10:00\nrepeats:\n  every: 2 weeks\nonline: "
            + "https://example.gov/secret-call\nopen_to: %\n---\n"
        let site = try await TestSite(
            [
                "events/a.md": event.replacing("%", with: "members"),
                "events/b.md": event.replacing("%", with: "everyone"),
            ], today: "2026-03-01")
        #expect(site.main("events/a/").contains("Thursday 12 March 2026, 10:00"))
        #expect(site.main("events/a/").contains("Every 2 weeks"))
        let telling: Set = ["events/b/index.html", "events/b/event.ics", "events.ics"]
        #expect(Set(site.files.filter { $0.value.contains("secret-call") }.keys) == telling)
        // 44 dates, with the address as the place and in the text.
        #expect(site.files["events.ics"]?.split(separator: "secret-call").count == 89)
        #expect(site.main("events/b/").contains("https://example.gov/secret-call"))
    }

    @Test func `a call's address that is kept back is in a host's channel, or somebody is asked`() async throws {
        let event =
            "---\ntitle: Coffee\nstarts: 2026-12-10 10:00\nopen_to: members\nonline: https://example.gov/call\n---\n"
        let site = try await TestSite(
            [
                "communities/a/index.md": "---\nname: A\nsummary: S.\nchannels: [{platform: slack}]\n---\n",
                "communities/a/events/e.md": event,
                "communities/b/index.md": "---\nname: B\nsummary: S.\njoin: b@example.gov\n---\n",
                "communities/b/events/e.md": event,
                "communities/c/index.md": "---\nname: C\nsummary: S.\n---\n",
                "communities/c/events/e.md": event,
                "events/e.md": event.replacing("open_to", with: "hosts: [c, a]\nopen_to"),
            ], today: "2026-03-01")
        let channel = "The link is in the channel."
        let ask = "Ask the organisers for the link."
        #expect(site.main("communities/a/events/e/").contains(channel))
        #expect(site.main("events/e/").contains(channel))
        #expect(
            site.main("communities/b/events/e/")
                .contains("<a href=\"mailto:b@example.gov\" rel=\"noopener\">\(ask)</a>"))
        #expect(site.main("communities/c/events/e/").contains(ask))
    }

    @Test func `platforms and what makes a meeting accessible are in the language of the page`() async throws {
        let site = try await TestSite(
            [
                "site.yaml": "title: T\nlanguages: [en, de]\n",
                "communities/a/index.md":
                    "---\nname: A\nsummary: S.\n"
                    + "channels: [{platform: Mailing list}, {platform: email}, {platform: pleio}, "
                    + "{platform: MAX.gov}]\n---\n",
                "communities/a/events/e.md":
                    "---\ntitle: Coffee\nstarts: 2026-12-10 10:00\naccess: [Step-free, free cake]\n---\n",
            ], today: "2026-03-01")
        let community = site.main("de/communities/a/")
        for word in ["Mailingliste", "E-Mail", "Pleio", "MAX.gov"] { #expect(community.contains("<li>\(word)</li>")) }
        let event = site.main("de/communities/a/events/e/")
        #expect(event.contains("stufenlos") && event.contains("<span lang=\"en\">free cake</span>"))
    }

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

    @Test func `the map shows every community as a link, with the same as a table`() async throws {
        let site = try await TestSite([
            "communities/a.md":
                "---\nname: Ay\nsummary: S.\nconnections: [{to: b, kind: sister}]\nmembers: [{person: Ada L}]\n---\n",
            "communities/b.md": "---\nname: Bee\nsummary: S.\nmembers: [{person: Ada L}]\n---\n",
            "communities/c.md": "---\nname: Sea\nsummary: S.\n---\n",
        ])
        let map = site.main("map/")
        for id in ["a", "b", "c"] { #expect(map.components(separatedBy: "data-community=\"\(id)\"").count == 3) }
        // The two that know each other in two ways have one line.
        #expect(map.contains(#/<path class="edge" d="M[0-9. ]+L[0-9. ]+">/#) && !map.contains("edge shared"))
        #expect(map.contains("3 communities and 1 connection."))
        #expect(!site.files.values.contains { $0.contains("Ada L") })
    }

    @Test func `pages json lists every page with its source`() async throws {
        let site = try await TestSite(["resources/a.md": "---\ntitle: \"<A> & \\\"B\\\"\"\n---\n"])
        let pages = try #require(
            try JSONSerialization.jsonObject(with: Data(site.page("data/pages.json").utf8)) as? [[String: String]])
        let page = try #require(pages.first { $0["url"] == "resources/a/" })
        #expect(
            page == [
                "url": "resources/a/", "kind": "resource", "id": "a", "title": "<A> & \"B\"",
                "source": "resources/a.md", "lang": "en",
            ])
        #expect(pages.allSatisfy { site.files[$0["url"]! + "index.html"] != nil })
    }

    @Test func `feed, sitemap and canonical links need the site's address`() async throws {
        let content = ["writeups/w.md": "---\ntitle: W & W\ndate: 2026-02-03\nauthors: Ada L\n---\n\nIt was good.\n"]
        let without = try await TestSite(content)
        #expect(
            without.files["feed.xml"] == nil && without.files["sitemap.xml"] == nil
                && !without.page("writeups/w/").contains("canonical"))
        let with = try await TestSite(content, baseURL: "https://example.gov/map")
        #expect(
            with.page("feed.xml").contains(
                "<title xml:lang=\"en\">W &amp; W</title>\n    <id>tag:example.gov,2026:en/writeups/w/</id>")
        )
        #expect(with.page("sitemap.xml").contains("<loc>https://example.gov/map/writeups/w/</loc>"))
        #expect(with.page("robots.txt").contains("Sitemap: https://example.gov/map/sitemap.xml"))
        #expect(with.page("404.html").contains("href=\"/map/communities/\""))
    }

    @Test func `the same content gives the same bytes, whatever the order and number of jobs`() async throws {
        var content: [String: String] = [:]
        for i in 0..<150 {
            content["resources/r\(i).md"] =
                "---\ntitle: R \(i % 7)\ntopics: [t\(i % 5)x]\n---\n\n[[r\((i * 7) % 150)]]\n"
        }
        let one = try await TestSite(content, jobs: 1)
        let eight = try await TestSite(content, jobs: 8)
        #expect(one.files == eight.files)
        #expect(one.problems == eight.problems)
    }

    @Test func `a template that cannot be read is an error when the theme loads`() async throws {
        await #expect(throws: (any Error).self) {
            try await TestSite(["index.md": "# T\n"], theme: ["pages/home.mustache": "{{#open}}"])
        }
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

    @Test func `a list that could not be read at all is unknown, not empty`() async throws {
        let site = try await TestSite([
            "communities/data.md": Self.community.replacing(
                "---\n", with: "---\nmembers: [Ann Sample, Bob Other]\n", maxReplacements: 1)
        ])
        #expect(site.codes == ["wrong-type", "wrong-type"])
        #expect(!site.files.values.contains { $0.contains("no members at the moment") })
    }

    @Test func `a wiki link never means its own page`() async throws {
        let site = try await TestSite([
            "communities/data.md": Self.community, "resources/lean-coffee.md": "---\ntitle: The guide\n---\n",
            "communities/data/events/lean-coffee.md":
                "---\ntitle: Our coffee\nstarts: 2026-05-01\n---\n\n[[lean-coffee]]\n",
        ])
        #expect(
            site.main("communities/data/events/lean-coffee/").contains(
                "href=\"../../../../resources/lean-coffee/\">The guide</a>"))
    }

    @Test func `a cancelled event stays where people look for it, and is not the next meetup`() async throws {
        let site = try await TestSite([
            "communities/data.md": Self.community,
            "communities/data/events/e.md": "---\ntitle: Off\nstarts: 2026-05-01\nstatus: cancelled\n---\n",
        ])
        #expect(site.main("events/").contains("<h2 id=\"s.upcoming\">"))
        #expect(site.main("events/").contains("<strong class=\"state-cancelled\">Cancelled</strong>"))
        #expect(site.main("communities/data/").contains("No date is known yet."))
    }

    @Test(arguments: ["--\n", "—\n", " ---\n", "", "\n---\n"])
    func `front matter that does not start as it should is explained`(start: String) async throws {
        let site = try await TestSite(["communities/data.md": start + "name: Data\nsummary: S.\n---\n"])
        #expect(site.codes == ["front-matter-unclosed"])
    }

    @Test func `a check notes a language of which the theme has no word, and the site is made`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "folkmoot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try "title: T\nlanguages: [en, fi]\ncontact: a@example.gov\n".write(
            to: folder.appending(path: "site.yaml"), atomically: true, encoding: .utf8)
        var command = BuildCommand(content: folder.path, output: nil)
        command.isStrict = true
        let outcome = try await command.run()
        #expect(outcome.problems.map(\.code) == ["language-without-words"])
        #expect(outcome.problems.map(\.range) == [25..<27])
        #expect(outcome.exitCode == 0)
    }
}
