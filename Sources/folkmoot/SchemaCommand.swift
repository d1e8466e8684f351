import ArgumentParser
import Build
import Tools

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema for the facts of a kind, for editors.",
        discussion: """
            Kinds: \(JSONSchema.names.joined(separator: ", ")).

            An editor with a YAML language server completes and checks site.yaml with a first line such as
              # yaml-language-server: $schema=.schema/site.json
            after `folkmoot schema site > .schema/site.json`. For the facts at the top of markdown files, tools that \
            read front \
            matter take the schema of the kind.

            Examples:
              folkmoot schema site > .schema/site.json
              folkmoot schema community
            """)

    @Argument(help: "The kind of entry, or `site` for site.yaml.")
    var kind: String

    @Flag(help: "For a translation such as NAME.cy.md, which holds texts only.")
    var translation = false

    func run() throws {
        guard let schema = JSONSchema(kind, isTranslation: translation) else {
            throw ValidationError("There is no kind `\(kind)`. Kinds are \(JSONSchema.names.joined(separator: ", ")).")
        }
        try Console.write(schema.text, to: .standardOutput)
    }
}
