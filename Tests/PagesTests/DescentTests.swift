import TestSupport
import Testing

/// What a community came from and what came of it.
@Suite struct DescentTests {
    private static func community(_ name: String, _ keys: String = "") -> String {
        "---\nname: \(name)\nsummary: S.\n\(keys)---\n"
    }

    private static func line(_ page: String) -> [String] {
        guard page.contains("id=\"s.descent\"") else { return [] }
        let list = page.components(separatedBy: "id=\"s.descent\"")[1].components(separatedBy: "</ol>")[0]
        return list.components(separatedBy: "<li").dropFirst().map {
            String(("<li" + $0).replacing(/<[^>]*>/, with: "")).trimmingSuffix()
        }
    }

    private static let files = [
        "communities/a.md": community("Acorn", "founded: 2015\nclosed: 2018\nsuccessor: b\n"),
        "communities/b.md": community("Birch", "founded: 2018\n"),
        "communities/c.md": community("Cedar", "founded: 2021-04\nconnections:\n  - {to: b, kind: grew-from}\n"),
        "communities/d.md": community("Damson", "connections:\n  - {to: c, kind: grew-from}\n"),
        "communities/e.md": community("Elm", "connections:\n  - {to: b, kind: sister}\n"),
    ]

    @Test(arguments: ["a", "b", "c", "d"]) func `the line is the same from wherever it is seen`(id: String) async throws
    {
        let page = try await TestSite(Self.files).main("communities/\(id)/")
        #expect(Self.line(page) == ["Acorn 2015–2018", "Birch 2018–", "Cedar 2021–", "Damson"])
        #expect(page.components(separatedBy: "aria-current=\"true\"><strong>").count == 2)
    }

    @Test func `who has nobody before or after has no line`() async throws {
        #expect(Self.line(try await TestSite(Self.files).main("communities/e/")).isEmpty)
    }

    @Test func `a ring has each community once`() async throws {
        let ring = [
            "communities/a.md": Self.community("Acorn", "connections:\n  - {to: b, kind: grew-from}\n"),
            "communities/b.md": Self.community("Birch", "connections:\n  - {to: a, kind: grew-from}\n"),
        ]
        #expect(Self.line(try await TestSite(ring).main("communities/a/")).sorted() == ["Acorn", "Birch"])
    }
}

extension String {
    fileprivate func trimmingSuffix() -> String {
        String(reversed().drop { $0.isWhitespace }.reversed())
    }
}
