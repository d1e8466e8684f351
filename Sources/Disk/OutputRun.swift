internal import Text

/// One build's writing into an output folder. A value that several tasks may use at once; see `OutputFolder`.
public struct OutputRun: OutputSink {
    let folder: OutputFolder
    var plan: OutputPlan
    let staging: StagingFolder

    var root: OpenFolder { folder.hold.root }

    /// The same run with more files, whose names were not known when it began.
    ///
    /// - Throws: as `OutputFolder.begin`; nothing of the existing site has been changed then.
    public func planning(_ more: [String]) throws(BuildError) -> OutputRun {
        var planner = OutputPlanner(root: root, manifest: folder.manifest, shown: folder.path, after: plan)
        var run = self
        run.plan = try planner.plan(more)
        return run
    }

    /// Compares with the existing file, and lays a new or changed file ready for `finish`.
    /// - Throws: when the path was not planned or is written twice, or the disk refuses.
    public func write(_ path: String, _ bytes: [UInt8]) throws(BuildError) -> Written {
        try checkPlanned(path)
        let hash = ContentHash.of(bytes)
        if root.holds(bytes, at: path) { return Written(path: path, hash: hash, size: bytes.count, status: .unchanged) }
        if isBlocked(path) { return Written(path: path, hash: hash, size: bytes.count, status: .blocked) }
        do throws(SystemFailure) {
            try staging.add(path) { (file: borrowing OpenFile) throws(SystemFailure) in try file.write(bytes) }
        } catch {
            throw cannot("write `\(shown(path))`", error)
        }
        return Written(path: path, hash: hash, size: bytes.count, status: .written)
    }

    /// Like `write`, for a file of any size that is on disk already.
    ///
    /// - Throws: `BuildError` when it cannot be read or written, or was not planned.
    public func copy(_ asset: OpenAsset, to path: String) throws(BuildError) -> Written {
        try checkPlanned(path)
        do throws(SystemFailure) {
            if let hash = try root.hashIfSame(asset, at: path) {
                return Written(path: path, hash: hash, size: asset.size, status: .unchanged)
            }
            if isBlocked(path) { return Written(path: path, hash: 0, size: asset.size, status: .blocked) }
            return Written(path: path, hash: try stage(asset, as: path), size: asset.size, status: .written)
        } catch {
            throw cannot("copy a file to `\(shown(path))`", error)
        }
    }

    private func stage(_ asset: OpenAsset, as path: String) throws(SystemFailure) -> UInt64 {
        var hash: UInt64?
        try staging.add(path) { (file: borrowing OpenFile) throws(SystemFailure) in
            hash = try asset.stream { (bytes) throws(SystemFailure) in
                try file.write(bytes)
                return true
            }
        }
        return hash ?? 0
    }

    /// Every planned path was found safe.
    private func checkPlanned(_ path: String) throws(BuildError) {
        if plan.paths.contains(BytePath(path)) { return }
        try OutputPath.check(path)
        throw BuildError(
            "cannot write `\(shown(path))`: it was not planned. This is a bug in folkmoot: please report it.")
    }

    private func isBlocked(_ path: String) -> Bool {
        !folder.takeOver && plan.foreign.contains(BytePath(path))
    }

    func shown(_ path: String) -> String { "\(folder.path)/\(path)" }

    /// The error for a failure before `finish` began to move files.
    func cannot(_ what: String, _ failure: SystemFailure) -> BuildError {
        if failure.isExisting {
            return BuildError("cannot \(what) twice in one build. This is a bug in folkmoot: please report it.")
        }
        return BuildError(
            "cannot \(what): \(failure). Nothing that was there before was damaged; \(failure.advice).")
    }
}
