internal import Diagnostics

/// A theme's templates, scanned: what is wrong with those of a project.
struct TemplateScan {
    let problems: [Diagnostic]
    /// Whether every template could be read; otherwise names were not looked at, and nothing is known about their use.
    let isWhole: Bool
    /// Names of templates that a page reaches.
    let reached: Set<String>
    /// Keys of the words that templates use.
    let words: Set<String>
    /// Names of own pictures and fonts that templates show.
    let assets: Set<String>

    /// - Parameters:
    ///   - own: paths of the project's files.
    ///   - pages: what each page receives.
    ///   - languages: their words, and English, are compared with what templates use.
    init(_ files: ThemeFiles, own: Set<String>, pages: [ContextShape], languages: [String]) throws {
        var templates: [String: TemplateScanner.Template] = [:]
        for read in files.templates {
            templates[CompiledTheme.name(ofTemplate: read.path)] = .init(
                path: read.path, isOwn: own.contains(read.path), tags: read.tags,
                places: own.contains(read.path) ? UnsafePlaces(read.bytes) : nil)
        }
        let syntax = files.templates.compactMap(\.problem)
        let strings = try languages.compactMap(files.unchecked)
        var scanner = TemplateScanner(
            templates, pages: pages, words: ThemeWords(strings, english: files.english),
            assets: Set(files.assets.files.keys))
        if syntax.isEmpty { scanner.scan() }
        problems = syntax + scanner.report.diagnostics
        isWhole = syntax.isEmpty
        reached = scanner.reached
        words = scanner.report.words
        assets = scanner.report.assets
    }
}
