import Testing

@testable import Content

/// Texts as YAML writes them.
@Suite struct YAMLTextTests {
    @Test(arguments: [
        ("Plain words", "Plain words"), ("a: b", "\"a: b\""), ("a #b", "\"a #b\""), ("a:", "\"a:\""),
        // A sign is still a sign with an accent on the sign after it.
        ("The rule: \u{301}x", "\"The rule: \u{301}x\""), ("a #\u{301}b", "\"a #\u{301}b\""),
    ]) func `a text is plain where YAML reads it as it is`(text: String, written: String) {
        #expect(FrontMatterValue.written(text) == written)
    }
}
