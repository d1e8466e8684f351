internal import Content
internal import Site

extension ContentHistory {
    /// A commit that touches more files than this is taken for a change of form, not a correction.
    private static let mostCorrected = 20

    /// The history of a site's files.
    ///
    /// - Parameter log: of the content folder.
    init(_ log: GitLog, of site: SiteGraph) { self.init(log, of: site.items.lazy.flatMap(\.files)) }

    /// - Parameters:
    ///   - log: of the content folder.
    ///   - paths: files that are there, below that folder.
    init(_ log: GitLog, of paths: some Sequence<String>) {
        self.init()
        let sizes = log.touchesByCommit
        func day(_ touch: GitLog.Touch) -> CivilDay? { PartialDate(log.commits[touch.commit].day)?.firstDay }
        for path in paths {
            let touches = log.history(of: path)
            // Before that there may have been another file of the same name.
            let history = touches[...(touches.firstIndex(where: \.isAdded) ?? touches.endIndex - 1)]
            guard let first = history.last else { continue }
            added[path] = day(first)
            let correction = history.dropLast().first {
                $0.former == nil && sizes[$0.commit, default: 0] <= Self.mostCorrected
            }
            changed[path] = correction.flatMap(day)
        }
    }
}
