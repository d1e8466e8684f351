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
        let (root, problems) = ThemeYAML.parse(bytes, path: path)
        guard let root, !problems.contains(where: { $0.severity == .error }) else { return problems }
        guard case .mapping(let pairs, _) = root.value else {
            return problems + [
                ThemeRules.wordForm.at(
                    root.range, in: path,
                    "Found \(root.describedKind): the words of a language are lines of `key: text`.")
            ]
        }
        guard let strings = try files.unchecked(language) else { return problems }
        return problems + missing(in: strings) + unreviewed(in: strings, pairs) + faults(in: strings, pairs)
            + pairs.flatMap(leftOut)
    }

    /// How many texts nobody has read, where the file says something about that.
    private func unreviewed(in strings: Strings, _ pairs: [YAMLPair]) -> [Diagnostic] {
        guard let pair = pairs.first(where: { $0.key == Review.key }) else { return [] }
        guard let review = Review(pair.value) else {
            return [
                ThemeRules.wordForm.at(
                    pair.keyRange, in: path,
                    "Found \(pair.value.describedKind): `\(pair.key)` must be `true`, `false` or a list of keys "
                        + "of texts.",
                    help: .paste("\(pair.key): [home, search]"))
            ]
        }
        var problems: [Diagnostic] = []
        if case .of = review {
            let known = strings.keys.union(english.keys)
            let unknown = (Review.items(pair.value) ?? []).filter { $0.key != "false" && !known.contains($0.key) }
            problems = unknown.map { key, node in
                ThemeRules.unusedWord.at(
                    node.range, in: path,
                    "There is no text `\(key)`, which `\(pair.key)` names."
                        + NearestMatch.hint(key, among: known.sorted()))
            }
        }
        let count = strings.unreviewed(besides: english).count
        guard count > 0 else { return problems }
        return problems + [
            ThemeRules.unreviewed.at(
                pair.keyRange, in: path,
                "No fluent reader has read \(count) of the \(strings.share(of: english).own) texts in "
                    + "`\(language)` yet.",
                help: Help(
                    "`folkmoot theme language \(language)` lists them. When somebody has read a text, take its key off "
                        + "`\(pair.key)`; when all are read, write `\(pair.key): false`."))
        ]
    }

    /// Values that English shows and a text leaves out, each where the text is.
    private func leftOut(_ pair: YAMLPair) -> [Diagnostic] {
        switch pair.value.value {
        case .scalar(let text, _):
            return Strings.leftOut(of: text, key: pair.key, english: english[pair.key]).map { name in
                valueLeftOut(name, in: "`\(pair.key)`", pair.value, english[pair.key])
            }
        case .mapping(let forms, _):
            guard let other = english.form("other", of: pair.key) else { return [] }
            return forms.filter { PluralRule.categories(of: language).contains($0.key) }
                .flatMap { leftOut($0, of: pair.key, other) }
        case .sequence: return []
        }
    }

    /// - Parameter english: the text of `other` in English.
    private func leftOut(_ form: YAMLPair, of key: String, _ english: String) -> [Diagnostic] {
        guard case .scalar(let text, _) = form.value.value else { return [] }
        return Strings.leftOut(of: text, key: key, english: english).compactMap { name -> Diagnostic? in
            var reason = ""
            // `other` is also for the numbers of forms that a file leaves out.
            if name == "n", form.key != "other" {
                guard let another = PluralRule.another(form.key, in: language) else { return nil }
                reason = " In this language, it is also for \(another)."
            }
            return valueLeftOut(name, in: "the form `\(form.key)` of `\(key)`", form.value, english, reason)
        }
    }

    private func valueLeftOut(
        _ name: String, in place: String, _ node: YAMLNode, _ english: String, _ reason: String = ""
    ) -> Diagnostic {
        ThemeRules.valueLeftOut.at(
            node.range, in: path, "`{\(name)}` is left out in \(place), so readers do not see this value.\(reason)",
            help: Help("In English: “\(english)”. Put `{\(name)}` where its value belongs."))
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
        strings.faults(besides: english).compactMap { key, sentence, placeholder in
            guard let index = pairs.firstIndex(where: { $0.key == key }) else { return nil }
            let end = index + 1 < pairs.count ? pairs[index + 1].keyRange.lowerBound : bytes.count
            let value = bytes[pairs[index].keyRange.upperBound..<end]
            let found = placeholder.flatMap { value.firstRange(of: Array($0.utf8)) }
            return ThemeRules.wordForm.at(found ?? pairs[index].keyRange, in: path, sentence)
        }
    }

    /// Keys that neither the program nor a template uses.
    func unused(asked: Set<String>) -> [Diagnostic] {
        guard case .mapping(let pairs, _) = ThemeYAML.parse(bytes, path: path).root?.value else {
            return []
        }
        let known = english.keys.union(Strings.optional)
        return pairs.filter { pair in
            !known.contains(pair.key) && !asked.contains(pair.key) && pair.key != Review.key
                && !Strings.openGroups.contains { pair.key.hasPrefix($0 + "_") }
        }.map { pair in
            ThemeRules.unusedWord.at(
                pair.keyRange, in: path,
                "Nothing uses the text `\(pair.key)`.\(NearestMatch.hint(pair.key, among: known.sorted()))",
                help: "A text of your own is shown by a template of your own, with {{t.\(pair.key)}}.")
        }
    }
}
