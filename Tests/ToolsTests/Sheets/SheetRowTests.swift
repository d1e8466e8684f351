import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Build
@testable import Disk
@testable import Spreadsheet
@testable import Tools

/// Rows of a sheet that are not communities: titles, headings, sums and notes.
@Suite struct SheetRowTests {
    @Test(arguments: [
        "Register of communities,,,\nas of March 2026,,,\n", ",,,\n", "Community,,Contact,\n", "name\n",
        "Prepared by the office for the name board,,,\n",
    ]) func `a title above the headings is neither a heading nor a community`(above: String) async throws {
        let handbook = try SheetHandbook()
        let outcome = try await handbook.run("\(above)Name,Summary,Topics,Link\nData people,S.,maps,\n")
        #expect(outcome.problems.filter { $0.severity == .error } == [])
        #expect(outcome.report.last == "Imported: 1 new, 0 changed, 0 unchanged.")
        #expect(handbook.text("communities/data-people.md").contains("topics: [maps]"))
        let title = above.split(separator: ",").first.map(String.init) ?? "\n"
        #expect(
            title == "\n"
                || SheetHandbook.shown(outcome)[0].contains("has the headings, so the rows above it are left out: “"),
            "\(SheetHandbook.shown(outcome))")
    }

    @Test func `a row of data is not a heading, though its cells are called like facts`() async throws {
        let handbook = try SheetHandbook()
        _ = try await handbook.run("name,summary\nName,Summary\nTitle,Role\n")
        #expect(handbook.text("communities/title.md").contains("summary: Role"))
    }

    @Test func `rows of problems are counted as spreadsheet programs do, whatever is above the headings`()
        async throws
    {
        let outcome = try await SheetHandbook().run("\nRegister,,\n\"two\nlines\",,\nname,summary,founded\nA,S.,soon\n")
        #expect(SheetHandbook.shown(outcome).contains { $0.hasPrefix("6: bad-date: Row 5, column founded: `soon`") })
    }

    @Test func `cells below an empty heading are named, once a column`() async throws {
        let outcome = try await SheetHandbook().run("name,summary,,x_note\nA,S.,see wiki,\nB,T.,,\nC,U.,old,\n")
        #expect(
            SheetHandbook.shown(outcome).contains {
                $0.hasPrefix("2: sheet-column: Column C ") && $0.hasSuffix(": “see wiki” in row 2, and 1 more.")
            })
    }

    @Test(arguments: [
        "Total,,1235", ",Total:,1235", "Total (3),,\"1,235\"", "TOTAL,,", "Summe,,1.235", "Average,,41.2 %",
        "Total members,,1235", "Sum of all,,\"1,235\"",
        "name,summary,members",
    ]) func `sums and repeated headings are not communities`(row: String) async throws {
        let outcome = try await SheetHandbook().run("name,summary,members\nA,S.,1200\nB,T.,35\n\(row)\n")
        #expect(outcome.problems.map(\.code) == ["sheet-total"], "\(SheetHandbook.shown(outcome))")
        #expect(outcome.report.last == "Imported: 2 new, 0 changed, 0 unchanged.")
    }

    @Test(arguments: [
        "Total Rewards,,12",
        "A,S.,5\nB,S.,6\nTotal Rewards,,12", "Sum,For people who add things up.,12", "Count Us In,,",
    ])
    func `a community may be called like a sum`(row: String) async throws {
        let outcome = try await SheetHandbook().run("name,summary,members\n\(row)\n")
        let rows = row.count { $0 == "\n" } + 1
        #expect(outcome.problems == [] && outcome.report.last == "Imported: \(rows) new, 0 changed, 0 unchanged.")
    }

    @Test(arguments: ["Scotland,,", "* from the survey of 2025,,", ",,,see the notes"])
    func `a row of one cell among rows of several is queried`(row: String) async throws {
        let handbook = try SheetHandbook()
        let outcome = try await handbook.run("name,summary,members,\nA,S.,12,\n\(row)\nB,T.,13,\n")
        #expect(outcome.problems.filter { $0.severity == .error }.count == 1)
        #expect(
            SheetHandbook.shown(outcome).contains { $0.contains("Row 3 has a single cell, “") },
            "\(SheetHandbook.shown(outcome))")
        #expect(handbook.text("communities/a.md") == "")
    }

    @Test func `a list of names alone is a list of communities`() async throws {
        let outcome = try await SheetHandbook().run("name,summary\nA,\nB,\nC,S.\n")
        #expect(outcome.problems == [] && outcome.report.last == "Imported: 3 new, 0 changed, 0 unchanged.")
    }

    @Test func `a sheet in Windows-1252 is read with a warning`() async throws {
        let handbook = try SheetHandbook()
        let folder = handbook.disk
        let bytes = Array("name,summary\nCaf".utf8) + [0xE9] + Array(",Coffee.\n".utf8)
        try Data(bytes).write(to: URL(fileURLWithPath: folder.at("old.csv")))
        let outcome = try await ImportCommand(sheet: folder.at("old.csv"), content: folder.at("content")).run()
        #expect(outcome.problems.map(\.code) == ["sheet-encoding"] && outcome.exitCode == 0)
        #expect(handbook.text("communities/cafe.md").contains("name: Café\n"))
    }

    @Test func `a community may have several hosts`() async throws {
        let handbook = try SheetHandbook()
        let outcome = try await handbook.run("Name,Summary,Host\nBees,Hives.,Example office; A board")
        #expect(outcome.problems.map(\.code) == [])
        #expect(handbook.text("communities/bees.md").contains("\norganisation: [example-office, A board]\n"))
    }
}
