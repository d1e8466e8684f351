public import Content
public import Diagnostics
internal import Foundation
public import Site
public import Theme

/// Build: a folder of content → a folder of pages.
///
/// Runs the phases (read and parse in parallel, link, render and write in parallel) and holds everything that touches
/// disk, clock and terminal. The phases themselves are pure functions of what stands above them.
///
///     let reading = try await Pipeline.read(source, options)
///     let result = try await Pipeline.render(reading.site, theme: theme, assets: …, into: sink)
public enum Pipeline {
    public struct Options: Sendable {
        /// Replaces `base_url` of the settings.
        public var baseURL: String?
        /// The day for which the site is made; without it, today in the site's time zone.
        public var asOf: CivilDay?
        public var drafts = false
        /// At least 1; more than 64 count as 64.
        public var jobs = 1

        public init() {}

        /// For commands that change files: what is not published yet is there all the same.
        static func withDrafts(jobs: Int) -> Options {
            var options = Options()
            options.drafts = true
            options.jobs = jobs
            return options
        }
    }

    /// What a content folder holds, linked and checked.
    public struct Reading: Sendable {
        public var site: Site
        /// Sorted as reports print them.
        public var problems: [Diagnostic]
        public var timings: Timings
    }

    /// Reads, parses and links. Content problems are in the result; nothing is thrown for them.
    public static func read(_ source: ContentSource, _ options: Options) async -> Reading {
        var timings = Timings()
        let (settings, settingsProblems) = readSettings(source, options)
        let parsing = Content.Options(languages: settings.languageCodes, unsafeHTML: settings.unsafeHTML?.value ?? false)
        let (pins, pinProblems) = readPins(source)
        let paths = source.documents.filter { !ContentSource.ownPaths.contains($0) }
        let bar = ProgressBar("Reading", total: paths.count)
        let parsed = await parallelMap(paths, jobs: options.jobs, progress: bar.update) { _, path in
            parse(path, source, parsing)
        }
        bar.end()
        let imageSizes = await source.imageSizes(jobs: options.jobs)
        timings.mark("read and parse")
        let documents = parsed.compactMap(\.document)
        let unreadable = zip(paths, parsed).filter { $1.document == nil }.map(\.0)
        let today = options.asOf ?? Today.day(in: settings.timeZone?.value)
        let (site, linkProblems) = Site.link(
            documents, assets: source.assets, imageSizes: imageSizes, settings: settings,
            .init(today: today, drafts: options.drafts, unreadable: unreadable, pins: pins))
        timings.mark("link and check")
        let parseProblems = parsed.flatMap(\.problems)
        // A date that cannot be read is one mistake: that there is none would be a second one, and untrue.
        let misdated = Set(parseProblems.filter { $0.code == "bad-date" }.map(\.path))
        let linked = linkProblems.filter { $0.code != "event-without-date" || !misdated.contains($0.path) }
        let problems = source.problems + settingsProblems + pinProblems + parseProblems + linked
        return Reading(site: site, problems: problems.sortedForReport(), timings: timings)
    }

    private static func parse(_ path: String, _ source: ContentSource, _ options: Content.Options) -> (document: Document?, problems: [Diagnostic]) {
        switch source.read(path) {
        case .success(let bytes): Content.parse(SourceFile(path: path, bytes: bytes), options)
        case .failure(let problem): (nil, [problem.diagnostic])
        }
    }

    private static func readPins(_ source: ContentSource) -> ([String: MapPin], [Diagnostic]) {
        guard source.documents.contains(ContentSource.pinsPath) else { return ([:], []) }
        switch source.read(ContentSource.pinsPath) {
        case .success(let bytes): return Content.mapPins(SourceFile(path: ContentSource.pinsPath, bytes: bytes))
        case .failure(let problem): return ([:], [problem.diagnostic])
        }
    }

    /// Settings that cannot be used are replaced by the bare minimum, so that problems of other files are reported too.
    private static func readSettings(_ source: ContentSource, _ options: Options) -> (Settings, [Diagnostic]) {
        var settings: Settings?
        var problems: [Diagnostic] = []
        if source.documents.contains(ContentSource.settingsPath) {
            switch source.read(ContentSource.settingsPath) {
            case .success(let bytes): (settings, problems) = Content.settings(SourceFile(path: ContentSource.settingsPath, bytes: bytes))
            case .failure(let problem): problems = [problem.diagnostic]
            }
        } else {
            problems = [
                BuildRules.missingSettings.at(
                    0..<0, in: ContentSource.settingsPath, "There is no `site.yaml`, which says what the site is called.",
                    help: "Create it with a line such as\ntitle: Communities of practice")
            ]
        }
        var usable = settings ?? minimum(for: source)
        if let theme = usable.theme, !ThemeFolder.isName(theme.value) {
            problems.append(
                BuildRules.themeName.at(
                    theme.range, in: ContentSource.settingsPath,
                    "`\(theme.value)` is not the name of a theme: `theme` is `default` or a folder below `themes/`, in lower-case letters, digits and hyphens.",
                    help: "A theme that lies elsewhere is named when the site is built, with --theme."))
            usable.theme = nil
        }
        if let baseURL = options.baseURL { usable.baseURL = Located(baseURL, 0..<0) }
        return (usable, problems)
    }

    /// With every language that a file name speaks of, so that translations are not reported for a mistake in `site.yaml`.
    private static func minimum(for source: ContentSource) -> Settings {
        let suffixes = source.documents.compactMap { path -> String? in
            let parts = path.split(separator: "/").last?.split(separator: ".") ?? []
            return parts.count == 3 && LanguageCode.isValid(parts[1]) ? String(parts[1]) : nil
        }
        var settings = Settings()
        settings.languages = Located((["en"] + Set(suffixes).subtracting(["en"]).sorted()).map { Located($0, 0..<0) }, 0..<0)
        return settings
    }

    /// Renders every page of a site into a sink and copies its assets.
    ///
    /// - Returns: what was written, in no particular order.
    /// - Throws: `ThemeError` or the sink's error.
    public static func render(
        _ plan: RenderPlan, into sink: some OutputSink, copyFrom absolutePath: @escaping @Sendable (String) -> String, jobs: Int
    ) async throws -> [Written] {
        let pages = plan.renderer.pagesByWeight
        let bar = ProgressBar("Writing", total: pages.count)
        defer { bar.end() }
        // A task renders a run of neighbouring pages; runs take turns with a few renderers.
        let renderers = jobs <= 1 ? [plan.renderer] : try (0..<rendererCount(jobs: jobs)).map { _ in try plan.renderer.unshared() }
        let runs = 100
        let written = try await parallelMap(pages, jobs: jobs, progress: bar.update) { index, page in
            try sink.write(page.path, renderers[index * runs / pages.count % renderers.count].render(page))
        }
        let assets = try await parallelMap(plan.assets, jobs: jobs) { _, path in
            try sink.copy(from: absolutePath(path), to: path)
        }
        return written + assets
    }

    /// Each is a copy of the theme; more than two a core only take time to make.
    static func rendererCount(jobs: Int) -> Int { 2 * min(max(jobs, 1), ProcessInfo.processInfo.activeProcessorCount, maximumJobs) }
}

/// A site with its theme: which files there will be.
public struct RenderPlan: Sendable {
    private(set) var renderer: SiteRenderer
    let assets: [String]

    /// - Throws: `ThemeError` when the theme lacks something that the site needs.
    public init(_ site: Site, theme: Theme) throws {
        renderer = try SiteRenderer(site: site, theme: theme)
        assets = site.assets
    }

    /// With the files of the search, which a site that is only checked needs not.
    public func withSearch() -> RenderPlan {
        var plan = self
        plan.renderer = renderer.withSearch()
        return plan
    }

    /// Pages that show the map need not wait for it then.
    public func drawMap() { renderer.drawMap() }

    /// Every file of the output.
    public var paths: [String] { renderer.pages.map(\.path) + assets }
    public var pageCount: Int { renderer.pages.count { $0.path.hasSuffix(".html") } }
}
