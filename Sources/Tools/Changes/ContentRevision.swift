internal import Build
internal import Content
internal import Disk
internal import Text
internal import Theme

/// The content as it was where a branch began.
struct ContentRevision {
    /// Path below the content folder → bytes.
    let files: [String: [UInt8]]
    /// The day of its commit, by the clock of the person who made it.
    let day: CivilDay?
    /// Files that git has in the same state now.
    private let kept: Set<String>

    /// The content at that time. A picture that is the same is read as it is now; of other pictures nothing is known.
    ///
    /// - Parameter now: the content as it is.
    func source(beside now: ContentSource) -> ContentSource {
        var source = ContentSource(files)
        source.open = { [kept] in kept.contains($0) ? try now.open($0) : try OpenAsset([], at: "") }
        return source
    }

    /// - Parameters:
    ///   - reference: a branch, tag or commit; the state is that of the newest commit which both have, so that what
    ///     others did since then is not taken for a change.
    ///   - root: the content folder, absolute.
    /// - Throws: `BuildError` when git does not know it.
    init(_ reference: String, root: String) throws(BuildError) {
        let git = Git(folder: root)
        let commit = try Self.base(of: reference, git)
        let prefix = git.run(["rev-parse", "--show-prefix"]).map(Self.line) ?? ""
        guard let blobs = Self.blobs(of: commit, below: prefix, git) else {
            throw BuildError(
                "git cannot list the files of `\(Printable.line(reference))`. Run `git fsck` to see what is missing or "
                    + "damaged."
            )
        }
        kept = Self.kept(of: blobs, by: git)
        day = git.run(["show", "--no-patch", "--format=%cs", commit]).flatMap { PartialDate(Self.line($0))?.firstDay }
        guard let files = Self.files(blobs, git) else {
            throw BuildError(
                "git cannot read the files of `\(Printable.line(reference))`. Run `git fsck` to see what is missing or "
                    + "damaged."
            )
        }
        self.files = files
    }

    /// The newest commit that a branch, tag or commit and this state have in common.
    private static func base(of reference: String, _ git: Git) throws(BuildError) -> String {
        guard git.run(["rev-parse", "--git-dir"]) != nil else {
            throw BuildError(
                "the content folder is not in a git repository, so there is no `\(Printable.line(reference))` to "
                    + "compare with. Check all of it with `folkmoot check`, or clone the handbook with git."
            )
        }
        guard !reference.hasPrefix("-"),
            let known = git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", "\(reference)^{commit}"]).map(
                line)
        else {
            throw BuildError(
                "git does not know `\(Printable.line(reference))` in this folder. In a fresh clone fetch it first, "
                    + "with all of its history: `git fetch --unshallow origin`."
            )
        }
        // Without it, what other people added since would look removed.
        guard let commit = git.run(["merge-base", known, "HEAD"]).map(line) else {
            throw BuildError(
                "git finds no commit that `\(Printable.line(reference))` and this state have in common. In a clone "
                    + "without all of its history, fetch the rest first: `git fetch --unshallow origin`."
            )
        }
        return commit
    }

    /// The files of a commit below a folder; `nil` where git cannot list them.
    private static func blobs(of commit: String, below prefix: String, _ git: Git) -> [(path: String, id: String)]? {
        guard
            let tree = git.run(["ls-tree", "-r", "-z", "--full-tree", commit, "--"] + (prefix.isEmpty ? [] : [prefix]))
        else { return nil }
        var blobs: [(path: String, id: String)] = []
        for entry in tree.split(separator: 0) {
            // `100644 blob ID\tPATH`; links and submodules are not content.
            let parts = entry.split(separator: 9, maxSplits: 1)
            let facts = parts[0].split(separator: 32)
            guard parts.count == 2, facts.count == 3, facts[0].starts(with: Array("100".utf8)) else { continue }
            let path = String(decoding: parts[1], as: UTF8.self)
            blobs.append((String(path.dropFirst(prefix.count)), String(decoding: facts[2], as: UTF8.self)))
        }
        return blobs
    }

    /// Their bytes; `nil` where git cannot read them.
    private static func files(_ blobs: [(path: String, id: String)], _ git: Git) -> [String: [UInt8]]? {
        // Of pictures and documents the name is enough.
        let read = blobs.filter { $0.path.hasSuffix(".md") || ContentKind.ownPaths.contains($0.path) }
        var files = Dictionary(blobs.map { ($0.path, [UInt8]()) }, uniquingKeysWith: { a, _ in a })
        guard let output = git.run(["cat-file", "--batch"], input: read.map { $0.id + "\n" }.joined()) else {
            return nil
        }
        var at = 0
        for (path, _) in read {
            // `ID blob SIZE`, then the bytes and a line end.
            guard let end = output[at...].firstIndex(of: 10),
                let size = Int(String(decoding: output[at..<end].split(separator: 32).last ?? [], as: UTF8.self)),
                end + 1 + size <= output.count
            else { break }
            files[path] = Array(output[(end + 1)..<(end + 1 + size)])
            at = end + size + 2
        }
        return files
    }

    /// The files that are still the same in git's index. Nothing outside of git is read for it, since that might run a
    /// filter.
    private static func kept(of blobs: [(path: String, id: String)], by git: Git) -> Set<String> {
        let then = Dictionary(blobs.map { ($0.path, $0.id) }, uniquingKeysWith: { a, _ in a })
        // `100644 ID 0\tPATH`
        let entries = (git.run(["ls-files", "--stage", "-z"]) ?? []).split(separator: 0)
        return Set(
            entries.compactMap { entry in
                let parts = entry.split(separator: 9, maxSplits: 1)
                let facts = parts[0].split(separator: 32)
                guard parts.count == 2, facts.count == 3 else { return nil }
                let path = String(decoding: parts[1], as: UTF8.self)
                return then[path] == String(decoding: facts[1], as: UTF8.self) ? path : nil
            })
    }

    private static func line(_ bytes: [UInt8]) -> String { String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self) }
}
