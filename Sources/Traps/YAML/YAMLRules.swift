package import Diagnostics

/// What YAML itself asks of front matter and settings.
package enum YAMLRules {
    package static let all = [
        syntax, tab, pasted, invisible, curlyQuotes, colonInValue, missingSpace, duplicateKey, notUsed, lostComment,
        tooLarge,
    ]

    package static let syntax = Rule(
        "yaml-syntax", .error,
        "Front matter is YAML: `key: value`, lists with `- `, text with special characters in quotes.",
        bad: ["resources/a.md": "---\ntitle: [A\n---\n"],
        good: ["resources/a.md": "---\ntitle: \"[A\"\n---\n"])

    package static let tab = Rule(
        "yaml-tab", .error, "Lines are indented with spaces, never with tabs.",
        bad: ["resources/a.md": "---\ntitle: A\ntopics:\n\t- agile\n---\n"],
        good: ["resources/a.md": "---\ntitle: A\ntopics:\n  - agile\n---\n"])

    package static let pasted = Rule(
        "yaml-pasted", .error,
        "Spaces, hyphens, colons and quotes of YAML are those of the keyboard, not those of a word processor.",
        bad: ["resources/a.md": "---\ntitle: A\ntopics:\n  • agile\n---\n"],
        good: ["resources/a.md": "---\ntitle: A\ntopics:\n  - agile\n---\n"])

    package static let invisible = Rule(
        "yaml-invisible", .warning,
        "Values hold no invisible characters, and no special spaces are at the ends of keys and values.",
        bad: ["resources/a.md": "---\ntitle: Hand\u{200B}book\n---\n"],
        good: ["resources/a.md": "---\ntitle: Handbook\nsummary: Dix\u{A0}heures\n---\n"])

    package static let curlyQuotes = Rule(
        "curly-quotes", .warning, "Quotes around a value are straight: curly ones are read as part of it.",
        bad: ["resources/a.md": "---\ntitle: “Handbook”\n---\n"],
        good: ["resources/a.md": "---\ntitle: \"Handbook\"\nsummary: '“Handbook”'\n---\n"])

    package static let colonInValue = Rule(
        "yaml-colon", .error, "A value that holds a colon and a space needs quotes around it.",
        bad: ["resources/a.md": "---\ntitle: Lean Coffee: how to\n---\n"],
        good: ["resources/a.md": "---\ntitle: \"Lean Coffee: how to\"\n---\n"])

    package static let missingSpace = Rule(
        "yaml-missing-space", .error, "A colon after a key is followed by a space.",
        bad: ["resources/a.md": "---\ntitle:A\nkind: guide\n---\n"],
        good: ["resources/a.md": "---\ntitle: A\nkind: guide\n---\n"])

    package static let duplicateKey = Rule(
        "duplicate-key", .error, "A key appears once in its group.",
        bad: ["resources/a.md": "---\ntitle: A\nkind: guide\ntitle: B\n---\n"],
        good: ["resources/a.md": "---\ntitle: A\nkind: guide\n---\n"])

    package static let notUsed = Rule(
        "yaml-not-used", .error, "Anchors, aliases, tags and keys that are lists are not used here.",
        bad: ["resources/a.md": "---\ntitle: &a A\n---\n"],
        good: ["resources/a.md": "---\ntitle: \"&a A\"\n---\n"])

    package static let lostComment = Rule(
        "yaml-comment", .warning, "Text after ` #` is a comment; a value that holds ` #` needs quotes.",
        bad: ["resources/a.md": "---\ntitle: Coffee #3\n---\n"],
        good: ["resources/a.md": "---\ntitle: \"Coffee #3\" # a comment\n---\n"])

    package static let tooLarge = Rule(
        "yaml-too-large", .error, "Front matter is at most 1 MiB long and 40 levels deep.",
        bad: ["resources/a.md": "---\ntitle: " + String(repeating: "[", count: 60) + "\n---\n"],
        good: ["resources/a.md": "---\ntitle: A\n---\n"])
}
