public import Content
package import Diagnostics
internal import Disk
internal import Pages
internal import Theme

/// What the command `build` does, from folders to an exit code; arguments and printing are the caller's.
public struct BuildCommand: Sendable {
    public var content: String
    /// A private folder whose files replace those with the same path. Such a site is never written into a folder with
    /// a site that may be published.
    public var overlay: String?
    /// `nil` to check without writing.
    public var output: String?
    /// As the command names it: a path or a name; `nil` for the theme of the settings.
    public var theme: String?
    public var options = Pipeline.Options()
    public var isStrict = false
    public var keepsGoing = false
    /// What the site is made for: it gets the files from which that host reads types, caching and redirections. `nil`
    /// for that of the settings.
    public var host: WebHost?
    /// Replace files in the output folder that no earlier run wrote.
    public var force = false

    public init(content: String, output: String?) {
        self.content = content
        self.output = output
    }

    /// - Throws: `BuildError` or `ThemeError` when the environment does not let it run.
    public func run() async throws -> BuildOutcome {
        let handbook = try await load()
        var outcome = outcome(of: handbook, handbook.reading.problems)
        guard let plan = try plan(of: handbook, outcome), let output else { return outcome }
        outcome.messages += plan.host?.advice(for: handbook.reading.site.baseURL) ?? []
        outcome.messages += (handbook.overlay?.messages ?? []) + handbook.messages
        try await publish(plan, into: output, open: handbook.source.open, &outcome)
        return outcome
    }

    /// - Throws: `BuildError` when the content folder cannot be read.
    package func load() async throws -> LoadedHandbook {
        try await LoadedHandbook(content: content, theme: theme, overlay: overlay, readsHistory: output != nil, options)
    }

    /// What is to be reported.
    ///
    /// - Parameter found: problems of the content, in any order.
    package func outcome(of handbook: LoadedHandbook, _ found: [Diagnostic]) -> BuildOutcome {
        let found = handbook.themeSettings.joined(with: found).sortedForReport()
        let theme = handbook.theme
        var outcome = BuildOutcome(
            problems: isStrict ? found.raisingWarnings() : found,
            themeProblems: isStrict ? (theme?.problems ?? []).raisingWarnings() : theme?.problems ?? [],
            timings: handbook.reading.timings, source: handbook.bytes(of:), themeSource: { theme?.files[$0] },
            exitCode: 0, overlay: handbook.overlay)
        outcome.messages = [HandbookRelease(besides: content)?.message].compactMap { $0 }
        let isPublished = keepsGoing && output != nil
        outcome.exitCode = outcome.hasThemeErrors || (outcome.hasErrors && !isPublished) ? 1 : 0
        return outcome
    }

    /// The pages to write; `nil` where errors forbid it. A check plans them too: a theme that lacks something must not
    /// come to light only when it is published.
    ///
    /// - Throws: `BuildError` or `ThemeError` when the theme cannot be read, or lacks something that the site needs.
    package func plan(of handbook: LoadedHandbook, _ outcome: BuildOutcome) throws -> RenderPlan? {
        if outcome.hasErrors && !keepsGoing { return nil }
        guard let plan = try handbook.plan(for: host), !outcome.hasThemeErrors else { return nil }
        return plan
    }

    private func publish(
        _ plan: RenderPlan, into output: String, open: @escaping @Sendable (String) throws -> OpenAsset,
        _ outcome: inout BuildOutcome
    ) async throws {
        let folder = try OutputFolder(
            at: output, contentPath: content, takeOver: force, kind: overlay == nil ? .published : .handbook,
            overlay: overlay)
        outcome.messages += folder.messages
        let run = try folder.begin(planned: plan.paths)
        outcome.timings.mark("plan")
        // With one job, one core is wanted.
        let early = options.jobs <= 1 ? plan.searchFiles() : nil
        if early != nil { outcome.timings.mark("index") }
        async let search = early ?? plan.searchFiles()
        plan.drawMap()
        outcome.timings.mark("draw the map")
        let (pages, times) = try await Pipeline.render(plan, into: run, open: open, jobs: options.jobs)
        let (files, cpuSeconds) = await search
        let complete = try run.planning(files.map(\.path))
        let written = try pages + files.map { try complete.write($0.path, $0.bytes) }
        if early == nil { outcome.timings.note(beside: "index", cpuSeconds: cpuSeconds) }
        outcome.timings.note(pages: times)
        outcome.timings.note(
            size: written.reduce(0) { $0 + $1.size },
            written: written.reduce(0) { $0 + ($1.status == .written ? $1.size : 0) })
        outcome.timings.mark("render and write")
        let summary = try complete.finish(written)
        outcome.timings.mark("put in place")
        outcome.summary =
            "\(plan.pageCount) pages, \(summary.written) written, \(summary.unchanged) unchanged, \(summary.removed) "
            + "removed, \(outcome.timings.total.formatted(decimals: 2)) s"
    }
}
