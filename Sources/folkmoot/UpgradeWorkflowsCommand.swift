import ArgumentParser
import Tools

struct UpgradeWorkflowsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upgrade",

        abstract: "Show what this version would change in a handbook's workflows, and write it on request.",
        discussion: """
            The files that hosts read, the workflows and the release that they fetch, are compared with those that \
            this version writes for a new handbook. Without a flag nothing is changed. With --write they are renewed, \
            and what you changed in them is kept. Where both changed the same lines, your file stays, the new one \
            comes beside it with `.new` after its name, and the exit code is 1. No content is touched.

            Examples:
              folkmoot upgrade
              folkmoot upgrade --write
            """)

    @Argument(help: "The folder of the handbook's repository.")
    var folder = "."

    @Flag(help: "Write what is shown.")
    var write = false

    func run() async throws {
        var command = UpgradeCommand(at: folder)
        command.writes = write
        let outcome = try await Console.reporting { [command] in try command.run() }
        try Console.write(outcome.text, to: .standardOutput)
        if outcome.left > 0 { throw ExitCode(1) }
    }
}
