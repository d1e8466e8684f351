import TestSupport
import Testing

@testable import Content
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

    @Test func `the host may be a setting, which a command replaces`() async throws {
        let content = Self.content.mapValues { $0.hasPrefix("title: T\n") ? $0 + "host: Apache\n" : $0 }
        #expect(try await site(nil, content).keys.contains(".htaccess"))
        let files = try await site(.nginx, content)
        #expect(files.keys.contains(".nginx.conf") && !files.keys.contains(".htaccess"))
    }

    @Test func `the message says what to do, and that the site has no address`() {
        #expect(WebHost.nginx.advice(for: "https://example.gov/map/").count == 1)
        #expect(WebHost.nginx.advice(for: nil).last?.contains("`base_url`") == true)
        #expect(WebHost.apache.advice(for: "https://example.gov/map/") == [])
        #expect(WebHost.githubPages.advice(for: nil) == [])
    }

    /// Both read these files only in the root of what is sent to them, so the path of `base_url` is not in them.
    @Test(arguments: [WebHost.netlify, .cloudflare])
    func `old addresses lead to the new one in each language`(host: WebHost) async throws {
        let sign = host == .netlify ? "301!" : "301"
        #expect(
            try await site(host)["_redirects"] == """
                /cy/old/page/ /cy/handbook/new/ \(sign)
                /old.html /handbook/new/ \(sign)
                /old/page/ /handbook/new/ \(sign)

                """)
    }

    @Test func `nginx keeps the query of an old address, and knows the types`() async throws {
        let text = try #require(try await site(.nginx)[".nginx.conf"])
        #expect(text.contains("location = /map/old/page/ { return 301 /map/handbook/new/$is_args$args; }\n"))
        #expect(text.contains("        text/calendar ics;\n"))
        #expect(text.contains("    error_page 404 /map/404.html;\n"))
        #expect(text.contains("    location /map/assets/ {\n"))
    }

    @Test(arguments: ["https://example.gov/a%20b/", "https://example.gov//x/", "https://example.gov/a+b/"])
    func `a path that would have to be escaped gets no file, but a message`(address: String) async throws {
        let content = ["site.yaml": "title: T\nbase_url: \(address)\n", "index.md": "# T\n"]
        #expect(try await site(.nginx, content)[".nginx.conf"] == nil)
        #expect(try await site(.netlify, content)["_headers"] != nil)
        #expect(WebHost.nginx.advice(for: address).count == 1)
        #expect(HostRules.base(of: "https://example.gov/~group/map") == "/~group/map/")
    }

    @Test func `without an address the site is at the root`() async throws {
        let text = try #require(try await site(.apache, ["index.md": "# T\n"])[".htaccess"])
        #expect(text.contains("ErrorDocument 404 /404.html\n"))
        #expect(text.contains("m#^/assets/#"))
    }

    /// Their pages redirect, as without a host.
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

    @Test func `no old address takes the place of a file that a host reads`() async {
        let content = ["handbook/new.md": "---\ntitle: N\nredirect_from: [_headers, _Redirects/, _other/]\n---\nT\n"]
        #expect(await TestSite.problems(of: content).map(\.code) == ["bad-redirect", "bad-redirect"])
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
