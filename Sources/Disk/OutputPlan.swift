/// What a run will write, compared with what is in the folder.
struct OutputPlan: Sendable {
    var paths: Set<BytePath> = []
    /// Planned paths where there is something that we did not make.
    var foreign: Set<BytePath> = []
    /// Our own files from an earlier run that are where a folder is needed, or in a folder where a file is needed.
    var obstacles: [String] = []
    /// The folders among them, to be removed once they are empty.
    var obstacleFolders: Set<BytePath> = []
}

/// Makes a plan, or says why there can be none. Changes nothing.
struct OutputPlanner {
    private let root: OpenFolder
    private let manifest: Manifest
    private let shown: String
    private var plan: OutputPlan
    private var refused: [String] = []
    /// Folders looked at, and whether what is in them has to be looked at.
    private var folders: [BytePath: Bool] = [:]

    /// - Parameter plan: what is planned already.
    init(root: OpenFolder, manifest: Manifest, shown: String, after plan: OutputPlan = OutputPlan()) {
        (self.root, self.manifest, self.shown, self.plan) = (root, manifest, shown, plan)
    }

    mutating func plan(_ planned: [String]) throws(BuildError) -> OutputPlan {
        for path in planned {
            try OutputPath.check(path)
            if !plan.paths.insert(BytePath(path)).inserted {
                throw BuildError(
                    "cannot write `\(shown)/\(path)` twice in one build. This is a bug in folkmoot: please report it.")
            }
        }
        try refuseFilesAsFolders()
        for path in planned {
            do throws(SystemFailure) {
                if try lookAtFolders(of: BytePath(path)) { try lookAt(path) }
            } catch {
                throw BuildError("cannot look at `\(shown)/\(path)`: \(error); \(error.advice).")
            }
        }
        if !refused.isEmpty { throw refusal }
        return plan
    }

    private func refuseFilesAsFolders() throws(BuildError) {
        let needed = Set(plan.paths.flatMap { $0.folders.map(BytePath.init) })
        if let path = needed.filter({ plan.paths.contains($0) }).min() {
            throw BuildError(
                "cannot write `\(shown)/\(path.text)` both as a file and as a folder. This is a bug in folkmoot: "
                    + "please report it."
            )
        }
    }

    /// - Returns: whether something may exist at the path itself.
    private mutating func lookAtFolders(of path: BytePath) throws(SystemFailure) -> Bool {
        for folder in path.folders {
            let key = BytePath(folder)
            if let isOpen = folders[key] {
                if isOpen { continue } else { return false }
            }
            let isOpen = try lookAtFolder(folder)
            folders[key] = isOpen
            if !isOpen { return false }
        }
        return true
    }

    private mutating func lookAtFolder(_ folder: String) throws(SystemFailure) -> Bool {
        guard let facts = try root.facts(of: folder) else { return false }
        switch facts.kind {
        case .folder: return true
        case .file where manifest.contains(folder): plan.obstacles.append(folder)
        case .link: refused.append("\(folder) (a link, where a folder is needed)")
        case .file, .other: refused.append("\(folder) (a file, where a folder is needed)")
        }
        return false
    }

    private mutating func lookAt(_ path: String) throws(SystemFailure) {
        guard let facts = try root.facts(of: path) else { return }
        switch facts.kind {
        case .file: if !manifest.contains(path) { plan.foreign.insert(BytePath(path)) }
        case .link, .other: plan.foreign.insert(BytePath(path))
        case .folder:
            if try !markOwn(path) {
                refused.append("\(path) (a folder with files that folkmoot did not make, where a file is needed)")
            }
        }
    }

    /// Counts a folder and all below it as obstacles, if it holds only our files.
    private mutating func markOwn(_ folder: String) throws(SystemFailure) -> Bool {
        let ownFolders = manifest.folders
        var pending = [folder]
        while let next = pending.popLast() {
            guard ownFolders.contains(BytePath(next)) else { return false }
            plan.obstacleFolders.insert(BytePath(next))
            for name in try OpenFolder(next, in: root.descriptor, following: false).names() {
                let path = "\(next)/\(String(decoding: name, as: UTF8.self))"
                switch try root.facts(of: path)?.kind {
                case .folder: pending.append(path)
                case .file where manifest.contains(path): plan.obstacles.append(path)
                default: return false
                }
            }
        }
        return true
    }

    private var refusal: BuildError {
        BuildError(
            "cannot build into `\(shown)`, because these are in the way: \(BuildError.list(refused)). Nothing was "
                + "changed. Move them away, or choose another folder.")
    }
}
