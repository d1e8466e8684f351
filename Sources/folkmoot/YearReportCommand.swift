import ArgumentParser
import Content
import Foundation
import Tools

struct YearReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Draft what a community did in a year, as Markdown to finish.",
        discussion: """
            Purpose, meetings, write-ups with what changed, decisions, actions, members, thanks and what is asked for \
            next year, all from the files. People are named only as on the pages of the handbook.

            Examples:
              folkmoot report example-data-people --year 2026
              folkmoot report example-data-people --year 2026 --language cy > report.md
            """)

    @Argument(help: ArgumentHelp("The community.", valueName: "id"))
    var id: String

    @Option(help: ArgumentHelp("The year.", valueName: "number"))
    var year: Int

    @Option(help: ArgumentHelp("The language of the report; by default that of the entry.", valueName: "code"))
    var language: String?

    @Option(help: ArgumentHelp("The folder with the handbook's files.", valueName: "folder"))
    var content = "content"

    @Option(
        help: ArgumentHelp("Show it as of this day (2026-03-12) instead of today.", valueName: "date"),
        transform: SharedArguments.day)
    var asOf: CivilDay?

    func validate() throws {
        if !(1...9999).contains(year) { throw ValidationError("--year takes a year such as 2026.") }
    }

    func run() async throws {
        var command = ReportCommand(content: content, id: id, year: year)
        (command.asOf, command.language) = (asOf, language)
        command.jobs = ProcessInfo.processInfo.activeProcessorCount
        let text = try await Console.reporting { [command] in try await command.run() }
        try Console.write(Console.lines(text), to: .standardOutput)
    }
}
