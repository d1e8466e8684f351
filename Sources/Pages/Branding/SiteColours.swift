package import Content
package import Diagnostics
package import Text
package import Theme

/// The colours that a site's settings put in the place of the theme's.
package struct SiteColours {
    /// Two colours of a page that are too alike (WCAG 2.2, success criteria 1.4.3 and 1.4.11).
    package struct Fault {
        package let range: ByteRange
        /// The key of the colour: `accent`.
        package let key: String
        package let colour: Colour
        /// What it is on, or what is on it.
        package let other: (name: String, colour: Colour)
        package let isDark: Bool
        package let ratio: Double
        package let needed: Double
    }

    private let settings: Colours
    private let tokens: ThemeTokens

    package init(_ settings: Colours, _ tokens: ThemeTokens) {
        self.settings = settings
        self.tokens = tokens
    }

    /// How much of the accent is in the ground behind what is chosen.
    private static let softShare = 0.08

    private func pair(_ colour: Located<ColourPair>?, _ token: String, keepsDark: Bool) -> (
        light: Colour, dark: Colour
    )? {
        guard let colour, let light = colour.value.light?.value else { return nil }
        let own = keepsDark ? tokens.colour(token, isDark: true) : nil
        return (light, colour.value.dark?.value ?? own ?? light)
    }

    private var accent: (light: Colour, dark: Colour)? { pair(settings.accent, "accent", keepsDark: true) }
    private var header: (light: Colour, dark: Colour)? { pair(settings.header, "band", keepsDark: false) }
    private var highlight: (light: Colour, dark: Colour)? { pair(settings.highlight, "spark", keepsDark: false) }

    /// Styles that come after the theme's tokens; empty where nothing changes.
    package var css: [UInt8] {
        var lines: [String] = []
        func set(_ name: String, _ pair: (light: Colour, dark: Colour)?) {
            guard let pair else { return }
            lines.append("--\(name): var(--light, \(pair.light.hex)) var(--dark, \(pair.dark.hex));")
        }
        set("accent", accent)
        set("accent-soft", accentSoft)
        set("band", header)
        set("spark", highlight)
        return lines.isEmpty ? [] : Array(":root {\n\(lines.joined(separator: "\n"))\n}\n".utf8)
    }

    private var accentSoft: (light: Colour, dark: Colour)? {
        accent.map { (soft($0.light, isDark: false), soft($0.dark, isDark: true)) }
    }

    private func soft(_ accent: Colour, isDark: Bool) -> Colour {
        let paper = tokens.colour("paper", isDark: isDark) ?? Colour(isDark ? "#000" : "#fff")!
        return accent.mixed(Self.softShare, into: paper)
    }

    /// Pairs of which readers see too little contrast.
    package var faults: [Fault] {
        let light = faults(isDark: false)
        // What is the same on both pages is said once.
        return light
            + faults(isDark: true).filter { dark in
                !light.contains { $0.colour == dark.colour && $0.other.colour == dark.other.colour }
            }
    }

    private func faults(isDark: Bool) -> [Fault] {
        let header = self.header.map { isDark ? $0.dark : $0.light } ?? tokens.colour("band", isDark: isDark)
        return faults(settings.accent, "accent", accent, isDark) { accent in
            [("paper", 4.5), ("paper-soft", 4.5), ("accent-ink", 4.5)].map { name, needed in
                (name, tokens.colour(name, isDark: isDark), needed)
            } + [("accent-soft", soft(accent, isDark: isDark), 4.5)]
        }
            + faults(settings.header, "header", self.header, isDark) { _ in
                [("band-ink", tokens.colour("band-ink", isDark: isDark), 4.5)]
            }
            + faults(settings.highlight, "highlight", highlight, isDark) { _ in
                [("text", Self.inkOfHighlight, 4.5), ("header", header, 3)]
            }
    }

    private static let inkOfHighlight = Colour("#1b1503")

    private func faults(
        _ setting: Located<ColourPair>?, _ key: String, _ pair: (light: Colour, dark: Colour)?, _ isDark: Bool,
        _ others: (Colour) -> [(name: String, colour: Colour?, needed: Double)]
    ) -> [Fault] {
        guard let setting, let pair else { return [] }
        let colour = isDark ? pair.dark : pair.light
        let range = (isDark ? setting.value.dark : setting.value.light)?.range ?? setting.range
        return others(colour).compactMap { name, other, needed -> Fault? in
            guard let other else { return nil }
            let ratio = colour.contrast(with: other)
            guard ratio < needed else { return nil }
            return Fault(
                range: range, key: key, colour: colour, other: (name, other), isDark: isDark, ratio: ratio,
                needed: needed)
        }
    }
}
