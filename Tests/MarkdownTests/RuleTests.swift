import Foundation
import Markdown
import Testing

@Suite struct RuleTests {
    @Test(arguments: MarkdownRules.all.indices)
    func examplesShowTheRule(index: Int) throws {
        let rule = MarkdownRules.all[index]
        #expect(try codes(rule.bad) == [rule.code])
        #expect(try codes(rule.good) == [])
    }

    @Test func codesAreUnique() {
        #expect(Set(MarkdownRules.all.map(\.code)).count == MarkdownRules.all.count)
    }

    /// Of the one text in an example.
    private func codes(_ site: [String: String]) throws -> [String] {
        let text = try #require(site["resources/a.md"])
        let start = try #require(text.range(of: "---\n\n")).upperBound
        let rendered = MarkdownRenderer.render(
            Array(text.utf8), from: start.utf16Offset(in: text), path: "resources/a.md", options: .init())
        return rendered.diagnostics.map(\.code)
    }
}
