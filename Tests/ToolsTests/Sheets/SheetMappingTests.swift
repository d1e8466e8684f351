import Foundation
import TestSupport
import Testing

@testable import Tools

/// Columns that are mapped to facts, by options or in a file.
@Suite struct SheetMappingTests {
    @Test func `columns that are no facts are named, and can be mapped`() async throws {
        let handbook = try SheetHandbook()
        let sheet = "Community of practice,Sumary,Web page\nData people,Who share data.,https://example.gov/\n"
        let outcome = try await handbook.run(sheet)
        try #require(SheetHandbook.placed(outcome) == Array(repeating: "1: sheet-column", count: 4))
        let said = outcome.problems.map(\.message)
        #expect(said[0] == "No column is called `name` or `id`, so nobody can tell which community a row is.")
        #expect(said[1].contains(" `Community of practice` ") && said[3].contains(" `Web page` "))
        #expect(said[2].contains(" `Sumary` ") && said[2].hasSuffix(" Did you mean `summary`?"))
        let mapped = try await handbook.run(sheet) {
            $0.mapping.columns = ["name": "Community of practice", "summary": "Sumary", "join": "Web page"]
        }
        #expect(
            mapped.problems.map(\.code) == []
                && handbook.text("communities/data-people.md")
                    == "---\nname: Data people\nsummary: Who share data.\njoin: https://example.gov/\n---\n"
        )
        #expect(
            try await handbook.run(sheet) { $0.mapping.columns = ["nmae": "Sumary"] }.problems.contains {
                $0.message.contains("`--map nmae=…` ") && $0.message.hasSuffix(" Did you mean `name`?")
            })
        #expect(
            try await handbook.run(sheet) { $0.mapping.columns = ["name": "Comunity of practice"] }.problems.contains {
                $0.message.contains("Did you mean `Community of practice`?")
            })
    }

    @Test func `columns with the same heading are not distinguished by an option`() async throws {
        let outcome = try await SheetHandbook().run("name,summary,When,When\nA,S.,2020,21\n") {
            $0.mapping.columns = ["founded": "When"]
        }
        #expect(outcome.problems.map { $0.help?.advice } == ["Rename one of the columns of this name."])
    }

    @Test func `a column is not mapped to two facts`() async throws {
        let outcome = try await SheetHandbook.inThreeLanguages().run("Group,What for\nBees,S.\n") {
            $0.mapping.columns = ["name": "Group", "summary": "Group"]
        }
        let errors = outcome.problems.filter { $0.severity == .error }
        #expect(
            errors.map(\.code) == ["sheet-column"] && errors[0].message.contains("both `name` and `summary`"))
    }

    private static let answers = """
        Timestamp,What is your group called?,What do you do?,Which areas?,How many are you?
        11/20/2026 10:04:12,Bees,For bees.,"open data, honey",12

        """

    @Test func `a mapping is written with the headings of a sheet, finished and read`() async throws {
        let handbook = try SheetHandbook.inThreeLanguages()
        let mapping = handbook.disk.at("import.yaml")
        let first = try await handbook.run(Self.answers) {
            ($0.savedMapping, $0.isDryRun) = (mapping, true)
        }
        #expect(first.exitCode == 1 && first.report.contains { $0.hasPrefix("Wrote \(mapping). Finish it, then: ") })
        let draft = handbook.disk.text("import.yaml") ?? ""
        #expect(
            draft.contains(
                """
                columns:
                  # These are not facts yet. Write which fact each one is, and remove its #:
                  # as_of: Timestamp
                  # name: What is your group called?
                """), "\(draft)")
        try handbook.disk.put(
            "import.yaml",
            draft.replacingOccurrences(of: "# name: What is your", with: "name: What is your")
                .replacingOccurrences(of: "# as_of: Timestamp", with: "as_of: Timestamp")
                .replacingOccurrences(of: "# topics: Which areas?", with: "topics: Which areas?")
                .replacingOccurrences(of: "# summary: What do you do?", with: "summary: What do you do?")
                .replacingOccurrences(of: "# split:\n#   topics", with: "split:\n  topics")
                .replacingOccurrences(of: "# set:\n#   government", with: "set:\n  government"))
        let outcome = try await handbook.run(Self.answers) { $0.mappingFile = mapping }
        #expect(outcome.problems.filter { $0.severity == .error } == [], "\(outcome.problems.map(\.message))")
        #expect(
            handbook.text("communities/bees.md")
                == "---\nname: Bees\nsummary: For bees.\ngovernment: wales\ntopics: [open-data, honey]\n"
                + "as_of: 2026-11-20\n"
                + "---\n")
        // The command line takes precedence, and nothing is written over.
        _ = try await handbook.run(Self.answers) {
            $0.mappingFile = mapping
            $0.mapping.columns = ["name": "What do you do?", "summary": ""]
            $0.mapping.set = ["government": ""]
        }
        #expect(handbook.text("communities/for-bees.md").contains("name: For bees."))
        await #expect { try await handbook.run(Self.answers) { $0.savedMapping = mapping } } throws: {
            "\($0)".contains("is there already, and nothing was written")
        }
    }

    @Test(arguments: [
        ("colums:\n  name: A\n", "line 1: `colums` is not a key of a mapping"),
        ("dates: today\n", "line 1: `dates` is day-first"),
        ("set: wales\n", "line 1: `set` has a line such as"),
        ("set:\n  topics: [a]\n", "line 2: `topics` takes a single"),
        ("- name\n", "line 1: a mapping has the keys"), ("columns: {name: A\n", "line "),
    ])
    func `a file that is not a mapping is refused with its line`(text: String, message: String) async throws {
        let handbook = try SheetHandbook.inThreeLanguages(["import.yaml": text])
        await #expect {
            try await handbook.run("name\nA\n") { $0.mappingFile = handbook.disk.at("import.yaml") }
        } throws: { "\($0)".contains(message) }
    }

    @Test(arguments: [
        "", "columns:\n", "# nothing\n", "columns:\n  name: \"a: b\\nc\"\n  topics: \"\"\ndates: day-first\n",
    ])
    func `a mapping that is written again says the same`(text: String) throws {
        let mapping = try ImportMapping(Array(text.utf8), path: "import.yaml")
        let again = try ImportMapping(Array(mapping.draft([]).utf8), path: "import.yaml")
        #expect(again == mapping)
    }
}
