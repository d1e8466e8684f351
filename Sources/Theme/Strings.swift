internal import Diagnostics
internal import Markdown
package import Text
internal import YAML

/// The words of the interface in one language: `i18n/LANG.yaml` of a theme.
///
/// A value is a text, a list of texts (months), or one text per plural form (CLDR's names: zero, one, two, few, many,
/// other) with `{n}` for the number. `{name}` stands for what the program puts in.
package struct Strings: Sendable {
    package let language: String
    /// The order in which titles are sorted.
    package let alphabet: Alphabet
    private let texts: [String: String]
    private let plurals: [String: [String: String]]
    private let lists: [String: [String]]
    /// The language of each text that is another's, because this one lacks it.
    private let lenders: [String: String]
    /// What its file says of how well it was read; `nil` where it says nothing.
    private let review: Review?

    /// - Throws: `ThemeError` when the file is not as described above.
    init(language: String, yaml: [UInt8], path: String) throws {
        let (root, problems) = ThemeYAML.parse(yaml, path: path)
        var pairs: [YAMLPair] = []
        if case .mapping(let found, _) = root?.value { pairs = found }
        let isSound = !problems.contains { $0.severity == .error } && (root == nil || !pairs.isEmpty)
        guard isSound else {
            throw ThemeError(
                "\(path): \(problems.first?.message ?? "the strings of a language are lines of `key: text`.")")
        }
        var texts: [String: String] = [:]
        var plurals: [String: [String: String]] = [:]
        var lists: [String: [String]] = [:]
        for pair in pairs where pair.key != Review.key {
            switch pair.value.value {
            case .scalar(let text, _): texts[pair.key] = text
            case .sequence(let items): lists[pair.key] = items.map(\.text)
            case .mapping(let forms, _):
                plurals[pair.key] = Dictionary(forms.map { ($0.key, $0.value.text) }, uniquingKeysWith: { a, _ in a })
            }
        }
        self.language = language
        self.texts = texts
        self.plurals = plurals
        self.lists = lists
        lenders = [:]
        review = pairs.first { $0.key == Review.key }.flatMap { Review($0.value) }
        alphabet = Alphabet(lists["alphabet"] ?? [])
    }

    /// All keys, to compare languages with each other.
    var keys: Set<String> { Set(texts.keys).union(plurals.keys).union(lists.keys) }

    package func has(_ key: String) -> Bool { texts[key] != nil || plurals[key] != nil || lists[key] != nil }

    /// Whether a template can show the value of the key.
    func hasText(_ key: String) -> Bool { texts[key] != nil }

    /// The same words with memory of their own; see `SiteRenderer.unshared()`.
    package func unshared() -> Strings { Strings(copying: self) }

    private init(copying other: Strings) {
        func copy(_ text: String) -> String { String(decoding: Array(text.utf8), as: UTF8.self) }
        func copy<Value>(_ words: [String: Value], _ value: (Value) -> Value) -> [String: Value] {
            Dictionary(uniqueKeysWithValues: words.map { (copy($0.key), value($0.value)) })
        }
        language = other.language
        alphabet = other.alphabet
        texts = copy(other.texts, copy)
        plurals = copy(other.plurals) { copy($0, copy) }
        lists = copy(other.lists) { $0.map(copy) }
        lenders = copy(other.lenders, copy)
        review = other.review
    }

    /// These words where there are any, else those of `base`.
    func laid(over base: Strings) -> Strings { Strings(base, below: self) }

    private init(_ base: Strings, below own: Strings) {
        language = own.language
        let isKept = { (key: String) in !own.has(key) }
        texts = base.texts.filter { isKept($0.key) }.merging(own.texts) { $1 }
        plurals = base.plurals.filter { isKept($0.key) }.merging(own.plurals) { $1 }
        lists = base.lists.filter { isKept($0.key) }.merging(own.lists) { $1 }
        lenders = [:]
        // `false` says that everything has been read, the texts below too.
        review = own.review == .of([]) ? own.review : .of(base.unread.subtracting(own.keys).union(own.unread))
        alphabet = own.lists["alphabet"] == nil ? base.alphabet : own.alphabet
    }

    /// These words, and for each text that they lack that of the first other language that has it.
    ///
    /// - Parameter isMarked: whether borrowed words carry marks, for `BorrowedWords` to resolve.
    func borrowing(from others: [Strings], isMarked: Bool) -> Strings {
        var filled = self
        for other in others where other.language != language {
            filled = Strings(filled, lender: other, isMarked: isMarked)
        }
        return filled
    }

    private init(_ own: Strings, lender: Strings, isMarked: Bool) {
        language = own.language
        alphabet = own.alphabet
        var lent = lender.keys.subtracting(own.keys).subtracting(Self.ownOfEachLanguage)
        // Both are of one language.
        if own.has("months") { lent.remove("months_alone") }
        // Half a sentence in each language would say nothing in either.
        if !lent.isDisjoint(with: Self.repetition) { lent.formUnion(lender.keys.intersection(Self.repetition)) }
        func isLent(_ key: String) -> Bool { lent.contains(key) }
        func mark(_ text: String) -> String {
            isMarked ? BorrowedWords.marked(text, from: lender.language) : text
        }
        texts = own.texts.merging(lender.texts.filter { isLent($0.key) }.mapValues(mark)) { $1 }
        let groups = lender.plurals.filter { isLent($0.key) }
        plurals = own.plurals.merging(groups.mapValues { $0.mapValues(mark) }) { $1 }
        lists = own.lists.merging(lender.lists.filter { isLent($0.key) }.mapValues { $0.map(mark) }) { $1 }
        lenders = own.lenders.merging(lent.map { ($0, lender.language) }) { a, _ in a }
        review = own.review
    }

    /// The parts of sentences about how often an event comes again.
    private static let repetition: Set<String> = [
        "every_day", "every_week", "every_month", "every_month_weekday", "every_year", "repeats_on", "repeats_until",
        "repeats_count", "skips_months", "skips_years", "ordinals", "weekday_of_month", "day_of_month", "day_last",
    ]

    /// What says something of a language itself, so that no other can lend it.
    private static let ownOfEachLanguage: Set<String> = ["alphabet", "locale", "language_name", "search_ignored"]

    /// Whether texts of another language are among them.
    package var isBorrowing: Bool { !lenders.isEmpty }

    /// Keys of the texts that English has and this language lacks.
    func missing(besides english: Strings) -> Set<String> {
        english.keys.subtracting(Self.optional).subtracting(keys.subtracting(lenders.keys))
    }

    /// How many of the texts that English has this language has, and how many there are.
    func share(of english: Strings) -> (own: Int, all: Int) {
        let all = english.keys.subtracting(Self.optional).count
        return (all - missing(besides: english).count, all)
    }

    /// Keys of the texts that no fluent reader has read yet, as far as the file says.
    private var unread: Set<String> {
        switch review {
        case .all: keys
        case .of(let keys): keys
        case nil: []
        }
    }

    /// The same, of the texts that English has and this language too.
    func unreviewed(besides english: Strings) -> Set<String> {
        unread.intersection(keys).intersection(english.keys).subtracting(Self.optional)
    }

    /// Keys of single texts that have words, and the same ones as English.
    func copied(from english: Strings) -> Set<String> {
        let isSame = { (key: String, text: String) in
            text == english.texts[key] && BorrowedWords.hasWords(text) && lenders[key] == nil
        }
        return Set(texts.filter(isSame).keys)
    }

    /// What only some languages need: `months_alone` are names of months without a day, such as Finnish `maaliskuu`
    /// beside `5. maaliskuuta`.
    static let optional: Set<String> = ["months_alone", "alphabet"]

    /// What is not of the form that it has in English, each in a sentence. The program counts on twelve months, on a
    /// text for `other` numbers, and puts in only the values that English names.
    func faults(besides english: Strings) -> [(key: String, sentence: String, placeholder: String?)] {
        keys.sorted().compactMap { key -> (key: String, sentence: String, placeholder: String?)? in
            if let fault = fault(of: key, besides: english) { return (key, fault, nil) }
            guard let unknown = unfilled(in: key, besides: english) else { return nil }
            return (key, unknown.sentence, "{\(unknown.name)}")
        }
    }

    private func fault(of key: String, besides english: Strings) -> String? {
        if key == "alphabet" { return fault(ofAlphabet: lists[key] ?? []) }
        if key == "week_starts", !(1...7).contains(Int(texts[key] ?? "") ?? 0) {
            return "`week_starts` must be the number of a day: 1 is Monday, 7 is Sunday."
        }
        if key == "months_alone" { return lists[key]?.count == 12 ? nil : "`\(key)` must be a list of 12 texts." }
        if let list = english.lists[key] {
            return lists[key]?.count == list.count ? nil : "`\(key)` must be a list of \(list.count) texts."
        }
        if english.texts[key] != nil { return texts[key] == nil ? "`\(key)` must be a single text." : nil }
        guard english.plurals[key] != nil || plurals[key] != nil else { return nil }
        guard let forms = plurals[key] else {
            return "`\(key)` must have a text for each plural form, such as `other`."
        }
        if let unknown = forms.keys.filter({ !PluralRule.categories.contains($0) }).min() {
            return "`\(unknown)` is not a plural form. The forms are "
                + "\(PluralRule.categories.map { "`\($0)`" }.joined(separator: ", "))."
                + NearestMatch.hint(unknown, among: PluralRule.categories)
        }
        let own = PluralRule.categories(of: language)
        if let useless = PluralRule.categories.first(where: { forms[$0] != nil && !own.contains($0) }) {
            return "No number takes the form `\(useless)` in this language. Its forms are "
                + "\(own.map { "`\($0)`" }.joined(separator: ", "))."
        }
        return forms["other"] == nil ? "`\(key)` has no text for `other`." : nil
    }

    /// Each language has as many letters as it has, each once.
    private func fault(ofAlphabet letters: [String]) -> String? {
        if letters.allSatisfy(\.isEmpty) { return "`alphabet` must be a list of letters, such as `[a, b, c]`." }
        var seen: Set<String> = []
        let twice = letters.flatMap { $0.lowercased().split(separator: " ").map(String.init) }.first {
            !seen.insert($0).inserted
        }
        return twice.map { "The letter `\($0)` occurs twice in `alphabet`." }
    }

    /// A placeholder that no value is put into: it would be printed as it is.
    private func unfilled(in key: String, besides english: Strings) -> (name: String, sentence: String)? {
        let known = english.placeholders(in: key).union(Self.placeholdersWithoutUseInEnglish[key] ?? [])
        guard english.has(key), let name = placeholders(in: key).subtracting(known).min() else { return nil }
        let names = known.sorted()
        let rule =
            names.isEmpty
            ? "no value is put into this text"
            : "values are put in for \(names.map { "`{\($0)}`" }.joined(separator: ", "))"
        let near = NearestMatch.of(name, among: names).map { " Did you mean `{\($0)}`?" } ?? ""
        return (name, "`{\(name)}` in `\(key)` is not filled in: \(rule).\(near)")
    }

    /// Values that English shows in a text and this text leaves out.
    ///
    /// - Parameters:
    ///   - english: the text of the same key in English; for a plural form, that of `other`.
    ///   - key: of both.
    static func leftOut(of text: String, key: String, english: String) -> [String] {
        let own = names(in: text)
        return names(in: english).subtracting(own).filter { name in
            switch (key, name) {
            case ("time", "hour"): !own.contains("h")
            // Readers see the name beside the text.
            case ("search_why_sibling", "asked"): false
            case (_, "title"): !key.hasPrefix("mail_")
            default: true
            }
        }.sorted()
    }

    /// The text of a plural form; `nil` where there is none.
    func form(_ form: String, of key: String) -> String? { plurals[key]?[form] }

    private static let placeholdersWithoutUseInEnglish: [String: Set<String>] = ["time": ["h"]]

    /// Names in braces.
    private func placeholders(in key: String) -> Set<String> {
        let all = [texts[key]].compactMap { $0 } + (plurals[key].map { Array($0.values) } ?? []) + (lists[key] ?? [])
        return all.reduce(into: plurals[key] == nil ? [] : ["n"]) { $0.formUnion(Self.names(in: $1)) }
    }

    private static func names(in text: String) -> Set<String> {
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().reduce(into: []) { names, part in
            if let close = part.firstIndex(of: "}") { names.insert(String(part[..<close])) }
        }
    }

    /// Groups of labels whose values anybody may make up, so that a language may name more of them.
    static let openGroups = ["access", "platform", "language"]

    package subscript(key: String) -> String { texts[key] ?? "" }

    /// The word for a value of a closed set: `label("stage", "self-sustaining")` is the text `stage_self_sustaining`.
    package func label(_ group: String, _ value: String) -> String {
        // Most values are one word, and this is asked for at each row of a list.
        if !value.utf8.contains(UInt8(ascii: "-")) { return texts[group + "_" + value] ?? value }
        return texts[group + "_" + value.replacing("-", with: "_")] ?? value.replacing("-", with: " ")
    }

    /// The word for a value of an open group, however it is written: `Mailing list` and `mailing-list` are the text
    /// `platform_mailing_list`. `nil` where there is none.
    package func known(_ group: String, _ value: String) -> String? {
        texts[group + "_" + ID.from(value).replacing("-", with: "_")]
    }

    /// All values of a group that these words name: `slack` for `platform_slack`.
    package func values(ofGroup group: String) -> [String] {
        texts.keys.filter { $0.hasPrefix(group + "_") }.map {
            String($0.dropFirst(group.count + 1)).replacing("_", with: "-")
        }
    }

    /// How this language is called by those who speak it; its code where its words do not say.
    package var ownName: String { texts["language_name"] ?? language }

    /// How a language is called in this one; `nil` where these words do not say.
    package func name(ofLanguage code: String) -> String? { texts["language_" + code.replacing("-", with: "_")] }

    package func list(_ key: String) -> [String] { lists[key] ?? [] }

    /// The name of a month from 1 to 12 where no day is beside it.
    package func monthAlone(_ month: Int) -> String { (lists["months_alone"] ?? list("months"))[month - 1] }

    package func format(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        Self.fill(self[key], values)
    }

    /// The same as HTML, of values that are HTML already.
    package func formatHTML(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        Self.fill(HTMLEscape.text(self[key]), values)
    }

    /// Puts values in the places of their names in braces; other braces stay.
    private static func fill(_ pattern: String, _ values: KeyValuePairs<String, String>) -> String {
        var out = ""
        var rest = Substring(pattern)
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
        {
            let name = rest[rest.index(after: open)..<close]
            out += rest[..<open]
            out += values.first { $0.key == name }?.value ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return out + rest
    }

    package func count(_ key: String, _ number: Int) -> String {
        let forms = plurals[key] ?? [:]
        let form = forms[PluralRule.category(of: number, in: lenders[key] ?? language)] ?? forms["other"] ?? ""
        return Self.fill(form, ["n": grouped(number)])
    }

    /// Thousands separated, as this language writes them.
    package func grouped(_ number: Int) -> String {
        let digits = String(abs(number))
        guard digits.count > 3 else { return String(number) }
        var out = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { out += self["thousands_separator"] }
            out.append(digit)
        }
        return (number < 0 ? "−" : "") + out
    }
}

extension YAMLNode {
    fileprivate var text: String {
        if case .scalar(let text, _) = value { text } else { "" }
    }
}
