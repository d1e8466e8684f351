import Diagnostics
import TestSupport
import Testing

@testable import Build
@testable import Pages
@testable import Theme

/// Every rule's own examples: the bad theme is reported under its code, the good one passes without any problem.
@Suite struct ThemeRuleTests {
    private static func problems(_ files: [String: String]) throws -> [Diagnostic] {
        try CompiledTheme.read(
            files.mapValues(TestSite.bytes), pages: ContextShape.pages, languages: ["en", "cy"],
            version: Program.version
        )
        .problems
    }

    @Test func `no other rule has the same codes`() {
        let codes = (ThemeRules.all + BuildRules.all).map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(ThemeRules.all.allSatisfy { $0.rule.hasSuffix(".") })
    }

    @Test func `bad examples are reported`() throws {
        for rule in ThemeRules.all {
            let found = try Self.problems(rule.bad)
            #expect(found.map(\.code) == [rule.code])
            #expect(found.allSatisfy { $0.severity == rule.severity })
        }
    }

    @Test func `good examples pass`() throws {
        for example in Set(ThemeRules.all.map(\.good)) { #expect(try Self.problems(example) == []) }
    }
}
