import Diagnostics
import Foundation
import TestSupport
import Testing
import Text

@testable import Build
@testable import Disk
@testable import Spreadsheet
@testable import Tools

/// Cells that hold several values.
@Suite struct SheetListTests {
    private static let terms = [
        "content/governments/wales.md": "---\nname: Wales\nparent: united-kingdom\n---\n",
        "content/governments/united-kingdom.md": "---\nname: United Kingdom\n---\n",
        "content/topics/agile.md": "---\nname: Agile\n---\n",
        "content/topics/policy-and-strategy.md": "---\nname: Policy, and strategy\n---\n",
        "content/topics/strategy.md": "---\nname: Strategy\n---\n",
        "content/topics/policy.md": "---\nname: Policy\n---\n",
    ]

    @Test(arguments: [
        // Google's checkboxes, then what people type.
        ("government", "Wales, United Kingdom", "[wales, united-kingdom]"), ("topics", "open data, Agile", ""),
        ("topics", "Agile / Open data", "[agile, open-data]"), ("topics", "open data|agile", ""),
        ("topics", "open data & agile", ""), ("topics", "open data + agile", ""), ("topics", "Open data,agile,", ""),
        ("topics", "open data\nagile", ""), ("topics", "- open data\n- agile", ""),
        ("topics", "• open data\n• agile", ""),
        ("topics", "open data; agile; open-data", ""),
        ("topics", "open data, agile / policy", "[open-data, agile, policy]"),
        // A name that has the sign in it.
        ("topics", "Policy, and strategy", "[policy-and-strategy]"),
        ("topics", "Policy, and strategy; agile", "[policy-and-strategy, agile]"),
        // Lines are items, also of terms that nobody knows yet.
        ("topics", "bread\nbutter", "[bread, butter]"), ("topics", "R&D", "[r-d]"), ("topics", "CI/CD", "[ci-cd]"),
        ("organisation", "Example office\nAn office, for all", "[example-office, \"An office, for all\"]"),
        ("join", "https://a.example https://b.example", #"["https://a.example", "https://b.example"]"#),
        ("join", "https://a.example,\nmailto:b@c.example", #"["https://a.example", "mailto:b@c.example"]"#),
        ("join", "Write to us, or ask https://a.example", "Write to us, or ask https://a.example"),
        ("wants", "speakers\na room", "[speakers, a room]"),
    ])
    func `the items of a cell are found by what can be nothing else`(column: String, cell: String, list: String)
        async throws
    {
        let handbook = try SheetHandbook(Self.terms)
        let outcome = try await handbook.run("name,summary,\(column)\nA,S.,\"\(cell)\"\n")
        #expect(outcome.problems.filter { $0.severity == .error } == [])
        let line = handbook.text("communities/a.md").split(separator: "\n").first { $0.hasPrefix(column) }
        #expect(line == "\(column): \(list.isEmpty ? "[open-data, agile]" : list)")
    }

    @Test func `platforms are separated by whatever is between them`() async throws {
        let handbook = try SheetHandbook()
        _ = try await handbook.run("name,summary,platform\nA,S.,\"Slack, Teams / mailing list\"\n")
        #expect(handbook.text("communities/a.md").contains("platform: mailing-list"))
        #expect(handbook.text("communities/a.md").components(separatedBy: "platform:").count == 4)
    }

    @Test(arguments: ["open data, bread", "bread, butter", "bread|butter", "bread / butter"])
    func `a cell that may be one term or several is queried, once for its column`(cell: String) async throws {
        let handbook = try SheetHandbook()
        let sheet = "name,summary,topics\nA,S.,\"\(cell)\"\nB,S.,maps\nC,S.,\"\(cell)\"\n"
        let outcome = try await handbook.run(sheet)
        #expect(
            SheetHandbook.placed(outcome) == ["2: sheet-row: Row 2, column topics"]
                && outcome.problems[0].message.contains(" `\(cell)` ")
                && outcome.problems[0].message.contains(" 1 more cell "))
        #expect(outcome.exitCode == 1 && handbook.text("communities/b.md") == "")
        let sign = cell.first { ",|/".contains($0) }!
        #expect(outcome.problems[0].help?.text.contains("--split topics=\(ShellWord.quoted(String(sign)))") == true)
        _ = try await handbook.run(sheet) { $0.mapping.split = ["topics": String(sign)] }
        #expect(
            handbook.text("communities/a.md").contains("topics: [") && handbook.text("communities/c.md").contains(", "))
        let one = try SheetHandbook()
        _ = try await one.run(sheet) { $0.mapping.split = ["topics": ""] }
        #expect(!one.text("communities/a.md").contains(", ") && one.text("communities/a.md").contains("topics: ["))
    }

    @Test func `a term that is alone in a cell is known, wherever it is`() async throws {
        let handbook = try SheetHandbook()
        let outcome = try await handbook.run("name,summary,topics\nA,S.,\"bread, butter\"\nB,S.,butter\nC,S.,Bread\n")
        #expect(outcome.problems == [] && handbook.text("communities/a.md").contains("topics: [bread, butter]"))
    }

    @Test func `an unknown column to split is an error`() async throws {
        let outcome = try await SheetHandbook().run("name,summary\nA,S.\n") { $0.mapping.split = ["topcis": ","] }
        #expect(
            SheetHandbook.placed(outcome) == ["1: sheet-column"]
                && outcome.problems[0].message.hasSuffix(" Did you mean `topics`?"))
        #expect(outcome.exitCode == 1)
    }

    @Test(arguments: [
        ("Open data、Agile", "[open-data, agile]"), ("Open data，Agile", "[open-data, agile]"),
        ("Open data؛ Agile", "[open-data, agile]"), ("open data • agile", "[open-data, agile]"),
        (";#Open data;#Agile;#", "[open-data, agile]"), ("Open data;#3;#Agile;#7", "[open-data, agile]"),
    ])
    func `lists of other keyboards and of SharePoint are lists`(cell: String, list: String) async throws {
        let handbook = try SheetHandbook(Self.terms)
        #expect(try await handbook.run("name,summary,topics\nA,S.,\(cell)\n").problems == [])
        #expect(handbook.text("communities/a.md").contains("topics: \(list)"), "\(handbook.text("communities/a.md"))")
    }

    @Test func `one answer separates what several signs do, and leaves no cell unasked`() async throws {
        let sheet = "name,summary,roles\nA,S.,Dev / Ops\nB,S.,\"Data, Art\"\n"
        let asked = try await SheetHandbook().run(sheet)
        #expect(
            asked.problems.map { $0.help?.text } == [
                "If they are several: --split roles=',/'. If each is one: --split roles="
            ])
        #expect(try await SheetHandbook().run(sheet) { $0.mapping.split = ["roles": "/"] }.problems.count == 1)
        let handbook = try SheetHandbook()
        #expect(try await handbook.run(sheet) { $0.mapping.split = ["roles": ",/"] }.problems == [])
        #expect(handbook.text("communities/b.md").contains("roles: [data, art]"))
    }

    @Test func `a semicolon is part of an address that goes on`() async throws {
        let handbook = try SheetHandbook()
        _ = try await handbook.run("name,summary,join\nA,S.,https://a.example/f?a=1;b=2; write to a@example.gov\n")
        #expect(handbook.text("communities/a.md").contains("[\"https://a.example/f?a=1;b=2\", write to a@example.gov]"))
    }
}
