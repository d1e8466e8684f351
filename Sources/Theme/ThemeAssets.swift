internal import Content

/// The theme's own files, each named by its content so that browsers may keep it for ever.
struct ThemeAssets: Sendable {
    struct Asset: Sendable {
        let route: String
        let bytes: [UInt8]

        init(_ name: String, _ type: String, _ bytes: [UInt8]) {
            route = "assets/\(name)-\(StableHash.digits(of: bytes)).\(type)"
            self.bytes = bytes
        }
    }

    /// Components that are large, and that few pages have: these load their styles and scripts themselves.
    static let large = ["add", "map", "search"]

    let style: Asset
    let script: Asset
    /// Styles and scripts of a large component.
    let components: [String: [Asset]]
    /// Runs before anything is drawn.
    let headScript: Asset
    let icon: Asset

    init(_ theme: CompiledTheme) {
        style = Asset("style", "css", Stylesheet.compact(theme.bundle("css")))
        script = Asset("script", "js", theme.bundle("js"))
        headScript = Asset("head", "js", theme.bundle("head.js"))
        icon = Asset("icon", "svg", theme.files["icon.svg"] ?? [])
        components = Dictionary(
            uniqueKeysWithValues: Self.large.map { name in
                (
                    name,
                    [
                        Asset(name, "css", Stylesheet.compact(theme.bundle("css", of: name))),
                        Asset(name, "js", theme.bundle("js", of: name)),
                    ].filter { !$0.bytes.isEmpty }
                )
            })
    }

    var all: [Asset] { [style, script, headScript, icon] + Self.large.flatMap { components[$0] ?? [] } }
}
