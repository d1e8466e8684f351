public import Diagnostics

/// What a project's theme is checked against when it is loaded. The examples are files of a theme.
public enum ThemeRules {
    public static let all = [
        encoding, manifest, version, noManifest, nesting, repeatedList, syntax, variable, partial, transform, unescaped,
        escapedTwice, notText, word, missingWord, unreviewed, wordForm, valueLeftOut, unusedWord,
        unusedFile, asset, unusedToken, otherHost, styleImport, brokenStyle, unusedFont, svgSize, iconShape,
        unsafePlace, defaultChanged,
    ]

    static let encoding = Rule(
        "theme-not-utf8", .error, "Templates, styles, scripts and words of a theme are UTF-8 text.",
        bad: sound.merging(["i18n/en.yaml": "search: Find «FF»\n"]) { $1 },
        good: sound.merging(["i18n/en.yaml": "search: Find\n"]) { $1 })

    static let manifest = Rule(
        "theme-yaml", .error,
        "`theme.yaml` has the keys `name`, `extends` (`default`), `folkmoot` (the versions that the theme works with) "
            + "and `fields` (keys of your own that it shows).",
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

    static let repeatedList = Rule(
        "repeated-list", .error,
        "A template repeats a list within itself at most once, and within other lists that do not have it at most "
            + "twice. Otherwise a page would have millions of lines.",
        bad: with("{{#groups}}{{#groups}}{{#groups}}{{heading}}{{/groups}}{{/groups}}{{/groups}}"),
        good: with("{{#groups}}{{heading}}{{#groups}}{{heading}}{{/groups}}{{/groups}}"))

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

    static let unreviewed = Rule(
        "unreviewed-words", .note,
        "Somebody who speaks the language every day has read each text. `unreviewed` in a file of words lists the keys "
            + "of those that nobody has read; `unreviewed: true` means all of the file.",
        bad: sound.merging(["i18n/en.yaml": "search: Find\nunreviewed: [search]\n"]) { $1 },
        good: sound.merging(["i18n/en.yaml": "search: Find\nunreviewed: false\n"]) { $1 })

    static let wordForm = Rule(
        "word-form", .error,
        "Each text has the form that it has in English: one text, a list of texts or a group of plural forms.",
        bad: sound.merging(["i18n/en.yaml": "months: [January]\n"]) { $1 },
        good: sound.merging(["i18n/en.yaml": "search: Find\n"]) { $1 })

    static let valueLeftOut = Rule(
        "value-left-out", .warning,
        "Each text has the values in braces that it has in English, so that readers see them. A plural form "
            + "that is for a single number needs no `{n}`.",
        bad: sound.merging(["i18n/en.yaml": "search_found: Pages\n"]) { $1 },
        good: sound.merging(["i18n/en.yaml": "search_found: \"Pages: {n}\"\n"]) { $1 })

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
        good: sound.merging(["tokens.css": "a { background: url(assets/flag.svg) }", "assets/flag.svg": drawn]) {
            $1
        })

    static let unusedToken = Rule(
        "unused-token", .warning, "A custom property that a theme sets is used by a style.",
        bad: sound.merging(["tokens.css": ":root { --acent: #1d70b8; }"]) { $1 },
        good: sound.merging(["tokens.css": ":root { --accent: #1d70b8; }"]) { $1 })

    static let otherHost = Rule(
        "other-host", .error,
        "Pages ask no other host for anything: what a theme shows is in its own files.",
        bad: with("<img src=\"https://example.com/seal.svg\" alt=\"\">"),
        good: with("<img src=\"{{asset.seal.svg}}\" alt=\"\">").merging(["assets/seal.svg": drawn]) { $1 })

    static let styleImport = Rule(
        "style-import", .error, "Styles do not import others: all styles of a theme become one file.",
        bad: sound.merging(["tokens.css": "@import \"colours.css\";\n"]) { $1 },
        good: sound.merging(["tokens.css": ":root { --accent: #1d70b8; }\n"]) { $1 })

    static let brokenStyle = Rule(
        "broken-style", .error,
        "Every brace, bracket, string and comment of a style sheet is closed. Otherwise browsers leave out what "
            + "follows, in other files too.",
        bad: sound.merging(["tokens.css": "h1 { color: #1d70b8;\n\na { color: #003078; }\n"]) { $1 },
        good: sound.merging(["tokens.css": "h1 { color: #1d70b8; }\n\na { color: #003078; }\n"]) { $1 })

    static let unusedFont = Rule(
        "unused-font", .warning, "A typeface that a style declares with `@font-face` is used by a style.",
        bad: sound.merging(["tokens.css": typeface, "assets/own.woff2": ""]) { $1 },
        good: sound.merging([
            "tokens.css": typeface + ":root { --font: Own, sans-serif; }\n", "assets/own.woff2": "",
        ]) { $1 })

    static let svgSize = Rule(
        "svg-size", .warning, "An SVG picture has a `viewBox`, or a width and a height.",
        bad: sound.merging(["icon.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"]) { $1 },
        good: sound.merging(["icon.svg": drawn]) { $1 })

    static let iconShape = Rule(
        "icon-shape", .warning, "The icon of a site is about as wide as it is high.",
        bad: sound.merging(["icon.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 32\"/>"]) { $1 },
        good: sound.merging(["icon.svg": drawn]) { $1 })

    static let unsafePlace = Rule(
        "unsafe-place", .error,
        "A fact of your own is shown between tags or in quotes, where its words stay words: not as an address, a style "
            + "or a script.",
        bad: own("<a href=\"{{x.site}}\">A</a>"), good: own("{{#x.site_list}}{{{link}}}{{/x.site_list}}"))

    static let defaultChanged = Rule(
        "default-changed", .note,
        "A file that began as one of the default theme is compared with it again when that changes.",
        bad: with("{{! Begun from pages/list.mustache of folkmoot 0.1.0 (0123456789abcdef) }}\n{{> page-head}}\n"),
        good: with("{{> page-head}}\n"))

    /// A theme with a fact of its own that shadows the template of resources.
    private static func own(_ template: String) -> [String: String] {
        [
            "theme.yaml": sound["theme.yaml"]! + "fields:\n  x_site: Where more is written.\n",
            "pages/resource.mustache": template,
        ]
    }

    /// A picture that says its size.
    private static let drawn = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"/>"
    private static let typeface = "@font-face { font-family: Own; src: url(assets/own.woff2); }\n"

    private static let sound = ["theme.yaml": "name: mine\nextends: default\nfolkmoot: \">=0.1, <99\"\n"]

    /// A theme that shadows the template of lists.
    private static func with(_ template: String) -> [String: String] {
        sound.merging(["pages/list.mustache": template]) { $1 }
    }
}
