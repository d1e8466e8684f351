import ArgumentParser
import Build
import Content
import Diagnostics
import Disk
import Foundation
import Preview

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show a handbook in the browser while it is written.",
        discussion: """
            Pages are made on request. When a file of the content or of the theme is saved, the browser \
            shows the \
            new page, with its problems over it; a file that cannot be used keeps its last state. \
            Nothing is \
            written. Only this machine can see it, unless --host says otherwise.

            Examples:
              folkmoot serve --open               in the browser of this machine
              folkmoot serve --drafts             with what is not published yet
              folkmoot serve --host 0.0.0.0       for a phone in the same network, at this machine's address
            """)

    @Option(help: ArgumentHelp("The folder with the handbook's files.", valueName: "folder"))
    var content = "content"

    @Option(help: ArgumentHelp("The theme: a folder, or the name of one in themes/.", valueName: "name-or-folder"))
    var theme: String?

    @Option(help: ArgumentHelp("The port to serve at; 0 for any that is free.", valueName: "number"))
    var port = 4747

    @Option(
        help: ArgumentHelp(
            "The address of this machine to serve at. Everybody who reaches it can read the handbook, drafts too.",
            valueName: "address"))
    var host = "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            "Another name by which the server is reached, such as that of a container. May be repeated.",
            valueName: "name"))
    var allowHost: [String] = []

    @Flag(help: "Open the home page in the browser.")
    var open = false

    @Flag(help: "Also show drafts, scheduled and expired pages.")
    var drafts = false

    @Option(
        help: ArgumentHelp("Show the site as of this day (2026-03-12) instead of today.", valueName: "date"),
        transform: SharedArguments.day)
    var asOf: CivilDay?

    func validate() throws {
        if !(0...65_535).contains(port) { throw ValidationError("--port takes a number from 0 to 65535.") }
        if WebHost(rawValue: host) != nil {
            throw ValidationError(
                "--host takes an address of this machine here. The files for \(host) come with `folkmoot build --host "
                    + "\(host)`."
            )
        }
    }

    func run() async throws {
        var options = PreviewServer.Options(content: content, port: port)
        options.theme = theme
        options.host = host
        options.allowedHosts = allowHost
        options.pipeline.drafts = drafts
        options.pipeline.asOf = asOf
        options.pipeline.jobs = ProcessInfo.processInfo.activeProcessorCount
        try await Console.reporting { [options] in
            // A misspelt folder is reported before a port is taken.
            _ = try ContentReader(at: content)
            let preview = try await PreviewServer.start(options)
            var isFirst = true
            try await preview.follow { event in
                if isFirst { try welcome(preview.address, event) } else { try tell(event) }
                isFirst = false
            }
        }
    }

    private func welcome(_ address: String, _ event: PreviewServer.Event) throws {
        try report(event)
        try Console.say(
            "\(event.pageCount) pages, at \(address)\nSave a file to see it. Ctrl-C ends the server.", isReport: false)
        if event.isSlow {
            Console.error(
                "folkmoot: this system cannot report changes in this many folders, so each change shows seconds later")
        }
        if self.open { browse(address) }
    }

    /// One line for each time that files were saved.
    private func tell(_ event: PreviewServer.Event) throws {
        let names = event.paths.prefix(3).map { ContentPath.prefix(of: content) + $0 }.joined(separator: ", ")
        let more = event.paths.count > 3 ? " and \(event.paths.count - 3) more" : ""
        try report(event)
        let state = Report.summary(event.problems).map { ": \($0)" } ?? ""
        Console.error(
            "\(Self.time())  \(names.isEmpty ? "theme or folder" : names + more) "
                + "(\(Int((event.seconds * 1000).rounded())) ms)\(state)"
        )
    }

    private func report(_ event: PreviewServer.Event) throws {
        if let failure = event.failure { Console.error("folkmoot: \(failure) Until then the last version is shown.") }
        try Console.write(
            Report.text(event.newProblems, format: .human, prefix: "", source: event.source), to: .standardError)
    }

    private static func time() -> String {
        let parts = Calendar.current.dateComponents([.hour, .minute, .second], from: Date())
        return [parts.hour, parts.minute, parts.second].map { part in
            (part ?? 0) < 10 ? "0\(part ?? 0)" : "\(part ?? 0)"
        }.joined(separator: ":")
    }

    private func browse(_ address: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        #if os(macOS)
        process.arguments = ["open", address]
        #else
        process.arguments = ["xdg-open", address]
        #endif
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        do { try process.run() } catch { Console.error("folkmoot: no browser could be opened; go to \(address)") }
    }
}
