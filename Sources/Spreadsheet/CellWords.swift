internal import Text

/// Words that people write in cells in the languages of a site.
public struct CellWords: Sendable {
    public var months = MonthNames()
    /// Before a number that was estimated, such as `environ`.
    public var nearly: [String] = []
    /// The file to which words are added, and what it has already, by key.
    public var file = "i18n/en.yaml"
    public var written: [String: String] = [:]
    /// Name of a column → a value's word, without capitals and accents → the value.
    private var values: [String: [String: String]] = [:]
    /// For no value, without capitals and accents.
    private var nothing: Set<String> = []
    /// Beside a year, without capitals and accents.
    private var seasons: Set<String> = []

    public init() {}

    /// Adds words for no value, such as `inconnu`.
    public mutating func addNothing(_ words: some Sequence<String>) {
        nothing.formUnion(words.map(PlainLetters.folded))
    }

    /// Adds words for parts of a year, such as `printemps`.
    public mutating func addSeasons(_ words: some Sequence<String>) {
        seasons.formUnion(words.map(PlainLetters.folded))
    }

    /// Adds the word for a value of a column. One that is the word for two values means none.
    public mutating func add(_ word: String, for value: String, column: String) {
        let word = PlainLetters.folded(word)
        let other = values[column]?[word]
        values[column, default: [:]][word] = other == nil || other == value ? value : ""
    }

    func isNothing(_ text: String) -> Bool { nothing.contains(PlainLetters.folded(text)) }

    func isSeason(_ text: String) -> Bool { seasons.contains(PlainLetters.folded(text)) }

    func value(_ text: String, column: String) -> String? {
        values[column]?[PlainLetters.folded(text)].flatMap { $0.isEmpty ? nil : $0 }
    }
}
