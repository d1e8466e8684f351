public import Diagnostics
internal import Markdown
internal import Text
internal import YAML

/// Content: one file → one typed document, or problems in plain words.
///
/// The keys of every kind are declared once, in the tables of `Kinds/`. Reading a file knows nothing of any other file:
/// Site checks whether a reference leads anywhere.
///
///     let file = SourceFile(path: "resources/a.md", bytes: Array("# A page".utf8))
///     let (document, problems) = ContentParser.parse(file, options)
public enum ContentParser {
    public struct Options: Sendable {
        /// The site's languages, the default first.
        public var languages: [String]
        /// Whether the site has no others, so that texts in others are reported.
        public var knowsLanguages = false
        public var unsafeHTML: Bool
        /// The day for which the site is made; if it is not known, no day has come.
        public var today: CivilDay?
        /// Also list the links of texts to other hosts.
        var listsExternalLinks = false

        public init(languages: [String] = ["en"], unsafeHTML: Bool = false) {
            self.languages = languages
            self.unsafeHTML = unsafeHTML
        }
    }

    /// What a markdown file says.
    public struct Parsed: Sendable {
        /// `nil` when the file cannot be used; then an error says why.
        public var document: Document?
        /// All that the file still says if something could not be used: it is not for pages, but links and references
        /// in it can be checked together with the mistake. `nil` if nothing is left out, or nothing is left to check.
        public var incomplete: Document?
        public var problems: [Diagnostic]

        init(_ document: Document? = nil, incomplete: Document? = nil, problems: [Diagnostic]) {
            (self.document, self.incomplete, self.problems) = (document, incomplete, problems)
        }
    }

    /// Reads a markdown file. The document is `nil` when the file cannot be used; then an error says why.
    public static func parse(_ file: SourceFile, _ options: Options) -> (document: Document?, problems: [Diagnostic]) {
        let parsed = read(file, options)
        return (parsed.document, parsed.problems)
    }

    /// The same, with what can be checked of a file that cannot be used.
    public static func read(_ file: SourceFile, _ options: Options) -> Parsed {
        let entryPath: EntryPath
        switch EntryPath.of(file.path, languages: options.languages) {
        case .success(let found): entryPath = found
        case .failure(let bad): return Parsed(problems: [badName(bad, file.path, options.languages)])
        }
        if let invalid = UTF8Check.firstInvalidByte(in: file.bytes) {
            return Parsed(problems: [notUTF8(file.path, at: invalid)])
        }
        var bytes = file.bytes
        let control = ControlBytes.blank(&bytes)
        let clean = control == nil ? file : SourceFile(path: file.path, bytes: bytes)
        let reader = DocumentReader(file: clean, entryPath: entryPath, options: options)
        var parsed: Parsed
        switch FrontMatter.split(clean) {
        case .success(let parts): parsed = reader.read(parts)
        case .failure(let error): return reader.readUnclosed(error.problem)
        }
        if let control { parsed.problems.insert(controlCharacter(file.path, at: control), at: 0) }
        return parsed
    }

    /// Reads `site.yaml`. The settings are `nil` when they cannot be used.
    public static func settings(_ file: SourceFile) -> (settings: Settings?, problems: [Diagnostic]) {
        if let invalid = UTF8Check.firstInvalidByte(in: file.bytes) { return (nil, [notUTF8(file.path, at: invalid)]) }
        let start = file.bytes.starts(with: FrontMatter.byteOrderMark) ? 3 : 0
        let (root, problems) = YAMLParser.parse(file.bytes, in: start..<file.bytes.count, path: file.path)
        guard let root else {
            if !problems.isEmpty { return (nil, problems) }
            return (
                nil,
                [
                    ContentRules.missingKey.at(
                        0..<0, in: file.path, "The settings file is empty.",
                        help: Help("Start with a line such as", paste: "title: Communities of practice"))
                ]
            )
        }
        var reader = RecordReader(path: file.path)
        reader.noteComments(problems, in: file)
        let settings = reader.record(Settings.self, from: root)
        let others = reader.unanswered(problems)
        var seen: Set<String> = []
        for language in settings?.languages.items() ?? [] where !seen.insert(language.value).inserted {
            reader.problems.append(
                ContentRules.languageTwice.at(
                    language.range, in: file.path, "`\(language.value)` is listed a second time.",
                    help: "Keep one of the two."))
        }
        // Where the languages cannot be read, it is not known which texts are in one of them.
        if let settings, !reader.problems.contains(where: { $0.severity == .error }) {
            reader.problems += reader.textsOutside(settings.languageCodes, allowsAlone: false)
        }
        return (settings, others + reader.problems)
    }

    static func notUTF8(_ path: String, at offset: Int) -> Diagnostic {
        ContentRules.notUTF8.at(
            offset..<(offset + 1), in: path, "This byte is not UTF-8 text, so the file cannot be read.",
            help: "Save the file again as UTF-8 (in many editors: Save with encoding).")
    }

    private static func controlCharacter(_ path: String, at offset: Int) -> Diagnostic {
        ContentRules.controlCharacter.at(
            offset..<(offset + 1), in: path, "There is an invisible control character here; it is read as a space.",
            help: "Delete it. It often comes along when text is copied from another program.")
    }

    private static func badName(_ bad: EntryPath.BadPart, _ path: String, _ languages: [String]) -> Diagnostic {
        let part = bad.text
        if bad.isTooLong {
            return ContentRules.badFileName.at(
                0..<0, in: path, "The address that would be made from this path is too long.",
                help: "Give the file or its folders shorter names.")
        }
        let suffix = part.split(separator: ".").last.map(String.init) ?? ""
        // A folder has no ending.
        let file = path.split(separator: "/").last ?? ""
        let name = ID.from(part) + (file.hasPrefix(part + ".") ? String(file.dropFirst(part.count)) : "")
        let help =
            part.contains(".") && LanguageCode.isValid(suffix) && suffix.count <= 3
            ? "If this is a translation, add `\(suffix)` to `languages` in site.yaml (now: "
                + "\(languages.joined(separator: ", "))). Otherwise rename it to `\(name)`."
            : "Rename it to `\(name)`. `folkmoot check --fix` does so, and links to it follow."
        return ContentRules.badFileName.at(
            0..<0, in: path,
            "`\(part)` cannot be part of an id: communities, people, terms, events and write-ups are called by the "
                + "names of their files and folders, in lower-case letters, digits and hyphens.",
            help: Help(help))
    }
}
