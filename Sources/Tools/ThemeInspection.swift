internal import Build
public import Content
public import Disk
internal import Pages
internal import Text
internal import Theme

/// Shows what a site's theme receives, for theme authors.
public struct ThemeInspection: Sendable {
    public var content: String
    /// As the command names it; `nil` for the theme of the settings.
    public var theme: String?
    /// The day for which the site is made; `nil` for today.
    public var asOf: CivilDay?
    public var showsAll = false

    public init(content: String) { self.content = content }

    /// What the templates of a page receive.
    ///
    /// - Parameter page: an address below the site's root (`communities/x/`, `cy/map/`, nothing for the home page), or
    ///   the path of a content file.
    /// - Throws: `BuildError` when there is no such page, or it is not made with a template.
    public func context(of page: String) async throws -> String {
        var options = Pipeline.Options()
        options.asOf = asOf
        let site = await Pipeline.read(ContentSource(try ContentReader(at: content)), options).site
        let loaded = try ThemeFolder.load(
            flag: theme, setting: site.settings.theme?.value, content: content, languages: site.languages)
        // A theme with errors receives the same; seeing it may help to fix them.
        let renderer = try RenderPlan(site, theme: loaded.theme ?? CompiledTheme()).renderer
        let address = ContentPath.below(content, page)
        guard let found = renderer.page(at: address) else {
            throw BuildError(
                "There is no page `\(address)`.\(NearestMatch.hint(address, among: renderer.pages.map(\.route)))")
        }
        guard let text = renderer.contextText(of: found, showsAll: showsAll) else {
            throw BuildError("`\(address)` is not made with a template.")
        }
        return text
    }

    /// Every name that a template may use; see `ThemeReference`.
    ///
    /// - Throws: `ThemeError` when no page is made with that template.
    public static func fields(of template: String?) throws -> String { try ThemeReference.text(of: template) }

    /// A file of the default theme, to begin with one's own.
    ///
    /// - Parameter path: `nil` for the paths of all, a line each.
    /// - Throws: `BuildError` when there is none.
    public static func file(_ path: String?) throws(BuildError) -> String {
        guard let path else { return CompiledTheme.defaultFiles.keys.sorted().map { $0 + "\n" }.joined() }
        guard let text = CompiledTheme.defaultFiles[path] else {
            throw BuildError(
                "The default theme has no file `\(path)`."
                    + NearestMatch.hint(path, among: CompiledTheme.defaultFiles.keys)
            )
        }
        return text
    }
}
