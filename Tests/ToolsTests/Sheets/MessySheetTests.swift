import Diagnostics
import TestSupport
import Testing

@testable import Build
@testable import Disk
@testable import Tools

/// Sheets as people leave them, of forms and registers: what each row becomes, and what is asked about.
@Suite struct MessySheetTests {
    struct Messy: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let sheet: String
        /// Lines of the sheet.
        let errors: [Int]
        let warnings: [Int]
        /// The last line of the report.
        let last: String
        /// The id of a community, and its whole file; empty where none is imported.
        let file: (id: String, text: String)

        init(
            _ testDescription: String, _ sheet: String, errors: [Int], warnings: [Int], last: String,
            file id: String, _ text: String
        ) {
            (self.testDescription, self.sheet, self.errors, self.warnings) = (testDescription, sheet, errors, warnings)
            (self.last, file) = (last, (id, text))
        }
    }

    private static let content = [
        "content/site.yaml": "title: T\nlanguages: [en, fr]\n",
        "content/governments/exampleland.md": "---\nname: Exampleland\n---\n",
        "content/governments/northland.md": "---\nname: Northland\n---\n",
        "content/governments/southland.md": "---\nname: Southland\n---\n",
        "content/organisations/example-office.md": "---\nname: Example Office\nalso_known_as: [EO]\n---\n",
        "content/roles/data-specialist.md": "---\nname: Data specialist\n---\n",
        "content/roles/user-researcher.md": "---\nname: User researcher\n---\n",
        "content/roles/content-designer.md": "---\nname: Content designer\n---\n",
        "content/roles/software-developer.md": "---\nname: Software developer\n---\n",
        "content/topics/open-data.md": "---\nname: Open data\n---\n",
        "content/topics/accessibility.md": "---\nname: Accessibility\n---\n",
        "content/topics/agile.md": "---\nname: Agile\n---\n",
        "content/topics/machine-learning.md": "---\nname: Machine learning\n---\n",
        "content/communities/river-people.md":
            "---\nname: River people\nsummary: For those who look after rivers.\n"
            + "government: exampleland\nfounded: 2019-04\nmember_count:\n  count: 80\n  as_of: 2025-06\n---\n\nText.\n",
    ]

    private static let sheets: [Messy] = [
        .init(
            "Google Forms, with the questions of the site's form",
            """
            Timestamp,What is the community called?,Which government is it in?,Which topics does it cover?,Email Address
            2026/11/20 3:04:12 PM GMT+1,Bread people,"Exampleland, Northland","Open data, Agile",ada@example.gov
            2026/11/21 9:15:00 AM GMT+1,Tea people,Northland,Accessibility,bob@example.gov
            """,
            errors: [], warnings: [1, 1],
            last: "Imported: 2 new, 0 changed, 0 unchanged.",
            file: "bread-people",
            """
            ---
            name: Bread people
            summary: For people who work on open data and agile in several governments.
            government: [exampleland, northland]
            topics: [open-data, agile]
            ---

            """),
        .init(
            "Microsoft Forms",
            """
            ID,Start time,Completion time,Email,Name,Name of the community,What for?,Government
            1,11/20/26 10:00:01,11/20/26 10:04:12,anonymous,,Bread people,For bakers.,Exampleland
            2,11/21/26 9:15:00,11/21/26 9:18:00,anonymous,,Tea people,For tea.,Northland
            """,
            errors: [1, 1], warnings: [1, 1, 1, 1, 1],
            last: "Imported: 0 new, 0 changed, 0 unchanged.",
            file: "", ""),
        .init(
            "a register with a title and a sum, in German",
            """
            Register of communities of practice;;;;
            Stand: 01.11.2026;;;;
            ;;;;
            Name;Zweck;Land;Mitglieder;Gegründet
            Bread people;For bakers.;Exampleland;1.250;01.02.2020
            Tea people;For tea.;Northland;35;15.03.2021
            Summe;;;1.285;
            """,
            errors: [], warnings: [1, 4, 4, 4, 4, 7],
            last: "Imported: 2 new, 0 changed, 0 unchanged.",
            file: "tea-people",
            """
            ---
            name: Tea people
            summary: For the members of Tea people.
            ---

            """),
        .init(
            "headings of sections among the rows",
            """
            Community,Description,Members
            Exampleland,,
            Bread people,For bakers.,12
            Tea people,For tea.,30
            Northland,,
            River people,For those who look after rivers.,95
            """,
            errors: [2, 5], warnings: [6],
            last: "Imported: 2 new, 1 changed, 0 unchanged; 2 left out because of errors.",
            file: "river-people",
            """
            ---
            name: River people
            summary: For those who look after rivers.
            government: exampleland
            founded: 2019-04
            member_count:
              count: 95
              as_of: 2025-06
            ---

            Text.

            """),
        .init(
            "merged cells",
            """
            Country,Community,Purpose
            Exampleland,Bread people,For bakers.
            ,Tea people,For tea.
            Northland,Coffee people,For coffee.
            """,
            errors: [], warnings: [],
            last: "Imported: 3 new, 0 changed, 0 unchanged.",
            file: "tea-people",
            """
            ---
            name: Tea people
            summary: For tea.
            ---

            """),
        .init(
            "two addresses in a cell",
            """
            name,summary,website,contact
            Bread people,For bakers.,https://example.gov/bread,bread@example.gov
            Tea people,For tea.,"https://example.gov/tea https://example.gov/tea2",
            """,
            errors: [], warnings: [],
            last: "Imported: 2 new, 0 changed, 0 unchanged.",
            file: "bread-people",
            """
            ---
            name: Bread people
            summary: For bakers.
            join: ["https://example.gov/bread", bread@example.gov]
            ---

            """),
        .init(
            "numbers as people say them",
            """
            name,summary,members
            Bread people,For bakers.,about 200
            Tea people,For tea.,30+
            Coffee people,For coffee.,~50
            Jam people,For jam.,100-150
            Honey people,For honey.,"1,200"
            """,
            errors: [5], warnings: [],
            last: "Imported: 4 new, 0 changed, 0 unchanged; 1 left out because of errors.",
            file: "bread-people",
            """
            ---
            name: Bread people
            summary: For bakers.
            member_count:
              count: 200
            ---

            """),
        .init(
            "choices in other words",
            """
            name,summary,open to all?,scope,membership
            Bread people,For bakers.,yes,One government,Open
            Tea people,For tea.,no,cross-government,Public Sector
            Coffee people,For coffee.,maybe,International,anyone
            """,
            errors: [3, 4], warnings: [1],
            last: "Imported: 1 new, 0 changed, 0 unchanged; 2 left out because of errors.",
            file: "bread-people",
            """
            ---
            name: Bread people
            summary: For bakers.
            scope: one-government
            membership: open
            ---

            """),
        .init(
            "lists with commas and slashes",
            """
            name,summary,roles
            Bread people,For bakers.,"Data specialist, User researcher"
            Tea people,For tea.,user researchers; content designers
            Coffee people,For coffee.,"Developers / Testers"
            Jam people,For jam.,UX
            """,
            errors: [4], warnings: [],
            last: "Imported: 3 new, 0 changed, 0 unchanged; 1 file of new terms; 1 left out because of errors.",
            file: "tea-people",
            """
            ---
            name: Tea people
            summary: For tea.
            roles: [user-researcher, content-designer]
            ---

            """),
        .init(
            "cells with several lines",
            """
            name,summary,join
            "Bread
            people","For bakers,
            in canteens.","1. Write to us
            2. Wait"
            Tea people,For tea.,see https://example.gov/tea
            """,
            errors: [], warnings: [],
            last: "Imported: 2 new, 0 changed, 0 unchanged.",
            file: "bread-people",
            """
            ---
            name: Bread people
            summary: "For bakers,\\nin canteens."
            join: [Write to us, Wait]
            ---

            """),
        .init(
            "notes below the rows",
            """
            name,summary,members
            Bread people,For bakers.,12
            Tea people,For tea.,30
            ,,
            Source: survey of 2026,,
            * includes guests,,
            """,
            errors: [5, 6], warnings: [],
            last: "Imported: 2 new, 0 changed, 0 unchanged; 2 left out because of errors.",
            file: "tea-people",
            """
            ---
            name: Tea people
            summary: For tea.
            member_count:
              count: 30
            ---

            """),
        .init(
            "words for nothing",
            """
            name,summary,government,founded,join
            Bread people,For bakers.,n/a,-,TBC
            Tea people,For tea.,Unknown,tbd,None
            Coffee people,For coffee.,Exampleland,?,N/A
            """,
            errors: [], warnings: [],
            last: "Imported: 3 new, 0 changed, 0 unchanged.",
            file: "tea-people",
            """
            ---
            name: Tea people
            summary: For tea.
            ---

            """),
        .init(
            "dates in words",
            """
            name,summary,founded
            Bread people,For bakers.,Spring 2020
            Tea people,For tea.,2020ish
            Coffee people,For coffee.,13/02/2021
            Jam people,For jam.,3/4/2021
            Honey people,For honey.,FY 2021/22
            """,
            errors: [3, 6], warnings: [],
            last: "Imported: 3 new, 0 changed, 0 unchanged; 2 left out because of errors.",
            file: "coffee-people",
            """
            ---
            name: Coffee people
            summary: For coffee.
            founded: 2021-02-13
            ---

            """),
        .init(
            "a row twice",
            """
            name,summary
            Bread people,For bakers.
            bread people ,For bakers.
            River People,
            """,
            errors: [3], warnings: [],
            last: "Imported: 1 new, 0 changed, 1 unchanged; 1 left out because of errors.",
            file: "bread-people",
            """
            ---
            name: Bread people
            summary: For bakers.
            ---

            """),
        .init(
            "slips in headings and terms",
            """
            Name,Sumary,Goverment,Topic,Role
            Bread people,For bakers.,Exampeland,Acessibility,Data specalist
            """,
            errors: [], warnings: [1, 1, 2, 2],
            last: "Imported: 1 new, 0 changed, 0 unchanged.",
            file: "bread-people",
            """
            ---
            name: Bread people
            summary: For data specalists.
            roles: [data-specalist]
            topics: [acessibility]
            ---

            """),
        .init(
            "addresses without a scheme",
            """
            name,summary,link,source
            Bread people,For bakers.,www.example.gov/bread,example.gov
            Tea people,For tea.,slack #tea,intranet
            """,
            errors: [2, 3], warnings: [],
            last: "Imported: 0 new, 0 changed, 0 unchanged; 2 left out because of errors.",
            file: "", ""),
        .init(
            "French, from Excel",
            """
            Nom;Résumé;Gouvernement;Thèmes;Membres;Création
            Gens du pain;Pour les boulangers.;Exampleland;Accessibility, Agile;1 250;mars-20
            Gens du thé;Pour le thé.;Northland;données ouvertes;35;01/02/2021
            """,
            errors: [3], warnings: [],
            last: "Imported: 1 new, 0 changed, 0 unchanged; 1 left out because of errors.",
            file: "gens-du-pain",
            """
            ---
            name: Gens du pain
            summary: Pour les boulangers.
            government: exampleland
            topics: [accessibility, agile]
            founded: 2020-03
            member_count:
              count: 1250
            ---

            """),
        .init(
            "headings of another register",
            """
            Community name,Host organisation,Lead,Lead email,Channel,Status
            Bread people,EO,Ada Example,ada@example.gov,#bread,Active
            Tea people,Ministry of Tea,Bob Example,bob@example.gov,Teams,Paused
            """,
            errors: [2], warnings: [1, 1, 1],
            last: "Imported: 1 new, 0 changed, 0 unchanged; 1 left out because of errors.",
            file: "tea-people",
            """
            ---
            name: Tea people
            summary: For the members of Tea people, hosted by Ministry of Tea.
            organisation: Ministry of Tea
            channels:
              - platform: teams
            ---

            """),
        .init(
            "semicolons in texts and lists",
            """
            name,summary,topics
            Bread people,"For bakers; and millers",open data;agile;
            Tea people,For tea.,; ;accessibility
            """,
            errors: [], warnings: [],
            last: "Imported: 2 new, 0 changed, 0 unchanged.",
            file: "bread-people",
            """
            ---
            name: Bread people
            summary: For bakers; and millers
            topics: [open-data, agile]
            ---

            """),
        .init(
            "an export, edited in Excel",
            """
            id,name,summary,government,founded,member_count,member_count_as_of
            river-people,River people,For those who look after rivers.,exampleland,Apr-19,95,28/11/2026
            ,Lake people,For lakes.,exampleland,,12,28/11/2026
            """,
            errors: [], warnings: [],
            last: "Imported: 1 new, 1 changed, 0 unchanged.",
            file: "lake-people",
            """
            ---
            name: Lake people
            summary: For lakes.
            government: exampleland
            member_count:
              count: 12
              as_of: 2026-11-28
            ---

            """),
    ]

    @Test(arguments: sheets)
    func `rows that are understood are imported, and the others are queried`(messy: Messy) async throws {
        let disk = try TemporaryFolder(Self.content.merging(["sheet.csv": messy.sheet + "\n"]) { $1 })
        var command = ImportCommand(sheet: disk.at("sheet.csv"), content: disk.at("content"))
        command.keepsGoing = true
        let outcome = try await command.run()
        func lines(_ severity: Severity) -> [Int] {
            outcome.problems.filter { $0.severity == severity }.map { problem in
                LineIndex(outcome.source(problem.path) ?? []).position(of: problem.range.lowerBound).line
            }.sorted()
        }
        #expect(lines(.error) == messy.errors, "\(outcome.problems.map(\.message))")
        #expect(lines(.warning) == messy.warnings, "\(outcome.problems.map(\.message))")
        #expect(outcome.report.last == messy.last)
        if !messy.file.id.isEmpty {
            #expect(disk.text("content/communities/\(messy.file.id).md") == messy.file.text)
        }
    }
}
