/// Removing what an earlier run made and this one did not.
extension OutputRun {
    /// - Returns: how many files were removed.
    func removeStale(_ stale: [String], keeping final: Manifest) throws(BuildError) -> Int {
        if stale.isEmpty { return 0 }
        let folders = RealFolders(root: root)
        let kept = Dictionary(final.files.keys.map { ($0.text.lowercased(), $0.text) }) { first, _ in first }
        var removed = 0
        for path in stale where folders.lead(to: path) {
            do throws(SystemFailure) {
                guard let facts = try root.facts(of: path), facts.kind == .file else { continue }
                if let other = kept[path.lowercased()], try root.facts(of: other)?.identity == facts.identity {
                    continue
                }
                try root.removeFile(path)
                removed += 1
            } catch {
                throw halfway("remove `\(shown(path))`", error)
            }
        }
        removeEmpty(Set(stale.flatMap { BytePath($0).folders.map(BytePath.init) }))
        return removed
    }

    /// Removes those of the folders that are empty by now; one with anything in it stays.
    func removeEmpty(_ folders: Set<BytePath>) {
        let real = RealFolders(root: root)
        // Longer paths first: a folder comes before the one it is in.
        for folder in folders.sorted(by: { $0.text.utf8.count > $1.text.utf8.count }) where real.lead(to: folder.text) {
            try? root.removeFolder(folder.text)
        }
    }
}

/// Separates paths that stay in the output folder from those that a link on the way leads elsewhere.
private struct RealFolders {
    let root: OpenFolder

    func lead(to path: String) -> Bool {
        BytePath(path).folders.allSatisfy { ((try? root.facts(of: $0)) ?? nil)?.kind == .folder }
    }
}
