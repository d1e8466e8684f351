package import Text

/// The colours that a theme's tokens name.
package struct ThemeTokens {
    private var colours: [String: (light: Colour?, dark: Colour?)] = [:]

    /// - Parameter css: the theme's `tokens.css`, those of a project after the default ones.
    init(_ css: [UInt8]) {
        let text = String(decoding: Stylesheet.compact(css), as: UTF8.self)
        for part in text.split(whereSeparator: { "{};".contains($0) }) where part.hasPrefix("--") {
            guard let colon = part.firstIndex(of: ":") else { continue }
            let value = part[part.index(after: colon)...].drop { $0 == " " }
            let name = String(part[..<colon].dropFirst(2))
            if value.hasPrefix("var(--light") {
                colours[name] = (Self.colour("var(--light,", in: value), Self.colour("var(--dark,", in: value))
            } else {
                let colour = Colour(String(value.prefix { $0 != " " }))
                colours[name] = (colour, colour)
            }
        }
    }

    private static func colour(_ start: String, in value: Substring) -> Colour? {
        guard let range = value.firstRange(of: start) else { return nil }
        return Colour(String(value[range.upperBound...].drop { $0 == " " }.prefix { $0 != ")" }))
    }

    /// - Returns: `nil` where the token is not there, or is not written as a colour in hexadecimal.
    package func colour(_ name: String, isDark: Bool) -> Colour? {
        colours[name].flatMap { isDark ? $0.dark : $0.light }
    }
}
