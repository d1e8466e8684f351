/// What a run did to the folder.
public struct Summary: Sendable, Equatable {
    public let written: Int
    public let unchanged: Int
    /// Files of an earlier run that are no longer part of the site.
    public let removed: Int
}

extension OutputRun {
    /// Puts the site into place; call it once, last.
    ///
    /// In this order, so that the next build can heal what a killed one left: a manifest of old and new files; the
    /// new files with their folders; removal of the old ones; the final manifest.
    /// - Parameter written: what `write` and `copy` returned for every file of the site, in any order. Files of
    ///   earlier runs that are not among them are removed.
    /// - Throws: `BuildError`, before anything was changed, when files that we did not make are in the way.
    public func finish(_ written: [Written]) throws(BuildError) -> Summary {
        try refuseBlocked(written)
        let final = try manifest(of: written)
        let stale = folder.manifest.subtracting(final)
        let text = final.json
        let journal = stale.isEmpty ? text : folder.manifest.union(final).json
        try put(journal, over: folder.manifestText)
        try clearObstacles()
        try moveIntoPlace()
        let removed = try removeStale(stale, keeping: final) + plan.obstacles.count
        try put(text, over: journal)
        StagingFolder.remove(from: root)
        let new = written.count { $0.status == .written }
        return Summary(written: new, unchanged: written.count - new, removed: removed)
    }

    private func refuseBlocked(_ written: [Written]) throws(BuildError) {
        let blocked = written.filter { $0.status == .blocked }.map { BytePath($0.path) }.sorted().map(\.text)
        if blocked.isEmpty { return }
        let files = blocked.count == 1 ? "a file" : "\(blocked.count) files"
        throw BuildError(
            "cannot build into `\(folder.path)`: \(files) there that folkmoot did not make would be replaced: "
                + "\(BuildError.list(blocked)). Nothing was changed; move them away, choose another folder, or build "
                + "once with --force.")
    }

    private func manifest(of written: [Written]) throws(BuildError) -> Manifest {
        var manifest = Manifest(kind: folder.kind)
        for file in written {
            let path = BytePath(file.path)
            guard plan.paths.contains(path), manifest.files.updateValue(file.hash, forKey: path) == nil else {
                throw BuildError(
                    "`\(shown(file.path))` was not planned, or was written twice. This is a bug in folkmoot: please "
                        + "report it.")
            }
        }
        return manifest
    }

    /// Replaces the manifest, unless it says the same already. The journal must be on the disk before the first file
    /// moves, hence the waiting.
    private func put(_ text: [UInt8], over old: [UInt8]?) throws(BuildError) {
        if text == old { return }
        do throws(SystemFailure) {
            try staging.putManifest(text, into: root)
        } catch {
            throw BuildError("cannot write `\(shown(Manifest.name))`: \(error); \(error.advice).")
        }
    }

    /// Removes what an earlier run made and is in the way of new files.
    private func clearObstacles() throws(BuildError) {
        for path in plan.obstacles {
            do throws(SystemFailure) { try root.removeFile(path) } catch {
                throw halfway("remove `\(shown(path))`", error)
            }
        }
        removeEmpty(plan.obstacleFolders)
    }

    /// A folder that is not there yet moves with all it holds; for an existing one, its entries move.
    private func moveIntoPlace() throws(BuildError) {
        var pending = ["."]
        while let folder = pending.popLast() {
            for path in try waiting(in: folder) {
                do throws(SystemFailure) {
                    if try root.facts(of: path)?.kind == .folder {
                        pending.append(path)
                    } else {
                        try root.take(path, from: staging.site, as: path)
                    }
                } catch {
                    throw halfway("put `\(shown(path))` into place", error)
                }
            }
        }
    }

    private func waiting(in folder: String) throws(BuildError) -> [String] {
        do throws(SystemFailure) {
            let names = try OpenFolder(folder, in: staging.site.descriptor, following: false).names()
            return names.map { (folder == "." ? "" : folder + "/") + String(decoding: $0, as: UTF8.self) }
        } catch {
            throw halfway("put `\(shown(folder))` into place", error)
        }
    }

    func halfway(_ what: String, _ failure: SystemFailure) -> BuildError {
        BuildError(
            "cannot \(what): \(failure). Part of the site may be new and part still old; files that folkmoot did not "
                + "make "
                + "were not touched. To complete it, \(failure.advice).")
    }
}
