import TestSupport
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
                members: [{person: \(quoted), part: steward, title: \(quoted), agreed: 2026-01-10}]
                events: [{id: e, title: \(quoted), starts: 2026-04-01, place: \(quoted), access: [\(quoted)], agenda: \
                [{title: \(quoted)}], speakers: [\(quoted)]}]
                writeups: [{id: w, title: \(quoted), date: 2026-01-01, outcome: \(quoted), decisions: [\(quoted)], \
                actions: [{what: \(quoted)}], authors: [\(quoted)]}]
                resources: [{id: r, title: \(quoted), owner: \(quoted), licence: \(quoted)}]
                backlog: [{title: \(quoted)}]
                connections: [{to: \(quoted), kind: sister, note: \(quoted)}]
                ---

                \(Self.attack)

                ## \(Self.attack)
                """,
                "topics/t.md": "---\nname: \(quoted)\nalso_known_as: [\(quoted)]\n---\n",
            ], baseURL: "https://example.gov/")
        #expect(site.codes.allSatisfy { ["raw-html", "missing-alt", "broken-link"].contains($0) })
        for (path, text) in site.files where path.hasSuffix(".html") || path.hasSuffix(".xml") {
            #expect(!text.contains("<img src=x"), "\(path)")
            #expect(!text.contains("\"'&<"), "\(path)")
        }
        #expect(!site.page("data/pages.json").contains("<img"))
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "java\\tscript:alert(1)",
        "file:///etc/passwd",
    ])
    func `addresses outside the allow-list reach no page`(url: String) async throws {
        let site = try await TestSite([
            "resources/a.md":
                "---\ntitle: A\nurl: \"\(url)\"\n---\n\n[x](<\(url.replacing("\\t", with: "&#9;"))>) "
                + "![y](<\(url)>)\n\n<\(url)>\n",
            "communities/c.md":
                "---\nname: C\nsummary: S.\njoin: \"\(url)\"\nsource: \"\(url)\"\nchannels: [{platform: x, url: "
                + "\"\(url)\"}]\nwelcome: {contact: \"\(url)\"}\n---\n",
        ])
        let scheme = url.lowercased().prefix { $0 != ":" }.replacing("\\t", with: "")
        for (path, text) in site.files where path.hasSuffix(".html") {
            let folded = text.lowercased().replacing("\t", with: "").replacing("&#9;", with: "").replacing(
                "%09", with: "")
            #expect(!folded.contains("href=\"\(scheme):") && !folded.contains("src=\"\(scheme):"), "\(path)")
        }
        #expect(site.problems.contains { $0.severity == .error })
    }

    @Test func `raw HTML goes through only for a team that says it is trusted`() async throws {
        let page = "---\ntitle: A\n---\n\n<b onclick=x>bold</b>\n"
        let safe = try await TestSite(["resources/a.md": page])
        let trusted = try await TestSite(["site.yaml": "title: T\nunsafe_html: true\n", "resources/a.md": page])
        #expect(safe.main("resources/a/").contains("<b>bold</b>"))
        #expect(trusted.main("resources/a/").contains("<b onclick=x>bold</b>"))
    }

    @Test func `no page has inline script or style`() async throws {
        let site = try await TestSite(["communities/a.md": DataPeople.file, "index.md": "# Hi\n"])
        for (path, text) in site.files where path.hasSuffix(".html") {
            #expect(
                !text.contains("<style") && !text.contains(" style=") && !text.contains("<script>")
                    && !text.contains(" onclick"), "\(path)")
        }
    }

    @Test func `links cannot climb out of the content folder`() async throws {
        let site = try await TestSite([
            "resources/a.md":
                "---\ntitle: A\n---\n\n[x](../../../etc/passwd) ![y](../../secret.png) [z](..%2f..%2f..%2fetc/passwd)\n"
        ])
        #expect(site.codes == ["broken-link", "broken-link", "broken-link"])
    }

    @Test func `no text can imitate the marks from which a page is put together`() async throws {
        let site = try await TestSite(
            [
                "about.md": "# A\u{1}main\u{1}B&#1;main&#1;C\n\nBODY&#xFFFF;\n",
                "writeups/w.md": "---\ntitle: W\ndate: 2026-01-01\n---\n\npara \u{B} x&#11;y&#xFFFE;\n",
            ], baseURL: "https://example.gov/")
        #expect(site.codes == ["control-character", "control-character"])
        #expect(site.main("about/").components(separatedBy: "BODY").count == 2)
        for (path, text) in site.files where !path.hasSuffix(".png") {
            let isClean = text.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && $0.value != 0x7F && $0.value < 0xFFFE || $0.value > 0xFFFF
                    || [9, 10, 13].contains($0.value)
            }
            #expect(isClean, "\(path)")
        }
    }

    @Test(arguments: [
        "https://x.gov/\"><b>/", "mailto:x@y", "https://x.gov/?q", "https://x.gov/ x", "ftp://x.gov/", "https:///x",
    ])
    func `the site's address is one that every file can hold as it is`(address: String) async throws {
        let site = try await TestSite(["site.yaml": "title: T\nbase_url: '\(address)'\n"])
        #expect(site.codes == ["wrong-type"])
        #expect(!site.page("404.html").contains("<b>"))
    }

    @Test func `words that hold an address are words`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\ncontact: 'javascript://%0aalert(9) b'\n",
            "communities/a.md": """
            ---
            name: A
            summary: S.
            join: ["Please ask at https://x.gov/join for access"]
            welcome: {name: N, contact: "javascript://%0aalert(2)\\tx"}
            charter:
              code_of_conduct: "javascript://%0aalert(3)"
              concerns: "java\\tscript://%0aalert(1)"
              purpose: "data://text/html,x"
            ---
            """,
        ])
        for (path, text) in site.files where path.hasSuffix(".html") {
            #expect(
                !text.contains("href=\"java") && !text.contains("href=\"data") && !text.contains("href=\"Please"),
                "\(path)")
        }
        #expect(site.main("communities/a/").contains("Please ask at https://x.gov/join for access"))
    }

    @Test func `two sources for one file are reported, and the program's own wins`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\nbase_url: https://example.gov/\n", "cy.md": "# C\n",
            "cy/about.md": "# C\n", "about.md": "# A\n", "robots.txt": "mine",
            "b.md":
                "---\ntitle: B\nredirect_from: [cy, cy/about, 404.html, robots.txt, feed.xml, a.html, a.html/b, "
                + "../x, data/y]\n---\n",
        ])
        #expect(site.codes.filter { $0 == "reserved-path" }.count == 3)
        #expect(site.codes.filter { $0 == "bad-redirect" }.count == 8)
        #expect(site.page("robots.txt").hasPrefix("User-agent"))
        #expect(site.page("a.html").contains("url=./b/"))
    }

    @Test func `nothing of a community that is not published is`() async throws {
        let site = try await TestSite([
            "communities/a/index.md":
                "---\nname: A\nsummary: S.\ndraft: true\nevents: [{title: Inner, starts: 2026-05-01}]\n---\n",
            "communities/a/members.md":
                "---\nmembers: [{person: Stella Steward, part: steward, agreed: 2026-01-10}]\n---\n",
            "communities/a/events/e.md": "---\ntitle: Secret retreat\nstarts: 2026-05-01\n---\n",
        ])
        #expect(site.problems == [])
        #expect(
            !site.files.values.contains {
                $0.contains("Stella") || $0.contains("Secret retreat") || $0.contains("Inner")
            })
    }

    @Test func `a draft of a translation is not published`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "about.md": "---\ntitle: B\n---\n\nText.\n",
            "about.cy.md": "---\ntitle: Cudd\ndraft: true\n---\n\nCudd.\n",
        ])
        #expect(site.problems == [])
        #expect(!site.files.values.contains { $0.contains("Cudd") })
    }

    @Test func `a language listed twice is one language`() async throws {
        let site = try await TestSite(["site.yaml": "title: T\nlanguages: [en, en]\n"])
        #expect(site.codes == ["language-twice"])
    }
}
