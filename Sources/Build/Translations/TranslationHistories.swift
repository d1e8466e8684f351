internal import Site

/// Asks git which originals are not what they were when they were translated.
struct TranslationHistories {
    private let git: Git
    private let read: (String) -> [UInt8]?
    /// How many pairs are held in memory at once.
    private static let batch = 500

    /// Why nothing is known; a sentence's end.
    enum Unknown: String, Error {
        case noHistory = "there is no git history of this folder that can be read"
        case shallow = "this clone has only the newest part of its history (`git fetch --unshallow` gets the rest)"
    }

    /// - Parameters:
    ///   - root: the content folder, absolute.
    ///   - read: the bytes of a file by its path below that folder.
    init(root: String, read: @escaping (String) -> [UInt8]?) {
        git = Git(folder: root)
        self.read = read
    }

    /// - Returns: by path of the translation, those whose original differs from what it was; translations that are new
    ///   or changed since the last commit count as just made.
    func find(in site: Site) throws(Unknown) -> [String: TranslationHistory] {
        guard let state = git.run(["rev-parse", "--is-shallow-repository"]) else { throw .noHistory }
        if state.starts(with: Array("true".utf8)) { throw .shallow }
        guard let output = git.run(GitLog.arguments) else { throw .noHistory }
        let log = GitLog(output)
        let pairs = site.items.filter { !$0.isEmbedded }.flatMap { item in item.translationPaths.values.map { Pair(original: item.path, translation: $0) } }
        let known = pairs.filter { log.touching[$0.translation] != nil }.sorted { $0.translation < $1.translation }
        var found: [String: TranslationHistory] = [:]
        var ancestries: [Int: Set<Int>] = [:]
        for start in stride(from: 0, to: known.count, by: Self.batch) {
            let pairs = known[start..<min(start + Self.batch, known.count)]
            for (pair, original) in zip(pairs, try originals(of: pairs, log)) {
                guard case .was(let then) = original, let now = read(pair.original), then.map(Self.lines) != Self.lines(now) else { continue }
                let last = log.touching[pair.translation]![0]
                let ancestry = ancestries[last] ?? log.ancestry(of: last)
                ancestries[last] = ancestry
                let changes = (log.touching[pair.original] ?? []).filter { !ancestry.contains($0) }
                found[pair.translation] = TranslationHistory(
                    translated: log.commits[last], changes: changes.map { log.commits[$0] }, originalThen: then, originalNow: now)
            }
        }
        return found
    }

    private struct Pair {
        let original: String
        let translation: String
    }

    private enum Original {
        /// As it was when the translation was last changed; `nil` when it had another name.
        case was([UInt8]?)
        /// The translation is being changed right now.
        case inProgress
    }

    private func originals(of pairs: ArraySlice<Pair>, _ log: GitLog) throws(Unknown) -> [Original] {
        let names = pairs.flatMap { ["\(log.commits[log.touching[$0.translation]![0]].id):./\($0.original)", "HEAD:./\($0.translation)"] }
        guard let output = git.run(["cat-file", "--batch"], input: names.map { $0 + "\n" }.joined()) else { throw .noHistory }
        let files = GitFiles.read(output)
        guard files.count == names.count else { throw .noHistory }
        return pairs.enumerated().map { index, pair in
            guard let committed = files[2 * index + 1], let now = read(pair.translation), Self.lines(committed) == Self.lines(now) else { return .inProgress }
            return .was(files[2 * index])
        }
    }

    /// Line ends may differ between a repository and a folder.
    private static func lines(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 != 13 } }
}

/// What `git cat-file --batch` writes: `ID TYPE SIZE`, a line end, the bytes and a line end for each file; or a line that
/// ends in `missing`.
enum GitFiles {
    static func read(_ output: [UInt8]) -> [[UInt8]?] {
        var files: [[UInt8]?] = []
        var place = 0
        while let end = output[place...].firstIndex(of: 10) {
            let words = String(decoding: output[place..<end], as: UTF8.self).split(separator: " ")
            place = end + 1
            guard words.count == 3, let size = Int(words[2]), size >= 0, place + size < output.count else {
                files.append(nil)
                continue
            }
            files.append(words[1] == "blob" ? Array(output[place..<place + size]) : nil)
            place += size + 1
        }
        return files
    }
}
