internal import Diagnostics
package import Disk
internal import Theme

/// A content folder, read and linked, with its theme: what `build` and `check` begin with.
package struct LoadedHandbook: Sendable {
    package let reader: ContentReader
    package let source: ContentSource
    package let reading: Pipeline.Reading
    /// What is read with it, where that is wanted.
    let overlay: Overlay?
    /// What is wrong with the theme that `site.yaml` names, where its folder is missing.
    let missingTheme: Diagnostic?
    private let loading: Result<LoadedTheme, any Error>

    /// - Parameters:
    ///   - theme: as a command names it; `nil` for the theme of the settings.
    ///   - overlay: a private folder to lay over it; search engines are asked to stay away then.
    /// - Throws: `BuildError` when a folder cannot be read.
    init(content: String, theme: String?, overlay folder: String? = nil, _ options: Pipeline.Options) async throws {
        let reader = try ContentReader(at: content)
        let overlay = try folder.map { try Overlay(at: $0, over: reader, named: content) }
        source = ContentSource(reader).with(overlay?.files ?? [:])
        var options = options
        options.overlaid = overlay?.paths
        let reading = await Pipeline.read(source, options)
        (self.reader, self.overlay, self.reading) = (reader, overlay, reading)
        let setting = reading.site.settings.theme
        let missing = theme == nil ? ThemeFolder.problem(with: setting) : nil
        let languages = reading.site.languages
        // Loaded even if nothing will be written: a check also reports what is wrong with the theme.
        loading = Result {
            try missing != nil
                ? LoadedTheme()
                : ThemeFolder.load(flag: theme, setting: setting?.value, content: content, languages: languages)
        }
        missingTheme = missing
    }

    /// The theme as far as it could be loaded.
    var theme: LoadedTheme? { try? loading.get() }

    /// The pages of the site; `nil` when the theme has errors.
    ///
    /// - Throws: `BuildError` or `ThemeError` when the theme cannot be read, or lacks something that the site needs.
    func plan() throws -> RenderPlan? { try loading.get().theme.map { try RenderPlan(reading.site, theme: $0) } }

    /// The bytes of a content file; `nil` when it cannot be read.
    package func bytes(of path: String) -> [UInt8]? { try? source.read(path).get() }
}
