internal import Site
internal import Text
internal import Theme

/// The report for a person: lists by language, then how many of each.
struct HumanTranslationReport {
    let report: TranslationReport
    /// The content folder as the user wrote it, with `/` at its end.
    let prefix: String
    /// How many lines a list has at most.
    let limit: Int

    var text: String {
        var out = report.languages.map(lists).joined()
        for language in report.languages { out += counts(language) + "\n" }
        if let unknown = report.unknown {
            out += "Not known whether translations are older than their originals: \(unknown).\n"
        }
        return out
    }

    private func lists(_ language: TranslationReport.Language) -> String {
        let code = language.code
        let parts = language.gaps.filter { $0.extent != .term && !$0.isFileToWrite }
        return list(
            "Not translated into \(code); each of these files would be a translation:",
            language.gaps.filter(\.isFileToWrite).map { path($0.translation) + ($0.isDraft ? " (a draft)" : "") })
            + list("Translated into \(code) in part; texts to add:", parts.compactMap(textsToAdd))
            + list(
                "Not written in \(code); write each language of such a text below its key:",
                parts.flatMap(textsInPlace))
            + list("Older than the original:", language.outdated.map(outdated))
            + list(
                "Terms that have no file, so that \(code) shows their id; a file would name them:",
                language.gaps.filter { $0.extent == .term }.map { path($0.translation) })
    }

    private func list(_ heading: String, _ lines: [String]) -> String {
        guard !lines.isEmpty else { return "" }
        let rest = lines.count - limit
        let shown = lines.prefix(limit).map { "  \($0)\n" }.joined()
        return "\(heading)\n\(shown)" + (rest > 0 ? "  and \(rest) more; --verbose lists all\n" : "") + "\n"
    }

    private func textsToAdd(_ gap: TranslationGap) -> String? {
        let keys = gap.texts.map(\.key) + (gap.lacksBody ? ["the text below the front matter"] : [])
        return keys.isEmpty
            ? nil : "\(path(gap.translation)): \(keys.joined(separator: ", "))\(gap.isDraft ? " (a draft)" : "")"
    }

    private func textsInPlace(_ gap: TranslationGap) -> [String] {
        gap.textsInPlace.map { "\(path(gap.path)):\(report.line(of: $0.range, in: gap.path)): \($0.key)" }
    }

    private func outdated(_ outdated: OutdatedTranslation) -> String {
        let history = outdated.history
        let what = outdated.changed.isEmpty ? "the file" : outdated.changed.joined(separator: ", ")
        let commits = history.changes.count
        let when =
            history.changes.first.map { "changed in \(commits) commit\(commits == 1 ? "" : "s"), last on \($0.day)" }
            ?? "changed since"
        let folder = prefix.hasSuffix("/") && prefix.count > 1 ? String(prefix.dropLast()) : prefix
        return "\(path(outdated.translation)), of \(history.translated.day): in \(outdated.path), \(what) \(when)\n"
            + "      git -C \(Self.quoted(Printable.line(folder))) diff \(history.translated.id.prefix(12)) -- "
            + "\(outdated.path)"
    }

    private func counts(_ language: TranslationReport.Language) -> String {
        let texts = language.gaps.filter { !$0.isFileToWrite }.map {
            $0.texts.count + $0.textsInPlace.count + ($0.lacksBody ? 1 : 0)
        }.reduce(0, +)
        let terms = language.gaps.count { $0.extent == .term }
        let counts = [
            (language.gaps.count(where: \.isFileToWrite), "not translated"),
            (texts, texts == 1 ? "text missing elsewhere" : "texts missing elsewhere"),
            (language.outdated.count, "older than the original"),
            (terms, terms == 1 ? "term without a file" : "terms without a file"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        if counts.isEmpty, language.pages == 0 { return "\(language.code): nothing to translate" }
        let pages = "\(language.code): \(language.pages) page\(language.pages == 1 ? "" : "s") to translate"
        return counts.isEmpty ? "\(pages), all done" : "\(pages): \(counts.joined(separator: ", "))"
    }

    private func path(_ path: String) -> String { Printable.line(prefix + path) }

    /// As a shell takes it for one word; a plain one as it is.
    private static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy {
            (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) || "-_./".utf8.contains($0)
        }
        return isPlain ? word : ShellWord.quoted(word)
    }
}
