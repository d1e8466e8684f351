public import Content
public import Diagnostics
public import Markdown

/// Something that has a page of its own: from a file, from an item in a community's file, or a term made from its id.
///
/// A class, so that handing one on counts one reference and not one for each of its parts: pages ask for thousands.
public final class Item: Sendable {
    public let kind: Kind
    public let id: String
    /// In the default language; see `EntryPath.route`.
    public let route: String
    public let entry: Entry
    /// The keys that every kind has.
    public let common: Common
    /// By language: the original's and those of translation files. Empty for items that have no text.
    public let bodies: [String: Rendered]
    /// Keys of its file that start with `x_`, by what follows that.
    public let own: [String: LocalizedList]
    /// The original's language.
    public let language: String
    /// Id of the community in whose folder or file it is.
    public let communityID: String?
    public let community: ItemID?
    /// The file it is from; of a term made from its id, the first file that uses it.
    public let path: String
    /// Where to point at when the whole item is meant.
    public let range: ByteRange
    /// Translation files, by language.
    public let translationPaths: [String: String]
    /// Its file and those of its translations. Empty for an item embedded in a community's file, and for a term
    /// without a file.
    public var files: [String] { isEmbedded || isMadeFromID ? [] : [path] + translationPaths.values }
    /// Languages whose translation file is a draft, and not published.
    public let draftTranslations: Set<String>
    public let isIntroduction: Bool
    /// An item in a community's file, which has no file of its own.
    public let isEmbedded: Bool
    /// Of an entry that is one date of a series.
    public let occurrence: SeriesDate?
    /// A term that is used and has no file.
    public let isMadeFromID: Bool

    init(
        kind: Kind, id: String, route: String, entry: Entry, bodies: [String: Rendered] = [:],
        own: [String: LocalizedList] = [:], language: String, communityID: String? = nil, community: ItemID? = nil,
        path: String, range: ByteRange, translationPaths: [String: String] = [:],
        draftTranslations: Set<String> = [], isIntroduction: Bool = false, isEmbedded: Bool = false,
        occurrence: SeriesDate? = nil, isMadeFromID: Bool = false
    ) {
        self.kind = kind
        self.id = id
        self.route = route
        self.entry = entry
        common = entry.common
        self.bodies = bodies
        self.own = own
        self.language = language
        self.communityID = communityID
        self.community = community
        self.path = path
        self.range = range
        self.translationPaths = translationPaths
        self.draftTranslations = draftTranslations
        self.isIntroduction = isIntroduction
        self.isEmbedded = isEmbedded
        self.occurrence = occurrence
        self.isMadeFromID = isMadeFromID
    }

    /// The same item with other parts; those that are left out stay as they are.
    func with(
        entry: Entry? = nil, bodies: [String: Rendered]? = nil, own: [String: LocalizedList]? = nil,
        community: ItemID? = nil, range: ByteRange? = nil, translationPaths: [String: String]? = nil,
        draftTranslations: Set<String>? = nil, occurrence: SeriesDate? = nil
    ) -> Item {
        Item(
            kind: kind, id: id, route: route, entry: entry ?? self.entry, bodies: bodies ?? self.bodies,
            own: own ?? self.own, language: language, communityID: communityID, community: community ?? self.community,
            path: path, range: range ?? self.range, translationPaths: translationPaths ?? self.translationPaths,
            draftTranslations: draftTranslations ?? self.draftTranslations, isIntroduction: isIntroduction,
            isEmbedded: isEmbedded, occurrence: occurrence ?? self.occurrence, isMadeFromID: isMadeFromID)
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
