internal import Text

/// The theme's own files, each named by its content so that browsers may keep it for ever.
package struct ThemeAssets: Sendable {
    package struct Asset: Sendable {
        package let route: String
        package let bytes: [UInt8]

        package init(_ name: String, _ type: String, _ bytes: [UInt8]) {
            route = "assets/\(name)-\(StableHash.digits(of: bytes)).\(type)"
            self.bytes = bytes
        }
    }

    /// Components that are large, and that few pages have: these load their styles and scripts themselves.
    static let large = ["add", "calendar", "map", "months", "search", "skills"]
    /// Components whose files are not among those that all pages have.
    static let apart = large + ["logo", "redirect", support]
    /// Of the private site alone.
    package static let support = "support"
    static let linkPreviewPath = OwnAssets.folder + "link-preview.png"

    package let style: Asset
    package let script: Asset
    /// Styles and scripts of a large component.
    package let components: [String: [Asset]]
    /// Runs before anything is drawn.
    package let headScript: Asset
    package let icon: Asset
    /// The picture that other sites show beside a link to a page, where the handbook has none.
    package let linkPreview: Asset
    /// Of pages at old addresses, where there are any.
    package let redirectScript: Asset

    /// The project's own pictures and fonts, by their names in `assets/` of its theme.
    package let own: [String: Asset]

    /// - Parameters:
    ///   - hasLogo: whether the header shows a logo of the site's own.
    ///   - colours: styles that come after the theme's.
    package init(_ theme: CompiledTheme, hasLogo: Bool = false, colours: [UInt8] = []) {
        func styles(_ css: [UInt8]) -> [UInt8] { theme.assets.filled(Stylesheet.compact(css)) }
        own = theme.ownAssets
        style = Asset(
            "style", "css", styles(theme.bundle("css") + (hasLogo ? theme.bundle("css", of: "logo") : []) + colours))
        script = Asset("script", "js", theme.bundle("js"))
        headScript = Asset("head", "js", theme.bundle("head.js"))
        icon = Asset("icon", "svg", theme.files["icon.svg"] ?? [])
        linkPreview = Asset("link-preview", "png", theme.files[Self.linkPreviewPath] ?? [])
        redirectScript = Asset("redirect", "js", theme.files["components/redirect/redirect.js"] ?? [])
        components = Dictionary(
            uniqueKeysWithValues: (Self.large + [Self.support]).map { name in
                (
                    name,
                    [
                        Asset(name, "css", styles(theme.bundle("css", of: name))),
                        Asset(name, "js", theme.bundle("js", of: name)),
                    ].filter { !$0.bytes.isEmpty }
                )
            })
    }

    /// Those that the private site has.
    package var ofSupport: [Asset] {
        let styles = ["map", Self.support].flatMap { components[$0] ?? [] }.filter { $0.route.hasSuffix(".css") }
        return [style, script, headScript, icon] + styles + ownFiles
    }

    /// Those that every site has.
    package var all: [Asset] {
        [style, script, headScript, icon] + Self.large.flatMap { components[$0] ?? [] } + ownFiles
    }

    private var ownFiles: [Asset] { own.sorted { $0.key < $1.key }.map(\.value) }
}
