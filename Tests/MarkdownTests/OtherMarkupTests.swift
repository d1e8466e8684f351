import Diagnostics
import Testing

@testable import Markdown

/// Signs of other programs.
@Suite struct OtherMarkupTests {
    @Test(arguments: [
        Slip("::: note\nText.\n:::\n", "> [!NOTE]\n> Text.\n"),
        Slip(":::tip[Be quick]\n\nA.\n\n- b\n\n:::\n", "> [!TIP] Be quick\n> A.\n>\n> - b\n"),
        Slip("::: {.callout-warning title=\"Poeth\"}\nA.\n:::\nB.\n", "> [!WARNING] Poeth\n> A.\n\nB.\n"),
        Slip(":::{note} Sylw\r\nA.\r\n:::\r\n", "> [!NOTE] Sylw\r\n> A.\r\n"),
        Slip("::: details More\n```\n:::\n```\n:::\n", "> [!NOTE]- More\n> ```\n> :::\n> ```\n"),
        Slip("::: columns\nA.\n:::\n", nil), Slip("- ::: note\n  A.\n  :::\n", nil),
        Slip("=== \"Linux\"\n\n    A.\n", "???+ \"Linux\"\n\n    A.\n"), Slip("=== \"Dim\"\n\nA.\n", nil),
        Slip("```{note}\nText.\n```\n", "> [!NOTE]\n> Text.\n"),
        Slip("```{tip} Sylw\nA.\n\nB.\n```\n", "> [!TIP] Sylw\n> A.\n>\n> B.\n"),
        Slip("```{figure} a.png\n```\n", nil),
        Slip("[TOC]\n\nText.\n", "Text.\n"), Slip("A.\n\n[[_TOC_]]\n", "A.\n\n"),
        Slip("[a](https://example.org){target=_blank} b\n", "[a](https://example.org) b\n"),
        Slip("## H {.unlisted}\n", "## H\n"),
        Slip("Text. {: .lead }\n", "Text.\n"),
        Slip("Text.\n{: .lead }\nMore.\n", "Text.\nMore.\n"),
        Slip("`x`{.python}\n", "`x`\n"), Slip("Text {#id}\n", "Text <a name=\"id\"></a>\n"), Slip("[a]{.small}\n", nil),
        Slip("Term\n: Text\n", nil), Slip("Mudiad\n\n:   Ystyr\n", nil), Slip("مصطلح\n: معنى\n", nil),
        Slip("*[GDS]: Government Digital Service\n", nil),
        Slip("--8<-- \"a.md\"\n", nil),
        Slip("{{< youtube abc >}}\n", nil),
        Slip("{{% notice tip %}}\n\nA.\n\n{{% /notice %}}\n", nil), Slip("{% include \"a.html\" %}\n", nil),
        Slip("{% tabs %}\n\nA.\n\n{% endtabs %}\n", nil), Slip("By {{ page.author }}.\n", nil),
        Slip("[a]({{< ref \"b.md#c\" >}})\n", "[a](b.md#c)\n"),
        Slip("{{ insetText({ text: \"A\" }) }}\n", nil), Slip("[a]({{ \"/b/\" | url }})\n", nil),
        Slip("1. TOC\n{:toc}\n", nil),
        Slip("An ==important== word\n", "An <mark>important</mark> word\n"),
    ])
    func `it is reported, with what to write instead`(slip: Slip) {
        let outcome = slip.outcome
        #expect(outcome.codes == ["other-markup"])
        #expect(outcome.fixed == slip.fixed)
        if let fixed = slip.fixed { #expect(Rendering(fixed).codes.isEmpty) }
    }

    @Test(arguments: [
        "`::: note` and `{.x}` and `{{< x >}}`\n",
        "```\n::: note\n=== \"a\"\n[TOC]\n{{< x >}}\n```\n",
        "<!--\n::: note\n{% x %}\n-->\n",
        "```{r}\nx <- 1\n```\n", "```{.python}\nx = 1\n```\n", "\\::: note\n",
        "\\[TOC]\n",
        "\\{{< x >}}\n",
        "[a](https://example.org)\\{.x}\n",
        "See [TOC].\n",
        "{x}, {1, 2} and {name}\n",
        "a == b and c == d\n", "A ratio of\n1 : 2\n", "[a](https://example.org) {name}\n", "x^{2} {{a}}\n", "- a {b}\n",
        "{{ a + b }} and {{ {1, 2} }}\n",
        "Une ligne qui va jusqu'au bout du champ où l'on écrit, puis se plie\n: ainsi.\n",
        "[a](https://example.org/{.x})\n",
    ])
    func `what is meant literally is not reported`(source: String) {
        #expect(Rendering(source).codes.isEmpty)
    }

    @Test func `a picture keeps its width in HTML`() {
        let page = Rendering("![Y bwrdd](b.png){ width=300px .left }\n")
        #expect(page.rendered.diagnostics.last?.help?.paste == "<img src=\"b.png\" alt=\"Y bwrdd\" width=\"300\">")
    }

    @Test(arguments: [
        ("See [^word].\n", 1), ("Text[^source] and[^ffynhonnell].\n", 2), ("نص[^مصدر]\n", 1), ("Text[^2]\n", 1),
        ("Text^[A footnote in place.] more\n", 1), ("A pattern [^a-z]+ and `[^word]`\n", 0),
        ("\\[^word] and [^x]\n", 0),
        ("Not ^[a-z]\n", 0), ("grep ^[^abc]*\n", 0),
    ])
    func `a footnote that nothing defines is reported`(source: String, count: Int) {
        #expect(Rendering(source).codes == Array(repeating: "footnote", count: count))
    }
}
