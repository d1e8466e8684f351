import ArgumentParser
import Build
import Content
import Foundation
import Tools

struct ThemeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme",
        abstract: "Look at what a theme is made of and what it receives.",
        subcommands: [
            ThemeContext.self, ThemeFields.self, ThemeFile.self, ThemeDifference.self, ThemeLanguage.self,
        ])
}

/// A handbook, and the theme to look at.
struct ThemeArguments: ParsableArguments {
    @Option(help: ArgumentHelp("The folder with the handbook's files.", valueName: "folder"))
    var content = "content"

    @Option(help: ArgumentHelp("The theme: a folder, or the name of one in themes/.", valueName: "name-or-folder"))
    var theme: String?
}

struct ThemeContext: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "context", abstract: "Print what the templates of a page receive.",
        discussion: """
            Example:
              folkmoot theme context communities/data-people/
            """)

    @Argument(
        help: """
            Its address below the site's root, such as communities/x/ or cy/map/ (nothing for the home page), or its \
            content file.
            """)
    var page = ""

    @OptionGroup var handbook: ThemeArguments

    @Option(
        help: ArgumentHelp("Make the page for this day (2026-03-12) instead of today.", valueName: "date"),
        transform: SharedArguments.day)
    var asOf: CivilDay?

    @Flag(help: "Whole lists and texts, however long.")
    var all = false

    func run() async throws {
        var inspection = ThemeInspection(content: handbook.content)
        inspection.theme = handbook.theme
        inspection.showsAll = all
        inspection.asOf = asOf
        try await Console.reporting { [inspection] in
            try Console.write(Console.lines(await inspection.context(of: page)), to: .standardOutput)
        }
    }
}

struct ThemeFields: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fields", abstract: "Print every name that a template may use, and what it may do with one.",
        discussion: """
            Names that the theme declares in theme.yaml are among them.

            Example:
              folkmoot theme fields pages/community
            """)

    @Argument(help: "A template that a page is made with, such as pages/community; without it, all of them.")
    var template: String?

    @OptionGroup var handbook: ThemeArguments

    func run() async throws {
        var inspection = ThemeInspection(content: handbook.content)
        inspection.theme = handbook.theme
        try await Console.reporting { [inspection] in
            try Console.write(inspection.fields(of: template), to: .standardOutput)
        }
    }
}

struct ThemeFile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "file", abstract: "Print a file of the default theme, to begin with one of your own.",
        discussion: """
            The first line says from what it began, so that `folkmoot check` can say when that has changed.

            Examples:
              folkmoot theme file
              folkmoot theme file tokens.css
            """)

    @Argument(help: "Its path below the theme's folder; without it, the paths of all files.")
    var path: String?

    func run() async throws {
        try await Console.reporting { try Console.write(ThemeInspection.file(path), to: .standardOutput) }
    }
}

struct ThemeDifference: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show how a file of your theme differs from the default theme's.",
        discussion: """
            Where the file says from what it began, and git has it as it was then, this also shows what has changed in \
            the default theme since.

            Example:
              folkmoot theme diff pages/community.mustache
            """)

    @Argument(help: "Its path below the theme's folder.")
    var file: String

    @OptionGroup var handbook: ThemeArguments

    func run() async throws {
        var inspection = ThemeInspection(content: handbook.content)
        inspection.theme = handbook.theme
        try await Console.reporting { [inspection] in
            try Console.write(inspection.difference(of: file), to: .standardOutput)
        }
    }
}

struct ThemeLanguage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "language",
        abstract: "Make the file of texts for a language, or say how much of it is translated.",
        discussion: """
            A new file has what Unicode CLDR knows of the language, such as the names of months, and all other texts \
            in English as comments, the most important first. A text that is missing is shown in another language, \
            so the site works at any time. Nothing is ever replaced.

            Examples:
              folkmoot theme language
              folkmoot theme language fi
            """)

    @Argument(help: "The code of the language, such as fi; without it, how much of each language of the site is done.")
    var code: String?

    @OptionGroup var handbook: ThemeArguments

    @Flag(help: "List all missing texts, however many.")
    var all = false

    func run() async throws {
        var command = LanguageCommand(content: handbook.content)
        command.theme = handbook.theme
        command.listsAll = all
        try await Console.reporting { [command] in
            let text = if let code { try await command.language(code) } else { try await command.languages() }
            try Console.write(text + "\n", to: .standardOutput)
        }
    }
}
