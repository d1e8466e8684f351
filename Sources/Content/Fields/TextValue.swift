public import Diagnostics

/// A text that an entry's key holds, with the languages in which it is written.
public struct TextValue: Sendable {
    /// As it is below the entry: `summary`, `for_you_if.share`, or `members.2.title` for the second of a list.
    public let key: String
    public let range: ByteRange
    /// Whether a translation file may hold it; else each language is below the key itself.
    public let isForTranslationFile: Bool
    /// One text, or the items of a list.
    private let parts: [LocalizedText]
    /// Languages in which the list was rewritten as a whole.
    private let wholes: Set<String>

    init(
        _ key: String, _ range: ByteRange, _ parts: [LocalizedText], wholes: Set<String> = [],
        isForTranslationFile: Bool
    ) {
        self.key = key
        self.range = range
        self.parts = parts
        self.wholes = wholes
        self.isForTranslationFile = isForTranslationFile
    }

    public func isWritten(in language: String, fileLanguage: String) -> Bool {
        wholes.contains(language)
            || parts.allSatisfy { $0.text(in: language, fileLanguage: fileLanguage).language == language }
    }

    /// What a translator works on; items of a list on lines of their own.
    public var original: String { parts.map(\.original).joined(separator: "\n") }
}

extension Record {
    /// The texts of all keys, in the order of the table of fields.
    ///
    /// - Parameters:
    ///   - prefix: the key of this record with a dot after it, or nothing.
    ///   - inFile: whether a translation file may hold this record.
    func texts(below prefix: String = "", inFile: Bool = true) -> [TextValue] {
        Self.fields.flatMap { $0.texts(self, prefix, inFile) }
    }
}

extension Entry {
    /// The texts of its keys. What a community's file holds of entries with pages of their own is left out, but for the
    /// charter, which a translation file may hold too.
    public var texts: [TextValue] {
        switch self {
        case .community(let entry):
            let apart: Set = ["members", "events", "writeups", "resources", "backlog"]
            return entry.texts().filter { text in !apart.contains(String(text.key.prefix { $0 != "." })) }
        case .charter(let entry): return entry.texts()
        case .members(let entry): return entry.texts()
        case .backlog(let entry): return entry.texts()
        case .event(let entry): return entry.texts()
        case .writeup(let entry): return entry.texts()
        case .resource(let entry): return entry.texts()
        case .person(let entry): return entry.texts()
        case .term(_, let entry): return entry.texts()
        case .page(let entry): return entry.texts()
        }
    }
}

extension Settings {
    /// The texts of its keys.
    public var texts: [TextValue] { texts() }
}
