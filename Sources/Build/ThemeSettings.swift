internal import Content
internal import Diagnostics
internal import Disk
internal import Foundation
internal import Pages
internal import Site
internal import Text
internal import Theme

/// What `site.yaml` asks of a theme, and what the pages need of it.
struct ThemeSettings {
    private static let file = ContentKind.settingsPath

    /// What is wrong with it, in no particular order.
    private let own: [Diagnostic]
    /// Files of the content that this is about.
    private let answered: Set<String>

    /// - Parameters:
    ///   - theme: `nil` where it cannot be used, so that nothing is known of it.
    ///   - missing: that the settings name a theme which is not there.
    ///   - found: problems of the content.
    ///   - content: the content folder, beside which themes are; `nil` where the command names the theme.
    init(
        of site: SiteGraph, _ theme: CompiledTheme?, missing: Diagnostic?, besides found: [Diagnostic], content: String?
    ) {
        let first = [missing].compactMap { $0 } + Self.sending(site.settings)
        guard let theme else {
            (own, answered) = (first, [])
            return
        }
        let others = content.map { ThemeFolder.names(content: $0) } ?? []
        let logo = LogoCheck(site, theme, found, others: others)
        own =
            first + Self.languages(site.settings, theme, others, content: content) + logo.problems
            + Self.colours(site.settings, theme)
        answered = logo.answered
    }

    /// These problems together with those of the content, in no particular order.
    func joined(with found: [Diagnostic]) -> [Diagnostic] {
        found.filter { !answered.contains($0.path) || !$0.isUnder(DiskRules.assetType) } + own
    }

    /// The form has nowhere to send what somebody wrote. Settings without a title are not there, or cannot be read.
    private static func sending(_ settings: Settings) -> [Diagnostic] {
        guard settings.title != nil, settings.contact == nil, settings.repository?.value.url == nil else { return [] }
        return [
            BuildRules.nobodyCanSend.at(
                0..<0, in: file,
                "Nobody can send anything: the form on the page `add/` has no address to send it to.",
                help: Help(
                    "Add the address of the people who look after the handbook (or a `repository`):",
                    paste: "contact: communities@example.gov"))
        ]
    }

    /// Languages of which the theme has no word.
    ///
    /// - Parameter others: themes that the settings could name.
    private static func languages(
        _ settings: Settings, _ theme: CompiledTheme, _ others: [String], content: String?
    ) -> [Diagnostic] {
        settings.languages.items().filter { !theme.hasWords($0.value) && LanguageCode.isAssigned($0.value) }.map {
            language in
            let code = language.value
            func problem(_ message: String, _ help: Help) -> Diagnostic {
                BuildRules.languageWithoutWords.at(language.range, in: file, message, help: help)
            }
            let made = content.flatMap { words(code, in: others, content: $0) }
            let used = settings.theme.flatMap { $0.value == ThemeFolder.default ? nil : $0.value }
            guard let made, made.theme != used else {
                return problem(
                    "The theme has no texts in `\(code)`, so the interface is shown in another language.",
                    "`folkmoot theme language \(code)` makes a file for them.")
            }
            let start = "The texts in `\(code)` are not used: they are in `\(made.path)`, and `site.yaml` names "
            if let used {
                return problem(
                    "\(start)the theme `\(used)`.",
                    Help("Move the file into `\(ThemeFolder.home)/\(used)/i18n/`."))
            }
            return problem(
                "\(start)no theme.", Help("Write into `site.yaml`:", paste: "theme: \(made.theme)"))
        }
    }

    /// The first of some themes that has a file of words for a language, and the path of that.
    private static func words(
        _ language: String, in themes: [String], content: String
    ) -> (theme: String, path: String)? {
        for theme in themes {
            if let path = ThemeFolder.words(language, ofTheme: theme, content: content) { return (theme, path) }
        }
        return nil
    }

    private static func colours(_ settings: Settings, _ theme: CompiledTheme) -> [Diagnostic] {
        guard let colours = settings.colours?.value else { return [] }
        return SiteColours(colours, theme.tokens).faults.map { fault in
            let page = fault.isDark ? "a dark page" : "a light page"
            return BuildRules.contrast.at(
                fault.range, in: file,
                "`\(fault.key)` \(fault.colour.hex) and `\(fault.other.name)` \(fault.other.colour.hex) have a "
                    + "contrast of \(shown(fault.ratio)) to 1 on \(page).",
                help: Help(
                    "It must be at least \(shown(fault.needed)) to 1. Choose a lighter or darker colour"
                        + (fault.isDark ? " for `dark`." : ".")))
        }
    }

    /// With one decimal, rounded down, so that 4.46 is not shown as enough.
    private static func shown(_ ratio: Double) -> String {
        let tenths = Int((ratio * 10).rounded(.down))
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }
}
