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
        "The `theme` of `site.yaml` is `default` or the name of a folder below `themes/`: lower-case letters, digits "
            + "and hyphens.",
        bad: ["site.yaml": "title: T\ntheme: ../elsewhere\n"], good: ["site.yaml": "title: T\ntheme: default\n"])

    package static let themeMissing = Rule(
        "missing-theme", .error,
        "The folder of the theme that `site.yaml` names is below `themes/`, beside the content.", bad: [:],
        good: ["site.yaml": "title: T\ntheme: default\n"])

    public static let all: [Rule] =
        DiskRules.all + [missingSettings, themeName, themeMissing] + PictureRules.all + YAMLRules.all + ContentRules.all
        + MarkdownRules.all + SiteRules.all
}
