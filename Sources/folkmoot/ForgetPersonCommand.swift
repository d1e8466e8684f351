import ArgumentParser
import Build
import Tools

struct ForgetPersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Show every mention of a person, and remove them on request.",
        discussion: """
            Without a flag nothing is changed. --remove removes the person's file, its translations and pictures, and \
            every fact, credit and link that names them: all of it, or nothing if anything would be wrong afterwards. \
            Sentences that hold the name are listed and left to you; the exit code is 1 then. At the end it says what \
            a repository's history keeps.

            Examples:
              folkmoot forget ada-example
              folkmoot forget "Ada Example" --remove
            """)

    @Argument(help: "The id of a file under people/, or a name as it is written.")
    var person: String

    @Option(help: ArgumentHelp("The folder with the handbook's files.", valueName: "folder"))
    var content = "content"

    @Flag(help: "Remove what can be removed without cutting a sentence.")
    var remove = false

    @Flag(name: .customLong("dry-run"), help: "With --remove: show the changes as a difference, and write nothing.")
    var isDryRun = false

    func validate() throws {
        if isDryRun, !remove { throw ValidationError("--dry-run shows what --remove would change; add --remove.") }
    }

    func run() async throws {
        var command = ForgetCommand(content: content, person: person)
        command.removes = remove
        command.isDryRun = isDryRun
        let outcome = try await Console.reporting { [command] in try await command.run() }
        let report = try Console.report(
            of: outcome.edit, in: content, refusal: "Nothing was changed, because these would be wrong afterwards.")
        try Console.say(Console.lines(report), isReport: false)
        if remove, outcome.left > 0 { throw ExitCode(1) }
    }
}
