import Health
import Testing

@testable import Build
@testable import Tools

/// The pages that the program writes about itself; `scripts/test-site` compares those of the handbook with them.
@Suite struct ReferenceTests {
    @Test func `every key, check and signal is on its page`() {
        for key in ["`member_count`", "`for_you_if`", "`repeats`", "**`name`**", "`examples`"] {
            #expect(ReferencePage.keys.text.contains("| \(key) |"), "\(key)")
        }
        let checks = ReferencePage.checks.text
        let signals = ReferencePage.signals.text
        for signal in Signal.all { #expect(signals.contains("\n## \(signal.code)\n"), "\(signal.code)") }
        for rule in BuildRules.all { #expect(checks.contains("\n### \(rule.code)\n"), "\(rule.code)") }
    }
}
