import MarkdownInvariants
import Testing

/// Random texts of marks: whatever they are, the output is well-formed.
@Suite struct FuzzTests {
    static let marks = [
        "[", "]", "](", ")", "!", "[[", "]]", "|", "*", "_", "`", "<b>", "<a\nid=x>", "</b>", "<!-- ", " -->", "&",
        "\\", "\"",
        "\n", "\r\n", "\n\n", "> ", "- ", "1. ", "    ", "# ", "===\n", "```\n", "a", "b c", "é", "&#91;", "&quot;",
        "|", "|-|\n", "\n|a|b|\n|-|-|\n", "\\|", "[^a]", "[^a]: ", "\n\n[^b]: ", "[^b]", "~", "~~", "[ ] ", "[x] ",
        "> [!NOTE]\n", "> [!tip]- a ", "!!! note \"", "\n??? ", "???+ a\n    ", "\n    !!! b\n        ",
        "www.a.b", "a@b.c", "~~~\n",
        "<!--", "<script>", "\t", "![", "](c \"d\")", "***", "\u{200B}", "javascript:x", "data:x", "http://x",
        "<http://y>", "[r]: /u \"t\"\n", "[r]", "\u{0}", "\n<div>\n", "</div>", "<details><summary>", "</summary>",
        "<table>", "<td>", "<h2>", "</h2>", "<p>", "<ul><li>", "<img src=x>", "<a href=y>", "</a>", "<pre>", "<dl><dd>",
        "<font>", "{% hint %}", "{% endhint %}",
    ]

    @Test(arguments: 0..<20)
    func outputHoldsTogether(seed: UInt64) {
        var random = Numbers(state: seed)
        for _ in 0..<100 {
            let body = (0..<Int.random(in: 1...60, using: &random)).map { _ in Self.marks.randomElement(using: &random)!
            }.joined()
            let text = "---\n" + body
            #expect(MarkdownInvariants.broken(by: Array(text.utf8)) == [], "\(text.debugDescription)")
        }
    }

    /// SplitMix64, so that a failure can be reproduced.
    struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }
}
