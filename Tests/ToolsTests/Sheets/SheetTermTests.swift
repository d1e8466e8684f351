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
