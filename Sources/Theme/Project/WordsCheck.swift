internal import Diagnostics
internal import Text
internal import YAML

/// Compares a project's file of words with English: `i18n/LANG.yaml` says only what it changes, or all of a language
/// that the default theme does not have.
struct WordsCheck {
    let language: String
    let bytes: [UInt8]
    /// Of the default theme.
    let english: Strings

    private var path: String { ThemeFiles.path(ofWords: language) }

    /// - Parameter files: of the theme, with those of the default theme below.
    func problems(in files: ThemeFiles) throws -> [Diagnostic] {
        let (root, problems) = YAMLParser.parse(bytes, in: 0..<bytes.count, path: path)
        guard let root, !problems.contains(where: { $0.severity == .error }) else { return problems }
        guard case .mapping(let pairs, _) = root.value else {
            return problems + [
                ThemeRules.wordForm.at(
                    root.range, in: path,
                    "Found \(root.describedKind): the words of a language are lines of `key: text`.")
            ]
        }
        guard let strings = try files.unchecked(language) else { return problems }
        return problems + missing(in: strings) + faults(in: strings, pairs)
    }

    private func missing(in strings: Strings) -> [Diagnostic] {
        let share = strings.share(of: english)
        guard share.own < share.all else { return [] }
        return [
            ThemeRules.missingWord.at(
                0..<0, in: path,
                "`\(language)` has \(share.own) of \(share.all) texts. The others are shown in another language.",
                help: Help("`folkmoot theme language \(language)` lists the missing ones, the most important first."))
        ]
    }

    private func faults(in strings: Strings, _ pairs: [YAMLPair]) -> [Diagnostic] {
        strings.faults(besides: english).compactMap { key, sentence in
            pairs.first { $0.key == key }.map { ThemeRules.wordForm.at($0.keyRange, in: path, sentence) }
        }
    }

    /// Keys that neither the program nor a template uses.
    func unused(asked: Set<String>) -> [Diagnostic] {
        guard case .mapping(let pairs, _) = YAMLParser.parse(bytes, in: 0..<bytes.count, path: path).root?.value else {
            return []
        }
        let known = english.keys.union(Strings.optional)
        return pairs.filter { pair in
            !known.contains(pair.key) && !asked.contains(pair.key)
                && !Strings.openGroups.contains { pair.key.hasPrefix($0 + "_") }
        }.map { pair in
            ThemeRules.unusedWord.at(
                pair.keyRange, in: path,
                "Nothing uses the text `\(pair.key)`.\(NearestMatch.hint(pair.key, among: known.sorted()))",
                help: "A text of your own is shown by a template of your own, with {{t.\(pair.key)}}.")
        }
    }
}
