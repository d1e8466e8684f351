package import Content
internal import Diagnostics
package import Disk
package import Site

/// A content folder with a private one laid over it, read and linked: the input of reports for people who support
/// communities.
package struct OverlaidHandbook: Sendable {
    package let reader: ContentReader
    /// Without the private folder.
    package let published: ContentSource
    package let source: ContentSource
    package let site: SiteGraph
    package let overlay: Overlay?
    private let problems: [Diagnostic]
    private let content: String

    /// - Parameters:
    ///   - overlay: the private folder, if any.
    ///   - day: the day for which it is read; `nil` for today.
    /// - Throws: `BuildError` when a folder cannot be read.
    package init(content: String, overlay folder: String?, on day: CivilDay?, jobs: Int) async throws {
        let reader = try ContentReader(at: content)
        let overlay = try folder.map { try Overlay(at: $0, over: reader, named: content) }
        published = ContentSource(reader)
        source = published.with(overlay?.files ?? [:])
        let reading = await Pipeline.read(source, Self.options(on: day, overlay, jobs: jobs))
        (self.reader, self.overlay, self.content) = (reader, overlay, content)
        (site, problems) = (reading.site, reading.problems)
    }

    private static func options(on day: CivilDay?, _ overlay: Overlay?, jobs: Int) -> Pipeline.Options {
        var options = Pipeline.Options()
        (options.asOf, options.jobs, options.looksAtPictures) = (day, jobs, false)
        options.overlaid = overlay?.paths ?? []
        return options
    }

    /// As it was at another time, with the private folder as it is.
    package func site(of source: ContentSource, on day: CivilDay, jobs: Int) async -> SiteGraph {
        await Pipeline.read(source.with(overlay?.files ?? [:]), Self.options(on: day, overlay, jobs: jobs)).site
    }

    /// Paths of files that only the private folder has.
    package var hidden: Set<String> { (overlay?.paths ?? []).subtracting(published.documents) }

    /// What is wrong with files of the private folder, as text.
    package var report: String {
        let own = (problems.filter { overlay?.files[$0.path] != nil } + (overlay?.problems ?? [])).sortedForReport()
        return Report.text(own, format: .human, prefix: overlay?.prefix ?? "") { try? source.read($0).get() }
    }

    /// What the user should know, as sentences.
    package var messages: [String] {
        let errors = problems.count { $0.severity == .error && overlay?.files[$0.path] == nil }
        let hint =
            "\(errors) error\(errors == 1 ? "" : "s") in \(content): entries with errors may be missing here; "
            + "`folkmoot check` shows them."
        return (overlay?.messages ?? []) + (errors == 0 ? [] : [hint])
    }
}
