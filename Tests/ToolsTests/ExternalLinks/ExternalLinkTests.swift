import Content
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Build
@testable import Disk
@testable import Tools

/// A made-up web: what each address answers to HEAD and to GET, and who was asked what.
private final class Web: Sendable {
    private let replies: [String: [LinkReply]]
    private let log = Mutex<[String]>([])

    /// - Parameter replies: by address, or by `GET address`; one after the other, the last again and again.
    init(_ replies: [String: [LinkReply]]) { self.replies = replies }

    var asked: [String] { log.withLock { $0 } }

    func ask(_ address: WebAddress, _ method: LinkCheck.Method) -> LinkReply {
        let line = (method == .get ? "GET " : "") + address.text
        let number = log.withLock { log in
            log.append(line)
            return log.count { $0 == line } - 1
        }
        guard let list = replies[line] ?? replies[address.text] else { return .status(404) }
        return list[min(number, list.count - 1)]
    }

    static var quick: LinkCheck {
        var check = LinkCheck()
        (check.pause, check.rest) = (.zero, .zero)
        return check
    }

    func verdicts(_ addresses: [String], _ check: LinkCheck = quick) async throws -> [String: LinkVerdict] {
        var found: [String: LinkVerdict] = [:]
        try await check.run(addresses.map { WebAddress($0)! }, by: { self.ask($0, $1) }, each: { found[$0.text] = $1 })
        return found
    }
}

struct ExternalLinkTests {
    private static let guides = Web([
        "https://www.example.org/guides/found": [.status(200)],
        "https://www.example.org/guides/moved": [.status(301, location: "/guides/found")],
        "https://www.example.org/guides/failing": [.status(500)],
    ])

    private static func reading(_ files: [String: String]) async -> (Pipeline.Reading, ContentSource) {
        let source = ContentSource(["site.yaml": "title: T\n"].merging(files) { $1 }.mapValues { Array($0.utf8) })
        var options = Pipeline.Options()
        options.asOf = CivilDay(year: 2026, month: 3, day: 12)
        return (await Pipeline.read(source, options), source)
    }

    private static func look(_ files: [String: String], _ web: Web, cache: LinkCache? = nil, controls: [String] = [])
        async throws -> ExternalLinks.Finding
    {
        let (reading, source) = await reading(files)
        let links = await ExternalLinks.links(in: source.documents, of: reading.site, jobs: 2) {
            try? source.read($0).get()
        }
        return try await ExternalLinks.look(
            at: links, by: Web.quick, cache: cache, controls: controls.compactMap { WebAddress($0) }
        ) { web.ask($0, $1) }
    }

    @Test(arguments: LinkRules.all.map(\.code))
    func `a link is reported at its position by what its host answers, and the good example is not`(code: String)
        async throws
    {
        let rule = try #require(LinkRules.all.first { $0.code == code })
        let bad = try await Self.look(rule.bad, Self.guides).problems
        #expect(bad.map(\.code) == [code])
        let text = try #require(rule.bad["resources/a.md"]?.utf8)
        #expect(String(decoding: Array(text)[bad[0].range], as: UTF8.self).hasPrefix("https://www.example.org/guides/"))
        #expect(try await Self.look(rule.good, Self.guides).problems == [])
    }

    @Test func `what a host answers decides, and only where it is certain`() async throws {
        let web = Web([
            "https://a.org/": [.status(200)], "https://a.org/no-head": [.status(405)],
            "GET https://a.org/no-head": [.status(200)],
            "https://a.org/signed-in": [.status(302, location: "https://login.org/?next=a")],
            "https://login.org/?next=a": [.status(200)],
            "https://a.org/old/page": [.status(301, location: "https://b.org/new")],
            "https://b.org/new": [.status(200)],
            "https://a.org/slash": [.status(301, location: "https://www.a.org/slash/")],
            "https://www.a.org/slash/": [.status(200)],
            "https://a.org/old/news": [.status(302, location: "/")],
            "https://a.org/led/on": [.status(302, location: "/nothing")],
            "https://a.org/loop": [.status(302, location: "/loop?a")],
            "https://a.org/loop?a": [.status(302, location: "/loop")],
            "https://a.org/file": [.status(302, location: "file:///etc/passwd")],
            "https://a.org/refused": [.status(403)],
            "https://a.org/closed": [.status(410)], "https://a.org/trouble": [.status(503), .status(200)],
            "GET https://a.org/trouble": [.status(503), .status(200)],
            "https://a.org/short/one": [.status(302, location: "https://b.org/")], "https://b.org/": [.status(200)],
            "https://a.org/deaf": [.failure(.noAnswer)], "GET https://a.org/deaf": [.status(200)],
            "https://a.org/far": [.status(301, location: "https://b.org/" + String(repeating: "x", count: 3_000))],
            "https://a.org/broken": [.status(500)], "https://a.org/inside": [.inPrivate],
        ])
        #expect(
            try await web.verdicts(
                [
                    "", "no-head", "signed-in", "old/page", "slash", "old/news", "led/on", "loop", "file", "refused",
                    "closed", "trouble", "broken", "inside", "short/one", "deaf", "far",
                ].map { "https://a.org/\($0)" }) == [
                    "https://a.org/": .found, "https://a.org/no-head": .found, "https://a.org/signed-in": .found,
                    "https://a.org/old/page": .moved(to: "https://b.org/new"),
                    "https://a.org/slash": .found, "https://a.org/old/news": .frontPage("https://a.org/"),
                    "https://a.org/led/on": .gone(status: 404, at: "https://a.org/nothing"),
                    "https://a.org/loop": .unclear, "https://a.org/file": .unclear, "https://a.org/refused": .unclear,
                    "https://a.org/closed": .gone(status: 410, at: nil),
                    "https://a.org/trouble": .found, "https://a.org/broken": .failing(.status(500), at: nil),
                    "https://a.org/inside": .inPrivate, "https://a.org/short/one": .found, "https://a.org/deaf": .found,
                    "https://a.org/far": .unclear,
                ])
        #expect(web.asked.count { $0.hasSuffix("a.org/loop") } == LinkCheck.mostHops / 2)
    }

    @Test func `a host that is not there, stays silent or wants to be left alone is not asked again`() async throws {
        let web = Web([
            "https://c.org/1": [.status(429, wait: 86_400)], "https://d.org/1": [.failure(.noAnswer)],
            "https://d.org/2": [.failure(.noAnswer)], "https://e.org/1": [.failure(.unknownHost)],
        ])
        let verdicts = try await web.verdicts(
            (1...9).flatMap { number in ["c", "d", "e"].map { "https://\($0).org/\(number)" } })
        #expect(
            (1...9).allSatisfy {
                verdicts["https://c.org/\($0)"] == .unclear
                    && verdicts["https://d.org/\($0)"] == .failing(.noAnswer, at: nil)
                    && verdicts["https://e.org/\($0)"] == .failing(.unknownHost, at: nil)
            })
        #expect(
            web.asked.filter { !$0.hasPrefix("GET") }.sorted() == [
                "https://c.org/1", "https://d.org/1", "https://d.org/1", "https://d.org/2", "https://d.org/2",
                "https://e.org/1",
            ])
    }

    @Test func `a host with trouble of its own, or without a valid certificate, is not asked for every page`()
        async throws
    {
        let web = Web(
            Dictionary(
                uniqueKeysWithValues: (1...50).map { ("https://a.org/\($0)", [.status(500)]) } + [
                    ("https://b.org/1", [.failure(.badCertificate)])
                ]))
        let verdicts = try await web.verdicts(
            (1...50).map { "https://a.org/\($0)" } + (1...9).map { "https://b.org/\($0)" })
        #expect(
            verdicts.values.count { $0 == .failing(.status(500), at: nil) } == 50
                && verdicts.values.count { $0 == .failing(.badCertificate, at: nil) } == 9)
        #expect(web.asked.count == 4 * LinkCheck.mostTroubled + 1)
    }

    @Test func `hosts have turns, and another day begins with another host and page`() async throws {
        let replies = Dictionary(
            uniqueKeysWithValues: (10...59).map { ("https://a.org/\($0)", [LinkReply.status(200)]) } + [
                ("https://b.org/1", [.status(200)]), ("https://c.org/1", [.status(200)]),
            ])
        var check = Web.quick
        check.hostsAtOnce = 1
        func order(_ turn: Int) async throws -> [String] {
            check.turn = turn
            let web = Web(replies)
            _ = try await web.verdicts(replies.keys.sorted(), check)
            return web.asked
        }
        let first = try await order(0)
        let next = try await order(1)
        #expect(
            first.count == 52 && first[0] == "https://a.org/10" && first[20] == "https://b.org/1"
                && first[21] == "https://c.org/1")
        #expect(
            next[0] == "https://b.org/1" && next[1] == "https://c.org/1" && next[2] == "https://a.org/11"
                && Set(next) == Set(first))
        #expect(try await order(-7).count == 52)
    }

    @Test func `an address that redirects on and on slowly has an end`() async throws {
        var check = Web.quick
        (check.timeOfAddress, check.pause) = (.milliseconds(50), .milliseconds(30))
        let web = Web([
            "https://a.org/1": [.status(302, location: "/2")], "https://a.org/2": [.status(302, location: "/1")],
        ])
        #expect(try await web.verdicts(["https://a.org/1"], check) == ["https://a.org/1": .failing(.noAnswer, at: nil)])
        #expect(web.asked.count < 4)
    }

    @Test func `a host that names a short wait is asked again after it`() async throws {
        let web = Web(["https://c.org/1": [.status(429, wait: 0), .status(200)], "https://c.org/2": [.status(200)]])
        #expect(
            try await web.verdicts(["https://c.org/1", "https://c.org/2"]) == [
                "https://c.org/1": .found, "https://c.org/2": .found,
            ])
    }

    @Test func `a host gets a request at a time with a pause between, and nothing after the time is up`() async throws {
        var check = Web.quick
        check.pause = .milliseconds(40)
        let web = Web([
            "https://a.org/1": [.status(200)], "https://a.org/2": [.status(200)], "https://a.org/3": [.status(200)],
        ])
        let start = ContinuousClock.now
        _ = try await web.verdicts(["https://a.org/1", "https://a.org/2", "https://a.org/3"], check)
        #expect(start.duration(to: .now) >= .milliseconds(80))
        check.time = .zero
        #expect(try await web.verdicts(["https://a.org/1"], check) == ["https://a.org/1": .notAsked])
        #expect(web.asked.count == 3)
    }

    @Test
    func
        `links are asked once each, without those of calls, of events that are over and of skip_links`()
        async throws
    {
        let (reading, source) = await Self.reading([
            "site.yaml": "title: T\nskip_links: [https://skipped.org/]\n",
            "communities/a.md":
                "---\nname: A\nsummary: S.\njoin: https://a.org/join\nsource: [https://a.org/source#part]\nx_own: "
                + "https://a.org/own\n---\n\nSee <https://a.org/join>, https://skipped.org/a and ![a "
                + "picture](https://a.org/p.png).\n",
            "events/over.md":
                "---\ntitle: E\nstarts: 2026-01-01\nregister: https://a.org/over\nonline: https://a.org/call\n---\n",
            "events/next.md":
                "---\ntitle: E\nstarts: 2026-05-01\nregister: https://a.org/next\n---\n\n[relative](over.md) "
                + "[mail](mailto:a@a.org)\n",
        ])
        let links = await ExternalLinks.links(in: source.documents, of: reading.site, jobs: 2) {
            try? source.read($0).get()
        }
        #expect(
            links.map { "\($0.path) \($0.address.text)" } == [
                "communities/a.md https://a.org/join", "communities/a.md https://a.org/source",
                "communities/a.md https://a.org/join", "communities/a.md https://a.org/p.png",
                "events/next.md https://a.org/next",
            ])
        let web = Web([:])
        #expect(
            try await ExternalLinks.look(at: links, by: Web.quick, cache: nil) { web.ask($0, $1) }.problems.count == 5)
        #expect(web.asked.count == 8)
    }

    @Test func `addresses are asked as browsers ask them, and names and passwords are not sent`() {
        #expect(
            WebAddress("https://A.org/a b") == nil || WebAddress("https://A.org/a b")?.text == "https://a.org/a%20b")
        #expect(WebAddress("HTTPS://A.org/é?q=ü#x")?.text == "https://a.org/%C3%A9?q=%C3%BC")
        #expect(WebAddress("//a.org")?.text == "https://a.org")
        #expect(WebAddress("https://bücher.example/")?.host == "xn--bcher-kva.example")
        #expect(WebAddress("http://a.org:8080/")?.port == 8080)
        #expect(WebAddress("http://[::1]/")?.host == "::1")
        for bad in [
            "https://user:secret@a.org/", "ftp://a.org/", "https:///a", "javascript:alert(1)", "-o/etc/passwd", "",
            "https://a%62.org/", "https://a.org/" + String(repeating: "x", count: 2_000),
        ] { #expect(WebAddress(bad) == nil, "\(bad)") }
    }

    @Test(arguments: [
        "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.20.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1",
        "fe80::1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::10.0.0.1", "2002:0a00:0001::1", "64:ff9b:1::8.8.8.8",
        "3fff::1", "2130706433", "0x7f.1",
    ])
    func `a private network is one however it is written`(host: String) throws {
        let found = try NetworkAddress.find(host).get()
        #expect(!found.isEmpty && found.allSatisfy { !$0.isPublic })
    }

    @Test(arguments: ["8.8.8.8", "172.32.0.1", "192.0.1.1", "2606:4700::1", "::ffff:8.8.8.8"])
    func `the open internet is no private network`(host: String) throws {
        #expect(try NetworkAddress.find(host).get().allSatisfy(\.isPublic))
    }

    @Test func `the last head of an answer counts`() {
        func reply(_ text: String) -> LinkReply? { Curl.reply(Array(text.replacing("\n", with: "\r\n").utf8)) }
        #expect(
            reply("HTTP/1.1 200 Connection established\n\nHTTP/2 301 \nLocation: /a\nRetry-After: 5\n\n")
                == .status(301, location: "/a", wait: 5))
        #expect(reply("HTTP/1.1 103 Early Hints\nlocation: /wrong\n\nHTTP/1.1 200 OK\n\n") == .status(200))
        #expect(reply("HTTP/1.1 100 Continue\n\n") == nil)
        #expect(reply("") == nil)
        #expect(reply("HTTP/1.1 429 x\nretry-after: Fri, 27 Nov 2026 10:00:00 GMT\n\n") == .status(429))
    }

    @Test func `good answers hold for a week, bad ones are asked again, and a file of something else is left alone`()
        async throws
    {
        let folder = try TemporaryFolder()
        let path = folder.path + "/cache/links.json"
        let day = CivilDay(year: 2026, month: 3, day: 12)
        let files = [
            "resources/a.md":
                "---\ntitle: A\n---\n\n[a](https://a.org/found) [b](https://b.org/gone) [c](https://c.org/refused)\n"
        ]
        let web = Web(["https://a.org/found": [.status(200)], "https://c.org/refused": [.status(403)]])
        let first = try await Self.look(files, web, cache: try LinkCache(at: path, today: day))
        #expect(
            first.message
                == "Asked 3 other sites for 3 pages. 1 page could not be checked, because the site does not "
                + "answer programs, or answers only people who have signed in: c.org."
        )
        let before = web.asked.count
        let second = try await Self.look(files, web, cache: try LinkCache(at: path, today: day + 7))
        #expect(second.problems == first.problems && first.problems.map(\.code) == ["external-link-gone"])
        #expect(web.asked[before...] == ["https://b.org/gone", "GET https://b.org/gone"])
        #expect(second.message.hasPrefix("Asked 1 other site for 1 page; 2 were known from the last 7 days."))
        _ = try await Self.look(files, web, cache: try LinkCache(at: path, today: day + 8))
        #expect(web.asked.suffix(5).contains("https://a.org/found"))
        for text in ["# Readme\n", "{}", #"{"folkmoot_links":2,"addresses":{}}"#] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            #expect(throws: BuildError.self) { try LinkCache(at: path, today: day) }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        }
    }

    @Test func `a machine without a network gets a message, and no link is blamed`() async throws {
        let files = [
            "resources/a.md": "---\ntitle: A\n---\n\n[a](https://a.org/) [b](https://b.org/) [c](https://c.org/)\n"
        ]
        let web = Web(
            Dictionary(uniqueKeysWithValues: ["a", "b", "c"].map { ("https://\($0).org/", [.failure(.unknownHost)]) }))
        await #expect(throws: BuildError.self) { try await Self.look(files, web) }
        // Where the handbook's own host answers, the others are to blame.
        let answering = Web(
            Dictionary(
                uniqueKeysWithValues: ["a", "b", "c"].map { ("https://\($0).org/", [LinkReply.failure(.unknownHost)]) }
                    + [("https://own.org/", [.status(200)])]))
        #expect(try await Self.look(files, answering, controls: ["https://own.org/"]).problems.count == 3)
    }
}
