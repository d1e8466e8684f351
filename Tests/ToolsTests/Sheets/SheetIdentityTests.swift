import Testing

@testable import Disk

/// Which community a row is about.
@Suite struct SheetIdentityTests {
    @Test func `a community is found again by its name, its other names and in its folder`() async throws {
        let handbook = try SheetHandbook([
            "content/communities/first.md": "---\nname: Données ouvertes\nsummary: S.\n---\n",
            "content/communities/second/index.md": "---\nname: B\nsummary: S.\nalso_known_as: [The Second]\n---\n",
            "content/communities/third.md": "---\nname: C\nsummary: S.\ndraft: true\n---\n",
        ])
        let outcome = try await handbook.run(
            "id,name,founded\n,donnees ouvertes,2020\n,the second,2020\nthird,C,2020\n")
        #expect(outcome.report.last == "Imported: 0 new, 3 changed, 0 unchanged.")
        #expect(
            handbook.text("communities/first.md").contains("name: Données ouvertes")
                && handbook.text("communities/second/index.md").contains("founded: 2020"))
        #expect(handbook.text("communities/third.md").contains("draft: true"))
    }

    @Test func `a community found by another of its names keeps the one by which it goes`() async throws {
        let handbook = try SheetHandbook([
            "content/communities/a.md": "---\nname: Alpha\nsummary: S.\nalso_known_as: [AA]\n---\n"
        ])
        _ = try await handbook.run("name,summary\nAA,New.\n")
        #expect(handbook.text("communities/a.md").hasPrefix("---\nname: Alpha\nsummary: New.\n"))
    }

    @Test func `a name that two communities have is queried`() async throws {
        let twin = "---\nname: Twin\nsummary: S.\n---\n"
        let handbook = try SheetHandbook(["content/communities/a.md": twin, "content/communities/b.md": twin])
        let outcome = try await handbook.run("name,summary\nTwin,New.\n")
        #expect(
            SheetHandbook.placed(outcome) == ["2: sheet-row: Row 2, column name"]
                && outcome.problems[0].message.contains("`Twin`: `a`, `b`"))
        #expect(handbook.text("communities/a.md") == twin && outcome.exitCode == 1)
    }

    @Test func `a community of nearly the same name is not taken for another`() async throws {
        let handbook = try SheetHandbook([
            "content/communities/c-users.md": "---\nname: C users\nsummary: S.\n---\n",
            "content/communities/data.md": "---\nname: Data and statistics people\nsummary: S.\n---\n",
        ])
        let outcome = try await handbook.run("name,summary\nC/users,For C.\nData,D.\n")
        try #require(
            SheetHandbook.placed(outcome) == [
                "2: sheet-row: Row 2, column name", "3: sheet-row: Row 3, column name",
            ])
        let said = outcome.problems.map(\.message)
        #expect(said[0].contains("`C/users` would be `c-users`") && said[0].contains("“C users”"))
        #expect(said[1].contains("`Data` would be `data`") && said[1].contains("“Data and statistics people”"))
        #expect(handbook.text("communities/c-users.md").contains("name: C users"))
    }

    @Test func `a draft is found by its name`() async throws {
        let handbook = try SheetHandbook([
            "content/communities/zz.md": "---\nname: Foo bar\nsummary: S.\ndraft: true\n---\n"
        ]
        )
        #expect(
            try await handbook.run("name,founded\nFoo  Bar,2020\n").report.last
                == "Imported: 0 new, 1 changed, 0 unchanged.")
    }

    @Test(arguments: ["README", "Index"])
    func `a community is not called as the page of the folder is`(name: String) async throws {
        let handbook = try SheetHandbook()
        let outcome = try await handbook.run("name,summary\n\(name),S.\n")
        #expect(outcome.problems == [] && handbook.text("communities/\(name.lowercased()).md") == "")
        let again = try await handbook.run("name,summary\n\(name),S.\n")
        #expect(again.report.last == "Imported: 0 new, 0 changed, 1 unchanged.")
        let stated = try await handbook.run("id,name,summary\n\(name.lowercased()),\(name),S.\n")
        #expect(stated.problems.map(\.code) == ["sheet-row"])
    }

    /// As Microsoft Forms saves answers.
    private static let answers = """
        ID,Start time,Completion time,Email,Name,Name of the community,Summary
        1,11/20/26 10:04:33,11/20/26 10:09:12,ada@example.gov,Ada Lovelace,Design people,For design.
        2,11/21/26 9:00:01,11/21/26 9:05:00,anonymous,,Source people,For code.

        """

    private static let counted = ["content/communities/1.md": "---\nname: Data people\nsummary: S.\n---\n"]

    @Test func `answers to a form are refused until somebody says what names the community`() async throws {
        let handbook = try SheetHandbook(Self.counted)
        let refused = try await handbook.run(Self.answers)
        let errors = refused.problems.filter { $0.severity == .error }
        try #require(errors.map(\.code) == ["sheet-row", "sheet-column"])
        #expect(errors[0].message.contains("row 2, “Ada Lovelace”, would be the community `1`"))
        #expect(errors[0].help?.advice.hasSuffix(": --map id=") == true)
        #expect(errors[1].help?.advice.hasSuffix(": --map name='Name of the community'") == true)
        #expect(handbook.text("communities/1.md").contains("Data people"))
        let kept = try await handbook.run(Self.answers) { $0.keepsGoing = true }
        #expect(kept.report.last == "Imported: 0 new, 0 changed, 0 unchanged.")
        let outcome = try await handbook.run(Self.answers) {
            $0.mapping.columns = ["id": "", "name": "Name of the community"]
        }
        #expect(outcome.report.last == "Imported: 2 new, 0 changed, 0 unchanged.")
        #expect(
            handbook.text("communities/design-people.md") == "---\nname: Design people\nsummary: For design.\n---\n")
        #expect(handbook.text("communities/source-people.md") == "---\nname: Source people\nsummary: For code.\n---\n")
    }

    @Test(arguments: [
        "ID,Title,Summary,Created By\n1,Design people,S.,Ada\n2,Source people,T.,Bob\n",
        "id,submitdate,name,summary\n7,2026-11-20,Design people,S.\n",
        "id,name,summary\n001,Design people,S.\n002,Source people,T.\n", "id,name,summary\n1.0,Design people,S.\n",
        "Id,name,summary\n#1,Design people,S.\n,Source people,T.\n", "id,founded\n2,2020\n",
    ])
    func `a column that counts rows is no column of ids`(sheet: String) async throws {
        let handbook = try SheetHandbook(Self.counted)
        let outcome = try await handbook.run(sheet)
        #expect(outcome.problems.filter { $0.severity == .error }.map(\.code) == ["sheet-row"])
        #expect(outcome.problems.contains { $0.help?.advice == "Leave the column out: --map id=" })
        #expect(outcome.exitCode == 1)
    }

    @Test func `numbers that are ids of the handbook, and one among other ids, are ids`() async throws {
        let handbook = try SheetHandbook(Self.counted)
        #expect(
            try await handbook.run(handbook.export()).report.last == "Imported: 0 new, 0 changed, 1 unchanged.")
        #expect(try await handbook.run("id,founded\n1,2020\n").problems == [])
        let outcome = try await handbook.run("id,name,summary\n2030,Agenda,S.\ndesign,Design people,S.\n")
        #expect(outcome.problems == [] && handbook.text("communities/2030.md").contains("name: Agenda"))
    }

    @Test func `a row with the id of one community and the name of another is refused`() async throws {
        let files = [
            "content/communities/a.md": "---\nname: A people\nsummary: S.\nalso_known_as: Old A\n---\n",
            "content/communities/b.md": "---\nname: B people\nsummary: S.\ngovernment: exampleland\n---\n",
            "content/communities/c.md": "---\nname: B people\nsummary: S.\n---\n",
        ]
        let handbook = try SheetHandbook(files)
        #expect(
            SheetHandbook.shown(try await handbook.run("id,name,summary\na,b People,New.\n")).map {
                $0.hasPrefix("2: sheet-row: Row 2 ") && $0.contains(" “A people” (`a`) ")
                    && $0.contains(" “b People” (`b`)")
            } == [true])
        #expect(handbook.text("communities/a.md") == files["content/communities/a.md"])
        // Two of one name, another name of its own, and a new one.
        for sheet in ["c,B people", "b,B people", "a,Old A", "a,New people"] {
            #expect(try await handbook.run("id,name\n\(sheet)\n") { $0.isDryRun = true }.problems == [], "\(sheet)")
        }
        let named = try await handbook.run("id,name,summary\na,B people,New.\n") { $0.mapping.columns = ["id": ""] }
        #expect(
            named.problems.map(\.code) == ["sheet-row"]
                && named.problems[0].message.contains("2 communities are called"))
    }

    @Test(arguments: ["Name,Email,Community\nAda,a@example.gov,Design people\n", "Slug,id,name\na,b,C\n"])
    func `two columns that could each say whose row it is are refused`(sheet: String) async throws {
        let outcome = try await SheetHandbook().run(sheet)
        #expect(outcome.problems.filter { $0.severity == .error }.map(\.code) == ["sheet-column"])
        #expect(outcome.exitCode == 1)
    }

    @Test func `a column can be left out`() async throws {
        let handbook = try SheetHandbook()
        let outcome = try await handbook.run("name,summary,founded\nA,S.,2020\n") {
            $0.mapping.columns = ["founded": ""]
        }
        #expect(outcome.problems == [] && handbook.text("communities/a.md") == "---\nname: A\nsummary: S.\n---\n")
        let unknown = try await handbook.run("name,summary\nA,S.\n") { $0.mapping.columns = ["fonded": ""] }
        #expect(unknown.problems.map(\.code) == ["sheet-column"])
    }

    @Test func `a contact before a name is not an answer to a form`() async throws {
        let outcome = try await SheetHandbook().run(
            "id,founded,stage,contact,name,summary\na,2020,forming,a@example.gov,A,S.\n")
        #expect(outcome.problems.filter { $0.severity == .error } == [])
    }
}
