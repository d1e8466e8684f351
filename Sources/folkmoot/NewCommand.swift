import ArgumentParser
import Build

struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make something to begin with.", subcommands: [NewThemeCommand.self])
}

struct NewThemeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme", abstract: "Make a theme of your own below themes/, which changes nothing yet.")

    @Argument(help: "What it is called: lower-case letters, digits and hyphens.")
    var name: String

    func run() async throws {
        try await Console.reporting { try Console.say(NewTheme(name).make(), isReport: false) }
    }
}
