import Foundation
import TestSupport
import Testing

@testable import Disk
@testable import Spreadsheet

/// Which column of a sheet is which fact. What becomes of the cells is tested in `SheetImportTests`.
@Suite struct SheetColumnTests {
    // MARK: Headings

    @Test(arguments: [
        // As people decorate them.
        "Name *,Summary:,Government?", "NAME,Description,Country", "  Title (required),About,Governments",
        // In other languages of the site, and the questions of its form.
        "Nom,Résumé,Gouvernement", "Enw,Crynodeb,Llywodraeth",
        "What is the community called?,\"What is it about, in one sentence?\",Which government is it in?",
        "Communauté,Résumé,Gouvernement",
    ])
    func `headings are understood as people write them, in the languages of the site`(header: String) async throws {
        let handbook = try SheetHandbook.inThreeLanguages()
        let outcome = try await handbook.run("\(header)\nA,S.,Wales\n")
        #expect(
            outcome.problems == []
                && handbook.text("communities/a.md") == "---\nname: A\nsummary: S.\ngovernment: wales\n---\n")
    }

    @Test func `words of a language that the site does not have head nothing`() async throws {
        let outcome = try await SheetHandbook.inThreeLanguages(["content/site.yaml": "title: T\n"]).run(
            "name,summary,Gouvernement\nA,S.,Wales\n")
        #expect(outcome.problems.map(\.code) == ["sheet-column"])
    }

    @Test func `a heading in two lines is named in one`() async throws {
        let handbook = try SheetHandbook.inThreeLanguages()
        let sheet = "\"Our\nteam\",\"About\n it\"\nA,S.\n"
        let asked = try await handbook.run(sheet)
        #expect(asked.problems.contains { $0.help?.advice.contains("--map name='Our team'") ?? false })
        let outcome = try await handbook.run(sheet) {
            $0.mapping.columns = ["name": "Our team", "summary": "About\nit"]
        }
        #expect(outcome.problems == [] && handbook.text("communities/a.md") == "---\nname: A\nsummary: S.\n---\n")
    }

    @Test func `a column of contacts is where to join if it has addresses, and not published if it has people`()
        async throws
    {
        let handbook = try SheetHandbook.inThreeLanguages()
        let outcome = try await handbook.run("name,summary,Contact\nA,S.,team@example.gov\nB,S.,www.example.gov\n")
        #expect(outcome.problems == [] && handbook.text("communities/a.md").contains("\njoin: team@example.gov\n"))
        let people = try await handbook.run("name,summary,Contact\nC,S.,Ada Example\nD,S.,team@example.gov\n")
        #expect(people.problems.map(\.code) == ["sheet-column"])
        #expect(people.problems[0].help?.advice.contains("To use it: --map welcome.name='Contact'") ?? false)
        #expect(!handbook.text("communities/c.md").contains("Ada"))
    }

    // MARK: Languages

    @Test(arguments: ["name.cy,summary.cy", "Name (cy),Summary (CY)", "name.cy,About (cy)"])
    func `a text in another language goes below its key`(header: String) async throws {
        let handbook = try SheetHandbook.inThreeLanguages()
        let outcome = try await handbook.run("name,summary,\(header)\nBees,For bees.,Gwenyn,I wenyn.\n")
        #expect(outcome.problems == [])
        let file = "---\nname:\n  en: Bees\n  cy: Gwenyn\nsummary:\n  en: For bees.\n  cy: I wenyn.\n---\n"
        #expect(handbook.text("communities/bees.md") == file)
        // The same again changes nothing, and one text changes alone.
        let again = try await handbook.run("name,summary,\(header)\nBees,For bees.,Gwenyn,I wenyn.\n")
        #expect(again.report.last == "Imported: 0 new, 0 changed, 1 unchanged.")
        _ = try await handbook.run("name,\(header)\nBees,,I'r gwenyn.\n")
        #expect(handbook.text("communities/bees.md") == file.replacingOccurrences(of: "I wenyn.", with: "I'r gwenyn."))
    }

    @Test func `a text without a language keeps it when another joins it`() async throws {
        let handbook = try SheetHandbook.inThreeLanguages([
            "content/communities/a.md": "---\nname: A # as it was\nsummary: S.\nmeets: Weekly.\n---\nText.\n"
        ])
        let outcome = try await handbook.run("id,summary.fr,meets.cy\na,Résumé.,Bob wythnos.\n")
        #expect(outcome.problems == [])
        #expect(
            handbook.text("communities/a.md")
                == "---\nname: A # as it was\nsummary:\n  en: S.\n  fr: Résumé.\nmeets:\n  en: Weekly.\n"
                + "  cy: Bob wythnos.\n"
                + "---\nText.\n")
    }

    @Test func `texts of a translation in a file of its own stay`() async throws {
        let translation = "---\nname: Gwenyn\nsummary: I wenyn.\n---\n"
        let handbook = try SheetHandbook.inThreeLanguages([
            "content/communities/a.md": "---\nname: Bees\nsummary: S.\n---\n",
            "content/communities/a.cy.md": translation,
        ])
        #expect(
            try await handbook.run("id,name.cy\na,Gwenyn\n").report.last
                == "Imported: 0 new, 0 changed, 1 unchanged.")
        let outcome = try await handbook.run("id,name.cy,founded\na,Cacwn,2020\n")
        #expect(outcome.problems.map(\.code) == ["sheet-language"])
        #expect(
            outcome.problems[0].message
                == "Row 2: the texts in `cy` are in `communities/a.cy.md`, so they stay as they are.")
        #expect(
            handbook.text("communities/a.cy.md") == translation
                && handbook.text("communities/a.md").contains("founded: 2020"))
    }

    @Test func `texts of an entry in another language are in the columns of that language`() async throws {
        let handbook = try SheetHandbook.inThreeLanguages([
            "content/communities/a.md": "---\nlang: cy\nname: Gwenyn\nsummary: I wenyn.\n---\n"
        ])
        let outcome = try await handbook.run("id,summary.cy,summary.fr\na,I'r gwenyn.,Aux abeilles.\n")
        #expect(outcome.problems == [])
        #expect(
            handbook.text("communities/a.md")
                == "---\nlang: cy\nname: Gwenyn\nsummary:\n  cy: I'r gwenyn.\n  fr: Aux abeilles.\n---\n")
    }

    @Test func `a column in a language that the site does not have is left out`() async throws {
        let outcome = try await SheetHandbook.inThreeLanguages().run("name,summary,name.sv\nA,S.,B\n")
        #expect(outcome.problems.map(\.code) == ["sheet-column"])
    }

    // MARK: Parts of facts

    @Test func `who greets newcomers has columns of their own`() async throws {
        let handbook = try SheetHandbook.inThreeLanguages()
        let outcome = try await handbook.run(
            "name,summary,welcome.name,Contact e-mail\nA,S.,Ada Example,a@example.gov\nB,S.,,b@example.gov\n")
        #expect(outcome.problems == [])
        #expect(handbook.text("communities/a.md").contains("welcome:\n  name: Ada Example\n  contact: a@example.gov\n"))
        #expect(handbook.text("communities/b.md").contains("welcome:\n  contact: b@example.gov\n"))
    }

    @Test(
        arguments: [
            ("channel", "#data", nil), ("channel", "slack: #data", "platform: slack\n    name: \"#data\"\n"),
            ("channel", "Slack", "platform: slack\n"),
            ("channel", "https://data.slack.com/x", "platform: slack\n    url: https://data.slack.com/x\n"),
            (
                "channel", "https://teams.microsoft.com/l/x",
                "platform: teams\n    url: https://teams.microsoft.com/l/x\n"
            ),
            ("channel", "https://chat.example.gov/x", nil),
            ("platform,channel", "Teams,Data", "platform: teams\n    name: Data\n"),
            (
                "platform,channel", "Zulip,https://chat.example.gov",
                "platform: zulip\n    url: https://chat.example.gov\n"
            ),
            ("channel", "Slack; Teams", "platform: slack\n  - platform: teams\n"),
        ] as [(String, String, String?)])
    func `a channel is on the platform that something names`(columns: String, cells: String, lines: String?)
        async throws
    {
        let handbook = try SheetHandbook.inThreeLanguages()
        let outcome = try await handbook.run("name,summary,\(columns)\nA,S.,\(cells)\n")
        if let lines {
            #expect(outcome.problems == [])
            #expect(handbook.text("communities/a.md") == "---\nname: A\nsummary: S.\nchannels:\n  - \(lines)---\n")
        } else {
            #expect(outcome.problems.map(\.code) == ["sheet-row"] && outcome.exitCode == 1)
            #expect(outcome.problems[0].help?.advice.hasPrefix("Write `slack: \(cells)`") == true)
        }
    }

    @Test func `what all rows say fills empty cells, also of a column that the sheet lacks`() async throws {
        let handbook = try SheetHandbook.inThreeLanguages()
        let outcome = try await handbook.run("name,summary,topics\nA,S.,maps\nB,S.,\n") {
            $0.mapping.set = ["government": "Wales", "topics": "open data", "as_of": "2026-11-01"]
        }
        #expect(outcome.problems == [])
        #expect(handbook.text("communities/a.md").contains("government: wales\ntopics: [maps]\nas_of: 2026-11-01\n"))
        #expect(
            handbook.text("communities/b.md").contains("government: wales\ntopics: [open-data]\nas_of: 2026-11-01\n"))
        let wrong = try await handbook.run("name,summary\nC,S.\n") { $0.mapping.set = ["goverment": "Wales"] }
        #expect(
            wrong.problems.map(\.code) == ["sheet-column"]
                && wrong.problems[0].message.hasSuffix(" Did you mean `government`?"))
    }

    // MARK: Columns that name no fact

    @Test(arguments: [
        ("How many of you are there?", "120", ["member_count"]), ("When?", "2020-05-01", ["as_of", "founded"]),
        ("Timestamp", "11/20/2026 10:04:12", ["as_of", "founded"]),
        ("Started in", "2019", ["founded", "member_count"]),
        ("Where?", "https://example.gov/", ["join", "source"]),
        ("Write to", "a@example.gov", ["welcome.contact", "join"]),
        ("Who is it for?", "Data specialist", ["roles"]), ("Field", "open data; maps", ["topics"]),
        ("Place", "Wales", ["government"]), ("Other topics", "bees", ["topics"]),
        ("Anything else?", "A long text of more than sixty letters, as people write them.", []),
        ("Huomautuksia", "something", []), ("Who can come?", "All", []),
        ("Sumary", "S.", ["summary"]),
    ])
    func `a column can only be a fact that its cells can say`(
        heading: String, cell: String, facts: [String]
    )
        async throws
    {
        let others = heading == "Sumary" ? "name\nA" : "name,summary\nA,S."
        let (header, row) = (others.split(separator: "\n")[0], others.split(separator: "\n")[1])
        let outcome = try await SheetHandbook.inThreeLanguages().run("\(header),\(heading)\n\(row),\"\(cell)\"\n")
        #expect(outcome.problems.map(\.code) == ["sheet-column"])
        let options = facts.map { "--map \($0)='\(heading)'" }
        let advice = options.isEmpty ? nil : "To use it: " + options.joined(separator: ", or ")
        #expect(outcome.problems[0].help?.advice == advice)
    }

    @Test func `columns of words have advice only where one is needed or something speaks for it`() async throws {
        let rows = [
            "Data,Those who publish data,Ministry of Food,Ada A,old list,Teams",
            "Law,Those who know law,Ministry of Food,Bob B,,Slack", "Trees,Those who plant,Office,Cy C,,Teams",
        ]
        let header = "Nimi,Kuvaus,Virasto,Henkilö,Muuta,Kanava"
        let outcome = try await SheetHandbook.inThreeLanguages().run(([header] + rows).joined(separator: "\n") + "\n")
        let advice = outcome.problems.filter { $0.severity == .warning }.map { $0.help?.advice }
        #expect(advice == ["To use it: --map name='Nimi'", "To use it: --map summary='Kuvaus'", nil, nil, nil, nil])
        let error = outcome.problems.first { $0.severity == .error }
        #expect(error?.help?.advice == "Say which column has the names: --map name='Nimi'")
    }

    @Test func `the message about a form names the column that could have the names`() async throws {
        let outcome = try await SheetHandbook.inThreeLanguages().run(
            "When,Write to,Name of your group\n2026-01-01,a@example.gov,Bees\n")
        #expect(
            outcome.problems.first { $0.severity == .error }?.help?.advice
                == "Say which column has the names: --map name='Name of your group'")
    }

    @Test func `an answer's time of day is not part of its date`() {
        for text in ["11/20/2026 10:04:12", "2026/11/20 3:04:12 PM GMT+1", "20.11.2026, 10:04", "2026-11-20T10:04:12Z"]
        {
            #expect(SheetDate(text)?.date(nil)?.isoDate == "2026-11-20", "\(text)")
        }
        for text in ["10:04", "at 10:04", "2026-11-20 10:04 in room 3 (or 4)"] {
            #expect(SheetDate(text) == nil, "\(text)")
        }
    }
}
