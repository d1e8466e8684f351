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
    static let configuration = CommandConfiguration(abstract: "Look for problems without writing anything.")

    @OptionGroup var shared: SharedArguments

    func run() async throws {
        try await shared.run(shared.command(output: nil))
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
