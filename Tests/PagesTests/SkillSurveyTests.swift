import Foundation
import TestSupport
import Testing

/// Skills over all communities: who needs one, and who could teach it across a border.
@Suite struct SkillSurveyTests {
    /// Members without known skills, because numbers are published from five members on.
    private static let others = (0..<4).map { "  - person: Other \($0)\n    part: core\n" }.joined()

    private static let files = [
        "site.yaml": "title: T\nlist_members: names\n",
        "communities/a.md": "---\nname: Alders\nsummary: S.\ngovernment: north\nroles: [maker]\n---\n",
        "communities/a/members.md":
            "---\nmembers:\n  - person: B\n    part: core\n    agreed: 2026-01-01\n    skills: {maps: 1, forms: 3}\n"
            + "    learning: [sewing]\n" + others + "skills_needed: {maps: 2, forms: 1, law: 1}\n---\n",
        "communities/b.md": "---\nname: Birches\nsummary: S.\ngovernment: south\nroles: [maker]\n---\n",
        "communities/b/members.md":
            "---\nmembers:\n  - person: C\n    part: core\n    agreed: 2026-01-01\n    skills: {maps: 4}\n"
            + "    mentors: [maps]\n" + others + "---\n",
        "skills/maps.md": "---\nname: Maps\n---\n", "skills/quiet.md": "---\nname: Quiet\n---\n",
    ]

    /// The cells of each row, without tags.
    private static func rows(_ page: String) -> [[String]] {
        page.components(separatedBy: "<tr><th scope=\"row\">").dropFirst().map { row in
            let cells = row.components(separatedBy: "</tr>")[0].replacing("\n", with: "").replacing(
                /<\/t[hd]>/, with: "\n")
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
        #expect(page.contains("Of the 3 skills that are needed, somebody could teach 1."))
        #expect(page.contains(">Quiet</a>") && !page.contains(">B<"))
    }

    @Test func `the page of a skill lists who could teach it, and who needs it`() async throws {
        let page = try await TestSite(Self.files).main("skills/maps/")
        let teachers = page.components(separatedBy: "id=\"s.teachers\"")[1].components(separatedBy: "</layout-box>")[0]
        #expect(teachers.contains(">Birches</a>") && !teachers.contains(">Alders</a>"))
        let needing = page.components(separatedBy: "id=\"s.needing\"")[1].components(separatedBy: "</section>")[0]
        #expect(needing.contains(">Alders</a>") && needing.contains("nobody yet"))
    }

    @Test func `the page of a role adds up its communities, and names no mentor`() async throws {
        let page = try await TestSite(Self.files).main("roles/maker/")
        let rows = Self.rows(page.components(separatedBy: "id=\"s.skills\"")[1])
        #expect(rows.contains(["Maps too few", "2", "a few", "–", "–", "a few", "Birches"]))
        #expect(page.contains("Skills that enough people have: 1 of the 3 that are needed.") && !page.contains(">C<"))
    }

    /// A sum must not reveal what a page of one of its communities hides.
    @Test func `a sum reveals no more than its parts do`() async throws {
        func list(_ count: Int, _ agreed: String = "") -> String {
            "---\nmembers:\n"
                + (0..<count).map { "  - {person: P\($0), part: steward\(agreed), skills: {maps: 4}}\n" }.joined()
                + Self.others + "---\n"
        }
        func cell(_ a: String, _ b: String) async throws -> String? {
            let files = Self.files.merging([
                "site.yaml": "title: T\n", "communities/a/members.md": a, "communities/b/members.md": b,
            ]) { $1 }
            let page = try await TestSite(files).main("roles/maker/")
            return Self.rows(page).first { $0[0].hasPrefix("Maps") }?[2]
        }
        let agreed = ", agreed: 2026-01-01"
        #expect(try await cell(list(4), list(1, agreed)) == "4 and a few")
        #expect(try await cell(list(1, agreed), list(1, agreed)) == "a few")
        // Nobody is named in either.
        #expect(try await cell(list(1), list(1)) == "2")
        #expect(try await cell(list(4, agreed), list(3, agreed)) == "7")
    }

    @Test func `of a small group only its needs and its mentors are shown`() async throws {
        let small = Self.files.mapValues { $0.replacing(Self.others, with: "") }
        let rows = Self.rows(try await TestSite(small).main("skills/"))
        #expect(
            rows == [
                ["Forms nobody could teach it", "Alders North", "", ""],
                ["Law nobody could teach it", "Alders North", "", ""],
                ["Maps can be taught", "Alders North", "Birches South", ""],
            ])
        let quiet = small.mapValues { $0.replacing("    mentors: [maps]\n", with: "") }
        let site = try await TestSite(quiet)
        #expect(!site.main("skills/").contains("Birches"))
        #expect(!site.main("skills/maps/").contains("Birches"))
        #expect(
            !site.files.filter { $0.key.hasPrefix("assets/search/en/x") }.values.joined().contains(
                "S.\"],[\"\",\"\",\"Maps\"]"))
    }

    @Test func `what one community has too many of does not fill the gap of another`() async throws {
        let files = Self.files.merging([
            "site.yaml": "title: T\nlist_members: counts\n",
            "communities/b/members.md":
                "---\nmembers:\n  - person: C\n    skills: {maps: 4}\n  - person: D\n    skills: {maps: 4}\n"
                + "  - person: E\n    skills: {maps: 4}\n" + Self.others + "skills_needed: {maps: 1}\n---\n",
        ]) { $1 }
        let page = try await TestSite(files).main("roles/maker/")
        #expect(Self.rows(page).contains(["Maps too few", "3", "3", "–", "–", "1", ""]))
    }

    @Test func `a community that rests or has ended neither needs nor teaches`() async throws {
        let files = Self.files.merging([
            "communities/b.md":
                "---\nname: Birches\nsummary: S.\ngovernment: south\nroles: [maker]\npaused: 2026-01-01\n---\n"
        ]) { $1 }
        #expect(!(try await TestSite(files).main("skills/")).contains("Birches"))
    }

    @Test func `names in the tables are text`() async throws {
        let files = Self.files.merging([
            "communities/b.md":
                "---\nname: \"<b>B\"\nsummary: S.\ngovernment: south\nroles: [maker]\n---\n",
            "governments/south.md": "---\nname: \"South <i>\"\n---\n", "skills/maps.md": "---\nname: \"<u>M\"\n---\n",
        ]) { $1 }
        let site = try await TestSite(files)
        for page in ["skills/", "skills/maps/", "roles/maker/", "map/coverage/"] {
            #expect(!site.page(page).contains(/<b>B|<i>|<u>/), "\(page)")
        }
    }

    @Test func `who has what counts the governments where a skill could be taught`() async throws {
        let site = try await TestSite(Self.files)
        let table = site.main("map/coverage/").components(separatedBy: "id=\"s.skills\"")[1]
        #expect(
            table.contains("<a href=\"../../skills/maps/#s.teachers\" aria-label=\"1 community, Maps and South\">"))
        #expect(table.contains("2 that nobody could teach yet") && table.contains(">Law</a>"))
        #expect(!table.contains("without a community"))
    }

    @Test func `made-up communities are left out where a real one says something of skills`() async throws {
        let files = Self.files.merging([
            "communities/b.md":
                "---\nname: Birches\nsummary: S.\ngovernment: south\nroles: [maker]\nexample: true\n---\n"
        ]) { $1 }
        let page = try await TestSite(files).main("skills/")
        #expect(!page.contains("Birches") && Self.rows(page).map { $0[0] }.contains("Maps nobody could teach it"))
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
