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
        discussion: "Links are written as they stand: there is no site to look them up in.")

    @Flag(name: .customLong("commonmark"), help: "Plain CommonMark, without heading ids and wiki links.")
    var commonMark = false

    @Flag(name: .customLong("unsafe-html"), help: "Let raw HTML through. Only for text that you trust.")
    var unsafeHTML = false

    func run() throws {
        let bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
        let rendered = Markdown.render(
            bytes, from: 0, path: "(standard input)", options: .init(unsafeHTML: unsafeHTML, commonMarkOnly: commonMark))
        var html: [UInt8] = []
        rendered.markup.append(to: &html) { .to(rendered.links[$0].destination) }
        try Console.write(Report.text(rendered.diagnostics, format: .human, prefix: "", source: { _ in bytes }), to: .standardError)
        try Console.write(html, to: .standardOutput)
    }
}
