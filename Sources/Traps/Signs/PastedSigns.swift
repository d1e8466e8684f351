/// Signs that word processors, spreadsheets and e-mail put where YAML and Markdown want those of the keyboard.
package enum PastedSigns {
    /// The name of a space that looks like the ordinary one and is not, for a message; `nil` for any other character.
    package static func spaceName(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\u{A0}": "non-breaking space (U+00A0)"
        case "\u{202F}": "narrow non-breaking space (U+202F)"
        case "\u{3000}": "full-width space (U+3000)"
        case "\u{2000}"..."\u{200A}", "\u{205F}", "\u{1680}":
            "typographic space (U+\(String(scalar.value, radix: 16, uppercase: true)))"
        default: nil
        }
    }

    package static func isSpace(_ scalar: Unicode.Scalar) -> Bool { spaceName(scalar) != nil }

    /// Bullets as Word, Outlook, Google Docs and Pages paste them. Those of the private use area are Word's own, from
    /// the fonts Symbol and Wingdings.
    package static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "•", "·", "●", "○", "◦", "▪", "▫", "■", "□", "‣", "⁃", "➢", "➔", "❖", "\u{F000}"..."\u{F0FF}": true
        default: false
        }
    }

    /// Dashes other than the hyphen of the keyboard, which programs put at the start of a line in its place.
    package static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{2010}"..."\u{2015}", "\u{2212}": true
        default: false
        }
    }
}
