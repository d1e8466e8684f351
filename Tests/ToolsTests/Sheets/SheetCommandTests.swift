import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Build
@testable import Disk
@testable import Spreadsheet
@testable import Tools

/// Rows of a sheet into files, and back. What the cells of a sheet are is tested in `SpreadsheetTests`.
@Suite struct SheetCommandTests {
    // MARK: Import

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
            e,E,S.,,,spring 2019,,,
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
        #expect(said[3].contains(": `everybody` ") && said[4].contains(": `spring 2019` "))
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

    @Test func `what people wrote by hand survives an update`() async throws {
        let handbook = try SheetHandbook()
        _ = try await handbook.run(
            "id,name,topics,member_count,member_count_as_of\na,Data people,open-data,71,2020-07\n")
        let byHand = handbook.text("communities/a.md")
            .replacing(
                "name: Data people\n",
                with: "# They like this name.\nname: \"Data people\" # since 2021\nx_colour: red\n"
            )
            .replacing("topics: [open-data]\n", with: "topics:\n  - open-data # what else\n  - maps\n").replacing(
                "\n---\n", with: "\n---\n\nCome and listen first.\n")
        try handbook.disk.put("content/communities/a.md", byHand)
        #expect(
            try await handbook.run(
                "id,name,topics,member_count,member_count_as_of\na,Data people,open-data;maps,71,2020-07\n"
            ).report.last == "Imported: 0 new, 0 changed, 1 unchanged.")
        let outcome = try await handbook.run(
            "id,name,topics,member_count,member_count_as_of\na,Data people,open-data;maps,90,2026-01\n")
        #expect(outcome.report.last == "Imported: 0 new, 1 changed, 0 unchanged.")
        #expect(
            handbook.text("communities/a.md")
                == byHand.replacing("count: 71", with: "count: 90").replacing("as_of: 2020-07", with: "as_of: 2026-01"))
    }

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

    @Test(arguments: ["2018", "2018-11", "2018-11-19"])
    func `a year or month that holds the day of a row is not later`(day: String) async throws {
        let handbook = try SheetHandbook([
            "content/communities/a.md": "---\nname: A\nsummary: S.\nmeets: Weekly.\nas_of: \(day)\n---\n"
        ])
        let outcome = try await handbook.run("id,meets,as_of\na,Monthly.,2018-11-19\n")
        #expect(outcome.problems.map(\.code) == [] && handbook.text("communities/a.md").contains("meets: Monthly."))
    }

    @Test func `newer facts in the handbook stay, unless an option says otherwise`() async throws {
        let text = "---\nname: A\nsummary: S.\nverified: 2026-02\nmember_count:\n  count: 80\n---\n"
        let handbook = try SheetHandbook(["content/communities/a.md": text])
        let sheet = "id,name,member_count,as_of\na,A,71,2020-07-11\n"
        let outcome = try await handbook.run(sheet)
        #expect(
            SheetHandbook.shown(outcome) == [
                "2: sheet-older: Row 2: the facts in `communities/a.md` are from 2026-02, later than those "
                    + "of the row, so they stay."
            ])
        #expect(handbook.text("communities/a.md") == text && outcome.exitCode == 0)
        _ = try await handbook.run(sheet) { $0.replacesNewer = true }
        #expect(handbook.text("communities/a.md").contains("count: 71\n"))
    }

    @Test func `the date of a row counts though the file has the same one, and was confirmed later`() async throws {
        let text = "---\nname: A\nsummary: S.\nas_of: 2020-07-11\nverified: 2026-02\nmember_count:\n  count: 80\n---\n"
        let handbook = try SheetHandbook(["content/communities/a.md": text])
        let outcome = try await handbook.run("id,name,member_count,as_of\na,A,71,2020-07-11\n")
        #expect(outcome.problems.map(\.code) == ["sheet-older"] && handbook.text("communities/a.md") == text)
    }

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

    // MARK: Whose row it is

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

    // MARK: Nothing lost

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

    @Test func `a different letter makes a different term`() async throws {
        let handbook = try SheetHandbook(["content/governments/ireland.md": "---\nname: Ireland\n---\n"])
        _ = try await handbook.run("name,summary,government,roles\nA,S.,Iceland,Trainee;Trainer;trainees\n")
        #expect(handbook.text("communities/a.md").contains("government: iceland\nroles: [trainee, trainer]\n"))
    }

    @Test func `an entry in another language keeps its texts`() async throws {
        let text = "---\nname: Pobl data\nlang: cy\nsummary: I bobl.\n---\n"
        let handbook = try SheetHandbook([
            "content/site.yaml": "title: T\nlanguages: [en, cy]\n", "content/communities/a.md": text,
            "content/communities/a.en.md": "---\nname: Data people\nsummary: For people.\n---\n",
        ])
        let exported = try await handbook.export()
        #expect(try await handbook.run(exported).report.last == "Imported: 0 new, 0 changed, 1 unchanged.")
        let outcome = try await handbook.run("id,name,founded\na,Data folk,2020\n")
        #expect(
            outcome.problems.map(\.code) == ["sheet-language"]
                && handbook.text("communities/a.md")
                    == text.replacing("summary: I bobl.\n", with: "summary: I bobl.\nfounded: 2020\n")
        )
    }

    @Test func `facts that are written in another way are not written again`() async throws {
        let text =
            "---\nname: A\nsummary: |\n  S.\ngovernment: Exampleland\nroles: [Data analyst]\ntopics: Open "
            + "data\nstage: coalescing\nmember_count: {count: \"1,997\"} # by hand\nchannels:\n  - platform: "
            + "Microsoft Teams\n---\n"
        let handbook = try SheetHandbook(["content/communities/a.md": text])
        let exported = try await handbook.export()
        #expect(try await handbook.run(exported).report.last == "Imported: 0 new, 0 changed, 1 unchanged.")
        _ = try await handbook.run("id,platform\na,microsoft teams; forum\n")
        #expect(
            handbook.text("communities/a.md")
                == text.replacing("Microsoft Teams\n", with: "Microsoft Teams\n  - platform: forum\n"))
    }

    @Test func `a file that is there and cannot be read is not replaced, and none outside is written`() async throws {
        let handbook = try SheetHandbook()
        try handbook.disk.put("outside/mine.md", "mine")
        try handbook.disk.link("content/communities/x.md", to: "../../outside/none.md")
        let outcome = try await handbook.run("id,name,summary\nx,X,S.\n")
        #expect(
            SheetHandbook.placed(outcome) == ["2: sheet-row: Row 2"] && outcome.exitCode == 1
                && outcome.problems[0].message.contains("`communities/x.md` is there already"))
        let linked = try SheetHandbook()
        try linked.disk.makeFolder("outside")
        try linked.disk.link("content/communities", to: "../outside")
        let refused = try await linked.run("id,name,summary\nx,X,S.\n")
        #expect(
            SheetHandbook.placed(refused) == ["2: sheet-row: Row 2"]
                && refused.problems[0].message.contains(" leads out of the content folder"))
        #expect(linked.disk.text("outside/x.md") == nil)
    }

    @Test func `permissions stay as they were`() async throws {
        let handbook = try SheetHandbook(["content/communities/a.md": "---\nname: A\nsummary: S.\n---\n"])
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o640], ofItemAtPath: handbook.disk.at("content/communities/a.md"))
        _ = try await handbook.run("id,founded\na,2020\n")
        #expect(handbook.text("communities/a.md").contains("founded: 2020"))
        #expect(
            try FileManager.default.attributesOfItem(atPath: handbook.disk.at("content/communities/a.md"))[
                .posixPermissions] as? Int == 0o640)
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

    @Test func `line ends and control characters within cells do no harm`() async throws {
        let handbook = try SheetHandbook()
        #expect(try await handbook.run("name,summary\r\nA,\"One\r\ntwo\u{1B}[31m.\"\r\n").problems.map(\.code) == [])
        #expect(handbook.text("communities/a.md") == "---\nname: A\nsummary: \"One\\ntwo[31m.\"\n---\n")
    }

    @Test func `what a help says to type is one word to a shell`() async throws {
        let handbook = try SheetHandbook()
        let outcome = try await handbook.run("name,summary,$(touch x)'\nA,S.,12\n")
        #expect(outcome.problems[0].help?.advice == "To use it: --map member_count='$(touch x)'\\'''")
    }

    // MARK: Columns and cells

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

    // MARK: Sheets that come back from other programs

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

    @Test func `a cell that is too long for a fact is reported, and its row left out`() async throws {
        let handbook = try SheetHandbook()
        let outcome = try await handbook.run(
            "name,summary\nWasps,\(String(repeating: "w", count: 70_000))\nBees,Hives.\n"
        ) { $0.keepsGoing = true }
        #expect(outcome.problems.map(\.code) == ["sheet-row"])
        #expect(outcome.problems[0].message.hasPrefix("Row 2, column summary: the cell has 70000 characters"))
        #expect(handbook.text("communities/wasps.md") == "" && handbook.text("communities/bees.md") != "")
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

    @Test func `texts in other languages are exported where a community has some, and come back unchanged`()
        async throws
    {
        let handbook = try SheetHandbook([
            "content/site.yaml": "title: T\nlanguages: [en, cy, fr]\n",
            "content/communities/bees.md": "---\nname: {en: Bees, cy: Gwenyn}\nsummary: Hives.\n---\n",
            "content/communities/wasps.md": "---\nname: Wasps\nsummary: Nests.\n---\n",
            "content/communities/wasps.cy.md": "---\nsummary: Nythod.\n---\n",
        ])
        let sheet = try await handbook.export()
        #expect(sheet.dropFirst().hasPrefix("id,name,name.cy,summary,summary.cy,government,"))
        #expect(sheet.contains("bees,Bees,Gwenyn,Hives.,,") && sheet.contains("wasps,Wasps,,Nests.,Nythod.,"))
        let again = try await handbook.run(sheet)
        #expect(again.problems == [] && again.report.last == "Imported: 0 new, 0 changed, 2 unchanged.")
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

    // MARK: New terms

    @Test func `words in cells are read in the languages of the site`() async throws {
        let sheet = "name,summary,founded,members,stage,offers\nA,S.,marraskuu 2020,environ 40,Potentiel,inconnu\n"
        let site = ["content/site.yaml": "title: T\nlanguages: [fi, fr]\n"]
        let handbook = try SheetHandbook(site)
        let outcome = try await handbook.run(sheet)
        let text = handbook.text("communities/a.md")
        #expect(text.contains("\nfounded: 2020-11\n") && text.contains("count: 40\n"), "\(outcome.problems)")
        #expect(text.contains("\nstage: potential\n") && !text.contains("offers"))
        #expect(outcome.report.contains("Taken for empty cells: inconnu (1×)"))
        #expect(outcome.report.contains("Taken for: Potentiel → potential, environ 40 → 40"))
        // A site in another language asks.
        let other = try await SheetHandbook().run(sheet)
        #expect(other.exitCode == 1 && SheetHandbook.shown(other).contains { $0.contains("`marraskuu 2020`") })
    }

    @Test func `a new term keeps its name where its id says less`() async throws {
        let handbook = try SheetHandbook()
        let outcome = try await handbook.run(
            "name,summary,roles,topics\nA,S.,Sisältösuunnittelija; chargé de projet,DevOps; open standards\n"
                + "B,S.,Chargé de projet; sisältösuunnittelija,devops\nC,S.,sisältösuunnittelija,DevOps\n")
        #expect(outcome.problems == [])
        #expect(handbook.text("communities/a.md").contains("roles: [sisaltosuunnittelija, charge-de-projet]"))
        #expect(
            handbook.text("roles/sisaltosuunnittelija.md") == "---\nname: Sisältösuunnittelija\n---\n"
                && handbook.text("roles/charge-de-projet.md") == "---\nname: Chargé de projet\n---\n"
                && handbook.text("topics/devops.md") == "---\nname: DevOps\n---\n"
                && handbook.text("topics/open-standards.md") == "")
        #expect(
            outcome.report == [
                "New roles, with a file each: Chargé de projet, Sisältösuunnittelija",
                "New topics, with a file each: DevOps", "New topics: Open standards",
                "Imported: 3 new, 0 changed, 0 unchanged; 3 files of new terms.",
            ])
        let again = try await handbook.run("name,roles\nA,Sisältösuunnittelija; Chargé de projet\n")
        #expect(again.report == ["Imported: 0 new, 0 changed, 1 unchanged."] && again.problems == [])
    }

    @Test func `a new government has a file, and one that may be a slip is queried`() async throws {
        let handbook = try SheetHandbook()
        let outcome = try await handbook.run("name,summary,government\nA,S.,Åland\nB,S.,Exampeland\n")
        #expect(handbook.text("governments/aland.md") == "---\nname: Åland\n---\n")
        #expect(handbook.text("governments/exampeland.md") == "")
        #expect(
            SheetHandbook.placed(outcome) == ["3: unknown-term: Row 3, column government"]
                && outcome.problems[0].message.hasSuffix(" Did you mean `exampleland`?"))
    }

    @Test func `no file of a term is written where its rows are not`() async throws {
        let handbook = try SheetHandbook()
        let sheet = "name,summary,roles,founded\nA,S.,DevOps,soon\nB,S.,QA,2020\n"
        _ = try await handbook.run(sheet)
        #expect(handbook.text("roles/devops.md") == "" && handbook.text("roles/qa.md") == "")
        let outcome = try await handbook.run(sheet) { $0.keepsGoing = true }
        #expect(handbook.text("roles/devops.md") == "" && handbook.text("roles/qa.md") == "---\nname: QA\n---\n")
        #expect(
            outcome.report.last
                == "Imported: 1 new, 0 changed, 0 unchanged; 1 file of new terms; 1 left out because of errors.")
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

    // MARK: Names, dates and numbers beside what a file says

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

    @Test func `a connection to another row of the sheet is to its id, and stays the same`() async throws {
        let handbook = try SheetHandbook()
        let sheet = "name,summary,connections\nTea,S.,part-of: Bread people\nBread people,S.,\n"
        #expect(try await handbook.run(sheet).problems == [])
        #expect(handbook.text("communities/tea.md").contains("- to: bread-people\n    kind: part-of\n"))
        #expect(try await handbook.run(sheet).report.last == "Imported: 0 new, 0 changed, 2 unchanged.")
    }

    @Test func `a new number beside an old date is reported`() async throws {
        let handbook = try SheetHandbook([
            "content/communities/a.md":
                "---\nname: A\nsummary: S.\nstage: forming\nstage_since: 2020\nmember_count:\n  count: 80\n"
                + "  as_of: 2025-06\n"
                + "---\n"
        ])
        let outcome = try await handbook.run("name,members,stage\nA,95,maturing\n") { $0.isDryRun = true }
        #expect(
            SheetHandbook.placed(outcome) == [
                "2: sheet-value: Row 2, column member_count", "2: sheet-value: Row 2, column stage",
            ])
        #expect(
            outcome.problems.map { String($0.message.split(separator: " ").last ?? "") } == ["2025-06.", "2020."])
        let dated = try await handbook.run("name,members,stage,counted\nA,95,,2026-01\n") { $0.isDryRun = true }
        #expect(dated.problems == [])
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

    @Test func `the spelling of a new term is that of most, and neither shouted nor typed in passing`() async throws {
        let handbook = try SheetHandbook()
        _ = try await handbook.run(
            "name,summary,government,roles\nA,S.,WALES,Project Manager\nB,S.,wales,\nC,S.,Wales,project manager\n")
        #expect(handbook.text("governments/wales.md") == "---\nname: Wales\n---\n")
        #expect(handbook.text("roles/project-manager.md") == "")
    }

    @Test func `sheets with bars, and columns in the first language, are read`() async throws {
        let handbook = try SheetHandbook(["content/site.yaml": "title: T\nlanguages: [en, fr]\n"])
        #expect(try await handbook.run("name|summary.en|summary.fr|members\nA|S.|R.|0012\n").problems == [])
        #expect(
            handbook.text("communities/a.md").contains("en: S.\n  fr: R.")
                && handbook.text("communities/a.md").contains("count: 12\n"))
    }

    @Test func `columns with the same heading are not distinguished by an option`() async throws {
        let outcome = try await SheetHandbook().run("name,summary,When,When\nA,S.,2020,21\n") {
            $0.mapping.columns = ["founded": "When"]
        }
        #expect(outcome.problems.map { $0.help?.advice } == ["Rename one of the columns of this name."])
    }

    // MARK: Export

    @Test func `what is exported and imported again changes nothing, however often`() async throws {
        let whole = """
            ---
            name: "=HYPERLINK(1)"
            summary: "S, with \\"quotes\\" and; a semicolon."
            also_known_as: ["a; b", c]
            source: [https://example.gov/a, https://example.gov/b]
            as_of: 2026-01
            verified: 2026-02-01
            government: [exampleland]
            organisation: [An office, example-office]
            scope: one-government
            roles: data-specialist
            topics: [open-data, maps]
            stage: forming
            stage_since: 2022
            founded: 2020-05
            membership: open
            eligibility: "@everybody"
            join: ["-1 is no formula", https://example.gov/join]
            meets: "+ now and then"
            member_count: {count: 120, as_of: 2026}
            channels: [{platform: slack, name: "#a", url: https://example.gov/slack}, {platform: forum}]
            connections:
              - {to: b, kind: part-of, note: "since 2020; see (1)"}
              - {to: b, kind: partner}
            wants: speakers
            offers: [templates, mentoring]
            sponsor: The head
            paused: 2026-01-02
            until: 2026-12
            ---

            Text.

            """
        let handbook = try SheetHandbook([
            "content/communities/a.md": whole,
            "content/communities/b.md": "---\nname: B\nsummary: S.\nclosed: 2025\nsuccessor: a\n---\n",
        ])
        let first = try await handbook.export()
        for cell in first.split(whereSeparator: { ",\r\n".contains($0) }) {
            #expect(!"=+-@".contains(cell.first!) && !cell.hasPrefix("\"="), "\(cell)")
        }
        #expect(
            first.hasPrefix("\u{FEFF}id,name,summary,") && first.contains("'=HYPERLINK(1)")
                && first.contains("a\\; b; c"))
        let outcome = try await handbook.run(first)
        #expect(
            outcome.problems.map(\.code) == [] && outcome.report.last == "Imported: 0 new, 0 changed, 2 unchanged.")
        #expect(handbook.text("communities/a.md") == whole)
        let empty = try SheetHandbook()
        _ = try await empty.run(first)
        #expect(try await empty.export() == first)
        _ = try await empty.run(first)
        #expect(try await empty.export() == first)
    }

    @Test func `a file that is there is not replaced without asking`() throws {
        let disk = try TemporaryFolder(["a.csv": "mine"])
        #expect(throws: BuildError.self) { try ExportCommand.write([1], to: disk.at("a.csv"), replaces: false) }
        #expect(disk.text("a.csv") == "mine")
        try ExportCommand.write(Array("new".utf8), to: disk.at("a.csv"), replaces: true)
        #expect(disk.text("a.csv") == "new")
    }

    // MARK: Connections and channels

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

    @Test func `columns of one list are one fact, that of its own name first`() async throws {
        let handbook = try SheetHandbook()
        let outcome = try await handbook.run(
            "name,own name,acronym,url,join\nA,Á,AA,https://example.gov/,data@example.gov; https://example.gov/\n")
        #expect(outcome.problems.map(\.code) == [])
        let text = handbook.text("communities/a.md")
        #expect(text.contains("join: [data@example.gov, \"https://example.gov/\"]\n"))
        #expect(text.contains("also_known_as: [Á, AA]\n"))
    }

    @Test(arguments: [
        ("communities.csv", ExportCommand.Format.communities), ("a/b/nodes.csv", .nodes), ("EDGES.CSV", .edges),
        ("hedges.csv", .communities), ("-", .communities), ("map.GraphML", .graphml), ("x.y.gexf", .gexf),
        ("network.json", .json), ("network.gml", nil), ("sheet.xlsx", nil),
    ])
    func `the ending of a file says what is written`(file: String, format: ExportCommand.Format?) {
        #expect(ExportCommand.Format(of: file) == format)
    }

    @Test func `the network is written as a site has it`() async throws {
        let handbook = try SheetHandbook([
            "content/communities/a.md": "---\nname: A\nsummary: S.\nconnections: [{to: b, kind: sister}]\n---\n",
            "content/communities/b.md": "---\nname: B\nsummary: S.\n---\n",
        ])
        var command = ExportCommand(content: handbook.disk.at("content"))
        for (format, part) in [
            (ExportCommand.Format.graphml, "<edge source=\"a\" target=\"b\">"), (.gexf, "<edge id=\"0\" source=\"a\""),
            (.json, "{\"from\":\"a\",\"to\":\"b\""), (.nodes, "\r\na,A,community,"),
            (.edges, "\r\na,b,Undirected,1.00,sister,Sister community\r\n"), (.communities, "\r\na,A,S.,"),
        ] {
            command.format = format
            let (bytes, summary) = try await command.run()
            #expect(String(decoding: bytes, as: UTF8.self).contains(part), "\(format)")
            #expect(summary == (format == .edges ? "the connections of 2 communities" : "2 communities"))
        }
    }

    // MARK: Differences

    @Test func `a difference has hunks with their lines`() {
        let old = (1...20).map { "\($0)\n" }.joined()
        let new = old.replacing("2\n3\n", with: "2\nthree\n", maxReplacements: 1) + "21\n"
        #expect(
            UnifiedDiff.text("x", before: Array(old.utf8), after: Array(new.utf8)) == """
                --- a/x
                +++ b/x
                @@ -1,6 +1,6 @@
                 1
                 2
                -3
                +three
                 4
                 5
                 6
                @@ -18,3 +18,4 @@
                 18
                 19
                 20
                +21

                """)
        #expect(UnifiedDiff.text("x", before: [65], after: [65]) == "")
    }
}
