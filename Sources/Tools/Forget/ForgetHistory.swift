internal import Build

/// What the history of a repository keeps of somebody.
struct ForgetHistory {
    /// Whether the content folder is in a repository that git can read here.
    let isThere: Bool
    /// Days of the commits that brought or took away one of the names, or touched their file; sorted.
    let days: [String]
    /// Whether older commits were not looked at.
    let isPart: Bool

    /// Commits that are looked at, the newest first, and names that are looked for in them: each commit is compared
    /// with the one before it.
    private static let most = (commits: 2_000, names: 3)

    /// - Parameter files: their own, below the folder.
    init(of person: ForgottenPerson, _ git: Git) {
        guard let commits = git.run(["rev-list", "--max-count=\(Self.most.commits + 1)", "HEAD", "--", "."]) else {
            (isThere, days, isPart) = (git.run(["rev-parse", "--git-dir"]) != nil, [], false)
            return
        }
        let list = commits.split(separator: 10).prefix(Self.most.commits)
        let isShallow = git.run(["rev-parse", "--is-shallow-repository"]).map { $0.starts(with: Array("true".utf8)) }
        isPart = commits.split(separator: 10).count > Self.most.commits || isShallow ?? false
        isThere = true
        let input = list.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
        var found: [String: String] = [:]
        func look(_ arguments: [String], _ input: String = "") {
            for line in (git.run(arguments, input: input) ?? []).split(separator: 10) {
                let words = line.split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
                if words.count == 2 { found[words[0]] = words[1] }
            }
        }
        let log = [
            "log", "--no-walk=unsorted", "--stdin", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-color",
            "--format=%H %cs",
        ]
        if !list.isEmpty {
            for name in person.names.prefix(Self.most.names) { look(log + ["-S\(name)", "--", "."], input) }
            if let id = person.id {
                look([
                    "log", "--max-count=\(Self.most.commits)", "--no-renames", "--format=%H %cs", "--",
                    "people/\(id).md",
                ])
            }
        }
        days = found.values.sorted()
    }

    var text: String {
        guard isThere else {
            return
                "The content folder is not in a git repository that can be read here. If it is kept in one, the "
                + "history keeps every earlier version."
        }
        let count =
            days.isEmpty
            ? ""
            : "; \(days.count) commit\(days.count == 1 ? "" : "s") since \(days[0]) added or "
                + "removed the name"
        return "The repository keeps every earlier version of each file\(count)."
            + (isPart ? " There are older commits that were not looked at." : "")
    }
}
