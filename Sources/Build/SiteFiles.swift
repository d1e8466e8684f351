internal import Content
internal import Diagnostics
internal import Disk
internal import Text

/// The two files of a content folder that are about the whole site.
struct SiteFiles {
    var settings: Settings
    /// Whether they say which languages the site has.
    private(set) var knowsLanguages: Bool
    var pins: [String: MapPin] = [:]
    /// By path.
    var own: [String: [UInt8]] = [:]
    var problems: [Diagnostic] = []

    /// - Parameter former: replaces settings that cannot be used; without it the bare minimum does, so that problems of
    ///   other files are reported too.
    init(_ source: ContentSource, former: ParsedContent?, _ options: Pipeline.Options) {
        for path in ContentKind.ownPaths.sorted() where source.documents.contains(path) {
            switch source.read(path) {
            case .success(let bytes): own[path] = bytes
            case .failure(let problem): problems.append(problem.diagnostic)
            }
        }
        if let bytes = own[ContentKind.settingsPath] {
            let (found, foundProblems) = ContentParser.settings(
                SourceFile(path: ContentKind.settingsPath, bytes: bytes))
            problems += foundProblems
            let isBroken = found == nil || foundProblems.contains { $0.severity == .error }
            knowsLanguages = isBroken ? former?.knowsLanguages ?? false : true
            settings = (isBroken ? former?.settings : nil) ?? found ?? Self.minimum(for: source, isUnreadable: true)
        } else {
            knowsLanguages = former?.knowsLanguages ?? false
            settings = former?.settings ?? Self.minimum(for: source)
        }
        if !source.documents.contains(ContentKind.settingsPath) {
            problems.append(
                BuildRules.missingSettings.at(
                    0..<0, in: ContentKind.settingsPath,
                    "There is no `site.yaml`, which says what the site is called.",
                    help: Help("Create it with a line such as", paste: "title: Communities of practice")))
        }
        if let bytes = own[ContentKind.pinsPath] {
            let (found, foundProblems) = ContentParser.mapPins(SourceFile(path: ContentKind.pinsPath, bytes: bytes))
            pins = found
            problems += foundProblems
        }
        checkTheme()
        if options.overlaid != nil { settings.indexed = Located(false, 0..<0) }
        if let baseURL = options.baseURL ?? (settings.baseURL == nil ? nil : options.localAddress) {
            // Looking at the site at another address does not make it another site.
            if settings.identity == nil { settings.identity = settings.host.map { Located($0, 0..<0) } }
            settings.baseURL = Located(baseURL, 0..<0)
        }
    }

    private mutating func checkTheme() {
        guard let theme = settings.theme, !ThemeFolder.isName(theme.value) else { return }
        problems.append(
            BuildRules.themeName.at(
                theme.range, in: ContentKind.settingsPath,
                "`\(theme.value)` is not the name of a theme: `theme` is `default` or a folder in `themes/`, in "
                    + "lower-case letters, digits and hyphens.",
                help: "To use a theme from elsewhere, name it with --theme when you build the site."))
        settings.theme = nil
    }

    /// Has every language that a file name mentions, so that a mistake in `site.yaml` does not make translations
    /// problems.
    ///
    /// - Parameter isUnreadable: there are settings, which may say how little is to be published.
    private static func minimum(for source: ContentSource, isUnreadable: Bool = false) -> Settings {
        let suffixes = source.documents.compactMap { path -> String? in
            let parts = path.split(separator: "/").last?.split(separator: ".") ?? []
            return parts.count == 3 && LanguageCode.isValid(parts[1]) && LanguageCode.isAssigned(String(parts[1]))
                ? String(parts[1]) : nil
        }
        var settings = Settings()
        if isUnreadable { settings.publishLittle() }
        settings.languages = Located(
            (["en"] + Set(suffixes).subtracting(["en"]).sorted()).map { Located($0, 0..<0) }, 0..<0)
        return settings
    }
}
