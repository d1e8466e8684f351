internal import Content
internal import Diagnostics
package import Disk
internal import Site
internal import Theme

/// A content folder, read and linked, with its theme: what `build` and `check` begin with.
package struct LoadedHandbook: Sendable {
    package let reader: ContentReader
    package let source: ContentSource
    package let reading: Pipeline.Reading
    /// Its git history; `nil` unless a site with feeds is written.
    private let history: Result<ContentHistory, GitLog.Unknown>?
    /// What is read with it, if requested.
    let overlay: Overlay?
    /// What is wrong with the theme and the languages that `site.yaml` names.
    let themeSettings: ThemeSettings
    private let loading: Result<LoadedTheme, any Error>

    /// - Parameters:
    ///   - theme: as a command names it; `nil` for the theme of the settings.
    ///   - overlay: a private folder to lay over it; the site then asks search engines to stay away.
    ///   - readsHistory: whether to read the git history, which the feeds need.
    /// - Throws: `BuildError` when a folder cannot be read.
    init(
        content: String, theme: String?, overlay folder: String? = nil, readsHistory: Bool = false,
        _ options: Pipeline.Options
    ) async throws {
        let reader = try ContentReader(at: content)
        let overlay = try folder.map { try Overlay(at: $0, over: reader, named: content) }
        source = ContentSource(reader).with(overlay?.files ?? [:])
        var options = options
        options.overlaid = overlay?.paths
        let asksGit = readsHistory && overlay == nil && Self.mayHaveFeeds(source, options)
        async let log = asksGit ? Self.log(of: reader) : nil
        let (parsed, timings) = await Pipeline.parse(source, options)
        let setting = parsed.settings.theme
        let missing = theme == nil ? ThemeFolder.problem(with: setting, content: content) : nil
        // Loaded even if nothing will be written: a check also reports what is wrong with the theme.
        async let loaded = Self.theme(
            theme, isMissing: missing != nil, parsed.settings, content: content)
        let reading = Pipeline.link(parsed, options, timings)
        (self.reader, self.overlay, self.reading) = (reader, overlay, reading)
        history = await log?.map { ContentHistory($0, of: reading.site) }
        loading = await loaded
        themeSettings = ThemeSettings(
            of: reading.site, try? loading.get().theme, missing: missing, besides: reading.problems,
            content: theme == nil ? content : nil)
    }

    /// The theme that a command or the settings name, with the words of the site's languages read.
    private static func theme(
        _ flag: String?, isMissing: Bool, _ settings: Settings, content: String
    ) -> Result<LoadedTheme, any Error> {
        let languages = settings.languageCodes
        let loading = Result {
            try isMissing
                ? LoadedTheme()
                : ThemeFolder.load(
                    flag: flag, setting: settings.theme?.value, content: content, languages: languages,
                    named: settings.logo?.value.files ?? [])
        }
        (try? loading.get().theme)?.readWords(of: languages)
        return loading
    }

    /// Whether the site has an address, which feeds need. A guess, because git runs while files are read.
    private static func mayHaveFeeds(_ source: ContentSource, _ options: Pipeline.Options) -> Bool {
        if options.baseURL != nil { return true }
        let settings = try? source.read(ContentKind.settingsPath).get()
        return settings?.firstRange(of: "base_url".utf8) != nil
    }

    private static func log(of reader: ContentReader) -> Result<GitLog, GitLog.Unknown> {
        Result { () throws(GitLog.Unknown) in try GitLog(of: Git(folder: reader.root)) }
    }

    /// What is missing in the feeds of the site, and why; nothing where the folder is in no repository.
    var messages: [String] {
        guard case .failure(let reason) = history, reading.site.baseURL != nil, Git.hasRepository(around: reader.root)
        else { return [] }
        let cause =
            switch reason {
            case .shallow: reason.rawValue
            case .noHistory: "git cannot read the history of this folder (`git log` there says why)"
            }
        return [
            "The feeds of new communities and events hold only entries with the key `added`, and write-ups show as "
                + "changed only with `corrected`: \(cause)."
        ]
    }

    /// The theme as far as it could be loaded.
    var theme: LoadedTheme? { try? loading.get() }

    /// The pages of the site; `nil` when the theme has errors.
    ///
    /// - Parameter host: what the site is made for.
    /// - Throws: `BuildError` or `ThemeError` when the theme cannot be read, or lacks something that the site needs.
    func plan(for host: WebHost? = nil) throws -> RenderPlan? {
        try loading.get().theme.map {
            try RenderPlan(reading.site, theme: $0, history: (try? history?.get()) ?? .init(), host: host)
        }
    }

    /// The bytes of a content file; `nil` when it cannot be read.
    package func bytes(of path: String) -> [UInt8]? { try? source.read(path).get() }
}
