public import Content
public import Diagnostics
public import Markdown

/// Something that has a page of its own: from a file, from an item in a community's file, or a term made from its id.
public struct Item: Sendable {
    public var kind: Kind
    public var id: String
    /// In the default language; see `EntryPath.route`.
    public var route: String
    public var entry: Entry {
        didSet { shared = Shared(entry.common) }
    }
    /// The keys that every kind has, beside the entry: taking them out of it would copy all of it.
    private var shared: Shared
    /// By language: the original's and those of translation files. Empty for items that have no text.
    public var bodies: [String: Rendered]
    /// Keys of its file that start with `x_`, by what follows that.
    public var own: [String: LocalizedList] = [:]
    /// The original's language.
    public var language: String
    /// Id of the community in whose folder or file it is.
    public var communityID: String?
    public internal(set) var community: ItemID?
    /// The file it is from; of a term made from its id, the first file that uses it.
    public var path: String
    /// Where to point at when the whole item is meant.
    public var range: ByteRange
    /// Translation files, by language.
    public var translationPaths: [String: String] = [:]
    /// Its file and those of its translations. Empty for an item embedded in a community's file, and for a term
    /// without a file.
    public var files: [String] { isEmbedded || isMadeFromID ? [] : [path] + translationPaths.values }
    /// Languages whose translation file is a draft, and not published.
    public var draftTranslations: Set<String> = []
    public var isIntroduction = false
    /// An item in a community's file, which has no file of its own.
    public var isEmbedded = false
    /// Of an entry that is one date of a series.
    public internal(set) var occurrence: SeriesDate?
    /// A term that is used and has no file.
    public var isMadeFromID = false

    private final class Shared: Sendable {
        let common: Common
        init(_ common: Common) { self.common = common }
    }

    public var common: Common {
        _read { yield shared.common }
    }

    init(
        kind: Kind, id: String, route: String, entry: Entry, bodies: [String: Rendered], language: String,
        communityID: String? = nil, path: String, range: ByteRange
    ) {
        self.kind = kind
        self.id = id
        self.route = route
        self.entry = entry
        shared = Shared(entry.common)
        self.bodies = bodies
        self.language = language
        self.communityID = communityID
        self.path = path
        self.range = range
    }

    /// A charter, member list or backlog that has no title of its own.
    public var isUntitledPart: Bool { [.charter, .members, .backlog].contains(kind) && common.title == nil }

    /// The title for a reader of `language`, with the language that it is in.
    public func title(in language: String) -> (text: String, language: String) {
        common.title?.value.text(in: language, fileLanguage: self.language) ?? (id, self.language)
    }

    public func text(_ value: Located<LocalizedText>?, in language: String) -> (text: String, language: String)? {
        guard let found = value?.value.text(in: language, fileLanguage: self.language), !found.text.isEmpty else {
            return nil
        }
        return found
    }

    public func texts(_ value: Located<LocalizedList>?, in language: String) -> [(text: String, language: String)] {
        value?.value.texts(in: language, fileLanguage: self.language) ?? []
    }

    /// The language in which `language`'s page shows this item's text: its own where there is one, else the original's.
    public func bodyLanguage(for language: String) -> String {
        bodies[language] != nil ? language : self.language
    }

    /// Whether anything of the item is written in `language`.
    public func isWritten(in language: String) -> Bool {
        language == self.language || translationPaths[language] != nil
            || common.title?.value.translations[language] != nil
    }
}

/// Which date of which series an entry is. What the entry leaves out is as in the series.
public struct SeriesDate: Sendable {
    /// In the default language; see `EntryPath.route`.
    public let seriesRoute: String
    /// The day on which the series would have had it, by the series' own clocks.
    public let day: CivilDay
    /// The entry as its file has it.
    let stated: Event
}
