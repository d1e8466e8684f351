public import Content
public import Diagnostics
public import Disk
internal import Foundation
package import Pages
public import Site
public import Theme
package import Zones

/// Build: a folder of content → a folder of pages.
///
/// Runs the phases (read and parse in parallel, link, render and write in parallel) and holds everything that touches
/// disk, clock and terminal. The phases themselves are pure functions of their input.
///
///     let reading = await Pipeline.read(source, options)
///     let plan = try RenderPlan(reading.site, theme: theme)
///     let (written, _) = try await Pipeline.render(plan, into: sink, open: source.open, jobs: 2)
public enum Pipeline {
    public struct Options: Sendable {
        /// Replaces `base_url` of the settings.
        public var baseURL: String?
        /// Replaces `base_url` of settings that have one, in a preview.
        var localAddress: String?
        /// The day for which the site is made; without it, today in the site's time zone.
        public var asOf: CivilDay?
        public var drafts = false
        /// Paths of files of a private folder, which replace what a community's own file says; `nil` for a site that
        /// may be published. Any other site asks search engines to stay away.
        package var overlaid: Set<String>?
        /// Whether pictures are read, for their sizes and for what is wrong with them.
        package var looksAtPictures = true
        /// At least 1; more than 64 count as 64.
        public var jobs = 1
        /// What turns the local times of events into instants.
        package var zones = Zones.ofSystem

        public init() {}

        func day(in settings: Settings) -> CivilDay { asOf ?? Today.day(in: settings.timeZone?.value, zones) }

        /// For commands that change files: includes what is not published yet, and does not read pictures.
        package static func withDrafts(jobs: Int) -> Options {
            var options = Options()
            options.drafts = true
            options.looksAtPictures = false
            options.jobs = jobs
            return options
        }
    }

    /// What a content folder holds, linked and checked.
    public struct Reading: Sendable {
        public var site: SiteGraph
        /// Sorted as reports print them.
        public var problems: [Diagnostic]
        public var timings: Timings
        /// Files that are there and cannot be used, or not all of them.
        package var unusable: Set<String>
    }

    /// Reads, parses and links. Content problems are in the result; nothing is thrown for them.
    public static func read(_ source: ContentSource, _ options: Options) async -> Reading {
        let (parsed, timings) = await parse(source, options)
        return link(parsed, options, timings)
    }

    /// The first half of `read`.
    static func parse(_ source: ContentSource, _ options: Options) async -> (ParsedContent, Timings) {
        var timings = Timings()
        let parsed = await ParsedContent(source, options)
        timings.mark("read and parse")
        timings.note(files: parsed.times)
        return (parsed, timings)
    }

    /// The second half of `read`.
    static func link(_ parsed: ParsedContent, _ options: Options, _ timings: Timings) -> Reading {
        var timings = timings
        let linked = parsed.linked(options, on: options.day(in: parsed.settings))
        timings.mark("link and check")
        timings.zones = options.zones.origin
        return Reading(
            site: linked.site, problems: parsed.problems(with: linked), timings: timings, unusable: parsed.unusable)
    }

    /// Renders every page of a site into a sink and copies its assets.
    ///
    /// - Parameter open: as `ContentSource.open`.
    /// - Returns: what was written, in no particular order, and how long each page took.
    /// - Throws: `ThemeError`, the sink's error, or `BuildError` where an asset changed since it was looked at.
    public static func render(
        _ plan: RenderPlan, into sink: some OutputSink, open: @escaping @Sendable (String) throws -> OpenAsset,
        jobs: Int
    ) async throws -> (written: [Written], times: [Timings.Step]) {
        let pages = plan.renderer.pagesByWeight
        let bar = ProgressBar("Writing", total: pages.count)
        defer { bar.end() }
        // A task renders a run of neighbouring pages; runs take turns with a few renderers.
        let renderers =
            jobs <= 1 ? [plan.renderer] : (0..<rendererCount(jobs: jobs)).map { _ in plan.renderer.unshared() }
        let runs = 100
        let rendered = try await parallelMap(pages, jobs: jobs, progress: bar.update) { index, page in
            let start = ProcessUsage.ofThread
            let written = try sink.write(
                page.path, renderers[index * runs / pages.count % renderers.count].render(page))
            return (written, ProcessUsage.ofThread - start)
        }
        let assets = try await parallelMap(plan.assets, jobs: jobs) { _, path in
            try sink.copy(asset(path, open), to: SiteGraph.address(ofAsset: path))
        }
        return (rendered.map(\.0) + assets, rendered.map { ($0.0.path, $0.1) })
    }

    private static func asset(_ path: String, _ open: (String) throws -> OpenAsset) throws(BuildError) -> OpenAsset {
        do {
            return try open(path)
        } catch let problem as ContentProblem {
            throw BuildError("cannot copy a file: \(problem.diagnostic.message) Fix that and build again.")
        } catch {
            throw BuildError("cannot copy `\(path)`: it was changed while the site was built. Build again.")
        }
    }

    /// Each is a copy of the theme; more than two a core only take time to make.
    static func rendererCount(jobs: Int) -> Int {
        2 * min(max(jobs, 1), ProcessInfo.processInfo.activeProcessorCount, maximumJobs)
    }
}

/// A site with its theme: which files there will be.
public struct RenderPlan: Sendable {
    package let renderer: SiteRenderer
    /// What the site is made for.
    let host: WebHost?
    package let assets: [String]

    /// - Parameters:
    ///   - history: of the site's files, for its feeds.
    ///   - host: what the site is made for; `nil` for that of its settings.
    /// - Throws: `ThemeError` when the theme lacks something that the site needs.
    public init(
        _ site: SiteGraph, theme: CompiledTheme, history: ContentHistory = .init(), host: WebHost? = nil
    ) throws {
        self.host = host ?? site.settings.webHost?.value
        renderer = try SiteRenderer(site: site, theme: theme, history: history, host: self.host)
        assets = site.assets
    }

    /// The small private site for those who support communities.
    ///
    /// - Throws: as the other initializer.
    package init(_ site: SiteGraph, theme: CompiledTheme, notes: SupportNotes) throws {
        host = nil
        renderer = try SiteRenderer(site: site, theme: theme, notes: notes)
        assets = []
    }

    /// The files of the search by path. No page needs to know them, so they can be made while pages are rendered.
    package func searchFiles() -> (files: [(path: String, bytes: [UInt8])], cpuSeconds: Double) {
        let start = ProcessUsage.ofThread
        let files = renderer.searchFiles
        return (files, ProcessUsage.ofThread - start)
    }

    /// Pages that show the map need not wait for it then.
    public func drawMap() { renderer.drawMap() }

    /// Every file of the output but those of the search.
    public var paths: [String] { renderer.pages.map(\.path) + assets.map(SiteGraph.address) }
    public var pageCount: Int { renderer.pages.count { $0.path.hasSuffix(".html") } }
}
