/// A text in the language of its file, with the same text in other languages where somebody wrote it.
public struct LocalizedText: Sendable, Equatable {
    public var original: String
    /// Language of `original` where the text itself says it (`summary:` with `en:` and `cy:` below); else the file's.
    public var originalLanguage: String?
    /// By language code.
    public var translations: [String: String]

    public init(_ original: String, in language: String? = nil, translations: [String: String] = [:]) {
        self.original = original
        self.originalLanguage = language
        self.translations = translations
    }

    /// The text for a reader of `language`, with the language that it is in: where there is no translation, the
    /// original.
    public func text(in language: String, fileLanguage: String) -> (text: String, language: String) {
        if let text = translations[language] { return (text, language) }
        return (original, originalLanguage ?? fileLanguage)
    }

    /// The same text, which now says its language itself.
    package func stated(in language: String) -> LocalizedText {
        LocalizedText(original, in: originalLanguage ?? language, translations: translations)
    }

    mutating func add(_ other: LocalizedText, in language: String) {
        translations[language] = other.translations[language] ?? other.original
    }
}

/// A list of texts; a translation replaces it as a whole.
public struct LocalizedList: Sendable, Equatable {
    public var original: [Located<LocalizedText>]
    /// By language code.
    public var translations: [String: [Located<LocalizedText>]] = [:]

    public init(_ original: [Located<LocalizedText>]) { self.original = original }

    /// The texts for a reader of `language`, each with the language that it is in.
    public func texts(in language: String, fileLanguage: String) -> [(text: String, language: String)] {
        if let items = translations[language] {
            return items.map { $0.value.text(in: language, fileLanguage: language) }
        }
        return original.map { $0.value.text(in: language, fileLanguage: fileLanguage) }
    }
}
