import SeededRandom
import Testing

@testable import Markdown

/// The scanner has to see the blocks that cmark will see: compared with its tree, on random texts.
@Suite struct BlockScannerTests {
    static let lines = [
        "", "", "a", "a b", "  a", "   a", "    a", "      a", "\ta", " \ta", "- a", "- ", "-", "  - a", "    - b",
        "-     a", "-\ta", "* * *", "---", "===", "***",
        "1. a", "1) b", "2. c", "10. d", "1.", "> a", ">", ">a", "> > b", ">     c", "> - d", ">\t- e", "- > f", "```",
        "````", "~~~", "```x", "``` y`", "   ```", "    ```", "> ```",
        "- ```", "  ```", "<div>", "</div>", "<b>", "</b> ", "<b> x", "<b x=\"y\" z>", "<b x=\"y\"z>", "<!-- x", "-->",
        "<!-- y -->", "<script>", "</script>", "<?x", "?>",
        "<!X", ">", "<![CDATA[", "]]>", "<pre>", "</pre>", "<img src=x>", "<p", "# a", "#", "####### a", "#a", "   # b",
        "[a]: b", "[a]: b 'c", "d'", "`a", "**b", "- - c", "  ", "\t",
    ]

    static let rows = [
        "|q|", "|-|", "  |q|", "  |-|", "    |q|", "    |-|", "> |q|", "> |-|", "- |q|", "  > |q|", "  > |-|",
        "[^x]: y", "[^x]: |q|", "[^z]: - |q|",
    ]

    /// What it takes for a cell, cmark takes for a heading: it is in no paragraph, code or HTML as it was put
    /// there.
    @Test(arguments: 0..<20) func seesTheBlocksThatCMarkSees(seed: UInt64) {
        var random = RandomNumbers(seed: seed)
        for _ in 0..<300 {
            var lines = (0..<Int.random(in: 2...10, using: &random)).map { _ in
                Self.lines.randomElement(using: &random)!
            }
            for _ in 0..<Int.random(in: 2...6, using: &random) {
                lines.insert(
                    Self.rows.randomElement(using: &random)!, at: Int.random(in: 0...lines.count, using: &random))
            }
            let text = lines.joined(separator: "\n") + "\n\n[^x] [^z]\n"
            let html = Rendering(text, options: .init(dialect: .gitHub, unsafeHTML: true)).html
            #expect(!html.contains("# q") && !html.contains("# #"), "\(text.debugDescription) becomes \(html)")
        }
    }

    @Test func aTextWithoutTablesAndFootnotesIsNotRewritten() {
        let body = Array("a | b\n\n|-|\n\n[^1]\n".utf8)
        #expect(BlockScanner.rewrite(body, from: 0, BodySigns(body, from: 0)) == nil)
    }
}
