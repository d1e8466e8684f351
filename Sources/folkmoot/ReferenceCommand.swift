import ArgumentParser
import Build
import Tools

struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "Print the page of all keys, or of all checks, as markdown.",
        discussion: """
            Examples:
              folkmoot reference keys
              folkmoot reference checks
            """)

    @Argument(help: "keys or checks.")
    var page: ReferencePage

    func run() throws { try Console.write(page.text, to: .standardOutput) }
}

extension ReferencePage: ExpressibleByArgument {}
