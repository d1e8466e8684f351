import ArgumentParser
import Build
import Tools

struct MoveEntryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mv",
        abstract: "Give an entry another id, or a page another folder, with everything that names it.",
        discussion: """
            Its files move; facts, links and the menu follow, and its old address leads to the new one. Lines that \
            still say its old id in words are listed. Wiki pages, chapters, plain pages and folders of them may go to \
            another folder: their own links follow, and files beside a page that only it uses move too. Nothing is \
            changed if anything would be wrong afterwards, or a file cannot be written. If it is interrupted, \
            the files of both names may be there: remove the new ones, and run it again.

            Examples:
              folkmoot mv communities/data communities/open-data
              folkmoot mv roles/developer roles/software-developer --dry-run
              folkmoot mv communities/data/resources/tips resources/teams/tips
            """)

    @Argument(help: "The entry, by its address or file.")
    var old: String

    @Argument(help: "Its new address, with another last part; for a page, also another folder.")
    var new: String

    @Option(help: ArgumentHelp("The folder with the handbook's files.", valueName: "folder"))
    var content = "content"

    @Flag(name: .customLong("dry-run"), help: "Show what would change, and write nothing.")
    var isDryRun = false

    func run() async throws {
        var command = MoveCommand(content: content, old: old, new: new)
        command.isDryRun = isDryRun
        let outcome = try await Console.reporting { [command] in try await command.run() }
        let report = try Console.report(
            of: outcome, in: content, refusal: "Nothing was changed, because these would be wrong afterwards.")
        try Console.say(Console.lines(report), isReport: false)
    }
}
