import Foundation
import Pictures
import TestSupport
import Testing

@testable import Build

/// Names of files whose accents are written as one sign (a PC) or as two (a Mac).
@Suite struct FileNameTests {
    private static let composed = "caf\u{E9}", decomposed = "cafe\u{301}"

    @Test(arguments: [(composed, decomposed), (decomposed, composed), (composed, composed), (decomposed, decomposed)])
    func `a link leads to the name that a file has on the disk`(written: String, onDisk: String) async throws {
        let escaped = written.addingPercentEncoding(withAllowedCharacters: .alphanumerics)!
        let site = try await TestSite([
            "about.md": """
            # A

            ![One](\(written).png) ![Two](\(escaped).png) [Three](\(written).pdf#page=2)
            [Four](\(written)/\(written).csv)
            """,
            "\(onDisk).png": ExamplePicture.gif, "\(onDisk).pdf": "x", "\(onDisk)/\(onDisk).csv": "x",
        ])
        #expect(site.problems == [])
        let name = onDisk.utf8.contains(0xCC) ? "cafe%CC%81" : "caf%C3%A9"
        for link in ["src=\"../\(name).png\" alt=\"One\"", "src=\"../\(name).png\" alt=\"Two\""] {
            #expect(site.main("about/").contains(link))
        }
        #expect(site.main("about/").contains("href=\"../\(name).pdf#page=2\""))
        #expect(site.main("about/").contains("href=\"../\(name)/\(name).csv\""))
        for file in ["\(onDisk).png", "\(onDisk).pdf", "\(onDisk)/\(onDisk).csv"] {
            #expect(site.files.keys.contains { $0.utf8.elementsEqual(file.utf8) })
        }
    }

    @Test func `two files that differ in how an accent is written are one error, and the rest is published`()
        async throws
    {
        let disk = try TemporaryFolder(["content/site.yaml": "title: T\ncontact: hello@example.gov\n"])
        for name in [Self.composed, Self.decomposed] {
            for type in ["csv", "pdf"] { try disk.put("content/handbook/\(name).\(type)", name) }
        }
        var command = BuildCommand(content: disk.at("content"), output: disk.at("site"))
        let refused = try await command.run()
        #expect(refused.problems.map(\.code) == ["name-twice", "name-twice"] && refused.exitCode == 1)
        command.keepsGoing = true
        #expect(try await command.run().exitCode == 0)
        let published = try FileManager.default.contentsOfDirectory(atPath: disk.at("site/handbook"))
        #expect(published.count { $0.hasPrefix("c") } == 2)
    }

    @Test func `an old address may have its accents written in either way, and is one address`() async {
        func page(_ name: String) -> String { "---\ntitle: A\nredirect_from: old/\(name)\n---\n" }
        for name in [Self.composed, Self.decomposed] {
            #expect(await TestSite.problems(of: ["resources/a.md": page(name)]) == [])
        }
        let both = await TestSite.problems(
            of: ["resources/a.md": page(Self.composed), "resources/b.md": page(Self.decomposed)])
        #expect(both.map(\.path) == ["resources/b.md"])
        #expect(both.first?.message.hasSuffix("is in use, so it cannot lead here.") == true)
    }

    @Test(arguments: ["Assets/x.pdf", "Robots.txt", "DATA/x.csv", "data/x.csv", "robots.txt"])
    func `a file cannot take the place of the program's, in whatever capitals`(path: String) async throws {
        let problems = await TestSite.problems(of: [path: "x"])
        #expect(problems.map(\.code) == ["reserved-path"])
        #expect(problems.first?.help?.text == "Move it to another folder." || path.lowercased() == "robots.txt")
    }
}
