import ArgumentParser
import Build
import Diagnostics
import Foundation
import Markdown

struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Check a handbook and publish it into a folder.")

    @OptionGroup var shared: SharedArguments

    @Option(help: ArgumentHelp("The folder for the finished site.", valueName: "folder"))
    var output = "site"

    @Flag(help: "Replace files in the output folder that folkmoot did not write.")
    var force = false

    func run() async throws {
        var command = shared.command(output: output)
        command.force = force
        try await shared.run(command)
    }
}

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look for problems without writing anything.",
        discussion: """
            With --translations it also lists, for each language of the site, what is not written in it: pages without a \
            translation, texts in other languages only, and translations whose original has other texts than when they \
            were last committed. The last needs git and its whole history; changed facts make no translation old, and \
            texts that stand in several languages in one file are not compared by age. Where a text is the same in two \
            languages, write it twice.

            What is not translated is no error: the exit code stays 0, unless --strict is given.

            With --changed-since it reports only what is wrong in changed files, what the changes broke elsewhere, and what \
            is not plausible about them, such as ten times as many members. The comparison is with the newest commit \
            that both have. --format markdown writes a comment for a proposal.
            """)

    @OptionGroup var shared: SharedArguments

    @Flag(help: "Also list what is not translated, or older than its original.")
    var translations = false

    @Option(name: .customLong("changed-since"), help: ArgumentHelp("Only what the changes since a branch or commit bring, and what about them is not plausible.", valueName: "ref"))
    var changedSince: String?

    @Flag(help: "With --translations: list everything, however long it gets.")
    var verbose = false

    func run() async throws {
        var command = shared.command(output: nil)
        command.checksTranslations = translations
        command.changedSince = changedSince
        try await shared.run(command, isVerbose: verbose)
    }
}

struct Render: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read markdown on standard input and write it as HTML.",
        discussion: """
            As GitHub shows it: with tables, task lists, strikethrough, footnotes, notes and addresses that become links. \
            Links are written as they stand and [[wiki links]] stay text: there is no site to look them up in.
            """)

    @Flag(name: .customLong("commonmark"), help: "Plain CommonMark 0.30, without GitHub's extensions.")
    var commonMark = false

    @Flag(name: .customLong("unsafe-html"), help: "Let raw HTML and all addresses through. Only for text that you trust.")
    var unsafeHTML = false

    func run() throws {
        // What is no UTF-8 becomes U+FFFD.
        let bytes = Array(String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self).utf8)
        let options = Markdown.Options(dialect: commonMark ? .commonMark : .gitHub, unsafeHTML: unsafeHTML)
        let rendered = Markdown.render(bytes, from: 0, path: "(standard input)", options: options)
        var html: [UInt8] = []
        rendered.markup.append(to: &html) { .to(rendered.links[$0].destination) }
        try Console.write(Report.text(rendered.diagnostics, format: .human, prefix: "", source: { _ in bytes }), to: .standardError)
        try Console.write(html, to: .standardOutput)
    }
}
