internal import Content
internal import Diagnostics
internal import Site
internal import Text
internal import Theme

/// One thing to translate, for programs.
struct TranslationFinding {
    let language: String
    /// The file to write in.
    let translation: String
    /// Keys of the texts to write; `text` for the body. Empty for the whole page.
    let keys: [String]
    let diagnostic: Diagnostic

    /// A gap is one finding for the translation file, and one for each text that is elsewhere.
    static func of(_ gap: TranslationGap) -> [TranslationFinding] {
        let keys = gap.texts.map(\.key) + (gap.lacksBody ? [ContentParser.bodyKey] : [])
        func finding(_ keys: [String], _ range: ByteRange, in path: String, _ code: String, _ message: String)
            -> TranslationFinding
        {
            .init(
                gap.language, path, keys,
                Diagnostic(severity: .warning, code: code, message: message, path: gap.path, range: range))
        }
        switch gap.extent {
        case .page where gap.isFileToWrite:
            let state = gap.isDraft ? "; `\(gap.translation)` is a draft" : ""
            return [
                finding(
                    keys, gap.range, in: gap.translation, "untranslated-page",
                    "This page is not written in `\(gap.language)`\(state).")
            ]
        case .term:
            return [
                finding(
                    ["name"], gap.range, in: gap.translation, "untranslated-term",
                    "This term has no file, and no name in `\(gap.language)`.")
            ]
        case .page, .part:
            let inFile =
                keys.isEmpty
                ? []
                : [
                    finding(
                        keys, gap.range, in: gap.translation, "untranslated-text",
                        "Not written in `\(gap.language)`: \(keys.joined(separator: ", ")).")
                ]
            return inFile
                + gap.textsInPlace.map {
                    finding(
                        [$0.key], $0.range, in: gap.path, "untranslated-text",
                        "`\($0.key)` is not written in `\(gap.language)`.")
                }
        }
    }

    init(_ outdated: OutdatedTranslation) {
        let what =
            outdated.changed.isEmpty ? "This file" : "The text here (\(outdated.changed.joined(separator: ", ")))"
        self.init(
            outdated.language, outdated.translation, outdated.changed,
            Diagnostic(
                severity: .warning, code: "outdated-translation",
                message:
                    "\(what) has changed since `\(outdated.translation)` was written on "
                    + "\(outdated.history.translated.day).",
                path: outdated.path, range: 0..<0))
    }

    private init(_ language: String, _ translation: String, _ keys: [String], _ diagnostic: Diagnostic) {
        self.language = language
        self.translation = translation
        self.keys = keys
        self.diagnostic = diagnostic
    }

    /// One object and a line end, with the names that `Report` gives its own.
    func json(prefix: String, line: Int) -> String {
        let object = JSON.object([
            ("path", .text(prefix + diagnostic.path)), ("line", .number(line)), ("severity", .text("warning")),
            ("code", .text(diagnostic.code)), ("language", .text(language)),
            ("translation", .text(prefix + translation)), ("keys", .texts(keys)),
            ("message", .text(diagnostic.message)),
        ])
        return object.compact + "\n"
    }
}
