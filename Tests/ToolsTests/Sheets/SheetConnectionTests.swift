import Testing

/// Connections, channels and other facts of which a community has several.
@Suite struct SheetConnectionTests {
    @Test func `connections of a row are added, by id or name, and those that are there stay`() async throws {
        let handbook = try SheetHandbook([
            "content/communities/a.md": "---\nname: A\nsummary: S.\nconnections:\n  - to: b\n    kind: sister\n"
                + "    note: Ours\n---\n",
            "content/communities/b.md": "---\nname: Bee people\nsummary: S.\n---\n",
        ])
        let outcome = try await handbook.run(
            "id,name,connections\na,A,Sister: bee people; part-of:c (since 2024)\nc,C,grew from : a\n")
        #expect(outcome.problems.map(\.code) == [])
        #expect(
            handbook.text("communities/a.md")
                == "---\nname: A\nsummary: S.\nconnections:\n  - to: b\n    kind: sister\n    note: Ours\n"
                + "  - to: c\n    kind: part-of\n    note: since 2024\n---\n")
        #expect(handbook.text("communities/c.md").contains("connections:\n  - to: a\n    kind: grew-from\n"))
    }

    @Test func `a connection to another row of the sheet is to its id, and stays the same`() async throws {
        let handbook = try SheetHandbook()
        let sheet = "name,summary,connections\nTea,S.,part-of: Bread people\nBread people,S.,\n"
        #expect(try await handbook.run(sheet).problems == [])
        #expect(handbook.text("communities/tea.md").contains("- to: bread-people\n    kind: part-of\n"))
        #expect(try await handbook.run(sheet).report.last == "Imported: 0 new, 0 changed, 2 unchanged.")
    }

    @Test func `a connection without a kind is reported`() async throws {
        let handbook = try SheetHandbook(["content/communities/b.md": "---\nname: B\nsummary: S.\n---\n"])
        let outcome = try await handbook.run("name,connections\nA,b\n")
        #expect(outcome.problems.map(\.code) == ["missing-key"])
    }

    @Test func `a connection to a community that nobody knows is reported`() async throws {
        let handbook = try SheetHandbook()
        let outcome = try await handbook.run("name,connections\nA,partner:nobody-knows\n")
        #expect(outcome.problems.map(\.code) == ["unknown-reference"])
    }

    @Test func `channels keep their names and addresses, and platforms of theirs are not repeated`() async throws {
        let handbook = try SheetHandbook()
        _ = try await handbook.run(
            "name,platform,channels\nA,Slack; forum,Slack: #a b <https://example.gov/s>; mail: https://example.gov/m\n")
        let text = handbook.text("communities/a.md")
        #expect(
            text.contains(
                "channels:\n  - platform: slack\n    name: \"#a b\"\n    url: https://example.gov/s\n"
                    + "  - platform: mail\n    url: https://example.gov/m\n  - platform: forum\n"))
    }

    @Test func `a channel that is not a platform is queried, and an address keeps its own`() async throws {
        let handbook = try SheetHandbook()
        let outcome = try await handbook.run(
            "name,summary,channels\nA,S.,https://teams.microsoft.com/l/x\nB,S.,a@example.gov\n"
                + "C,S.,\"Slack #a, Teams\"\n"
                + "D,S.,Slack\n"
        ) { $0.keepsGoing = true }
        #expect(SheetHandbook.shown(outcome).map { $0.prefix(1) } == ["3", "4"])
        #expect(
            handbook.text("communities/a.md").contains("- platform: teams\n    url: https://teams.microsoft.com/l/x\n")
                && handbook.text("communities/d.md").contains("- platform: slack\n"))
    }

    @Test(arguments: ["channels", "connections", "channel"])
    func `a cell holds as many channels and connections as people have`(column: String) async throws {
        let many = (0...100).map { "slack: a\($0)" }.joined(separator: ";")
        let outcome = try await SheetHandbook().run("name,summary,\(column)\nA,S.,\(many)\n")
        #expect(
            SheetHandbook.placed(outcome) == ["2: sheet-row: Row 2, column \(column)"]
                && outcome.problems[0].message.contains(" 100 "))
    }

    @Test func `columns of one list are one fact, that of its own name first`() async throws {
        let handbook = try SheetHandbook()
        let outcome = try await handbook.run(
            "name,own name,acronym,url,join\nA,Á,AA,https://example.gov/,data@example.gov; https://example.gov/\n")
        #expect(outcome.problems.map(\.code) == [])
        let text = handbook.text("communities/a.md")
        #expect(text.contains("join: [data@example.gov, \"https://example.gov/\"]\n"))
        #expect(text.contains("also_known_as: [Á, AA]\n"))
    }
}
