internal import Diagnostics
internal import Text

/// Files of a project's theme that no page reaches: most often one whose path is misspelt.
enum UnusedFiles {
    private static let single: Set<String> = [
        ThemeManifest.path, "tokens.css", "base.css", "base.js", "icon.svg", ThemeAssets.linkPreviewPath,
    ]

    /// - Parameters:
    ///   - paths: of the project's files.
    ///   - reached: names of the templates that pages reach.
    ///   - assets: names of own pictures and fonts that templates and styles show.
    static func problems(_ paths: some Sequence<String>, reached: Set<String>, assets: Set<String>) -> [Diagnostic] {
        paths.filter { !isUsed($0, reached, assets) }.map { path in
            ThemeRules.unusedFile.at(
                0..<0, in: path,
                "The theme does not use this file: "
                    + "\(reason(path))\(NearestMatch.hint(path, among: ThemeFiles.defaultPaths))",
                help: nil)
        }
    }

    private static func isUsed(_ path: String, _ reached: Set<String>, _ assets: Set<String>) -> Bool {
        if single.contains(path) { return true }
        if path.hasPrefix(OwnAssets.folder) { return OwnAssets.name(of: path).map(assets.contains) ?? false }
        if path.hasSuffix(".mustache") { return reached.contains(CompiledTheme.name(ofTemplate: path)) }
        if path.hasSuffix(".css") || path.hasSuffix(".js"), path.hasPrefix("components/") { return true }
        if path.hasPrefix("i18n/"), path.hasSuffix(".yaml") {
            return LanguageCode.isValid(path.dropFirst(5).dropLast(5))
        }
        return false
    }

    private static func reason(_ path: String) -> String {
        if path.hasPrefix(OwnAssets.folder) {
            return OwnAssets.name(of: path).map { name in
                OwnAssets.isFont(name)
                    ? "no style has `url(\(path))`."
                    : "no template has `{{asset.\(name)}}`, and no style has `url(\(path))`."
            } ?? OwnAssets.advice
        }
        return switch path.split(separator: ".").last {
        case "mustache": "it shadows no template of the default theme, and no template includes it."
        case "css": "styles are `tokens.css`, `base.css` and those in `components/`."
        case "js": "scripts are those in `components/`."
        case "svg": "pictures are `icon.svg` and those in `assets/`."
        case "yaml": "words are in `i18n/`, in a file named after the language, such as `i18n/en.yaml`."
        default:
            "it has templates (`.mustache`), styles (`.css`), scripts (`.js`), words (`.yaml`), `icon.svg`, "
                + "and pictures and fonts in `assets/`."
        }
    }
}
