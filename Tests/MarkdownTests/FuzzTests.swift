import Diagnostics
import Testing

@testable import Markdown

/// Random texts of marks: whatever they are, what comes out holds together.
@Suite struct FuzzTests {
    static let marks = [
        "[", "]", "](", ")", "!", "[[", "]]", "|", "*", "_", "`", "<b>", "<a\nid=x>", "</b>", "<!-- ", " -->", "&", "\\", "\"",
        "\n", "\r\n", "\n\n", "> ", "- ", "1. ", "    ", "# ", "===\n", "```\n", "a", "b c", "é", "&#91;", "&quot;",
        "javascript:x", "data:x", "http://x", "<http://y>", "[r]: /u \"t\"\n", "[r]", "\u{0}", "\n<div>\n",
    ]

    @Test(arguments: 0..<20)
    func outputHoldsTogether(seed: UInt64) {
        var random = Numbers(state: seed)
        for _ in 0..<100 {
            let body = (0..<Int.random(in: 1...60, using: &random)).map { _ in Self.marks.randomElement(using: &random)! }.joined()
            check("---\n" + body, title: Bool.random(using: &random))
        }
    }

    private func check(_ text: String, title: Bool) {
        let bytes = Array(text.utf8)
        let rendered = Markdown.render(bytes, from: 4, path: "a.md", options: .init(documentTitle: title))
        let ranges = rendered.links.map(\.range) + rendered.outline.map(\.range) + rendered.diagnostics.map(\.range)
        #expect(ranges.allSatisfy { $0.lowerBound >= 4 && $0.upperBound <= bytes.count }, "\(text.debugDescription)")
        let offsets = rendered.markup.slots.map(\.offset)
        #expect(offsets == offsets.sorted() && offsets.allSatisfy { $0 <= rendered.markup.html.count })
        #expect(Set(rendered.outline.map(\.id)).count == rendered.outline.count)

        let broken = written(rendered) { _ in .text }
        let whole = written(rendered) { _ in .to("x") }
        #expect(!broken.contains("href=\"x\"") && !broken.contains("<img"))
        for out in [broken, whole] {
            #expect(!out.contains("href=\"javascript") && !out.contains("href=\"data") && !out.contains("<b>"))
            #expect(count("<a ", out) == count("</a>", out), "\(text.debugDescription)")
            #expect(count("<p>", out) == count("</p>", out), "\(text.debugDescription)")
        }
    }

    private func written(_ rendered: Rendered, _ resolve: (Int) -> Markup.Target) -> String {
        var out: [UInt8] = []
        rendered.markup.append(to: &out, resolve: resolve)
        return String(decoding: out, as: UTF8.self)
    }

    private func count(_ part: String, _ text: String) -> Int { text.split(separator: part, omittingEmptySubsequences: false).count }

    /// SplitMix64, so that a failure comes back.
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
