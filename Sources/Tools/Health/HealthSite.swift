internal import Build
internal import Content
internal import Disk
internal import Health
internal import Pages
internal import Site
internal import Theme

/// The same as a small private site: a page of all communities with the map, and one of each.
extension HealthDocument {
    /// - Returns: how many pages there are, in words.
    /// - Throws: `BuildError` when the folder cannot be written, or holds a site that may be published; `ThemeError`.
    func write(_ site: SiteGraph, to output: String, content: String, jobs: Int) async throws -> String {
        let theme = try ThemeFolder.theme(of: site, content: content)
        let plan = try RenderPlan(site, theme: theme, notes: notes(for: site))
        let folder = try OutputFolder(at: output, contentPath: content, takeOver: false, isPrivate: true)
        let run = try folder.begin(planned: plan.paths)
        plan.drawMap()
        let written = try await Pipeline.render(
            plan, into: run, open: { throw BuildError("`\($0)` is no part of this site") }, jobs: jobs)
        let summary = try run.finish(written)
        return
            "\(plan.pageCount) pages in \(output), \(summary.written) files written, \(summary.unchanged) unchanged, "
            + "\(summary.removed) removed."
    }

    private func notes(for site: SiteGraph) -> SupportNotes {
        let known = Set(entries.map(\.community))
        let others = site.communities.filter { !known.contains($0) }
        return SupportNotes(
            summary: summary,
            changes: comparedWith.map { day in
                (
                    day.date.isoDate,
                    (changes ?? []).map { "\($0.isNew ? "Worse" : "Better"): \($0.id), \($0.signal.name)" }
                )
            },
            entries.map(Self.note) + others.map { SupportNotes.Community($0, .atRest) })
    }

    /// From this weight on, a community should not wait.
    private static let heavy = 5

    private static func note(of entry: Entry) -> SupportNotes.Community {
        let weights = entry.signals.map(\.signal.weight)
        let level: SupportNotes.Level =
            switch weights.max() {
            case nil: .none
            case 0?: .thin
            case let weight?: weight >= heavy ? .most : .some
            }
        let signals = entry.signals.map { one in
            SupportNotes.Signal(
                name: one.signal.name, why: one.signal.why, step: one.step,
                // A file of the content is no address that a browser finds from here.
                url: one.link.flatMap { $0.contains("://") ? $0 : nil },
                evidence: one.evidence.map { ("\($0.file):\($0.line)", $0.text) })
        }
        return SupportNotes.Community(
            entry.community, level, signals, mail: entry.mail.map { ($0.language, $0.subject, $0.text) })
    }
}
