internal import Markdown

/// Which way the lines of a language run.
enum TextDirection: String {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"

    /// Languages whose usual script runs from right to left (Unicode CLDR 44, likely scripts).
    private static let rightToLeftLanguages: Set<Substring> = ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"]

    /// - Parameter language: a tag such as `ar` or `ar-EG` (BCP 47).
    static func of(_ language: String) -> TextDirection {
        rightToLeftLanguages.contains(language.prefix { $0 != "-" }) ? .rightToLeft : .leftToRight
    }
}

extension Strings {
    /// ` lang="…"` for text that is in another language than this, with ` dir="…"` where that runs the other way; `nil` for
    /// text in this language.
    func attributes(of textLanguage: String) -> String? {
        guard let lang = languageAttribute(of: textLanguage) else { return nil }
        let direction = TextDirection.of(textLanguage)
        let dir = direction == TextDirection.of(language) ? "" : " dir=\"\(direction.rawValue)\""
        return lang + dir
    }

    /// ` lang="…"` alone, for pictures: SVG has no `dir`.
    func languageAttribute(of textLanguage: String) -> String? {
        textLanguage == language ? nil : " lang=\"\(HTMLEscape.text(textLanguage))\""
    }
}
