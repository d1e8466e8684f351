import ArgumentParser
import Build
import Foundation
import Tools

struct SkillSurveyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "skills", abstract: "Say which skills communities need, and who could teach them.",
        discussion: """
            For those who support communities: for each skill, where too few people can do it alone, and which \
            communities could teach it, those of other governments first. Nobody is named.

            With --overlay a second, private folder is read with the handbook, so that the levels of people need not \
            be published. Nothing is published or written.

            Examples:
              folkmoot skills
              folkmoot skills example-data-people --overlay ../private
              folkmoot skills --format csv > skills.csv
            """)

    @Argument(help: ArgumentHelp("The communities whose needs to show; without one, all.", valueName: "id"))
    var ids: [String] = []

    @OptionGroup var handbook: OverlayArguments

    @Option(help: "How to write it: table, markdown, json or csv.")
    var format = SkillsFormat.table

    func run() async throws {
        var command = SkillsCommand(content: handbook.content)
        (command.overlay, command.asOf, command.ids) = (handbook.overlay, handbook.asOf, ids)
        (command.format, command.jobs) = (format, handbook.jobs)
        let outcome = try await Console.reporting { [command] in try await command.run() }
        try Console.write(outcome.problems, to: .standardError)
        for message in outcome.messages { Console.error(message) }
        let isForPeople = [.table, .markdown].contains(format)
        let report =
            isForPeople ? Array(Console.lines(String(decoding: outcome.report, as: UTF8.self)).utf8) : outcome.report
        try Console.write(report, to: .standardOutput)
    }
}

extension SkillsFormat: ExpressibleByArgument {}
