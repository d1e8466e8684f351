import Foundation
import Testing

@testable import Theme

/// The rules for plural forms, compared with Babel's reading of Unicode CLDR in `plurals.txt`, which
/// `scripts/make-languages` writes.
@Suite struct PluralRuleTests {
    private static func lines() throws -> [(languages: [Substring], values: [Substring])] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "plurals.txt")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            let parts = line.split(separator: ": ")
            return (parts[0].split(separator: " "), parts[1].split(separator: " "))
        }
    }

    @Test func `each number takes the form that CLDR gives it, in every language`() throws {
        let lines = try Self.lines()
        let numbers = lines[0].values.compactMap { Int($0) }
        #expect(numbers.count > 140)
        var looks = 0
        for (languages, runs) in lines.dropFirst() {
            let forms = runs.flatMap { run in
                let parts = run.split(separator: "*")
                return Array(repeating: String(parts[0]), count: Int(parts[1])!)
            }
            for language in languages {
                let found = numbers.map { PluralRule.category(of: $0, in: String(language)) }
                #expect(found == forms, "\(language)")
                looks += found.count
            }
        }
        #expect(looks > 40_000)
    }

    @Test func `a territory and a sign do not matter`() {
        #expect(PluralRule.category(of: 2, in: "ar-EG") == "two")
        #expect(PluralRule.category(of: -3, in: "pl") == "few")
        #expect(PluralRule.category(of: 1, in: "xx") == "one")
        #expect(PluralRule.category(of: 0, in: "xx") == "other")
    }

    @Test func `a form may be for one number alone`() {
        #expect(PluralRule.another("one", in: "de") == nil)
        #expect(PluralRule.another("one", in: "fr") == nil)
        #expect(PluralRule.another("one", in: "ru") == 21)
        #expect(PluralRule.another("zero", in: "lv") == 10)
        #expect(PluralRule.another("two", in: "ar") == nil)
        #expect(PluralRule.another("two", in: "sl") == 102)
    }

    @Test func `a language names its forms in the order of CLDR`() {
        #expect(PluralRule.categories(of: "de") == ["one", "other"])
        #expect(PluralRule.categories(of: "es") == ["one", "many", "other"])
        #expect(PluralRule.categories(of: "ja") == ["other"])
        #expect(PluralRule.categories(of: "cy") == ["zero", "one", "two", "few", "many", "other"])
    }
}
