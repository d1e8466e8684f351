public import Diagnostics

extension ContentParser {
    /// The key under which `texts(of:)` has the text below the front matter.
    public static let bodyKey = "text"

    /// What the translator of a file works on: its texts by key, as far as a translation file holds them.
    ///
    /// For a translation, also when it was last compared with its original (`verified`), so a new date counts as a
    /// change. White space at the ends of lines does not count, so that two states of a file are the same to a
    /// translator when these dictionaries are equal.
    ///
    /// - Returns: `nil` when the file cannot be read as content.
    public static func texts(of file: SourceFile, _ options: Options) -> [String: String]? {
        guard let document = parse(file, options).document, case .success(let parts) = FrontMatter.split(file) else {
            return nil
        }
        let texts = document.entry.texts.filter(\.isForTranslationFile)
        var found = Dictionary(texts.map { ($0.key, $0.original) }, uniquingKeysWith: { a, _ in a })
        let lines = file.bytes[parts.bodyStart...].split(separator: 10, omittingEmptySubsequences: false).map { line in
            String(decoding: line[..<(line.lastIndex { $0 > 32 }.map { $0 + 1 } ?? line.startIndex)], as: UTF8.self)
        }
        let body = lines.drop(while: \.isEmpty).joined(separator: "\n")
        if document.entryPath.language != nil, let verified = document.entry.common.verified {
            found["verified"] = verified.value.isoDate
        }
        found[bodyKey] = String(body.reversed().drop { $0 == "\n" }.reversed())
        return found
    }
}
