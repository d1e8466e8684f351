import Build
import Content
import Diagnostics
import Foundation
import Pages
import Site
import Synchronization
import Theme
import Zones

@testable import Disk

/// A whole site in memory: path → text in, path → text out.
package struct TestSite {
    package var problems: [Diagnostic]
    package var site: SiteGraph
    private let output: Output

    /// All files by path, as text.
    package var files: [String: String] { bytes.mapValues { String(decoding: $0, as: UTF8.self) } }

    /// The same, as they are written.
    package var bytes: [String: [UInt8]] { output.all }

    /// - Parameters:
    ///   - content: path below `content/` to text; `site.yaml` is added where it is missing. The text `«FF»` is a
    ///     byte that is not UTF-8.
    ///   - binary: more of it, which is no text.
    ///   - today: the day of the build.
    ///   - history: what git would know of the files.
    ///   - host: what the site is made for.
    package init(
        _ content: [String: String], binary: [String: [UInt8]] = [:], today: String = "2026-03-01",
        drafts: Bool = false, jobs: Int = 1,
        baseURL: String? = nil, history: ContentHistory = .init(), host: WebHost? = nil,
        theme overriding: [String: String] = [:]
    ) async throws {
        var content = content
        if content["site.yaml"] == nil { content["site.yaml"] = "title: Test site\n" }
        var options = Pipeline.Options()
        options.asOf = PartialDate(today)!.firstDay
        options.zones = .builtIn
        options.drafts = drafts
        options.jobs = jobs
        options.baseURL = baseURL
        let source = ContentSource(content.mapValues(Self.bytes).merging(binary) { $1 })
        let reading = await Pipeline.read(source, options)
        problems = reading.problems
        site = reading.site
        let theme =
            try overriding.isEmpty
            ? Self.defaultTheme.get() : CompiledTheme(overriding: overriding.mapValues { Array($0.utf8) })
        let plan = try RenderPlan(reading.site, theme: theme, history: history, host: host)
        for path in plan.paths { try OutputPath.check(path) }
        output = try Output(plan, open: source.open)
        // What a theme of its own breaks, and what several jobs could confuse, is in any of the pages.
        if !overriding.isEmpty || jobs > 1 {
            let sink = MemorySink()
            let (written, _) = try await Pipeline.render(plan, into: sink, open: source.open, jobs: jobs)
            let files = try await sink.files()
            precondition(Set(written.map(\.path)) == Set(files.keys))
            output.keep(files)
        }
    }

    /// Parsed once a process; reading its templates takes longer than rendering a small site.
    private static let defaultTheme = Result { try CompiledTheme() }

    /// What is wrong with a site, without rendering it.
    ///
    /// - Parameter content: as for `init`.
    package static func problems(of content: [String: String], today: String = "2026-03-01") async -> [Diagnostic] {
        var options = Pipeline.Options()
        options.asOf = PartialDate(today)!.firstDay
        options.zones = .builtIn
        let content = ["site.yaml": "title: Test site\n"].merging(content) { $1 }
        return await Pipeline.read(ContentSource(content.mapValues(bytes)), options).problems
    }

    package static func bytes(_ text: String) -> [UInt8] {
        var out: [UInt8] = []
        for (index, part) in text.split(separator: "«FF»", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { out.append(0xFF) }
            out += Array(part.utf8)
        }
        return out
    }

    /// A page by its address.
    package func page(_ route: String) -> String {
        let path = route.hasSuffix("/") || route.isEmpty ? route + "index.html" : route
        return output.file(path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// The text between `<main …>` and `</main>`.
    package func main(_ route: String) -> String {
        let page = page(route)
        guard let start = page.range(of: "<main")?.lowerBound, let end = page.range(of: "</main>")?.lowerBound else {
            return ""
        }
        return String(page[start..<end])
    }

    package var codes: [String] { problems.map(\.code) }
}

extension TestSite {
    /// The files of a site, each rendered when a test first asks for it.
    private final class Output: Sendable {
        private let plan: RenderPlan
        private let pages: [String: PlannedPage]
        /// Assets, and the pages that were asked for.
        private let made: Mutex<[String: [UInt8]]>

        /// - Throws: when an asset cannot be read.
        init(_ plan: RenderPlan, open: (String) throws -> OpenAsset) throws {
            self.plan = plan
            pages = Dictionary(uniqueKeysWithValues: plan.renderer.pages.map { ($0.path, $0) })
            let assets = try plan.assets.map { path in
                let asset = try open(path)
                return (SiteGraph.address(ofAsset: path), try asset.bytes(at: 0, count: asset.size))
            }
            made = Mutex(Dictionary(uniqueKeysWithValues: assets))
            precondition(Set(plan.paths).count == pages.count + assets.count, "two files have one path")
        }

        func keep(_ files: [String: [UInt8]]) { made.withLock { $0 = files } }

        func file(_ path: String) -> [UInt8]? {
            made.withLock { made in
                // The default theme has all templates, so nothing is thrown; one of a test's own was rendered before.
                if made[path] == nil, let page = pages[path] { made[path] = try! plan.renderer.render(page) }
                if made[path] == nil, SiteRenderer.isOfSearch(path) { addSearch(to: &made) }
                return made[path]
            }
        }

        var all: [String: [UInt8]] {
            for path in pages.keys { _ = file(path) }
            return made.withLock { made in
                addSearch(to: &made)
                return made
            }
        }

        private func addSearch(to made: inout [String: [UInt8]]) {
            for file in plan.searchFiles().files { made[file.path] = file.bytes }
        }
    }
}
