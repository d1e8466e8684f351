/// Theme: a site and what is derived from it → pages → bytes.
///
/// Holds templates, words and assets; the default ones are in the binary. Pure: the caller reads files from the disk
/// and hands them over. It must not know where output goes.
///
///     let theme = try CompiledTheme(overriding: [:])
///     let renderer = try SiteRenderer(site: site, theme: theme)
///     for page in renderer.pages { _ = try sink.write(page.path, renderer.render(page)) }
public struct CompiledTheme: Sendable {
    private let source: ThemeFiles
    /// Read when they are first needed: a check renders no page, and most sites have one language.
    private let library: Once<TemplateLibrary, Never>
    /// By language.
    private let words: [String: Once<Strings, any Error>]

    var assets: OwnAssets { source.assets }

    /// The project's own pictures and fonts, by their names in `assets/`.
    package var ownAssets: [String: ThemeAssets.Asset] { source.assets.files }

    /// Facts of the project's own that its `theme.yaml` declares.
    package let ownFields: [OwnField]

    /// Path below the theme's folder to bytes; a project's files shadow the default theme's.
    var files: [String: [UInt8]] { source.all }

    /// - Parameter overriding: files of a project's theme, by path below its folder. They are used as they are:
    ///   `CompiledTheme.read` also looks for names that no page has.
    /// - Throws: `ThemeError` when a template cannot be read or would never end, or words are not as they must be.
    public init(overriding: [String: [UInt8]] = [:]) throws {
        do { try self.init(ThemeFiles(overriding, isDefault: false)) } catch let fault as TemplateFault {
            throw ThemeError("themes: \(fault.path): \(fault.message)")
        }
    }

    init(_ source: ThemeFiles) throws {
        self.source = source
        if let problem = source.templates.lazy.compactMap(\.problem).first {
            throw ThemeError("themes: \(problem.path): \(problem.message)")
        }
        library = Once { TemplateLibrary(source.all) }
        ownFields = source.isOwn ? ThemeManifest(source.all[ThemeManifest.path], version: "").fields : []
        words = Dictionary(
            uniqueKeysWithValues: source.languages.map { language in
                (language, Once { try source.strings(language) })
            })
        // Faults in a project's words are known before anything is written.
        if source.isOwn { for words in words.values { _ = try words() } }
    }

    /// `components/facts/facts.mustache` is `facts`; `pages/home.mustache` is `pages/home`.
    static func name(ofTemplate path: String) -> String {
        let name = String(path.dropLast(".mustache".count))
        let parts = name.split(separator: "/")
        return parts.first == "components" ? String(parts.last ?? "") : name
    }

    /// The words of a language. What it lacks is borrowed from the site's first language, and from English.
    ///
    /// - Parameters:
    ///   - first: the first language of the site.
    ///   - isMarked: whether borrowed words carry marks, for `BorrowedWords` to resolve.
    /// - Throws: `ThemeError` when they are not as they must be.
    package func strings(_ language: String, first: String, isMarked: Bool = false) throws -> Strings {
        try own(language).borrowing(from: [own(first), source.english], isMarked: isMarked)
    }

    /// Reads the words of languages before they are needed. What is wrong with them is thrown when they are asked for.
    package func readWords(of languages: [String]) {
        for language in languages { _ = try? own(language) }
    }

    private func own(_ language: String) throws -> Strings {
        try words[language]?() ?? source.strings(language)
    }

    /// The colours that its tokens name.
    package var tokens: ThemeTokens { ThemeTokens(files[ThemeFiles.tokens] ?? []) }

    /// The path of the picture that other sites show beside a link to a page.
    package static let linkPreviewPath = ThemeAssets.linkPreviewPath

    /// Whether a file of a theme is a picture or font that it publishes.
    package static func isAsset(_ path: String) -> Bool { OwnAssets.name(of: path) != nil }

    /// Whether it has a file of words for a language.
    package func hasWords(_ language: String) -> Bool { words[language] != nil }

    /// Languages of the default theme, sorted.
    package static let defaultLanguages = DefaultTheme.files.keys.compactMap(ThemeFiles.language(ofWords:)).sorted()

    /// How many of the texts of the interface a language has, and how many there are.
    ///
    /// - Throws: as `strings`.
    package func share(of language: String) throws -> (own: Int, all: Int) {
        try own(language).share(of: source.english)
    }

    /// Keys of the texts that a language lacks, sorted.
    ///
    /// - Throws: as `strings`.
    package func missingWords(_ language: String) throws -> [String] {
        try own(language).missing(besides: source.english).sorted()
    }

    /// Keys of the texts that no fluent reader has read yet, sorted.
    ///
    /// - Throws: as `strings`.
    package func unreviewedWords(_ language: String) throws -> [String] {
        try own(language).unreviewed(besides: source.english).sorted()
    }

    /// Keys whose texts have letters and are those of English, sorted.
    ///
    /// - Throws: as `strings`.
    package func copiedWords(_ language: String) throws -> [String] {
        try own(language).copied(from: source.english).sorted()
    }

    /// One file of all styles, one of all scripts, or one of those that run before a page is drawn (`NAME.head.js`), in
    /// the order tokens, base, then components by name; without the components that only some pages load.
    func bundle(_ kind: String) -> [UInt8] {
        let components = files.keys.filter { path in
            path.hasPrefix("components/") && path.hasSuffix("." + kind) && !Self.shared.contains(path)
                && (kind == "head.js" || !path.hasSuffix(".head.js"))
                && !ThemeAssets.apart.contains { path.hasPrefix("components/\($0)/") }
        }
        return joined((kind == "js" ? Self.shared : []) + ["tokens.\(kind)", "base.\(kind)"] + components.sorted())
    }

    /// The files of one kind of a component, as one; empty where it has none.
    func bundle(_ kind: String, of component: String) -> [UInt8] {
        let own = files.keys.filter { $0.hasPrefix("components/\(component)/") && $0.hasSuffix("." + kind) }
        return own.isEmpty ? [] : joined((kind == "js" ? Self.shared : []) + own.sorted())
    }

    /// Scripts that others use. Every file of scripts begins with them: those of large components may run before the
    /// one that all pages have.
    private static let shared = ["components/letters/letters.js"]

    private func joined(_ paths: [String]) -> [UInt8] {
        var out: [UInt8] = []
        for path in paths {
            guard let bytes = files[path] else { continue }
            out += bytes
            if bytes.last != 10 { out.append(10) }
        }
        return out
    }

    /// - Throws: `ThemeError` when there is no such template.
    package func render(_ template: String, _ context: Context) throws -> [UInt8] {
        let library = library()
        guard let index = library.index[template] else {
            throw ThemeError("The theme has no template `\(template).mustache`.")
        }
        return TemplateRenderer.render(index, of: library, context)
    }
}

/// The theme itself cannot be used: nobody's content is at fault.
public struct ThemeError: Error, CustomStringConvertible {
    public let description: String
    package init(_ description: String) { self.description = description }
}
