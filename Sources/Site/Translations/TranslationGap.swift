public import Content
public import Diagnostics

/// What one page lacks in one language of the site.
public struct TranslationGap: Sendable {
    public enum Extent: Sendable {
        /// Nothing of it is written in the language.
        case page
        /// Some of its texts are not.
        case part
        /// It is a term without a file, which is shown by its id.
        case term
    }

    public let language: String
    public let extent: Extent
    /// The file that holds the original.
    public let path: String
    /// Where to point at in it.
    public let range: ByteRange
    /// The translation file, or the file of a term: to create, to add to, or a draft.
    public let translation: String
    public let isDraft: Bool
    /// Texts for the translation file.
    public let texts: [TextValue]
    /// Texts that are in all languages below their key in the original's file.
    public let textsInPlace: [TextValue]
    public let lacksBody: Bool

    /// Whether `translation` is a whole page to write. A page from an item in its community's file has no file.
    public var isFileToWrite: Bool { extent == .page && (lacksBody || !texts.isEmpty) }
}

extension SiteGraph {
    /// What the pages and `site.yaml` lack in a language, in the order of the pages.
    public func translationGaps(in language: String) -> [TranslationGap] {
        let gaps = items.compactMap { $0.isMadeFromID ? termGap($0, language) : gap(in: $0, language) }
        let texts = settings.texts.filter { !$0.isWritten(in: language, fileLanguage: defaultLanguage) }
        guard let first = texts.first else { return gaps }
        let path = "site.yaml"
        return gaps + [
            TranslationGap(
                language: language, extent: .part, path: path, range: first.range, translation: path, isDraft: false,
                texts: [],
                textsInPlace: texts, lacksBody: false)
        ]
    }

    private func gap(in item: Item, _ language: String) -> TranslationGap? {
        // A charter in its community's file is translated with it.
        if item.isEmbedded, item.kind == .charter { return nil }
        let all = item.textsToTranslate
        let lacking = all.filter { !$0.isWritten(in: language, fileLanguage: item.language) }
        let isOwn = language == item.language
        let lacksBody = !isOwn && item.hasBody && item.bodies[language] == nil
        guard !lacking.isEmpty || lacksBody else { return nil }
        let isWhole =
            !isOwn && lacking.count == all.count && (lacksBody || !item.hasBody)
            && item.translationPaths[language] == nil
        func isForFile(_ text: TextValue) -> Bool { text.isForTranslationFile && !item.isEmbedded && !isOwn }
        // A list of members or topics has texts only within its list; it is not a page to translate.
        let isPage = isWhole && (lacksBody || lacking.contains { $0.isForTranslationFile })
        return TranslationGap(
            language: language, extent: isPage ? .page : .part, path: item.path, range: item.range,
            translation: item.translationPaths[language] ?? "\(item.path.dropLast(3)).\(language).md",
            isDraft: item.draftTranslations.contains(language), texts: lacking.filter(isForFile),
            textsInPlace: lacking.filter { !isForFile($0) }, lacksBody: lacksBody)
    }

    private func termGap(_ item: Item, _ language: String) -> TranslationGap? {
        guard language != defaultLanguage else { return nil }
        return TranslationGap(
            language: language, extent: .term, path: item.path, range: item.range,
            translation: "\(item.route.dropLast()).md",
            isDraft: false, texts: [], textsInPlace: [], lacksBody: false)
    }
}

extension Item {
    /// The name of a person is the same in every language.
    fileprivate var textsToTranslate: [TextValue] {
        kind == .person ? entry.texts.filter { $0.key != "name" } : entry.texts
    }

    fileprivate var hasBody: Bool { bodies[language].map { !$0.markup.isEmpty } ?? false }
}
