import Diagnostics
import Testing

@testable import Markdown

/// A text, and what it becomes when all proposals are written; `nil` where it is reported and nothing is sure.
struct Slip: CustomTestStringConvertible, Sendable {
    let source: String
    let fixed: String?
    var testDescription: String { source.debugDescription }

    init(_ source: String, _ fixed: String?) { (self.source, self.fixed) = (source, fixed) }

    /// What is reported, and what it becomes.
    var outcome: (codes: [String], fixed: String?) {
        let page = Rendering(source)
        let replacements = page.rendered.diagnostics.compactMap(\.help?.replacement)
        let after = String(decoding: Array(source.utf8).making(replacements), as: UTF8.self)
        return (page.codes, replacements.isEmpty ? nil : after)
    }
}

/// Typing mistakes that leave the signs of Markdown in a text.
@Suite struct TypedTests {
    @Test(arguments: [
        Slip("##Heading\n", "## Heading\n"), Slip("###### Six\n\n######Six ##\n", "###### Six\n\n###### Six \n"),
        Slip("##**Bold** words\n", "## **Bold** words\n"), Slip("Text.\n##Pennawd\n", "Text.\n## Pennawd\n"),
        Slip("##عنوان\n", "## عنوان\n"),
        Slip("> ##Élan\n", "> ## Élan\n"), Slip("##2026 plan\r\n", "## 2026 plan\r\n"),
        Slip("#Fixit Event June 2016\n", nil), Slip("*a\n", nil), Slip("-a\n", nil), Slip("1.a\n", nil),
        Slip("*bread\n*milk\n", "* bread\n* milk\n"), Slip("-bread\n-milk\n", "- bread\n- milk\n"),
        Slip("Buy:\n-bread\n-milk\n", "Buy:\n- bread\n- milk\n"), Slip("-un\n\n-été\n", "- un\n\n- été\n"),
        Slip("-خبز\r\n-حليب\r\n", "- خبز\r\n- حليب\r\n"), Slip("> -one\n> -two\n", "> - one\n> - two\n"),
        Slip("-one\n  more\n-2 eggs\n-three\n", "- one\n  more\n- 2 eggs\n- three\n"),
        Slip("- one\n-two\n", "- one\n- two\n"), Slip("-one\n- two\n", "- one\n- two\n"),
        Slip("-**one**\n-[two](https://example.org)\n", "- **one**\n- [two](https://example.org)\n"),
        Slip("1.Open\n2.Close\n", "1. Open\n2. Close\n"), Slip("1)Open\n2)Close\n", "1) Open\n2) Close\n"),
        Slip("1. Open\n2.Close\n", "1. Open\n2. Close\n"), Slip("- [x]text\n", "- [x] text\n"),
        Slip("- [ ]**text**\n", "- [ ] **text**\n"),
        Slip("* [X]Dŵr\n", "* [x] Dŵr\n"),
        Slip("- [] text\n", "- [ ] text\n"),
        Slip("- [ x ] text\n", "- [x] text\n"), Slip("-[ ] text\n", "- [ ] text\n"),
        Slip("-[x]text\n", "- [x] text\n"), Slip("-h FILE\n-v\n", nil),
    ])
    func `a missing space is reported, and put in where it is sure`(slip: Slip) {
        let outcome = slip.outcome
        #expect(outcome.codes == ["missing-space"])
        #expect(outcome.fixed == slip.fixed)
        if let fixed = slip.fixed { #expect(Rendering(fixed).codes.isEmpty) }
    }

    @Test(arguments: [
        "\\##Heading\n", "`##x`\n", "    ##x\n", "```\n-a\n-b\n##x\n1.a\n2.b\n```\n", "<!--\n##x\n-a\n-b\n-->\n",
        "#agile #lean\n", "#agile\n", "- #team-web on Slack\n", "#!/bin/sh\n", "\\-a\n\\-b\n", "\\*a\n", "1\\.a\n",
        "*an emphasis\nover two lines*\n", "> It was great.\n\n-Jo\n", "-5 degrees\n-3 degrees\n", "1.5 million\n",
        "2.x is out, as are\n1.N and 1.a\n",
        "--\n",
        "-> next\n",
        "**bold** words\n",
        "+1 from me\n",
        "- [x](https://a.example)\n",
        "- [x] text\n", "1.md is first\n", "*** a\n", "####### seven\n",
    ])
    func `what is meant literally is not reported`(source: String) {
        #expect(Rendering(source).codes.isEmpty)
    }

    @Test(arguments: [
        Slip("| a | b |\n|---|\n| 1 | 2 |\n", "| a | b |\n| --- | --- |\n| 1 | 2 |\n"),
        Slip("a | b | c\n:--|--:\n1 | 2 | 3\n", "a | b | c\n| :--- | ---: | --- |\n1 | 2 | 3\n"),
        Slip("a | b\n---\n1 | 2\n", "a | b\n| --- | --- |\n1 | 2\n"),
        Slip("| a | b |\n| 1 | 2 |\n", "| a | b |\n| --- | --- |\n| 1 | 2 |\n"),
        Slip("| a | b |\r\n| 1 | 2 |\r\n", "| a | b |\r\n| --- | --- |\r\n| 1 | 2 |\r\n"),
        Slip("- | a | b |\n  | 1 | 2 |\n", "- | a | b |\n  | --- | --- |\n  | 1 | 2 |\n"),
        Slip("| a | b |\n\n|---|---|\n| 1 | 2 |\n", "| a | b |\n|---|---|\n| 1 | 2 |\n"),
        Slip("| Enw | Dŵr |\n| — | — |\n| a | b |\n", "| Enw | Dŵr |\n| --- | --- |\n| a | b |\n"),
        Slip("| a | b |\n|===|===|\n| 1 | 2 |\n", "| a | b |\n| --- | --- |\n| 1 | 2 |\n"),
        Slip("> | a | b |\n> |---|\n> | 1 | 2 |\n", "> | a | b |\n> | --- | --- |\n> | 1 | 2 |\n"),
        Slip("| a | b |\n|---|---|---|\n| 1 | 2 | 3 |\n", nil), Slip("|---|---|\n| a | b |\n| 1 | 2 |\n", nil),
        Slip("| اسم | يوم |\n|---|\n| a | b |\n", "| اسم | يوم |\n| --- | --- |\n| a | b |\n"),
    ])
    func `text that only looks like a table is reported, with its line of hyphens`(slip: Slip) {
        let outcome = slip.outcome
        #expect(outcome.codes == ["broken-table"])
        #expect(outcome.fixed == slip.fixed)
        guard let fixed = slip.fixed else { return }
        #expect(Rendering(fixed).codes.isEmpty)
        #expect(html(fixed).contains("<table>"))
    }

    @Test(arguments: [
        "| A verse,\n| and one more\n",
        "a | b\n---\n\n1 | 2\n",
        "Docs | Site\n---\nText.\n",
        "| a |\n",
        "x | y\nz | w\n",
        "```\n| a | b |\n| 1 | 2 |\n```\n", "\\| a | b |\n| 1 | 2 |\n", "| a | b |\n|---|---|\n| 1 | 2 |\n",
    ])
    func `other bars are not a table`(source: String) {
        #expect(Rendering(source).codes.isEmpty)
    }

    @Test(arguments: [
        Slip("**Note:**text\n", "**Note:** text\n"),
        Slip("**Sylw:**testun a **Dau.**tri\n", "**Sylw:** testun a **Dau.** tri\n"),
        Slip("**注意：**文字\n", "**注意**：文字\n"),
        Slip("**ملاحظة:**نص\n", "**ملاحظة:** نص\n"),
        Slip("**Note **text\n", "**Note** text\n"),
        Slip("**Note: **\n", "**Note:**\n"),
        Slip("a** Note** b\n", "a **Note** b\n"),
        Slip("** Note **\n", "**Note**\n"), Slip("**\"Agile\"**s\n", "<strong>\"Agile\"</strong>s\n"),
        Slip("a**(b)**c\n", "a<strong>(b)</strong>c\n"), Slip("*Note:*text\n", "*Note:* text\n"),
        Slip("- **Demo **[a](https://example.org)\n", "- **Demo** [a](https://example.org)\n"),
    ])
    func `stars that set nothing off are reported, and put right`(slip: Slip) {
        let outcome = slip.outcome
        #expect(outcome.codes == ["broken-emphasis"])
        #expect(outcome.fixed == slip.fixed)
        #expect(Rendering(slip.fixed ?? "").codes.isEmpty)
    }

    @Test(arguments: [
        "2 ** 3 ** 4\n",
        "5 * 3 * 2\n",
        "`**Note:**text`\n",
        "\\**Note:**text\n",
        "f(**kwargs, **args)\n",
        "**a** b **c:** d\n",
        "src/**/*.swift and **/x\n", "5*3*2\n", "**open words\n",
    ])
    func `other stars are signs`(source: String) {
        #expect(Rendering(source).codes.isEmpty)
    }

    @Test func `of many on a page the first are reported`() {
        let page = Rendering(String(repeating: "**Note:**text\n\n", count: 60))
        #expect(page.codes.count == 21)
        let all = Slip(page.source, String(repeating: "**Note:** text\n\n", count: 60))
        #expect(all.outcome.fixed == all.fixed)
    }

    @Test func `thousands of lines take linear time`() {
        for line in [
            "-a\n*b\n", "-a\n\n", "|--|\n", "| a |\n|-\n", ": a\n", "**a **b\n", "{.a\n", "[^a b\n", "==a\n", ":::a\n",
        ] {
            _ = Rendering(String(repeating: line, count: 4_000))
        }
    }
}
