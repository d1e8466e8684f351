internal import Build
public import Content
internal import Diagnostics
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

    /// Every name that a template may use, and what may be done with it; see `ThemeReference`. Names that the theme
    /// declares are among them; without a handbook, those that every theme has.
    ///
    /// - Throws: `ThemeError` when no page is made with that template; `BuildError` when there is no such theme.
    public func fields(of template: String?) throws -> String {
        try ThemeReference.text(of: template, own: loaded().ownFields)
    }

    /// The theme of the command, else that of the settings; the default one where there is no handbook.
    private func loaded() throws -> LoadedTheme {
        var settings: Settings?
        if let reader = try? ContentReader(at: content), let bytes = try? reader.read(ContentKind.settingsPath) {
            settings = ContentParser.settings(SourceFile(path: ContentKind.settingsPath, bytes: bytes)).settings
        }
        return try ThemeFolder.load(
            flag: theme, setting: settings?.theme?.value, content: content, languages: settings?.languageCodes ?? ["en"]
        )
    }

    /// How a file of the theme differs from the default theme's, and what has changed there since it began, where git
    /// knows.
    ///
    /// - Parameter file: its path below the theme's folder, or from where the program was started.
    /// - Throws: `BuildError` when there is no such file, or nothing to compare it with.
    public func difference(of file: String) throws -> String {
        let loaded = try loaded()
        guard let folder = loaded.folder, let root = loaded.root else {
            throw BuildError("The site has no theme of its own: `folkmoot new theme NAME` makes one.")
        }
        let bare = file.hasPrefix("./") ? String(file.dropFirst(2)) : file
        let path = bare.hasPrefix(folder + "/") ? String(bare.dropFirst(folder.count + 1)) : bare
        guard let own = loaded.file(path) else {
            throw BuildError(
                "The theme `\(folder)` has no file `\(path)`.\(NearestMatch.hint(path, among: loaded.paths))")
        }
        let origin = FileOrigin(own)
        let base = origin?.path ?? path
        guard let now = CompiledTheme.defaultFiles[base].map({ Array($0.utf8) }) else {
            throw BuildError("The default theme has no file `\(base)`, so there is nothing to compare with.")
        }
        let changes = UnifiedDiff.text(path, before: now, after: FileOrigin.unmarked(own))
        if changes.isEmpty {
            return "`\(folder)/\(path)` is the same as in the default theme of folkmoot \(Program.version). Remove it, "
                + "and the default theme's is used.\n"
        }
        let difference = "From the default theme of folkmoot \(Program.version) to `\(folder)/\(path)`:\n\n\(changes)"
        guard let origin, !origin.isOf(now) else { return difference }
        return difference + "\n" + Self.changes(since: origin, path, to: now, in: Git(folder: root))
    }

    /// What has changed in the default theme since a file began.
    private static func changes(since origin: FileOrigin, _ path: String, to now: [UInt8], in git: Git) -> String {
        guard let before = earlier(origin, path, in: git) else {
            return
                "The default theme's `\(origin.path)` has changed since folkmoot \(origin.version). What "
                + "changed is not known: git has no version of the file that is as it began.\n"
        }
        return "In the default theme, since folkmoot \(origin.version):\n\n"
            + UnifiedDiff.text(origin.path, before: before, after: now)
    }

    /// Versions of a file that are looked at.
    private static let mostVersions = 100

    /// The default theme's file as it was when a project's began with it: git has it if it was committed unchanged.
    private static func earlier(_ origin: FileOrigin, _ path: String, in git: Git) -> [UInt8]? {
        let log = git.run(["log", "--format=%H", "--reverse", "--", path]) ?? []
        return String(decoding: log, as: UTF8.self).split(separator: "\n").prefix(mostVersions).lazy.compactMap {
            commit in
            git.run(["show", "\(commit):./\(path)"]).map(FileOrigin.unmarked)
        }.first(where: origin.isOf)
    }

    /// A file of the default theme, to begin with one's own. Its first line says what it began from, so that `check`
    /// can say when that has changed.
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
        return FileOrigin.marked(path, text, version: Program.version)
    }
}
