internal import Build
internal import Content
internal import Disk
internal import Foundation
internal import Text
internal import Theme

/// What the command `theme language` does: makes the file of words of a language, or says how much of one is done.
public struct LanguageCommand: Sendable {
    public var content: String
    /// As the command names it; `nil` for the theme of the settings.
    public var theme: String?
    /// Whether all missing texts are listed, and not only the most important.
    public var listsAll = false

    public init(content: String) { self.content = content }

    /// The name of a theme that is made for a language.
    private static let newTheme = ThemeFolder.forLanguages
    /// How many missing texts are listed at once.
    private static let fewest = 20

    /// Says of each language of the site how much is done.
    ///
    /// - Throws: `BuildError` or `ThemeError` when the content or the theme cannot be read.
    public func languages() async throws -> String {
        let (site, words) = try await load()
        let rows = try site.languages.map { code in
            let share = try words.share(of: code)
            let name = LanguageFacts.of(code)?.english ?? code
            var row = "\(code) (\(name)): \(share.own) of \(share.all) texts"
            let copied = try words.copied(code)
            if !copied.isEmpty, code != "en" { row += ", \(copied.count) as in English" }
            let unread = try words.unreviewed(code).count
            if unread == share.own, unread > 0 {
                row += "; a draft that a fluent reader has not read yet"
            } else if unread > 0 {
                row += "; \(unread) that a fluent reader has not read yet"
            }
            return row
        }
        return (rows + ["`folkmoot theme language CODE` lists what is missing in one."]).joined(separator: "\n")
    }

    /// Makes the file of a language, or says what is missing in the one that is there. Nothing is replaced.
    ///
    /// - Throws: `BuildError` when the code is not that of a language, or the file cannot be written.
    public func language(_ code: String) async throws -> String {
        try Self.check(code)
        let (site, words) = try await load()
        if words.hasFile(code) {
            let report = try words.report(of: code, listsAll ? .max : Self.fewest)
            let isOwn = !CompiledTheme.defaultLanguages.contains(code)
            let steps = isOwn ? Self.settings(code, site, content, theme: site.theme ?? Self.newTheme) : []
            return ([report] + steps).joined(separator: "\n")
        }
        return try make(code, for: site, words)
    }

    private func load() async throws -> (site: Handbook, words: LanguageWords) {
        let source = ContentSource(try ContentReader(at: content))
        let site = await Pipeline.read(source, .withDrafts(jobs: 1)).site
        let setting = site.settings.theme?.value ?? ThemeFolder.default
        // One that was made for a language before, and that the settings do not name yet.
        let made = ThemeFolder.folder(of: Self.newTheme, content: content)
        let isMade = theme == nil && setting == ThemeFolder.default && FileManager.default.fileExists(atPath: made)
        let loaded = try ThemeFolder.load(
            flag: isMade ? Self.newTheme : theme, setting: setting, content: content, languages: site.languages)
        let name = isMade ? Self.newTheme : theme ?? setting
        guard let usable = loaded.theme else {
            let first = loaded.firstError.map { " The first: \($0)" } ?? ""
            throw BuildError("The theme has errors. `folkmoot check` lists them; fix them first.\(first)")
        }
        let handbook = Handbook(
            languages: site.languages, theme: name == ThemeFolder.default ? nil : name,
            isThemeNamed: theme != nil || setting != ThemeFolder.default)
        return (handbook, LanguageWords(usable))
    }

    /// What of a handbook matters here.
    struct Handbook {
        let languages: [String]
        /// The name or folder of its own theme.
        let theme: String?
        /// Whether its settings or the command name it.
        let isThemeNamed: Bool
    }

    // MARK: A new file

    private func make(_ code: String, for site: Handbook, _ words: LanguageWords) throws -> String {
        let name = site.theme ?? Self.newTheme
        let folder = ThemeFolder.folder(of: name, content: content)
        let path = "i18n/\(code).yaml"
        let facts = LanguageFacts.of(String(code.prefix { $0 != "-" }))
        let named = Set(words.namedLanguages).union(site.languages).union([code]).sorted()
        var files = [(path, words.newFile(code, facts, naming: named))]
        if site.theme == nil {
            files.insert(("theme.yaml", CompiledTheme.manifest(name: name, version: Program.version)), at: 0)
        }
        for (file, text) in files {
            let written = "\(folder)/\(file)"
            try NewFile.write(text, to: URL(fileURLWithPath: written), shown: written)
        }
        var steps = Self.settings(code, site, content, theme: name)
        steps.append(
            "Translate the texts in \(folder)/\(path), the first ones first: remove `# ` before a line, and write your "
                + "text in place of the English one.")
        steps.append("Run `folkmoot theme language \(code)` to see what is left. The site works at any time.")
        let known =
            facts.map { "what Unicode CLDR knows of \($0.english)" }
            ?? "all texts in English, since Unicode CLDR is not at hand for it"
        return "Made \(folder)/\(path) with \(known).\nNext:\n"
            + steps.enumerated().map { "  \($0 + 1). \($1)" }.joined(separator: "\n")
    }

    /// What `site.yaml` lacks for a language to be shown with its words.
    private static func settings(_ code: String, _ site: Handbook, _ content: String, theme name: String) -> [String] {
        let file = ContentPath.prefix(of: content) + "site.yaml"
        return (site.isThemeNamed ? [] : ["Add `theme: \(name)` to \(file)."])
            + (site.languages.contains(code) ? [] : ["Add `\(code)` to `languages` in \(file)."])
    }

    /// - Throws: `BuildError` when no language has the code.
    static func check(_ code: String) throws(BuildError) {
        guard LanguageCode.isValid(code), LanguageCode.isAssigned(code) else {
            throw BuildError(
                "`\(Printable.line(code))` is not the code of a language, so nothing was written. Use a code such as "
                    + "`fi` or `pt-BR` (BCP 47).")
        }
    }
}
