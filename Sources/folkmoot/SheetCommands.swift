import ArgumentParser
import Build
import Diagnostics
import Foundation
import Spreadsheet
import Tools

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring communities from a spreadsheet into the handbook.",
        discussion: """
            The sheet is saved as CSV; its first row names the columns, such as name, summary, government, roles and \
            topics \
            (semicolons separate several). A row whose id or name the handbook knows updates that community: only the \
            facts of the \
            row change, and an empty cell changes nothing. Other rows become new files below communities/.

            A date or number that a program wrote in its own way, such as 11/07/2020, Jul-20, 71.0 or NA, counts as \
            what the file says where it can mean that.

            Examples:
              folkmoot import communities.csv --dry-run
              folkmoot import list.csv --map name="Community of practice" --map join=Link
              folkmoot import answers.csv --map id= --map name="Name of the community"
              folkmoot import answers.csv --save-mapping import.yaml --dry-run
              folkmoot import answers.csv --mapping import.yaml --set government=wales

            Facts: \(SheetColumn.all.map(\.name).joined(separator: ", ")). A text in another language of the \
            handbook has its code after a dot, such as name.cy.
            """)

    @Argument(help: ArgumentHelp("The sheet.", valueName: "file.csv"))
    var file: String

    @Option(help: ArgumentHelp("The folder with the handbook's files.", valueName: "folder"))
    var content = "content"

    @Option(
        name: .customLong("map"),
        help: ArgumentHelp(
            "Which heading of the sheet a fact has; with nothing after the =, the fact is left out. Can be "
                + "given again.",
            valueName: "name=heading"))
    var maps: [String] = []

    @Flag(name: .customLong("dry-run"), help: "Show what would change, and write nothing.")
    var isDryRun = false

    @Flag(
        name: .customLong("replace-newer"), help: "Also replace facts that are newer in the handbook than in the sheet."
    )
    var replacesNewer = false

    @Option(
        help: ArgumentHelp(
            "How to read 3/4/2026 where no other date of the sheet says it: day-first, month-first or, for 21-02-03, "
                + "year-first.",
            valueName: "order"))
    var dates: DateOrder?

    @Option(
        name: .customLong("split"),
        help: ArgumentHelp(
            "What separates the items of a column besides semicolons, such as topics=,/ for commas and slashes; with "
                + "nothing after the =, nothing else does. May be repeated for other columns.",
            valueName: "name=sign"))
    var splits: [String] = []

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "The value for rows whose cell is empty, or whose sheet has no such column. May be repeated.",
            valueName: "name=value"))
    var sets: [String] = []

    @Option(
        help: ArgumentHelp(
            "A file with columns, set, split and dates for sheets of one kind.", valueName: "import.yaml"))
    var mapping: String?

    @Option(
        help: ArgumentHelp(
            "Write such a file with the headings of this sheet, to finish and keep.", valueName: "import.yaml"))
    var saveMapping: String?

    @Flag(help: "Import the rows without errors even if others have some.")
    var keepGoing = false

    @Option(help: "How to report problems: human, json (one object a line) or github (annotations).")
    var format = Report.Format.human

    func validate() throws {
        if format.document != nil { throw ValidationError("--format takes human, json or github here.") }
        let examples = [
            ("--map", maps, "join=Link"), ("--split", splits, "topics=,"), ("--set", sets, "government=wales"),
        ]
        for (option, texts, example) in examples {
            for text in texts where !text.contains("=") {
                throw ValidationError(
                    "\(option) takes a fact and a value, such as \(option) \(example), not `\(text)`.")
            }
        }
    }

    /// `name=value` by name.
    private static func pairs(_ texts: [String]) -> [String: String] {
        Dictionary(
            texts.map { (String($0.prefix { $0 != "=" }), String($0.drop { $0 != "=" }.dropFirst())) },
            uniquingKeysWith: { $1 })
    }

    func run() async throws {
        var command = ImportCommand(sheet: file, content: content)
        command.mapping.columns = Self.pairs(maps)
        command.mapping.split = Self.pairs(splits)
        command.mapping.set = Self.pairs(sets)
        command.mapping.dates = dates
        (command.mappingFile, command.savedMapping) = (mapping, saveMapping)
        command.isDryRun = isDryRun
        command.replacesNewer = replacesNewer
        command.keepsGoing = keepGoing
        command.jobs = ProcessInfo.processInfo.activeProcessorCount
        let outcome = try await Console.reporting { [command] in try await command.run() }
        let text = Report.text(outcome.problems, format: format, prefix: "", source: outcome.source)
        try Console.write(text, to: format == .human ? .standardError : .standardOutput)
        if !outcome.diff.isEmpty {
            try Console.write(Console.lines(outcome.diff), to: format == .human ? .standardOutput : .standardError)
        }
        for line in outcome.report { Console.error(line) }
        if outcome.exitCode != 0 { throw ExitCode(outcome.exitCode) }
    }
}

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the handbook's communities as a spreadsheet, which can be imported again, or as a network.",
        discussion: """
            The ending of the file says what is written. A name that ends in .csv is the sheet of all communities; \
            nodes.csv and edges.csv are the two sheets of the network, as Gephi takes them; .graphml, .gexf \
            and .json are the network with its places on the map. They are the files that a site has in data/.

            Examples:
              folkmoot export communities.csv
              folkmoot export network.graphml
              folkmoot export - | column -t -s ,
              folkmoot export - --format edges
            """)

    @Argument(help: ArgumentHelp("The file to write, or - for standard output.", valueName: "file"))
    var file: String

    @Option(help: "What to write, whatever the name of the file.")
    var format: ExportCommand.Format?

    @Option(help: ArgumentHelp("The folder with the handbook's files.", valueName: "folder"))
    var content = "content"

    @Flag(help: "Replace the file if it is there.")
    var force = false

    func validate() throws {
        if format == nil, ExportCommand.Format(of: file) == nil {
            throw ValidationError(
                "The ending of `\(file)` is not one of these formats: .csv, .graphml, .gexf or .json. "
                    + "Or say it with --format, such as --format communities.")
        }
    }

    func run() async throws {
        var command = ExportCommand(content: content)
        command.format = format ?? ExportCommand.Format(of: file) ?? .communities
        command.jobs = ProcessInfo.processInfo.activeProcessorCount
        try await Console.reporting { [command] in
            let (bytes, summary) = try await command.run()
            if file == "-" { return try Console.write(bytes, to: .standardOutput) }
            try ExportCommand.write(bytes, to: file, replaces: force)
            Console.error("Wrote \(summary) to \(file).")
        }
    }
}

extension ExportCommand.Format: ExpressibleByArgument {}

extension DateOrder: ExpressibleByArgument {}
