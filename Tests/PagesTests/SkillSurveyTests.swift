import Foundation
import TestSupport
import Testing

/// Skills over all communities: who needs one, and who could teach it across a border.
@Suite struct SkillSurveyTests {
    private static let files = [
        "site.yaml": "title: T\nlist_members: names\n",
        "communities/a.md": "---\nname: Alders\nsummary: S.\ngovernment: north\nroles: [maker]\n---\n",
        "communities/a/members.md": """
        ---
        members:
          - person: B
            part: core
            agreed: 2026-01-01
            skills: {maps: 1, forms: 3}
            learning: [sewing]
        skills_needed: {maps: 2, forms: 1, law: 1}
        ---

        """,
        "communities/b.md": "---\nname: Birches\nsummary: S.\ngovernment: south\nroles: [maker]\n---\n",
        "communities/b/members.md":
            "---\nmembers:\n  - person: C\n    part: core\n    agreed: 2026-01-01\n    skills: {maps: 4}\n"
            + "    mentors: [maps]\n---\n",
        "skills/maps.md": "---\nname: Maps\n---\n", "skills/quiet.md": "---\nname: Quiet\n---\n",
    ]

    /// The cells of each row, without tags.
    private static func rows(_ page: String) -> [[String]] {
        page.components(separatedBy: "<tr><th scope=\"row\">").dropFirst().map { row in
            let cells = row.components(separatedBy: "</tr>")[0].replacing(/<\/t[hd]>/, with: "\n")
            return Array(cells.replacing(/<[^>]*>/, with: "").components(separatedBy: "\n").dropLast(1))
        }
    }

    @Test func `the page of skills has what nobody could teach first, and says where the others are`() async throws {
        let page = try await TestSite(Self.files).main("skills/")
        let rows = Self.rows(page)
        #expect(rows.map { $0[0].split(separator: " ")[0] } == ["Law", "Sewing", "Maps", "Forms"])
        #expect(rows[0] == ["Law nobody could teach it", "Alders North", "", ""])
        #expect(rows[1] == ["Sewing nobody could teach it", "", "", "Alders North"])
        #expect(rows[2] == ["Maps can be taught", "Alders North", "Birches South", "Alders North"])
        #expect(rows[3] == ["Forms", "", "", ""])
        #expect(page.contains("Somebody could teach 1 of the 3 skills that are wanted."))
        #expect(page.contains(">Quiet</a>") && !page.contains(">B<"))
    }

    @Test func `the page of a skill lists who could teach it, and who needs it`() async throws {
        let page = try await TestSite(Self.files).main("skills/maps/")
        let teachers = page.components(separatedBy: "id=\"s.teachers\"")[1].components(separatedBy: "</section>")[0]
        #expect(teachers.contains(">Birches</a>") && !teachers.contains(">Alders</a>"))
        let needing = page.components(separatedBy: "id=\"s.needing\"")[1].components(separatedBy: "</section>")[0]
        #expect(needing.contains(">Alders</a>") && needing.contains("nobody yet"))
    }

    @Test func `the page of a role adds up its communities, and names no mentor`() async throws {
        let page = try await TestSite(Self.files).main("roles/maker/")
        let rows = Self.rows(page.components(separatedBy: "id=\"s.skills\"")[1])
        #expect(rows.contains(["Maps", "too few", "2", "a few", "–", "–", "a few", "Birches"]))
        #expect(page.contains("Enough people have 1 of the 3 skills that are needed.") && !page.contains(">C<"))
    }

    @Test func `what one community has too many of does not fill the gap of another`() async throws {
        let files = Self.files.merging([
            "site.yaml": "title: T\nlist_members: counts\n",
            "communities/b/members.md":
                "---\nmembers:\n  - person: C\n    skills: {maps: 4}\n  - person: D\n    skills: {maps: 4}\n"
                + "  - person: E\n    skills: {maps: 4}\nskills_needed: {maps: 1}\n---\n",
        ]) { $1 }
        let page = try await TestSite(files).main("roles/maker/")
        #expect(Self.rows(page).contains(["Maps", "too few", "3", "3", "–", "–", "1", ""]))
    }

    @Test func `who has what counts the governments where a skill could be taught`() async throws {
        let site = try await TestSite(Self.files)
        let table = site.main("map/coverage/").components(separatedBy: "id=\"s.skills\"")[1]
        #expect(
            table.contains("<a href=\"../../skills/maps/#s.teachers\" aria-label=\"1 community, Maps and South\">"))
        #expect(table.contains(">Law</a>"))
    }

    @Test func `made-up communities are left out where a real one says something of skills`() async throws {
        let files = Self.files.merging([
            "communities/b.md":
                "---\nname: Birches\nsummary: S.\ngovernment: south\nroles: [maker]\nexample: true\n---\n"
        ]) { $1 }
        let page = try await TestSite(files).main("skills/")
        #expect(!page.contains("Birches") && Self.rows(page)[1][0] == "Maps nobody could teach it")
    }

    @Test func `the search finds a community by a skill that it could teach`() async throws {
        let site = try await TestSite(Self.files)
        let texts = site.files.filter { $0.key.hasPrefix("assets/search/en/x") }.map(\.value).joined()
        #expect(texts.contains("\"Maps\\nLaw\\nForms\\nSewing\""))
    }

    @Test func `a site without lists of members only has its skills by name`() async throws {
        let page = try await TestSite(["skills/maps.md": "---\nname: Maps\n---\n"]).main("skills/")
        #expect(page.contains(">Maps</a>") && !page.contains("<table"))
    }
}
