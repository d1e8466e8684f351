public import Diagnostics

/// What a project's theme is checked against when it is loaded. The examples are files of a theme.
public enum ThemeRules {
    public static let all = [
        manifest, version, noManifest, nesting, syntax, variable, partial, transform, unescaped, escapedTwice, notText,
        word, missingWord, wordForm, unusedWord,
        unusedFile, asset, unusedToken,
    ]

    static let manifest = Rule(
        "theme-yaml", .error,
        "`theme.yaml` has the keys `name`, `extends` (`default`) and `folkmoot` (the versions that the theme works "
            + "with).",
        bad: sound.merging(["theme.yaml": "name: mine\nextends: other\n"]) { $1 }, good: sound)

    static let version = Rule(
        "theme-version", .error, "A theme is used with the versions of folkmoot that its `theme.yaml` names.",
        bad: ["theme.yaml": "name: mine\nextends: default\nfolkmoot: \">=99\"\n"], good: sound)

    static let noManifest = Rule(
        "theme-yaml-missing", .note, "A theme has a `theme.yaml`, which says what versions of folkmoot it works with.",
        bad: ["tokens.css": ""], good: sound)

    static let nesting = Rule(
        "template-nesting", .error,
        "Templates have names of their own, include one another without going round in circles, and nest at most "
            + "\(TemplateCheck.depth) deep.",
        bad: sound.merging(["components/body/body.mustache": "{{> body}}"]) { $1 }, good: with("{{> body}}"))

    static let syntax = Rule(
        "template-syntax", .error, "Every section of a template is closed, and every tag is of a known form.",
        bad: with("{{#lead}}{{lead}}"), good: with("{{#lead}}{{lead}}{{/lead}}"))

    static let variable = Rule(
        "unknown-variable", .error, "A template uses only names that its page receives.",
        bad: with("{{titel}}"), good: with("{{title}}"))

    static let partial = Rule(
        "unknown-partial", .error, "A template includes only templates that exist.",
        bad: with("{{> page-heed}}"), good: with("{{> page-head}}"))

    static let transform = Rule(
        "unknown-transform", .error, "A transform must be one that exists for such a value.",
        bad: with("{{#chapter_rows}}{{#frist(rows)}}{{{link}}}{{/frist(rows)}}{{/chapter_rows}}"),
        good: with("{{#chapter_rows}}{{#first(rows)}}{{{link}}}{{/first(rows)}}{{/chapter_rows}}"))

    static let unescaped = Rule(
        "unescaped-text", .error, "A text is shown with two braces, so that none of it is read as HTML.",
        bad: with("{{{title}}}"), good: with("{{title}}"))

    static let escapedTwice = Rule(
        "escaped-html", .error, "What is HTML already is shown with three braces.",
        bad: with("<h1{{title_attributes}}></h1>"), good: with("<h1{{{title_attributes}}}></h1>"))

    static let notText = Rule(
        "not-a-text", .error, "What is shown is a single text; lists and groups are opened as sections.",
        bad: with("{{groups}}"), good: with("{{#groups}}{{heading}}{{/groups}}"))

    static let word = Rule(
        "unknown-word", .error, "A template uses only words of the interface that a language has.",
        bad: with("{{t.serch}}"), good: with("{{t.search}}"))

    static let missingWord = Rule(
        "missing-word", .note,
        "Each language of a theme has every text of the interface. One that is missing is shown in the site's first "
            + "language, or in English.",
        bad: sound.merging(["i18n/xx.yaml": "language_name: X\n"]) { $1 },
        good: sound.merging(["i18n/en.yaml": "search: Find\n"]) { $1 })

    static let wordForm = Rule(
        "word-form", .error,
        "Each text has the form that it has in English: one text, a list of texts or a group of plural forms.",
        bad: sound.merging(["i18n/en.yaml": "months: [January]\n"]) { $1 },
        good: sound.merging(["i18n/en.yaml": "search: Find\n"]) { $1 })

    static let unusedWord = Rule(
        "unused-word", .warning, "A theme has only texts that the program or a template asks for.",
        bad: sound.merging(["i18n/en.yaml": "serch: Find\n"]) { $1 },
        good: sound.merging(["i18n/en.yaml": "search: Find\n"]) { $1 })

    static let unusedFile = Rule(
        "unused-file", .warning, "A theme has only files that a page uses.",
        bad: sound.merging(["pages/communty.mustache": ""]) { $1 },
        good: sound.merging(["pages/community.mustache": ""]) { $1 })

    static let asset = Rule(
        "unknown-asset", .error,
        "The pictures and fonts that templates and styles of a theme name are files in its folder `assets/`.",
        bad: sound.merging(["tokens.css": "a { background: url(assets/flag.svg) }"]) { $1 },
        good: sound.merging(["tokens.css": "a { background: url(assets/flag.svg) }", "assets/flag.svg": "<svg/>"]) {
            $1
        })

    static let unusedToken = Rule(
        "unused-token", .warning, "A custom property that a theme sets is used by a style.",
        bad: sound.merging(["tokens.css": ":root { --acent: #1d70b8; }"]) { $1 },
        good: sound.merging(["tokens.css": ":root { --accent: #1d70b8; }"]) { $1 })

    private static let sound = ["theme.yaml": "name: mine\nextends: default\nfolkmoot: \">=0.1, <99\"\n"]

    /// A theme that shadows the template of lists.
    private static func with(_ template: String) -> [String: String] {
        sound.merging(["pages/list.mustache": template]) { $1 }
    }
}
