public import Build
internal import Diagnostics
internal import Disk

/// What the command `check` does: looks for problems without writing, also for some that a build does not look for.
public struct CheckCommand: Sendable {
    /// Without an output folder.
    public var build: BuildCommand
    /// Also look for what is not translated, or whose translation is out of date.
    public var checksTranslations = false
    /// Only what a change brings: a branch, tag or commit to compare with, as git knows it.
    public var changedSince: String?
    /// Also check links to other sites.
    public var externalLinks: ExternalLinks?

    public init(_ build: BuildCommand) { self.build = build }

    public struct Outcome: Sendable {
        public var build: BuildOutcome
        /// If requested.
        public var translations: TranslationReport?
        /// What is new, where a change is looked at.
        public var news: [ChangeNews]?
    }

    /// - Throws: `BuildError` or `ThemeError` when the environment does not let it run.
    public func run() async throws -> Outcome {
        let handbook = try await build.load()
        let reading = handbook.reading
        let changes = try await changes(in: handbook)
        let documents = handbook.source.documents.filter { path in changes.map { $0.changed.contains(path) } ?? true }
        let links = try await externalLinks?.look(
            in: documents, of: reading.site, jobs: build.options.jobs, read: handbook.bytes(of:))
        var outcome = Outcome(
            build: build.outcome(of: handbook, (changes?.problems ?? reading.problems) + (links?.problems ?? [])),
            news: changes?.news)
        outcome.build.messages += [links?.message].compactMap { $0 }
        // Links that were not looked at do not count as valid.
        if build.isStrict, links?.isComplete == false { outcome.build.exitCode = 1 }
        if changes != nil {
            // Settings that were so before are not what a proposal brings.
            outcome.build.problems.removeAll {
                $0.isUnder(BuildRules.nobodyCanSend) && !documents.contains($0.path)
            }
            return outcome
        }
        if checksTranslations {
            let report = TranslationReport(of: reading.site, root: handbook.reader.root, read: handbook.bytes(of:))
            outcome.translations = report
            if build.isStrict, !report.isComplete { outcome.build.exitCode = 1 }
        }
        _ = try build.plan(of: handbook, outcome.build)
        return outcome
    }

    /// - Returns: `nil` where all of the handbook is looked at.
    private func changes(in handbook: LoadedHandbook) async throws -> ContentChanges? {
        guard let changedSince else { return nil }
        let revision = try ContentRevision(changedSince, root: handbook.reader.root)
        let before = await Pipeline.read(revision.source(beside: handbook.source), build.options)
        let documents = Set(handbook.source.documents)
        let changed = documents.filter { !hasSameLines(handbook.bytes(of: $0), revision.files[$0]) }.union(
            revision.files.keys.filter { $0.hasSuffix(".md") && !documents.contains($0) })
        return ContentChanges(from: before, to: handbook.reading, changed: changed)
    }

    /// Whether a file is the same but for the ends of its lines, which some set-ups of git write in their own way.
    private func hasSameLines(_ a: [UInt8]?, _ b: [UInt8]?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return a == b || a.filter { $0 != 13 } == b.filter { $0 != 13 }
    }
}
