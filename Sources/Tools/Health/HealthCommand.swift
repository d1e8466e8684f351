internal import Build
public import Content
internal import Diagnostics
internal import Disk
internal import Health
internal import Site
internal import Text
internal import Theme

/// What the command `health` does: says which communities may need a hand, and with what.
public struct HealthCommand: Sendable {
    public var content: String
    /// A second folder, whose files take the place of those of the same path: what is not published.
    public var overlay: String?
    /// The day from which it is looked at; `nil` for today.
    public var asOf: CivilDay?
    /// Of these alone, in full; all where it is empty.
    public var ids: [String] = []
    /// A branch, tag or commit to compare with.
    public var changedSince: String?
    public var format = HealthFormat.table
    /// A folder for the same as a small private site; `nil` for a report, which is written nowhere.
    public var output: String?
    public var jobs = 1

    public init(content: String) { self.content = content }

    public struct Outcome: Sendable {
        /// Empty where a site was written.
        public var report: [UInt8] = []
        /// For people, whatever the report is for.
        public var messages: [String] = []
        /// What is wrong with files of the overlay, as text.
        public var problems = ""
    }

    /// - Throws: `BuildError` when a folder cannot be read or written, git does not know the revision, or an id is of
    ///   no community.
    public func run() async throws -> Outcome {
        let reader = try ContentReader(at: content)
        let overlaid = try overlay.map { try Overlay(at: $0, over: reader, named: content) }
        let now = ContentSource(reader)
        let source = now.with(overlaid?.files ?? [:])
        let reading = await Pipeline.read(source, options(on: asOf))
        var outcome = Outcome()
        report(reading.problems, overlaid, source, &outcome)
        let places = EvidencePlaces(
            content: ContentPath.prefix(of: content), overlay: overlaid, read: { try? source.read($0).get() })
        var document = HealthDocument(
            reading.site, ids, places, format.hasMails || output != nil ? try words(of: reading.site) : [:])
        try document.expect(ids, in: content)
        if let changedSince {
            let revision = try ContentRevision(changedSince, root: reader.root)
            let then = await Pipeline.read(
                revision.source(beside: now).with(overlaid?.files ?? [:]),
                options(on: revision.day.map { min($0, reading.site.today) } ?? reading.site.today))
            document.compare(with: HealthDocument(then.site, ids, places))
        }
        guard let output else {
            outcome.report = document.bytes(as: format)
            return outcome
        }
        outcome.messages.append(try await document.write(reading.site, to: output, content: content, jobs: jobs))
        return outcome
    }

    private func words(of site: SiteGraph) throws -> [String: Strings] {
        let theme = try ThemeFolder.theme(of: site, content: content)
        return Dictionary(uniqueKeysWithValues: try site.languages.map { ($0, try theme.strings($0)) })
    }

    private func options(on day: CivilDay?) -> Pipeline.Options {
        var options = Pipeline.Options()
        (options.asOf, options.jobs, options.looksAtPictures) = (day, jobs, false)
        options.isPrivate = true
        return options
    }

    private func report(
        _ problems: [Diagnostic], _ overlay: Overlay?, _ source: ContentSource, _ outcome: inout Outcome
    ) {
        outcome.messages = overlay?.messages ?? []
        let (own, others) = (
            problems.filter { overlay?.files[$0.path] != nil }.sortedForReport(),
            problems.count { $0.severity == .error && overlay?.files[$0.path] == nil }
        )
        outcome.problems = Report.text(own, format: .human, prefix: overlay?.prefix ?? "") {
            try? source.read($0).get()
        }
        if others > 0 {
            outcome.messages.append(
                "\(others) error\(others == 1 ? "" : "s") in \(content): what has one may be missing here; "
                    + "`folkmoot check` shows them.")
        }
    }
}
