public import Diagnostics

extension CompiledTheme {
    /// The result of reading a project's theme.
    public struct Reading: Sendable {
        /// `nil` when a problem is an error.
        public let theme: CompiledTheme?
        /// Paths are below the theme's folder.
        public let problems: [Diagnostic]
        /// Facts of its own that it declares, even where it has errors.
        package var ownFields: [OwnField] = []

        public init(theme: CompiledTheme?, problems: [Diagnostic]) {
            self.theme = theme
            self.problems = problems
        }
    }

    /// Reads a project's theme and checks it. The default theme is known to be valid: tests ensure that.
    ///
    /// - Parameters:
    ///   - files: by path below the theme's folder.
    ///   - passedOver: paths of files of types that no theme has.
    ///   - pages: what each page receives, by the name of its template.
    ///   - languages: those of the site.
    ///   - named: files in its `assets/` that the settings name.
    ///   - version: of the program.
    /// - Throws: `ThemeError` when the default words are not as they must be.
    package static func read(
        _ files: [String: [UInt8]], passedOver: [String] = [], pages: [ContextShape], languages: [String],
        named: [String] = [], version: String
    ) throws -> Reading {
        let unreadable = EncodingCheck.problems(files)
        guard unreadable.isEmpty else { return Reading(theme: nil, problems: unreadable) }
        let manifest = ThemeManifest(files[ThemeManifest.path], version: version)
        var problems = manifest.problems
        guard problems.areHarmless else { return Reading(theme: nil, problems: problems) }
        let source: ThemeFiles
        do { source = try ThemeFiles(files, isDefault: manifest.isDefault) } catch let fault as TemplateFault {
            let message = fault.message.prefix(1).uppercased() + fault.message.dropFirst()
            return Reading(
                theme: nil,
                problems: problems + [ThemeRules.nesting.at(fault.offset..<fault.offset, in: fault.path, message)])
        }
        let words = files.keys.compactMap(ThemeFiles.language(ofWords:)).sorted()
            .map { WordsCheck(language: $0, bytes: files[ThemeFiles.path(ofWords: $0)]!, english: source.english) }
        for check in words { problems += try check.problems(in: source) }
        let scan = try TemplateScan(
            source, own: Set(files.keys), pages: pages.map { $0.with(manifest.fields) },
            languages: problems.areHarmless ? languages : [])
        problems += scan.problems
        let styles = StyleCheck(files, source.assets, default: DefaultTheme.files)
        problems += styles.problems
        problems += MarkupCheck.problems(files)
        problems += OriginCheck.problems(files, default: DefaultTheme.files, version: version)
        problems += TokenCheck(files, default: DefaultTheme.files).problems
        if scan.isWhole {
            // A template can only load a font before a style uses it.
            let shown = scan.assets.filter { !OwnAssets.isFont($0) }.union(styles.assets).union(named)
            problems += UnusedFiles.problems(files.keys.sorted() + passedOver, reached: scan.reached, assets: shown)
            problems += words.flatMap { $0.unused(asked: scan.words) }
        }
        var reading = Reading(
            theme: problems.areHarmless ? try CompiledTheme(source) : nil, problems: problems.sortedForReport())
        reading.ownFields = manifest.fields
        return reading
    }

    /// A `theme.yaml` for a new theme.
    public static func manifest(name: String, version: String) -> String {
        ThemeManifest.text(name: name, version: version) + "\n"
    }

    /// Texts of the default theme by path, for those who begin with one of them.
    public static var defaultFiles: [String: String] { DefaultTheme.files }
}

extension [Diagnostic] {
    fileprivate var areHarmless: Bool { !contains { $0.severity == .error } }
}
