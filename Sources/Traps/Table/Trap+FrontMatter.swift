extension Trap {
    private static let spaces = "Traps/YAML/PastedLine+Fixed.swift"
    private static let signs = "Traps/YAML/PastedLine+Problems.swift"
    private static let lines = "Traps/YAML/YAMLTrap.swift"
    private static let structure = "Traps/YAML/YAMLTrap+Structure.swift"
    private static let values = "Traps/YAML/YAMLTrap+Values.swift"
    private static let fences = "Traps/FrontMatter/FenceTrap.swift"

    static let inFrontMatter: [Trap] =
        fencesAround + formsOfPrograms + keysThatHoldBack + signsOfPrograms + signsOfYAML + linesThatDoNotFit

    private static let fencesAround: [Trap] = [
        Trap(
            "an empty line above front matter", .mail, "resources/a.md", "\n---\ntitle: A\n---\n",
            "front-matter-unclosed", says: "Remove what is above the first line of three hyphens.", in: fences),
        Trap(
            "lines of a message above front matter", .mail, "resources/a.md",
            "From: Jo\nSubject: Our page\n\n---\ntitle: A\n---\n", "front-matter-unclosed",
            says: "3 lines are above it", in: fences),
        Trap(
            "a file that is quoted", .mail, "resources/a.md", "> ---\n> title: A\n> ---\n", "front-matter-unclosed",
            says: "Remove `>` and the space after it", in: fences),
        Trap(
            "hyphens made into a dash above the keys", .word, "resources/a.md", "—\ntitle: A\n---\n",
            "front-matter-unclosed", says: "Write three hyphens in its place", in: fences),
        Trap(
            "hyphens made into a dash below the keys", .word, "resources/a.md", "---\ntitle: A\n—\n\nText.\n",
            "front-matter-unclosed", says: "Write three hyphens in its place", in: fences),
        Trap(
            "keys without hyphens above them", .chat, "resources/a.md", "title: A\nkind: guide\n",
            "front-matter-unclosed", says: "Put this line above the first key", in: fences),
        Trap(
            "a remark after the hyphens", .editor, "resources/a.md", "--- # our page\ntitle: A\n---\n",
            "front-matter-unclosed", says: "nothing after them", in: fences),
        Trap(
            "front matter within a block of code", .chat, "resources/a.md", "```yaml\ntitle: A\ndraft: true\n```\n",
            "front-matter-unclosed", says: "a block of code that holds keys",
            in: "Traps/FrontMatter/WrappedFrontMatter.swift"),
        Trap(
            "front matter within a comment", .editor, "resources/a.md", "<!--\ntitle: A\ndraft: true\n-->\n",
            "front-matter-unclosed", says: "a comment that holds keys",
            in: "Traps/FrontMatter/WrappedFrontMatter.swift"),
        Trap(
            "a title above front matter", .editor, "resources/a.md", "# A\n\n---\nlayout: post\ndraft: true\n---\n",
            "front-matter-unclosed", says: "2 lines are above it", in: fences),
        Trap(
            "a zero-width space before the hyphens", .web, "resources/a.md",
            "\u{200B}---\ntitle: A\ndraft: true\n---\n",
            "front-matter-unclosed", says: "Write three hyphens in its place", in: fences),
        Trap(
            "the first key after the hyphens", .chat, "resources/a.md", "--- title: A\ndraft: true\n---\n",
            "front-matter-unclosed", says: "---\ntitle: A", in: fences),
        Trap(
            "line ends of an old Mac", .editor, "resources/a.md", "---\rtitle: A\rdraft: true\r---\r",
            "front-matter-unclosed", says: "CR alone", in: fences),
        Trap(
            "a second front matter", .generator, "resources/a.md", "---\ntitle: A\n---\n\n---\ndraft: true\n---\n",
            "front-matter-unclosed", says: "A second front matter", in: "Traps/FrontMatter/SecondFrontMatter.swift"),
        Trap(
            "no hyphens below the keys", .editor, "resources/a.md", "---\ntitle: A\n\nText.\n",
            "front-matter-unclosed", says: "Put a line of three hyphens below the last of them", in: fences),
    ]

    private static let formsOfPrograms: [Trap] = [
        ("TOML of Hugo", "+++\ntitle = \"A\"\ndraft = true\n+++\nText.\n", "TOML"),
        ("TOML below an empty line", "\n+++\ndraft = true\n+++\nText.\n", "TOML"),
        ("JSON", "{ \"draft\": true }\n\nText.\n", "JSON"),
        ("JSON on lines of its own", "{\n  \"draft\": true\n}\nText.\n", "JSON"),
        ("JSON between semicolons", ";;;\n\"draft\": true\n;;;\nText.\n", "JSON"),
        ("the name of a form after the hyphens", "---toml\ndraft = true\n---\nText.\n", "`---toml`"),
        ("keywords of Org mode", "#+title: A\n#+draft: true\n\nText.\n", "Org mode"),
        ("lines of MultiMarkdown", "Title: A\nStatus: draft\n\nText.\n", "keys without a line of three hyphens"),
    ].map { name, example, says in
        Trap(
            name, .generator, "resources/a.md", example, "front-matter-unclosed", says: says,
            in: "Traps/FrontMatter/OtherFrontMatter.swift")
    }

    private static let keysThatHoldBack: [Trap] = [
        ("a page that Jekyll does not publish", "published: false", "draft: true"),
        ("a note that Obsidian does not publish", "publish: false", "draft: true"),
        ("the last day of Hugo", "expiryDate: 2020-01-01", "expires_on: 2020-01-01"),
        ("the first day of Hugo", "publishDate: 2030-01-01", "publish_on: 2030-01-01"),
        ("a page that Hugo does not render", "build:\n  render: never", "draft: true"),
        ("a page that Docusaurus does not list", "unlisted: true", "draft: true"),
        ("the state of a post of WordPress", "status: private", "draft: true"),
        ("a page that MkDocs does not search", "search:\n  exclude: true", "draft: true"),
        ("a key in the spelling of a program", "publishOn: 2030-01-01", "publish_on: 2030-01-01"),
        ("a post with a password", "password: tea", "draft: true"),
        ("a marking of a government", "classification: OFFICIAL-SENSITIVE", "draft: true"),
        ("a draft in another language", "brouillon: oui", "draft: true"),
        ("a slip of the pen", "drfat: true", "draft: true"),
    ].map { name, lines, says in
        .yaml(name, .generator, lines, "withheld", says: says, in: "Traps/FrontMatter/WithholdingKey.swift")
    }

    private static let signsOfPrograms: [Trap] = [
        .yaml("a bullet", .docs, "topics:\n  • agile", "yaml-pasted", says: "  - agile", in: signs),
        .yaml(
            "a bullet of the font Symbol", .word, "topics:\n  \u{F0B7}\tagile", "yaml-pasted",
            says: "A bullet from Word", in: signs),
        .yaml("a hyphen made into a dash", .outlook, "topics:\n  – agile", "yaml-pasted", says: "  - agile", in: signs),
        .yaml(
            "an indent of non-breaking spaces", .web, "topics:\n\u{A0}\u{A0}- agile", "yaml-pasted", says: "  - agile",
            in: signs),
        .yaml(
            "a non-breaking space after a hyphen", .web, "topics:\n  -\u{A0}agile", "yaml-pasted", says: "  - agile",
            in: signs),
        .yaml("a colon of full width", .phone, "licence：CC0", "yaml-pasted", says: "licence: CC0", in: signs),
        .yaml("quotes around a key", .word, "“licence”: CC0", "yaml-pasted", says: "licence: CC0", in: signs),
        .yaml(
            "a zero-width space in a key", .web, "lic\u{200B}ence: CC0", "yaml-pasted",
            says: "licence: CC0", in: signs),
        .yaml(
            "a byte-order mark from the top of another file", .editor, "\u{FEFF}licence: CC0", "yaml-pasted",
            says: "licence: CC0", in: signs),
        .yaml(
            "curly quotes around a colon", .word, "summary: “Coffee: how to”", "yaml-pasted",
            says: "summary: \"Coffee: how to\"", in: signs),
        .yaml(
            "curly quotes around a comma in a list", .word, "topics: [“agile”, “lean, coffee”]", "yaml-pasted",
            says: "topics: [\"agile\", \"lean, coffee\"]", in: signs),
        .yaml("curly quotes", .word, "summary: “How to”", "curly-quotes", says: "summary: \"How to\"", in: spaces),
        .yaml(
            "quotes of another language", .docs, "summary: „So geht es“", "curly-quotes",
            says: "summary: \"So geht es\"", in: spaces),
        .yaml(
            "curly quotes in a list", .docs, "topics: [“agile”, “lean”]", "curly-quotes",
            says: "topics: [\"agile\", \"lean\"]", in: spaces),
        .yaml(
            "a curly quote that closes a straight one", .phone, "summary: \"How to”", "yaml-pasted",
            says: "summary: \"How to\"", in: lines),
        .yaml(
            "a non-breaking space before a colon", .word, "summary\u{A0}: Un guide", "yaml-invisible",
            says: "summary: Un guide", in: spaces),
        .yaml(
            "a non-breaking space after a colon", .web, "summary:\u{A0}How to", "yaml-invisible",
            says: "summary: How to", in: spaces),
        .yaml(
            "a non-breaking space at the end", .web, "summary: How to\u{A0}", "yaml-invisible", says: "summary: How to",
            in: spaces),
        .yaml(
            "a non-breaking space before an item", .web, "topics:\n  - \u{A0}agile", "yaml-invisible",
            says: "  - agile", in: spaces),
        .yaml(
            "a line that only looks empty", .outlook, "kind: guide\n\u{A0}\nlicence: CC0", "yaml-invisible",
            says: "Delete the line", in: spaces),
        .yaml(
            "a soft hyphen in a value", .web, "summary: A hand\u{AD}book", "yaml-invisible",
            says: "summary: A handbook",
            in: spaces),
        .yaml(
            "a tab after a hyphen", .word, "topics:\n-\tagile", "yaml-tab",
            says: "Put a space in its place", in: "Traps/YAML/TabbedYAML.swift"),
        .yaml(
            "an indent of tabs", .spreadsheet, "topics:\n\t- agile\n\t- lean", "yaml-tab",
            says: "  - agile\n  - lean", in: "Traps/YAML/TabbedYAML.swift"),
        .yaml(
            "a line separator", .docs, "summary: How to\u{2028}begin", "yaml-syntax",
            says: "An invisible line separator", in: structure),
        .yaml(
            "a control character in a value", .pdf, "summary: How to\u{C}", "control-character", says: "Delete it",
            in: "Text/ControlBytes.swift"),
    ]

    private static let signsOfYAML: [Trap] = [
        .yaml(
            "a colon in a headline", .web, "summary: Coffee: how to", "yaml-colon",
            says: "summary: \"Coffee: how to\"", in: lines),
        .yaml(
            "a colon in braces", .editor, "x_a: {a: b: c}", "yaml-colon", says: "needs quotes around the text",
            in: values),
        .yaml(
            "a word in quotes at the start of a headline", .web, "summary: \"Agile\" in practice", "yaml-syntax",
            says: "Put quotes around the whole text", in: values),
        .yaml(
            "a bracket of a draft's title", .wiki, "summary: [Draft", "yaml-syntax", says: "never closed", in: lines),
        .yaml("the name of a channel", .chat, "summary: #help", "yaml-comment", says: "\"#help\"", in: values),
        .yaml("a number with its sign", .web, "summary: Coffee #3", "yaml-comment", says: "\"Coffee #3\"", in: values),
        .yaml(
            "channels in brackets", .chat, "topics: [#help, news]", "yaml-syntax",
            says: "Put quotes around each item that contains `#`", in: values),
        .yaml("a name with its sign", .chat, "summary: @jo", "yaml-syntax", says: "summary: \"@jo\"", in: values),
        .yaml(
            "emphasis", .wiki, "summary: *Agile* for all", "yaml-not-used", says: "summary: \"*Agile* for all\"",
            in: values),
        .yaml("a list with asterisks", .wiki, "topics:\n  * agile", "yaml-syntax", says: "  - agile", in: values),
        .yaml(
            "two lists beside each other", .editor, "topics: [agile] [lean]", "yaml-syntax",
            says: "topics: [agile, lean]", in: "Traps/YAML/YAMLTrap+SideBySide.swift"),
        .yaml("a list after its key", .wiki, "topics: - agile", "yaml-syntax", says: "A list starts", in: values),
        .yaml(
            "a quotation", .mail, "summary: > We meet", "yaml-syntax", says: "summary: \"> We meet\"", in: values),
        .yaml(
            "the path of a folder of Windows", .word, "summary: \"S:\\Teams\\Help\"", "yaml-syntax",
            says: "Put single quotes", in: values),
    ]

    private static let linesThatDoNotFit: [Trap] = [
        .yaml("no space after a colon", .phone, "licence:CC0", "yaml-missing-space", says: "licence: CC0", in: lines),
        Trap(
            "no space after any colon", .phone, "resources/a.md", "---\ntitle:A\nlicence:CC0\n---\n", "wrong-type",
            says: "title: A\nlicence: CC0", in: "Traps/YAML/YAMLTrap+MissingSpaces.swift"),
        Trap(
            "equals signs after the keys", .editor, "resources/a.md", "---\ntitle = A\nlicence = CC0\n---\n",
            "wrong-type",
            says: "title: A\nlicence: CC0", in: "Traps/YAML/YAMLTrap+MissingSpaces.swift"),
        .yaml(
            "a key in bold", .word, "**licence:** CC0", "yaml-syntax", says: "licence: CC0",
            in: "Traps/YAML/YAMLTrap+MissingSpaces.swift"),
        .yaml(
            "no space after a hyphen", .phone, "topics:\n- agile\n-lean", "yaml-missing-space", says: "- lean",
            in: structure),
        .yaml(
            "a value that a mail program broke off", .mail, "licence:\nhttps://example.org/a/long/path", "yaml-syntax",
            says: "licence: https://example.org/a/long/path", in: structure),
        .yaml(
            "a line that a mail program broke", .mail, "summary: one\ntwo three\nkind: guide", "yaml-syntax",
            says: "This line has no key", in: structure),
        .yaml(
            "a key further in than the others", .mail, " kind: guide", "yaml-syntax", says: "further to the right",
            in: structure),
        .yaml("a colon without a key", .spreadsheet, ": guide", "yaml-syntax", says: "There is no key", in: structure),
        .yaml(
            "a key that two versions of a page had", .wiki, "kind: guide\nkind: guide", "duplicate-key",
            says: "Keep one of the two", in: lines),
        .yaml(
            "the end of a document", .generator, "kind: guide\n...\nlicence: CC0", "yaml-syntax",
            says: "Remove this line", in: structure),
    ]
}
