import Content
import Foundation
import Site
import TestSupport
import Testing

@testable import Build

/// Feeds of write-ups. What readers show of them was tried with feedparser, newsboat and rss2email.
@Suite struct FeedTests {
    private static let files = [
        "site.yaml": "title: T\nbase_url: https://example.gov/map/\nlanguages: [en, ar]\n",
        "communities/data/index.md":
            "---\nname: Data people\nsummary: S.\ngovernment: wales\nroles: [analyst]\ntopics: [charts]\n---\n",
        "communities/data/writeups/first.md":
            "---\ntitle: The first\ndate: 2026-02-12\nauthors: [Ada Example]\nsummary: What we did.\n---\nSee "
            + "[charts](../../../topics/charts.md) and [below](#later).\n\n## Later\n\nText.\n",
        "communities/data/writeups/first.ar.md": "---\ntitle: الأول\nsummary: ما فعلناه.\n---\nنص.\n",
        "communities/data/writeups/second.md": "---\ntitle: The second\ndate: 2026-01\n---\nText & more.\n",
        "governments/wales.md": "---\nname: Wales\n---\n", "topics/charts.md": "---\nname: Charts\n---\n",
    ]

    private static func site(_ more: [String: String] = [:], baseURL: String? = nil) async throws -> TestSite {
        try await TestSite(files.merging(more) { $1 }, baseURL: baseURL)
    }

    private static func entries(_ feed: String) -> [String] {
        Array(feed.components(separatedBy: "<entry>")[1...])
    }

    @Test func `each text states its language, whatever that of the feed is`() async throws {
        let feed = try await Self.site().page("ar/feed.xml")
        let entries = Self.entries(feed)
        #expect(feed.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ar\">"))
        #expect(entries[0].contains("<title xml:lang=\"ar\">الأول</title>"))
        #expect(entries[0].contains("<summary xml:lang=\"ar\">"))
        #expect(
            entries[0].contains(
                "<content type=\"html\" xml:lang=\"ar\">&lt;div lang=&quot;ar&quot; dir=&quot;rtl&quot;&gt;"))
        #expect(entries[1].contains("<title xml:lang=\"en\">The second</title>"))
        #expect(
            entries[1].contains(
                "<content type=\"html\" xml:lang=\"en\">&lt;div lang=&quot;en&quot; dir=&quot;ltr&quot;&gt;"))
    }

    @Test func `an entry has the day of its write-up, and that of its last correction`() async throws {
        let feed = try await Self.site([
            "communities/data/writeups/second.md": "---\ntitle: Two\ndate: 2026-01\ncorrected: 2026-02-20\n---\nA.\n"
        ]).page("feed.xml")
        let entries = Self.entries(feed)
        #expect(entries[0].contains("<published>2026-02-12T10:00:00Z</published>\n    <updated>2026-02-12T10:00:00Z<"))
        #expect(entries[1].contains("<published>2026-01-01T10:00:00Z</published>\n    <updated>2026-02-20T10:00:00Z<"))
        #expect(feed.components(separatedBy: "<entry>")[0].contains("<updated>2026-02-20T10:00:00Z</updated>"))
    }

    @Test func `a correction dated before the write-up changes nothing`() async throws {
        let feed = try await Self.site([
            "communities/data/writeups/second.md": "---\ntitle: Two\ndate: 2026-01\ncorrected: 2025\n---\nA.\n"
        ]).page("feed.xml")
        #expect(Self.entries(feed)[1].contains("<updated>2026-01-01T10:00:00Z</updated>"))
    }

    @Test func `an entry keeps its name when it moves, or when the site is shown elsewhere`() async throws {
        let id = "<id>tag:example.gov,2026:en/communities/data/writeups/second/</id>"
        #expect(try await Self.site().page("feed.xml").contains(id))
        #expect(try await Self.site(baseURL: "http://127.0.0.1:8000/").page("feed.xml").contains(id))
        var moved = Self.files
        moved["communities/data/writeups/second.md"] = nil
        moved["communities/data/writeups/other.md"] =
            "---\ntitle: Two\ndate: 2026-01\nredirect_from: [communities/data/writeups/second]\n---\nA.\n"
        #expect(try await TestSite(moved).page("feed.xml").contains(id))
        let settings = "title: T\nbase_url: https://new.example/\nidentity: example.gov\n"
        let elsewhere = try await Self.site(["site.yaml": settings])
        #expect(elsewhere.page("feed.xml").contains(id))
        #expect(elsewhere.page("feed.xml").contains("href=\"https://new.example/communities/data/writeups/second/\""))
    }

    @Test func `a change of its file corrects an entry, and its own key takes precedence`() async throws {
        let day = { PartialDate($0)!.firstDay }
        let path = "communities/data/writeups/"
        let history = ContentHistory(
            added: [path + "first.md": day("2026-02-27")],
            changed: [
                path + "first.md": day("2026-02-28"), path + "first.ar.md": day("2026-03-01"),
                path + "second.md": day("2026-02-25"),
            ])
        let site = try await TestSite(
            Self.files.merging([
                path + "second.md": "---\ntitle: Two\ndate: 2026-01\ncorrected: 2026-02-20\n---\nA.\n"
            ]) { $1 }, history: history)
        func times(_ route: String) -> [String] {
            Self.entries(site.page(route)).compactMap { $0.firstMatch(of: #/<updated>(.*)T/#).map { String($0.1) } }
        }
        #expect(times("feed.xml") == ["2026-02-28", "2026-02-20"])
        // Of the text that is shown.
        #expect(times("ar/feed.xml") == ["2026-03-01", "2026-02-20"])
    }

    @Test func `new communities and events have feeds, the newest first`() async throws {
        let day = { PartialDate($0)!.firstDay }
        let history = ContentHistory(added: [
            "communities/data/index.md": day("2026-01-05"), "communities/old.md": day("2025-01-05"),
            "communities/data/events/soon.md": day("2026-02-27"), "communities/data/events/over.md": day("2026-02-27"),
        ])
        let site = try await TestSite(
            Self.files.merging([
                "communities/old.md": "---\nname: Old\nsummary: S.\nadded: 2026-02-10\n---\nWho we are.\n",
                "communities/later.md": "---\nname: Undated\nsummary: S.\n---\n",
                "communities/data/events/soon.md":
                    "---\ntitle: Soon\nstarts: 2026-03-12 14:00\ntime_zone: Europe/London\nminutes: 60\n"
                    + "summary: Bring a chart.\n---\n",
                "communities/data/events/cancelled.md":
                    "---\ntitle: Off\nstarts: 2026-03-13\nstatus: cancelled\nadded: 2026-02-20\n---\n",
                "communities/data/events/over.md": "---\ntitle: Over\nstarts: 2026-01-12\n---\n",
            ]) { $1 }, history: history)
        func titles(_ route: String) -> [String] {
            Self.entries(site.page(route)).compactMap { $0.firstMatch(of: #/">(.*)</title>/#).map { String($0.1) } }
        }
        let communities = site.page("communities/feed.xml")
        let events = site.page("events/feed.xml")
        #expect(titles("communities/feed.xml") == ["Old", "Data people"])
        #expect(titles("ar/communities/feed.xml") == ["Old", "Data people"])
        #expect(titles("events/feed.xml") == ["Soon", "Off"])
        #expect(communities.contains("<title>T – Communities</title>") && communities.contains("Who we are."))
        #expect(communities.contains("<id>tag:example.gov,2026:new/communities/en/feed</id>"))
        #expect(communities.contains("<published>2026-02-10T10:00:00Z</published>"))
        #expect(
            events.contains(
                "<summary xml:lang=\"en\">Thursday 12 March 2026, 14:00 to 15:00 (London time) · "
                    + "Bring a chart.</summary>"
            ))
        #expect(events.contains("<summary xml:lang=\"en\">Cancelled · Friday 13 March 2026</summary>"))
        #expect(site.page("communities/").contains("href=\"../communities/feed.xml\">Feed of new communities</a>"))
        #expect(
            site.page("events/").contains(
                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Feed of new events\""))
    }

    @Test func `what has ended, rests, or is one date of a series is not new`() async throws {
        let site = try await TestSite(
            Self.files.merging([
                "communities/ended.md": "---\nname: Ended\nsummary: S.\nclosed: 2025-06\nadded: 2026-02-01\n---\n",
                "communities/data/events/weekly.md":
                    "---\ntitle: Weekly\nstarts: 2026-01-07 14:00\nrepeats: {every: week}\nadded: 2026-01-02\n---\n",
                "communities/data/events/moved.md":
                    "---\noccurrence_of: weekly@2026-03-11\nstarts: 2026-03-12 14:00\nadded: 2026-02-02\n---\n",
            ]) { $1 })
        #expect(site.problems == [])
        #expect(Self.entries(site.page("communities/feed.xml")) == [])
        let events = Self.entries(site.page("events/feed.xml"))
        #expect(events.count == 1)
        // The first date: the next one changes each week.
        #expect(
            events.first?.contains("<summary xml:lang=\"en\">Wednesday 7 January 2026, 14:00 · Every week<") == true)
    }

    @Test func `a feed stays when all that was in it is over`() async throws {
        let site = try await Self.site([
            "communities/data/events/over.md": "---\ntitle: Over\nstarts: 2026-01-12\nadded: 2026-01-02\n---\n"
        ])
        let feed = site.page("events/feed.xml")
        #expect(Self.entries(feed) == [] && feed.contains("<updated>1970-01-01T00:00:00Z</updated>"))
    }

    @Test func `an entry is new when it is published, and not before`() async throws {
        let site = try await Self.site([
            "communities/data/index.md":
                "---\nname: Data people\nsummary: S.\nadded: 2026-01-02\npublish_on: 2026-02-20\n---\n",
            "communities/data/events/soon.md": "---\ntitle: Soon\nstarts: 2026-03-12\nadded: 2026-01-05\n---\n",
        ])
        for route in ["communities/feed.xml", "events/feed.xml"] {
            #expect(site.page(route).contains("<published>2026-02-20T10:00:00Z</published>"), "\(route)")
        }
    }

    @Test(arguments: ["communities/feed.xml", "events/feed.xml"])
    func `content cannot have a file in the place of a feed`(path: String) async throws {
        let site = try await Self.site([
            path: "<feed/>",
            "communities/data/events/soon.md": "---\ntitle: Soon\nadded: 2026\nstarts: 2026-03-12\n---\n",
        ])
        #expect(site.codes == ["reserved-path"])
    }

    @Test func `nothing is called new where it is unknown since when it is there`() async throws {
        let site = try await Self.site()
        #expect(site.files["communities/feed.xml"] == nil && site.files["events/feed.xml"] == nil)
        #expect(!site.page("communities/").contains("communities/feed.xml"))
    }

    @Test func `communities, roles, topics and governments have feeds, in which an entry has another name`()
        async throws
    {
        let site = try await Self.site()
        var ids: [String] = []
        for owner in ["", "communities/data/", "roles/analyst/", "topics/charts/", "governments/wales/"] {
            for prefix in ["", "ar/"] {
                let feed = site.page(prefix + owner + "feed.xml")
                #expect(Self.entries(feed).count == 2, "\(prefix)\(owner)")
                ids += Self.entries(feed).compactMap { $0.firstMatch(of: #/<id>(.*)</id>/#).map { String($0.1) } }
            }
        }
        #expect(Set(ids).count == 20)
        let page = site.page("communities/data/")
        #expect(
            page.contains(
                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Data people\" "
                    + "href=\"../../communities/data/feed.xml\">"))
        // Terms are many, so their feeds are short.
        #expect(site.page("communities/data/feed.xml").contains("<content"))
        #expect(!site.page("topics/charts/feed.xml").contains("<content"))
    }

    @Test func `the feed of what has moved goes on at its old address`() async throws {
        let site = try await Self.site([
            "communities/data/index.md":
                "---\nname: Data people\nsummary: S.\nredirect_from: [communities/numbers]\n---\n"
        ])
        let old = site.page("communities/numbers/feed.xml")
        #expect(Self.entries(old) == Self.entries(site.page("communities/data/feed.xml")) && !old.isEmpty)
    }

    @Test func `links of a text are whole, and parts that readers cannot open are open`() async throws {
        let site = try await Self.site([
            "communities/data/writeups/second.md":
                "---\ntitle: Two\ndate: 2026-01\n---\n<details open><summary>More</summary>\n\n"
                + "Hidden text.\n\n</details>\n"
        ])
        let feed = site.page("feed.xml")
        #expect(feed.contains("href=&quot;https://example.gov/map/topics/charts/&quot;"))
        #expect(feed.contains("href=&quot;https://example.gov/map/communities/data/writeups/first/#later&quot;"))
        #expect(feed.contains("&gt;Later&lt;/h2&gt;") && !feed.contains("anchor"))
        #expect(feed.contains("Hidden text.") && !feed.contains("details") && feed.contains("&lt;p&gt;More&lt;/p&gt;"))
        #expect(site.problems == [])
    }

    @Test func `made-up entries are in no feed of the site beside real communities`() async throws {
        let site = try await Self.site([
            "communities/made.md":
                "---\nname: Made\nsummary: S.\nexample: true\nwriteups:\n  - {title: Up, date: 2026-02-14}\n---\n"
        ])
        #expect(Self.entries(site.page("feed.xml")).count == 2)
        #expect(Self.entries(site.page("communities/made/feed.xml")).count == 1)
    }

    @Test func `without an address there is no feed`() async throws {
        let site = try await Self.site(["site.yaml": "title: T\n"])
        #expect(!site.files.keys.contains { $0.hasSuffix("feed.xml") })
        #expect(!site.page("communities/data/").contains("atom"))
    }
}
