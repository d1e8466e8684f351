import Foundation
import TestSupport
import Testing

/// What data for search engines must not say, and cannot break out of.
@Suite struct StructuredDataLimitTests {
    @Test func `made-up entries have no data, and real ones do not name them`() async throws {
        let site = try await TestSite(
            [
                "organisations/sample.md": "---\nname: Sample office\nexample: true\n---\n",
                "governments/nowhere.md": "---\nname: Nowhere\nexample: true\n---\n",
                "people/sam.md": "---\nname: Sam Sample\nagreed: 2026-01-01\nexample: true\n---\n",
                "communities/made.md": "---\nname: Made up\nsummary: S.\nexample: true\nevents: [{title: Never, "
                    + "starts: 2026-05-01}]\ncharter: {purpose: P.}\n---\n",
                "communities/real.md": "---\nname: Real\nsummary: S.\norganisation: sample\ngovernment: nowhere\n"
                    + "connections: [{to: made, kind: part-of}]\nevents: [{id: e, title: E, hosts: [made], "
                    + "starts: 2026-05-01}]\n"
                    + "writeups: [{id: w, title: W, date: 2026-01-01, authors: [sam, Ann]}]\n---\n",
            ], baseURL: "https://m.example/")
        #expect(site.problems == [])
        for (path, text) in site.files where path.hasSuffix(".html") {
            let made = ["communities/made", "organisations/sample", "governments/nowhere", "people/sam"]
            if made.contains(where: path.hasPrefix) { #expect(!text.contains("ld+json"), "\(path)") }
            guard let start = text.range(of: "ld+json"),
                let end = text.range(of: "</script>", range: start.upperBound..<text.endIndex)
            else { continue }
            let block = text[start.upperBound..<end.lowerBound]
            for name in ["Sample", "Made up", "Nowhere", "Never"] { #expect(!block.contains(name), "\(path)") }
        }
        #expect(
            try site.structuredData("communities/real/writeups/w/")[0].contains(
                "\"author\":{\"@type\":\"Person\",\"name\":\"Ann\"}"))
    }

    @Test func `a site that asks search engines to stay away has no data for them`() async throws {
        let files = StructuredDataTests.files.merging(["site.yaml": "title: T\nindexed: false\n"]) { $1 }
        let site = try await TestSite(files, baseURL: "https://m.example/")
        #expect(!site.files.values.contains { $0.contains("ld+json") })
    }

    @Test(arguments: ["counts", "stewards", "names"])
    func `nobody is named but authors who agreed or whose names were written`(listing: String) async throws {
        let site = try await TestSite(
            [
                "site.yaml": "title: T\nlist_members: \(listing)\n",
                "people/ann-agreed.md": "---\nname: Ann Agreed\nagreed: 2026-01-10\n---\n",
                "people/nora-never.md": "---\nname: Nora Never\n---\n",
                "people/otto-other.md": "---\nname: Otto Other\n---\n",
                "communities/a.md":
                    "---\nname: A\nsummary: S.\nsponsor: Spike Sponsor\nwelcome: {name: Wanda Welcome}\n---\n",
                "communities/a/members.md":
                    "---\nmembers: [{person: Stella Steward, part: steward, agreed: 2026-01-10}, "
                    + "{person: ann-agreed, part: core}]\n---\n",
                "communities/a/backlog.md": "---\ntopics: [{title: Why, by: ann-agreed}]\n---\n",
                "communities/a/writeups/w.md":
                    "---\ntitle: W\ndate: 2026-01-01\nauthors: [Aud Author, nora-never, ann-agreed, Otto Other]\n"
                    + "actions: [{what: Act, who: ann-agreed}]\n---\n",
                "communities/a/events/e.md": "---\ntitle: E\nstarts: 2026-05-01\nspeakers: Spike Speaker\n---\n",
                "resources/r.md": "---\ntitle: R\nowner: nora-never\n---\n",
            ], baseURL: "https://example.gov/")
        var named: [String: Set<String>] = [:]
        for path in site.files.keys where path.hasSuffix("/index.html") {
            let said = try site.structuredData(String(path.dropLast(10))).joined()
            let names = said.matches(of: #/"Person","name":"([^"]*)"/#).map { String($0.output.1) }
            if !names.isEmpty { named[path] = Set(names) }
            #expect(names.allSatisfy { site.main(String(path.dropLast(10))).contains($0) })
            for name in ["Stella", "Spike", "Wanda", "Nora"] { #expect(!said.contains(name), "\(path)") }
        }
        #expect(named == ["communities/a/writeups/w/index.html": ["Aud Author", "Ann Agreed", "Otto Other"]])
    }

    /// Everybody is credited here, whatever they agreed to; what the data says of a page is what the page says.
    @Test(arguments: MarkedHandbook.Mode.allCases)
    func `no person is named that the page does not name`(mode: MarkedHandbook.Mode) async throws {
        let site = try await MarkedHandbook.site("names", mode)
        var named: Set<String> = []
        for path in site.files.keys where path.hasSuffix("index.html") {
            let route = String(path.dropLast(10))
            let said = try site.structuredData(route).joined()
            let words = MarkedPerson.all.map(\.word).filter { said.lowercased().contains($0) }
            let shown = site.main(route).lowercased()
            #expect(words.filter { !shown.contains($0) } == [], "\(path)")
            named.formUnion(words)
        }
        #expect(named.isEmpty == (mode == .published))
    }

    @Test func `what is not published is not named`() async throws {
        let site = try await TestSite(
            [
                "communities/a.md":
                    "---\nname: A\nsummary: S.\nconnections: [{to: secret, kind: part-of}, "
                    + "{to: Baking Union, kind: part-of}]\nroles: hidden\n---\n",
                "communities/secret.md": "---\nname: Secret\nsummary: S.\ndraft: true\n---\n",
                "roles/hidden.md": "---\nname: Hidden role\ndraft: true\n---\n",
            ], baseURL: "https://example.gov/")
        let said = try site.structuredData("communities/a/").joined()
        #expect(!said.contains("Secret") && !said.contains("Hidden role"))
        #expect(said.contains(#""parentOrganization":{"@type":"Organization","name":"Baking Union"}"#))
    }

    @Test func `no text ends the block or the page`() async throws {
        let name = #"</script><!--<script>]]> & \u2028\u2029 'x' é"#
        let site = try await TestSite([
            "communities/a.md": "---\nname: \"\(name)\"\nsummary: S.\n---\n"
        ])
        let page = site.page("communities/a/")
        let start = try #require(page.range(of: "ld+json\">")?.upperBound)
        let block = page[start...].prefix { $0 != "<" }
        #expect(
            block.contains(
                #""name":"\u003c/script\u003e\u003c!--\u003cscript\u003e]]\u003e \u0026 \u2028\u2029 'x' é""#))
        #expect(!block.unicodeScalars.contains { "<>&\u{2028}\u{2029}".unicodeScalars.contains($0) })
        #expect(page[block.endIndex...].hasPrefix("</script>\n"))
        #expect(
            try site.structuredData("communities/a/")[0].contains("</script><!--<script>]]> & \u{2028}\u{2029} 'x' é")
        )
    }
}
