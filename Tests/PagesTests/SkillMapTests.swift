import Foundation
import TestSupport
import Testing

/// Which skills a community has, needs and could teach.
@Suite struct SkillMapTests {
    private static func page(_ members: String, settings: String = "") async throws -> String {
        let files = [
            "site.yaml": "title: T\n\(settings)", "communities/a.md": "---\nname: A\nsummary: S.\n---\n",
            "communities/a/members.md": "---\nmembers:\n\(members)---\n", "skills/maps.md": "---\nname: Maps\n---\n",
        ]
        return try await TestSite(files).main("communities/a/members/")
    }

    private static func member(_ name: String, _ skills: String, _ more: String = "") -> String {
        "  - person: \(name)\n    part: core\n    agreed: 2026-01-01\n    skills: {\(skills)}\n\(more)"
    }

    /// Members without known skills, because numbers are published from five members on.
    private static func others(_ count: Int) -> String {
        (0..<count).map { "  - person: Other \($0)\n    part: core\n" }.joined()
    }

    /// The cells of each row, without tags.
    private static func rows(_ page: String) -> [[String]] {
        page.components(separatedBy: "<tr><th scope=\"row\">").dropFirst().map { row in
            let cells = row.components(separatedBy: "</tr>")[0].replacing(/<\/t[hd]>/, with: "\n")
            return Array(cells.replacing(/<[^>]*>/, with: "").components(separatedBy: "\n").dropLast(1))
        }
    }

    private static let needed = "skills_needed: {sql: 1, maps: 3, forms: 1}\n"

    @Test func `the skills that most members lack come first, then needed ones, then the rest`() async throws {
        let page = try await Self.page(
            Self.member("B", "maps: 4, forms: 3, reading: 2") + Self.member("C", "maps: 1") + Self.others(3)
                + Self.needed, settings: "list_members: counts\n")
        let rows = Self.rows(page)
        #expect(rows.map { $0[0] } == ["Maps too few", "Sql nobody yet", "Forms enough", "Reading"])
        #expect(rows[0] == ["Maps too few", "3", "1", "–", "–", "1", ""])
        #expect(rows[1] == ["Sql nobody yet", "1", "–", "–", "–", "–", ""])
        #expect(rows[2] == ["Forms enough", "1", "–", "1", "–", "–", ""])
        #expect(rows[3] == ["Reading", "", "–", "–", "1", "–", ""])
        #expect(page.contains("<p>Skills that enough people have: 1 of the 3 that are needed.</p>"))
        #expect(page.contains("topics:\n  - title: &quot;Maps: who can show how?&quot;\n  - title: &quot;Sql"))
    }

    @Test func `where somebody is named, one or two are a few`() async throws {
        let members =
            Self.member("B", "maps: 4", "    mentors: [maps]\n") + Self.member("C", "maps: 2")
            + Self.member("D", "maps: 2") + Self.member("E", "maps: 2") + Self.others(1) + Self.needed
        let named = Self.rows(try await Self.page(members, settings: "list_members: names\n"))
        #expect(named[0] == ["Maps too few", "3", "a few", "–", "3", "–", "B"])
        let counted = Self.rows(try await Self.page(members, settings: "list_members: counts\n"))
        #expect(counted[0] == ["Maps too few", "3", "1", "–", "3", "–", "1 person"])
    }

    @Test func `a member who has left, or has not begun, counts nowhere`() async throws {
        let page = try await Self.page(
            Self.member("B", "maps: 4", "    until: 2025-12\n    mentors: [maps]\n")
                + Self.member("C", "maps: 4", "    since: 2026-05\n") + Self.others(5) + Self.needed)
        #expect(Self.rows(page)[0] == ["Maps nobody yet", "3", "–", "–", "–", "–", ""])
    }

    /// In a group of four, a number points at somebody.
    @Test(arguments: ["names", "stewards", "counts"]) func `a small group shows what it needs and its mentors alone`(
        listing: String
    ) async throws {
        func page(_ others: Int) async throws -> String {
            try await Self.page(
                Self.member("B", "maps: 4, reading: 1", "    mentors: [maps]\n    learning: [law]\n")
                    + Self.others(others) + Self.needed, settings: "list_members: \(listing)\n")
        }
        let small = try await page(3)
        let mentor = listing == "names" ? "B" : "1 person"
        #expect(
            Self.rows(small) == [
                ["Forms", "1", "", "", "", "", ""], ["Maps", "3", "", "", "", "", mentor],
                ["Sql", "1", "", "", "", "", ""],
            ])
        #expect(
            small.contains("Numbers are shown only if there are five members or more")
                && !small.contains("Skills that enough people have"))
        let large = try await page(4)
        #expect(
            Self.rows(large).map { $0[0] } == ["Maps too few", "Forms nobody yet", "Sql nobody yet", "Law", "Reading"])
        #expect(!large.contains("Numbers are shown"))
    }

    @Test func `many mentors are counted`() async throws {
        let members = (0..<9).map { Self.member("P\($0)", "maps: 4", "    mentors: [maps]\n") }.joined()
        let page = try await Self.page(members, settings: "list_members: names\n")
        #expect(Self.rows(page)[0].last == "P0, P1, P2, P3, P4, P5, and 3 more")
    }

    @Test func `a list without skills has no map`() async throws {
        #expect(!(try await Self.page("  - person: B\n    part: core\n")).contains("s.skills"))
    }
}
