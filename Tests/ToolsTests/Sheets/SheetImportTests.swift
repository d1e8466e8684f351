import Foundation
import Testing

@testable import Build
@testable import Disk

/// A row of a sheet becomes a file, or is reported; a dry run only shows it. What the cells of a sheet are is tested in
/// `SpreadsheetTests`.
@Suite struct SheetImportTests {
    @Test func `a row becomes a file with its facts in the order of the columns, terms folded`() async throws {
        let handbook = try SheetHandbook()
        let outcome = try await handbook.run(
            """
            Name,Country,Host,Roles,Topics,Membership,Link,Members,Counted,Platform,Source
            Data people,ex,Example office,Data analyst; Architect,Open Data;opendata; Maps,Public \
            sector,https://example.gov/join,"1,351",2026-01,mailing list,"https://example.gov/list (CC0, 2026)"
            """)
        #expect(outcome.problems.map(\.code) == [])
        #expect(
            handbook.text("communities/data-people.md") == """
                ---
                name: Data people
                summary: For data specialists and architects in Exampleland, hosted by Example office.
                government: exampleland
                organisation: example-office
                roles: [data-specialist, architect]
                topics: [open-data, maps]
                membership: public-sector
                join: https://example.gov/join
                channels:
                  - platform: mailing-list
                member_count:
                  count: 1351
                  as_of: 2026-01
                source: https://example.gov/list
                ---

                """)
        #expect(
            outcome.report == [
                "Understood as known governments: ex → exampleland",
                "Understood as known roles: Data analyst → data-specialist", "New roles: Architect",
                "Understood as known topics: opendata → open-data", "New topics: Maps",
                "Words after the addresses of sources, which are not kept: (CC0, 2026) (1×)",
                "The sheet has no summary for a new community, so one was made from the other facts; better write "
                    + "your own: data-people",
                "Imported: 1 new, 0 changed, 0 unchanged.",
            ])
    }

    @Test func `ten bad rows are reported by row and column, and nothing is written`() async throws {
        let handbook = try SheetHandbook(["content/communities/known.md": "---\nname: Known\nsummary: S.\n---\n"])
        let outcome = try await handbook.run(
            """
            id,name,summary,government,membership,founded,join,member_count,stage
            ,,No name.,,,,,,
            Bad Id,B,S.,,,,,,
            c,C,S.,exampelland,,,,,
            d,D,S.,,everybody,,,,
            e,E,S.,,,last spring,,,
            f,F,S.,,,,javascript:alert(1),,
            g,G,S.,,,,,many,
            h,H,S.,,,2999,,,maturee
            known,Known,S.,,,,,,
            known,Known again,S.,,,,,,
            k,K,S.,,,,,,,too,many
            l,L,S.,exampleland,open,2020,,7,forming
            """)
        let file = outcome.problems.first?.path ?? ""
        #expect(file.hasSuffix("sheet.csv") && outcome.problems.allSatisfy { $0.path == file } && outcome.exitCode == 1)
        try #require(
            SheetHandbook.placed(outcome) == [
                "2: sheet-row: Row 2", "3: sheet-row: Row 3, column id", "4: unknown-term: Row 4, column government",
                "5: unknown-value: Row 5, column membership", "6: bad-date: Row 6, column founded",
                "7: bad-url: Row 7, column join", "8: wrong-type: Row 8, column member_count",
                "9: fact-in-the-future: Row 9, column founded", "9: unknown-value: Row 9, column stage",
                "11: sheet-row: Row 11", "12: sheet-row: Row 12",
            ])
        let said = outcome.problems.map(\.message)
        #expect(
            said[0] == "Row 2 has neither an `id` nor a `name`, so nobody can tell which community it is.")
        #expect(said[1].contains(": `Bad Id` ") && said[2].hasSuffix(" Did you mean `exampleland`?"))
        #expect(said[3].contains(": `everybody` ") && said[4].contains(": `last spring` "))
        #expect(said[5].contains(": `javascript:alert(1)` ") && said[6].contains(": `many` "))
        #expect(said[7].hasSuffix("(today is \(Self.today)).") && said[8].hasSuffix(" Did you mean `maturing`?"))
        #expect(said[9].contains(" `known`, as row 10 ") && said[10].contains(" 11 cells"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: handbook.disk.at("content/communities")) == ["known.md"]
        )
        let rest = try await handbook.run(String(decoding: outcome.source(file) ?? [], as: UTF8.self)) {
            $0.keepsGoing = true
        }
        #expect(
            rest.exitCode == 0
                && rest.report.last == "Imported: 2 new, 0 changed, 1 unchanged; 9 left out because of errors.")
        #expect(
            handbook.text("communities/l.md").contains("founded: 2020\n") && handbook.text("communities/e.md") == "")
    }

    private static let today: String = Today.day(in: nil, .ofSystem).date.isoDate

    @Test func `a dry run shows the difference and writes nothing`() async throws {
        let handbook = try SheetHandbook([
            "content/communities/a/index.md": "---\nname: A\nsummary: S.\nfounded: 2019 # a guess\n---\n\nText.\n"
        ])
        let outcome = try await handbook.run("id,name,summary,founded\na,A,S.,2020\nb,B,T.,\n") { $0.isDryRun = true }
        let folder = handbook.disk.at("content")
        #expect(
            outcome.diff == """
                --- a/\(folder)/communities/a/index.md
                +++ b/\(folder)/communities/a/index.md
                @@ -1,7 +1,7 @@
                 ---
                 name: A
                 summary: S.
                -founded: 2019 # a guess
                +founded: 2020 # a guess
                 ---
                \u{20}
                 Text.
                --- /dev/null
                +++ b/\(folder)/communities/b.md
                @@ -0,0 +1,4 @@
                +---
                +name: B
                +summary: T.
                +---

                """)
        #expect(outcome.report.last == "Would import: 1 new, 1 changed, 0 unchanged.")
        #expect(handbook.text("communities/b.md") == "" && handbook.text("communities/a/index.md").contains("2019"))
    }

    @Test func `a file that is not a sheet stops the command`() async throws {
        let handbook = try SheetHandbook()
        await #expect { try await handbook.run("name\n\"A\"x\n") } throws: {
            $0 is BuildError && "\($0)".contains("cannot be read as a sheet")
        }
    }

    @Test func `a cell with several lines is one text, and ranges stay right after it`() async throws {
        let handbook = try SheetHandbook()
        let outcome = try await handbook.run("name,summary,founded\nA,\"One\nand \"\"two\"\".\",x\n")
        #expect(outcome.problems.map(\.code) == ["bad-date"])
        let range = try #require(outcome.problems.first).range
        #expect(String(decoding: (outcome.source(outcome.problems[0].path) ?? [])[range], as: UTF8.self) == "x")
    }

    @Test func `a cell that is too long for a fact is reported, and its row left out`() async throws {
        let handbook = try SheetHandbook()
        let outcome = try await handbook.run(
            "name,summary\nWasps,\(String(repeating: "w", count: 70_000))\nBees,Hives.\n"
        ) { $0.keepsGoing = true }
        #expect(outcome.problems.map(\.code) == ["sheet-row"])
        #expect(outcome.problems[0].message.hasPrefix("Row 2, column summary: the cell has 70000 characters"))
        #expect(handbook.text("communities/wasps.md") == "" && handbook.text("communities/bees.md") != "")
    }

    @Test(arguments: [
        ("A,S.,soon\n", "Nothing was written, because of the errors above."),
        (
            "A,S.,soon\nB,S.,\n",
            "Nothing was written, because of the errors above. With --keep-going the row without "
                + "errors is imported."
        ),
        (
            "A,S.,soon\n,S.,\nB,S.,\nC,S.,\n",
            "Nothing was written, because of the errors above. With --keep-going "
                + "the 2 rows without errors are imported."
        ),
    ])
    func `what is left undone is reported as it is`(rows: String, line: String) async throws {
        #expect(try await SheetHandbook().run("name,summary,founded\n\(rows)").report.last == line)
    }
}
