import MarkdownInvariants
import SeededRandom
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
        var random = RandomNumbers(seed: seed)
        for _ in 0..<100 {
            let body = (0..<Int.random(in: 1...60, using: &random)).map { _ in Self.marks.randomElement(using: &random)!
            }.joined()
            let text = "---\n" + body
            #expect(MarkdownInvariants.broken(by: Array(text.utf8)) == [], "\(text.debugDescription)")
        }
    }
}
