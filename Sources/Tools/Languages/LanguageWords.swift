internal import Foundation
internal import Theme

/// The words of a theme's languages, compared with English.
struct LanguageWords {
    private let theme: CompiledTheme
    private let english: EnglishFile

    init(_ theme: CompiledTheme) {
        self.theme = theme
        english = EnglishFile(CompiledTheme.defaultFiles["i18n/en.yaml"] ?? "")
    }

    func hasFile(_ code: String) -> Bool { theme.hasWords(code) }

    /// Languages that the English words name.
    var namedLanguages: [String] {
        english.keys.compactMap { $0.hasPrefix("language_") && $0 != "language_name" ? String($0.dropFirst(9)) : nil }
    }

    func share(of code: String) throws -> (own: Int, all: Int) { try theme.share(of: code) }

    /// Keys of the texts that no fluent reader has read yet, as the file of the language says.
    func unreviewed(_ code: String) throws -> [String] { try theme.unreviewedWords(code) }

    /// Keys whose texts are those of English, to the letter. Some are right: names, and words that both languages have.
    func copied(_ code: String) throws -> [String] { try theme.copiedWords(code) }

    /// Says what is missing, the most important texts first, as lines to add.
    func report(of code: String, _ count: Int) throws -> String {
        let missing = Set(try theme.missingWords(code))
        let (own, all) = try share(of: code)
        var lines = ["\(code): \(own) of \(all) texts."]
        if missing.isEmpty {
            lines.append("None is missing.")
        } else {
            let ordered = order.filter(missing.contains)
            lines.append(
                ordered.count > count
                    ? "Missing, the most important first (\(count) of \(ordered.count); `--all` lists all):"
                    : "Missing:")
            lines += ordered.prefix(count).map { english.text(of: $0) }
        }
        let copied = try copied(code)
        if !copied.isEmpty, code != "en" {
            let shown = copied.prefix(count).map { "`\($0)`" }.joined(separator: ", ")
            let more = copied.count > count ? " and \(copied.count - count) more" : ""
            lines.append("As in English, which may be right: \(shown)\(more).")
        }
        let unread = Set(try unreviewed(code))
        if !unread.isEmpty {
            if unread.count == own {
                lines.append("No fluent reader has read these texts yet.")
            } else {
                let ordered = order.filter(unread.contains)
                let more = ordered.count > count ? " and \(ordered.count - count) more" : ""
                let shown = ordered.prefix(count).map { "`\($0)`" }.joined(separator: ", ")
                lines.append("No fluent reader has read \(ordered.count) of them yet: \(shown)\(more).")
            }
        }
        return lines.joined(separator: "\n")
    }

    /// Keys of the texts that readers meet first, in this order.
    private static let firstWords = LanguageData.files["first-words.txt"]!.split(separator: "\n").map(String.init)

    /// All keys: those that readers meet first, then the others as English has them.
    private var order: [String] {
        Self.firstWords + english.keys.filter { !Self.firstWords.contains($0) }
    }

    /// The text of a new file: facts as they are, and each other text as a comment in English.
    func newFile(_ code: String, _ facts: LanguageFacts?, naming codes: [String]) -> String {
        let lines = facts?.lines(naming: codes) ?? []
        let given = Set(lines.map(\.key))
        let name = facts?.english ?? "`\(code)`"
        var text = """
            # The texts of the interface in \(name).
            #
            # To translate a text, remove the `# ` before its line and write yours in place of the English one. What is
            # in braces, such as {name}, is filled in by the program and stays. What is missing is shown in another
            # language.
            #
            # Ask somebody who speaks the language every day to read all of it. Until then, say what nobody has read:
            # `unreviewed: true` for all of this file, or the keys of texts, such as `unreviewed: [home, search]`.
            # `folkmoot check` and `folkmoot theme language` count them.
            #
            \(forms(facts, name))

            """
        if !lines.isEmpty {
            text += "\n# From Unicode CLDR. Correct what is not right for you.\n"
            text += lines.map { $0.line + "\n" }.joined()
        }
        let rest = order.filter { !given.contains($0) }
        let others = rest.drop { Self.firstWords.contains($0) }
        text += "\n# What readers meet first.\n" + commented(rest[..<others.startIndex])
        return text + "\n# All other texts.\n" + commented(others)
    }

    private func forms(_ facts: LanguageFacts?, _ name: String) -> String {
        guard let facts else {
            return
                "# Where a text is in a group, such as {one: …, other: …}, write one for each plural form of the "
                + "language."
        }
        let names = facts.plurals.map { "`\($0)`" }.joined(separator: ", ")
        return facts.plurals.count == 1
            ? "# Where English has a group {one: …, other: …}, \(name) needs only {\(facts.plurals[0]): …}."
            : "# Where English has a group {one: …, other: …}, \(name) has the forms \(names)."
    }

    private func commented(_ keys: ArraySlice<String>) -> String {
        keys.map { english.text(of: $0).split(separator: "\n").map { "# \($0)\n" }.joined() }.joined()
    }
}

/// The default theme's English words as lines of its file.
private struct EnglishFile {
    /// In the order of the file.
    private(set) var keys: [String] = []
    private var texts: [String: String] = [:]

    init(_ file: String) {
        for line in file.split(separator: "\n") where !line.hasPrefix("#") {
            if line.first == " ", let last = keys.last {
                texts[last]! += "\n" + line
            } else if let colon = line.firstIndex(of: ":") {
                let key = String(line[..<colon])
                keys.append(key)
                texts[key] = String(line)
            }
        }
    }

    func text(of key: String) -> String { texts[key] ?? key }
}
