import Testing
import Traps

/// The examples of the rules.
@Suite struct YAMLRuleTests {
    @Test(arguments: YAMLRules.all.indices)
    func `the examples show the rule`(index: Int) {
        let rule = YAMLRules.all[index]
        func codes(_ site: [String: String]) -> [String] {
            site.values.flatMap { text in seen(text.dropFirst(4).withoutFence, before: "---\n").map(\.code) }
        }
        #expect(codes(rule.bad) == [rule.code])
        #expect(codes(rule.good) == [])
    }
}

extension Substring {
    /// The front matter without its last fence.
    fileprivate var withoutFence: String { hasSuffix("---\n") ? String(dropLast(4)) : String(self) }
}
