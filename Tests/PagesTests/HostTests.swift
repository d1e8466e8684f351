import TestSupport
import Testing

@testable import Pages
@testable import Text

/// What hosts read. With the servers themselves: `Tests/site-checks/hosts_test.py`.
struct HostTests {
    private static let content = [
        "site.yaml": "title: T\nbase_url: https://example.gov/map/\nlanguages: [en, cy]\n",
        "handbook/new.md": "---\ntitle: New\nredirect_from: [old/page/, old.html]\n---\nText.\n",
        "events/coffee.md": "---\ntitle: Coffee\nstarts: 2026-03-12 10:00\n---\n",
    ]

    private func site(_ host: WebHost?, _ content: [String: String] = content) async throws -> [String: String] {
        try await TestSite(content, host: host).files
    }

    @Test func `a host adds its files, and changes no other`() async throws {
        let plain = try await site(nil)
        for host in WebHost.allCases {
            let files = try await site(host)
            #expect(Set(files.keys).subtracting(plain.keys) == Set(host.files), "\(host)")
            #expect(files.filter { plain[$0.key] != nil } == plain, "\(host)")
        }
    }

    @Test(arguments: [WebHost.netlify, .cloudflare])
    func `old addresses lead to the new one in each language, below the path of the site`(host: WebHost) async throws {
        let sign = host == .netlify ? "301!" : "301"
        #expect(
            try await site(host)["_redirects"] == """
                /map/cy/old/page/ /map/cy/handbook/new/ \(sign)
                /map/old.html /map/handbook/new/ \(sign)
                /map/old/page/ /map/handbook/new/ \(sign)

                """)
    }

    @Test func `nginx keeps the query of an old address, and knows the types`() async throws {
        let text = try #require(try await site(.nginx)[".nginx.conf"])
        #expect(text.contains("location = /map/old/page/ { return 301 /map/handbook/new/$is_args$args; }\n"))
        #expect(text.contains("        text/calendar ics;\n"))
        #expect(text.contains("    error_page 404 /map/404.html;\n"))
        #expect(text.contains("    location /map/assets/ {\n"))
    }

    @Test func `without an address the site is at the root`() async throws {
        let text = try #require(try await site(.apache, ["index.md": "# T\n"])[".htaccess"])
        #expect(text.contains("ErrorDocument 404 /404.html\n"))
        #expect(text.contains("m#^/assets/#"))
    }

    /// Their pages lead on, as without a host.
    @Test func `an old address that would have to be escaped is left to its page`() async throws {
        let content = [
            "site.yaml": "title: T\n",
            "handbook/new.md":
                "---\ntitle: New\nredirect_from: ['old/a b/', 'old/é/', old/plain/]\n---\n",
        ]
        let pages = try await site(nil, content)
        #expect(pages.keys.count { $0.hasPrefix("old/") } == 3)
        for host in WebHost.allCases {
            let files = try await site(host, content)
            for name in host.files where files[name]?.contains("old/") == true {
                let lines = try #require(files[name]).split(separator: "\n").filter { $0.contains("old/") }
                #expect(lines.count == 1 && lines[0].contains("old/plain/"), "\(name): \(lines)")
            }
        }
    }

    @Test func `Cloudflare gets as many redirections and rules as it reads`() async throws {
        var content = Self.content
        let old = (1...2_100).map { "old/\($0)/" }.joined(separator: ", ")
        content["handbook/new.md"] = "---\ntitle: New\nredirect_from: [\(old)]\n---\n"
        content["site.yaml"] = "title: T\n"
        let files = try await site(.cloudflare, content)
        #expect(files["_redirects"]?.split(separator: "\n").count == 2_000)
        #expect(files["_headers"]?.split(separator: "\n").count { !$0.hasPrefix(" ") } ?? 0 <= 100)
    }

    @Test func `every type that is published has a name`() {
        for type in FileType.pictures + FileType.others { #expect(MediaType.all[type] != nil, "\(type)") }
        #expect(MediaType.ofFile("a/b.ICS") == "text/calendar; charset=utf-8")
        #expect(MediaType.ofFile("a/b.json") == "application/json")
        #expect(MediaType.ofFile("a/b") == "application/octet-stream")
    }
}
