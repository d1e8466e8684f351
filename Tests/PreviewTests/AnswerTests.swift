import Build
import Foundation
import Testing

@testable import Preview

@Suite struct AnswerTests {
    @Test(arguments: [
        ("/", ""), ("/about/?q=a%2Fb", "about/"), ("/a%20b.pdf", "a b.pdf"), ("/%C3%A9.png", "é.png"),
        ("/../x", "../x"), ("/a#b", "a"),
    ])
    func `a target is read as a path`(target: String, path: String) { #expect(Answer.path(of: target) == path) }

    @Test(arguments: ["", "about/", "http://a.example/", "/%", "/%2", "/%zz", "/%FF"])
    func `what is not a path is not read as one`(target: String) { #expect(Answer.path(of: target) == nil) }

    @Test func `pages, files, folders without their slash and what is not there`() async throws {
        let folder = try Folder([
            "site.yaml": "title: T\n", "about.md": "# About\n\nHello </body> there.\n", "a b.txt": "text",
        ])
        let site = await folder.site()
        let page = Answer(to: "/about/", in: site)
        #expect((page.status, page.type) == (200, "text/html; charset=utf-8"))
        let html = try page.text()
        #expect(
            html.hasSuffix("<script src=\"/_folkmoot/live.js\" data-version=\"1\" defer></script></body>\n</html>\n"))
        #expect(html.components(separatedBy: "live.js").count == 2)
        let folderAnswer = Answer(to: "/about", in: site)
        #expect((folderAnswer.status, folderAnswer.location) == (301, "/about/"))
        let file = Answer(to: "/a%20b.txt", in: site)
        #expect((file.status, file.type, file.size) == (200, "text/plain; charset=utf-8", 4))
        if case .asset(let asset) = file.body {
            #expect(asset.bytes(at: 0, count: 10) == Array("text".utf8))
        } else {
            Issue.record("not a file")
        }
        let names = Answer(to: "/data/search-en.js", in: site)
        #expect(names.status == 200)
        for target in [
            "/nothing/", "/site.yaml", "/about.md", "/../content/site.yaml", "/%2e%2e/site.yaml", "//etc/passwd",
            "/a%00b", "/_folkmoot/x", "/_folkmoot/../about/",
        ] {
            #expect(Answer(to: target, in: site).status == 404, "\(target)")
        }
        #expect(Answer(to: "/%", in: site).status == 400)
    }

    @Test func `problems are reported as data, errors first`() async throws {
        let folder = try Folder([
            "site.yaml": "title: T\n", "a.md": "# A\n\n[x](<nowhere\">.md>)\n", "b.md": "---\ntitle: \"B\n---\n",
        ])
        let json = try Answer(to: "/_folkmoot/problems.json", in: await folder.site()).text()
        let told = try JSONDecoder().decode(Told.self, from: Data(json.utf8))
        #expect(told.hasErrors)
        #expect(told.problems.first?.severity == "error")
        let broken = try #require(told.problems.first { $0.code == "yaml-syntax" })
        #expect(broken.line == 2)
        #expect(broken.path.hasSuffix("content/b.md"))
        #expect(broken.detail == "  2 | title: \"B\n    |        ^^")
        #expect(broken.help?.hasPrefix("Close it at the end") == true)
    }

    @Test func `problems of the page that is looked at come before others of their weight`() async throws {
        let bad = "# A\n\n[x](nowhere.md)\n"
        let worse = "---\ntitle: A\nexpires_on: never\n---\n"
        let folder = try Folder(["site.yaml": "title: T\n", "a.md": bad, "b.md": bad, "z.md": bad, "e.md": worse])
        let site = await folder.site()
        func order(_ page: String) throws -> [String] {
            try JSONDecoder().decode(
                Told.self, from: Data(try Answer(to: "/_folkmoot/problems.json\(page)", in: site).text().utf8)
            ).problems.map { String($0.path.suffix(4)) }
        }
        #expect(try order("").first == "a.md")
        #expect(try order("?/z/").first == "z.md" && order("?/z/").count == order("").count)
        #expect(try order("?/nothing/") == order("") && order("?%").count == order("").count)
    }

    @Test(arguments: [
        ("bytes=0-3", 10, ByteRangeRequest.part(0..<4)), ("bytes=4-", 10, .part(4..<10)),
        ("bytes=-3", 10, .part(7..<10)), ("bytes=-30", 10, .part(0..<10)), ("Bytes=0-99", 10, .part(0..<10)),
        ("bytes=10-", 10, .none), ("bytes=10-12", 10, .none), ("bytes=-0", 10, .none), ("bytes=0-", 0, .none),
        ("bytes=3-2", 10, .whole), ("bytes=0-1,3-4", 10, .whole), ("bytes=-", 10, .whole), ("bytes=a-b", 10, .whole),
        ("items=0-1", 10, .whole), ("bytes=0-99999999999999999999", 10, .whole), ("bytes=+1-2", 10, .whole),
        ("", 10, .whole),
    ])
    func `a request for a part of a file gets as much of it as the file has`(
        header: String, size: Int, range: ByteRangeRequest
    ) { #expect(ByteRangeRequest(header, of: size) == range) }

    /// What the script of a page reads.
    private struct Told: Decodable {
        struct Problem: Decodable {
            let severity, code, path, detail: String
            let line: Int
            let help: String?
        }

        let hasErrors: Bool
        let problems: [Problem]
    }

    @Test func `before the folder has been read a page says so, and reloads by itself`() throws {
        let site = LiveSite(.init(content: "nowhere", address: "", .init()))
        let answer = Answer(to: "/", in: site)
        #expect(answer.status == 503)
        #expect(try answer.text().contains("data-version=\"0\""))
    }
}

extension Answer {
    func text() throws -> String {
        guard case .bytes(let bytes) = body else { throw CocoaError(.featureUnsupported) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Content in a folder that goes away with the test.
final class Folder: Sendable {
    private let url: URL
    var path: String { url.appending(path: "content").path }

    init(_ files: [String: String]) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "folkmoot-\(UUID().uuidString)")
        for (path, text) in files { try write(text, to: path) }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ text: String, to path: String) throws {
        let file = url.appending(path: "content/\(path)")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func site() async -> LiveSite {
        var site = LiveSite(.init(content: path, address: "http://127.0.0.1:4747/", .init()))
        _ = await site.refresh()
        return site
    }
}
