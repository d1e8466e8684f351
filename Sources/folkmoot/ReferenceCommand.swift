import ArgumentParser
import Build
import Tools

struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "Print the page of all keys, checks or signals, as markdown.",
        discussion: """
            Examples:
              folkmoot reference keys
              folkmoot reference checks
              folkmoot reference signals
            """)

    @Argument(help: "keys, checks or signals.")
    var page: ReferencePage

    func run() throws { try Console.write(page.text, to: .standardOutput) }
}

extension ReferencePage: ExpressibleByArgument {}
