public import Diagnostics

/// Rules for front matter and file names that need no other file.
public enum ContentRules {
    public static let all = [
        notUTF8, unclosedFrontMatter, badFileName, missingKey, unknownKey, misplacedKey, wrongType, unknownValue,
        badDate, badURL, tooLong,
        flowComma, ambiguousInterval, factInTranslation, noTitle, twoTitles, controlCharacter, languageTwice,
        unknownLanguage, languageOfText, textLanguage, badPin, withheld, placeholder,
    ]

    static let placeholder = Rule(
        "placeholder", .warning, "What an example has in the place of a text, such as `<your name>`, is filled in.",
        bad: ["resources/a.md": "---\ntitle: A\nsummary: <one sentence>\n---\n"],
        good: ["resources/a.md": "---\ntitle: A\nsummary: How we plan.\n---\n"])

    static let withheld = Rule(
        "withheld", .error, "A page is held back by `draft`, `publish_on` or `expires_on`, and by no other key.",
        bad: ["resources/a.md": "---\ntitle: A\npublished: false\n---\n"],
        good: ["resources/a.md": "---\ntitle: A\ndraft: true\n---\n"])

    static let badPin = Rule(
        "bad-pin", .warning,
        "`map.yaml` says where communities are on the map: an id, and how far it is from the left and from the top.",
        bad: ["map.yaml": "example-people: middle\n"], good: ["map.yaml": "example-people: [412.5, 96]\n"])

    static let twoTitles = Rule(
        "two-titles", .warning, "A heading of level 1 that opens a text repeats the title of the page.",
        bad: ["resources/a.md": "---\ntitle: A\n---\n\n# What we spent\n"],
        good: ["resources/a.md": "---\ntitle: A\n---\n\n# A\n"])

    static let notUTF8 = Rule(
        "not-utf8", .error, "Files are UTF-8 text.",
        bad: ["resources/a.md": "---\ntitle: A\n---\n\n«FF»"], good: ["resources/a.md": "---\ntitle: Ä\n---\n"])

    static let unclosedFrontMatter = Rule(
        "front-matter-unclosed", .error, "Front matter starts and ends with a line of three hyphens.",
        bad: ["resources/a.md": "---\ntitle: A\n\nText.\n"], good: ["resources/a.md": "---\ntitle: A\n---\n\nText.\n"])

    package static let badFileName = Rule(
        "bad-file-name", .error,
        "The names of communities, people, terms, events and write-ups are lower-case letters, digits and hyphens.",
        bad: ["events/My Event.md": "---\ntitle: A\nstarts: 2026-05-01\n---\n"],
        good: [
            "events/my-event.md": "---\ntitle: A\nstarts: 2026-05-01\n---\n",
            "resources/My_Page.md": "---\ntitle: A\n---\n",
        ])

    static let missingKey = Rule(
        "missing-key", .error, "Every kind of entry has a few keys that it cannot do without.",
        bad: ["resources/a.md": "---\nkind: guide\n---\n"],
        good: ["resources/a.md": "---\ntitle: A\nkind: guide\n---\n"])

    static let unknownKey = Rule(
        "unknown-key", .warning, "An unknown key is left out; keys that start with `x_` are free.",
        bad: ["resources/a.md": "---\ntitle: A\nsumary: Short.\n---\n"],
        good: ["resources/a.md": "---\ntitle: A\nsummary: Short.\nx_colour: red\n---\n"])

    static let misplacedKey = Rule(
        "misplaced-key", .error, "A key is indented as far as the other keys of its group.",
        bad: ["communities/a.md": "---\nname: A\nsummary: B.\ncharter:\n  purpose: C.\nagreed: 2026-01-15\n---\n"],
        good: ["communities/a.md": "---\nname: A\nsummary: B.\ncharter:\n  purpose: C.\n  agreed: 2026-01-15\n---\n"])

    static let wrongType = Rule(
        "wrong-type", .error, "A value is of the type that its key takes.",
        bad: ["resources/a.md": "---\ntitle: A\norder: first\n---\n"],
        good: ["resources/a.md": "---\ntitle: A\norder: 1\n---\n"])

    static let unknownValue = Rule(
        "unknown-value", .error, "Where a key takes one of a few values, it is one of these.",
        bad: ["resources/a.md": "---\ntitle: A\nkind: giude\n---\n"],
        good: ["resources/a.md": "---\ntitle: A\nkind: guide\n---\n"])

    package static let badDate = Rule(
        "bad-date", .error, "A date is written year first: `2026-03-12`.",
        bad: ["resources/a.md": "---\ntitle: A\nreviewed: 12/02/2026\n---\n"],
        good: ["resources/a.md": "---\ntitle: A\nreviewed: 2026-02-12\n---\n"])

    static let badURL = Rule(
        "bad-url", .error, "An address starts with `https://`, `http://`, `mailto:` or `tel:`.",
        bad: ["resources/a.md": "---\ntitle: A\nurl: javascript:alert(1)\n---\n"],
        good: ["resources/a.md": "---\ntitle: A\nurl: https://example.gov/\n---\n"])

    static let tooLong = Rule(
        "text-too-long", .warning, "Titles and summaries have at most 200 characters.",
        bad: ["resources/a.md": "---\ntitle: A\nsummary: \(String(repeating: "long ", count: 50))\n---\n"],
        good: ["resources/a.md": "---\ntitle: A\nsummary: Short.\n---\n"])

    static let flowComma = Rule(
        "yaml-braces", .error, "Inside `{…}` a comma or colon starts a new key, unless it is in quotes.",
        bad: ["communities/a.md": "---\nname: A\nsummary: B.\nmember_count: {count: 1,997}\n---\n"],
        good: ["communities/a.md": "---\nname: A\nsummary: B.\nmember_count: {count: \"1,997\"}\n---\n"])

    static let ambiguousInterval = Rule(
        "ambiguous-interval", .error, "`every` says exactly how often: `2 weeks`, not `biweekly`.",
        bad: ["events/a.md": "---\ntitle: A\nrepeats:\n  every: biweekly\n---\n"],
        good: ["events/a.md": "---\ntitle: A\nrepeats:\n  every: 2 weeks\n---\n"])

    static let factInTranslation = Rule(
        "fact-in-translation", .error, "A translation holds texts only; facts are written once, in the original.",
        bad: [
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "resources/a.md": "---\ntitle: A\n---\n",
            "resources/a.cy.md": "---\ntitle: B\nkind: guide\n---\n",
        ],
        good: [
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "resources/a.md": "---\ntitle: A\nkind: guide\n---\n",
            "resources/a.cy.md": "---\ntitle: B\n---\n",
        ])

    static let controlCharacter = Rule(
        "control-character", .warning, "Text holds no control characters.",
        bad: ["resources/a.md": "---\ntitle: A\n---\n\nOne\u{1}two.\n"],
        good: ["resources/a.md": "---\ntitle: A\n---\n\nOne\ttwo.\r\n"])

    static let languageTwice = Rule(
        "language-twice", .warning, "A language is listed once.",
        bad: ["site.yaml": "title: T\nlanguages: [en, cy, en]\n"],
        good: ["site.yaml": "title: T\nlanguages: [en, cy]\n"])

    static let unknownLanguage = Rule(
        "unknown-language", .warning, "A language is named by its code.",
        bad: ["resources/a.md": "---\ntitle: A\nlang: cz\n---\n"],
        good: ["resources/a.md": "---\ntitle: A\nlang: cs\n---\n"])

    static let languageOfText = Rule(
        "language-of-text", .warning, "A page says which language it is written in.",
        bad: ["resources/a.md": "---\ntitle: A\n---\n\n\(french)\n"],
        good: ["resources/a.md": "---\ntitle: A\nlang: fr\n---\n\n\(french)\n"])

    static let textLanguage = Rule(
        "text-language", .warning, "A text that is written once for each language is in the languages of the site.",
        bad: ["site.yaml": "title: T\nlanguages: [en, cy]\nsummary: {en: Ours, fr: Le nôtre}\n"],
        good: ["site.yaml": "title: T\nlanguages: [en, cy]\nsummary: {en: Ours, cy: Ein un ni}\n"])

    private static let french =
        "Les membres de la communauté se retrouvent une fois par mois pour parler de ce qui marche et de ce qui ne "
        + "marche pas dans leur travail. Chacun peut proposer un sujet, et personne ne prend la parole plus de cinq "
        + "minutes. Les notes sont publiées dans la semaine qui suit."

    static let noTitle = Rule(
        "no-title", .warning, "A page has a title in its front matter, or starts with a heading.",
        bad: ["about.md": "Some text.\n"], good: ["about.md": "# About\n\nSome text.\n"])
}
