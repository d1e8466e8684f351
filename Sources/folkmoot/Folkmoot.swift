import ArgumentParser
import Build
import Foundation

/// folkmoot: typed arguments → options → exit code; what is done is in Build.
@main
struct Folkmoot: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "folkmoot",
        abstract: "Turns a folder of markdown files into a handbook and network map of communities of practice.",
        discussion: """
            Exit codes: 0 all is well, 1 the content has errors, anything else: it could not run.

            Examples:
              folkmoot build                                  content/ into site/
              folkmoot check --strict                         only look for problems
              folkmoot build --content wiki --output public
            """,
        version: Program.version,
        subcommands: [
            BuildSite.self, Check.self, HealthSignalsCommand.self, SkillSurveyCommand.self,
            YearReportCommand.self,
            Serve.self, Import.self, Export.self, ReferenceCommand.self,
            SchemaCommand.self, MapCommand.self, New.self, MoveEntryCommand.self, ForgetPersonCommand.self,
            UpgradeWorkflowsCommand.self,
            ThemeCommand.self, Render.self,
        ])

    static func main() async {
        // A reader that has seen enough, such as `head`, ends the output and not the program.
        signal(SIGPIPE, SIG_IGN)
        // ArgumentParser 1.8 has options whose value may be left out, but it loses the value of `--timings=json` where
        // another option follows, and takes any other value as none.
        await main(CommandLine.arguments.dropFirst().map { $0 == "--timings=json" ? "--timings-json" : $0 })
    }
}
