import ArgumentParser
import Content
import Foundation

/// The arguments of all commands that read a private folder with the handbook.
struct OverlayArguments: ParsableArguments {
    @Option(help: ArgumentHelp("The folder with the handbook's files.", valueName: "folder"))
    var content = "content"

    @Option(help: ArgumentHelp("A private folder to read with it.", valueName: "folder"))
    var overlay: String?

    @Option(
        help: ArgumentHelp("Show it as of this day (2026-03-12) instead of today.", valueName: "date"),
        transform: SharedArguments.day)
    var asOf: CivilDay?

    @Option(help: ArgumentHelp("How many files to work on at once.", valueName: "number"))
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        if jobs < 1 { throw ValidationError("--jobs takes a number of 1 or more.") }
    }
}
