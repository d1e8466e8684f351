/// Which plural form a whole number takes in a language (Unicode CLDR, plural rules).
enum PluralRule {
    static let categories = ["zero", "one", "two", "few", "many", "other"]

    /// - Returns: `other` for a language of which CLDR says nothing, except for 1.
    static func category(of number: Int, in language: String) -> String {
        let code = language.prefix { $0 != "-" }
        guard let rules = byLanguage[code] else { return abs(number) == 1 ? "one" : "other" }
        return rules.first { $0.condition.fits(number.magnitude) }?.category ?? "other"
    }

    /// The forms that a language has.
    static func categories(of language: String) -> [String] {
        (byLanguage[language.prefix { $0 != "-" }]?.map(\.category) ?? ["one"]) + ["other"]
    }

    /// A number besides the first that takes a form, where the form is for several, so that its text needs the number:
    /// 21 for `one` in Russian. 0 and 1 count as one number, because in French `one` is for both.
    ///
    /// - Returns: `nil` for a form of a single number, and for one that only large numbers take.
    static func another(_ form: String, in language: String) -> Int? {
        (2...1_000).lazy.filter { category(of: $0, in: language) == form }.dropFirst(
            (0...1).contains { category(of: $0, in: language) == form } ? 0 : 1
        ).first
    }

    private static let byLanguage: [Substring: [(category: String, condition: Condition)]] = {
        var found: [Substring: [(category: String, condition: Condition)]] = [:]
        for (languages, text) in table {
            let rules = text.split(separator: "; ").map { rule in
                let parts = rule.split(separator: ": ")
                return (category: String(parts[0]), condition: Condition(parts[1]))
            }
            for language in languages.split(separator: " ") { found[language] = rules }
        }
        return found
    }()

    /// `n mod 10 in 2..4 and n mod 100 not in 12..14 or n in 0`: the form that UTS 35 gives rules, for whole numbers.
    private struct Condition {
        private struct Relation {
            let modulus: UInt?
            let isNegated: Bool
            let ranges: [ClosedRange<UInt>]

            init(_ text: Substring) {
                let words = text.split(separator: " ")
                modulus = words[1] == "mod" ? UInt(words[2]) : nil
                isNegated = words.contains("not")
                ranges = words.last!.split(separator: ",").map { range in
                    let ends = range.split(separator: ".").compactMap { UInt($0) }
                    return ends[0]...ends.last!
                }
            }

            func fits(_ number: UInt) -> Bool {
                let value = modulus.map { number % $0 } ?? number
                return ranges.contains { $0.contains(value) } != isNegated
            }
        }

        /// Relations that all must fit, of which one group is enough.
        private let groups: [[Relation]]

        init(_ text: Substring) {
            groups = text.split(separator: " or ").map { $0.split(separator: " and ").map(Relation.init) }
        }

        func fits(_ number: UInt) -> Bool { groups.contains { $0.allSatisfy { $0.fits(number) } } }
    }
}
