import Foundation
import TestSupport
import Testing

@testable import Build

@Suite struct SiteTests {
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
        let one = try await TestSite(["communities/data.md": DataPeople.file])
        let two = try await TestSite(
            ["communities/data.md": DataPeople.file, "communities/b.md": "---\nname: Others\nsummary: S.\n---\n"],
            theme: theme("red"))
        for (path, text) in one.files where path.hasPrefix("assets/") {
            #expect(two.files[path] == nil || two.files[path] == text, "\(path)")
            #expect(path.contains(#/(-[0-9a-f]{16}|\/[a-z][0-9a-f]{10})\.(js|css|svg)$/#), "\(path)")
        }
        let kept = Set(one.files.keys).intersection(two.files.keys).filter { $0.hasPrefix("assets/") }
        #expect(!kept.contains { $0.hasPrefix("assets/search/en/t") || $0.hasPrefix("assets/style") })
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
