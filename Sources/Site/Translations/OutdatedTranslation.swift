internal import Content
internal import Diagnostics

/// What version control knows of a translation file and its original.
public struct TranslationHistory: Sendable {
    public struct Commit: Sendable, Equatable {
        public let id: String
        /// `2026-03-12`.
        public let day: String

        public init(id: String, day: String) {
            self.id = id
            self.day = day
        }
    }

    /// The last commit that changed the translation.
    public let translated: Commit
    /// Commits that changed the original and that `translated` was not built on, the newest first. Empty when what
    /// changed is not committed, or came in a merge.
    public let changes: [Commit]
    /// The original when `translated` was made; `nil` when it was not there under its name.
    public let originalThen: [UInt8]?
    public let originalNow: [UInt8]

    public init(translated: Commit, changes: [Commit], originalThen: [UInt8]?, originalNow: [UInt8]) {
        self.translated = translated
        self.changes = changes
        self.originalThen = originalThen
        self.originalNow = originalNow
    }
}

/// A translation whose original has changed its texts since it was made.
public struct OutdatedTranslation: Sendable {
    public let language: String
    /// The original's file.
    public let path: String
    public let translation: String
    /// Keys of the texts that changed, sorted, `text` for the body; empty when these are unknown.
    public let changed: [String]
    public let history: TranslationHistory
}

extension SiteGraph {
    /// The translations into a language that are older than the texts of their originals. A change of facts, or of the
    /// order of keys, does not make a translation old.
    ///
    /// - Parameter histories: by path of the translation file; those that are not in it count as up to date.
    public func outdatedTranslations(in language: String, _ histories: [String: TranslationHistory])
        -> [OutdatedTranslation]
    {
        items.compactMap { item in
            guard !item.isEmbedded, let translation = item.translationPaths[language],
                let history = histories[translation],
                let changed = changedTexts(of: item.path, history)
            else { return nil }
            return OutdatedTranslation(
                language: language, path: item.path, translation: translation, changed: changed, history: history)
        }
    }

    /// - Returns: `nil` when no text changed.
    private func changedTexts(of path: String, _ history: TranslationHistory) -> [String]? {
        let options = ContentParser.Options(languages: languages)
        guard
            let then = history.originalThen.flatMap({
                ContentParser.texts(of: SourceFile(path: path, bytes: $0), options)
            }),
            let now = ContentParser.texts(of: SourceFile(path: path, bytes: history.originalNow), options)
        else { return [] }
        let changed = Set(then.keys).union(now.keys).filter { then[$0] != now[$0] }
        return changed.isEmpty ? nil : changed.sorted()
    }
}
