internal import Content
public import Diagnostics
internal import Theme

/// What the commands `build` and `check` do, from folders to an exit code; arguments and printing are the caller's.
public struct BuildCommand: Sendable {
    public var content: String
    /// `nil` to check without writing.
    public var output: String?
    /// As the command names it: a path or a name; `nil` for the theme of the settings.
    public var theme: String?
    public var options = Pipeline.Options()
    public var isStrict = false
    public var keepsGoing = false
    /// Replace files in the output folder that no earlier run wrote.
    public var force = false
    /// Also look for what is not translated, or no longer.
    public var checksTranslations = false

    public init(content: String, output: String?) {
        self.content = content
        self.output = output
    }

    public struct Outcome: Sendable {
        public var problems: [Diagnostic]
        /// `nil` when nothing was written, because of errors or because that was not asked for.
        public var summary: String?
        public var timings: Timings
        /// Things to say that are no problems of the content.
        public var messages: [String]
        /// Where it was asked for.
        public var translations: TranslationReport?
        /// For showing lines in a report.
        public var source: @Sendable (String) -> [UInt8]?
        public var exitCode: Int32
    }

    /// - Throws: `BuildError` or `ThemeError` when the environment does not let it run.
    public func run() async throws -> Outcome {
        let reader = try ContentReader(at: content)
        let source = ContentSource(reader)
        let reading = await Pipeline.read(source, options)
        var timings = reading.timings
        let problems = isStrict ? reading.problems.raisingWarnings() : reading.problems
        let hasErrors = problems.contains { $0.severity == .error }
        var outcome = Outcome(
            problems: problems, timings: timings, messages: [], source: { try? source.read($0).get() },
            exitCode: hasErrors && !(keepsGoing && output != nil) ? 1 : 0)
        if checksTranslations {
            let report = TranslationReport(of: reading.site, root: reader.root) { try? source.read($0).get() }
            outcome.translations = report
            if isStrict, !report.isComplete { outcome.exitCode = 1 }
        }
        if hasErrors && !keepsGoing { return outcome }
        // A check plans the pages too: a theme that lacks something must not come to light only when it is published.
        let plan = try RenderPlan(reading.site, theme: ThemeFolder.load(flag: theme, setting: reading.site.settings.theme?.value, content: content))
        guard let output else { return outcome }
        let folder = try OutputFolder(at: output, contentPath: content, takeOver: force)
        outcome.messages = folder.messages
        let run = try folder.begin(planned: plan.paths)
        timings.mark("plan")
        let written = try await Pipeline.render(plan, into: run, copyFrom: { reader.absolutePath(of: $0) }, jobs: options.jobs)
        timings.mark("render and write")
        let summary = try run.finish(written)
        timings.mark("put in place")
        outcome.timings = timings
        outcome.summary = "\(plan.pageCount) pages, \(summary.written) written, \(summary.unchanged) unchanged, \(summary.removed) removed, \(timings.total.formatted(decimals: 2)) s"
        return outcome
    }
}
