import Testing

/// Anyone may send a pull request: whatever content holds, it lands in a page as text.
@Suite struct UntrustedContentTests {
    static let attack = "<img src=x onerror=alert(1)>\"'&</script>"

    @Test func `markup in every text of an entry is escaped`() async throws {
        let quoted = "'" + Self.attack.replacing("'", with: "''") + "'"
        let site = try await TestSite(
            [
                "site.yaml": "title: \(quoted)\nsummary: \(quoted)\nlicence: \(quoted)\ncontact: \(quoted)\n",
                "communities/a.md": """
                ---
                name: \(quoted)
                summary: \(quoted)
                eligibility: \(quoted)
                join: [\(quoted), \(quoted)]
                meets: \(quoted)
                welcome: {name: \(quoted), title: \(quoted), contact: \(quoted)}
                channels: [{platform: \(quoted), name: \(quoted)}]
                wants: [\(quoted)]
                sponsor: \(quoted)
                organisation: \(quoted)
                charter: {purpose: \(quoted), values: [\(quoted)], code_of_conduct: \(quoted)}
                members: [{person: \(quoted), part: steward, title: \(quoted)}]
                events: [{id: e, title: \(quoted), starts: 2026-04-01, place: \(quoted), access: [\(quoted)], agenda: [{title: \(quoted)}], speakers: [\(quoted)]}]
                writeups: [{id: w, title: \(quoted), date: 2026-01-01, outcome: \(quoted), decisions: [\(quoted)], actions: [{what: \(quoted)}], authors: [\(quoted)]}]
                resources: [{id: r, title: \(quoted), owner: \(quoted), licence: \(quoted)}]
                backlog: [{title: \(quoted)}]
                connections: [{to: \(quoted), kind: sister, note: \(quoted)}]
                ---

                \(Self.attack)

                ## \(Self.attack)
                """,
                "topics/t.md": "---\nname: \(quoted)\nalso_known_as: [\(quoted)]\n---\n",
            ], baseURL: "https://example.gov/")
        #expect(site.codes.allSatisfy { $0 == "raw-html" })
        for (path, text) in site.files where path.hasSuffix(".html") || path.hasSuffix(".xml") {
            #expect(!text.contains("<img src=x"), "\(path)")
            #expect(!text.contains("\"'&<"), "\(path)")
        }
        #expect(!site.page("data/pages.json").contains("<img"))
    }

    @Test(arguments: ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "java\\tscript:alert(1)", "file:///etc/passwd"])
    func `addresses outside the allow-list reach no page`(url: String) async throws {
        let site = try await TestSite([
            "resources/a.md": "---\ntitle: A\nurl: \"\(url)\"\n---\n\n[x](<\(url.replacing("\\t", with: "&#9;"))>) ![y](<\(url)>)\n\n<\(url)>\n",
            "communities/c.md": "---\nname: C\nsummary: S.\njoin: \"\(url)\"\nsource: \"\(url)\"\nchannels: [{platform: x, url: \"\(url)\"}]\nwelcome: {contact: \"\(url)\"}\n---\n",
        ])
        let scheme = url.lowercased().prefix { $0 != ":" }.replacing("\\t", with: "")
        for (path, text) in site.files where path.hasSuffix(".html") {
            let folded = text.lowercased().replacing("\t", with: "").replacing("&#9;", with: "").replacing("%09", with: "")
            #expect(!folded.contains("href=\"\(scheme):") && !folded.contains("src=\"\(scheme):"), "\(path)")
        }
        #expect(site.problems.contains { $0.severity == .error })
    }

    @Test func `raw HTML goes through only for a team that says it is trusted`() async throws {
        let page = "---\ntitle: A\n---\n\n<b>bold</b>\n"
        let safe = try await TestSite(["resources/a.md": page])
        let trusted = try await TestSite(["site.yaml": "title: T\nunsafe_html: true\n", "resources/a.md": page])
        #expect(!safe.main("resources/a/").contains("<b>"))
        #expect(trusted.main("resources/a/").contains("<b>bold</b>"))
    }

    @Test func `no page has inline script or style`() async throws {
        let site = try await TestSite(["communities/a.md": SiteTests.community, "index.md": "# Hi\n"])
        for (path, text) in site.files where path.hasSuffix(".html") {
            #expect(!text.contains("<style") && !text.contains(" style=") && !text.contains("<script>") && !text.contains(" onclick"), "\(path)")
        }
    }

    @Test func `links cannot climb out of the content folder`() async throws {
        let site = try await TestSite(["resources/a.md": "---\ntitle: A\n---\n\n[x](../../../etc/passwd) ![y](../../secret.png) [z](..%2f..%2f..%2fetc/passwd)\n"])
        #expect(site.codes == ["broken-link", "broken-link", "broken-link"])
    }
}
