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
    /// Only what a change brings: a branch, tag or commit to compare with, as git knows it. For a check alone.
    public var changedSince: String?
    /// Also ask other sites for what is linked to; for a check alone.
    public var externalLinks: ExternalLinks?

    public init(content: String, output: String?) {
        self.content = content
        self.output = output
    }

    public struct Outcome: Sendable {
        /// Paths are below the content folder.
        public var problems: [Diagnostic]
        /// Of the project's theme; paths as they can be opened from where the program was started.
        public var themeProblems: [Diagnostic]
        /// `nil` when nothing was written, because of errors or because that was not asked for.
        public var summary: String?
        public var timings: Timings
        /// Things to say that are no problems of the content.
        public var messages: [String]
        /// Where it was asked for.
        public var translations: TranslationReport?
        /// What is new, where a change is looked at.
        public var news: [ChangeNews]?
        /// For showing lines in a report: of the content, and of the theme.
        public var source: @Sendable (String) -> [UInt8]?
        public var themeSource: @Sendable (String) -> [UInt8]?
        public var exitCode: Int32
    }

    /// - Throws: `BuildError` or `ThemeError` when the environment does not let it run.
    public func run() async throws -> Outcome {
        let reader = try ContentReader(at: content)
        let source = ContentSource(reader)
        let reading = await Pipeline.read(source, options)
        // Loaded even if nothing will be written: a check also reports what is wrong with the theme.
        let setting = reading.site.settings.theme
        let missing = theme == nil ? ThemeFolder.problem(with: setting) : nil
        let loading = Result {
            try missing != nil
                ? LoadedTheme()
                : ThemeFolder.load(
                    flag: theme, setting: setting?.value, content: content, languages: reading.site.languages)
        }
        let loaded = try? loading.get()
        var changes: ContentChanges?
        if let changedSince {
            changes = await self.changes(
                in: reading, source, since: try ContentRevision(changedSince, root: reader.root))
        }
        let links = try await externalLinks?.look(
            in: source.documents.filter { path in changes.map { $0.changed.contains(path) } ?? true }, of: reading.site,
            jobs: options.jobs
        ) { try? source.read($0).get() }
        let found = ((links?.problems ?? []) + (changes?.problems ?? reading.problems) + [missing].compactMap { $0 })
            .sortedForReport()
        let problems = isStrict ? found.raisingWarnings() : found
        let themeProblems = isStrict ? (loaded?.problems ?? []).raisingWarnings() : loaded?.problems ?? []
        let hasErrors = problems.contains { $0.severity == .error }
        let hasThemeErrors = themeProblems.contains { $0.severity == .error }
        var outcome = Outcome(
            problems: problems, themeProblems: themeProblems, timings: reading.timings,
            messages: [links?.message].compactMap { $0 }, source: { try? source.read($0).get() },
            themeSource: { loaded?.files[$0] },
            exitCode: hasThemeErrors || (hasErrors && !(keepsGoing && output != nil)) ? 1 : 0)
        outcome.news = changes?.news
        // What nobody looked at is not found in order.
        if isStrict, links?.isComplete == false { outcome.exitCode = 1 }
        if changes != nil { return outcome }
        if checksTranslations {
            let report = TranslationReport(of: reading.site, root: reader.root) { try? source.read($0).get() }
            outcome.translations = report
            if isStrict, !report.isComplete { outcome.exitCode = 1 }
        }
        if hasErrors && !keepsGoing { return outcome }
        guard let theme = try loading.get().theme, !hasThemeErrors else { return outcome }
        // A check plans the pages too: a theme that lacks something must not come to light only when it is published.
        let plan = try RenderPlan(reading.site, theme: theme)
        guard let output else { return outcome }
        try await publish(plan, into: output, copyFrom: { reader.absolutePath(of: $0) }, &outcome)
        return outcome
    }

    private func changes(in reading: Pipeline.Reading, _ source: ContentSource, since revision: ContentRevision) async
        -> ContentChanges
    {
        let before = await Pipeline.read(ContentSource(revision.files), options)
        let documents = Set(source.documents)
        let changed = documents.filter { !hasSameLines(try? source.read($0).get(), revision.files[$0]) }.union(
            revision.files.keys.filter { $0.hasSuffix(".md") && !documents.contains($0) })
        return ContentChanges(from: before, to: reading, changed: changed)
    }

    /// Whether a file is the same but for the ends of its lines, which some set-ups of git write in their own way.
    private func hasSameLines(_ a: [UInt8]?, _ b: [UInt8]?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return a == b || a.filter { $0 != 13 } == b.filter { $0 != 13 }
    }

    private func publish(
        _ plan: RenderPlan, into output: String, copyFrom absolutePath: @escaping @Sendable (String) -> String,
        _ outcome: inout Outcome
    ) async throws {
        let folder = try OutputFolder(at: output, contentPath: content, takeOver: force)
        outcome.messages += folder.messages
        outcome.timings.mark("plan")
        let plan = plan.withSearch()
        outcome.timings.mark("index")
        let run = try folder.begin(planned: plan.paths)
        plan.drawMap()
        outcome.timings.mark("draw the map")
        let written = try await Pipeline.render(plan, into: run, copyFrom: absolutePath, jobs: options.jobs)
        outcome.timings.mark("render and write")
        let summary = try run.finish(written)
        outcome.timings.mark("put in place")
        outcome.summary =
            "\(plan.pageCount) pages, \(summary.written) written, \(summary.unchanged) unchanged, \(summary.removed) "
            + "removed, \(outcome.timings.total.formatted(decimals: 2)) s"
    }
}
