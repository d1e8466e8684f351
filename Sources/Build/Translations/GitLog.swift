internal import Site

/// The commits that touched a folder, the newest first, and which stands on which.
struct GitLog {
    private(set) var commits: [TranslationHistory.Commit] = []
    /// By path relative to the folder: indices into `commits`, ascending.
    private(set) var touching: [String: [Int]] = [:]
    private var parents: [[String]] = []
    private var indices: [String: Int] = [:]

    /// Each commit is a line that starts with a byte no path starts with: git quotes paths with control characters. The
    /// paths follow, one a line.
    static let arguments = [
        "log", "--full-history", "--parents", "--name-only", "--relative", "--no-renames", "--no-ext-diff", "--no-color",
        "--no-show-signature", "--format=%x01%H %cs %P", "--", ".",
    ]

    /// - Parameter output: of `git log` with `arguments`.
    init(_ output: [UInt8]) {
        for line in output.split(separator: 10) {
            if line.first != 1 {
                touching[String(decoding: line, as: UTF8.self), default: []].append(commits.count - 1)
                continue
            }
            let words = String(decoding: line.dropFirst(), as: UTF8.self).split(separator: " ").map(String.init)
            guard words.count >= 2 else { continue }
            indices[words[0]] = commits.count
            commits.append(.init(id: words[0], day: words[1]))
            parents.append(Array(words[2...]))
        }
    }

    /// A commit and all that it was built on.
    func ancestry(of commit: Int) -> Set<Int> {
        var seen: Set = [commit]
        var next = [commit]
        while let index = next.popLast() {
            for parent in parents[index] {
                if let place = indices[parent], seen.insert(place).inserted { next.append(place) }
            }
        }
        return seen
    }
}
