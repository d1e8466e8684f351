import TestSupport
import Testing

/// What a community came from and what came of it.
@Suite struct DescentTests {
    private static func community(_ name: String, _ keys: String = "") -> String {
        "---\nname: \(name)\nsummary: S.\n\(keys)---\n"
    }

    private static func lines(_ page: String, _ which: String) -> [String] {
        guard page.contains("id=\"s.descent-\(which)\"") else { return [] }
        let list = page.components(separatedBy: "id=\"s.descent-\(which)\"")[1].components(separatedBy: "</ul>")[0]
        return list.components(separatedBy: "<li>").dropFirst().map {
            $0.replacing(/<[^>]*>/, with: "").replacing("\n", with: "")
        }
    }

    private static let files = [
        "communities/a.md": community("Acorn", "founded: 2015\nclosed: 2018\nsuccessor: b\n"),
        "communities/b.md": community("Birch", "founded: 2018\n"),
        "communities/c.md": community("Cedar", "founded: 2021-04\nconnections:\n  - {to: b, kind: grew-from}\n"),
        "communities/d.md": community("Damson", "connections:\n  - {to: c, kind: grew-from}\n"),
        "communities/e.md": community("Elm", "connections:\n  - {to: b, kind: sister}\n"),
    ]

    @Test(arguments: [
        ("a", [], ["Birch 2018–", "Cedar 2021–", "Damson"]), ("b", ["Acorn 2015–2018"], ["Cedar 2021–", "Damson"]),
        ("d", ["Acorn 2015–2018", "Birch 2018–", "Cedar 2021–"], []), ("e", [], []),
    ]) func `what a community came from and what came of it can be followed both ways`(
        id: String, before: [String], after: [String]
    ) async throws {
        let page = try await TestSite(Self.files).main("communities/\(id)/")
        #expect(Self.lines(page, "before") == before && Self.lines(page, "after") == after)
    }

    @Test func `the oldest come first, and many are counted`() async throws {
        var files = ["communities/a.md": Self.community("Acorn")]
        for number in 0..<33 {
            files["communities/c\(number).md"] = Self.community(
                "C\(number)", "founded: \(2020 - number)\nconnections:\n  - {to: a, kind: grew-from}\n")
        }
        let after = Self.lines(try await TestSite(files).main("communities/a/"), "after")
        #expect(after.first == "C32 1988–" && after.count == 31 && after.last == "and 3 more")
    }

    @Test func `a ring has each community once`() async throws {
        let ring = [
            "communities/a.md": Self.community("Acorn", "connections:\n  - {to: b, kind: grew-from}\n"),
            "communities/b.md": Self.community("Birch", "connections:\n  - {to: a, kind: grew-from}\n"),
        ]
        let page = try await TestSite(ring).main("communities/a/")
        #expect(Self.lines(page, "before") == ["Birch"] && Self.lines(page, "after") == [])
    }
}
