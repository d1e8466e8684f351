public import Diagnostics
internal import Pictures
internal import Traps

/// The rules for a text. The examples are whole small sites.
public enum MarkdownRules {
    public static let all =
        [
            rawHTML, forbiddenURL, remoteImage, missingAlt, emptyLink, cutLink, footnote, note, noteWithoutText,
            headingID,
            tableRow, foreignComment, hiddenElsewhere,
            tooDeep, tooLarge,
        ] + PastedRules.all + TypedRules.all

    static let rawHTML = Rule(
        "raw-html", .warning, "A text uses only HTML that GitHub accepts too, and nests it correctly.",
        bad: page("<font color=\"red\">Late</font> again.\n"),
        good: page("<mark>Late</mark> again.\n"))

    static let forbiddenURL = Rule(
        "forbidden-url", .error, "A link leads to an https, http, mailto or tel address or to a path.",
        bad: page("[Agenda](javascript:alert(1))\n"),
        good: page("[Agenda](https://example.org/agenda)\n"))

    static let remoteImage = Rule(
        "remote-image", .warning, "An image on another host becomes a link, so that no other host learns who reads.",
        bad: page("![The board](https://example.org/board.png)\n"),
        good: page("![The board](board.png)\n", ["resources/board.png": ExamplePicture.gif]))

    static let missingAlt = Rule(
        "missing-alt", .warning, "An image has alternative text, for people who cannot see it.",
        bad: page("![](board.png)\n", ["resources/board.png": ExamplePicture.gif]),
        good: page("![The board](board.png)\n", ["resources/board.png": ExamplePicture.gif]))

    static let emptyLink = Rule(
        "empty-link", .warning, "A link has text and a destination.",
        bad: page("[Agenda]()\n"),
        good: page("[Agenda](https://example.org/agenda)\n"))

    static let cutLink = Rule(
        "cut-link", .warning, "A wiki link is on one line.",
        bad: page("See [[about|the page\nabout us]].\n", ["about.md": "# About\n"]),
        good: page("See\n[[about|the page about us]].\n", ["about.md": "# About\n"]))

    static let footnote = Rule(
        "footnote", .warning, "A footnote is defined once, and something refers to it.",
        bad: page("The plan is new.\n\n[^1]: From May.\n"),
        good: page("The plan[^1] is new.\n\n[^1]: From May.\n"))

    static let note = Rule(
        "unknown-note", .warning, "A note is of a kind that GitHub, MkDocs or Obsidian has.",
        bad: page("> [!TIPP]\n> Come early.\n"),
        good: page("> [!TIP]\n> Come early.\n"))

    static let noteWithoutText = Rule(
        "note-without-text", .warning, "The text of a note that begins with `!!!` or `???` is indented by four spaces.",
        bad: page("!!! tip\n  Come early.\n"),
        good: page("!!! tip\n    Come early.\n"))

    static let headingID = Rule(
        "heading-id", .warning, "No two headings of a page are given the same id.",
        bad: page("## In spring {#when}\n\nMay.\n\n## In autumn {#when}\n\nMay not.\n"),
        good: page("## In spring {#spring}\n\nMay.\n\n## In autumn {#autumn}\n\nMay not.\n"))

    static let tableRow = Rule(
        "table-row", .warning, "A row of a table has no more cells than the first.",
        bad: page("| Command | What it does |\n|---|---|\n| `a | b` | Both |\n"),
        good: page("| Command | What it does |\n|---|---|\n| `a \\| b` | Both |\n"))

    static let foreignComment = Rule(
        "comment", .error, "Text that is not for readers is between `<!--` and `-->`, without an empty line in it.",
        bad: page("We meet weekly. %% Ask Jo. %%\n"),
        good: page("We meet weekly. <!-- Ask Jo -- she knows. -->\n"))

    package static let hiddenElsewhere = Rule(
        "hidden-elsewhere", .warning, "Markup that hides text in another program does not hide it here.",
        bad: page("||The speaker is a surprise.||\n"),
        good: page("<!-- The speaker is a surprise. -->\n"))

    static let tooDeep = Rule(
        "markdown-too-deep", .error,
        "Quotes and lists are not nested a hundred levels deep, and a paragraph does not have thousands of brackets.",
        bad: page(String(repeating: "> ", count: 150) + "x\n"),
        good: page("> > x\n"))

    static let tooLarge = Rule(
        "markdown-too-large", .error, "A text has at most 2 MiB.",
        bad: page(String(repeating: "A line of a long text.\n", count: 100_000)),
        good: page("A line of a short text.\n"))

    /// A site of one resource with this body, and other files.
    static func page(_ body: String, _ others: [String: String] = [:]) -> [String: String] {
        others.merging(["resources/a.md": "---\ntitle: A\n---\n\n" + body]) { $1 }
    }
}
