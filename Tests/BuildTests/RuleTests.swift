import TestSupport
import Testing

@testable import Build

/// Every rule's own examples: the bad one is reported under its code, the good one passes without any problem.
@Suite struct RuleTests {
    /// Rules about the disk and the theme, which no dictionary can break; `SendingTests`, `BrandingTests` and those of
    /// the disk test them.
    static let withoutExample: Set<String> = [
        "symlink-outside", "unreadable-file", "file-too-large", "too-many-files", "path-too-long", "folder-twice",
        "asset-type",
        "missing-settings", "missing-theme", "language-without-words", "logo-missing", "theme-picture",
        "colour-contrast",
        "nobody-can-send",
        "bad-name-on-disk", "name-twice",
        "old-zone-data",
    ]

    @Test func `codes are unique and in kebab-case`() {
        let codes = BuildRules.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber } })
    }

    @Test func `every rule is a sentence with examples`() {
        for rule in BuildRules.all {
            #expect(rule.rule.hasSuffix("."), "\(rule.code)")
            #expect(!rule.bad.isEmpty || Self.withoutExample.contains(rule.code), "\(rule.code) has no bad example")
        }
    }

    @Test(arguments: BuildRules.all.filter { !withoutExample.contains($0.code) }.map(\.code))
    func `the bad example is reported`(code: String) async throws {
        let rule = try #require(BuildRules.all.first { $0.code == code })
        let problems = await TestSite.problems(of: rule.bad)
        let found = problems.filter { $0.code == code }
        #expect(!found.isEmpty, "found only \(problems.map(\.code))")
        #expect(found.allSatisfy { $0.severity == rule.severity })
    }

    @Test(arguments: BuildRules.all.map(\.code))
    func `the good example passes`(code: String) async throws {
        let rule = try #require(BuildRules.all.first { $0.code == code })
        #expect(await TestSite.problems(of: rule.good) == [])
    }

    @Test func `a missing site yaml is reported together with other problems`() async throws {
        var options = Pipeline.Options()
        options.jobs = 1
        let reading = await Pipeline.read(
            ContentSource(["resources/a.md": Array("---\nkind: guide\n---\n".utf8)]), options)
        #expect(Set(reading.problems.map(\.code)) == ["missing-settings", "missing-key"])
    }
}
