import Foundation
import Testing

/// What a file keeps when a sheet changes it.
@Suite struct ImportedFileTests {
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
}
