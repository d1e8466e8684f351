import Diagnostics
import Testing

@Suite struct RuleTests {
    @Test func `a problem carries the code and severity of its rule`() {
        let rule = Rule("some-rule", .warning, "A rule.", bad: [:], good: [:])
        let problem = rule.at(2..<3, in: "a.md", "Wrong.", help: "Help.")
        #expect(
            problem
                == Diagnostic(
                    severity: .warning, code: "some-rule", message: "Wrong.", path: "a.md", range: 2..<3, help: "Help.")
        )
    }
}
