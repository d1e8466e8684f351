internal import Build
internal import Content
internal import Diagnostics
internal import Site

/// Finds out from git which originals changed since they were translated.
struct TranslationHistories {
    private let git: Git
    private let options: ContentParser.Options
    private let read: (String) -> [UInt8]?
    /// How many states of files are held in memory at once, and how many of one translation are looked at.
    private static let batch = 2_000, states = 200

    /// - Parameters:
    ///   - root: the content folder, absolute.
    ///   - languages: those of the site.
    ///   - read: the bytes of a file by its path below that folder.
    init(root: String, languages: [String], read: @escaping (String) -> [UInt8]?) {
        git = Git(folder: root)
        options = .init(languages: languages)
        self.read = read
    }

    /// - Returns: by path of the translation, those whose original differs from what it was when the translation's
    ///   texts were last changed. Other changes of a translation, such as its name or the ends of its lines, make it no
    ///   newer; its key `verified` does. Translations that are new or changed since the last commit count as just made.
    func find(in site: SiteGraph) throws(GitLog.Unknown) -> [String: TranslationHistory] {
        let log = try GitLog(of: git)
        var found: [String: TranslationHistory] = [:]
        var ancestries: [Int: Set<Int>] = [:]
        for pairs in batches(of: Self.pairs(of: site, log)) {
            let made = try madeIn(pairs, log)
            let known = zip(pairs, made).compactMap { pair, commit in commit.map { (pair, $0) } }
            let originals = try files(known.map { (log.commits[$0.1].id, log.name(of: $0.0.original, at: $0.1)) })
            for ((pair, commit), then) in zip(known, originals) {
                guard let now = read(pair.original), then.map(Self.lines) != Self.lines(now) else { continue }
                let ancestry = ancestries[commit] ?? log.ancestry(of: commit)
                ancestries[commit] = ancestry
                let changes = log.history(of: pair.original).filter { !$0.isOnlyMoved }.map(\.commit).filter {
                    !ancestry.contains($0)
                }
                found[pair.translation] = TranslationHistory(
                    translated: log.commits[commit], changes: changes.map { log.commits[$0] }, originalThen: then,
                    originalNow: now)
            }
        }
        return found
    }

    /// The translations that git knows, by path.
    private static func pairs(of site: SiteGraph, _ log: GitLog) -> [Pair] {
        site.items.filter { !$0.isEmbedded }
            .flatMap { item in
                item.translationPaths.values.map {
                    Pair(original: item.path, translation: $0, touches: Array(log.history(of: $0).prefix(states)))
                }
            }
            .filter { !$0.touches.isEmpty }.sorted { $0.translation < $1.translation }
    }

    /// For each pair the commit in which the translation got the texts that it has; `nil` while it is being changed.
    private func madeIn(_ pairs: ArraySlice<Pair>, _ log: GitLog) throws(GitLog.Unknown) -> [Int?] {
        let states = try files(
            pairs.flatMap { pair in
                [("HEAD", pair.translation)] + pair.touches.map { (log.commits[$0.commit].id, $0.path) }
            })
        var next = 0
        return pairs.map { pair in
            let own = states[next...].prefix(pair.touches.count + 1).map {
                $0.map { texts(of: $0, pair.translation) }
            }
            next += own.count
            guard let head = own[0], let now = read(pair.translation), head == texts(of: now, pair.translation)
            else { return nil }
            let older = own.dropFirst(2).firstIndex { $0 != head } ?? own.count
            return pair.touches[older - 2].commit
        }
    }

    private struct Pair {
        let original: String
        let translation: String
        /// Of the translation.
        let touches: [GitLog.Touch]
    }

    private func batches(of pairs: [Pair]) -> [ArraySlice<Pair>] {
        var batches: [ArraySlice<Pair>] = []
        var start = 0
        var states = 0
        for (index, pair) in pairs.enumerated() {
            states += pair.touches.count + 1
            if states > Self.batch, index > start {
                batches.append(pairs[start..<index])
                (start, states) = (index, pair.touches.count + 1)
            }
        }
        return batches + [pairs[start...]]
    }

    /// What a translator writes in a file; all of it where it cannot be read.
    private func texts(of bytes: [UInt8], _ path: String) -> [String: String] {
        ContentParser.texts(of: SourceFile(path: path, bytes: bytes), options) ?? [
            "": String(decoding: Self.lines(bytes), as: UTF8.self)
        ]
    }

    /// The bytes of files at commits; `nil` for those that were not there.
    private func files(_ names: [(commit: String, path: String)]) throws(GitLog.Unknown) -> [[UInt8]?] {
        if names.isEmpty { return [] }
        guard
            let output = git.run(["cat-file", "--batch"], input: names.map { "\($0.commit):./\($0.path)\n" }.joined())
        else { throw .noHistory }
        let files = GitFiles.read(output)
        guard files.count == names.count else { throw .noHistory }
        return files
    }

    /// Line ends may differ between a repository and a folder.
    private static func lines(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 != 13 } }
}

/// What `git cat-file --batch` writes: `ID TYPE SIZE`, a line end, the bytes and a line end for each file; or a line
/// that ends in `missing`.
enum GitFiles {
    static func read(_ output: [UInt8]) -> [[UInt8]?] {
        var files: [[UInt8]?] = []
        var offset = 0
        while let end = output[offset...].firstIndex(of: 10) {
            let words = String(decoding: output[offset..<end], as: UTF8.self).split(separator: " ")
            offset = end + 1
            guard words.count == 3, let size = Int(words[2]), size >= 0, offset + size < output.count else {
                files.append(nil)
                continue
            }
            files.append(words[1] == "blob" ? Array(output[offset..<offset + size]) : nil)
            offset += size + 1
        }
        return files
    }
}
