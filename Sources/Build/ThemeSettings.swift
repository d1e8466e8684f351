internal import Content
internal import Diagnostics
internal import Disk
internal import Foundation
internal import Pages
internal import Site
internal import Text
internal import Theme

/// What `site.yaml` asks of a theme, and what the pages need of it.
enum ThemeSettings {
    private static let file = ContentKind.settingsPath

    /// What is wrong with it, in no particular order.
    ///
    /// - Parameter theme: `nil` where it cannot be used, so that nothing is known of it.
    static func problems(of site: SiteGraph, _ theme: CompiledTheme?) -> [Diagnostic] {
        let own = sending(site.settings)
        guard let theme else { return own }
        return own + languages(site.settings, theme) + logo(site, theme) + colours(site.settings, theme)
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
    private static func languages(_ settings: Settings, _ theme: CompiledTheme) -> [Diagnostic] {
        settings.languages.items().filter { !theme.hasWords($0.value) && LanguageCode.isAssigned($0.value) }.map {
            language in
            BuildRules.languageWithoutWords.at(
                language.range, in: file,
                "The theme has no texts in `\(language.value)`, so the interface is shown in another language.",
                help: "`folkmoot theme language \(language.value)` makes a file for them.")
        }
    }

    private static func logo(_ site: SiteGraph, _ theme: CompiledTheme) -> [Diagnostic] {
        guard let logo = site.settings.logo?.value else { return [] }
        let files = SiteLogo(site, theme.ownAssets)
        return [logo.file, logo.dark].compactMap { $0 }.filter { files.route(of: $0.value) == nil }.map { name in
            BuildRules.logoMissing.at(
                name.range, in: file,
                "There is no picture `\(name.value)`.\(NearestMatch.hint(name.value, among: files.names))",
                help: name.value.hasSuffix(".svg")
                    ? "Put an SVG file into `assets/` of your theme, and write its name: `logo.svg`."
                    : "Write its path from the content folder, such as `/pictures/logo.png`.")
        }
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
