import Build
import Foundation
import Testing

/// The pages of the handbook that the program writes about itself. `make bless` renews them.
@Suite struct ReferenceTests {
    @Test(arguments: ReferencePage.allCases)
    func `the handbook's page is what the program says today`(page: ReferencePage) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
            path: "../../../content/\(page.path)"
        ).standardizedFileURL
        if GoldenTests.isBlessing { return try page.text.write(to: file, atomically: true, encoding: .utf8) }
        #expect(page.text == (try? String(contentsOf: file, encoding: .utf8)), "`make bless` renews \(page.path)")
    }

    @Test func `every key and every check is on its page`() {
        for key in ["`member_count`", "`for_you_if`", "`repeats`", "**`name`**", "`examples`"] {
            #expect(ReferencePage.keys.text.contains("| \(key) |"), "\(key)")
        }
        let checks = ReferencePage.checks.text
        for rule in BuildRules.all { #expect(checks.contains("\n### \(rule.code)\n"), "\(rule.code)") }
    }
}
