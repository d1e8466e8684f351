internal import Text

/// The files of a theme: a project's over those of the default theme.
///
/// Most files shadow as a whole. Words and tokens are lists of single values, of which a project changes a few: its
/// words are laid over the default ones key by key, and its tokens come after the default ones in the style sheet.
struct ThemeFiles: Sendable {
    static let tokens = "tokens.css"

    /// Path below the theme's folder to bytes.
    let all: [String: [UInt8]]
    /// Whether a project's theme has any files.
    let isOwn: Bool
    /// The project's own pictures and fonts.
    let assets: OwnAssets
    /// Sorted by path; none for the default theme alone, whose templates are known to be valid: tests ensure that.
    let templates: [TemplateTags]
    /// By language, what its words are read from; each is laid over the one before.
    private let words: [String: [Layer]]
    /// What the words of every language are compared with.
    let english: Strings

    /// - Parameters:
    ///   - own: files of a project's theme.
    ///   - isDefault: whether they are the default theme itself, as for those who work on it; then all shadow as a
    ///     whole.
    /// - Throws: `TemplateFault` when a template would never end; `ThemeError` when the default words are not as they
    ///   must be.
    init(_ own: [String: [UInt8]], isDefault: Bool) throws {
        let base = DefaultTheme.files.mapValues { Array($0.utf8) }.merging(Self.defaultPictures) { $1 }
        var all = base.merging(own) { $1 }
        var words: [String: [Layer]] = [:]
        for path in all.keys {
            guard let language = Self.language(ofWords: path) else { continue }
            words[language] =
                isDefault
                ? [.file(all[path]!)]
                : [base[path].map { _ in Layer.default }, own[path].map(Layer.file)].compactMap { $0 }
        }
        if !isDefault, let changed = own[Self.tokens] { all[Self.tokens] = base[Self.tokens, default: []] + changed }
        self.words = words
        let path = Self.path(ofWords: "en")
        english = try isDefault ? Strings(language: "en", yaml: all[path]!, path: path) : Self.defaultWords["en"]!()
        isOwn = !own.isEmpty
        assets = OwnAssets(own)
        templates =
            own.isEmpty
            ? []
            : all.filter { $0.key.hasSuffix(".mustache") }.sorted { $0.key < $1.key }
                .map { TemplateTags($0.key, $0.value) }
        // Problems are reported where the tags are in the project's files.
        for template in templates where !assets.files.isEmpty {
            all[template.path] = assets.filled(all[template.path]!, template.tags)
        }
        self.all = all
        try TemplateCheck.check(templates)
    }

    private static let defaultPictures = DefaultTheme.pictures.mapValues { Base64.bytes(of: Substring($0)) }

    /// Paths of the files of the default theme.
    static var defaultPaths: [String] { Array(DefaultTheme.files.keys) + DefaultTheme.pictures.keys }

    // MARK: Words

    private enum Layer {
        case `default`
        case file([UInt8])

        var isDefault: Bool { if case .default = self { true } else { false } }
    }

    /// Those of the default theme, each read when it is first needed and kept.
    private static let defaultWords = Dictionary(
        uniqueKeysWithValues: DefaultTheme.files.compactMap { path, text in
            language(ofWords: path).map { language in
                (language, Once { try Strings(language: language, yaml: Array(text.utf8), path: path) })
            }
        })

    static func path(ofWords language: String) -> String { "i18n/\(language).yaml" }

    static func language(ofWords path: String) -> String? {
        path.hasPrefix("i18n/") && path.hasSuffix(".yaml") ? String(path.dropFirst(5).dropLast(5)) : nil
    }

    /// Codes of the languages that it has words for.
    var languages: [String] { words.keys.sorted() }

    /// The words of a language as its files have them; `nil` when there is none.
    func unchecked(_ language: String) throws -> Strings? {
        let path = Self.path(ofWords: language)
        let layers = try words[language]?.map { layer in
            switch layer {
            case .default: try Self.defaultWords[language]!()
            case .file(let yaml): try Strings(language: language, yaml: yaml, path: path)
            }
        }
        return layers?.dropFirst().reduce(layers![0]) { $1.laid(over: $0) }
    }

    /// The words of a language; none where the theme has no file of them.
    ///
    /// - Throws: `ThemeError` when they are not as they must be.
    func strings(_ language: String) throws -> Strings {
        let path = Self.path(ofWords: language)
        guard let strings = try unchecked(language) else {
            return try Strings(language: language, yaml: [], path: path)
        }
        // A test checks those of the default theme.
        if words[language]!.allSatisfy(\.isDefault) { return strings }
        if let fault = strings.faults(besides: english).first { throw ThemeError("\(path): \(fault.sentence)") }
        return strings
    }
}
