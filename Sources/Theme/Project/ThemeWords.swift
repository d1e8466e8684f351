/// The words that the languages of a site have, to check templates against them.
struct ThemeWords {
    enum Answer {
        case text
        /// A list, or a text for each plural form.
        case notText
        case unknown
        /// Languages of the site that lack it.
        case missing([String])
    }

    private let languages: [Strings]
    /// Lends every text that a language lacks.
    private let english: Strings

    init(_ languages: [Strings], english: Strings) {
        self.languages = languages
        self.english = english
    }

    func answer(to key: String) -> Answer {
        if english.has(key) { return english.hasText(key) ? .text : .notText }
        let having = languages.filter { $0.has(key) }
        if having.isEmpty { return .unknown }
        if having.contains(where: { !$0.hasText(key) }) { return .notText }
        let missing = languages.map(\.language).filter { code in !having.contains { $0.language == code } }
        return missing.isEmpty ? .text : .missing(missing)
    }

    /// Of texts, sorted.
    var keys: [String] {
        Set((languages + [english]).flatMap { strings in strings.keys.filter(strings.hasText) }).sorted()
    }
}
