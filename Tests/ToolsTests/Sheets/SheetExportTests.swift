import TestSupport
import Testing

@testable import Disk
@testable import Tools

/// What is exported, and that it comes back unchanged.
@Suite struct SheetExportTests {
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

    @Test func `a file that is there is not replaced without asking`() throws {
        let disk = try TemporaryFolder(["a.csv": "mine"])
        #expect(throws: BuildError.self) { try ExportCommand.write([1], to: disk.at("a.csv"), replaces: false) }
        #expect(disk.text("a.csv") == "mine")
        try ExportCommand.write(Array("new".utf8), to: disk.at("a.csv"), replaces: true)
        #expect(disk.text("a.csv") == "new")
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
}
