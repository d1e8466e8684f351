internal import Content
internal import Diagnostics
internal import Disk
internal import Pages
internal import Site
internal import Text
internal import Theme

/// Files that `logo` in `site.yaml` names, and that no page can show.
struct LogoCheck {
    private(set) var problems: [Diagnostic] = []
    /// Files of the content that these are about: that such a file is left out because of its type says no more.
    private(set) var answered: Set<String> = []

    private let files: SiteLogo
    private let site: SiteGraph
    /// Files of the content that are left out because of their type, sorted.
    private let refused: [String]
    /// The theme of the settings, and another one that they could name.
    private let own: String?
    private let other: String?

    /// - Parameters:
    ///   - found: problems of the content.
    ///   - others: themes that the settings could name.
    init(_ site: SiteGraph, _ theme: CompiledTheme, _ found: [Diagnostic], others: [String]) {
        self.site = site
        files = SiteLogo(site, theme.ownAssets)
        refused = found.filter { $0.isUnder(DiskRules.assetType) }.map(\.path).sorted()
        own = site.settings.theme.flatMap { $0.value == ThemeFolder.default ? nil : $0.value }
        other = others.first
        guard let logo = site.settings.logo?.value else { return }
        let missing = [logo.file, logo.dark].compactMap { $0 }.filter { files.route(of: $0.value) == nil }
        for name in missing { look(at: name) }
    }

    private mutating func look(at name: Located<String>) {
        let path = LinkPath(name.value).resolved(from: ContentKind.settingsPath)
        // Somebody who has read that a theme's file is written by its name alone may have put it elsewhere.
        let namesake = refused.first { Self.last(of: $0) == Self.last(of: name.value) }
        if let refusedPath = refused.first(where: { $0 == path }) ?? namesake {
            answered.insert(refusedPath)
            let isSVG = FileType.of(refusedPath) == "svg"
            let types = FileType.pictures.dropLast().joined(separator: ", ")
            return report(
                name,
                isSVG
                    ? "The logo `/\(refusedPath)` is in the content folder, where an SVG picture is left out: only a "
                        + "theme may have one."
                    : "The logo `/\(refusedPath)` is left out: in the content folder, a picture must be \(types) or "
                        + "\(FileType.pictures.last!).",
                isSVG ? adviceForSVG(Self.last(of: refusedPath)) : "Save it as PNG or WebP.")
        }
        if let path, site.unusableAssets.contains(path) {
            return report(
                name, "The picture `\(name.value)` is left out, so it cannot be the logo.",
                "What is wrong with it is reported with the file. When that is corrected, the site has its logo.")
        }
        let isSVG = name.value.lowercased().hasSuffix(".svg")
        report(
            name, "There is no picture `\(name.value)`.\(hint(name.value))",
            isSVG
                ? adviceForSVG(Self.last(of: name.value))
                : "Write its path from the content folder, such as `/pictures/logo.png`.")
    }

    private func hint(_ name: String) -> String {
        files.names.first { Self.last(of: $0) == Self.last(of: name) }.map { " Did you mean `\($0)`?" }
            ?? NearestMatch.hint(name, among: files.names)
    }

    /// Where an SVG file belongs, and what to write then.
    private func adviceForSVG(_ name: String) -> Help {
        if let own {
            return Help("Put the file into `\(ThemeFolder.home)/\(own)/assets/`, and write its name alone: `\(name)`.")
        }
        let begin = other == nil ? "Make a theme with `folkmoot new theme mine`. " : ""
        let theme = other ?? "mine"
        return Help(
            "\(begin)Put the file into `\(ThemeFolder.home)/\(theme)/assets/`, write its name alone, `\(name)`, and "
                + "add `theme: \(theme)` to `site.yaml`. Or save the picture as PNG or WebP.")
    }

    private mutating func report(_ name: Located<String>, _ message: String, _ help: Help) {
        problems.append(
            BuildRules.logoMissing.at(name.range, in: ContentKind.settingsPath, message, help: help))
    }

    private static func last(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
