internal import Diagnostics
internal import Text
internal import YAML

/// Texts that say in which language they are.
extension RecordReader {
    /// One of them: its code, and where that is.
    struct StatedLanguage {
        let code: String
        let range: ByteRange
        /// The key whose text it is.
        let key: String
        /// Whether this text is there in no other language.
        let isAlone: Bool
    }

    /// Notes the languages of a text that is written once for each of them.
    mutating func noteLanguages(_ pairs: [YAMLPair]) {
        let written = pairs.filter { !$0.value.isEmpty }
        languages += written.map { pair in
            StatedLanguage(code: pair.key, range: pair.keyRange, key: key, isAlone: written.count == 1)
        }
    }

    /// Texts in languages that the site does not have, which nobody sees.
    ///
    /// - Parameters:
    ///   - languages: of the site.
    ///   - file: the language of the file, if it states one. A text may be in it too.
    ///   - allowsAlone: whether a text may be in another language if that is its only one, as a name may be: all
    ///     readers see it, with its language.
    func textsOutside(_ languages: [String], file: String? = nil, allowsAlone: Bool) -> [Diagnostic] {
        self.languages.compactMap { text in
            if languages.contains(text.code) || text.code == file { return nil }
            if allowsAlone, text.isAlone, LanguageCode.isAssigned(text.code) { return nil }
            let related = languages.first { $0.hasPrefix(text.code + "-") || text.code.hasPrefix($0 + "-") }
            let hint =
                related.map { " Did you mean `\($0)`?" } ?? NearestMatch.hint(text.code, among: languages)
            let list = languages.map { "`\($0)`" }.joined(separator: ", ")
            return ContentRules.textLanguage.at(
                text.range, in: path,
                "`\(text.key)` has a text in `\(text.code)`, which is not a language of the site.\(hint)",
                help: Help(
                    "The site has \(list): correct the code, or remove the text. If the site is in this language "
                        + "too, add it to `languages` in `site.yaml`."))
        }
    }
}
