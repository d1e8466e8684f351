import Testing

@testable import Spreadsheet

/// Sheets that come back from other programs.
@Suite struct ReturningSheetTests {
    private static let dated = [
        "content/communities/bees.md":
            "---\nname: Bees\nsummary: Hives.\nfounded: 2019\nstage: forming\nstage_since: 2026-03\n"
            + "verified: 2020-07-11\n"
            + "member_count:\n  count: 71\n  as_of: 2026-01\n---\n"
    ]

    /// `data/communities.csv` as a program saves it that understands dates and numbers.
    @Test(arguments: [
        // Gnumeric 1.12
        "Bees,Hives.,2019,2026/03/01,2020/07/11,71,2026/01/01",
        // Excel in the United Kingdom, the United States and, with semicolons, Germany
        "Bees,Hives.,2019,Mar-26,11/07/2020,71,Jan-26", "Bees,Hives.,2019,Mar-26,7/11/2020,71,Jan-26",
        "Bees;Hives.;2019;01.03.2026;11.07.2020;71;01.01.2026",
        // pandas 3.1 and R 4.2
        "Bees,Hives.,2019.0,2026-03,2020-07-11,71.0,2026-01", "Bees,NA,NA,NA,NA,71,NA",
        // Dates with their midnights
        "Bees,Hives.,2019,2026-03,2020-07-11 00:00:00,\"71,00\",2026-01",
    ]) func `what a program wrote in its own way is as it was`(row: String) async throws {
        let handbook = try SheetHandbook(Self.dated)
        let header = "name,summary,founded,stage_since,verified,member_count,member_count_as_of"
        let outcome = try await handbook.run(
            (row.contains(";") ? header.replacing(",", with: ";") : header) + "\n" + row)
        #expect(outcome.problems.map(\.message) == [])
        #expect(outcome.report.last == "Imported: 0 new, 0 changed, 1 unchanged.")
    }

    @Test func `a century that Excel leaves out is that of the file`() async throws {
        let handbook = try SheetHandbook([
            "content/communities/bees.md": "---\nname: Bees\nsummary: Hives.\nfounded: 1925-03\n---\n"
        ])
        let outcome = try await handbook.run("name,founded\nBees,Mar-25\n")
        #expect(outcome.report.last == "Imported: 0 new, 0 changed, 1 unchanged.")
    }

    @Test func `a date that changed is written as content has it, in the order of the sheet's other dates`()
        async throws
    {
        let handbook = try SheetHandbook(Self.dated)
        let outcome = try await handbook.run(
            "name,summary,verified\nBees,,12/02/2026\nWasps,Nests.,31/12/2025\n")
        #expect(outcome.problems.map(\.code) == [])
        #expect(handbook.text("communities/bees.md").contains("\nverified: 2026-02-12\n"))
        #expect(handbook.text("communities/wasps.md").contains("\nverified: 2025-12-31\n"))
    }

    @Test func `a date that could be two is queried`() async throws {
        let sheet = "name,summary,verified\nWasps,Nests.,03/04/2025\n"
        let outcome = try await SheetHandbook().run(sheet)
        #expect(outcome.problems.map(\.code) == ["sheet-row"])
        #expect(outcome.problems[0].message.contains("could be 2025-04-03 or 2025-03-04"))
        for (order, day) in [(DateOrder.dayFirst, "2025-04-03"), (.monthFirst, "2025-03-04")] {
            let handbook = try SheetHandbook()
            _ = try await handbook.run(sheet) { $0.mapping.dates = order }
            #expect(handbook.text("communities/wasps.md").contains("\nverified: \(day)\n"))
        }
    }

    @Test func `a date whose first number may be a year is queried, or read as the sheet's others are`()
        async throws
    {
        let sheet = "name,summary,verified\nWasps,Nests.,21-02-03\n"
        let open = try await SheetHandbook().run(sheet)
        #expect(open.problems[0].message.contains("`21-02-03` could be 2003-02-21 or 2021-02-03"))
        #expect(open.problems[0].help?.advice == "Say it: --dates day-first, or --dates year-first")
        for (others, order, day) in [
            ("", DateOrder.yearFirst, "2021-02-03"), ("Bees,Hives.,98-12-31\n", nil, "2021-02-03"),
            ("Bees,Hives.,31-12-1998\n", nil, "2003-02-21"),
        ] {
            let handbook = try SheetHandbook()
            let outcome = try await handbook.run(sheet + others) { $0.mapping.dates = order }
            #expect(outcome.problems == [] && handbook.text("communities/wasps.md").contains("\nverified: \(day)\n"))
        }
    }

    @Test func `dates that say no year, or break the order that was given, are queried`() async throws {
        let outcome = try await SheetHandbook().run("name,summary,founded\nA,S.,10-Jul\nB,S.,13/4/2021\n") {
            $0.mapping.dates = .monthFirst
        }
        #expect(
            SheetHandbook.shown(outcome).contains { $0.contains("`13/4/2021` is not a date with the month first.") }
        )
        #expect(SheetHandbook.shown(outcome).contains { $0.contains("bad-date: Row 2, column founded: `10-Jul`") })
        #expect(SheetDate("10-Jul") == nil && SheetDate("Jul-20")?.readings[.dayFirst]?.isoDate == "2020-07")
    }

    @Test func `days that a program made of months and years are as they were, and reported`() async throws {
        let handbook = try SheetHandbook([
            "content/communities/a.md": "---\nname: A\nsummary: S.\nfounded: 2020\nas_of: 2026-03\n---\n",
            "content/communities/b.md": "---\nname: B\nsummary: S.\nfounded: 2019-05-01\nas_of: 2026-04\n---\n",
        ])
        let made = try await handbook.run("id,founded,as_of\na,2020-01-01,2026-03\nb,2019-05-01,2026-04\n")
        #expect(
            made.report == [
                "Read as the month or year in the file, because the column has only full dates: 2020-01-01",
                "Imported: 0 new, 0 changed, 2 unchanged.",
            ])
        // One day that somebody typed, and days among years, are days.
        for rows in ["a,2020-01-01\n", "a,2020-01-01\nb,2019\n", "a,2020-01-01\nb,2019-05-02\n"] {
            let typed = try await handbook.run("id,founded\n" + rows) { $0.isDryRun = true }
            #expect(typed.diff.contains("+founded: 2020-01-01") && typed.report.count == 1, "\(typed.report)")
        }
    }

    @Test func `a sign for nothing is an empty cell, and a formula that went wrong is reported`() async throws {
        let handbook = try SheetHandbook()
        let outcome = try await handbook.run(
            "name,summary,meets,founded\nWasps,Nests.,NA,#VALUE!\nAnts,Hills.,NULL,NaN\n")
        #expect(outcome.problems.map(\.code) == ["sheet-value"])
        #expect(
            outcome.problems[0].message
                == "Row 2, column founded: `#VALUE!` says that a formula went wrong, so the cell counts as empty.")
        #expect(outcome.report.contains("Taken for empty cells: NA (1×), NULL (1×), NaN (1×)"))
        #expect(handbook.text("communities/wasps.md") == "---\nname: Wasps\nsummary: Nests.\n---\n")
    }

    @Test func `sheets with bars, and columns in the first language, are read`() async throws {
        let handbook = try SheetHandbook(["content/site.yaml": "title: T\nlanguages: [en, fr]\n"])
        #expect(try await handbook.run("name|summary.en|summary.fr|members\nA|S.|R.|0012\n").problems == [])
        #expect(
            handbook.text("communities/a.md").contains("en: S.\n  fr: R.")
                && handbook.text("communities/a.md").contains("count: 12\n"))
    }
}
