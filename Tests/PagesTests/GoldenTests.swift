import Diagnostics
import Foundation
import TestSupport
import Testing

/// What a small site becomes, kept as text that a reviewer can read. `make bless` renews it.
@Suite struct GoldenTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    static let isBlessing = ProcessInfo.processInfo.environment["BLESS"] != nil

    @Test func `the golden site is as it was`() async throws {
        let site = try await TestSite(try Self.texts(in: "content"), today: "2026-02-10")
        #expect(site.problems == [])
        var expected: [String: String] = [:]
        for (path, text) in site.files where !path.hasPrefix("assets/") && !path.hasPrefix("data/search-") {
            // The frame is the same on every page; the home page has it whole.
            let isPart = path.hasSuffix(".html") && path != "index.html"
            expected[path] =
                isPart
                ? site.main(String(path.dropLast(path.hasSuffix("/index.html") ? 10 : 0))) + "\n"
                : Self.withoutHashes(text)
        }
        try Self.compare(expected, with: "expected")
    }

    @Test func `the report on a broken handbook is as it was`() async throws {
        let texts = try Self.texts(in: "broken")
        let site = try await TestSite(texts, today: "2026-02-10")
        func report(_ format: Report.Format) -> String {
            Report.text(site.problems, format: format, prefix: "content/", source: { texts[$0].map { Array($0.utf8) } })
        }
        let human = report(.human) + Report.summary(site.problems)! + "\n"
        try Self.compare(
            ["human.txt": human, "github.txt": report(.github), "json.txt": report(.json)], with: "reports")
    }

    private static func withoutHashes(_ text: String) -> String {
        text.replacing(#/-[0-9a-f]{16}\.(css|js|svg|png)/#) { "-HASH.\($0.1)" }
    }

    private static func texts(in name: String) throws -> [String: String] {
        let root = folder.appending(path: name)
        let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return try Dictionary(
            uniqueKeysWithValues: paths.filter { path in
                [".md", ".yaml", ".html", ".xml", ".txt", ".json", ".csv", ".graphml", ".gexf", ".ics"].contains {
                    path.hasSuffix($0)
                }
            }
            .map { ($0, String(decoding: try Data(contentsOf: root.appending(path: $0)), as: UTF8.self)) })
    }

    private static func compare(_ found: [String: String], with name: String) throws {
        let root = folder.appending(path: name)
        if isBlessing {
            try? FileManager.default.removeItem(at: root)
            for (path, text) in found {
                let file = root.appending(path: path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try text.write(to: file, atomically: true, encoding: .utf8)
            }
            return
        }
        let expected = try texts(in: name)
        #expect(Set(found.keys) == Set(expected.keys), "`make bless` renews the golden files")
        for (path, text) in found.sorted(by: { $0.key < $1.key }) {
            #expect(text == expected[path], "\(name)/\(path) has changed; look at it, then `make bless`")
        }
    }
}
