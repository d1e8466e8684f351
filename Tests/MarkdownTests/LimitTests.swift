import Foundation
import Testing

@testable import Markdown

@Suite struct LimitTests {
    /// Texts that nest 100,000 deep.
    static let deep = [
        String(repeating: ">", count: 100_000) + "a",
        String(repeating: "[", count: 100_000) + "a" + String(repeating: "]", count: 100_000),
        String(repeating: "*a **a ", count: 50_000) + "b" + String(repeating: " a** a*", count: 50_000),
        String(repeating: "- ", count: 100_000) + "a",
        String(repeating: ">", count: 100_000) + "|a|\n" + String(repeating: ">", count: 100_000) + "|-|",
        String(repeating: "~~a *b ", count: 100_000) + String(repeating: "c* d~~", count: 100_000),
        String(repeating: "[^a]: - ", count: 100_000) + "[^a]\n\n[^a]",
        String(repeating: "> ", count: 100_000) + "[!NOTE]\n" + String(repeating: "> ", count: 100_000) + "a",
        String(repeating: "- [ ] ", count: 100_000) + "a",
        String(repeating: "![", count: 3_000) + "a" + String(repeating: "](b)", count: 3_000),
    ]

    @Test(arguments: deep.indices)
    func nestingNeedsNoStack(index: Int) async {
        let count = await onSmallStack { Rendering(Self.deep[index], limits: .none).html.utf8.count }
        #expect(count > 0)
    }

    @Test(arguments: [0, 1, 3, 4, 7])
    func deepNestingIsRefused(index: Int) {
        let page = Rendering("a\n\n" + Self.deep[index])
        #expect(page.codes == ["markdown-too-deep"])
        #expect(page.html == "")
        #expect(page.rendered.diagnostics[0].range.lowerBound == 3)
    }

    @Test func everydayNestingIsNot() {
        let lists = (0..<40).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
        let links = String(repeating: "- [a](b)\n", count: 30_000)
        let far = "```\n" + String(repeating: " ", count: 300) + "a\n```\n"
        let rule = String(repeating: "-", count: 300) + "\n\n" + String(repeating: "*", count: 300) + "\n"
        for source in [lists, links, far, rule] { #expect(Rendering(source).rendered.diagnostics.isEmpty) }
    }

    @Test func bracketsOfOneParagraphAreBounded() {
        let run = String(repeating: "![[]()", count: 2_500)
        #expect(!Rendering(run + "\n\n" + run).codes.contains("markdown-too-deep"))
        #expect(Rendering(run + "[").codes == ["markdown-too-deep"])
        #expect(Rendering(run + "\n[").codes == ["markdown-too-deep"])
    }

    @Test func everyCellOfATableIsAParagraphOfItsOwn() {
        let rows = String(repeating: "| [a](b) | [c](d) |\n", count: 4_000)
        #expect(Rendering("| a | b |\n|---|---|\n" + rows).rendered.diagnostics.isEmpty)
        #expect(
            Rendering("> - | a | b |\n>   |---|---|\n" + rows.split(separator: "\n").map { ">   \($0)\n" }.joined())
                .rendered.diagnostics.isEmpty)
        #expect(Rendering("| a | b |\n" + rows).codes == ["markdown-too-deep"])
        #expect(Rendering("a\n" + String(repeating: "    # [\n", count: 5_001)).codes == ["markdown-too-deep"])
    }

    @Test(.timeLimit(.minutes(10))) func aBodyOfNothingButBracketsTakesSeconds() {
        let run = String(repeating: "![[]()", count: 2_499) + "\n\n"
        let body = String(repeating: run, count: (2 << 20) / run.utf8.count)
        let clock = ContinuousClock()
        let time = clock.measure { #expect(!Rendering(body).codes.contains("markdown-too-deep")) }
        #expect(time < .seconds(40))
    }

    @Test(.timeLimit(.minutes(10)), arguments: ["[]()", "[a](b)", "<b>", "![]()"])
    func spacesBeforeAContinuedLineAreSkippedOnce(inline: String) {
        let body = "a\n" + String(repeating: " ", count: 1_000_000) + String(repeating: inline, count: 4_000)
        let clock = ContinuousClock()
        let time = clock.measure { _ = Rendering(body) }
        #expect(time < .seconds(20))
    }

    /// Each took minutes before: a line end looked for to the end of the text, a domain read again from every `www.`, a
    /// long text compared at every offset, all names of footnotes compared with all references, an offset looked for
    /// from the start of its text.
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            String(repeating: "a\r", count: 400_000),
            String(repeating: "www._", count: 100_000),
            "x <a b=\"" + String(repeating: "a", count: 200_000) + "\n" + String(repeating: "a", count: 100_000)
                + "\">",
            "[x](" + String(repeating: "a", count: 60_000) + "\\! \"" + String(repeating: "a", count: 120_000) + "\")",
            (0..<5_000).map { "[^\($0)]: x\n" }.joined() + (0..<5_000).map { "\nx[^a\($0)]\n" }.joined(),
            "[^2]: x\n\n[^2] " + String(repeating: "a ", count: 200_000) + String(repeating: "[^1] ", count: 4_900),
        ]) func whatOnceTookMinutesDoesNot(body: String)
    {
        let clock = ContinuousClock()
        let time = clock.measure { _ = Rendering(body) }
        #expect(time < .seconds(20))
    }

    @Test func largeTextsAreRefused() {
        let page = Rendering(String(repeating: "a line\n", count: 300_000))
        #expect(page.codes == ["markdown-too-large"])
        #expect(page.html == "")
    }

    private func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: body()) }
            thread.stackSize = 512 << 10
            thread.start()
        }
    }
}
