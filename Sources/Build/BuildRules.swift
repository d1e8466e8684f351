public import Content
public import Diagnostics
public import Markdown
public import Site
public import YAML

/// Every rule that a handbook is checked against, from reading a folder to links between pages.
public enum BuildRules {
    static let missingSettings = Rule(
        "missing-settings", .error, "A handbook has a `site.yaml` that says at least its title.", bad: [:], good: ["site.yaml": "title: T\n"])

    public static let all: [Rule] = DiskRules.all + [missingSettings] + YAMLRules.all + ContentRules.all + MarkdownRules.all + SiteRules.all
}
