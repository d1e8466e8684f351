package import Site

/// The commits that touched a folder, the newest first, with their parents.
package struct GitLog {
    /// A change of a file.
    package struct Touch: Equatable {
        /// Index into `commits`.
        package let commit: Int
        /// Its path afterwards, relative to the folder.
        package let path: String
        /// Its path before, when the commit gave it another name.
        package var former: String?
        /// Whether nothing else changed.
        package var isOnlyMoved = false
        /// Whether there was no such file before.
        package var isAdded = false
    }

    /// Why nothing is known, as the end of a sentence.
    package enum Unknown: String, Error {
        case noHistory = "there is no git history of this folder that can be read"
        case shallow = "this clone has only the newest part of its history (`git fetch --unshallow` gets the rest)"
    }

    package private(set) var commits: [TranslationHistory.Commit] = []
    /// By path after the change, the newest first.
    private(set) var touching: [String: [Touch]] = [:]
    private var parents: [[String]] = []
    private var indices: [String: Int] = [:]

    /// Each commit is a line that starts with a byte no other line starts with. Its changes follow, one a line: a
    /// letter for the kind, then one or two paths, each after a tab and quoted if it has control characters.
    private static let arguments = [
        "log", "--full-history", "--parents", "--name-status", "--relative", "--find-renames", "--no-ext-diff",
        "--no-color",
        "--no-show-signature", "--format=%x01%H %cs %P", "--", ".",
    ]

    /// The whole history of a folder.
    package init(of git: Git) throws(Unknown) {
        guard let state = git.run(["rev-parse", "--is-shallow-repository"]) else { throw .noHistory }
        if state.starts(with: Array("true".utf8)) { throw .shallow }
        guard let output = git.run(Self.arguments) else { throw .noHistory }
        self.init(output)
    }

    /// - Parameter output: of `git log` with `arguments`.
    package init(_ output: [UInt8]) {
        for line in output.split(separator: 10) {
            if line.first != 1 {
                let words = String(decoding: line, as: UTF8.self).split(separator: "\t").map(String.init)
                if words.count >= 2, !commits.isEmpty {
                    let touch = Touch(
                        commit: commits.count - 1, path: words.last!,
                        former: words[0].hasPrefix("R") && words.count == 3 ? words[1] : nil,
                        isOnlyMoved: words[0] == "R100", isAdded: words[0] == "A")
                    touching[touch.path, default: []].append(touch)
                }
                continue
            }
            let words = String(decoding: line.dropFirst(), as: UTF8.self).split(separator: " ").map(String.init)
            guard words.count >= 2 else { continue }
            indices[words[0]] = commits.count
            commits.append(.init(id: words[0], day: words[1]))
            parents.append(Array(words[2...]))
        }
    }

    /// How many files each commit changed, by its index.
    package var touchesByCommit: [Int: Int] {
        touching.values.joined().reduce(into: [:]) { $0[$1.commit, default: 0] += 1 }
    }

    /// The changes of a file, the newest first, those under its former names included.
    package func history(of path: String) -> [Touch] {
        var history: [Touch] = []
        var name = path
        while let former = append(touches: touching[name] ?? [], to: &history) { name = former }
        return history
    }

    /// - Returns: the name under which to go on.
    private func append(touches: [Touch], to history: inout [Touch]) -> String? {
        let last = history.last?.commit ?? -1
        for touch in touches where touch.commit > last {
            history.append(touch)
            if let former = touch.former { return former }
        }
        return nil
    }

    /// The path that a file of today had right after a commit.
    package func name(of path: String, at commit: Int) -> String {
        history(of: path).last { $0.former != nil && $0.commit < commit }?.former ?? path
    }

    /// A commit and all its ancestors.
    package func ancestry(of commit: Int) -> Set<Int> {
        var seen: Set = [commit]
        var next = [commit]
        while let index = next.popLast() {
            for parent in parents[index] {
                if let ancestor = indices[parent], seen.insert(ancestor).inserted { next.append(ancestor) }
            }
        }
        return seen
    }
}
