import ArgumentParser
import Build
import Foundation
import Tools

struct MapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map", abstract: "Work on the network map.", subcommands: [Pin.self])

    struct Pin: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep the communities at their places on the map.",
            discussion: """
                Writes the place of each into map.yaml, beside site.yaml. From then on a community that comes or goes \
                moves no \
                other. Run it again to pin those that are new, or with --fresh to lay out the whole map again.

                Examples:
                  folkmoot map pin
                  folkmoot map pin --fresh
                """)

        @Option(help: ArgumentHelp("The folder with the handbook's files.", valueName: "folder"))
        var content = "content"

        @Flag(help: "Lay out all communities again, pinned or not, and replace map.yaml.")
        var fresh = false

        func run() async throws {
            var command = MapPinCommand(content: content)
            command.isFresh = fresh
            command.jobs = ProcessInfo.processInfo.activeProcessorCount
            let outcome = try await Console.reporting { [command] in try await command.run() }
            Console.error(
                try Console.report(
                    of: outcome, in: content,
                    refusal: "Nothing was written. Fix these lines, or replace the whole file with --fresh."))
        }
    }
}
