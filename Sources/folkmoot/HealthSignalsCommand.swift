import ArgumentParser
import Build
import Foundation
import Tools

struct HealthSignalsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health", abstract: "Say which communities may need a hand, and with what.",
        discussion: """
            For those who support communities. A signal is a reason to offer help, never a mark: it comes with what \
            was found in which file, why it matters and one next step. Communities where a little help would do most \
            come first. What a community does not say is not a signal. An entry that says little gets one line, with \
            the question that would help most. Nobody is named.

            Nothing is published. Thresholds are set under `health` in site.yaml.

            With --overlay a second, private folder is read with the handbook: a file of it takes the place of the one \
            with the same path, such as communities/ID/members.md. It must not be within the handbook.

            With --format email there is a message to the steward of each, in the language of its entry, which offers \
            help with one thing. Read it before you send it.

            With --site it is written as a small private site: a page of all communities with the map, and one of \
            each. Open its index.html in a browser. It is never written into a folder with a site that may be published.

            With --since it also says what is better or worse than on the day of that commit.

            Examples:
              folkmoot health
              folkmoot health example-data-people --overlay ../private
              folkmoot health --since v2026.1 --format markdown
              folkmoot health --overlay ../private --site ../who-needs-a-hand
            """)

    @Argument(help: ArgumentHelp("The communities to look at, in full; without one, all.", valueName: "id"))
    var ids: [String] = []

    @OptionGroup var handbook: OverlayArguments

    @Option(help: ArgumentHelp("Also compare with a branch, tag or commit.", valueName: "ref"))
    var since: String?

    @Option(help: ArgumentHelp("Write a small private site into this folder instead.", valueName: "folder"))
    var site: String?

    @Option(help: "How to write it: table, markdown, json, csv, or email for a message to each steward.")
    var format = HealthFormat.table

    func validate() throws {
        if site != nil, !ids.isEmpty || format != .table {
            throw ValidationError("--site is a site of all communities; leave out ids and --format.")
        }
        if let site { try BuildSite.checkPrivate(site, "--site") }
    }

    func run() async throws {
        var command = HealthCommand(content: handbook.content)
        (command.overlay, command.asOf, command.ids) = (handbook.overlay, handbook.asOf, ids)
        (command.changedSince, command.format, command.jobs) = (since, format, handbook.jobs)
        command.output = site
        let outcome = try await Console.reporting { [command] in try await command.run() }
        try Console.write(outcome.problems, to: .standardError)
        for message in outcome.messages { Console.error(message) }
        let isForPeople = [.table, .markdown, .email].contains(format)
        let report =
            isForPeople ? Array(Console.lines(String(decoding: outcome.report, as: UTF8.self)).utf8) : outcome.report
        try Console.write(report, to: .standardOutput)
    }
}

extension HealthFormat: ExpressibleByArgument {}
