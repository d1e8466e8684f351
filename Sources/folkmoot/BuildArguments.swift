import ArgumentParser
import Build
import Content
import Diagnostics
import Foundation
import Text
import Tools

/// What `build` and `check` have in common.
struct SharedArguments: ParsableArguments {
    @Option(help: ArgumentHelp("The folder with the handbook's files.", valueName: "folder"))
    var content = "content"

    @Option(help: ArgumentHelp("The theme: a folder, or the name of one in themes/.", valueName: "name-or-folder"))
    var theme: String?

    @Option(help: ArgumentHelp("Where the site will be published; replaces base_url of site.yaml.", valueName: "url"))
    var baseURL: String?

    @Option(
        help: ArgumentHelp("Make the site for this day (2026-03-12) instead of today.", valueName: "date"),
        transform: day)
    var asOf: CivilDay?

    @Flag(help: "Also publish drafts, scheduled and expired pages.")
    var drafts = false

    @Flag(help: "Treat warnings as errors.")
    var strict = false

    @Flag(help: "Publish all that is valid even if there are errors, and exit with 0.")
    var keepGoing = false

    @Option(help: ArgumentHelp("How many files to work on at once.", valueName: "number"))
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Flag
    var timings: Timings.Format?

    @Option(
        help: """
            How to report problems: human, json (one object a line), github (annotations), markdown (a comment), or \
            one document: sarif, rdjson (for reviewdog) or gitlab (Code Quality).
            """)
    var format = Report.Format.human

    func validate() throws {
        if jobs < 1 { throw ValidationError("--jobs takes a number of 1 or more.") }
        if let baseURL, !SiteAddress.isValid(baseURL) {
            throw ValidationError("--base-url takes an address that starts with https:// or http://, not `\(baseURL)`.")
        }
    }

    static func day(_ text: String) throws -> CivilDay {
        guard let date = PartialDate(text), date.day != nil, date.minute == nil else {
            throw ValidationError("`\(text)` is not a day; write it like 2026-03-12.")
        }
        return date.firstDay
    }

    func command(output: String?) -> BuildCommand {
        var command = BuildCommand(content: content, output: output)
        command.theme = theme
        command.options.baseURL = baseURL
        command.options.asOf = asOf
        command.options.drafts = drafts
        command.options.jobs = jobs
        command.isStrict = strict
        command.keepsGoing = keepGoing
        return command
    }
}

extension Report.Format: ExpressibleByArgument {}

extension Timings.Format: EnumerableFlag {
    public static func name(for format: Timings.Format) -> NameSpecification {
        .customLong(format == .json ? "timings-json" : "timings")
    }

    public static func help(for format: Timings.Format) -> ArgumentHelp? {
        format == .json
            ? "The same for programs, as one line of JSON; --timings=json is the same."
            : "Say how long each phase took and what it used, and which files and pages took longest."
    }
}

extension SharedArguments {
    /// Reports the result of a build or a check. Reports for programs go to standard output, those for people to
    /// standard error, so that each can be piped.
    ///
    /// - Parameters:
    ///   - isBuild: whether a site was to be written.
    ///   - news: what a change brings; `nil` where all of the handbook was looked at.
    func report(_ outcome: BuildOutcome, isBuild: Bool, news: [ChangeNews]? = nil) throws {
        for message in outcome.messages { Console.error("folkmoot: \(message)") }
        let prefix = ContentPath.prefix(of: content)
        let problems = outcome.problems + outcome.themeProblems
        if format == .markdown {
            try Console.write(outcome.comment(prefix: prefix, news: news), to: .standardOutput)
        } else {
            let report: String
            if let format = format.document {
                report = ReportDocument(outcome.parts(prefix: prefix), rules: BuildRules.all).text(format)
            } else {
                report = outcome.parts(prefix: prefix).map {
                    Report.text($0.problems, format: format, prefix: $0.prefix, source: $0.source)
                }.joined()
            }
            try Console.write(report, to: format == .human ? .standardError : .standardOutput)
            let lines = (news ?? []).map { Printable.line($0.plain) + "\n" }.joined()
            try Console.write(lines, to: format == .human ? .standardOutput : .standardError)
        }
        if let summary = Report.summary(problems) { Console.error(summary) }
        if let timings { try Console.write(outcome.timings.text(timings), to: .standardError) }
        if let summary = outcome.summary {
            try Console.say(summary, isReport: format != .human)
        } else if isBuild, outcome.themeProblems.contains(where: { $0.severity == .error }) {
            Console.error("Nothing was published, because the theme has errors.")
        } else if isBuild {
            Console.error("Nothing was published. Fix the errors above, or publish what is valid with --keep-going.")
        } else if problems.isEmpty {
            try Console.say("No problems found.", isReport: format != .human)
        }
    }
}
