import Testing

/// Terms in the cells of a sheet: those that are known, and new ones.
@Suite struct SheetTermTests {
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

    // MARK: Words beside numbers and years

    @Test func `a word before a number that is not known is asked about once, with the text to extend`() async throws {
        let rows = (1...15).map { "A\($0),S.,\($0 < 15 ? "noin" : "n.") \($0)0,2019\n" }.joined()
        let handbook = try SheetHandbook(["content/site.yaml": "title: T\nlanguages: [fi, sv]\n"])
        let outcome = try await handbook.run("name,summary,members,founded\n\(rows)")
        #expect(
            SheetHandbook.shown(outcome) == [
                "2: sheet-row: Row 2, column member_count: `noin 10` is not a number, because `noin` is not known "
                    + "here. 13 more cells have this word in the column.",
                "16: sheet-row: Row 16, column member_count: `n. 150` is not a number, because `n.` is not known here.",
            ])
        let file = handbook.disk.at("themes/site/i18n/fi.yaml")
        #expect(
            outcome.problems.first?.help?.text
                == "Write the number alone in the sheet. If it means “about”, you can add it to `sheet_about` in "
                + "`\(file)` instead:\nsheet_about: noin")
        // What was added is understood.
        try handbook.disk.put("themes/site/theme.yaml", "name: site\nextends: default\nfolkmoot: \">=0.1, <99\"\n")
        try handbook.disk.put("themes/site/i18n/fi.yaml", "sheet_about: noin; n.\n")
        try handbook.disk.put("content/site.yaml", "title: T\nlanguages: [fi, sv]\ntheme: site\n")
        let again = try await handbook.run("name,summary,members,founded\n\(rows)")
        #expect(again.problems == [] && handbook.text("communities/a15.md").contains("count: 150\n"))
        let other = try await handbook.run("name,members\nB,yli 40\n")
        #expect(other.problems.first?.help?.text.hasSuffix("\nsheet_about: noin; n.; yli") == true)
    }

    @Test(arguments: [
        ("40 people", "`40 people` is not a number, because `people` is not known here."),
        ("about 40 people", "`about 40 people` is not a number, because `people` is not known here."),
    ])
    func `a word after a number is named`(cell: String, message: String) async throws {
        let outcome = try await SheetHandbook().run("name,summary,members\nA,S.,\(cell)\n")
        #expect(SheetHandbook.shown(outcome) == ["2: sheet-row: Row 2, column member_count: \(message)"])
        #expect(outcome.problems.first?.help?.text == "Write the number alone in the sheet.")
    }

    @Test(
        arguments: [
            ("spring 2019", "2019"), ("2019 Autumn", "2019"), ("Q3 2019", "2019"), ("mid-2019", "2019"),
            ("about 2019", "2019"), ("about March 2019", "2019-03"), ("printemps 2019", "2019"), ("Été 2019", "2019"),
            ("early spring 2019", "2019"),
            ("before 2019", nil), ("spring 19", nil), ("spring 2019-2020", nil),
        ] as [(String, String?)])
    func `a season is the year that it is in, and is reported`(cell: String, year: String?) async throws {
        let handbook = try SheetHandbook(["content/site.yaml": "title: T\nlanguages: [en, fr]\n"])
        let outcome = try await handbook.run("name,summary,founded\nA,S.,\(cell)\n")
        let text = handbook.text("communities/a.md")
        if let year {
            #expect(outcome.problems == [] && text.contains("\nfounded: \(year)\n"))
            #expect(outcome.report.contains("Taken for: \(cell) → \(year)"))
        } else {
            #expect(outcome.exitCode == 1 && text.isEmpty && outcome.problems.count == 1, "\(outcome.problems)")
        }
    }

    @Test func `a season changes nothing where the file knows the same year, and another word is asked about once`()
        async throws
    {
        let handbook = try SheetHandbook([
            "content/communities/a.md": "---\nname: A\nsummary: S.\nfounded: 2019-04\n---\n"
        ])
        let same = try await handbook.run("name,founded\nA,spring 2019\n")
        #expect(same.problems == [] && same.report.last == "Imported: 0 new, 0 changed, 1 unchanged.")
        let asked = try await handbook.run("name,summary,founded\nB,S.,kevät 2019\nC,S.,kevät 2020\nD,S.,syksy 2020\n")
        #expect(
            SheetHandbook.shown(asked) == [
                "2: sheet-row: Row 2, column founded: `kevät 2019` is not a date, because `kevät` is not known here. "
                    + "1 more cell has this word in the column.",
                "4: sheet-row: Row 4, column founded: `syksy 2020` is not a date, because `syksy` is not known here.",
            ])
        #expect(
            asked.problems.first?.help?.paste == "sheet_seasons: spring; summer; autumn; fall; winter; kevät")
    }

    // MARK: Organisations

    @Test func `an organisation of several rows gets a page, and one of a single row is named`() async throws {
        let handbook = try SheetHandbook()
        let sheet = """
            name,summary,ministry
            A,S.,Ministry of Finance
            B,S.,Example office; Ministry of finance
            C,S.,Ministry of Fishery
            D,S.,"Ministry of Food, Forests and Fields"

            """
        let outcome = try await handbook.run(sheet)
        #expect(outcome.problems == [], "\(outcome.problems)")
        #expect(handbook.text("organisations/ministry-of-finance.md") == "---\nname: Ministry of Finance\n---\n")
        #expect(handbook.text("communities/a.md").contains("\norganisation: ministry-of-finance\n"))
        #expect(handbook.text("communities/b.md").contains("\norganisation: [example-office, ministry-of-finance]\n"))
        #expect(handbook.text("communities/c.md").contains("\norganisation: Ministry of Fishery\n"))
        #expect(
            outcome.report == [
                "New organisations, with a file each: Ministry of Finance",
                "Organisations that one row names, which get no page: Ministry of Fishery; Ministry of Food, Forests "
                    + "and Fields. To make one: folkmoot new organisation 'Ministry of Fishery'",
                "Imported: 4 new, 0 changed, 0 unchanged; 1 file of new terms.",
            ])
        let again = try await handbook.run(sheet)
        #expect(again.problems == [] && again.report.last == "Imported: 0 new, 0 changed, 4 unchanged.")
    }

    @Test func `a different letter makes a different term`() async throws {
        let handbook = try SheetHandbook(["content/governments/ireland.md": "---\nname: Ireland\n---\n"])
        _ = try await handbook.run("name,summary,government,roles\nA,S.,Iceland,Trainee;Trainer;trainees\n")
        #expect(handbook.text("communities/a.md").contains("government: iceland\nroles: [trainee, trainer]\n"))
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

    @Test func `the spelling of a new term is that of most, and neither shouted nor typed in passing`() async throws {
        let handbook = try SheetHandbook()
        _ = try await handbook.run(
            "name,summary,government,roles\nA,S.,WALES,Project Manager\nB,S.,wales,\nC,S.,Wales,project manager\n")
        #expect(handbook.text("governments/wales.md") == "---\nname: Wales\n---\n")
        #expect(handbook.text("roles/project-manager.md") == "")
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
}
