internal import Build
internal import Content
internal import Disk
internal import Pages
internal import Site
internal import Theme

/// Writes signals as a small private site: a page of all communities with the map, and one of each.
struct HealthSite {
    let output: String
    let content: String
    /// The private folder that was read with the content.
    let overlay: String?
    let jobs: Int

    /// - Parameter hidden: files that only the private folder has: what they describe has no page in the handbook.
    /// - Returns: how many pages there are, in words.
    /// - Throws: `BuildError` when the folder cannot be written, or holds another site; `ThemeError`.
    func write(_ document: HealthDocument, of site: SiteGraph, hidden: Set<String>) async throws -> String {
        let theme = try ThemeFolder.theme(of: site, content: content)
        let notes = SupportNotes(document, of: site, hidden: hidden)
        let plan = try RenderPlan(site, theme: theme, notes: notes)
        let folder = try OutputFolder(
            at: output, contentPath: content, takeOver: false, kind: .signals, overlay: overlay)
        let run = try folder.begin(planned: plan.paths)
        plan.drawMap()
        let written = try await Pipeline.render(
            plan, into: run, open: { throw BuildError("`\($0)` is not part of this site") }, jobs: jobs
        ).written
        let summary = try run.finish(written)
        return
            "\(plan.pageCount) pages in \(output), \(summary.written) files written, \(summary.unchanged) unchanged, "
            + "\(summary.removed) removed."
    }
}

extension SupportNotes {
    fileprivate init(_ document: HealthDocument, of site: SiteGraph, hidden: Set<String>) {
        let known = Set(document.entries.map(\.community))
        let others = site.communities.filter { !known.contains($0) }
        let changes = document.comparedWith.map { day in
            let lines = (document.changes ?? []).map {
                "\($0.isNew ? "Worse" : "Better"): \($0.id), \($0.signal.name)"
            }
            return (since: day.date.isoDate, lines: lines)
        }
        self.init(
            summary: document.summary, changes: changes,
            document.entries.map { Community($0, isPublic: !hidden.contains(site[$0.community].path)) }
                + others.map { Community($0, .past, isPublic: !hidden.contains(site[$0].path)) })
    }
}

extension SupportNotes.Community {
    fileprivate init(_ entry: HealthDocument.Entry, isPublic: Bool) {
        let signals = entry.signals.map(\.signal)
        let level: SupportNotes.Level =
            signals.isEmpty ? .quiet : signals[0].weight == 0 ? .thin : signals[0].isUrgent ? .most : .some
        self.init(
            entry.community, level, isPublic: isPublic,
            entry.signals.map { one in
                SupportNotes.Signal(
                    name: one.signal.name, why: one.signal.why, step: one.step,
                    // The path of a content file is not an address that a browser finds from here.
                    url: one.link.flatMap { $0.contains("://") ? $0 : nil },
                    evidence: one.evidence.map { ("\($0.file):\($0.line)", $0.text) })
            }, mail: entry.mail.map { ($0.language, $0.subject, $0.text) })
    }
}
