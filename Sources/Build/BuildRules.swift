internal import Content
public import Diagnostics
internal import Disk
internal import Markdown
internal import Site
internal import Traps

/// Every rule that a handbook is checked against, from reading a folder to links between pages.
public enum BuildRules {
    package static let missingSettings = Rule(
        "missing-settings", .error, "A handbook has a `site.yaml` that says at least its title.", bad: [:],
        good: ["site.yaml": "title: T\n"])

    package static let themeName = Rule(
        "bad-theme", .error,
        "The `theme` in `site.yaml` is `default` or the name of a folder in `themes/`. The name has only lower-case "
            + "letters, digits and hyphens.",
        bad: ["site.yaml": "title: T\ntheme: ../elsewhere\n"], good: ["site.yaml": "title: T\ntheme: default\n"])

    package static let themeMissing = Rule(
        "missing-theme", .error,
        "The folder of the theme that `site.yaml` names is in `themes/`, beside the content.", bad: [:],
        good: ["site.yaml": "title: T\ntheme: default\n"])

    static let languageWithoutWords = Rule(
        "language-without-words", .note,
        "The theme has texts in each language of the site. Those of a language that it does not have are shown in the "
            + "site's first language, or in English.",
        bad: [:], good: ["site.yaml": "title: T\nlanguages: [en, cy]\n"])

    static let logoMissing = Rule(
        "logo-missing", .error,
        "The logo is a picture of the content folder, or a file in `assets/` of the theme.",
        bad: [:], good: ["site.yaml": "title: T\n"])

    static let themePicture = Rule(
        "theme-picture", .warning,
        "The theme's picture for links, `assets/link-preview.png`, and a logo of the theme are pictures that can be "
            + "shown.",
        bad: [:], good: ["site.yaml": "title: T\n"])

    static let contrast = Rule(
        "colour-contrast", .warning,
        "The colours of `site.yaml` are far enough from what is beside them that people with weak sight can read (WCAG "
            + "2.2: 4.5 to 1 for text, 3 to 1 for the edge of a button), on a light page and on a dark one.",
        bad: [:], good: ["site.yaml": "title: T\ncolours:\n  accent: \"#1d70b8\"\n"])

    package static let nobodyCanSend = Rule(
        "nobody-can-send", .note,
        "`site.yaml` has a `contact` or a `repository`, so that people can send what they write in the form of the "
            + "site.",
        bad: ["site.yaml": "title: T\n"], good: ["site.yaml": "title: T\ncontact: communities@example.gov\n"])

    package static let textFileName = Rule(
        "text-file-name", .error, "The name of a page ends in `.md`, and not in `.txt` or in nothing.",
        bad: ["communities/a.md.txt": "---\nname: A\nsummary: B.\n---\n"],
        good: [
            "communities/a.md": "---\nname: A\nsummary: B.\n---\n", "resources/times.txt": "Tuesday: 10:00\n",
        ])

    /// About `site.yaml` and what it names.
    package static let ofSettings = [
        missingSettings, themeName, themeMissing, languageWithoutWords, logoMissing, themePicture, contrast,
        nobodyCanSend,
    ]

    public static let all: [Rule] =
        DiskRules.all + [textFileName] + ofSettings + PictureRules.all
        + YAMLRules.all + ContentRules.all
        + MarkdownRules.all + SiteRules.all
}
