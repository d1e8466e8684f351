internal import Markdown
internal import Text

/// Which way the lines of a language run.
package enum TextDirection: String {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"

    /// Languages whose usual script runs from right to left (Unicode CLDR 44, likely scripts).
    private static let rightToLeftLanguages: Set<String> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
    ]
    private static let rightToLeftScripts: Set<String> = ["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"]

    /// - Parameter language: a tag such as `ar` or `ar-EG`; the script counts where there is one, as in `ar-Latn` (BCP
    ///   47).
    package static func of(_ language: String) -> TextDirection {
        guard let hyphen = language.utf8.firstIndex(of: UInt8(ascii: "-")) else {
            return rightToLeftLanguages.contains(language) ? .rightToLeft : .leftToRight
        }
        let script = language[hyphen...].dropFirst().prefix { $0 != "-" }
        let isRightToLeft =
            if script.utf8.count == 4, script.utf8.first! > UInt8(ascii: "9") {
                rightToLeftScripts.contains(script.lowercased())
            } else {
                rightToLeftLanguages.contains(String(language[..<hyphen]))
            }
        return isRightToLeft ? .rightToLeft : .leftToRight
    }

    /// ` dir="…"` for text in a language that runs the other way than that around it.
    static func attribute(of language: String, within other: String) -> String? {
        let direction = of(language)
        return direction == of(other) ? nil : " dir=\"\(direction.rawValue)\""
    }
}

extension Strings {
    /// ` lang="…"` for text that is in another language than this, with ` dir="…"` where that runs the other way; `nil`
    /// for text in this language.
    package func attributes(of textLanguage: String) -> String? {
        guard let lang = languageAttribute(of: textLanguage) else { return nil }
        return lang + (TextDirection.attribute(of: textLanguage, within: language) ?? "")
    }

    /// ` lang="…"` alone, for pictures: SVG has no `dir`.
    package func languageAttribute(of textLanguage: String) -> String? {
        textLanguage == language ? nil : " lang=\"\(HTMLEscape.text(textLanguage))\""
    }
}
