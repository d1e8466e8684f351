import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Build
@testable import Disk
@testable import Tools

/// A small handbook on a disk, into which tests bring a sheet.
struct SheetHandbook {
    static let terms = [
        "content/site.yaml": "title: T\n",
        "content/governments/exampleland.md": "---\nname: Exampleland\nalso_known_as: [ex]\n---\n",
        "content/organisations/example-office.md": "---\nname: Example office\n---\n",
        "content/roles/data-specialist.md": "---\nname: Data specialist\nalso_known_as: [data analyst]\n---\n",
        "content/topics/open-data.md": "---\nname: Open data\n---\n",
    ]

    /// A site in several languages, with terms whose names are easy to guess.
    private static let threeLanguages = [
        "content/site.yaml": "title: T\nlanguages: [en, cy, fr]\n",
        "content/governments/wales.md": "---\nname: Wales\n---\n",
        "content/roles/data-specialist.md": "---\nname: Data specialist\n---\n",
        "content/topics/open-data.md": "---\nname: Open data\n---\n",
    ]

    let disk: TemporaryFolder

    init(_ files: [String: String] = [:], over base: [String: String] = terms) throws {
        disk = try TemporaryFolder(base.merging(files) { $1 })
    }

    static func inThreeLanguages(_ files: [String: String] = [:]) throws -> SheetHandbook {
        try SheetHandbook(files, over: threeLanguages)
    }

    func run(_ sheet: String, _ change: (inout ImportCommand) -> Void = { _ in }) async throws
        -> ImportCommand.Outcome
    {
        try disk.put("sheet.csv", sheet)
        var command = ImportCommand(sheet: disk.at("sheet.csv"), content: disk.at("content"))
        change(&command)
        return try await command.run()
    }

    func text(_ path: String) -> String { disk.text("content/" + path) ?? "" }

    func export() async throws -> String {
        try await String(decoding: ExportCommand(content: disk.at("content")).run().bytes, as: UTF8.self)
    }

    /// `line: code: message`, a line each.
    static func shown(_ outcome: ImportCommand.Outcome) -> [String] {
        outcome.problems.map { problem in
            let bytes = outcome.source(problem.path) ?? []
            return
                "\(LineIndex(bytes).position(of: problem.range.lowerBound).line): \(problem.code): \(problem.message)"
        }
    }

    /// `line: code: Row 3, column id`, as far as the message names a row and a column. Of each rule, one test compares
    /// the whole text, and the others this.
    static func placed(_ outcome: ImportCommand.Outcome) -> [String] {
        shown(outcome).map { line in
            let place = #/[0-9]+: [a-z-]+(?:: Row [0-9]+(?:, column [a-z_.]+)?)?/#
            return line.prefixMatch(of: place).map { String($0.output) } ?? line
        }
    }
}
